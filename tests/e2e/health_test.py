# SPDX-License-Identifier: MIT
"""The player as a service manager and an admin see it: signs of life, status, what follows a crash."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time
import unittest

from display import PATIENCE, wait_until

PROGRAM, DATA = os.environ["XUANPING"], os.environ["XUANPING_DATA"]
SUPPRESSIONS = pathlib.Path(__file__).with_name("leaks.supp")
SCREEN = """[screen]
name = "small"
size = [320, 180]

[[zone]]
name = "main"
rect = [0, 0, 320, 180]
"""


def slide(name, duration="1h"):
    return f'[[slide]]\nid = "{name}"\nkind = "slogan"\ntext = "守好您的**钱袋子**"\nduration = "{duration}"\n\n'


class HealthTest(unittest.TestCase):
    """A player offscreen under a service manager that is this test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.state = self.folder / "state"
        self.playlist = self.folder / "playlist.toml"
        self.playlist.write_text('[campaign]\ntitle = "守护钱袋子"\n\n' + slide("only"), encoding="utf-8")
        (self.folder / "small.toml").write_text(SCREEN, encoding="utf-8")
        (self.folder / "player.toml").write_text('clock = "trust"\n', encoding="utf-8")  # containers may have no good one
        self.manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
        self.addCleanup(self.manager.close)
        self.manager.bind(str(self.folder / "notify"))

    def environment(self, watchdog=None):
        keep = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "WATCHDOG_PID")}
        keep.update(STATE_DIRECTORY=str(self.state), LC_ALL="C.UTF-8", NOTIFY_SOCKET=str(self.folder / "notify"),
                    LSAN_OPTIONS=f"suppressions={SUPPRESSIONS}:print_suppressions=0")
        if watchdog:
            keep["WATCHDOG_USEC"] = str(int(watchdog * 1_000_000))
        return keep

    def start(self, watchdog=None, preview=False):
        """As on a public screen, though offscreen: its state directory is its own. A preview uses its account's."""
        command = [PROGRAM, "play", str(self.playlist), "--screen", str(self.folder / "small.toml"), "--lang", "en",
                   "--offscreen", "--config", str(self.folder / "player.toml")]
        environment = self.environment(watchdog)
        if preview:
            environment = self.at_home(environment)
        with open(self.folder / "log", "ab") as log:
            process = subprocess.Popen(command, env=environment, stderr=log)
        self.addCleanup(self.end, process)
        return process

    def at_home(self, environment):
        """The account's own state directory, named by nobody."""
        home = self.folder / ".local/state"
        home.mkdir(parents=True, exist_ok=True)
        self.state.mkdir(exist_ok=True)
        if not (home / "xuanping").exists():
            (home / "xuanping").symlink_to(self.state)
        kept = {k: v for k, v in environment.items() if k not in ("STATE_DIRECTORY", "XDG_STATE_HOME")}
        return dict(kept, HOME=str(self.folder))

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
            process.wait()

    def heard(self, patience):
        """The next message, or nothing."""
        self.manager.settimeout(patience)
        try:
            return self.manager.recv(4096).decode()
        except (TimeoutError, BlockingIOError):
            return None

    def wait_for(self, message):
        while (heard := self.heard(PATIENCE)) != message:
            self.assertIsNotNone(heard, f"no {message}: " + (self.folder / "log").read_text(encoding="utf-8"))

    def status(self):
        return subprocess.run([PROGRAM, "status", "--lang", "en"], env=self.environment(), stdout=subprocess.PIPE,
                              encoding="utf-8", timeout=PATIENCE, check=False)


class Watchdog(HealthTest):
    PERIOD = 1.0

    def test_a_stopped_process_stops_pinging(self):
        process = self.start(self.PERIOD)
        self.wait_for("READY=1")
        for _ in range(3):
            self.wait_for("WATCHDOG=1")
        process.send_signal(signal.SIGSTOP)
        while self.heard(0) is not None:
            pass  # sent before it was stopped
        self.assertIsNone(self.heard(2 * self.PERIOD))
        process.send_signal(signal.SIGCONT)
        self.wait_for("WATCHDOG=1")
        process.terminate()
        self.wait_for("STOPPING=1")
        self.assertEqual(process.wait(PATIENCE), 0)


class Status(HealthTest):
    def test_follows_the_player(self):
        self.assertEqual(self.status().returncode, 2, "nobody has played yet")
        process = self.start()
        wait_until(lambda: self.status().returncode == 0, "a healthy player")
        self.assertIn("main shows only", self.status().stdout)
        self.playlist.write_text("[campaign\n", encoding="utf-8")
        wait_until(lambda: self.status().returncode == 1, "the refusal in the status")
        self.assertIn("playlist.toml:1:", self.status().stdout)
        process.kill()
        process.wait()
        gone = self.status()
        self.assertEqual(gone.returncode, 2)
        self.assertIn("the player is gone", gone.stdout)

    def test_says_that_the_player_was_stopped(self):
        process = self.start()
        self.wait_for("READY=1")
        process.terminate()
        self.assertEqual(process.wait(PATIENCE), 0)
        self.assertIn("was stopped", self.status().stdout)
        files = {f.name for f in self.state.iterdir()}
        self.assertLessEqual({"metrics.prom", "status.json"}, files)
        self.assertFalse([f for f in files if f.endswith(".tmp")])


