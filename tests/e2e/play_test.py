# SPDX-License-Identifier: MIT
"""`xuanping play` from outside: what is on the screen, and how it ends."""

import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

from display import PATIENCE, Display, read_png, wait_until

PROGRAM, DATA = os.environ["XUANPING"], os.environ["XUANPING_DATA"]
SUPPRESSIONS = pathlib.Path(__file__).with_name("leaks.supp")
WIDTH, HEIGHT = 640, 360
AT = "2022-05-15T10:24:05+08:00"
SLOWEST = "0.000001"  # time as good as stands still

SCREEN = f"""[screen]
name = "small"
size = [{WIDTH}, {HEIGHT}]
"""
ONE_ZONE = f"""
[[zone]]
name = "main"
rect = [0, 0, {WIDTH}, {HEIGHT}]
"""
THREE_ZONES = """
[[zone]]
name = "main"
rect = [0, 0, 640, 300]

[[zone]]
name = "ticker"
rect = [0, 300, 480, 60]
plays = "ticker"

[[zone]]
name = "clock"
rect = [480, 300, 160, 60]
plays = "clock"
"""


def playlist(text):
    return f"""[campaign]
title = "守护钱袋子"

[[slide]]
id = "only"
kind = "slogan"
text = "{text}"
duration = "1h"

[[ticker]]
text = "陌生来电要验证码，一个字都别给"
"""


class PlayTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.playlist = self.folder / "playlist.toml"
        self.screen = self.folder / "small.toml"
        self.screen.write_text(SCREEN + ONE_ZONE)
        self.log = self.folder / "log"

    def environment(self, display=None):
        desktop = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
        keep = {k: v for k, v in os.environ.items() if k not in desktop}
        keep["PATH"] = f"{self.folder}:{keep['PATH']}"
        keep.update(STATE_DIRECTORY=str(self.folder / "state"), LC_ALL="C.UTF-8",
                    LSAN_OPTIONS=f"suppressions={SUPPRESSIONS}:print_suppressions=0")
        if display:
            keep["DISPLAY"] = display
        return keep

    def start(self, display, *options):
        command = [PROGRAM, "play", str(self.playlist), "--screen", str(self.screen), "--lang", "en", *options]
        with open(self.log, "wb") as log:
            process = subprocess.Popen(command, env=self.environment(display), stderr=log)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
            process.wait()

    def said(self):
        return self.log.read_text(encoding="utf-8")

    def render(self, *options):
        out = self.folder / "render.png"
        subprocess.run([PROGRAM, "render", str(self.playlist), "--screen", str(self.screen), "-o", str(out), *options],
                       check=True, env=self.environment(), timeout=PATIENCE)
        return read_png(out)

    def expect_screen(self, display, process, expected):
        def same():
            self.assertIsNone(process.poll(), self.said())
            return display.screenshot() == expected
        try:
            wait_until(same, "the picture")
        except AssertionError:
            self.fail(display.screenshot().difference(expected) + "\n" + self.said())

    def write(self, text):
        """As editors do: a new file, put in the place of the old."""
        fresh = self.playlist.with_name("fresh")
        fresh.write_bytes(text if isinstance(text, bytes) else text.encode())
        fresh.replace(self.playlist)


class Screenshot(PlayTest):
    def test_equals_render_at_the_same_instant(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        self.screen.write_text(SCREEN + THREE_ZONES)
        expected = self.render("--at", AT)
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name, "--at", AT, "--speed", SLOWEST)
            self.expect_screen(display, process, expected)

    def test_equals_render_while_time_goes_on(self):
        self.write(playlist("守好您的**钱袋子**"))
        expected = self.render("--at", AT)
        with Display(WIDTH, HEIGHT) as display:
            self.expect_screen(display, self.start(display.name, "--at", AT), expected)

    def test_of_the_bundled_campaign(self):
        self.playlist = pathlib.Path(DATA) / "slides" / "zhangye-2022-05-15" / "playlist.toml"
        expected = self.render("--at", AT)
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name, "--at", AT, "--speed", SLOWEST)
            self.expect_screen(display, process, expected)

    def test_falls_where_the_region_says(self):
        self.write(playlist("转账前**停一停**"))
        self.screen.write_text(SCREEN + "region = [64, 32]\n" + ONE_ZONE)
        expected = self.render("--at", AT)
        with Display(800, 450) as display:
            process = self.start(display.name, "--at", AT)

            def placed():
                self.assertIsNone(process.poll(), self.said())
                shot = display.screenshot()
                rows = [shot.rgb[((y + 32) * 800 + 64) * 3:((y + 32) * 800 + 64 + WIDTH) * 3] for y in range(HEIGHT)]
                return b"".join(rows) == expected.rgb and not any(shot.rgb[:32 * 800 * 3])
            wait_until(placed, "the picture at its place")


