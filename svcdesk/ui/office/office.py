"""The administration's dialogs behind their commands: opened once, brought forward after."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from svcdesk.rules.topics import Topic
from svcdesk.ui.office.own_password import OwnPasswordDialog
from svcdesk.ui.office.people import PeopleDialog
from svcdesk.ui.office.seats import SeatsDialog

if TYPE_CHECKING:
    from svcdesk.rules.people import Me
    from svcdesk.ui.background import Background
    from svcdesk.ui.commands import Commands
    from svcdesk.ui.notice import NoticeBar


class Office(QObject):
    """Says what the office commands do, and passes news to the dialogs that are open."""

    seat_taken = Signal(object)
    """The SeatKey that this computer is to use from the next sign-in on."""

    def __init__(
        self,
        background: "Background",
        commands: "Commands",
        notices: "NoticeBar",
        me: "Me",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._open: dict[str, QDialog] = {}
        makers: dict[str, Callable[[], QDialog]] = {
            "office.people": lambda: PeopleDialog(background, me, window),
            "office.seats": lambda: self._seats(background, window),
            "office.password": lambda: OwnPasswordDialog(background, me, notices, window),
        }
        for command, make in makers.items():
            commands.on(command, partial(self._show, command, make))

    def _seats(self, background: "Background", window: QWidget) -> SeatsDialog:
        dialog = SeatsDialog(background, window)
        dialog.view.key.taken.connect(self.seat_taken)
        return dialog

    def hear(self, changed: frozenset[Topic]) -> None:
        """Pass news on."""
        for dialog in self._open.values():
            if isValid(dialog) and isinstance(dialog, PeopleDialog | SeatsDialog):
                dialog.hear(changed)

    def _show(self, command: str, make: Callable[[], QDialog]) -> None:
        dialog = self._open.get(command)
        if dialog is None or not isValid(dialog):
            dialog = self._open[command] = make()
        dialog.open()
        dialog.raise_()
        dialog.activateWindow()
