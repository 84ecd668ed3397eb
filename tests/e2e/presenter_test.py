# SPDX-License-Identifier: MIT
"""The presenter sdl on a virtual X server, by Mesa's software GL: what it shows is what cpu paints."""

import os
import pathlib
import subprocess
import tempfile
import unittest

from display import Display

COMPARE, DATA = os.environ["COMPARE_PRESENTERS"], pathlib.Path(os.environ["XUANPING_DATA"])
WIDTH, HEIGHT = 640, 360
ZONES = """
[[zone]]
name = "main"
rect = [0, 0, 640, 290]

[[zone]]
name = "marquee"
rect = [0, 290, 640, 30]
plays = "marquee"

[[zone]]
name = "ticker"
rect = [0, 320, 480, 40]
plays = "ticker"

[[zone]]
name = "clock"
rect = [480, 320, 160, 40]
plays = "clock"
"""


def screen(zones, keys=""):
    return f"""[screen]
name = "small"
size = [{WIDTH}, {HEIGHT}]
presenter = "sdl"
{keys}
{zones}"""


def compared(profile, campaigns):
    """The line that each campaign has; the code is 0 where all of them are drawn as they are painted."""
    with tempfile.TemporaryDirectory() as folder, Display(WIDTH, HEIGHT) as display:
        path = pathlib.Path(folder) / "small.toml"
        path.write_text(profile)
        environment = os.environ | {"DISPLAY": display.name, "SDL_RENDER_DRIVER": "opengl", "LC_ALL": "C.UTF-8",
                                    "LIBGL_ALWAYS_SOFTWARE": "1", "ASAN_OPTIONS": "detect_leaks=0"}
        environment.pop("WAYLAND_DISPLAY", None)
        return subprocess.run([COMPARE, path, *campaigns], env=environment, stdout=subprocess.PIPE, text=True)


class Examples(unittest.TestCase):
    """Examples, picture by picture: some of them, or with ALL_EXAMPLES=1 each of them and the bundled campaign."""

    def campaigns(self):
        if os.environ.get("ALL_EXAMPLES"):
            return sorted(DATA.glob("slides/examples/*/")) + sorted(DATA.glob("slides/zhangye-*/"))
        return [DATA / "slides/examples" / name for name in ("quiz", "slogan", "ticker")]

    def test_are_drawn_as_they_are_painted(self):
        done = compared(screen(ZONES), self.campaigns())
        self.assertEqual(done.returncode, 0, done.stdout)
        print(done.stdout)


class Brightness(unittest.TestCase):
    """Less light is the last step of both."""

    def test_a_picture_is_darkened_as_it_is_painted(self):
        night = 'brightness = [{ at = "00:00", percent = 20 }]'
        done = compared(screen(ZONES, night), [DATA / "slides/examples/slogan"])
        self.assertEqual(done.returncode, 0, done.stdout)