class Standby(PlayTest):
    BROKEN = {
        "missing": None,
        "a directory": "directory",
        "empty": b"",
        "saved as GBK": playlist("高息诱惑").encode("gb18030"),
        "cut in the middle": playlist("高息诱惑")[:-20].encode(),
        "not TOML": b"a = [1, }",
        "of an unknown kind": playlist("高息诱惑").replace("slogan", "slogam").encode(),
    }

    def expect_card(self, display, process):
        def shown():
            self.assertIsNone(process.poll(), self.said())
            red, green, blue = display.screenshot().mean()
            return blue > 60 and blue > 1.5 * green > 1.5 * red
        wait_until(shown, "the standby card")

    def test_until_the_playlist_is_mended(self):
        with Display(WIDTH, HEIGHT) as display:
            for what, content in self.BROKEN.items():
                with self.subTest(what):
                    if content == "directory":
                        self.playlist.mkdir()
                    elif content is not None:
                        self.write(content)
                    process = self.start(display.name, "--at", AT)
                    self.expect_card(display, process)
                    self.assertIn("error", self.said().lower())
                    if self.playlist.is_dir():
                        self.playlist.rmdir()
                    self.write(playlist("守好您的**钱袋子**"))
                    self.expect_screen(display, process, self.render("--at", AT))
                    process.send_signal(signal.SIGTERM)
                    self.assertEqual(process.wait(PATIENCE), 0, self.said())
                    self.playlist.unlink()


class Reload(PlayTest):
    def test_good_bad_good(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        first = self.render("--at", AT)
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name, "--at", AT)
            self.expect_screen(display, process, first)
            self.write(b"a = [1, }")
            wait_until(lambda: "playlist.toml:1:" in self.said(), "the diagnostic")
            self.assertEqual(display.screenshot(), first, "a mistake leaves the screen alone")
            self.write(playlist("守好您的**钱袋子**"))
            second = self.render("--at", AT)
            self.assertNotEqual(first, second)
            self.expect_screen(display, process, second)


