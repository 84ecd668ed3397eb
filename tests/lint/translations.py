#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every message of the code is in po/zh_CN.po, translated, not fuzzy, with the same {placeholders}.

usage: translations.py SOURCE_TREE
"""
import ast
import os
import pathlib
import re
import subprocess
import sys

PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z_0-9]*|[0-9]*)(?::[^{}]*)?\}")


def entries(text):
    """(msgid, msgstr, flags) of each entry of a PO file that is not obsolete."""
    for block in re.split(r"\n\s*\n", text):
        parts, field, flags = {}, None, ""
        for line in block.splitlines():
            if line.startswith("#,"):
                flags += line
            elif line.startswith("#"):
                continue
            elif match := re.match(r'(msgid|msgstr|msgctxt)\s+(".*")$', line):
                field = match[1]
                parts[field] = ast.literal_eval(match[2])
            elif line.startswith('"') and field:
                parts[field] += ast.literal_eval(line)
        if "msgid" in parts:
            yield parts["msgid"], parts.get("msgstr", ""), flags


def messages_of_code(tree):
    sources = sorted(str(p.relative_to(tree)) for p in (tree / "src").rglob("*") if p.suffix in (".cpp", ".h"))
    command = ["xgettext", "--files-from=-", "--language=C++", "--from-code=UTF-8", "--keyword", "--keyword=tr",
               "--keyword=trf", "--keyword=N_", "--no-wrap", "--output=-"]
    found = subprocess.run(command, cwd=tree, input="\n".join(sources), encoding="utf-8", capture_output=True, check=True,
                           env={**os.environ, "LC_ALL": "C.UTF-8"})
    return [msgid for msgid, _, _ in entries(found.stdout)]


def complaints(messages, catalogue):
    for message in messages:
        if message not in catalogue:
            yield f"not in po/zh_CN.po (run tools/po-update): {message!r}"
            continue
        translation, flags = catalogue[message]
        if "fuzzy" in flags:
            yield f"fuzzy: {message!r}"
        elif not translation:
            yield f"not translated: {message!r}"
        elif sorted(set(PLACEHOLDER.findall(message))) != sorted(set(PLACEHOLDER.findall(translation))):
            yield f"other placeholders: {message!r} / {translation!r}"


def main():
    tree = pathlib.Path(sys.argv[1])
    catalogue = {msgid: (msgstr, flags)
                 for msgid, msgstr, flags in entries((tree / "po/zh_CN.po").read_text(encoding="utf-8")) if msgid}
    messages = [m for m in messages_of_code(tree) if m]
    if len(messages) < 10:
        sys.exit("xgettext found next to no messages: something is wrong with this test")
    wrong = list(complaints(messages, catalogue))
    for line in wrong:
        print(line)
    print(f"{len(messages)} messages, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
