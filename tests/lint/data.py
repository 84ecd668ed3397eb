# SPDX-License-Identifier: MIT
"""The bundled data is complete: schemas, examples of every slide kind, screens, presets."""
import json
import posixpath
import re
import tomllib

from lint import Finding

RULES = ("toml", "schema-line", "example", "screen", "preset")

SCREENS = ("plaza-1080p", "plaza-4k", "portrait-1080x1920", "bank-hall-1080p", "led-256x32", "led-320x16")
PRESETS = ("dev", "release", "ci")
REGISTRY = "src/kinds/registry.cpp"
KIND_ROW = re.compile(r"\b(\w+)_kind\(\)")


def check(repo):
    for folder in ("config", "docs", "fonts", "slides"):
        for path in repo.files(folder, ".toml"):
            yield from check_toml(repo, path)
    for kind in slide_kinds(repo):
        if not repo.exists(f"slides/examples/{kind}/playlist.toml"):
            yield Finding("example", REGISTRY, 1, f"the kind {kind} has no slides/examples/{kind}/playlist.toml")
    for screen in SCREENS:
        if not repo.exists(f"config/screens/{screen}.toml"):
            yield Finding("screen", f"config/screens/{screen}.toml", 1, "is missing")
    presets = {preset["name"] for preset in json.loads(repo.text("CMakePresets.json"))["configurePresets"]}
    for preset in PRESETS:
        if preset not in presets:
            yield Finding("preset", "CMakePresets.json", 1, f"the preset {preset} is missing")


def slide_kinds(repo):
    """data_bars_kind() → data-bars, from the rows of the registry."""
    return sorted({row.replace("_", "-") for row in KIND_ROW.findall(repo.text(REGISTRY))})


def check_toml(repo, path):
    first = repo.text(path).split("\n", 1)[0]
    schema = first.removeprefix("#:schema ")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), schema))
    if schema == first or not repo.exists(target):
        yield Finding("schema-line", path, 1, "the first line is “#:schema <path of an existing schema>”")
    try:
        tomllib.loads(repo.text(path))
    except tomllib.TOMLDecodeError as error:
        yield Finding("toml", path, 1, str(error))
