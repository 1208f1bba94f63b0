"""The one long-lived thread: news from other counters, as a signal."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QThread, Signal

from svcdesk.rules.topics import Topic


class Live(QThread):
    """Listens for as long as somebody is signed in."""

    changed = Signal(frozenset)
    """Topics in which something was committed; an empty set says that the line is down."""

    def __init__(
        self,
        listen: Callable[[Callable[[], bool]], Iterable[frozenset[Topic]]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._listen = listen

    def run(self) -> None:
        """On the thread: pass on what is heard."""
        for topics in self._listen(self.isInterruptionRequested):
            self.changed.emit(topics)

    def stop(self, patience_ms: int = 3000) -> bool:
        """Ask it to end and wait; False if it takes too long. Call it before letting go."""
        self.requestInterruption()
        return self.wait(patience_ms)
