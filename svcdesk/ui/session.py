"""One person signed in: the desk, the work done for it, and its news from other counters."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from svcdesk.rules.people import Me
from svcdesk.ui.background import Background
from svcdesk.ui.live import Live

if TYPE_CHECKING:
    from svcdesk.desk.door import Desk

_PATIENCE_MS = 15_000


class Session(QObject):
    """Begins with signing in; ends in two parts, so that nobody waits for the line."""

    heard = Signal(frozenset)
    """Topics in which something was committed somewhere; empty: the line is down."""

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.background = Background(desk)
        self._live = Live(desk.listen)
        self._live.changed.connect(self.heard)

    @property
    def me(self) -> Me:
        """Who signed in."""
        return self._desk.me

    def begin(self) -> None:
        """Listen to the other counters."""
        self._live.start()

    def fall_silent(self) -> None:
        """On the GUI thread: answer nobody any more."""
        self._live.changed.disconnect(self.heard)
        self._live.requestInterruption()
        self.background.hush()

    def close(self) -> bool:
        """On any other thread, or at the very end: finish what was begun, let go of the desk.

        False if something hangs; then the session must not be destroyed.
        """
        done = self.background.wait(_PATIENCE_MS)
        done = self._live.wait(_PATIENCE_MS) and done
        self._desk.close()
        return done
