"""Lines to type in: Enter goes on, Shift+Enter goes back, numbers keep input methods out."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from svcdesk.ui.page import mark_wrong
from svcdesk.ui.theme import dress

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@runtime_checkable
class Remembering(Protocol):
    """A widget that can undo what a scanner typed into it by mistake."""

    def remember(self) -> object:
        """What it holds now."""

    def restore(self, memory: object) -> None:
        """Hold again what ``remember`` returned."""


class Line(QLineEdit):
    """One line of the form."""

    entered = Signal()
    """Enter was pressed: on to the next field."""
    stepped_back = Signal()
    """Shift+Enter was pressed: back to the previous field."""
    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, name: str, called: str, parent: QWidget | None = None) -> None:
        """``name`` is for tests and style, ``called`` what a screen reader says."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(called)
        dress(self, "field")

    def blame(self, fault: str) -> None:
        """A red edge and the reason for those who listen; its own again without a fault."""
        self.setAccessibleDescription(fault)
        if bool(self.property("wrong")) != bool(fault):
            mark_wrong(self, bool(fault))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        (self.stepped_back if back else self.entered).emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def remember(self) -> object:
        """See :class:`Remembering`."""
        return self.text()

    def restore(self, memory: object) -> None:
        """See :class:`Remembering`."""
        self.setText(str(memory))


class NumberLine(Line):
    """A line for numbers: no input method ever sees its keys, so a scan arrives whole."""

    def __init__(self, name: str, called: str, parent: QWidget | None = None) -> None:
        super().__init__(name, called, parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def changeEvent(self, event: QEvent) -> None:
        """Keep them out when the line can be typed into again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ReadOnlyChange:  # Qt has just switched it back on
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
