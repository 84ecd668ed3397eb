# SPDX-License-Identifier: MIT
"""Every rule fires on a tree that breaks it, and a stale exception is an error: a lint that cannot fail is no lint."""
import importlib
import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import lint  # noqa: E402

# (rules that must fire, {path: text}); a path's own folder is made.
BAD = {
    "includes": (
        ("include-direction", "include-path", "third-party", "link-direction"),
        {
            "src/base/a.h": '#include "text/b.h"\n#include "b.h"\n#include <SDL.h>\n',
            "src/text/b.h": "#include <unheard/of.h>\n",
            "src/text/CMakeLists.txt": "xp_library(text FILES b.cpp XP base show LINKS x)\n",
        },
    ),
    "headers": (
        ("own-header-first", "lonely-header", "pragma-once", "bool-parameter"),
        {
            "src/base/a.h": "// no guard\n",
            "src/base/a.cpp": '#include <vector>\n#include "base/a.h"\n',
            "src/base/b.h": "#pragma once\nstd::string needs_string();\nvoid show(int a,\n          bool wide);\n",
        },
    ),
    "files": (
        ("licence", "length", "unfinished", "clock", "text", "unlisted"),
        {
            "src/base/a.cpp": "// later: TO" + "DO\nauto t = Clock::now();\n" + "\n" * 450,
            "cmake/a.cmake": "# SPDX-License-Identifier: MIT\r\n",
        },
    ),
    "data": (
        ("toml", "schema-line", "example", "screen", "preset"),
        {
            "CMakePresets.json": '{"configurePresets": [{"name": "dev"}]}',
            "src/kinds/registry.cpp": "kinds{data_bars_kind()};\n",
            "slides/x/playlist.toml": "a = [1, }\n",
        },
    ),
    "docs": (
        ("link", "path", "picture-size", "commands"),
        {
            "README.md": "[a](docs/none.md) tools/play\n",
            "README.zh-CN.md": "tools/play tools/test `tools/none --for 5s`\n",
            "CHANGELOG.md": "",
            "CONTRIBUTING.md": "",
            "docs/a.png": "x" * 300_000,
            ".ci/run": "",
        },
    ),
    "scripts": (
        ("script-syntax", "script-mode", "script-strict"),
        {"tools/a": "#!/usr/bin/env bash\nif\n"},
    ),
    "units": (
        ("unit-exposure", "unit-alike", "unit-tireless"),
        {
            "config/systemd/a.service": "[Service]\nExecStart=/bin/true\n\n[Install]\n",
            "config/systemd/b.service": "[Service]\nExecStart=/bin/true\nUser=b\n\n[Install]\n",
        },
    ),
}


class EveryRuleFires(unittest.TestCase):
    def test_every_group_has_a_bad_tree(self):
        self.assertEqual(set(BAD), set(lint.GROUPS))

    def test_on_a_tree_that_breaks_it(self):
        for group, (rules, files) in BAD.items():
            with self.subTest(group), tempfile.TemporaryDirectory() as root:
                for name, text in files.items():
                    path = pathlib.Path(root, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(text.encode())
                module = importlib.import_module(group)
                self.assertEqual(set(rules), set(module.RULES))
                self.assertEqual(set(rules), {finding.rule for finding in module.check(lint.Repo(root))})


class BoolParameters(unittest.TestCase):
    def lines_of(self, text):
        with tempfile.TemporaryDirectory() as root:
            pathlib.Path(root, "a.h").write_text(text)
            return [finding.line for finding in importlib.import_module("headers").check_parameters(lint.Repo(root), "a.h")]

    def test_are_found_where_they_stand(self):
        self.assertEqual(self.lines_of("void a(bool b, bool x);\nvoid c(int d, const bool e = false,\n  bool f);\nvoid g(bool);\n"), [1, 1, 2, 3, 4])

    def test_are_not_members_results_or_comments(self):
        fine = "bool a(int& b, bool& c);\nint d = 0; bool e = false;\nstd::variant<int, bool, double> f;\n// g(bool h)\nif (bool i = a()) {\n"
        self.assertEqual(self.lines_of(fine), [])


class PathsInDocuments(unittest.TestCase):
    def judged(self, text):
        """What is said of `text` in a document of src, where base/file.h is."""
        with tempfile.TemporaryDirectory() as root:
            pathlib.Path(root, "src/base").mkdir(parents=True)
            pathlib.Path(root, "src/base/file.h").write_text("")
            docs = importlib.import_module("docs")
            repo = lint.Repo(root)
            return [name for name in docs.named_paths(text) if not docs.is_there(repo, "src/README.md", name, {"file.h"})]

    def test_are_those_of_the_tree(self):
        self.assertEqual(self.judged("`src/base/file.h`, `base/file.h`, `file.h`, `base/`"), [])
        wrong = ["src/base/none.h", "base/none.cpp", "none.h", "tools/none"]
        self.assertEqual(self.judged("`src/base/none.h`, `base/none.cpp`, `none.h`, `tools/none --for 5s`"), wrong)

    def test_are_not_those_of_the_reader_or_of_the_machine(self):
        self.assertEqual(self.judged("`slides/my-campaign/`, `src/<name>.cpp`, `/etc/none`, `build/out/`, `a/b`, `x.toml`"), [])


class Exceptions(unittest.TestCase):
    FINDING = lint.Finding("clock", "src/a.cpp", 3, "reads a clock")

    def test_let_a_listed_finding_through(self):
        self.assertEqual(lint.judge([self.FINDING], [["clock", "src/a.cpp", "why"]], ("clock",)), [])

    def test_fail_when_stale(self):
        wrong = lint.judge([], [["clock", "src/a.cpp", "why"]], ("clock",))
        self.assertEqual(wrong, ["tests/lint/exceptions.tsv: [clock] src/a.cpp is fine now: delete its row"])

    def test_of_other_rules_are_left_to_their_group(self):
        self.assertEqual(lint.judge([], [["licence", "src/a.cpp", "why"]], ("clock",)), [])

    def test_an_unlisted_finding_is_told_with_its_place(self):
        self.assertEqual(lint.judge([self.FINDING], [], ("clock",)), ["src/a.cpp:3: [clock] reads a clock"])


if __name__ == "__main__":
    unittest.main()
