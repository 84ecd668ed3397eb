# SPDX-License-Identifier: MIT
"""Each call of the system on the state directory fails by itself, opened, read, written, synced, cut, renamed or removed,
while a player shows a slide: it goes on, shows what it would have shown, and leaves no file that cannot be read."""

import errno
import json
import os
import subprocess
import tempfile
from pathlib import Path

from players import SCREEN, slogan

CODES = (errno.EIO, errno.ENOSPC, errno.EROFS)
AT = "2026-05-15T10:00:05+08:00"


class Stage:
    """Where each run finds the same slide and an empty state directory."""

    def __init__(self, program, data, folder):
        self.command = [program, "play", folder / "playlist.toml", "--lang", "en", "--screen", folder / "small.toml", "--at", AT,
                        "--offscreen", "--speed", "max", "--for", "20s"]
        self.library = Path(program).parent.parent / "tests/soak/libxp_failing_calls.so"
        self.data, self.folder, self.runs = data, folder, 0
        (folder / "playlist.toml").write_text(slogan("守好您的**钱袋子**"), encoding="utf-8")
        (folder / "small.toml").write_text(SCREEN)

    def run(self, call, code):
        """The exit code, the pictures, what was said, how many calls there were and which one failed."""
        self.runs += 1
        own = self.folder / str(self.runs)
        state, frames, told = own / "state", own / "frames", own / "told"
        state.mkdir(parents=True)
        environment = os.environ | {"XUANPING_DATA": str(self.data), "STATE_DIRECTORY": str(state), "LD_PRELOAD": str(self.library),
                                    "XP_FAIL_UNDER": str(state), "XP_FAIL_CALL": str(call), "XP_FAIL_CODE": str(code), "XP_FAIL_TOLD": str(told)}
        done = subprocess.run([*self.command, "--state", state, "--frames", frames], env=environment, capture_output=True, text=True, timeout=60)
        for file in state.glob("*.json"):
            json.loads(file.read_text(encoding="utf-8"))
        calls, failed = told.read_text().splitlines()
        said = [line for line in done.stderr.splitlines() if "clock cannot be trusted" not in line]
        return done.returncode, [picture.read_bytes() for picture in sorted(frames.glob("*"))], said, int(calls), failed


def run(program, data, rounds):
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(program, data, Path(folder))
        code, pictures, said, calls, _ = stage.run(0, 0)
        if code or not pictures or said or not calls:
            return False, f"without a fault: ended with {code}, {len(pictures)} pictures, {calls} calls, {said}"
        failed, silent, wrong = 0, {}, []
        for number in range(1, calls + 1, rounds):
            for fault in CODES:
                code, seen, said, _, name = stage.run(number, fault)
                if not name:
                    continue  # this time there were fewer
                failed += 1
                if code or seen != pictures:
                    wrong.append(f"{name} with {errno.errorcode[fault]}: ended with {code}, {'the same' if seen == pictures else 'other'} pictures")
                if not said:
                    silent[name.split(".")[0]] = silent.get(name.split(".")[0], 0) + 1
    quiet = ", ".join(f"{name} {count}" for name, count in sorted(silent.items()))
    return failed > 0 and not wrong, "; ".join([f"{failed} calls failed one by one, the picture stood", f"not said: {quiet or 'none'}", *wrong[:3]])
