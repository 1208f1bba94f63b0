from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from svcdesk.rules.access import Role
from svcdesk.ui.status import StatusCells
from tests.ui.stand_ins import somebody


@pytest.fixture
def bar(qtbot: Any) -> Any:
    bar = StatusCells()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def cell(bar: Any, name: Any) -> Any:
    return bar.findChild(QPushButton, name)


def test_before_signing_in_it_is_nobodys(bar):
    bar.show_person(None)
    assert all(one.isHidden() for one in bar.findChildren(QPushButton))


def test_it_says_who_sits_where_in_which_post(bar):
    bar.show_person(somebody(Role.CLERK))
    assert cell(bar, "who").text() == "3 号窗口   李娜   席位 0003"
    assert "窗口人员" in cell(bar, "who").toolTip()


def test_a_computer_without_a_seat_says_so(bar):
    bar.show_person(somebody(Role.CLERK, seat=None))
    assert "还没有登记席位" in cell(bar, "who").toolTip()


def test_the_line_says_how_long_a_question_took_and_when_it_is_down(bar):
    bar.show_person(somebody())
    bar.show_line(12.4)
    assert cell(bar, "database").text() == "数据库  12 ms"
    bar.show_no_line()
    assert cell(bar, "database").text() == "数据库  离线"
    bar.show_line(None)
    assert cell(bar, "database").text() == "数据库"


def test_the_queue_says_how_many_wait_and_why(bar, qtbot):
    bar.show_person(somebody())
    bar.show_queue(2, "这台电脑还没有接打印机。")
    assert cell(bar, "printer").text() == "打印机没有接上  队列 2"
    assert cell(bar, "printer").toolTip() == "这台电脑还没有接打印机。"
    with qtbot.waitSignal(bar.queue_wanted):
        cell(bar, "printer").click()


def test_pressing_a_cell_explains_it(bar, qtbot):
    bar.show_person(somebody())
    bar.show_kept(datetime(2025, 3, 7, 14, 2, 7, tzinfo=UTC))
    assert cell(bar, "kept").text() == "已自动保存 14:02:07"
    with qtbot.waitSignal(bar.explained) as heard:
        cell(bar, "kept").click()
    assert heard.args == ["填写的内容已存在本机，停电也不会丢。"]
