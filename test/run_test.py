#!/usr/bin/env python3
"""Tests of test/run itself: it must not lose a failure, whatever way a program fails.

The last line is "N passed, N failed"."""

import importlib.machinery
import importlib.util
import sys
import tempfile
import unittest
from pathlib import Path

LOADER = importlib.machinery.SourceFileLoader("run", str(Path(__file__).with_name("run")))
run = importlib.util.module_from_spec(importlib.util.spec_from_loader("run", LOADER))
LOADER.exec_module(run)

CMOCKA = """[==========] Running 3 test(s).
[ RUN      ] adds
[       OK ] adds
[ RUN      ] splits
[  FAILED  ] splits
[==========] 3 test(s) run.
[  PASSED  ] 1 test(s).
[  SKIPPED ] 1 test(s), listed below:
[  SKIPPED ] shared
[  FAILED  ] money: 1 test(s), listed below:
[  FAILED  ] splits
"""


class Totals(unittest.TestCase):
    def test_cmocka_groups_are_added(self):
        self.assertEqual(run.cmocka_totals(CMOCKA), (1, 1, 1))
        self.assertEqual(run.cmocka_totals(CMOCKA + "[  PASSED  ] 4 test(s).\n"), (5, 1, 1))

    def test_script_total_is_the_last_line(self):
        self.assertEqual(run.script_totals("9 passed, 0 failed\n3 passed, 1 failed\n"), (3, 1, 0))
        self.assertEqual(run.script_totals("3 passed, 0 failed, 2 skipped\n"), (3, 0, 2))
        self.assertEqual(run.script_totals("3 passed, 0 failed\nTraceback"), (0, 0, 0))

    def test_failures_are_never_lost(self):
        self.assertEqual(run.judge((3, 0, 0), 0)[:3], (3, 0, 0))
        self.assertEqual(run.judge((3, 0, 0), -11)[:3], (3, 1, 0))
        self.assertEqual(run.judge((0, 0, 0), 0)[:3], (0, 1, 0))
        self.assertEqual(run.judge((3, 2, 0), 1)[:3], (3, 2, 0))
        self.assertEqual(run.judge((0, 0, 4), 0)[:3], (0, 0, 4))


class Programs(unittest.TestCase):
    def run_script(self, source, timeout_s=20):
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder) / "sample_test.py"
            script.write_text(source)
            return run.run_one(script, {}, timeout_s)[1]

    def test_a_good_program(self):
        self.assertEqual(self.run_script("print('2 passed, 0 failed')"), (2, 0, 0, ""))

    def test_a_program_that_dies_after_its_total(self):
        self.assertEqual(self.run_script("print('2 passed, 0 failed')\nexit(3)")[:3], (2, 1, 0))

    def test_a_program_that_hangs(self):
        self.assertEqual(self.run_script("import time; time.sleep(60)", 1)[:3], (0, 1, 0))


if __name__ == "__main__":
    outcome = unittest.main(exit=False, argv=sys.argv[:1]).result
    bad = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - bad} passed, {bad} failed", flush=True)
    sys.exit(1 if bad else 0)
