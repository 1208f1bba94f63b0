"""Takes the screenshots of README: the real window on the practice hall, without a display.

    python resources/screenshots/take.py [folder]

Keeps the practice hall in a temporary folder; takes half a minute.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from svcdesk import app as root
from svcdesk.rules.access import Role
from svcdesk.settings import Places
from svcdesk.ui.shell import Shell
from svcdesk.ways import Ways

SIZE = (1366, 768)
PATIENCE_MS = 120_000


def main(folder: Path) -> None:
    """Sign in as a clerk and as a manager, and grab each tab."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["SVCDESK_HOME"] = home
        places = Places.of()
        ways = Ways(places)
        shell = root.open_shell(root.application(), places, ways, practice=True)
        shell.window.resize(*SIZE)
        try:
            _take(shell, folder)
        finally:
            shell.stop()
            ways.close()


def _take(shell: Shell, folder: Path) -> None:
    _sign_in(shell, Role.CLERK)
    _fill_in()
    _grab(shell, folder / "intake.png")
    shell.sign_out()
    _sign_in(shell, Role.MANAGER)
    for area in ("merging", "attendance", "reports"):
        shell.window.go_to(area)
        _grab(shell, folder / f"{area}.png")


def _sign_in(shell: Shell, role: Role) -> None:
    """Pick the person of this post: the list begins with one of each, in their order."""
    _until(lambda: isinstance(shell.window.focusWidget(), QTableView))
    shell.window.activateWindow()
    _wait(500)
    _press(*[Qt.Key.Key_Down] * list(Role).index(role), Qt.Key.Key_Return)
    _until(lambda: bool(shell.window.views))
    shell.window.activateWindow()
    _wait(1500)


def _fill_in() -> None:
    """An intake half done, typed as a clerk types it."""
    _type("11010519491231002X")
    _press(Qt.Key.Key_Return)
    _type("张明亮")
    _press(Qt.Key.Key_Return)
    _type("13800001234")
    _press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    _type("fgsq")
    _press(Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)


def _type(text: str) -> None:
    """Latin by keys, Chinese as an input method hands it over."""
    field = QApplication.focusWidget()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        chosen = QInputMethodEvent()
        chosen.setCommitString(text)
        QApplication.sendEvent(field, chosen)
    _wait(700)


def _press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        _wait(200)


def _grab(shell: Shell, path: Path) -> None:
    _wait(1000)
    if not shell.window.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    print(path)


def _until(come: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not come():
        if deadline.hasExpired():
            raise TimeoutError("the window did not get there")
        _wait(20)


def _wait(milliseconds: int) -> None:
    """Let the window and its workers live; QTest.qWait would keep the workers waiting."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
