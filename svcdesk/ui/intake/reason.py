"""A question that wants a reason in words, asked in the page and not in a box before it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from svcdesk.ui.intake.lines import Line
from svcdesk.ui.intake.telling import Telling
from svcdesk.ui.theme import dress


class ReasonPanel(QFrame):
    """One line for the reason, one button to go on with it; Esc puts it away."""

    given = Signal(str)
    put_away = Signal()

    def __init__(self, name: str, longest: int, parent: QWidget | None = None) -> None:
        """``longest`` is how many characters of a reason are kept."""
        super().__init__(parent)
        self.setObjectName(name)
        dress(self, "card")
        self._question = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.line = Line(f"{name}_reason", self.tr("理由"), self)
        self.line.setMaxLength(longest)
        self.go_on = QPushButton(self.tr("继续"), self)
        self._back = QPushButton(self.tr("返回  Esc"), self)
        self._says = Telling(f"{name}_says", self)
        row = QHBoxLayout()
        row.addWidget(self.go_on)
        row.addWidget(self._back)
        row.addStretch()
        column = QVBoxLayout(self)
        for part in (self._question, self.line, self._says):
            column.addWidget(part)
        column.addLayout(row)
        self.line.entered.connect(self._give)
        self.go_on.clicked.connect(self._give)
        self._back.clicked.connect(self.put_away)
        self.hide()

    def ask(self, question: str, answer: str, suggested: str = "") -> None:
        """Ask; ``answer`` stands on the button, ``suggested`` is the usual reason."""
        self._question.setText(question)
        self.go_on.setText(answer)
        self.line.setText(suggested)
        self._says.be_quiet()
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def blame(self, words: str) -> None:
        """Why it could not be done; what was typed stays."""
        self._says.blame(words)

    def _give(self) -> None:
        reason = self.line.text().strip()
        if reason:
            self.given.emit(reason)
        else:
            self._says.blame(self.tr("请写一句理由，它会和这一步一起留存。"))
            self.line.setFocus()
