# SPDX-License-Identifier: MIT
"""The systemd units are understood, leave the player few rights (systemd-analyze security, at most 4.0) and never give a screen up."""
import re
import subprocess

from lint import Finding

RULES = ("unit-exposure", "unit-alike", "unit-tireless")
MOST = 40  # tenths
# After five crashes in ten seconds systemd lets a unit die for good, unless it is told otherwise.
TIRELESS = {"Unit": ["StartLimitIntervalSec=0"], "Service": ["Restart=always", "Type=notify", "WatchdogSec=10"]}


def lacking(text):
    """The lines of TIRELESS that the unit does not have in their sections."""
    for section, lines in TIRELESS.items():
        body = text.partition(f"[{section}]\n")[2].partition("\n[")[0].splitlines()
        for line in lines:
            key = line.partition("=")[0] + "="
            if [said for said in body if said.startswith(key)] != [line]:
                yield f"[{section}] {line}"


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
        for line in lacking(repo.text(path)):
            yield Finding("unit-tireless", path, 1, f"lacks {line}, or says otherwise too")
    for path in units[1:]:
        if service_of(repo.text(path)) != service_of(repo.text(units[0])):
            yield Finding("unit-alike", path, 1, f"differs from {units[0]} in more than its instance")
