# SPDX-License-Identifier: MIT
"""A program on a virtual X server of its own, measured while it plays."""

import contextlib
import dataclasses
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import processes

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "e2e"))
from display import Display  # noqa: E402  (the end-to-end tests' own)


@dataclasses.dataclass
class Cost:
    """Of a stretch of display; rates are a second of display."""
    program_cpu: float
    server_cpu: float
    wakeups: float
    resident_mb: float
    proportional_mb: float
    interval_deviation_ms: float | None = None  # None: nothing moves
    beat_deviation_ms: float | None = None  # None: not at the display's 60 Hz
    fps: float | None = None  # while something moves
    frame_cpu_ms: float | None = None  # program and server


def clean_environment(display, folder):
    keep = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "NOTIFY_SOCKET")}
    keep.update(DISPLAY=display, LC_ALL="C.UTF-8", HOME=folder, XDG_RUNTIME_DIR=folder, STATE_DIRECTORY=f"{folder}/state")
    return keep


@contextlib.contextmanager
def running(command, display):
    """The program in an empty home; ended, with all its children, afterwards."""
    folder = tempfile.mkdtemp(prefix="bench")
    process = subprocess.Popen(command, env=clean_environment(display, folder), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield process
    finally:
        members = processes.family(process.pid)
        for member in members:
            with contextlib.suppress(ProcessLookupError):
                os.kill(member, 15)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            pass
        for member in members:
            with contextlib.suppress(ProcessLookupError):
                os.kill(member, 9)
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def cost_of(command, size, band, tools, warm_up, seconds):
    """Costs are taken first; how even the frames come is watched afterwards, for watching costs the server something."""
    with Display(*size) as display, running(command, display.name) as process:
        time.sleep(warm_up)
        server = [display.server.pid]
        begun = time.monotonic()
        members = processes.family(process.pid)
        before = processes.cpu_seconds(members), processes.cpu_seconds(server), processes.wakeups(members)
        time.sleep(seconds)
        if process.poll() is not None:
            print(f"bench: {' '.join(command[:3])} … ended by itself with {process.returncode}", file=sys.stderr)
            return None
        after = processes.cpu_seconds(members), processes.cpu_seconds(server), processes.wakeups(members)
        passed = time.monotonic() - begun
        rates = [(b - a) / passed for a, b in zip(before, after)]
        cost = Cost(*rates, *processes.memory_mb(members))
        if band:
            frames, cost.fps, cost.interval_deviation_ms, cost.beat_deviation_ms = evenness(tools, display.name, band, seconds)
            if frames:
                cost.frame_cpu_ms = (cost.program_cpu + cost.server_cpu) * 1000 / frames
        return cost


REST = 0.25  # seconds: nothing is meant to move between two slides' fades


def evenness(tools, display, band, seconds):
    """As the server draws in that rectangle: frames a second of display; the same while something moves; the standard
    deviation of their distances; and that of the frames from an even beat of 60 Hz."""
    frames = frames_of(tools, display, band, seconds)
    distances = [b - a for a, b in zip(frames, frames[1:]) if b - a < REST]
    if len(distances) < 3:
        return 0.0, 0.0, None, None
    rate = 1 / statistics.mean(distances)
    return len(frames) / seconds, rate, statistics.pstdev(distances) * 1000, off_beat(frames) if abs(rate - 60) < 0.5 else None


def frames_of(tools, display, band, seconds):
    """When the server drew in that rectangle, in seconds of the monotonic clock."""
    done = subprocess.run([f"{tools}/screen_probe", "changes", str(seconds), *map(str, band)], env={"DISPLAY": display},
                          check=True, capture_output=True, text=True)
    frames = []
    for at in map(float, done.stdout.split()):
        if not frames or at - frames[-1] > 0.004:  # one frame may be drawn in several pieces
            frames.append(at)
    return frames


def off_beat(frames):
    """Milliseconds: what a picture that is drawn in steps of a sixtieth of a second is early or late."""
    phases = [at * 60 % 1 for at in frames]
    middle = statistics.median(phases)
    return statistics.pstdev([((phase - middle + 0.5) % 1 - 0.5) / 60 for phase in phases]) * 1000


@dataclasses.dataclass
class Start:
    wall_ms: float
    cpu_ms: float  # in all of the first seconds, quiet ones included


def start_of(command, size, tools, quiet=1.5):
    """From the program's begin to the moment at which the picture was the one that then stood still."""
    with Display(*size) as display:
        if command[0].endswith("floor_line"):  # it ends with its picture, and says itself when that was there
            before = os.times()
            said = subprocess.run(command, env=clean_environment(display.name, "/nonexistent"), check=True,
                                  capture_output=True, text=True).stdout
            after = os.times()
            used = after.children_user + after.children_system - before.children_user - before.children_system
            return Start(float(said.split()[0]), used * 1000)
        with watching(tools, display.name, quiet) as settled:
            begun = time.monotonic()
            with running(command, display.name) as process:
                at = settled()
                if at is None:
                    return None
                cpu = processes.cpu_seconds(processes.family(process.pid))
    return Start((at - begun) * 1000, cpu * 1000)


@contextlib.contextmanager
def watching(tools, display, quiet):
    """Gives a function that waits until the picture has settled and returns when that was."""
    probe = subprocess.Popen([f"{tools}/screen_probe", "settled", str(quiet)], env={"DISPLAY": display}, stdout=subprocess.PIPE, text=True)
    assert probe.stdout.readline() == "ready\n", "the probe does not start"

    def settled():
        line = probe.stdout.readline()
        return float(line) if line else None  # None: nothing was drawn in a minute
    try:
        yield settled
    finally:
        probe.kill()
        probe.wait()
