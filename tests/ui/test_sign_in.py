import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from svcdesk.rules.problems import WrongPassword
from svcdesk.settings import Language
from svcdesk.ui.page import Below
from svcdesk.ui.password import PasswordField
from svcdesk.ui.sign_in import SignInPage
from svcdesk.ui.table import TableView
from tests.ui.stand_ins import HALL, StandInEntrance


@pytest.fixture
def page(plain_background: Any, qtbot: Any) -> Any:
    page = SignInPage(plain_background, "lina")
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitActive(page)
    return page


def field(page: Any, name: Any) -> Any:
    return page.findChild(QLineEdit, name)


def said(page: Any) -> Any:
    return [below.text() for below in page.findChildren(Below) if below.isVisible()]


def texts(page: Any) -> Any:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page: Any, text: Any) -> Any:
    return next(one for one in page.findChildren(QPushButton) if one.text().startswith(text))


def test_the_last_login_is_offered_and_the_password_waits_for_the_keys(page, qtbot):
    assert field(page, "login").text() == "lina"
    qtbot.waitUntil(field(page, "password").hasFocus)


def test_without_a_last_login_the_login_waits(plain_background, qtbot):
    page = SignInPage(plain_background)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert field(page, "login").hasFocus()


def test_enter_goes_from_login_to_password_and_then_in(page, qtbot):
    entrance = StandInEntrance()
    page.open(entrance)
    field(page, "login").setFocus()
    qtbot.keyClick(field(page, "login"), Qt.Key.Key_Return)
    assert page.focusWidget() is field(page, "password")
    qtbot.keyClicks(field(page, "password"), "right-1")
    with qtbot.waitSignal(page.entered) as heard:
        qtbot.keyClick(field(page, "password"), Qt.Key.Key_Return)
    assert heard.args == entrance.desks


def test_the_halls_name_stands_above(page):
    page.open(StandInEntrance())
    assert HALL in texts(page)


def test_a_wrong_password_is_said_beside_the_field_and_only_it_is_cleared(page, qtbot):
    page.open(StandInEntrance())
    page.sign_in("lina", "wrong")
    qtbot.waitUntil(lambda: said(page) == [WrongPassword.words])
    assert field(page, "login").text() == "lina"
    assert field(page, "password").text() == ""
    assert field(page, "password").isEnabled()
    assert field(page, "password").property("wrong") is True


def test_a_lost_line_leaves_the_password_in_place(page, qtbot):
    page.open(StandInEntrance())
    page.sign_in("lina", "gone")
    qtbot.waitUntil(lambda: len(said(page)) == 1)
    assert field(page, "password").text() == "gone"


def test_nothing_is_sent_while_a_field_is_empty(page, qtbot):
    entrance = StandInEntrance()
    page.open(entrance)
    button(page, "登录").click()
    assert said(page) == ["请输入密码。"]
    field(page, "login").clear()
    button(page, "登录").click()
    assert said(page) == ["请输入用户名。"]
    assert entrance.desks == []


def test_whoever_is_quicker_than_the_database_is_let_in_when_it_is_there(page, qtbot):
    qtbot.keyClicks(field(page, "password"), "right-1")
    button(page, "登录").click()
    assert "数据库还在准备，好了就登录。" in texts(page)
    assert not field(page, "password").isEnabled()
    with qtbot.waitSignal(page.entered):
        page.open(StandInEntrance())


def test_a_defect_while_signing_in_lets_the_person_try_again(page, plain_background, qtbot):
    page.open(StandInEntrance())
    with qtbot.waitSignal(plain_background.crashed):
        page.sign_in("lina", "broken")
    page.give_up()
    assert field(page, "password").isEnabled()


def test_the_window_stays_alive_while_the_server_takes_its_time(page, qtbot):
    gate, ticks = threading.Event(), []
    entrance: Any = StandInEntrance()
    entrance.sign_in = lambda _login, _password: gate.wait(5)
    page.open(entrance)
    page.sign_in("lina", "x")
    for _ in range(3):
        qtbot.wait(5)
        ticks.append(1)
    gate.set()
    with qtbot.waitSignal(page.entered):
        pass
    assert len(ticks) == 3


def test_in_the_practice_hall_one_picks_a_person_instead(page, qtbot):
    entrance = StandInEntrance(practice=True)
    page.open(entrance)
    view = page.findChild(TableView)
    qtbot.waitUntil(lambda: view.model().rowCount() == 2)
    assert not field(page, "password").isVisible()
    assert [view.model().index(1, column).data() for column in range(3)] == [
        "王主任",
        "中心管理人员",
        "",
    ]
    view.choose("wang")
    with qtbot.waitSignal(page.entered) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args[0].me.name == "王主任"


def test_another_hall_and_another_language_are_one_click_away(page, qtbot):
    with qtbot.waitSignal(page.elsewhere):
        button(page, "换一个大厅").click()
    with qtbot.waitSignal(page.language_wanted) as heard:
        button(page, "English").click()
    assert heard.args == [Language.EN]


@pytest.mark.parametrize(
    ("key", "modifier", "locked"),
    [
        ("a", Qt.KeyboardModifier.NoModifier, False),
        ("A", Qt.KeyboardModifier.NoModifier, True),
        ("A", Qt.KeyboardModifier.ShiftModifier, False),
        ("a", Qt.KeyboardModifier.ShiftModifier, True),
    ],
)
def test_caps_lock_is_noticed_by_the_case_of_a_letter(key, modifier, locked, qtbot):
    password = PasswordField()
    qtbot.addWidget(password)
    with qtbot.waitSignal(password.caps_lock) as heard:
        qtbot.keyClick(password, key, modifier)
    assert heard.args == [locked]
    assert len(password.text()) == 1


def test_a_password_takes_no_input_method(qtbot):
    password = PasswordField()
    qtbot.addWidget(password)
    assert not password.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert password.echoMode() is QLineEdit.EchoMode.Password
