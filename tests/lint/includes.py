# SPDX-License-Identifier: MIT
"""Who may include whom: includes.tsv for our folders, third_party.tsv for everybody else's headers."""
import re

from lint import Finding

RULES = ("include-direction", "include-path", "third-party", "link-direction")

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
XP_LIST = re.compile(r"xp_library\((\w+)([^)]*)\)")
STANDARD = re.compile(r"^\w+$")  # C++ headers have no dot and no slash


def folder_of(path):
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else "main"


def allowed_folders(repo):
    return {row[0]: set(row[1].split()) if len(row) > 1 else set() for row in repo.table("includes.tsv")}


def may(allowed, folder, other):
    return other == folder or "*" in allowed[folder] or other in allowed[folder]


def check(repo):
    allowed = allowed_folders(repo)
    third_party = [(prefix, set(folders.split())) for prefix, folders in repo.table("third_party.tsv")]
    for path in repo.files("src", ".h", ".cpp"):
        folder = folder_of(path)
        if folder not in allowed:
            yield Finding("include-direction", path, 1, f"the folder {folder} has no row in tests/lint/includes.tsv")
            continue
        for number, line in repo.lines(path):
            if match := INCLUDE.match(line):
                yield from check_include(repo, allowed, third_party, path, number, match[1], match[2])
    for path in repo.files("src"):
        if path.endswith("CMakeLists.txt"):
            yield from check_links(repo, allowed, path)


def check_include(repo, allowed, third_party, path, number, bracket, header):
    folder = folder_of(path)
    if bracket == '"':
        other = header.split("/")[0]
        if "/" not in header or not repo.exists(f"src/{header}"):
            yield Finding("include-path", path, number, f'"{header}" is no file under src; write "folder/file.h"')
        elif other not in allowed:
            yield Finding("include-direction", path, number, f"the folder {other} has no row in tests/lint/includes.tsv")
        elif not may(allowed, folder, other):
            yield Finding("include-direction", path, number, f"{folder} may not include {other} (tests/lint/includes.tsv)")
        return
    if STANDARD.match(header):
        return
    rows = [folders for prefix, folders in third_party if header.startswith(prefix)]
    if not rows:
        yield Finding("third-party", path, number, f"<{header}> is not in tests/lint/third_party.tsv")
    elif not any("*" in folders or folder in folders for folders in rows):
        places = " and ".join(sorted(set().union(*rows)))
        yield Finding("third-party", path, number, f"<{header}> stays behind {places}")


def check_links(repo, allowed, path):
    for folder, rest in XP_LIST.findall(repo.text(path)):
        words = rest.split()
        if "XP" not in words or folder not in allowed:
            continue
        for other in words[words.index("XP") + 1 :]:
            if other.isupper():
                break
            if not may(allowed, folder, other):
                yield Finding("link-direction", path, 1, f"{folder} may not use {other} (tests/lint/includes.tsv)")
