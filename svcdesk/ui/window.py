"""The main window: menus, tabs or a page in the middle, the message line, the status bar.

It is on the screen before anything else is loaded, so what it is furnished with is imported
when that is done.
"""

import base64
import binascii
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from svcdesk.rules.topics import EVERYTHING, Topic

if TYPE_CHECKING:
    from svcdesk.rules.people import Me
    from svcdesk.ui.commands import Commands
    from svcdesk.ui.view import View

SMALLEST = (960, 492)
"""A 1080p screen at 200 % less its task bar (逻辑像素)."""
USUAL = (1280, 760)


class MainWindow(QMainWindow):
    """Knows how things stand in it; what they do, the shell and the tabs know."""

    closing = Signal()
    painted = Signal()
    """The window has been painted for the first time; whatever takes long may begin."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("svcdesk")
        self._seen = False
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._tabs: QTabWidget | None = None
        self._views: dict[str, View] = {}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, after the event loop has put it on the screen."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def furnish(self, commands: "Commands", me: "Me | None") -> None:
        """Make everything anew for this person, in the present language."""
        from svcdesk.ui.notice import NoticeBar
        from svcdesk.ui.status import StatusCells

        self._commands = commands
        self._views, self._tabs = {}, None
        commands.fill(self.menuBar())
        self.notices = NoticeBar(self)
        self.status = StatusCells(self)
        self.status.show_person(me)
        self.status.explained.connect(self.notices.tell)
        self.setStatusBar(self.status)
        self.status.setVisible(me is not None)
        self._middle = QStackedWidget(self)
        self.setCentralWidget(self._framed(practice=me is not None and me.practice))
        hall = me.hall_name if me is not None else ""
        self.setWindowTitle(f"{hall} · svcdesk" if hall else "svcdesk")

    def show_page(self, page: QWidget) -> None:
        """Show a page before the tabs, in place of the one there was."""
        while (old := self._middle.currentWidget()) is not None:
            self._middle.removeWidget(old)
            old.deleteLater()
        self._middle.addWidget(page)

    @property
    def page(self) -> QWidget | None:
        """The page or the tabs now shown."""
        return self._middle.currentWidget()

    def show_tabs(self, views: Mapping[str, "View"], first: str) -> None:
        """Show the tabs, ``first`` in front."""
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.tabBar().setAccessibleName(self.tr("页签"))
        self._views, self._tabs = dict(views), tabs
        for area, view in views.items():
            opens = self._commands[f"tab.{area}"]
            key = opens.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tabs.addTab(view, f"{view.title()}  {key}")
        if self._commands["intake.find"].isVisible():
            find = self._commands.button("intake.find", tabs, "link")
            tabs.setCornerWidget(find, Qt.Corner.TopRightCorner)
        tabs.currentChanged.connect(self._note_front)
        self.show_page(tabs)
        self._commands.fill(self.menuBar())  # now that the tabs have said what commands do
        self.go_to(first)
        self._note_front()
        if not views[first].isAncestorOf(self.focusWidget() or self):
            tabs.tabBar().setFocus()  # where a tab has no place to begin, the keys have one

    def go_to(self, area: str) -> None:
        """Bring a tab to the front."""
        if self._tabs is not None and area in self._views:
            self._tabs.setCurrentWidget(self._views[area])

    @property
    def views(self) -> "tuple[View, ...]":
        """The tabs there are."""
        return tuple(self._views.values())

    @property
    def front(self) -> str:
        """The area of the tab in front, or nothing."""
        seen = self._tabs.currentWidget() if self._tabs is not None else None
        return next((area for area, view in self._views.items() if view is seen), "")

    def hear(self, changed: frozenset[Topic]) -> None:
        """Hand news to every tab."""
        for view in self.views:
            view.hear(changed)

    def refresh(self) -> None:
        """Ask again for everything the tab in front shows."""
        if self.front:
            self._views[self.front].hear(EVERYTHING)

    def place(self, kept: str) -> None:
        """Go where the window was when it was last closed, if that still makes sense."""
        try:
            geometry = QByteArray(base64.b64decode(kept.encode(), validate=True))
        except (binascii.Error, UnicodeEncodeError):
            return
        if kept:
            self.restoreGeometry(geometry)

    def whereabouts(self) -> str:
        """Where the window is, for the next start."""
        return base64.b64encode(self.saveGeometry().data()).decode()

    def come_forward(self) -> None:
        """Be seen, also out of the task bar."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is asked: drafts are on disk, jobs wait in the queue."""
        self.closing.emit()
        super().closeEvent(event)

    def _framed(self, *, practice: bool) -> QWidget:
        """The middle with the message line below; green all round where it is practice."""
        frame = QFrame(self)
        frame.setObjectName("frame")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if practice:
            frame.setProperty("kind", "practice_frame")
            banner = QLabel(self.tr("练习  人和件都是编的，随便试，不影响任何真实的件"), frame)
            banner.setObjectName("practice")
            banner.setProperty("kind", "practice")
            column.addWidget(banner)
        column.addWidget(self._middle, 1)
        column.addWidget(self.notices)
        return frame

    def _note_front(self) -> None:
        self._commands.bring_to_front(self.front)
