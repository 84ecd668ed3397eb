# SPDX-License-Identifier: MIT
"""Virtual X servers, their screenshots, and pictures as rows of RGB bytes."""

import ctypes
import os
import pathlib
import shutil
import struct
import subprocess
import tempfile
import time
import zlib

PATIENCE = 120  # seconds; a sanitizer build on a busy machine


def wait_until(condition, what, patience=PATIENCE, pause=0.05):
    """Asks again and again until the condition holds; returns what it returned."""
    end = time.monotonic() + patience
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience} s in vain for {what}")
        time.sleep(pause)


class Picture:
    def __init__(self, width, height, rgb):
        self.width, self.height, self.rgb = width, height, rgb

    def __eq__(self, other):
        return (self.width, self.height, self.rgb) == (other.width, other.height, other.rgb)

    def mean(self):
        return tuple(sum(self.rgb[c::3]) / (self.width * self.height) for c in range(3))

    def rows(self, begin, end):
        return self.rgb[begin * self.width * 3:end * self.width * 3]

    def on_black(self, width, height):
        """What a black display of this size shows of the picture in its top left corner."""
        cut = min(width, self.width) * 3
        rows = [self.rgb[y * self.width * 3:y * self.width * 3 + cut].ljust(width * 3, b"\0") for y in range(min(height, self.height))]
        return Picture(width, height, b"".join(rows).ljust(width * height * 3, b"\0"))

    def turned(self, degrees):
        """Clockwise, by a multiple of 90."""
        picture = self
        for _ in range(degrees // 90 % 4):
            width, height, old = picture.width, picture.height, picture.rgb
            rgb = bytearray(len(old))
            for x in range(width):  # a column, from below, becomes a row
                for channel in range(3):
                    column = old[x * 3 + channel::width * 3][::-1]
                    rgb[x * height * 3 + channel:(x + 1) * height * 3:3] = column
            picture = Picture(height, width, bytes(rgb))
        return picture

    def difference(self, other):
        if (self.width, self.height) != (other.width, other.height):
            return f"{self.width}×{self.height} against {other.width}×{other.height}"
        wrong = [i for i in range(0, len(self.rgb), 3) if self.rgb[i:i + 3] != other.rgb[i:i + 3]]
        if not wrong:
            return "no difference"
        first = wrong[0] // 3
        return f"{len(wrong)} pixels differ, the first at {first % self.width}, {first // self.width}"


class Display:
    """Xvfb with one screen of 24 bit; by its name or the next that is free."""

    def __init__(self, width, height, name=None):
        self.serve(["Xvfb", *([name] if name else []), "-screen", "0", f"{width}x{height}x24", "-noreset", "-nolisten", "tcp"], "xvfb")

    def serve(self, command, packages):
        """Starts a server and waits until it listens."""
        read, write = os.pipe()
        self.server = subprocess.Popen([*command, "-displayfd", str(write)], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise AssertionError(f"{command[0]} does not start; install {packages}")
        self.name = f":{number}"

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.kill()

    def kill(self):
        self.server.kill()
        self.server.wait()

    def idle(self):
        """Milliseconds since somebody touched keys or mouse."""
        x, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        x.XOpenDisplay.restype = ctypes.c_void_p
        connection = ctypes.c_void_p(x.XOpenDisplay(self.name.encode()))
        info = (ctypes.c_ulong * 8)()  # window; state, kind; till or since; idle; mask
        saver.XScreenSaverQueryInfo(connection, ctypes.c_ulong(x.XDefaultRootWindow(connection)), info)
        x.XCloseDisplay(connection)
        return info[3]

    def screenshot(self):
        return read_xwd(subprocess.run(["xwd", "-root", "-silent", "-display", self.name], check=True, capture_output=True).stdout)


class Outputs(Display):
    """A real X server whose output exists in its memory only: it takes modes, is pulled out and plugged in. A context."""

    CONFIG = """Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  DefaultDepth 24
EndSection
"""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self.folder.name)
        (folder / "xorg.conf").write_text(self.CONFIG)
        self.serve(["Xorg", "-config", str(folder / "xorg.conf"), "-logfile", str(folder / "log"), "-noreset", "-novtswitch", "-sharevts",
                    "-nolisten", "tcp"], "xserver-xorg-core and xserver-xorg-video-dummy")

    @staticmethod
    def are_there():
        driver = pathlib.Path("/usr/lib/xorg/modules/drivers/dummy_drv.so")
        return driver.exists() and all(map(shutil.which, ("Xorg", "xrandr", "xwd")))

    def kill(self):
        super().kill()
        self.folder.cleanup()

    def xrandr(self, *words):
        subprocess.run(["xrandr", "-display", self.name, *words], check=True, capture_output=True)

    def take(self, width, height):
        """The output shows this mode, and is plugged in if need be."""
        self.xrandr("--output", "DUMMY0", "--mode", f"{width}x{height}")

    def pull_out(self):
        self.xrandr("--output", "DUMMY0", "--off")

    def screenshot(self):
        """xwd fails where the window it looks at goes away: another one is coming."""
        for _ in range(20):
            try:
                return super().screenshot()
            except subprocess.CalledProcessError:
                time.sleep(0.05)
        return super().screenshot()


def read_xwd(dump):
    """A dump of a window of true colours, as its header describes it: xwd packs a picture of several windows tighter."""
    fields = struct.unpack(">25I", dump[:100])
    header, width, height, byte_order, bits, stride, colors = (fields[i] for i in (0, 4, 5, 7, 11, 12, 19))
    masks, size = fields[14:17], bits // 8
    if bits not in (24, 32) or any(mask not in (0xff, 0xff00, 0xff0000) for mask in masks):
        raise AssertionError(f"a pixel of {bits} bits, masks {masks}: 8 bits a colour are wanted")
    places = [mask.bit_length() // 8 - 1 for mask in masks]  # bytes from the least significant
    if byte_order:
        places = [size - 1 - place for place in places]
    rgb = bytearray(width * height * 3)
    start = header + colors * 12
    for y in range(height):
        row = dump[start + y * stride:start + y * stride + width * size]
        at = y * width * 3
        for channel, place in enumerate(places):
            rgb[at + channel:at + width * 3:3] = row[place::size]
    return Picture(width, height, bytes(rgb))


def read_png(path):
    """An 8-bit RGB PNG without interlacing: what the program writes."""
    with open(path, "rb") as file:
        data = file.read()
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, color, _, _, interlaced = struct.unpack(">IIBBBBB", body)
            assert (depth, color, interlaced) == (8, 2, 0)
        elif kind == b"IDAT":
            packed += body
        at += length + 12
    raw, stride = zlib.decompress(packed), width * 3
    rows, above = [], bytes(stride)
    for y in range(height):
        start = y * (stride + 1)
        above = unfilter(raw[start], raw[start + 1:start + 1 + stride], above)
        rows.append(above)
    return Picture(width, height, b"".join(rows))


def unfilter(kind, line, above):
    if kind == 0:
        return line
    if kind == 2:
        return bytes((x + up) & 255 for x, up in zip(line, above))
    out = bytearray(line)
    for i, value in enumerate(line):
        left = out[i - 3] if i >= 3 else 0
        corner = above[i - 3] if i >= 3 else 0
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + above[i]) // 2
        else:
            guess = paeth(left, above[i], corner)
        out[i] = (value + guess) & 255
    return bytes(out)


def paeth(left, up, corner):
    p = left + up - corner
    distances = (abs(p - left), abs(p - up), abs(p - corner))
    return (left, up, corner)[distances.index(min(distances))]
