# SPDX-License-Identifier: MIT
"""usage: outputs.py PROGRAM DATA ROUNDS
A player on an X server whose output changes its mode, goes and comes back; at last the server ends. By itself it judges pictures and
exit code only: times are for a machine that does nothing else."""

import dataclasses
import random
import subprocess
import sys
import time

from players import HEIGHT, WIDTH, Player, slogan
from display import PATIENCE, MovingDisplay, read_png  # noqa: E402

AT = "2022-05-15T10:24:05+08:00"
MODES = ((1280, 720), (800, 600), (1024, 768), (640, 360), (1600, 900), (640, 480))
SETTLED = 0.7  # seconds; after a change the window is made anew, until then the old one may still be right
LONGEST_WRONG, LONGEST_DYING = 2.0, 5.0


@dataclasses.dataclass
class Seen:
    waits: list  # seconds until each change's picture was right for good
    died_after: float = 0.0  # seconds after its server
    code: int | None = None
    fault: str = ""


def right_picture(player):
    out = player.folder / "right.png"
    subprocess.run([str(player.program), "render", str(player.playlist), "--screen", str(player.screen), "--at", AT, "-o", str(out)],
                   check=True, env=player.environment(), timeout=PATIENCE)
    return read_png(out)


def wait_for(picture, display, player, patience):
    """Seconds until the picture is right and stays so; nothing where it is not in time."""
    start = since = time.monotonic()
    while time.monotonic() - start < patience and player.process.poll() is None:
        seen = time.monotonic()
        if display.screenshot() != picture.on_black(*display.size):
            since = time.monotonic()
        elif seen - since > SETTLED:
            return since - start
        time.sleep(0.02)
    return None


def change(display, chance, number):
    """Another mode; each third time the output is off for a while before."""
    if number % 3 == 2:
        display.off()
        time.sleep(chance.uniform(0, 1.5))
    display.mode(*MODES[number % len(MODES)])


def survive(program, data, rounds):
    chance, seen = random.Random(1), Seen([])
    with MovingDisplay() as display, Player(program, data, display) as player:
        display.mode(WIDTH, HEIGHT)
        player.save(slogan("高息诱惑是**陷阱**"))
        right = right_picture(player)
        player.start("--at", AT, "--speed", "0")
        if wait_for(right, display, player, PATIENCE) is None:
            seen.fault = "it does not start: " + player.said()
        for number in range(0 if seen.fault else rounds):
            change(display, chance, number)
            took = wait_for(right, display, player, 10 * LONGEST_WRONG)
            if took is None:
                seen.fault = f"no right picture after change {number}, exit code {player.process.poll()}: {player.said()}"
                break
            seen.waits.append(took)
        display.kill()
        begun = time.monotonic()
        seen.code = player.process.wait(PATIENCE)
        seen.died_after = time.monotonic() - begun
    return seen


def figures(seen):
    return seen.fault or (f"{len(seen.waits)} changes of an output, the picture right after {max(seen.waits):.2f} s at the worst, "
                          f"{sum(seen.waits) / len(seen.waits):.2f} s on average; {seen.died_after:.2f} s after its server it ends with {seen.code}")


def run(program, data, rounds):
    seen = survive(program, data, rounds)
    in_time = not seen.fault and max(seen.waits) <= LONGEST_WRONG and seen.died_after <= LONGEST_DYING
    return in_time and seen.code == 75, figures(seen)


def main():
    seen = survive(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    print(figures(seen))
    return 0 if not seen.fault and seen.code == 75 else 1


if __name__ == "__main__":
    sys.exit(main())
