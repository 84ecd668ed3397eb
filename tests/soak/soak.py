# SPDX-License-Identifier: MIT
"""usage: soak.py --release DIR --checked DIR [--short] [--only NAME]... [--list]

What a public screen must survive, item by item: one line each with its figure. The numbers are those of the bar that
the program is held to. `--short` runs a little of each. The exit code is 1 when an item does not hold."""

import argparse
import dataclasses
import importlib
import os
import pathlib
import queue
import re
import subprocess
import sys
import threading
import time
import typing

GIVES_WAY = 15  # nice
HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent


@dataclasses.dataclass(frozen=True)
class Builds:
    release: pathlib.Path  # as it is installed
    checked: pathlib.Path  # for debugging, with ASan and UBSan
    short: bool

    def program(self):
        return self.release / "src" / "xuanping"


@dataclasses.dataclass(frozen=True)
class Item:
    number: int
    name: str
    run: typing.Callable[[Builds], tuple[bool | None, str]]  # None: it cannot run here
    alone: bool = False  # judges real time: beside it only what gives way runs
    waits: bool = False  # more than it computes: beside others that give way


def row(name, short, whole, *options, checked=False):
    """A row of xp_soak, as it is installed or with sanitizers."""
    def run(builds):
        rounds = short if builds.short else whole
        build = builds.checked if checked else builds.release
        command = [build / "tests/soak/xp_soak", name, "--rounds", str(rounds), *options]
        done = subprocess.run(command, capture_output=True, text=True, cwd=SOURCE, timeout=1200)
        figures = re.sub(r"^(ok|FAILED)\s+[\w-]+: ", "", done.stdout.strip() or done.stderr.strip())
        return done.returncode == 0, figures or f"ended with {done.returncode}"
    return run


def suites(pattern):
    """Suites of ctest that prove the whole of an item in seconds."""
    def run(builds):
        done = subprocess.run(["ctest", "--test-dir", str(builds.checked), "-R", pattern, "--no-tests=error"],
                              capture_output=True, text=True, timeout=1200)
        found = re.search(r"(\d+)% tests passed, (\d+) tests? failed out of (\d+)", done.stdout)
        figures = f"{int(found[3]) - int(found[2])} of {found[3]} suites pass ({pattern})" if found else done.stderr[:300]
        if "did not run" in done.stdout:
            return None, f"what {pattern} reads is not there"
        return done.returncode == 0, figures
    return run


def wrong_playlists(builds):
    """The suite holds each to place, key and remedy; they are counted by their messages in English."""
    messages = list((SOURCE / "tests/golden/diagnostics/playlist").glob("*.en.txt"))
    placed = sum(bool(re.match(r"\S+:\d+:\d+: ", message.read_text(encoding="utf-8"))) for message in messages)
    holds, figures = suites(r"^playlist\.Mistakes|^toml\.Messages")(builds)
    return holds and placed >= 60, f"{placed} wrong playlists with place, key and remedy, {len(messages) - placed} of whole files; {figures}"


def script(module, short, whole):
    """A module beside this one: its run(program, data, rounds) returns whether it holds and what was seen."""
    def run(builds):
        return importlib.import_module(module).run(builds.program(), SOURCE, short if builds.short else whole)
    return run


