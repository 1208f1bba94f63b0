"""Opens the intake tab: real desk, real local store, no printer."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from svcdesk.desk.door import Desk
from svcdesk.store.local import LocalStore
from svcdesk.ui.background import Background
from svcdesk.ui.commands import Commands
from svcdesk.ui.intake.tab import IntakeTab
from svcdesk.ui.notice import NoticeBar
from tests.conftest import Hall
from tests.ui.intake.counter import Counter, Hands, PaperTray


@pytest.fixture
def counter_of(qtbot: Any, tmp_path: Path, hall: Hall) -> Iterator[Callable[..., Counter]]:
    """Opens the tab for a desk, on one computer; closes everything before the hall."""
    assert hall
    opened: list[Counter] = []
    store = LocalStore(tmp_path / "local.sqlite")

    def open_counter(desk: Desk, *, width: int = 1366, height: int = 640) -> Counter:
        background, commands, notices = Background(desk), Commands(desk.me), NoticeBar()
        tray = PaperTray()
        tab = IntakeTab(background, commands, notices, desk.me, tray, store.drafts)
        window = _window(tab, notices)
        counter = Counter(
            window, tab, background, commands, notices, tray, store, Hands(tab), desk.me.login,
            qtbot,
        )  # fmt: skip
        background.crashed.connect(counter.troubles.append)
        background.troubled.connect(counter.troubles.append)
        commands.bring_to_front("intake")
        window.resize(width, height)
        window.show()
        window.activateWindow()
        opened.append(counter)
        counter.until(window.isActiveWindow)
        return counter

    yield open_counter
    for counter in opened:
        counter.tab.put_away()
        assert counter.background.stop()
        counter.window.close()
        assert not counter.troubles
    store.close()


def _window(tab: IntakeTab, notices: NoticeBar) -> QMainWindow:
    window, inside = QMainWindow(), QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(tab, 1)
    column.addWidget(notices)
    window.setCentralWidget(inside)
    return window


@pytest.fixture
def counter(counter_of: Callable[..., Counter], clerk: Desk) -> Counter:
    """李娜's counter, ready for the first applicant."""
    counter = counter_of(clerk)
    counter.ready()
    counter.tab.form.focus_start()
    return counter
