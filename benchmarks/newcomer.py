"""Somebody who signs in the moment it is possible and waits for the form."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from svcdesk.ui.window import MainWindow


class Newcomer(QObject):
    """Looks every other millisecond; calls back when a document number can be typed."""

    def __init__(self, tell: Callable[[], object]) -> None:
        super().__init__(QApplication.instance())
        self._tell = tell
        self._pressed = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(2)

    def _look(self) -> None:
        window = next(
            (w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow"), None
        )
        if window is not None:
            self._look_at(cast("MainWindow", window))

    def _look_at(self, window: "MainWindow") -> None:
        from svcdesk.ui.sign_in import SignInPage

        page = window.findChild(SignInPage)
        if page is not None and not window.views:
            button = page._people._button
            if button.isVisible() and button.isEnabled() and not self._pressed:
                self._pressed = True
                button.click()
        elif self._pressed and self._ready(window):
            self._timer.stop()
            self._tell()

    def _ready(self, window: "MainWindow") -> bool:
        from svcdesk.ui.intake.tab import IntakeTab

        tab = next((view for view in window.views if isinstance(view, IntakeTab)), None)
        if tab is None or not tab.form.ready or not tab.form.items.items:
            return False
        if QApplication.focusWidget() is None:
            tab.next_person()  # F2, as a clerk would
        return QApplication.focusWidget() is tab.form.who.number
