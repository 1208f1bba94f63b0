"""Closing a case (办结): the outcome and a note, in the page and not in a box before it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from svcdesk.rules.cases import Outcome
from svcdesk.ui.intake.due import day_words
from svcdesk.ui.intake.lines import Line
from svcdesk.ui.intake.telling import Telling
from svcdesk.ui.theme import dress
from svcdesk.ui.words import say

LONGEST_NOTE = 500
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClosingPanel(QFrame):
    """Granted or refused, and why; the server dates it."""

    decided = Signal(Outcome, str)
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closing")
        dress(self, "card")
        self._outcomes = QButtonGroup(self)
        self._day = QLabel(self)
        self.note = Line("closing_note", self.tr("办结说明"), self)
        self._says = Telling("closing_says", self)
        self.confirm = QPushButton(self.tr("确认办结"), self)
        self._back = QPushButton(self.tr("返回  Esc"), self)
        self._lay_out()
        self.note.entered.connect(self._decide)
        self.confirm.clicked.connect(self._decide)
        self._back.clicked.connect(self.put_away)
        self.hide()

    def ask(self, today: date | None) -> None:
        """Ask for the outcome, granted unless told otherwise."""
        self._outcomes.buttons()[0].setChecked(True)
        self.note.clear()
        self._says.be_quiet()
        words = self.tr("办结日期：{day}（服务器日期）")
        self._day.setText(words.format(day=day_words(today, today)) if today else "")
        self.show()
        self._outcomes.buttons()[0].setFocus()

    def blame(self, words: str) -> None:
        """Why it could not be done; what was typed stays."""
        self._says.blame(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on an outcome goes on to the note; with Ctrl it decides."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._decide()
        else:
            self.note.setFocus()

    def _lay_out(self) -> None:
        outcomes = QHBoxLayout()
        for outcome in Outcome:
            button = QRadioButton(say(outcome), self)
            button.setObjectName(f"outcome_{outcome.value}")
            self._outcomes.addButton(button)
            self._outcomes.setId(button, list(Outcome).index(outcome))
            outcomes.addWidget(button)
        outcomes.addStretch()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("说明；不予许可时写明理由和依据"))
        dress(self._day, "sub")
        dress(self.confirm, "primary")
        row = QHBoxLayout()
        row.addWidget(self.confirm)
        row.addWidget(self._back)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addLayout(outcomes)
        column.addWidget(self.note)
        column.addWidget(self._day)
        column.addWidget(self._says)
        column.addLayout(row)

    def _decide(self) -> None:
        outcome = list(Outcome)[self._outcomes.checkedId()]
        note = self.note.text().strip()
        if outcome is Outcome.REFUSED and not note:  # 行政许可法 38: reasons must be given
            self._says.blame(self.tr("不予许可要说明理由（行政许可法第三十八条）。请写在上面。"))
            self.note.setFocus()
            return
        self.decided.emit(outcome, note)
