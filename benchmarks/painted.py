"""Telling when a window, or the page in it, has first been painted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class Painted(QObject):
    """Calls back once, after the first paint of a widget of one of these kinds or in one."""

    def __init__(self, kinds: tuple[str, ...], tell: Callable[[], object]) -> None:
        super().__init__(QApplication.instance())
        self._kinds = kinds
        self._tell = tell
        self._app = QApplication.instance()
        assert self._app is not None
        self._app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """By name, so that watching imports nothing; children are painted in the same event."""
        if event.type() == QEvent.Type.Paint and self._is_in_one(watched):
            assert self._app is not None
            self._app.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _is_in_one(self, widget: QObject | None) -> bool:
        while widget is not None:
            if type(widget).__name__ in self._kinds:
                return True
            widget = widget.parent()
        return False
