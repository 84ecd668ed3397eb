# SPDX-License-Identifier: MIT
"""Valid playlists saved over that of a player on a display, twenty a second. It reads when they come to rest, or after two seconds."""

import time

from players import HEIGHT, WIDTH, Display, Player, slogan, wait_until

EVERY = 0.05  # seconds
LOOK_EVERY = 7  # rounds
WARM_UP = 600  # rounds in which caches fill: the growth of a run whose first quarter is shorter is said, not judged


def run(program, data, rounds):
    texts = [slogan("高息诱惑是**陷阱**"), slogan("守好您的**钱袋子**")]
    with Display(WIDTH, HEIGHT) as display, Player(program, data, display) as player:
        pictures = []
        for text in texts:
            player.save(text)
            if not player.process:
                player.start()
                player.wait_until_playing()
            wait_until(lambda: display.screenshot() not in pictures, "the other picture")
            time.sleep(1.0)  # the change fades in
            pictures.append(display.screenshot())
        resident = []
        begun = time.monotonic()
        for i in range(rounds):
            player.save(texts[i % 2])
            if i % LOOK_EVERY == 0:
                resident.append(player.resident_kib())
            time.sleep(max(0.0, begun + (i + 1) * EVERY - time.monotonic()))
        wait_until(lambda: display.screenshot() == pictures[(rounds - 1) % 2], "the last playlist")
        wait_until(lambda: player.status()["state"] == "playing", "the status")
        frames = player.status()["frames"]
        alive = player.process.poll() is None and "error" not in player.said()
    # While it reads, pictures come and go by the megabyte: the least of a quarter of the time is what it keeps.
    quarter = len(resident) // 4
    warm, last = min(resident[quarter:2 * quarter]), min(resident[-quarter:])
    growth = (last - warm) / warm
    holds = alive and frames["late"] == 0 and (growth < 0.01 or rounds < 4 * WARM_UP)
    return holds, (f"{rounds} playlists saved, {frames['late']} frames later than two intervals, resident {warm / 1024:.1f} → "
                   f"{last / 1024:.1f} MiB ({growth:+.2%})")