class Data(PlayTest):
    """A figure in a CSV changes: every picture on the way is the old one, the new one, or a blend of both."""

    CHART = """[campaign]
source = "示例"
as_of = 2022-05-13

[[slide]]
id = "only"
kind = "statistics"
chart = "bars"
heading = "各类案件"
unit = "起"
data = "cases.csv"
duration = "1h"
"""

    def save(self, folder, *rows):
        """As Excel in China does: GBK, CRLF."""
        fresh = folder / "~cases.csv"
        fresh.write_bytes(("label,value\r\n" + "\r\n".join(rows) + "\r\n").encode("gbk"))
        fresh.replace(folder / "cases.csv")

    def test_that_changes_is_shown_without_a_foreign_picture(self):
        self.write(self.CHART)
        self.save(self.folder, "金融诈骗,20", "合同诈骗,35")
        after = self.render("--slide", "only")
        self.save(self.folder, "金融诈骗,42", "合同诈骗,17")
        before = self.render("--slide", "only")
        seen = []
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name)
            self.expect_screen(display, process, before)
            self.save(self.folder, "金融诈骗,20", "合同诈骗,35")
            saved = time.monotonic()

            def arrived():
                seen.append(display.screenshot())
                return seen[-1] == after
            wait_until(arrived, "the new figures", pause=0)
            took = time.monotonic() - saved
        print(f"the change stood on the screen after {took:.2f} s, {len(seen)} pictures on the way")
        for picture in seen:
            self.assertEqual(picture.rows(0, HEIGHT // 4), before.rows(0, HEIGHT // 4), "the heading stands still")
            for channel, ends in zip(picture.mean(), zip(before.mean(), after.mean())):
                self.assertGreater(channel, min(ends) * 0.9, "never darker than both")
                self.assertLess(channel, max(ends) * 1.1)


class Signals(PlayTest):
    def test_end_it_well(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        expected = self.render("--at", AT)
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number), Display(WIDTH, HEIGHT) as display:
                process = self.start(display.name, "--at", AT)
                self.expect_screen(display, process, expected)
                process.send_signal(number)
                self.assertEqual(process.wait(PATIENCE), 0, self.said())

    def test_end_it_though_the_display_goes_away_meanwhile(self):
        self.write(playlist("一笔好字"))
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name, "--at", AT, "--state", str(self.folder / "state"))
            self.expect_screen(display, process, self.render("--at", AT))
            display.server.send_signal(signal.SIGSTOP)  # it does not answer any more
            process.terminate()
            wait_until(lambda: '"state": "stopped"' in (self.folder / "state/status.json").read_text(), "all to be written")
            display.kill()
            self.assertEqual(process.wait(PATIENCE), 75)

    def test_a_lost_display_is_75(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        expected = self.render("--at", AT)
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name, "--at", AT)
            self.expect_screen(display, process, expected)
            display.kill()
            self.assertEqual(process.wait(PATIENCE), 75, self.said())


class Idle(PlayTest):
    def test_no_screen_saver_comes(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        expected = self.render("--at", AT)
        with Display(WIDTH, HEIGHT) as display:
            subprocess.run(["xset", "-display", display.name, "s", "1", "1"], check=True)
            process = self.start(display.name, "--at", AT)
            self.expect_screen(display, process, expected)
            idle = display.idle()
            wait_until(lambda: display.idle() > idle + 2500, "nobody touching anything")
            self.expect_screen(display, process, expected)


class Alone(PlayTest):
    def test_starts_no_session_bus(self):
        launcher = self.folder / "dbus-launch"
        launcher.write_text(f"#!/bin/sh\ntouch {self.folder}/launched\nexit 1\n")
        launcher.chmod(0o755)
        self.playlist.write_text(playlist("热线"))
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name, "--at", AT, "--speed", SLOWEST)
            self.expect_screen(display, process, self.render("--at", AT))
        self.assertFalse((self.folder / "launched").exists())


class Preview(PlayTest):
    def test_in_a_window_is_no_showing(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        status = self.folder / "state" / "status.json"
        with Display(WIDTH, HEIGHT) as display:
            self.start(display.name, "--window", "320x180", "--state", str(status.parent))
            wait_until(status.exists, "the status")
            self.assertTrue(json.loads(status.read_text(encoding="utf-8"))["simulated"])


class NoDisplay(PlayTest):
    def test_names_the_drivers_tried(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        for display, named in ((None, "kmsdrm"), (":4711", "x11 (DISPLAY=:4711)")):
            with self.subTest(named):
                process = self.start(display, "--window", "320x180")
                self.assertEqual(process.wait(PATIENCE), 75)
                self.assertIn(named, self.said())
                self.assertIn("--offscreen", self.said())

    def test_a_public_screen_waits_for_one_and_says_so_once(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        expected = self.render("--at", AT)
        name = f":{10_000 + os.getpid() % 40_000}"  # nobody takes it meanwhile: free ones are taken from the lowest on
        process = self.start(name, "--at", AT, "--state", str(self.folder / "state"))
        wait_until(lambda: "waiting for a display" in self.said(), "the message")
        status = self.folder / "state" / "status.json"
        wait_until(lambda: status.exists() and '"waiting"' in status.read_text(encoding="utf-8"), "the status")
        with Display(WIDTH, HEIGHT, name) as display:
            self.expect_screen(display, process, expected)
        self.assertEqual(self.said().count("waiting for a display"), 1, self.said())


class Offscreen(PlayTest):
    def test_plays_a_minute_at_once_and_leaves_pictures(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        frames = self.folder / "frames"
        process = self.start(None, "--offscreen", "--for", "60s", "--speed", "max", "--at", AT, "--frames", str(frames))
        self.assertEqual(process.wait(PATIENCE), 0, self.said())
        self.assertEqual([p.name for p in frames.iterdir()], ["only.png"])
        self.assertEqual(read_png(frames / "only.png"), self.render("--at", AT))

    def test_a_broken_playlist_is_an_error(self):
        self.write(b"a = [1, }")
        process = self.start(None, "--offscreen", "--for", "1s")
        self.assertEqual(process.wait(PATIENCE), 1)
        self.assertIn("playlist.toml:1:", self.said())

    def test_a_state_directory_that_cannot_be_written_is_a_warning(self):
        self.write(playlist("高息诱惑是**陷阱**"))
        (self.folder / "state").write_text("a file in the way")
        process = self.start(None, "--offscreen", "--for", "1s", "--speed", "max")
        self.assertEqual(process.wait(PATIENCE), 0, self.said())
        self.assertIn("state directory", self.said())


if __name__ == "__main__":
    unittest.main()
