import logging
import os
import stat
import subprocess
import sys
import threading
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import qWarning

from svcdesk.ui.crash import KEPT, CrashReports, scrub


@pytest.fixture
def reports(tmp_path: Any, qapp: Any) -> Any:
    return CrashReports(tmp_path / "logs")


def fall(words: Any) -> Any:
    raise ZeroDivisionError(words)


def defect(words: Any = "ours") -> Any:
    with pytest.raises(ZeroDivisionError) as caught:
        fall(words)
    return caught.value


def texts(reports: Any) -> Any:
    return [path.read_text(encoding="utf-8") for path in sorted(reports.folder.glob("*.txt"))]


@pytest.mark.parametrize(
    "secret",
    [
        "110105194912310021",
        "11010519491231002X",
        "110105 19491231 002X",
        "13800001234",
        "138 0000 1234",
        "138-0000-1234",
        "91110105MA01ABCD2X",
    ],
)
def test_numbers_of_people_and_firms_are_scrubbed(secret):
    assert scrub(f"value {secret} end") == "value … end"


@pytest.mark.parametrize(
    "plain", ["line 42", "2025-03-07 14:02:07", "E-0307-3", "0x7f1cb5", "8105"]
)
def test_what_helps_to_find_the_defect_stays(plain):
    assert scrub(plain) == plain


def test_rows_that_a_driver_quotes_are_scrubbed():
    said = scrub(
        "psycopg.errors.UniqueViolation: duplicate key\nDETAIL:  Key (name)=(张三) exists.\n"
        "[SQL: INSERT INTO svc.case VALUES (%s)]\n[parameters: {'applicant': '张三'}]\n(Background)"
    )
    assert "张三" not in said
    assert "duplicate key" in said


def test_a_report_says_what_where_and_with_which_versions(reports):
    number = reports.report(defect())
    assert number == f"E-{datetime.now():%m%d}-1"  # noqa: DTZ005 - the clock people see
    (text,) = texts(reports)
    assert "ZeroDivisionError: ours" in text
    assert "test_crash.py" in text
    assert "svcdesk 0." in text
    assert "Qt 6." in text


def test_numbers_count_up_within_the_day_and_are_told(reports, qtbot):
    with qtbot.waitSignal(reports.written) as heard:
        reports.report(defect())
    assert heard.args[0].endswith("-1")
    assert reports.report(defect()).endswith("-2")


def test_old_reports_make_room(reports):
    for _ in range(KEPT + 3):
        last = reports.report(defect())
    assert len(texts(reports)) == KEPT
    assert last.endswith(f"-{KEPT + 3}")


@pytest.mark.skipif(os.name == "nt", reason="modes of files are Unix's")
def test_only_its_owner_can_read_a_report(reports):
    reports.report(defect())
    (path,) = reports.folder.glob("*.txt")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.fixture
def installed(reports: Any) -> Any:
    before = sys.excepthook, threading.excepthook
    reports.install()
    yield reports
    reports.uninstall()
    sys.excepthook, threading.excepthook = before


def test_what_nobody_caught_is_reported(installed):
    caught = defect()
    sys.excepthook(type(caught), caught, caught.__traceback__)
    assert len(texts(installed)) == 1


def test_what_a_thread_did_not_catch_is_reported_and_told_on_the_gui_thread(installed, qtbot):
    told: list[Any] = []
    installed.written.connect(
        lambda number: told.append((number, threading.current_thread() is threading.main_thread()))
    )

    thread = threading.Thread(target=fall, args=["ours"])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0][1]


def test_the_keyboard_can_still_interrupt(installed, capsys):
    stop = KeyboardInterrupt()
    sys.excepthook(type(stop), stop, None)
    assert texts(installed) == []


def test_what_qt_says_goes_to_the_log_scrubbed(installed, caplog):
    with caplog.at_level(logging.WARNING):
        qWarning("no such thing 13800001234")
    assert caplog.messages == ["no such thing …"]


def test_a_crash_of_the_interpreter_itself_leaves_a_trace(tmp_path):
    program = (
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from pathlib import Path\n"
        "import faulthandler\n"
        "from svcdesk.ui.crash import CrashReports\n"
        f"CrashReports(Path({str(tmp_path)!r})).install()\n"
        "faulthandler._sigabrt()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode != 0
    assert "Fatal Python error" in (tmp_path / "fault.log").read_text()
