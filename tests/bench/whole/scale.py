# SPDX-License-Identifier: MIT
"""How reading, starting, checking and reloading grow with the playlist: 20 slides and 3,000."""

import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import peers
import processes
import stage
from table import header, median, number, row

MAKER = pathlib.Path(__file__).resolve().parents[1] / "long_playlist.py"
SIZE = (1920, 1080)


def playlist(folder, slides):
    text = subprocess.run([sys.executable, "-B", str(MAKER), str(slides)], check=True, capture_output=True, text=True).stdout
    path = pathlib.Path(folder, "playlist.toml")
    path.write_text(text)
    return path


def cpu_of(command):
    """CPU milliseconds of a command that ends by itself."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def command(options, path, at=peers.AT):
    screen = pathlib.Path(path).with_name("screen.toml")
    screen.write_text(peers.screen(peers.Task("static", SIZE, 0)))
    return [options.program, "play", str(path), "--screen", str(screen), "--at", at, "--speed", peers.SLOWEST]


def memory(options, path):
    with stage.Display(*SIZE) as display, stage.running(command(options, path), display.name) as process:
        time.sleep(3)
        return processes.memory_mb([process.pid])[1]


def reload_ms(options, path):
    """From the saving of a changed word on the slide that is shown to the picture with it, its transition in it."""
    with stage.Display(*SIZE) as display, stage.running(command(options, path), display.name):
        time.sleep(3)
        text = path.read_text()
        fresh = path.with_name("fresh")
        fresh.write_text("".join(line.replace('text = "', 'text = "新') if line.startswith("text") else line
                                 for line in text.splitlines(keepends=True)))
        with stage.watching(options.tools, display.name, 1.5) as settled:
            begun = time.monotonic()
            fresh.replace(path)
            at = settled()
            assert at, "the edit never came to the screen"
            return (at - begun) * 1000


def measure(options):
    found = {}
    for slides in (20, 3000):
        with tempfile.TemporaryDirectory() as folder:
            path = playlist(folder, slides)
            starts = [stage.start_of(command(options, path), SIZE, options.tools) for _ in range(options.rounds)]
            found[slides] = [
                median([s.wall_ms for s in starts]), median([s.cpu_ms for s in starts]), memory(options, path),
                median([cpu_of([options.program, "schedule", str(path), "--at", peers.AT]) for _ in range(options.rounds)]),
                cpu_of([options.program, "check", str(path), "--screen", "plaza-1080p"]), reload_ms(options, path)]
    header("Scale", ("", "20 slides", "3,000 slides", "ratio"))
    names = ("start, wall ms", "start, CPU ms until all is quiet", "PSS MB", "read and validated (`schedule`), CPU ms",
             "`check` on one screen, CPU ms", "all words edited and saved to the settled picture, wall ms (the 500 ms fade in it)")
    for name, few, many in zip(names, found[20], found[3000]):
        row((name, number(few, 1), number(many, 1), number(many / few, 2)))
