#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# usage: tests/bench/long_playlist.py [SLIDES] > playlist.toml
# A valid playlist of so many slides (3,000 where none are named), each with words of its own, within the limit of a
# file: for measuring how reading, starting and playing grow with the campaign. The same on every machine.
import sys

TEXTS = ["高息莫心动", "转账先核实", "密码不外传", "陌生链接别点", "有疑问就报警", "见面再汇款", "官网再核对", "保本高息是骗"]
HEAD = '[campaign]\ntitle = "长清单"\ntheme = "deep-blue"\n'


def slide(number):
    return f'[[slide]]\nid = "s{number}"\nkind = "slogan"\ntext = "{TEXTS[number % len(TEXTS)]}{number}"\n'


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    sys.stdout.write(HEAD + "".join(slide(number) for number in range(1, count + 1)))


main()