class Preview(HealthTest):
    """A trial under the account of a public screen, in whose state directory nobody notices it."""

    def preview(self):
        process = self.start(preview=True)
        self.wait_for("READY=1")
        return process

    def test_leaves_no_trace(self):
        process = self.preview()
        process.kill()
        process.wait()
        traces = {"status.json", "metrics.prom", "running.mark", "crashes.json", "play-log.lock"}
        self.assertFalse(traces & {f.name for f in self.state.iterdir()})

    def test_leaves_the_status_of_the_screen_alone(self):
        screen = self.start()
        wait_until(lambda: self.status().returncode == 0, "a healthy player")
        while self.heard(0) is not None:
            pass  # of the screen
        preview = self.preview()
        preview.terminate()
        self.assertEqual(preview.wait(PATIENCE), 0)
        self.assertEqual(json.loads((self.state / "status.json").read_text(encoding="utf-8"))["pid"], screen.pid)
        self.assertEqual(self.status().returncode, 0)

    def test_a_second_player_leaves_it_alone_too(self):
        screen = self.start()
        wait_until(lambda: self.status().returncode == 0, "a healthy player")
        second = self.start()
        wait_until(lambda: "another player writes into" in (self.folder / "log").read_text(encoding="utf-8"), "the warning")
        second.terminate()
        self.assertEqual(second.wait(PATIENCE), 0)
        self.assertEqual(json.loads((self.state / "status.json").read_text(encoding="utf-8"))["pid"], screen.pid)


class Crash(HealthTest):
    """A slide that makes the player crash, as far as anybody can see: this test kills whoever shows it."""

    def setUp(self):
        super().setUp()
        self.write_playlist("bad")

    def write_playlist(self, text):
        self.playlist.write_text('[campaign]\nsync = "start"\n\n' + slide("bad").replace("守好", text) + slide("good"),
                                 encoding="utf-8")

    def said(self):
        try:
            return json.loads((self.state / "status.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}

    def shown(self, process):
        """The slide on the screen of this process."""
        said = self.said()
        return said["showing"][0]["slide"] if said.get("pid") == process.pid and said["showing"] else None

    def at_work_on(self):
        """The slide that a crash now would be blamed on: what is being prepared, otherwise what is shown."""
        return json.JSONDecoder().raw_decode((self.state / "running.mark").read_text())[0]["slide"]

    def start_and_look(self):
        """A player, and the slide that it shows and is at work on: as it begins it prepares others, too."""
        process = self.start()
        seen = wait_until(lambda: self.shown(process), "a slide")
        wait_until(lambda: self.at_work_on() == seen, "the others to be prepared")
        return process, seen

    def test_is_quarantined_after_three_until_it_changes(self):
        for _ in range(3):
            process, seen = self.start_and_look()
            self.assertEqual(seen, "bad")
            process.send_signal(signal.SIGSEGV)
            self.assertNotEqual(process.wait(PATIENCE), 0)
        process, seen = self.start_and_look()
        self.assertEqual(seen, "good")
        self.assertEqual(self.said()["unusable"],
                         [{"slide": "bad", "reason": "it made the player crash again and again", "quarantined": True}])
        self.assertEqual(self.status().returncode, 1)
        self.assertIn("is left out: it made the player crash", self.status().stdout)
        self.write_playlist("看好")
        wait_until(lambda: not self.said()["unusable"], "the changed slide in the show")
        process.terminate()
        self.assertEqual(process.wait(PATIENCE), 0)

    def test_an_end_that_was_asked_for_is_no_crash(self):
        for _ in range(4):
            process, seen = self.start_and_look()
            self.assertEqual(seen, "bad")
            process.terminate()
            self.assertEqual(process.wait(PATIENCE), 0)

    def test_a_rest_without_even_the_card_is_in_the_status(self):
        boot = pathlib.Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        self.state.mkdir()
        (self.state / "crashes.json").write_text(
            json.dumps({"boot_id": boot, "starts_ns": [time.monotonic_ns()] * 8}), encoding="utf-8")
        (self.state / "running.mark").write_text(json.dumps({"boot_id": boot, "on_card": True}), encoding="utf-8")
        process = self.start()
        self.wait_for("READY=1")
        wait_until(lambda: self.said().get("state") == "dark", "the rest in the status")
        self.assertEqual(self.status().returncode, 1)
        self.assertIn("nothing is shown until the next", self.status().stdout)
        process.terminate()
        self.assertEqual(process.wait(PATIENCE), 0)
        self.assertIn("was stopped", self.status().stdout)


if __name__ == "__main__":
    unittest.main()
