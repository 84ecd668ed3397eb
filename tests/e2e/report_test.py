# SPDX-License-Identifier: MIT
"""What was shown, as `xuanping report` tells it after a real run."""

import csv
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest

PROGRAM, DATA = os.environ["XUANPING"], os.environ["XUANPING_DATA"]
SUPPRESSIONS = pathlib.Path(__file__).with_name("leaks.supp")
SCREEN = '[screen]\nname = "small"\nsize = [128, 64]\n\n[[zone]]\nname = "main"\nrect = [0, 0, 128, 64]\n'
PLAYLIST = '[campaign]\ntitle = "守护钱袋子"\nsync = "start"\n\n' + "".join(
    f'[[slide]]\nid = "{name}"\nkind = "slogan"\ntext = "守好您的**钱袋子**"\nduration = "5s"\n\n' for name in ("one", "two"))


class Report(unittest.TestCase):
    """A hundred seconds of a trial run offscreen, as fast as the machine can."""

    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        (cls.folder / "playlist.toml").write_text(PLAYLIST, encoding="utf-8")
        (cls.folder / "small.toml").write_text(SCREEN, encoding="utf-8")
        cls.run_program("play", str(cls.folder / "playlist.toml"), "--screen", str(cls.folder / "small.toml"),
                        "--offscreen", "--speed", "max", "--for", "100s")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def run_program(cls, *words, state="state"):
        environment = dict(os.environ, STATE_DIRECTORY=str(cls.folder / state), LC_ALL="C.UTF-8",
                           LSAN_OPTIONS=f"suppressions={SUPPRESSIONS}:print_suppressions=0")
        return subprocess.run([PROGRAM, words[0], "--lang", "en", *words[1:]], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding="utf-8", timeout=300, check=False)

    def test_trial_runs_are_not_counted(self):
        done = self.run_program("report")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Nothing was shown in this time.", done.stdout)
        self.assertIn("rows of trial runs are not counted", done.stdout)
        self.assertIn("The chain holds: rows 1 to ", done.stdout)

    def test_counts_every_showing_when_asked(self):
        done = self.run_program("report", "--simulated", "--format", "json")
        self.assertEqual(done.returncode, 0, done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual({line["slide"]: line["times"] for line in report["lines"]}, {"one": 10, "two": 10})
        self.assertAlmostEqual(report["seconds"], 100, delta=1)
        self.assertEqual(report["lines"][0]["title"], "守好您的钱袋子")
        self.assertTrue(report["chain"]["holds"])
        self.assertEqual(report["gaps"], [])

    def test_writes_files(self):
        table, page = self.folder / "days.csv", self.folder / "report.html"
        self.assertEqual(self.run_program("report", "--simulated", "--by", "day", "--format", "csv", "-o",
                                          str(table)).returncode, 0)
        rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
        self.assertEqual(sum(int(row["times"]) for row in rows), 20)
        done = self.run_program("report", "--simulated", "--format", "html", "-o", str(page))
        self.assertEqual(done.returncode, 0, done.stderr)
        head = done.stderr.split("Head hash: ")[1].strip()
        text = page.read_text(encoding="utf-8")
        self.assertIn("<svg", text)
        self.assertIn(head[:8], text)
        self.assertNotIn("http", text, "nothing is loaded from elsewhere")

    def test_a_changed_row_is_found(self):
        copy = self.folder / "changed"
        copy.mkdir()
        source = sqlite3.connect(self.folder / "state" / "play-log.sqlite")
        log = sqlite3.connect(copy / "play-log.sqlite")
        source.backup(log)
        source.close()
        log.execute("UPDATE log SET on_screen = on_screen + 1000 WHERE sequence = 7")
        log.commit()
        log.close()
        done = self.run_program("report", "--state", str(copy))
        self.assertEqual(done.returncode, 1)
        self.assertIn("row 7 does not fit", done.stdout)

    def test_without_a_log_it_says_so(self):
        done = self.run_program("report", state="none")
        self.assertEqual(done.returncode, 1)
        self.assertIn("there is no play log", done.stderr)
        self.assertEqual(self.run_program("report", "--since", "yesterday").returncode, 2)


if __name__ == "__main__":
    unittest.main()
