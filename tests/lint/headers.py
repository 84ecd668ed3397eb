# SPDX-License-Identifier: MIT
"""Every header compiles by itself, and says in words what it wants. A header whose .cpp includes it first is proved by the build; only the
others are compiled here."""
import concurrent.futures
import json
import os
import re
import shlex
import subprocess

from lint import Finding

RULES = ("own-header-first", "lonely-header", "pragma-once", "bool-parameter")

FIRST_INCLUDE = re.compile(r'^\s*#\s*include\s+([<"][^>"]+[>"])', re.M)
COMMENT = re.compile(r"//.*")
# By value: a bool& that is read into is no flag.
BOOL_PARAMETER = re.compile(
    r"(?:(?<!if )(?<!for )(?<!while )\(|,)\s*(?:const\s+)?bool\s+\w+\s*(?=[,)=])|\((?:const\s+)?bool[,)]"
)


def check(repo):
    lonely = []
    for path in repo.files("src", ".h"):
        if not re.search(r"^#pragma once$", repo.text(path), re.M):
            yield Finding("pragma-once", path, 1, "a header needs #pragma once")
        yield from check_parameters(repo, path)
        source = path[:-2] + ".cpp"
        if not repo.exists(source):
            lonely.append(path)
            continue
        first = FIRST_INCLUDE.search(repo.text(source))
        own = f'"{path.removeprefix("src/")}"'
        if not first or first[1] != own:
            yield Finding("own-header-first", source, 1, f"#include {own} comes first: that proves it compiles by itself")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        flags = include_flags(repo)
        yield from filter(None, pool.map(lambda path: compile_alone(repo, path, flags), lonely))


def check_parameters(repo, path):
    code = COMMENT.sub("", repo.text(path))
    for found in BOOL_PARAMETER.finditer(code):
        line = code.count("\n", 0, found.end()) + 1
        yield Finding("bool-parameter", path, line, "nobody can read a bare true or false in a call: use an enum")


def include_flags(repo):
    """Where the build finds headers: every -I, -isystem and -D of its compile database."""
    flags = {"-I" + str(repo.root / "src")}
    database = repo.build / "compile_commands.json" if repo.build else None
    if database and database.exists():
        for entry in json.loads(database.read_text(encoding="utf-8")):
            words = shlex.split(entry["command"])
            flags.update(word for word in words if word.startswith(("-I", "-D")))
            flags.update("-I" + following for word, following in zip(words, words[1:]) if word == "-isystem")
    return sorted(flags)


def compile_alone(repo, path, flags):
    command = [repo.compiler, "-std=c++20", "-fsyntax-only", "-w", "-x", "c++", *flags, "-"]
    unit = f'#include "{path.removeprefix("src/")}"\n'
    done = subprocess.run(command, input=unit, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return None
    errors = [line for line in done.stderr.splitlines() if "error:" in line]
    return Finding("lonely-header", path, 1, "does not compile by itself: " + (errors or [done.stderr])[0])
