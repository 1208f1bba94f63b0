from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow
from shiboken6 import isValid

from svcdesk.desk import people
from svcdesk.desk.people import NewPerson
from svcdesk.rules.access import Role
from svcdesk.rules.problems import OnOneself, Problem
from svcdesk.rules.topics import Topic
from svcdesk.settings import Scheme
from svcdesk.store.work import SeatClaim, Store
from svcdesk.ui import theme
from svcdesk.ui.office.form import password_faults
from svcdesk.ui.office.office import Office
from svcdesk.ui.office.own_password import OwnPasswordDialog
from svcdesk.ui.office.people import PeopleDialog
from svcdesk.ui.office.seats import SeatsDialog
from svcdesk.ui.setup_path import Amiss
from tests.conftest import PASSWORD, Hall
from tests.ui.seated import clipped, nameless, sit, texts  # noqa: F401

NEW = "Xinmima-77"


@pytest.fixture
def seated(administrator, sit):  # noqa: F811
    return sit(administrator)


@pytest.fixture
def window(qtbot):
    """What the dialogs belong to; they delete themselves when they are closed."""
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def newcomer(administrator, request):
    """A person of this test alone: logins belong to the server, which all tests share."""
    login = f"xin_{abs(hash(request.node.name)) % 10**9}"
    person = NewPerson(login, "辛来", "2001", frozenset({Role.CLERK}))
    administrator.do(people.add_person, person, PASSWORD)
    return login


@pytest.fixture
def staff(seated, window, qtbot):
    dialog = PeopleDialog(seated.background, seated.me, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.view._people.rowCount() >= 11)
    qtbot.waitUntil(lambda: dialog.view._card._window.count() > 1)
    qtbot.waitUntil(lambda: dialog.view._card._unit.count() > 1)
    return dialog


@pytest.fixture
def windows(seated, window, qtbot):
    dialog = SeatsDialog(seated.background, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.view._windows.rowCount() == 24)
    return dialog


def row_of(desk: Any, login: str) -> Any:
    return next(row for row in desk.ask(people.people) if row.login == login)


def choose(staff: Any, desk: Any, login: str) -> Any:
    assert staff.view._list.choose(row_of(desk, login).id)
    return staff.view._card


def fill(form: Any, **typed: str) -> None:
    for name, words in typed.items():
        getattr(form, f"_{name}").setText(words)


def escape(qtbot: Any, widget: Any) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_Escape)


def signs_in(hall: Hall, login: str, password: str, claim: SeatClaim | None = None) -> Any:
    store = Store(hall.url(login, password), claim)
    try:
        return store.enter()
    finally:
        store.close()


# people


def test_everybody_is_listed_with_posts_and_window(staff):
    rows = {row[1]: row for row in texts(staff.view._list)}
    assert rows["zhaomin"][0] == "赵敏"
    assert rows["zhaomin"][3] == "窗口人员、窗口负责人"
    assert rows["zhaomin"][5:] == ["工商登记一窗", "在用"]


def test_a_new_person_can_sign_in_with_the_first_password(staff, administrator, hall, qtbot):
    staff.view.begin_new()
    form = staff.view._form
    fill(form, name="欧阳𫖯", login="ouyang", staff_no="0042", password=NEW, repeated=NEW)
    form._window.show_name("工商登记一窗")
    form._unit.show_name("区工商局")
    qtbot.keyClick(form._repeated, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "已登记 欧阳𫖯" in staff.view._told.text())
    row = row_of(administrator, "ouyang")
    assert (row.name, row.staff_no, row.roles) == ("欧阳𫖯", "0042", frozenset({Role.CLERK}))
    assert (row.unit, row.window) == ("区工商局", "工商登记一窗")
    assert signs_in(hall, "ouyang", NEW).name == "欧阳𫖯"
    qtbot.waitUntil(lambda: staff.view._card._name.text() == "欧阳𫖯")
    assert form._password.text() == ""


def test_what_is_amiss_stands_below_each_field(staff, seated):
    staff.view.begin_new()
    form = staff.view._form
    fill(form, name="甲\u200b乙", login="Li Na", password="abc", repeated="")
    form._posts.show_roles(())
    form.submit()
    said = {name: below.text() for name, below in form._belows.items() if below.text()}
    assert set(said) == {"name", "login", "staff_no", "posts", "password"}
    assert "看不见的符号" in said["name"]
    assert form._name.hasFocus()
    assert seated.troubles == []


