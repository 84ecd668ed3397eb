# SPDX-License-Identifier: MIT
"""Broken playlists saved over that of a player on a display, a hundred a second."""

import random
import time

from players import HEIGHT, WIDTH, Display, Player, slogan

EVERY = 0.01  # seconds
MID_TURN = "2022-05-15T10:24:05+08:00"  # turns of an hour are the clock's: at the full one the slide comes in anew
WOUNDS = [b"]]", b"= =", b'"""', b"\x00", b"\xff\xfe", b"[[slide]", b"duration = 8", b'kind = "slogam"', b"a.b.c = {"]


def wounded(text, chance):
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(WOUNDS) + text[at + chance.randrange(40):] + b"\n]]"


def run(program, data, rounds):
    chance = random.Random(1)
    good = slogan("高息诱惑是**陷阱**").encode()
    with Display(WIDTH, HEIGHT) as display, Player(program, data, display) as player:
        player.save(good)
        player.start("--at", MID_TURN)
        player.wait_until_playing()
        before = display.screenshot()
        changed = 0
        begun = time.monotonic()
        for i in range(rounds):
            player.save(wounded(good, chance))
            time.sleep(max(0.0, begun + (i + 1) * EVERY - time.monotonic()))
            if i % 200 == 199:
                changed += display.screenshot() != before
        time.sleep(1.5)
        changed += display.screenshot() != before
        status = player.status()
        late, refused = status["frames"]["late"], bool(status["reload"]["error"])
        alive = player.process.poll() is None
    holds = alive and refused and changed == 0 and late == 0
    return holds, f"{rounds} saves, the picture changed {changed} times, {late} late frames"
