# SPDX-License-Identifier: MIT
"""Whether pictures come late, minute after minute: as the screen is drawn, and as the player counts itself."""

import json
import pathlib
import tempfile
import time

import peers
import stage
from table import header, number, row

SIZE = (1920, 1080)
MISSED = 1.5 / 60  # seconds between two pictures: a beat of 60 Hz was left out
WARM_UP = 25  # seconds: the first status that is read tells of the start, which may be late, too
CAMPAIGN = pathlib.Path(__file__).resolve().parents[3] / "slides/zhangye-2022-05-15"


def late_of(status):
    return json.loads(status.read_text())["frames"]["late"]


def watch(options, command, folder):
    """Distances of the pictures as they are drawn, in seconds, and how many the player says were late meanwhile."""
    status = pathlib.Path(folder, "state/status.json")
    with stage.Display(*SIZE) as display, stage.running([*command, "--state", str(status.parent)], display.name):
        time.sleep(WARM_UP)
        before = late_of(status)
        frames = stage.frames_of(options.tools, display.name, (0, 0, *SIZE), options.minutes * 60)
        time.sleep(WARM_UP)  # until it has written down the last of them
        return [b - a for a, b in zip(frames, frames[1:])], late_of(status) - before


def measure(options):
    def ticker(folder):
        return peers.xuanping(options.program, options.tools, peers.Task("ticker", SIZE, 0), folder)

    def campaign(_):
        return [options.program, "play", str(CAMPAIGN), "--at", peers.AT]

    header(f"{options.minutes} minutes at 1920×1080 and 60 Hz",
           ("", "pictures", "beats left out", "longest interval ms", "late by the player's own count"))
    for name, command in (("a line over a still slide", ticker), ("the bundled campaign, its fades and its line", campaign)):
        with tempfile.TemporaryDirectory() as folder:
            distances, late = watch(options, command(folder), folder)
        row((name, len(distances) + 1, sum(d > MISSED for d in distances), number(max(distances) * 1000, 1), late))
