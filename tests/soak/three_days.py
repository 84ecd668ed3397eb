# SPDX-License-Identifier: MIT
"""Virtual days of the bundled campaign at an accelerated clock: what the process holds must not grow."""

import time

from players import Player

SPEED = 3600  # an hour of show a second
WARM_UP = 8  # seconds: caches fill
LOOK = 30  # seconds, at the beginning and at the end
PAUSE = 0.1  # seconds from look to look: some fall between two slides, when nothing lies on top


def look(player, seconds):
    """Again and again: the least memory that was seen (what is held; slides that come and go lie on top), the most of the others."""
    seen = []
    for _ in range(round(seconds / PAUSE)):
        time.sleep(PAUSE)
        seen.append((player.resident_kib(), player.descriptors(), player.threads()))
    resident, descriptors, threads = zip(*seen)
    return min(resident), max(descriptors), max(threads)


def run(program, data, hours):
    """`hours` of show after the warm-up, one a second."""
    span = min(LOOK, hours)
    with Player(program, data) as player:
        player.playlist = data / "slides" / "zhangye-2022-05-15" / "playlist.toml"
        player.screen = data / "config" / "screens" / "bank-hall-1080p.toml"
        player.start("--offscreen", "--speed", str(SPEED), "--at", "2022-05-15T00:00:00+08:00", "--state", str(player.state))
        player.wait_until_playing()
        time.sleep(WARM_UP)
        first = look(player, span)
        time.sleep(max(0, hours - 2 * span))
        last = look(player, span)
        alive = player.process.poll() is None
    growth = last[0] - first[0]
    holds = alive and growth < 2048 and growth < first[0] / 100 and last[1] <= first[1] and last[2] <= first[2]
    return holds, (f"{hours} h: resident {first[0] / 1024:.1f} MiB, {growth / 1024:+.2f} MiB after; descriptors "
                   f"{first[1]} → {last[1]}, threads {first[2]} → {last[2]}")
