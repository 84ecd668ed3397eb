# SPDX-License-Identifier: MIT
"""The systemd units are understood and leave the player few rights (systemd-analyze security, at most 4.0)."""
import re
import subprocess

from lint import Finding

RULES = ("unit-exposure", "unit-alike")
MOST = 40  # tenths


def service_of(text):
    """Its keys but those that name the instance."""
    body = text.partition("[Service]\n")[2].partition("\n[Install]")[0]
    return [line for line in body.splitlines()
            if line and not line.startswith("#") and not re.match("ExecStart|EnvironmentFile|StateDirectory", line)]


def check(repo):
    units = [path for path in repo.files("config/systemd") if path.endswith(".service")]
    for path in units:
        done = subprocess.run(["systemd-analyze", "security", "--offline=yes", f"--threshold={MOST}", repo.root / path],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
            yield Finding("unit-exposure", path, 1, f"{last[0] if last else 'fails'}; at most {MOST / 10}")
    for path in units[1:]:
        if service_of(repo.text(path)) != service_of(repo.text(units[0])):
            yield Finding("unit-alike", path, 1, f"differs from {units[0]} in more than its instance")
