# SPDX-License-Identifier: MIT
"""Characters a second, out of xp_text_bench."""

import json
import subprocess

from table import header, number, row

NAMES = {
    "greedy": "Xuanping, greedy lines",
    "phrases_optimal": "Xuanping, phrases and optimal lines",
    "long_paragraph/1024": "Xuanping, one paragraph of 1,024",
    "long_paragraph/8192": "Xuanping, one paragraph of 8,192",
    "long_paragraph/65536": "Xuanping, one paragraph of 65,536",
    "autofit_slogan": "Xuanping, autofit of a slogan of two lines",
    "harfbuzz_and_icu": "floor: HarfBuzz, ICU and greedy filling",
    "pango": "Pango",
    "sdl_ttf_wrapped": "SDL2_ttf, wrapped",
}


def measure(options):
    done = subprocess.run([f"{options.tools}/xp_text_bench", "--benchmark_format=json", f"--benchmark_repetitions={options.rounds}",
                           "--benchmark_report_aggregates_only=true", "--benchmark_min_time=0.3"],
                          check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    rows = [run for run in json.loads(done.stdout)["benchmarks"] if run.get("aggregate_name", "median") == "median"]
    header("Text: paragraphs of mixed Chinese into lines", ("", "million characters/s", "CPU ms a pass"))
    scale = {"ns": 1e-6, "us": 1e-3, "ms": 1}
    for run in rows:
        speed = run.get("char/s")
        row((NAMES.get(run["run_name"], run["run_name"]), number(speed and speed / 1e6, 3),
                   number(run["cpu_time"] * scale[run["time_unit"]], 3)))
