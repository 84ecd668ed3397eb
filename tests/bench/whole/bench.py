#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: bench.py --program XUANPING --tools FOLDER [--seconds N] [--minutes N] [--rounds N] [--only SCENARIO …] [--of NAME …]

Plays what performance.md compares, the programs in turn, each on a virtual X server of its own, and prints tables in
Markdown. Medians of the rounds. tools/bench builds what it needs and calls it.
"""
import argparse
import datetime
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

import pacing
import peers
import presenters
import scale
import stage
import text
from table import header, median, number, row

FULL_HD, UHD, STRIP = (1920, 1080), (3840, 2160), (256, 32)
SCENARIOS = {
    "ticker-1080p": ("Ticker at 60 Hz and 240 px/s over a still slide, 1920×1080", "ticker", FULL_HD),
    "ticker-4k": ("The same, 3840×2160", "ticker", UHD),
    "ticker-led": ("A line alone, 256×32", "ticker", STRIP),
    "static-1080p": ("A still slide, 1920×1080", "static", FULL_HD),
    "fade-1080p": ("Full-screen cross-fades, 1920×1080", "fade", FULL_HD),
    "fade-4k": ("The same, 3840×2160", "fade", UHD),
}
WARM_UP = 4


def alternating(programs, rounds, measure):
    """Each program once a round, so that a busy moment of the machine does not fall on one of them alone."""
    found = {name: [] for name, _ in programs}
    for _ in range(rounds):
        for name, make in programs:
            result = measure(make)
            if result is not None:
                found[name].append(result)
    return {name: results for name, results in found.items() if results}


def chosen(options, programs):
    return [(name, make) for name, make in programs if not options.of or any(part in name for part in options.of)]


def play(options, scenario):
    title, kind, size = SCENARIOS[scenario]
    task = peers.Task(kind, size, WARM_UP + 2 * options.seconds + 30)

    def measure(make):
        with tempfile.TemporaryDirectory() as folder:
            command = make(options.program, options.tools, task, folder)
            if command is None:
                return None
            return stage.cost_of(command, size, peers.band_of(task), options.tools, WARM_UP, options.seconds)
    results = alternating(chosen(options, peers.PROGRAMS), options.rounds, measure)
    for name, costs in results.items():
        if kind != "static" and not any(cost.fps for cost in costs):
            print(f"bench: {name} shows nothing that moves in {scenario}", file=sys.stderr)
    header(title, ("", "CPU s/s, program", "X server", "together", "frames/s", "CPU ms a frame", "interval deviation ms", "position error px", "wake-ups/s", "RSS MB", "PSS MB"))
    for name, costs in results.items():
        middle = {field: median([getattr(cost, field) for cost in costs]) for field in stage.Cost.__dataclass_fields__}
        row((name, number(middle["program_cpu"], 4), number(middle["server_cpu"], 4),
             number(median([c.program_cpu + c.server_cpu for c in costs]), 4), number(middle["fps"], 1),
             number(middle["frame_cpu_ms"], 2), number(middle["interval_deviation_ms"], 2), number(position_error(kind, middle), 3), number(middle["wakeups"], 1), number(middle["resident_mb"], 0),
             number(middle["proportional_mb"], 0)))


def position_error(kind, middle):
    """Of a line that steps at 60 Hz: how far it stands from where it would be if every step came on the beat."""
    beat = middle["beat_deviation_ms"]
    return beat * peers.SPEED / 1000 if kind == "ticker" and beat is not None else None


def floor_line(program, tools, task, folder):
    return [f"{tools}/floor_line", *map(str, task.size), peers.FONT, "2", peers.SLOGAN]


def start(options):
    task = peers.Task("static", FULL_HD, 60)
    bundled = [options.program, "play", str(pathlib.Path(__file__).resolve().parents[3] / "slides/zhangye-2022-05-15"), "--at", peers.AT]
    programs = [("Xuanping, the bundled campaign", lambda *_: [*bundled, "--speed", peers.SLOWEST])]
    programs += [(name, floor_line if make is peers.floor else make) for name, make in peers.PROGRAMS]

    def measure(make):
        with tempfile.TemporaryDirectory() as folder:
            command = make(options.program, options.tools, task, folder)
            return command and stage.start_of(command, FULL_HD, options.tools)
    results = alternating(chosen(options, programs), options.rounds, measure)
    header("Start: process begun to first correct picture, 1920×1080", ("", "wall ms", "CPU ms until all is quiet"))
    for name, starts in results.items():
        row((name, number(median([s.wall_ms for s in starts]), 0), number(median([s.cpu_ms for s in starts]), 0)))


OTHERS = {"start": start, "text": text.measure, "scale": scale.measure, "presenters": presenters.measure, "pacing": pacing.measure}


def about(options):
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    load = open("/proc/loadavg").read().split()[0]
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True,
                            cwd=pathlib.Path(__file__).parent).stdout.strip()
    print(f"{datetime.datetime.now():%Y-%m-%d %H:%M}, {model}, {len(os.sched_getaffinity(0))} cores, "
          f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Xvfb 24 bit, load {load} at the start; commit {commit or '?'}; "
          f"{options.seconds} s a measurement, medians of {options.rounds}.")


def main():
    parser = argparse.ArgumentParser(description="Xuanping beside its peers")
    parser.add_argument("--program", required=True)
    parser.add_argument("--tools", required=True, help="folder of the floor programs, screen_probe and xp_text_bench")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--minutes", type=int, default=10, help="that pacing watches each of its rows")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=(*SCENARIOS, *OTHERS))
    parser.add_argument("--of", nargs="+", metavar="NAME", help="only programs whose name has one of these in it")
    options = parser.parse_args()
    about(options)
    for scenario in options.only or (*SCENARIOS, *OTHERS):
        if scenario in OTHERS:
            OTHERS[scenario](options)
        else:
            play(options, scenario)
    return 0


if __name__ == "__main__":
    sys.exit(main())
