"""A button for what cannot be undone: it asks in its own place, never in a box."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from svcdesk.ui import theme


class ConfirmButton(QWidget):
    """First press: says what will happen, with two buttons. Escape takes the question back."""

    confirmed = Signal()

    def __init__(self, words: str, warning: str, sure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = QPushButton(words, self)
        self._sure = QPushButton(sure, self)
        self._not = QPushButton(self.tr("先不"), self)
        self._question = QWidget(self)
        said = QLabel(warning, self._question)
        said.setWordWrap(True)
        theme.dress(said, "sub")
        buttons = QHBoxLayout()
        buttons.addWidget(self._sure)
        buttons.addWidget(self._not)
        buttons.addStretch()
        below = QVBoxLayout(self._question)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(said)
        below.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._question)
        self._question.hide()
        self._ask.clicked.connect(self._open)
        self._not.clicked.connect(self.take_back)
        self._sure.clicked.connect(self._confirm)

    def take_back(self) -> None:
        """Stop asking."""
        asked = self._question.isVisible()
        self._question.hide()
        self._ask.show()
        if asked:
            self._ask.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape answers no; elsewhere it is somebody else's."""
        if event.key() == Qt.Key.Key_Escape and self._question.isVisible():
            self.take_back()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self._ask.hide()
        self._question.show()
        self._not.setFocus()

    def _confirm(self) -> None:
        self.take_back()
        self.confirmed.emit()
