import subprocess
import sys
from typing import Any

import pytest

from svcdesk.ui.single import Single


@pytest.fixture
def first(tmp_path: Any, qapp: Any) -> Any:
    first = Single(tmp_path)
    assert first.claim()
    yield first
    first.release()


SECOND = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from svcdesk.ui.single import Single
app = QCoreApplication([])
sys.exit(0 if Single(Path(sys.argv[1])).claim() else 3)
"""


def start_second(folder: Any) -> Any:
    return subprocess.Popen([sys.executable, "-c", SECOND, str(folder)])


def test_a_second_start_raises_the_first_and_ends(first, tmp_path, qtbot):
    with qtbot.waitSignal(first.raised, timeout=20_000):
        second = start_second(tmp_path)
    assert second.wait(10) == 3


def test_another_data_folder_is_another_program(first, tmp_path):
    assert start_second(tmp_path / "other").wait(20) == 0


def test_after_the_first_has_ended_another_may_begin(tmp_path, qapp):
    first = Single(tmp_path)
    assert first.claim()
    first.release()
    second = Single(tmp_path)
    assert second.claim()
    second.release()


def test_a_crash_leaves_nothing_that_keeps_the_next_start_out(tmp_path, qapp):
    crash = SECOND.replace("sys.exit(", "os._exit(")
    crash = crash.replace(
        "Single(Path(sys.argv[1])).claim()",
        "globals().update(s=Single(Path(sys.argv[1]))) or s.claim()",
    )
    assert subprocess.run([sys.executable, "-c", crash, str(tmp_path)], check=False).returncode == 0
    assert (tmp_path / "svcdesk.lock").exists()
    second = Single(tmp_path)
    assert second.claim()
    second.release()
