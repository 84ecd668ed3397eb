# SPDX-License-Identifier: MIT
"""A display that changes its mode, turns, is pulled out and plugged in again, and whose server dies in the end."""

import random
import subprocess
import time

from players import Outputs, Player, read_png, slogan, wait_until

MODES = [(640, 480), (800, 600), (960, 540), (1024, 576), (1024, 768)]
LONGEST_CHANGE, LONGEST_END = 2.0, 5.0  # seconds
# As large as the largest mode: a window that kept its size would show.
SCREEN = """[screen]
name = "large"
size = [1024, 768]
rotation = {}

[[zone]]
name = "main"
rect = [0, 0, 1024, 768]
"""


class Stage:
    """What the display should show."""

    def __init__(self, display, player):
        self.display, self.player = display, player
        self.size, self.degrees, self.worst, self.wrong = MODES[0], 0, {}, []
        display.take(*self.size)
        self.turns(0)

    def render(self):
        out = self.player.folder / "render.png"
        subprocess.run([self.player.program, "render", self.player.playlist, "--screen", self.player.screen, "--slide", "only",
                        "-o", out], check=True, env=self.player.environment(), capture_output=True)
        self.turned = [read_png(out).turned(degrees) for degrees in (0, 90, 180, 270)]

    def is_right(self):
        return self.display.screenshot() == self.turned[self.degrees // 90].on_black(*self.size)

    def takes(self, size):
        self.size = size
        self.display.take(*size)

    def turns(self, degrees):
        self.degrees = degrees
        fresh = self.player.folder / "fresh.toml"
        fresh.write_text(SCREEN.format(degrees))
        fresh.replace(self.player.screen)

    def change(self, chance):
        """One change; returns what it was."""
        what = chance.choice(["mode", "mode", "plug", "rotation"])
        if what == "mode":
            self.takes(chance.choice([m for m in MODES if m != self.size]))
        elif what == "plug":
            self.display.pull_out()
            time.sleep(chance.uniform(0, 1.5))  # noticed, or back before it is
            self.takes(chance.choice(MODES))
        else:
            self.turns(chance.choice([d for d in (0, 90, 180, 270) if d != self.degrees]))
        return what

    def judge(self, what):
        begun = time.monotonic()
        try:
            wait_until(self.is_right, "the picture", patience=20, pause=0.01)
        except AssertionError:
            width, height = self.size
            self.wrong.append(f"{what} to {width}×{height}, {self.degrees}°")
        self.worst[what] = max(self.worst.get(what, 0.0), time.monotonic() - begun)


def run(program, data, rounds):
    chance = random.Random(1)
    with Outputs() as display, Player(program, data, display) as player:
        player.save(slogan("守好您的**钱袋子**"))
        stage = Stage(display, player)
        stage.render()
        player.start()
        stage.judge("start")
        for _ in range(rounds):
            stage.judge(stage.change(chance))
        alive = player.process.poll() is None
        display.kill()
        begun = time.monotonic()
        code = player.process.wait(20)
        ended = time.monotonic() - begun
    del stage.worst["start"]
    slow = max(stage.worst.values()) > LONGEST_CHANGE
    holds = alive and not stage.wrong and not slow and code == 75 and ended <= LONGEST_END
    return holds, (f"{rounds} changes, {len(stage.wrong)} left a wrong picture{stage.wrong[:3] or ''}, the slowest right after "
                   + ", ".join(f"{worst:.2f} s ({what})" for what, worst in sorted(stage.worst.items()))
                   + f"; server killed: ended with {code} after {ended:.2f} s")
