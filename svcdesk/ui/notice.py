"""The message line: says what happened, asks nothing, forgets nothing."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from svcdesk.ui import theme

KEPT = 200
"""How many notices the record keeps (条)."""

_SECONDS = 12
"""How long a notice without a button stays; trouble stays until it is put away (秒)."""


class Tone(StrEnum):
    """What kind of thing a notice says."""

    QUIET = "quiet"
    DONE = "done"
    NOTE = "note"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class Notice:
    """One thing said, and when (this computer's clock)."""

    text: str
    tone: Tone
    at: datetime


class NoticeBar(QWidget):
    """One line under the tabs; it never moves, covers or interrupts anything."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self._hint = hint
        self._record: deque[Notice] = deque(maxlen=KEPT)
        self._action: Callable[[], object] | None = None
        self._lay_out()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.put_away)
        self.put_away()

    def tell(
        self,
        text: str,
        kind: Tone = Tone.NOTE,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say it; ``action`` is a word for a button and what it does."""
        if self._record and self._record[0].text == text:
            self._record.popleft()  # said again: one line in the record, with its latest time
        self._record.appendleft(Notice(text, kind, datetime.now().astimezone()))
        self._show(text, kind, action)
        announcement = QAccessibleAnnouncementEvent(self, text)
        QAccessible.updateAccessibility(announcement)
        self._timer.stop()
        if kind is not Tone.TROUBLE and action is None:
            self._timer.start(_SECONDS * 1000)

    def record(self) -> tuple[Notice, ...]:
        """What was said, latest first."""
        return tuple(self._record)

    def hint(self, text: str) -> None:
        """What stands there while there is nothing to say."""
        self._hint = text
        if self._tone is Tone.QUIET:
            self.put_away()

    def put_away(self) -> None:
        """Take the notice off the line; the record keeps it."""
        self._show(self._hint, Tone.QUIET, None)

    def _lay_out(self) -> None:
        theme.dress(self, "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._button = QPushButton(self)
        self._close = QPushButton("✕", self)
        self._close.setAccessibleName(self.tr("收起这条消息"))
        self._close.setToolTip(self.tr("收起这条消息"))
        for button in (self._button, self._close):
            button.setProperty("kind", "link")
        self._button.clicked.connect(self._act)
        self._close.clicked.connect(self.put_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 2, 8, 2)
        line.addWidget(self._text, 1)
        line.addWidget(self._button)
        line.addWidget(self._close)

    def _show(self, text: str, tone: Tone, action: tuple[str, Callable[[], object]] | None) -> None:
        self._tone = tone
        self._action = action[1] if action else None
        self._text.setText(text)
        self._button.setText(action[0] if action else "")
        self._button.setVisible(action is not None)
        self._close.setVisible(tone is not Tone.QUIET)
        self.setProperty("tone", tone.value)
        for widget in (self, self._text):
            self.style().unpolish(widget)
            self.style().polish(widget)

    def _act(self) -> None:
        act, self._action = self._action, None
        self.put_away()
        if act is not None:
            act()