ITEMS = [
    Item(1, "toml-test", suites(r"^toml\.Corpus")),
    Item(2, "mutated-playlists", row("mutated-playlists", 1000, 100_000, "--timed"), alone=True),
    Item(2, "mutated-checked", row("mutated-playlists", 1000, 20_000, "--seed", "2", checked=True)),
    Item(2, "saved-playlists", row("saved-playlists", 50, 500, checked=True)),
    Item(2, "broken-saves", script("broken_saves", 200, 10_000), alone=True),
    Item(3, "toml-bombs", row("toml-bombs", 1, 1, "--timed"), alone=True),
    Item(3, "toml-bombs-checked", row("toml-bombs", 1, 1, checked=True)),
    Item(4, "wrong-playlists", wrong_playlists),
    Item(5, "hostile-fonts", row("hostile-fonts", 100, 1_640, checked=True)),
    Item(5, "hostile-pictures", row("hostile-pictures", 200, 5_369, checked=True)),
    Item(5, "hostile-fonts-timed", row("hostile-fonts", 100, 1_640, "--timed"), alone=True),
    Item(5, "hostile-pictures-timed", row("hostile-pictures", 200, 5_369, "--timed"), alone=True),
    Item(6, "picture-bombs", row("picture-bombs", 1, 1, "--timed"), alone=True),
    Item(7, "killed-player", row("killed-player", 5, 40, "--timed"), alone=True),
    Item(7, "killed-player-2", row("killed-player", 5, 480, "--seed", "2"), waits=True),
    Item(7, "killed-player-3", row("killed-player", 5, 480, "--seed", "3"), waits=True),
    Item(8, "failing-files", row("failing-files", 7, 1)),
    Item(8, "failing-files-checked", row("failing-files", 20, 3, checked=True)),
    Item(8, "failing-writes", row("failing-writes", 5, 1, checked=True)),
    Item(8, "failing-calls", script("failing_calls", 25, 1)),
    Item(8, "failing-log", row("failing-log", 100, 1)),
    Item(9, "full-disk", row("full-disk", 3, 24)),
    Item(9, "full-disk-timed", row("full-disk", 3, 6, "--timed"), alone=True),
    Item(10, "crashing-slide", script("crashing_slide", 1, 3), alone=True),
    Item(10, "crash-loop", row("crash-loop", 4, 24)),
    Item(11, "watchdog", row("watchdog", 1, 1), waits=True),
    Item(12, "steady-memory", row("steady-memory", 20, 3 * 24 * 60)),
    Item(12, "steady-textures", row("steady-textures", 40, 400)),
    Item(12, "three-days", script("three_days", 3, 72), waits=True),
    Item(13, "reloads", script("reloads", 300, 10_000), alone=True),
    Item(13, "taken-reloads", row("taken-reloads", 200, 10_000)),
    Item(14, "clock-jumps", row("clock-jumps", 100, 1_000)),
    Item(15, "time-zones", suites(r"^(e2e\.timezone|cli\.ScheduleVerb)")),
    Item(16, "display-changes", script("display_changes", 10, 100), alone=True),
]


def judge(item, builds):
    begun = time.monotonic()
    try:
        holds, figures = item.run(builds)
    except (AssertionError, OSError, subprocess.TimeoutExpired) as error:
        holds, figures = False, f"{type(error).__name__}: {error}"
    took = time.monotonic() - begun
    mark = {True: "ok", False: "FAILED", None: "skip"}[holds]
    print(f"{mark:6} {item.number:2} {item.name:20} {figures}  [{took:.0f} s]", flush=True)
    return holds


def take_turns(items, builds, held):
    while True:
        try:
            held.append(judge(items.get_nowait(), builds))
        except queue.Empty:
            return


def judge_all(wanted, builds):
    """What judges real time one by one; beside it what waits one by one, and the others, in the end on both sides."""
    held, waiting, others = [], queue.SimpleQueue(), queue.SimpleQueue()
    for item in wanted:
        if not item.alone:
            (waiting if item.waits else others).put(item)

    def give_way(items):
        me = os.PRIO_PROCESS, threading.get_native_id()  # and what this thread starts
        os.setpriority(*me, os.getpriority(*me) + GIVES_WAY)
        take_turns(items, builds, held)
    aside = [threading.Thread(target=give_way, args=[items]) for items in (waiting, others)]
    for thread in aside:
        thread.start()
    held += [judge(item, builds) for item in wanted if item.alone]
    take_turns(others, builds, held)
    for thread in aside:
        thread.join()
    return held


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--release", type=pathlib.Path)
    parser.add_argument("--checked", type=pathlib.Path)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--only", action="append", metavar="NAME")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    names = [item.name for item in ITEMS]
    if options.list:
        print("\n".join(names))
        return 0
    if unknown := set(options.only or []) - set(names):
        parser.error(f"unknown item {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    if not options.release or not options.checked:
        parser.error("--release and --checked name the builds")
    builds = Builds(options.release.resolve(), options.checked.resolve(), options.short)
    wanted = [item for item in ITEMS if not options.only or item.name in options.only]
    begun = time.monotonic()
    held = judge_all(wanted, builds)
    print(f"{held.count(True)} of {len(held)} items hold, {time.monotonic() - begun:.0f} s")
    return 1 if False in held else 0


if __name__ == "__main__":
    sys.exit(main())
