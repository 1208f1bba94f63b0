"""The tools find nothing: style, form, types."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def findings(*tool: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *tool], cwd=PROJECT, check=False, capture_output=True, text=True
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_ruff_finds_nothing():
    assert findings("ruff", "check", "--quiet") == ""


def test_every_file_is_formatted():
    assert findings("ruff", "format", "--check", "--quiet") == ""


def test_mypy_finds_nothing():
    assert findings("mypy", "--no-error-summary") == ""
