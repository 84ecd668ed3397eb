# SPDX-License-Identifier: MIT
"""What the documents say exists."""
import posixpath
import re

from lint import FOLDERS, Finding

RULES = ("link", "path", "picture-size", "commands")

LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
CODE = re.compile(r"`([^`]+)`")
PATH = re.compile(r"[\w@][\w@.-]*(/[\w@.-]+)*/?")
SOURCE = (".h", ".cpp", ".py", ".cmake")  # known by its name alone, in whatever folder
OF_THE_READER = "my-"  # begins the name of what a reader makes
TOP = ("README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md")
LARGEST_PICTURE = 200 * 1024


def check(repo):
    sources = {posixpath.basename(path) for folder in FOLDERS for path in repo.files(folder, *SOURCE)}
    documents = list(TOP) + [path for folder in FOLDERS for path in repo.files(folder, ".md")]
    for path in documents:
        for number, line in repo.lines(path):
            for target in LINK.findall(line):
                if "://" not in target and not repo.exists(posixpath.join(posixpath.dirname(path), target)):
                    yield Finding("link", path, number, f"{target} does not exist")
            for target in named_paths(line):
                if path != "CHANGELOG.md" and not is_there(repo, path, target, sources):
                    yield Finding("path", path, number, f"{target} does not exist")
    for path in repo.files("docs", ".png", ".jpg"):
        if (repo.root / path).stat().st_size > LARGEST_PICTURE:
            yield Finding("picture-size", path, 1, f"larger than {LARGEST_PICTURE // 1024} KiB")
    for path in ("README.md", "README.zh-CN.md"):
        for command in ("tools/play", "tools/test"):
            if command not in repo.text(path):
                yield Finding("commands", path, 1, f"does not name {command}")
    if "tools/test" not in repo.text(".ci/run"):
        yield Finding("commands", ".ci/run", 1, "does not call tools/test")


def named_paths(line):
    """What could be a path in back quotes, those of a command too; patterns (<name>, *) are none."""
    words = [word for code in CODE.findall(line) for word in code.split()]
    return [word for word in words if PATH.fullmatch(word) and OF_THE_READER not in word]


def is_there(repo, document, target, sources):
    """Whether it is, from the root or beside the document, or is no path of this tree."""
    if "/" not in target:
        return not target.endswith(SOURCE) or target in sources
    first, folder = target.split("/")[0], posixpath.dirname(document)
    ours = first in FOLDERS or (folder and repo.exists(posixpath.join(folder, first)))
    return not ours or repo.exists(target) or repo.exists(posixpath.join(folder, target))
