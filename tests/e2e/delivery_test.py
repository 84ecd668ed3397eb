# SPDX-License-Identifier: MIT
"""How campaigns reach a screen that plays: the ways that the admin guide describes."""
import shutil
import time
import unittest

from display import Display, wait_until
from play_test import AT, HEIGHT, WIDTH, PlayTest, playlist

TWO = """[campaign]
title = "守护钱袋子"

[[slide]]
id = "first"
kind = "slogan"
text = "高息诱惑是**陷阱**"
duration = "1h"

[[slide]]
id = "second"
kind = "slogan"
text = "守好您的**钱袋子**"
duration = "1h"
"""


class Delivery(PlayTest):
    def folder_with(self, name, text):
        folder = self.folder / name
        folder.mkdir()
        (folder / "playlist.toml").write_text(text, encoding="utf-8")
        return folder

    def pictures(self, *texts):
        seen = []
        for text in texts:
            self.write(text)
            seen.append(self.render("--at", AT))
        self.playlist.unlink()
        return seen

    def test_into_a_new_folder_then_one_link_is_switched(self):
        old, new = playlist("高息诱惑是**陷阱**"), playlist("守好您的**钱袋子**")
        before, after = self.pictures(old, new)
        link = self.folder / "now"
        link.symlink_to(self.folder_with("2022-05-14", old))
        self.playlist = link
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name, "--at", AT)
            self.expect_screen(display, process, before)
            half = self.folder / "2022-05-15"
            half.mkdir()
            (half / "playlist.toml").write_text(new[:40], encoding="utf-8")  # a copy under way disturbs nobody
            self.assertEqual(display.screenshot(), before)
            (half / "playlist.toml").write_text(new, encoding="utf-8")
            fresh = self.folder / "next"
            fresh.symlink_to(half)
            fresh.replace(link)
            self.expect_screen(display, process, after)

    def test_copied_over_from_a_stick(self):
        old, new = playlist("高息诱惑是**陷阱**"), playlist("守好您的**钱袋子**")
        before, after = self.pictures(old, new)
        played, stick = self.folder_with("campaign", old), self.folder_with("stick", new)
        self.playlist = played / "playlist.toml"
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name, "--at", AT)
            self.expect_screen(display, process, before)
            shutil.copytree(stick, played, dirs_exist_ok=True)
            self.expect_screen(display, process, after)

    def test_disabled_it_is_off_the_screen_soon(self):
        self.write(TWO)
        with_both = self.render("--at", AT)
        shown = "first" if with_both == self.render("--slide", "first") else "second"
        disabled = TWO.replace(f'id = "{shown}"', f'id = "{shown}"\nenabled = false')
        self.write(disabled)
        without = self.render("--at", AT)
        self.write(TWO)
        with Display(WIDTH, HEIGHT) as display:
            process = self.start(display.name, "--at", AT)
            self.expect_screen(display, process, with_both)
            self.write(disabled)
            saved = time.monotonic()
            self.expect_screen(display, process, without)
            print(f"off the screen after {time.monotonic() - saved:.2f} s")
        self.assertNotEqual(with_both, without)


del PlayTest  # or it would be collected here again

if __name__ == "__main__":
    unittest.main()
