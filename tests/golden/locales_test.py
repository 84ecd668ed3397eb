# SPDX-License-Identifier: MIT
"""Layouts are the same bytes whatever the locale: the slides' texts and the requests of layout/rules.tsv.

usage: locales_test.py XUANPING

A locale that is not installed is asked for all the same: programs then stay in C, and ICU still reads the variables.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).parent
SLIDES = HERE.parent.parent / "slides"
LOCALES = ("C", "zh_CN.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "th_TH.UTF-8")


def strings(value):
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


def unescaped(text):
    text = re.sub(r"\\u\{([0-9A-F]+)\}", lambda found: chr(int(found[1], 16)), text)
    return text.replace("\\n", "\n")


def rule_requests():
    for line in (HERE / "layout/rules.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, _, style, text = line.split("\t")[:4]
        request = {"id": name, "text": unescaped(text)}
        for key, value in re.findall(r'(\w+)=("[^"]*"|\S+)', style):
            literal = re.fullmatch(r'[\d.]+|true|false|".*"', value)
            request[key] = json.loads(value) if literal else value
        yield request


def slide_requests():
    texts = {text for path in SLIDES.rglob("*.toml") for text in strings(tomllib.loads(path.read_text(encoding="utf-8")))}
    for text in sorted(texts):
        for width in (4, 7.5, 20):
            yield {"text": text, "width_em": width, "phrase": width > 4, "balance": width == 7.5}


def answers(xuanping, requests, locale):
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    done = subprocess.run([xuanping, "layout", "--batch", "-"], input=requests, env=environment | {"LANG": locale},
                          stdout=subprocess.PIPE, encoding="utf-8", check=True)
    # Messages are in the reader's language; that there is one is the same for all.
    return ["error" if '"error":' in line else line for line in done.stdout.splitlines()]


def main():
    requests = [json.dumps(request, ensure_ascii=False) for request in (*rule_requests(), *slide_requests())]
    first = answers(sys.argv[1], "\n".join(requests), LOCALES[0])
    assert len(first) == len(requests), f"{len(first)} answers to {len(requests)} requests"
    for locale in LOCALES[1:]:
        for request, one, other in zip(requests, first, answers(sys.argv[1], "\n".join(requests), locale), strict=True):
            assert one == other, f"{locale}: {request}\n{LOCALES[0]}: {one}\n{locale}: {other}"
    print(f"{len(requests)} layouts are the same under {', '.join(LOCALES)}")


if __name__ == "__main__":
    main()
