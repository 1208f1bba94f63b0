"""A page before the tabs: one card in the middle, scrolled where the window is small."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

_CARD_WIDTH = 60
"""How wide the card may grow (字符, each as wide as a digit)."""
_AROUND = 24
"""Room around the card (像素)."""


class Page(QScrollArea):
    """Holds one card; what a page says and asks goes into :attr:`body`."""

    def __init__(self, parent: QWidget | None = None, *, width: int = _CARD_WIDTH) -> None:
        super().__init__(parent)
        self._digits = width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QWidget(self)
        self._card = QFrame(around)
        self._card.setProperty("kind", "card")
        self.body = QVBoxLayout(self._card)
        self.body.setContentsMargins(40, 32, 40, 32)
        self.body.setSpacing(12)
        line = QHBoxLayout()  # no alignment: it would forget the height that wrapped text needs
        line.addStretch()
        line.addWidget(self._card)
        line.addStretch()
        column = QVBoxLayout(around)
        column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        column.addStretch(2)
        column.addLayout(line)
        column.addStretch(3)
        self.setWidget(around)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card is as wide as it wants to be, or as the window allows."""
        super().resizeEvent(event)
        wanted = self.fontMetrics().horizontalAdvance("0") * self._digits + 80
        self._card.setFixedWidth(min(wanted, self.viewport().width() - 2 * _AROUND))


def text(words: str, kind: str, parent: QWidget) -> QLabel:
    """A line or paragraph of plain text in one of the style sheet's kinds."""
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", kind)
    return label


class Below(QLabel):
    """What is amiss with the field above it; takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", "wrong")
        self.hide()

    def say(self, words: str) -> None:
        """Say it, or nothing."""
        self.setText(words)
        self.setVisible(bool(words))


def mark_wrong(field: QLineEdit, wrong: bool) -> None:
    """Give a field a red edge, or its own again."""
    field.setProperty("wrong", wrong)
    field.style().unpolish(field)
    field.style().polish(field)
