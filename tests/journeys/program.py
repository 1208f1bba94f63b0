"""The whole program, driven from outside as a person would: by keys, looking at the window."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from svcdesk import app as root
from svcdesk import settings
from svcdesk.settings import Mode, Places
from svcdesk.ui.intake.tab import IntakeTab
from svcdesk.ui.sign_in import SignInPage
from svcdesk.ways import Ways

PATIENCE_MS = 20_000


class Program:
    """One svcdesk on a computer of its own, connected to a hall's server."""

    def __init__(self, home: Path, url: str, seat: tuple[int, str] | None = None) -> None:
        self.places = Places.of({settings.HOME: str(home)})
        settings.save(
            self.places.config,
            replace(
                settings.Settings(),
                mode=Mode.HALL,
                hall_url=url,
                seat_code=seat[0] if seat else None,
            ),
        )
        if seat:
            settings.keep_seat_key(self.places, seat[1])
        self.start()

    def start(self) -> None:
        self.ways = Ways(self.places)
        self.shell = root.open_shell(root.application(), self.places, self.ways)
        self.window = self.shell.window
        self.window.resize(1366, 768)

    def stop(self) -> None:
        self.window.close()
        self.shell.stop()
        self.ways.close()
        self.window.deleteLater()

    def sign_in(self, login: str, password: str) -> None:
        page = self.window.findChild(SignInPage)
        assert page is not None
        page.sign_in(login, password)
        until(lambda: bool(self.window.views))
        self.window.activateWindow()
        if self.window.front == "intake":
            until(lambda: self.focus == "document")
            until(lambda: self.intake.today._figures.rows[0].count is not None)
            until(lambda: self.intake.form.items.list.model().rowCount() > 0)

    @property
    def focus(self) -> str:
        widget = self.window.focusWidget()
        return widget.objectName() if widget else ""

    def type(self, text: str) -> None:
        """Latin by keys, Chinese as an input method hands it over."""
        if text.isascii():
            QTest.keyClicks(self._target(), text)
        else:
            chosen = QInputMethodEvent()
            chosen.setCommitString(text)
            QApplication.sendEvent(self._target(), chosen)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self._target(), key)

    def shortcut(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self._target(), key, held)

    @property
    def intake(self) -> IntakeTab:
        tab = self.window.views[0]
        assert isinstance(tab, IntakeTab)
        return tab

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def until(come: Callable[[], object], patience_ms: int = PATIENCE_MS) -> None:
    """Let the program live until something has come true."""
    deadline = QDeadlineTimer(patience_ms)
    while not come():
        assert not deadline.hasExpired(), f"it did not come true in time, focus {_focus()}"
        loop = QEventLoop()  # QTest.qWait would keep the workers waiting
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def _focus() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else "nowhere"


def take_one_in(program: Program, name: str) -> None:
    """An intake by keys: an unknown bearer, an item by its initials, all materials."""
    program.type("11010519491231002X")
    program.press(Qt.Key.Key_Return)
    until(lambda: program.focus == "applicant")
    program.type(name)
    program.press(Qt.Key.Key_Return)
    program.type("13800001234")
    program.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    until(lambda: program.focus == "item")
    program.type("qymc")
    program.press(Qt.Key.Key_Return)
    until(lambda: program.focus == "materials")
    program.press(Qt.Key.Key_A, Qt.Key.Key_F9)


if __name__ == "__main__":
    home, url, code, key, login, password, name = sys.argv[1:]
    program = Program(Path(home), url, (int(code), key))
    program.sign_in(login, password)
    take_one_in(program, name)
    until(lambda: program.focus == "document" and program.intake.form.draft.empty)
    print("accepted", flush=True)
    program.stop()
