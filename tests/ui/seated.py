"""A person at a real desk with the window's parts around it, and two looks at a widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTableView, QWidget
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from svcdesk.store import setup
from svcdesk.ui.background import Background
from svcdesk.ui.commands import Commands
from svcdesk.ui.notice import NoticeBar
from tests.conftest import PASSWORD, Hall
from tests.ui import fitting
from tests.ui.fitting import hidden_in_part, lost_columns


@dataclass
class Seated:
    """What a tab is made with, and what went wrong on the way."""

    background: Background
    commands: Commands
    notices: NoticeBar
    me: Any
    troubles: list[Exception] = field(default_factory=list)

    @property
    def parts(self) -> tuple[Background, Commands, NoticeBar, Any]:
        return self.background, self.commands, self.notices, self.me

    @property
    def told(self) -> list[str]:
        return [notice.text for notice in self.notices.record()]


@pytest.fixture
def sit(qtbot):
    """Seats somebody: hand in his desk."""
    seated: list[Seated] = []

    def seat(desk: Any, area: str = "") -> Seated:
        background = Background(desk)
        notices = NoticeBar()
        qtbot.addWidget(notices)
        one = Seated(background, Commands(desk.me), notices, desk.me)
        one.commands.bring_to_front(area)
        background.troubled.connect(one.troubles.append)
        background.crashed.connect(one.troubles.append)
        seated.append(one)
        return one

    yield seat
    for one in seated:
        assert one.background.stop()


@pytest.fixture
def shown(qtbot):
    """Shows a widget as large as the smallest screen gives it."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(1280, 560)
        widget.show()
        return widget

    return show


def manager_of(sample: Hall) -> Any:
    """Somebody who manages the sample hall."""
    with create_engine(sample.superuser, poolclass=NullPool).connect() as connection:
        login = connection.scalar(
            text(
                "SELECT p.login FROM svc.person p JOIN svc.post o ON o.person_id = p.id"
                " WHERE o.role::text LIKE '%manager' ORDER BY p.login LIMIT 1"
            )
        )
    assert login is not None
    setup.set_password(sample.superuser, login, PASSWORD)
    return sample.desk(login)


def texts(view: QTableView) -> list[list[str]]:
    """What a list shows, row by row, in the order in which it shows them."""
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def nameless(root: QWidget) -> list[str]:
    """Widgets that take the focus and say nothing to a screen reader."""
    silent = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is None or not spoken.text(QAccessible.Text.Name):
            silent.append(f"{type(widget).__name__} {widget.objectName()}")
    return [one for one in silent if not one.startswith(("qt_", "QLineEdit qt_"))]


def clipped(root: QWidget) -> list[str]:
    """Words that do not fit where they stand, lost columns, and what a parent cuts off."""
    return fitting.clipped(root) + lost_columns(root) + hidden_in_part(root)
