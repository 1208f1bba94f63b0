from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from svcdesk.desk import attendance
from svcdesk.rules.attendance import Direction
from svcdesk.rules.problems import NotAllowed
from svcdesk.rules.topics import Topic
from svcdesk.settings import Scheme
from svcdesk.ui import theme
from svcdesk.ui.attendance.my_day import clock
from svcdesk.ui.attendance.tab import AttendanceTab
from tests.ui.seated import clipped, nameless, shown, sit, texts  # noqa: F401


@pytest.fixture
def make(sit, shown, qtbot):  # noqa: F811
    def make(desk):
        seated = sit(desk, "attendance")
        tab = shown(AttendanceTab(*seated.parts))
        tab.seated = seated
        qtbot.waitUntil(lambda: tab._sheet is not None)
        return tab

    return make


def line(tab: Any, name: str) -> list[str]:
    return next(row for row in texts(tab._list) if row[2] == name)


def punches(desk: Any) -> Any:
    return desk.ask(attendance.my_day).punches


def test_signing_in_tells_the_servers_time(make, clerk, qtbot):
    tab = make(clerk)
    tab.seated.commands["attendance.sign_in"].trigger()
    qtbot.waitUntil(lambda: "服务器时间" in tab._mine._told.text())
    punch = punches(clerk)[0]
    assert tab._mine._told.text() == f"{clock(punch.at)} 签到，服务器时间"
    qtbot.waitUntil(lambda: f"：{clock(punch.at)} 签到" in tab._mine._punches.text())


def test_a_double_press_counts_once_and_the_buttons_come_back(make, clerk, qtbot):
    tab = make(clerk)
    tab._mine._rest.setInterval(200)
    button = tab._mine._buttons[Direction.IN]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    tab._mine.punch(Direction.IN)
    assert not button.isEnabled()
    qtbot.waitUntil(button.isEnabled)
    assert len(punches(clerk)) == 1


def test_the_button_that_comes_next_is_the_strong_one(make, clerk, qtbot):
    clerk.do(attendance.punch, Direction.IN)
    tab = make(clerk)
    buttons = tab._mine._buttons
    qtbot.waitUntil(lambda: buttons[Direction.OUT].property("kind") == "primary")
    assert buttons[Direction.IN].property("kind") == ""
    assert tab._mine._told.text() == "现在：在岗"


def test_a_refusal_stands_beside_the_buttons(make, clerk, qtbot, monkeypatch):
    tab = make(clerk)

    def refuse(*_args, **_kwargs):
        raise NotAllowed

    monkeypatch.setattr(clerk, "do", refuse)
    tab._mine.punch(Direction.IN)
    qtbot.waitUntil(lambda: "岗位权限" in tab._mine._told.text())
    assert tab.seated.troubles == []


def test_everybody_within_reach_is_listed_and_counted(make, officer, clerk, stranger, qtbot):
    clerk.do(attendance.punch, Direction.IN)
    stranger.do(attendance.punch, Direction.IN)
    stranger.do(attendance.punch, Direction.OUT)
    tab = make(officer)
    people = len(texts(tab._list))
    assert line(tab, "李娜")[3] == "在岗"
    assert line(tab, "孙浩")[3] == "已签退"
    assert line(tab, "王强")[3:] == ["未签到", "", "", ""]
    assert tab._expected.text() == f"应到 {people}"
    assert [chip.accessibleName() for chip in tab._counts.values()] == [
        "在岗 1",
        "已签退 1",
        f"未签到 {people - 2}",
    ]


def test_news_from_another_counter_shows(make, officer, clerk, qtbot):
    tab = make(officer)
    assert line(tab, "李娜")[3] == "未签到"
    clerk.do(attendance.punch, Direction.IN)
    tab.hear(frozenset({Topic.ATTENDANCE}))
    qtbot.waitUntil(lambda: line(tab, "李娜")[3] == "在岗")


def test_only_those_who_are_missing(make, officer, clerk):
    clerk.do(attendance.punch, Direction.IN)
    tab = make(officer)
    tab._only_missing.setChecked(True)
    assert "李娜" not in [row[2] for row in texts(tab._list)]


def test_another_day_and_back_to_today(make, officer, qtbot):
    tab = make(officer)
    today = tab._sheet.day
    tab._before.click()
    qtbot.waitUntil(lambda: tab._sheet.day == today - timedelta(days=1))
    assert tab._counts[next(iter(tab._counts))].accessibleName() == "没有签退 0"
    tab._after.click()
    qtbot.waitUntil(lambda: tab._sheet.day == today)
    assert tab._chosen is None


def test_the_filter_is_one_key_away(make, officer, qtbot):
    tab = make(officer)
    qtbot.keyClick(tab, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    tab._filter.insert("孙浩")
    assert [row[2] for row in texts(tab._list)] == ["孙浩"]


def test_who_may_not_sign_has_no_buttons(make, auditor):
    tab = make(auditor)
    assert tab._mine is None
    assert not tab.seated.commands["attendance.sign_in"].isVisible()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_everything_fits_and_has_a_name(make, clerk, qapp, scheme):
    theme.apply(qapp, scheme)
    tab = make(clerk)
    qapp.processEvents()
    tab.grab()
    assert clipped(tab) == []
    assert nameless(tab) == []
