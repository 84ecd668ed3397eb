# SPDX-License-Identifier: MIT
import unittest

from budgets import verdict


class Verdict(unittest.TestCase):
    def test_growth_beyond_the_tolerance_fails(self):
        self.assertTrue(verdict("start", 1051, 1000)[1])

    def test_growth_within_it_passes(self):
        self.assertFalse(verdict("start", 1049, 1000)[1])

    def test_what_became_cheaper_passes_and_asks_to_be_recorded(self):
        text, failed = verdict("start", 900, 1000)
        self.assertFalse(failed)
        self.assertIn("XUANPING_BLESS=1", text)


if __name__ == "__main__":
    unittest.main()
