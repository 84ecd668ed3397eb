# SPDX-License-Identifier: MIT
"""Virtual days of the bundled campaign at an accelerated clock: what the process holds must not grow."""

import time

from players import Player

SPEED = 3600  # an hour of show a second
SECONDS_OF_WARM_UP = 30  # of the whole run; caches fill


def look(player, seconds):
    """The most of each that was seen, once a second."""
    seen = []
    for _ in range(seconds):
        time.sleep(1.0)
        seen.append((player.resident_kib(), player.descriptors(), player.threads()))
    return [max(column) for column in zip(*seen)]


def run(program, data, hours):
    """`hours` of show after the warm-up, one a second."""
    with Player(program, data) as player:
        player.playlist = data / "slides" / "zhangye-2022-05-15" / "playlist.toml"
        player.screen = data / "config" / "screens" / "bank-hall-1080p.toml"
        player.start("--offscreen", "--speed", str(SPEED), "--at", "2022-05-15T00:00:00+08:00")
        player.wait_until_playing()
        first = look(player, SECONDS_OF_WARM_UP if hours > 3 else 5)
        last = look(player, hours)
        alive = player.process.poll() is None
    growth = last[0] - first[0]
    holds = alive and growth < 2048 and growth < first[0] / 100 and last[1] <= first[1] and last[2] <= first[2]
    return holds, (f"{hours} h: resident {first[0] / 1024:.1f} MiB, {growth / 1024:+.2f} MiB after; descriptors "
                   f"{first[1]} → {last[1]}, threads {first[2]} → {last[2]}")