def test_a_taken_login_and_a_clerk_without_window_are_told_before_asking(staff):
    form = staff.view._form
    staff.view.begin_new()
    fill(form, name="李娜二", login="lina", staff_no="7", password=NEW, repeated=NEW)
    form.submit()
    assert "已经有人用了" in form._belows["login"].text()
    assert "选一个窗口" in form._belows["window"].text()


def test_passwords_must_agree_and_not_hold_the_login():
    assert password_faults(NEW, NEW + "x", "lina") == {"repeated": Amiss.PASSWORD_TWICE}
    assert password_faults("Lina-2026", "", "lina") == {"password": Amiss.PASSWORD_LOGIN}
    assert password_faults(NEW, NEW, "lina") == {}


def test_escape_leaves_the_form_then_the_dialog_and_loses_nothing_typed(staff, qtbot):
    staff.view.begin_new()
    fill(staff.view._form, name="半截")
    escape(qtbot, staff.view._form._name)
    assert staff.isVisible()
    staff.view.begin_new()
    assert staff.view._form._name.text() == "半截"
    escape(qtbot, staff.view._form._name)
    escape(qtbot, staff.view._list)
    qtbot.waitUntil(lambda: not isValid(staff) or not staff.isVisible())


def test_posts_are_given_and_taken_and_the_window_changed(staff, administrator, qtbot):
    card = choose(staff, administrator, "wangqiang")
    card._posts.show_roles({Role.WINDOW_HEAD, Role.ATTENDANCE_OFFICER})
    card._window.show_name("工商登记二窗")
    card.save()
    qtbot.waitUntil(lambda: "已保存 王强" in staff.view._told.text())
    row = row_of(administrator, "wangqiang")
    assert row.roles == {Role.WINDOW_HEAD, Role.ATTENDANCE_OFFICER}
    assert (row.unit, row.window) == ("区工商局", "工商登记二窗")


def test_saving_without_a_change_does_nothing(staff, administrator, monkeypatch):
    card = choose(staff, administrator, "lina")
    monkeypatch.setattr(administrator, "do", lambda *_a, **_k: pytest.fail("nothing to do"))
    card.save()
    assert staff.view._told.text() == "没有改动。"


def test_a_refusal_ends_saving_and_stands_on_the_card(staff, administrator, qtbot, monkeypatch):
    card = choose(staff, administrator, "lina")

    def refuse(*_args, **_kwargs):
        raise OnOneself

    monkeypatch.setattr(administrator, "do", refuse)
    card._posts.show_roles({Role.MANAGER})
    card.save()
    qtbot.waitUntil(lambda: "不能给自己办这件事" in card._below.text())
    assert staff.view._told.text() == ""


def test_half_made_changes_survive_news_about_others(staff, administrator, qtbot):
    card = choose(staff, administrator, "lina")
    card._posts.show_roles({Role.MANAGER})
    administrator.do(people.give_post, row_of(administrator, "sunhao").id, Role.WINDOW_HEAD)
    staff.hear(frozenset({Topic.PEOPLE}))
    told = "窗口人员、窗口负责人"
    qtbot.waitUntil(lambda: told in [r[3] for r in texts(staff.view._list) if r[1] == "sunhao"])
    assert card._posts.roles() == {Role.MANAGER}


def test_nobody_changes_himself_here(staff, administrator):
    card = choose(staff, administrator, "guanli")
    assert not card._changes.isEnabled()
    assert "另一位管理员" in card._why.text()


def test_a_new_password_for_somebody_else(newcomer, staff, administrator, hall, qtbot):
    card = choose(staff, administrator, newcomer)
    fill(card._password, first=NEW, second=NEW)
    card.set_password()
    qtbot.waitUntil(lambda: "辛来 的密码已换" in staff.view._told.text())
    assert signs_in(hall, newcomer, NEW).login == newcomer


