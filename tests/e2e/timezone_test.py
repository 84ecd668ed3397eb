# SPDX-License-Identifier: MIT
"""The zone of the machine has no say: schedules and clocks go by the playlist's own."""

import subprocess
import unittest

from display import PATIENCE
from play_test import ONE_ZONE, PROGRAM, SCREEN, PlayTest

ZONES = [None, "UTC", "Asia/Urumqi", "America/New_York", ":/broken/zone"]
# Yesterday in the west, whose clocks change in that night; and the middle of a day.
INSTANTS = ["2025-11-02T00:30:00+08:00", "2025-11-02T14:30:00+08:00"]
DAY = "2025-11-02"
PLAYLIST = """[campaign]
title = "守护钱袋子"

[[slide]]
id = "always"
kind = "slogan"
text = "多问一句"

[[slide]]
id = "sunday"
kind = "slogan"
text = "周日也办"
[slide.schedule]
from = 2025-11-02
until = 2025-11-02
weekdays = ["sun"]

[[slide]]
id = "night"
kind = "slogan"
text = "夜里也防"
[slide.schedule]
hours = ["22:00-06:00"]
"""
CLOCK = ONE_ZONE.replace('"main"', '"clock"') + 'plays = "clock"\n'


class Machine(PlayTest):
    def answer(self, zone, *words):
        environment = self.environment()
        environment.pop("TZ", None)
        if zone:
            environment["TZ"] = zone
        return subprocess.run([PROGRAM, *words], env=environment, stdout=subprocess.PIPE, check=True, timeout=PATIENCE).stdout

    def of(self, zone):
        """All that it says about these days, and a clock."""
        out = [self.answer(zone, "schedule", str(self.playlist), "--format", "json", "--at", at) for at in INSTANTS]
        out.append(self.answer(zone, "schedule", str(self.playlist), "--format", "json", "--day", DAY))
        picture = self.folder / "clock.png"
        self.answer(zone, "render", str(self.playlist), "--screen", str(self.screen), "--at", INSTANTS[0], "-o", str(picture))
        return [*out, picture.read_bytes()]

    def test_zones_change_no_byte(self):
        self.write(PLAYLIST)
        self.screen.write_text(SCREEN + CLOCK)
        expected = self.of(ZONES[0])
        self.assertIn(b'"sunday"', expected[0])
        for zone in ZONES[1:]:
            self.assertEqual(self.of(zone), expected, zone)
        print(f"{len(ZONES)} zones, {len(expected)} answers each: the same bytes")


del PlayTest  # or it would be collected here again

if __name__ == "__main__":
    unittest.main()
