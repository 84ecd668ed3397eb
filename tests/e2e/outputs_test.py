# SPDX-License-Identifier: MIT
"""A display that changes under the player: modes, plugs, rotation, a server that dies. tools/soak does it a hundred times."""

import unittest

from display import PATIENCE, Outputs, wait_until
from play_test import AT, HEIGHT, ONE_ZONE, SCREEN, WIDTH, PlayTest, playlist

MODES = [(960, 540), (1024, 768), (640, 480)]


@unittest.skipUnless(Outputs.are_there(), "needs xserver-xorg-core, xserver-xorg-video-dummy and x11-xserver-utils")
class Changes(PlayTest):
    def setUp(self):
        super().setUp()
        self.write(playlist("守好您的**钱袋子**"))
        self.picture = self.render("--at", AT)

    def expect(self, display, process, size, degrees=0):
        self.expect_screen(display, process, self.picture.turned(degrees).on_black(*size))

    def test_of_modes_and_plugs_leave_the_picture_whole(self):
        self.screen.write_text(SCREEN + "rotation = 90\n" + ONE_ZONE)  # higher than some modes: a window that keeps its size shows
        with Outputs() as display:
            display.take(*MODES[0])
            process = self.start(display.name, "--at", AT)
            self.expect(display, process, MODES[0], 90)
            for size in MODES[1:]:
                display.take(*size)
                self.expect(display, process, size, 90)
            display.pull_out()
            wait_until(lambda: "waiting for a display" in self.said(), "the message")
            display.take(*MODES[1])
            self.expect(display, process, MODES[1], 90)

    def test_of_the_rotation_turn_the_picture(self):
        with Outputs() as display:
            size = (800, 600)
            display.take(*size)
            process = self.start(display.name, "--at", AT)
            for degrees in (0, 90, 180, 270):
                self.screen.write_text(SCREEN + f"rotation = {degrees}\n" + ONE_ZONE)
                self.expect(display, process, size, degrees)

    def test_to_no_server_end_it(self):
        with Outputs() as display:
            display.take(*MODES[0])
            process = self.start(display.name, "--at", AT)
            self.expect(display, process, MODES[0])
            display.kill()
            self.assertEqual(process.wait(PATIENCE), 75, self.said())


del PlayTest  # or it would be collected here again

if __name__ == "__main__":
    unittest.main()
