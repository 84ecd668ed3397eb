# SPDX-License-Identifier: MIT
"""Runs the public typography cases (judge.py and cases.tsv beside the source tree) against the program.

usage: typography_judge.py XUANPING FOLDER

Fails when a case of tier must fails that README.md does not list, or when less than 97 % of the cases of tiers must and should pass;
cases of a group that README.md lists are left out of both. Exit 77 when FOLDER has no cases.
"""
import csv
import pathlib
import re
import subprocess
import sys

LEAST = 0.97
SKIPPED = 77
README = pathlib.Path(__file__).with_name("README.md")


def known_failures(readme):
    """The backquoted names of the list under “Known failures”: groups and ids of cases."""
    section = readme.partition("## Known failures of the public cases\n")[2].partition("\n## ")[0]
    return {name for line in section.splitlines() if line.startswith(("- ", "  ")) for name in re.findall(r"`([^`]+)`", line)}


def groups_and_tiers(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["id"]: (row["group"], row["tier"])
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def judge(xuanping, folder):
    command = [sys.executable, "-B", folder / "judge.py", "--xuanping", xuanping, folder / "cases.tsv"]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    print(done.stdout)
    tally = {}
    for line in done.stdout.splitlines():
        if found := re.fullmatch(r"(\S+)\s+(\d+)\s+(\d+)\s+\d+", line):
            tally[found[1]] = (int(found[2]), int(found[3]))
    return tally, re.findall(r"^FAIL (\S+)", done.stdout, re.MULTILINE)


def main():
    xuanping, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (folder / "cases.tsv").exists():
        print(f"not run: there are no typography cases in {folder}")
        return SKIPPED
    known = known_failures(README.read_text(encoding="utf-8"))
    cases = groups_and_tiers(folder / "cases.tsv")
    tally, failed = judge(xuanping, folder)
    counted = [count for group, count in tally.items() if group not in known]
    passed, total = sum(count[0] for count in counted), sum(map(sum, counted))
    unknown = [case for case in failed
               if cases[case][1] == "must" and case not in known and cases[case][0] not in known]
    for group in sorted(known & tally.keys()):
        if tally[group][1] == 0:
            print(f"the group {group} passes: take it off the list in {README}")
    print(f"{passed} of {total} cases outside the listed groups pass; must-cases that fail unlisted: {unknown or 'none'}")
    return 0 if total and passed >= LEAST * total and not unknown else 1


if __name__ == "__main__":
    sys.exit(main())
