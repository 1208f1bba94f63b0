"""What every tab and panel does about news."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from svcdesk.rules.topics import EVERYTHING, Topic
from svcdesk.ui.background import Background


class View(QWidget):
    """Reloads when something it shows has changed: at once if seen, else when next seen."""

    shows: frozenset[Topic] = EVERYTHING
    kept = Signal()
    """What was typed has been written to this computer's disk."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._stale = True

    def title(self) -> str:
        """What stands on the tab."""
        raise NotImplementedError

    def hear(self, changed: frozenset[Topic]) -> None:
        """Take note of news; an empty set (the line is down) is no news."""
        self._stale = self._stale or bool(changed & self.shows)
        self._reload_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what was missed while hidden."""
        super().showEvent(event)
        self._reload_if_seen()

    def reload(self) -> None:
        """Ask again for everything shown."""
        raise NotImplementedError

    def put_away(self) -> None:
        """Keep what was typed; called before signing out, rebuilding and quitting."""

    def _reload_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()
