# SPDX-License-Identifier: MIT
"""usage: lint.py GROUP [--root DIR] [--build DIR] [--compiler CXX]

Rules about the tree itself. A group is a module of this folder: RULES, the names it may report, and check(repo), which yields
findings. exceptions.tsv is a ratchet: what it lists is let through, and a row that lets nothing through is an error.
"""
import argparse
import dataclasses
import importlib
import pathlib
import sys

GROUPS = ("includes", "headers", "files", "data", "docs", "scripts", "units")
FOLDERS = (".ci", "cmake", "config", "docs", "fonts", "po", "slides", "src", "tests", "tools")
HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass(frozen=True)
class Finding:
    rule: str
    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.text}"


class Repo:
    """The tree under test, read once."""

    def __init__(self, root, tables=HERE, build=None, compiler="c++"):
        self.root = pathlib.Path(root).resolve()
        self.tables = pathlib.Path(tables)
        self.build = build and pathlib.Path(build)
        self.compiler = compiler
        self._texts = {}

    def files(self, under, *suffixes):
        """Paths relative to the root, sorted; with no suffix, every file."""
        top = self.root / under
        found = [top] if top.is_file() else top.rglob("*")
        return sorted(
            path.relative_to(self.root).as_posix()
            for path in found
            if path.is_file() and "__pycache__" not in path.parts and (not suffixes or path.suffix in suffixes)
        )

    def exists(self, path):
        return (self.root / path).exists()

    def text(self, path):
        if path not in self._texts:
            self._texts[path] = (self.root / path).read_bytes().decode()
        return self._texts[path]

    def lines(self, path):
        return enumerate(self.text(path).splitlines(), 1)

    def table(self, name):
        """Rows of a TSV beside the rules, comments left out."""
        lines = (self.tables / name).read_text(encoding="utf-8").splitlines()
        return [line.split("\t") for line in lines if line and not line.startswith("#")]


def judge(findings, exceptions, rules):
    """What is wrong after the exceptions: findings not listed, and rows of these rules that list nothing found."""
    listed = {(rule, path) for rule, path, _reason in exceptions if rule in rules}
    found = {(finding.rule, finding.path) for finding in findings}
    wrong = [str(finding) for finding in findings if (finding.rule, finding.path) not in listed]
    wrong += [f"tests/lint/exceptions.tsv: [{rule}] {path} is fine now: delete its row" for rule, path in sorted(listed - found)]
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("group", choices=GROUPS)
    parser.add_argument("--root", default=HERE.parent.parent)
    parser.add_argument("--build")
    parser.add_argument("--compiler", default="c++")
    arguments = parser.parse_args()

    group = importlib.import_module(arguments.group)
    repo = Repo(arguments.root, build=arguments.build, compiler=arguments.compiler)
    wrong = judge(list(group.check(repo)), repo.table("exceptions.tsv"), group.RULES)
    print("\n".join(wrong) if wrong else f"{arguments.group}: {', '.join(group.RULES)}: nothing found")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    sys.modules["lint"] = sys.modules["__main__"]
    sys.exit(main())
