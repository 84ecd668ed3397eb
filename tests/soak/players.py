# SPDX-License-Identifier: MIT
"""A player on a virtual display, watched from outside: what it shows, how it is, what it costs."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))
from display import Display, Outputs, read_png, wait_until  # noqa: E402

WIDTH, HEIGHT = 640, 360
SCREEN = f"""[screen]
name = "small"
size = [{WIDTH}, {HEIGHT}]

[[zone]]
name = "main"
rect = [0, 0, {WIDTH}, {HEIGHT}]
"""


def slogan(text, name="only"):
    """A playlist of one slogan, which stands."""
    return f"""[campaign]
title = "守护钱袋子"

[[slide]]
id = "{name}"
kind = "slogan"
text = "{text}"
duration = "1h"
"""


class Player:
    """`xuanping play` with a folder and a state of its own; a context."""

    def __init__(self, program, data, display=None):
        self.program, self.data, self.display = program, data, display
        self.holder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.holder.name)
        self.state = self.folder / "state"
        self.playlist = self.folder / "playlist.toml"
        self.screen = self.folder / "small.toml"
        self.log = self.folder / "log"
        self.screen.write_text(SCREEN)
        self.process = None

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.end()
        self.holder.cleanup()

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def environment(self):
        keep = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
        keep.update(STATE_DIRECTORY=str(self.state), LC_ALL="C.UTF-8", XUANPING_DATA=str(self.data))
        if self.display:
            keep["DISPLAY"] = self.display.name
        return keep

    def start(self, *options):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(self.program), "play", str(self.playlist), "--lang", "en", "--screen", str(self.screen), *options],
                env=self.environment(), stderr=log, stdout=log)

    def save(self, text):
        """As editors do: a new file, put in the place of the old."""
        fresh = self.folder / "fresh"
        fresh.write_bytes(text if isinstance(text, bytes) else text.encode())
        fresh.replace(self.playlist)

    def status(self):
        """Of status.json; empty while there is none."""
        try:
            return json.loads((self.state / "status.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {}

    def wait_until_playing(self):
        wait_until(lambda: self.status().get("state") == "playing" and self.status().get("showing"), "the player")

    def said(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    # What the process costs, of /proc.
    def resident_kib(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        return 0

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def threads(self):
        return len(os.listdir(f"/proc/{self.process.pid}/task"))


__all__ = ["Display", "Outputs", "Player", "WIDTH", "HEIGHT", "read_png", "slogan", "wait_until"]
