"""What a field says about what was typed into it: praise, blame or news, in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from svcdesk.ui.theme import dress


class Telling(QLabel):
    """A line of words beside a field; hidden while there is nothing to say."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.be_quiet()

    def praise(self, words: str) -> None:
        """What was typed is right."""
        self._tell(f"✓ {words}", "good")

    def blame(self, words: str) -> None:
        """What was typed cannot stand, and why."""
        self._tell(words, "wrong")

    def news(self, words: str) -> None:
        """Something to know."""
        self._tell(words, "sub")

    def be_quiet(self) -> None:
        """Nothing to say."""
        self.clear()
        self.hide()

    def _tell(self, words: str, kind: str) -> None:
        self.setText(words)
        if self.property("kind") != kind:
            dress(self, kind)
        self.show()
