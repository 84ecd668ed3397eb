# SPDX-License-Identifier: MIT
"""What the documents say exists."""
import posixpath
import re

from lint import FOLDERS, Finding

RULES = ("link", "picture-size", "commands")

LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
TOP = ("README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md")
LARGEST_PICTURE = 200 * 1024


def check(repo):
    documents = list(TOP) + [path for folder in FOLDERS for path in repo.files(folder, ".md")]
    for path in documents:
        for number, line in repo.lines(path):
            for target in LINK.findall(line):
                if "://" not in target and not repo.exists(posixpath.join(posixpath.dirname(path), target)):
                    yield Finding("link", path, number, f"{target} does not exist")
    for path in repo.files("docs", ".png", ".jpg"):
        if (repo.root / path).stat().st_size > LARGEST_PICTURE:
            yield Finding("picture-size", path, 1, f"larger than {LARGEST_PICTURE // 1024} KiB")
    for path in ("README.md", "README.zh-CN.md"):
        for command in ("tools/play", "tools/test"):
            if command not in repo.text(path):
                yield Finding("commands", path, 1, f"does not name {command}")
    if "tools/test" not in repo.text(".ci/run"):
        yield Finding("commands", ".ci/run", 1, "does not call tools/test")
