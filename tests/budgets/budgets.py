#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: budgets.py SCENARIO --program XP_BUDGETS [--valgrind VALGRIND]

Counts the instructions of one scenario and compares them with instructions.tsv: more than 5 % above fails. With
XUANPING_BLESS=1 the table takes the new count. A commit that raises one says why.
"""
import argparse
import fcntl
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TABLE = pathlib.Path(__file__).with_name("instructions.tsv")
TOLERANCE = 0.05
# The library's own choices by processor are switched off, so that another machine takes the same ways.
STEADY = "glibc.cpu.hwcaps=-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM:glibc.cpu.x86_non_temporal_threshold=0x4000000"


def environment():
    """Nothing of the caller's: even the length of a variable moves the stack."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "GLIBC_TUNABLES": STEADY}


def count(scenario, program, valgrind):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "callgrind.out"  # what is left at the end; what counts is dumped before, as .1
        everything = "yes" if scenario == "start" else "no"
        done = subprocess.run(
            [valgrind, "--tool=callgrind", f"--instr-atstart={everything}", f"--callgrind-out-file={out}", program, scenario],
            env=environment(), capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"budgets: {scenario} ended with {done.returncode}\n{done.stdout}{done.stderr}")
        counted = out.with_name("callgrind.out.1").read_text()
        keep = os.environ.get("XUANPING_CALLGRIND")  # a folder: the profile stays there
        if keep:
            pathlib.Path(keep, f"callgrind.{scenario}").write_text(counted)
        return int(re.search(r"^(?:summary|totals): (\d+)", counted, re.M).group(1))


def read_table():
    lines = TABLE.read_text().splitlines() if TABLE.exists() else []
    comments = [line for line in lines if line.startswith("#")]
    rows = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    return comments, {name: int(value) for name, value in rows.items()}


def bless(scenario, instructions):
    with open(TABLE, "a+") as lock:  # the scenarios run side by side
        fcntl.flock(lock, fcntl.LOCK_EX)
        comments, rows = read_table()
        rows[scenario] = instructions
        TABLE.write_text("".join(f"{line}\n" for line in comments + [f"{name}\t{value}" for name, value in rows.items()]))


def verdict(scenario, instructions, budget):
    """What to say, and whether it is a failure."""
    change = instructions / budget - 1
    line = f"{scenario}: {instructions:,} instructions, {change:+.1%} of the committed {budget:,}"
    if change > TOLERANCE:
        return line + f"\nMore than {TOLERANCE:.0%} over the budget. Make it cheaper, or record it with XUANPING_BLESS=1 and say why.", True
    if change < -TOLERANCE:
        return line + "\nIt has become cheaper: record it with XUANPING_BLESS=1, so that it stays so.", False
    return line, False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario")
    parser.add_argument("--program", required=True)
    parser.add_argument("--valgrind", default="valgrind")
    arguments = parser.parse_args()
    instructions = count(arguments.scenario, arguments.program, arguments.valgrind)
    if os.environ.get("XUANPING_BLESS") == "1":
        bless(arguments.scenario, instructions)
        print(f"{arguments.scenario}: {instructions:,} instructions, recorded")
        return 0
    budget = read_table()[1].get(arguments.scenario)
    if budget is None:
        sys.exit(f"{arguments.scenario}: {instructions:,} instructions, and no budget: record it with XUANPING_BLESS=1")
    text, failed = verdict(arguments.scenario, instructions, budget)
    print(text)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
