from typing import Any

import pytest
from PySide6.QtWidgets import QTabWidget

from svcdesk.rules.topics import Topic
from svcdesk.ui.view import View


class Counting(View):
    shows = frozenset({Topic.CASES})

    def __init__(self, background: Any) -> None:
        super().__init__(background)
        self.reloads = 0

    def reload(self) -> Any:
        self.reloads += 1


@pytest.fixture
def view(plain_background: Any, qtbot: Any) -> Any:
    view = Counting(plain_background)
    qtbot.addWidget(view)
    return view


def test_a_view_asks_when_it_is_first_seen_and_not_before(view):
    view.hear(frozenset({Topic.CASES}))
    assert view.reloads == 0
    view.show()
    assert view.reloads == 1


def test_a_view_that_is_seen_asks_at_once_for_what_it_shows(view):
    view.show()
    view.hear(frozenset({Topic.CASES, Topic.PEOPLE}))
    view.hear(frozenset({Topic.PEOPLE}))
    assert view.reloads == 2


def test_a_lost_line_is_no_news(view):
    view.show()
    view.hear(frozenset())
    assert view.reloads == 1


def test_a_hidden_tab_catches_up_once_when_it_is_seen(plain_background, qtbot):
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    view, other = Counting(plain_background), Counting(plain_background)
    tabs.addTab(view, "一")
    tabs.addTab(other, "二")
    tabs.show()
    assert (view.reloads, other.reloads) == (1, 0)
    tabs.setCurrentWidget(other)
    for _ in range(3):
        view.hear(frozenset({Topic.CASES}))
    assert view.reloads == 1
    tabs.setCurrentWidget(view)
    assert (view.reloads, other.reloads) == (2, 1)
