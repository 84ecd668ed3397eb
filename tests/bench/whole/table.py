# SPDX-License-Identifier: MIT
"""Tables in Markdown."""

import statistics


def row(cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def header(title, columns):
    print(f"\n### {title}\n")
    row(columns)
    row(["---"] * len(columns))


def number(value, digits):
    return "–" if value is None else f"{value:.{digits}f}"


def median(values):
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None
