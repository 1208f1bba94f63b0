"""A counter PC in tests: hands that press keys, a tray for paper, the tab in front."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from svcdesk.rules.intake import KeptDraft
from svcdesk.rules.papers import Paper
from svcdesk.rules.topics import EVERYTHING
from svcdesk.store.local import LocalStore
from svcdesk.ui.background import Background
from svcdesk.ui.commands import Commands
from svcdesk.ui.intake.tab import IntakeTab
from svcdesk.ui.notice import NoticeBar

NUMBER = "11010519491231002X"
PATIENCE_MS = 8000
PLAIN = Qt.KeyboardModifier.NoModifier
ENTER = Qt.Key.Key_Return


@dataclass
class PaperTray:
    """Stands in for the printer: keeps what was submitted."""

    papers: list[tuple[str, bytes, Paper]] = field(default_factory=list)

    def submit(self, title: str, pdf: bytes, paper: Paper) -> None:
        self.papers.append((title, pdf, paper))


class Hands:
    """Presses keys on whatever has the focus, and counts hands, not events."""

    def __init__(self, tab: IntakeTab) -> None:
        self.keys = 0
        self._now = 0.0
        tab.scanner.clock = lambda: self._now

    def key(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self._press(key, modifiers, seconds=0.2)
        self.keys += 1

    def type(self, text: str) -> None:
        for character in text:
            self.key(character)

    def command(self, action: Any) -> None:
        """A function key whose shortcut the window takes; it never reaches a field."""
        assert action.isEnabled()
        action.trigger()
        self.keys += 1

    def scan(self, text: str) -> None:
        """The reader types, without a hand."""
        self._now += 0.5
        for key in (*text, ENTER):
            self._press(key, PLAIN, seconds=0.004)

    def _press(self, key: Any, modifiers: Qt.KeyboardModifier, seconds: float) -> None:
        self._now += seconds
        focus = QApplication.focusWidget()
        assert focus is not None  # keyClick(None) aborts the interpreter
        QTest.keyClick(focus, key, modifiers)


@dataclass
class Counter:
    """A counter PC with the tab in front of a signed-in person."""

    window: QMainWindow
    tab: IntakeTab
    background: Background
    commands: Commands
    notices: NoticeBar
    tray: PaperTray
    store: LocalStore
    hands: Hands
    login: str
    qtbot: Any
    troubles: list[Exception] = field(default_factory=list)

    @property
    def said(self) -> list[str]:
        return [notice.text for notice in self.notices.record()]

    @property
    def kept(self) -> list[KeptDraft]:
        """The drafts on this computer's disk."""
        return self.store.drafts.waiting(self.login)

    def until(self, holds: Callable[[], object]) -> None:
        """Let the event loop run until it holds."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    def ready(self) -> None:
        """Catalogue, calendar and date have arrived."""
        self.until(lambda: self.tab.form.items.items and self.tab.form.ready)

    def known(self) -> None:
        """The applicant's name has been brought in."""
        self.until(self.tab.form.who.name.text)

    def focus(self) -> str:
        """Which field has the focus."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def label(self, name: str) -> QLabel:
        """One of the tab's labels."""
        found = self.tab.findChild(QLabel, name)
        assert isinstance(found, QLabel)
        return found

    def news(self) -> None:
        """Something was committed somewhere."""
        self.tab.hear(EVERYTHING)

    def accepted(self, how_many: int = 1) -> None:
        """Acceptances have come through, with their paper."""
        self.until(lambda: len(self.tray.papers) == how_many)
