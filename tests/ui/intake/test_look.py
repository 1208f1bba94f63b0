"""What people see: it fits, says its names, and nobody is left out who has only a keyboard."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from svcdesk.desk import cases
from svcdesk.desk.cases import Show
from svcdesk.settings import Scheme
from svcdesk.ui import theme
from svcdesk.ui.command_list import Menu
from tests.ui.fitting import clipped
from tests.ui.intake.counter import ENTER, NUMBER, Counter

SIZES = [(1366, 640), (1280, 530), (960, 400)]


def walk_through(counter: Counter) -> Iterator[str]:
    """The states of the tab that a day brings, one after the other."""
    yield "empty"
    counter.hands.type(NUMBER)
    counter.known()
    counter.hands.key(ENTER)
    yield "item"
    counter.hands.key(ENTER)
    counter.tab.accept()
    yield "materials"
    counter.tab.open_list(Show.EVERY)
    counter.until(lambda: counter.tab.list.view.model().rowCount())
    yield "list"
    counter.hands.key(ENTER)
    counter.until(lambda: counter.tab.card.card)
    counter.tab.card.close_case()
    yield "card"


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_clipped(counter_of, clerk, a_draft, qapp, width, height, percent):
    theme.apply(qapp, Scheme.LIGHT, percent)
    clerk.do(cases.accept, a_draft(clerk))
    counter = counter_of(clerk, width=width, height=height)
    counter.ready()
    counter.tab.form.focus_start()
    for state in walk_through(counter):
        counter.qtbot.wait(50)
        assert clipped(counter.tab) == [], state
        if percent == 100:
            assert counter.window.width() <= width
            assert counter.window.height() <= height


def test_on_the_usual_screen_the_whole_form_shows_without_scrolling(counter_of, clerk, a_draft):
    clerk.do(cases.accept, a_draft(clerk))
    counter = counter_of(clerk, width=1366, height=640)  # 1366 × 768 less bars and menus
    counter.ready()
    counter.tab.form.focus_start()
    for state in walk_through(counter):
        bar = counter.tab.form._scroll.verticalScrollBar()
        assert bar.maximum() == 0, state
        if state == "item":
            counter.hands.key(ENTER)  # with the promise and the same item pointed out
            counter.qtbot.wait(50)
            assert bar.maximum() == 0
            break


def test_every_widget_that_takes_the_focus_has_a_name(counter, clerk, a_draft):
    clerk.do(cases.accept, a_draft(clerk))
    for _state in walk_through(counter):
        nameless = [
            widget
            for widget in counter.tab.findChildren(QWidget)
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        assert [(type(one).__name__, one.objectName()) for one in nameless] == []


def test_mnemonics_are_unique_with_those_of_the_menus(counter):
    texts = [label.text() for label in counter.tab.findChildren(QLabel) if label.buddy()]
    texts += [menu.word for menu in Menu]
    keys = [key for text in texts for key in re.findall(r"&(\w)", text)]
    assert len(keys) == len(set(keys)) == 8 + 7


def test_names_are_shown_as_they_are_and_never_as_markup(counter, clerk, a_draft):
    clerk.do(cases.accept, a_draft(clerk, applicant="诚信 &amp; 公司"))
    counter.commands["intake.list_open"].trigger()
    counter.until(lambda: counter.tab.list.view.model().rowCount())
    counter.hands.key(ENTER)
    counter.until(lambda: counter.tab.card.card)
    applicant = counter.tab.card._values["applicant"]
    assert applicant.text() == "诚信 &amp; 公司"
    assert applicant.textFormat() is Qt.TextFormat.PlainText
