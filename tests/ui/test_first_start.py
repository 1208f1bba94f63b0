import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QProgressBar, QPushButton

from svcdesk.rules.problems import EmbeddedMissing, Unreachable
from svcdesk.ui.first_start import FirstStart
from svcdesk.ui.page import Below
from svcdesk.ui.setup_path import HallAddress, HallAnswers, LocalHall, Step
from tests.ui.stand_ins import HALL, StandInSetup


@pytest.fixture
def setup() -> Any:
    return StandInSetup()


@pytest.fixture
def start(plain_background: Any, setup: Any, qtbot: Any) -> Any:
    start = FirstStart(plain_background, setup)
    qtbot.addWidget(start)
    start.resize(1000, 700)
    with qtbot.waitActive(start):
        start.show()
        start.activateWindow()
    return start


def fill(start: Any, **values: Any) -> Any:
    for name, value in values.items():
        start.currentWidget().findChild(QLineEdit, name).setText(value)


def press(start: Any, text: Any) -> Any:
    next(
        one
        for one in start.currentWidget().findChildren(QPushButton)
        if one.text().startswith(text)
    ).click()


def said(start: Any) -> Any:
    return [one.text() for one in start.currentWidget().findChildren(Below) if one.isVisible()]


def texts(start: Any) -> Any:
    return [one.text() for one in start.currentWidget().findChildren(QLabel) if one.isVisible()]


LOCAL = {
    "hall": HALL,
    "name": "李娜",
    "login": "lina",
    "password": "abcd1234",
    "repeated": "abcd1234",
}
AT_HALL = {"address": "10.1.2.3:5433/hall", "login": "lina", "password": "x"}


def test_it_begins_with_three_ways_in_plain_words(start):
    assert start.step is Step.CHOOSE
    assert {"这台电脑单独用", "连接大厅的服务器", "在样例大厅里练习"} <= set(texts(start))
    assert start.focusWidget().objectName() == "local"


def test_a_computer_alone_is_prepared_and_its_administrator_let_in(start, setup, qtbot):
    start.findChild(QPushButton, "local").click()
    fill(start, **LOCAL)
    with qtbot.waitSignal(start.ready) as heard:
        press(start, "建好并登录")
        assert start.step is Step.WORKING
    assert heard.args == [setup.entrance, "lina", "abcd1234"]
    assert setup.done == [("local", LocalHall(HALL, "李娜", "lina", "abcd1234", True))]


def test_the_sample_catalogue_is_optional(start, setup, qtbot):
    start.findChild(QPushButton, "local").click()
    fill(start, **LOCAL)
    start.currentWidget().findChild(QCheckBox).setChecked(False)
    with qtbot.waitSignal(start.ready):
        press(start, "建好并登录")
    assert not setup.done[0][1].with_sample


def test_what_is_amiss_is_said_below_each_field_and_nothing_is_done(start, setup):
    start.findChild(QPushButton, "local").click()
    fill(start, login="Lina", password="short")
    press(start, "建好并登录")
    assert len(said(start)) == 4
    assert start.focusWidget().objectName() == "hall"
    assert setup.done == []
    fill(start, **LOCAL)


def test_a_problem_leads_back_to_the_form_with_everything_still_typed(start, setup, qtbot):
    setup.fails = EmbeddedMissing()
    start.findChild(QPushButton, "local").click()
    fill(start, **LOCAL)
    press(start, "建好并登录")
    qtbot.waitUntil(lambda: start.step is Step.LOCAL)
    assert said(start) == [EmbeddedMissing.words]
    assert start.currentWidget().findChild(QLineEdit, "name").text() == "李娜"


def test_a_hall_is_tried_before_it_is_used(start, setup, qtbot):
    start.findChild(QPushButton, "hall").click()
    fill(start, **AT_HALL)
    press(start, "测试连接")
    qtbot.waitUntil(lambda: f"连上了：{HALL}，来回 12 毫秒。" in texts(start))
    assert setup.done == [("test", HallAddress("10.1.2.3", 5433, "hall"), "lina")]


def test_a_hall_that_does_not_answer_is_said_in_plain_words(start, setup, qtbot):
    setup.fails = Unreachable()
    start.findChild(QPushButton, "hall").click()
    fill(start, **AT_HALL)
    press(start, "测试连接")
    qtbot.waitUntil(lambda: Unreachable.words in texts(start))
    assert start.step is Step.HALL


@pytest.mark.parametrize(
    ("seat", "expected"), [({}, (None, "")), ({"seat_code": "0003", "seat_key": "k-1"}, (3, "k-1"))]
)
def test_a_hall_is_used_with_a_seat_or_without(start, setup, seat, expected, qtbot):
    start.findChild(QPushButton, "hall").click()
    fill(start, **AT_HALL, **seat)
    with qtbot.waitSignal(start.ready):
        press(start, "连接并登录")
    address = HallAddress("10.1.2.3", 5433, "hall")
    assert setup.done == [("hall", HallAnswers(address, "lina", "x", *expected))]


def test_practising_asks_nothing_and_shows_how_far_it_is(start, setup, qtbot):
    setup.gate = threading.Event()
    start.findChild(QPushButton, "practice").click()
    bar = start.currentWidget().findChild(QProgressBar)
    qtbot.waitUntil(lambda: bar.value() == 900)
    assert "正在载入样例…" in texts(start)
    with qtbot.waitSignal(start.ready) as heard:
        setup.gate.set()
    assert heard.args == [setup.entrance, "", ""]


def test_a_problem_while_practising_leads_back_to_the_choice(start, setup, qtbot):
    setup.fails = EmbeddedMissing()
    start.findChild(QPushButton, "practice").click()
    qtbot.waitUntil(lambda: start.step is Step.CHOOSE)
    assert said(start) == [EmbeddedMissing.words]


@pytest.mark.parametrize("way", ["local", "hall"])
def test_escape_goes_back(start, way, qtbot):
    start.findChild(QPushButton, way).click()
    qtbot.keyClick(start.focusWidget(), Qt.Key.Key_Escape)
    assert start.step is Step.CHOOSE


def test_enter_goes_from_field_to_field_and_submits_on_the_last(start, setup, qtbot):
    start.findChild(QPushButton, "local").click()
    with qtbot.waitSignal(start.ready):
        for value in LOCAL.values():
            widget = start.focusWidget()
            widget.setText(value)
            qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert setup.done[0][1].login == "lina"


def test_a_defect_leads_back_too(start, setup, plain_background, qtbot):
    setup.fails = ZeroDivisionError()
    with qtbot.waitSignal(plain_background.crashed):
        start.findChild(QPushButton, "practice").click()
    start.give_up()
    assert start.step is Step.CHOOSE
