# SPDX-License-Identifier: MIT
"""Every example and the bundled campaign by the presenter sdl on Mesa's software GL, held against what the processor paints."""

import os
import pathlib
import subprocess
import sys

from table import header, row

E2E = pathlib.Path(__file__).resolve().parents[2] / "e2e"


def measure(options):
    compare = pathlib.Path(options.tools).resolve().parent / "e2e/xp_compare_presenters"
    environment = os.environ | {"COMPARE_PRESENTERS": str(compare), "ALL_EXAMPLES": "1"}
    done = subprocess.run([sys.executable, "-B", "-m", "unittest", "presenter_test.Examples"], cwd=E2E, env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    header("sdl against cpu, 640×360, pictures of every transition, entrance and rest" + ("" if done.returncode == 0 else ": FAILED"),
           ("", "what differs"))
    for line in done.stdout.splitlines():
        campaign, found, figures = line.partition(": ")
        if found and "pictures" in figures:
            row((pathlib.Path(campaign).name, figures))
