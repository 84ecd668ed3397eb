# SPDX-License-Identifier: MIT
"""Scripts parse, may be executed and stop at their first error."""
import os
import subprocess

from lint import Finding

RULES = ("script-syntax", "script-mode", "script-strict")


def check(repo):
    for path in repo.files("tools") + repo.files(".ci"):
        if not repo.text(path).startswith("#!/usr/bin/env bash\n"):
            continue
        done = subprocess.run(["bash", "-n", repo.root / path], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            yield Finding("script-syntax", path, 1, done.stderr.strip())
        if not os.access(repo.root / path, os.X_OK):
            yield Finding("script-mode", path, 1, "is not executable")
        if "\nset -euo pipefail\n" not in repo.text(path):
            yield Finding("script-strict", path, 1, "needs set -euo pipefail")
