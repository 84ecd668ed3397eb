# SPDX-License-Identifier: MIT
"""What holds for every file by itself."""
import posixpath
import re

from lint import FOLDERS, Finding

RULES = ("licence", "length", "unfinished", "clock", "text", "unlisted")

LONGEST = 450
CODE = (".h", ".cpp", ".py", ".cmake")
CLOCK = re.compile(
    r"::now\(\)|\btime\((nullptr|NULL|0|&)|\b(clock_gettime|gettimeofday|localtime|SDL_GetTicks\w*|SDL_GetPerformanceCounter)\("
)
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
BINARY = (".png", ".jpg", ".webp", ".mp4", ".ttf", ".otf", ".mo", ".bin")


def check(repo):
    for folder in FOLDERS:
        for path in repo.files(folder):
            if not path.endswith(BINARY):
                yield from check_text(repo, path)
    for path in repo.files("src", ".cpp") + repo.files("tests", ".cpp"):
        yield from check_listed(repo, path)


def check_text(repo, path):
    if is_hostile_sample(path):
        return
    text = repo.text(path)
    lines = text.splitlines()
    if needs_licence(path, lines) and not any("SPDX-License-Identifier: MIT" in line for line in lines[:2]):
        yield Finding("licence", path, 1, "the first line says: SPDX-License-Identifier: MIT")
    if text and (not text.endswith("\n") or "\r" in text):
        yield Finding("text", path, len(lines), "lines end with LF, the last one too")
    if path.startswith("src/") and len(lines) > LONGEST and path.endswith(CODE):
        yield Finding("length", path, LONGEST, f"{len(lines)} lines; over {LONGEST} there is a second noun inside")
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            yield Finding("unfinished", path, number, "finish it, or write an issue")
        if path.startswith("src/") and path != "src/base/time.cpp" and path.endswith(CODE) and CLOCK.search(line):
            yield Finding("clock", path, number, "only src/base/time.cpp reads a clock")


def check_listed(repo, path):
    """CMake names files one by one; a forgotten test would pass for ever."""
    folder = posixpath.dirname(path)
    while folder and not repo.exists(f"{folder}/CMakeLists.txt"):
        folder = posixpath.dirname(folder)
    lists = posixpath.join(folder, "CMakeLists.txt")
    name = re.escape(posixpath.relpath(path, folder or "."))
    if not repo.exists(lists) or not re.search(rf"(?<![\w/-]){name}(?!\w)", repo.text(lists)):
        yield Finding("unlisted", path, 1, f"is not in {lists}: nobody builds it")


def is_hostile_sample(path):
    """Broken input on purpose: not UTF-8, CRLF, no final newline."""
    return path.startswith(("tests/golden/", "tests/fuzz/"))


def needs_licence(path, lines):
    return path.endswith(CODE) or path.endswith("CMakeLists.txt") or (lines[:1] != [] and lines[0].startswith("#!"))
