# SPDX-License-Identifier: MIT
"""A slide that makes the player crash as soon as it is shown, and a service manager that starts it again after a second."""

import json
import signal
import subprocess
import time

from players import HEIGHT, WIDTH, Display, Player, read_png, slogan, wait_until

RESTART = 1.0  # seconds: RestartSec of the unit
LONGEST, MOST_STARTS = 30.0, 10  # from the first crash to good content; of the player an hour
CALM = 15  # seconds: turns in which the slide would come again

PLAYLIST = slogan("守好您的**钱袋子**", "bad").replace("[campaign]", '[campaign]\nsync = "start"').replace("1h", "3s") + """
[[slide]]
id = "good"
kind = "slogan"
text = "高息诱惑是**陷阱**"
duration = "3s"
"""


def shown(player):
    """The slide on the screen of this process; None: nothing yet."""
    status = player.status()
    showing = status.get("pid") == player.process.pid and status.get("showing")
    return showing[0]["slide"] if showing else None


def at_work_on(player):
    """The slide that a crash now would be blamed on: what is being prepared, otherwise what is shown."""
    mark = (player.state / "running.mark").read_text()
    return json.JSONDecoder().raw_decode(mark)[0]["slide"]


def render(player):
    out = player.folder / "good.png"
    subprocess.run([player.program, "render", player.playlist, "--screen", player.screen, "--slide", "good", "-o", out], check=True,
                   env=player.environment(), capture_output=True)
    return read_png(out)


def crash_until_good(player):
    """Kills each player that shows the slide; the number of starts, and when the first was killed."""
    starts, first = 0, None
    while starts <= MOST_STARTS:
        player.start()
        starts += 1
        if wait_until(lambda: shown(player), "a slide", pause=0.01) == "good":
            break
        # It is this slide that crashes, not the one that is prepared meanwhile.
        wait_until(lambda: at_work_on(player) == "bad", "the bad slide at work", pause=0.01)
        first = first or time.monotonic()
        player.process.send_signal(signal.SIGSEGV)
        player.process.wait()
        time.sleep(RESTART)
    return starts, first


def run(program, data, rounds):
    slowest, most, came_back = 0.0, 0, 0
    for _ in range(rounds):
        with Display(WIDTH, HEIGHT) as display, Player(program, data, display) as player:
            player.save(PLAYLIST)
            good = render(player)
            starts, first = crash_until_good(player)
            wait_until(lambda: display.screenshot() == good, "the good picture", pause=0.01)
            slowest, most = max(slowest, time.monotonic() - first), max(most, starts)
            calm = time.monotonic() + CALM
            while time.monotonic() < calm:
                came_back += shown(player) != "good"
                time.sleep(0.2)
            quarantined = [left["slide"] for left in player.status()["unusable"] if left["quarantined"]]
            holds = player.process.poll() is None and quarantined == ["bad"]
    holds = holds and slowest <= LONGEST and most <= MOST_STARTS and came_back == 0
    return holds, (f"{rounds} times: at most {most} starts, the good slide {slowest:.1f} s after the first crash, in quarantine: "
                   f"{', '.join(quarantined)}; seen again in {CALM} s: {came_back}")
