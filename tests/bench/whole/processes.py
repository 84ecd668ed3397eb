# SPDX-License-Identifier: MIT
"""What processes cost, out of /proc. A program is its first process and all that descend from it."""

import os
import pathlib

TICK = os.sysconf("SC_CLK_TCK")


def _stat(pid):
    text = pathlib.Path(f"/proc/{pid}/stat").read_text()
    return text[text.rindex(")") + 2:].split()


def family(pid):
    """The process and its descendants that still live."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parents[int(entry)] = int(_stat(entry)[1])
            except (FileNotFoundError, ProcessLookupError):
                pass
    found = [pid]
    for member in found:
        found += [child for child, parent in parents.items() if parent == member]
    return found


def _sum(pids, of_one):
    total = 0
    for pid in pids:
        try:
            total += of_one(pid)
        except (FileNotFoundError, ProcessLookupError):
            pass
    return total


def _cpu_of_one(pid):
    """All of its threads, by the scheduler's own account where there is one: the ticks of stat are 10 ms long."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            total += int(pathlib.Path(f"/proc/{pid}/task/{task}/schedstat").read_text().split()[0]) / 1e9
        except FileNotFoundError:  # it has just ended
            pass
    if total > 0:
        return total
    fields = _stat(pid)
    return (int(fields[11]) + int(fields[12])) / TICK


def cpu_seconds(pids):
    return _sum(pids, _cpu_of_one)


def _wakeups_of_one(pid):
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            for line in pathlib.Path(f"/proc/{pid}/task/{task}/status").read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    total += int(line.split()[1])
        except FileNotFoundError:
            pass
    return total


def wakeups(pids):
    """How often their threads have gone to sleep of themselves so far, which is how often they woke."""
    return _sum(pids, _wakeups_of_one)


def _memory_of_one(pid, key):
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1]) / 1024
    return 0


def memory_mb(pids):
    """Resident and proportional: what others share is counted in parts in the second."""
    return (_sum(pids, lambda pid: _memory_of_one(pid, "Rss")), _sum(pids, lambda pid: _memory_of_one(pid, "Pss")))
