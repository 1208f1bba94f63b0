"""Scans anywhere: bursts of keys that only a device can type, told apart from typing.

A scanner is a keyboard: it types into whatever has the focus and ends with Enter. No key
is held back for it; when Enter shows that the burst was a scan, whoever hears of it may
have the widget that received it put back to what it held before.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from svcdesk.ui.intake.lines import Remembering

QUICK_MS = 35
"""The longest pause between two keys of a scan (毫秒)."""
SHORTEST = 6
"""The fewest characters of a scan."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Burst:
    """The keys that came without a pause, up to now."""

    def __init__(self) -> None:
        self._text = ""
        self._last_ms = 0.0

    def add(self, character: str, at_ms: float) -> bool:
        """Take one more key; True if it opens a new burst."""
        opens = not self._text or at_ms - self._last_ms > QUICK_MS
        self._text = character if opens else self._text + character
        self._last_ms = at_ms
        return opens

    def end(self, at_ms: float) -> str:
        """The scan that Enter has ended, or nothing if it was typing."""
        text, self._text = self._text, ""
        quick = at_ms - self._last_ms <= QUICK_MS
        return text if quick and len(text) >= SHORTEST else ""

    def forget(self) -> None:
        """Something else than a character came between."""
        self._text = ""


class Scanner(QObject):
    """Listens to the widget with the focus, wherever in the window that is.

    Only the focus widget is listened to: a key that nobody took travels on to the
    parents, and would be heard once more for each of them.
    """

    scanned = Signal(str)

    def __init__(
        self,
        place: QWidget,
        wanted: Callable[[str], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``wanted`` says whether a burst is one of ours; any other stays plain typing."""
        super().__init__(place)
        self._place = place
        self._wanted = wanted
        self.clock = clock
        self._burst = Burst()
        self._memory: object = None
        self._typed_into: QObject | None = None
        self._heard: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys; only the Enter that ends a scan is taken."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(watched, event)
        return False

    def take_out(self) -> None:
        """Put the widget the scan went into back to what it held before."""
        if isinstance(self._typed_into, Remembering):
            self._typed_into.restore(self._memory)
        self._typed_into = None

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        at_ms = self.clock() * 1000
        if event.key() in _ENTER:
            return self._finish(self._burst.end(at_ms), watched)
        text = event.text()
        if len(text) == 1 and text.isascii() and text.isprintable() and not event.isAutoRepeat():
            if self._burst.add(text, at_ms):
                self._memory = watched.remember() if isinstance(watched, Remembering) else None
        elif event.key() != Qt.Key.Key_Shift:
            self._burst.forget()
        return False

    def _finish(self, text: str, watched: QObject) -> bool:
        if not text or not self._wanted(text):
            return False
        self._typed_into = watched
        self.scanned.emit(text)
        return True

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = None
        if new is not None and new.window() is self._place.window() and self._place.isVisible():
            new.installEventFilter(self)
            self._heard = new
        self._burst.forget()