def test_ending_access_asks_in_its_place_and_escape_says_no(
    newcomer, staff, administrator, hall, qtbot
):
    card = choose(staff, administrator, newcomer)
    card._end._ask.click()
    assert card._end._question.isVisible()
    assert card._end._not.hasFocus()
    escape(qtbot, card._end._not)
    assert staff.isVisible()
    assert not card._end._question.isVisible()
    card._end._ask.click()
    card._end._sure.click()
    qtbot.waitUntil(lambda: "辛来 已停用" in staff.view._told.text())
    assert not row_of(administrator, newcomer).active
    with pytest.raises(Problem):
        signs_in(hall, newcomer, PASSWORD)


# seats


def test_a_new_seat_shows_a_key_that_opens_it(windows, administrator, hall, qtbot):
    windows.view._list.selectRow(0)
    windows.view._open.click()
    qtbot.waitUntil(lambda: windows.view.key.shows)
    code, key = windows.view.key._code.text(), windows.view.key._key.text()
    claim = SeatClaim(int(code), key)
    assert signs_in(hall, "lina", PASSWORD, claim).seat_code == int(code)
    windows.view.key._copy.click()
    assert QGuiApplication.clipboard().text() == f"席位号 {code}\n席位密钥 {key}"
    qtbot.waitUntil(lambda: code in texts(windows.view._list)[0][3].split("、"))


def test_a_key_is_not_closed_away_by_one_escape(windows, qtbot):
    windows.view._open.click()
    qtbot.waitUntil(lambda: windows.view.key.shows)
    escape(qtbot, windows)
    assert windows.isVisible()
    assert "再按一次" in windows._hint.text()
    windows.view.key._noted.click()
    assert windows.view.key._key.text() == ""
    escape(qtbot, windows)
    qtbot.waitUntil(lambda: not isValid(windows) or not windows.isVisible())


def test_a_renewed_key_ends_the_old_one(windows, administrator, hall, qtbot):
    old = hall.claims[1]
    windows.view._list.selectRow(0)
    windows.view._renew._ask.click()
    windows.view._renew._sure.click()
    qtbot.waitUntil(lambda: windows.view.key.shows)
    assert windows.view.key._code.text() == str(old.code)
    assert windows.view.key._key.text() != old.key


# one's own password


def test_ones_own_password(newcomer, window, hall, sit, qtbot):  # noqa: F811
    seated = sit(hall.desk(newcomer))
    dialog = OwnPasswordDialog(seated.background, seated.me, seated.notices, window)
    dialog.open()
    fill(dialog._password, first=NEW, second="x")
    dialog.save()
    assert "不一样" in dialog._password._belows["repeated"].text()
    fill(dialog._password, second=NEW)
    qtbot.keyClick(dialog._password._second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seated.told))
    assert signs_in(hall, newcomer, NEW).login == newcomer


# all of them


def test_the_commands_open_each_dialog_once(seated, window, qtbot):
    office = Office(seated.background, seated.commands, seated.notices, seated.me, window)
    for command in ("office.people", "office.seats", "office.password", "office.people"):
        seated.commands[command].trigger()
    assert len(window.findChildren(QDialog)) == 3
    office.hear(frozenset({Topic.PEOPLE}))
    for dialog in window.findChildren(QDialog):
        escape(qtbot, dialog)
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))
    office.hear(frozenset({Topic.PEOPLE}))
    seated.commands["office.seats"].trigger()
    assert len(window.findChildren(QDialog)) == 1


def test_a_clerk_may_change_the_password_and_nothing_else(clerk, window, sit):  # noqa: F811
    seated = sit(clerk)
    Office(seated.background, seated.commands, seated.notices, seated.me, window)
    assert seated.commands["office.password"].isEnabled()
    assert not seated.commands["office.people"].isVisible()
    assert not seated.commands["office.seats"].isVisible()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_everything_fits_and_has_a_name(staff, windows, seated, window, qapp, scheme):
    theme.apply(qapp, scheme)
    password = OwnPasswordDialog(seated.background, seated.me, seated.notices, window)
    password.open()
    for dialog in (staff, windows, password):
        qapp.processEvents()
        dialog.grab()
        assert dialog.width() <= 1280
        assert dialog.height() <= 672
        assert nameless(dialog) == []
    assert clipped(windows) == []
    assert clipped(password) == []
    assert [one for one in clipped(staff) if not one.startswith("hidden in part")] == []
