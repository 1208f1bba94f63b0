import threading
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QPushButton

from svcdesk.rules.access import Role
from svcdesk.rules.papers import Paper
from svcdesk.rules.problems import NotAllowed, Unreachable
from svcdesk.rules.topics import Topic
from svcdesk.settings import Language, Mode, Scheme
from svcdesk.ui import tabs, theme
from svcdesk.ui.first_start import FirstStart
from svcdesk.ui.remembered import Remembered
from svcdesk.ui.sign_in import SignInPage
from tests.ui.stand_ins import HALL, sign_in, somebody


@pytest.fixture
def shell(opened: Any, machine: Any) -> Any:
    return opened(machine)


def shown_tabs(shell: Any) -> Any:
    return [view.area for view in shell.window.views]


def give(shell: Any, command: Any) -> Any:
    shell._commands[command].trigger()


def message(shell: Any) -> Any:
    return shell.window.notices.record()[0].text


def test_the_first_start_asks_how_the_computer_is_used(opened, machine):
    machine.remembered.change(mode=None)
    assert isinstance(opened(machine).window.page, FirstStart)


def test_the_window_is_there_while_the_database_still_starts(opened, machine, qtbot):
    machine.setup.gate = threading.Event()
    shell = opened(machine)
    assert shell.window.isVisible()
    page = shell.window.page
    assert isinstance(page, SignInPage)
    qtbot.waitUntil(
        lambda: any(one.text() == "正在启动本机数据库…" for one in page.findChildren(QLabel))
    )
    machine.setup.gate.set()
    qtbot.waitUntil(lambda: any(one.text() == HALL for one in page.findChildren(QLabel)))


def test_a_database_that_does_not_start_is_said_on_the_page(opened, machine, qtbot):
    machine.setup.fails = Unreachable()
    page = opened(machine).window.page
    qtbot.waitUntil(
        lambda: any(one.text() == Unreachable.words for one in page.findChildren(QLabel))
    )


def test_the_first_start_leads_straight_in(opened, machine, qtbot):
    machine.remembered.change(mode=None)
    shell = opened(machine)
    shell.window.page.ready.emit(machine.setup.entrance, "lina", "right-1")
    qtbot.waitUntil(lambda: bool(shell.window.views), timeout=10_000)


@pytest.mark.parametrize(
    ("role", "areas", "landing"),
    [
        (Role.CLERK, ["intake", "attendance"], "intake"),
        (Role.WINDOW_HEAD, ["intake", "merging", "attendance", "reports"], "intake"),
        (Role.MANAGER, ["intake", "merging", "attendance", "reports"], "reports"),
        (Role.ATTENDANCE_OFFICER, ["attendance"], "attendance"),
        (Role.ADMINISTRATOR, ["attendance"], "attendance"),
        (Role.AUDITOR, ["intake", "merging", "attendance", "reports"], "reports"),
    ],
)
def test_a_person_sees_the_tabs_of_his_post_and_lands_on_the_days_work(
    shell, role, areas, landing, qtbot
):
    sign_in(shell, qtbot, role)
    assert shown_tabs(shell) == areas
    assert shell.window.front == landing


@pytest.mark.parametrize("role", Role)
def test_whoever_may_sign_in_has_somewhere_to_land(role):
    me = somebody(role)
    assert tabs.landing(me) in tabs.areas(me)


def test_signing_in_remembers_the_login_but_no_password(shell, machine, tmp_path, qtbot):
    sign_in(shell, qtbot)
    assert machine.remembered.again().last_login == "lina"
    assert "right-1" not in (tmp_path / "settings.json").read_text()


def test_alt_and_a_number_open_the_tabs(shell, qtbot):
    sign_in(shell, qtbot, Role.WINDOW_HEAD)
    for key, area in (
        (Qt.Key.Key_4, "reports"),
        (Qt.Key.Key_2, "merging"),
        (Qt.Key.Key_1, "intake"),
    ):
        qtbot.keyClick(shell.window, key, Qt.KeyboardModifier.AltModifier)
        assert shell.window.front == area


def test_the_next_person_can_be_called_from_every_tab(shell, qtbot):
    sign_in(shell, qtbot, Role.WINDOW_HEAD)
    shell.window.go_to("reports")
    qtbot.keyClick(shell.window, Qt.Key.Key_F2)
    assert shell.window.front == "intake"
    assert shell.window.views[0].given == ["intake.next"]


def test_accepting_is_not_possible_from_another_tab(shell, qtbot):
    sign_in(shell, qtbot, Role.WINDOW_HEAD)
    shell.window.go_to("reports")
    qtbot.keyClick(shell.window, Qt.Key.Key_F9)
    assert shell.window.views[0].given == []


def test_only_the_tab_that_is_seen_asks_at_first(shell, qtbot):
    sign_in(shell, qtbot, Role.WINDOW_HEAD)
    qtbot.waitUntil(lambda: shell.window.views[0].reloads >= 1)
    assert [view.reloads for view in shell.window.views[1:]] == [0, 0, 0]


def test_news_from_another_counter_reaches_the_tab_that_is_seen(shell, qtbot):
    sign_in(shell, qtbot)
    view = shell.window.views[0]
    qtbot.waitUntil(lambda: view.reloads >= 1)
    before = view.reloads
    shell._session.heard.emit(frozenset({Topic.CASES}))
    assert view.reloads == before + 1


def test_refreshing_asks_again(shell, qtbot):
    sign_in(shell, qtbot)
    view = shell.window.views[0]
    qtbot.waitUntil(lambda: view.reloads >= 1)
    before = view.reloads
    qtbot.keyClick(shell.window, Qt.Key.Key_F5)
    assert view.reloads == before + 1


def test_a_lost_line_shows_in_the_status_bar(shell, qtbot):
    desk = sign_in(shell, qtbot)
    desk.news.set()
    cell = shell.window.status.findChild(QPushButton, "database")
    qtbot.waitUntil(lambda: cell.text() == "数据库  离线")


def test_a_problem_is_said_in_the_message_line(shell, qtbot):
    sign_in(shell, qtbot)
    shell._session.background.do(shell, None, NotAllowed())
    qtbot.waitUntil(lambda: bool(shell.window.notices.record()))
    assert message(shell) == NotAllowed.words


def test_a_defect_is_reported_and_told_with_its_number(shell, machine, tmp_path, qtbot):
    sign_in(shell, qtbot)
    shell._session.background.do(shell, None, ZeroDivisionError("110105194912310021"))
    qtbot.waitUntil(lambda: bool(shell.window.notices.record()))
    assert "已记下编号 E-" in message(shell)
    (report,) = (tmp_path / "crashes").glob("*.txt")
    assert "110105194912310021" not in report.read_text(encoding="utf-8")


def test_tabs_that_cannot_be_built_lead_back_to_the_page_with_a_number(
    shell, machine, monkeypatch, qtbot
):
    def fall(_seated: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(shell, "_build", fall)
    with qtbot.captureExceptions() as caught:
        shell.window.page.sign_in("lina", "right-1")
        qtbot.waitUntil(lambda: bool(caught), timeout=10_000)
    machine.reports.report(caught[0][1])
    assert isinstance(shell.window.page, SignInPage)
    assert "已记下编号" in message(shell)


def test_signing_out_keeps_drafts_lets_the_desk_go_and_shows_the_page_again(shell, qtbot):
    desk = sign_in(shell, qtbot)
    views = shell.window.views
    qtbot.keyClick(shell.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert [view.put_aways for view in views] == [1, 1]
    assert isinstance(shell.window.page, SignInPage)
    assert shell.window.views == ()
    qtbot.waitUntil(lambda: desk.closed)
    sign_in(shell, qtbot, Role.MANAGER)
    assert "reports" in shown_tabs(shell)


def test_nothing_of_the_person_stays_in_sight_after_signing_out(shell, qtbot):
    sign_in(shell, qtbot)
    shell.window.notices.tell("已受理 0003-042，张三。")
    give(shell, "print.queue")
    give(shell, "help.keys")
    shell.sign_out()
    assert not [one for one in shell.window.findChildren(QDialog) if one.isVisible()]
    assert shell.window.notices.record() == ()
    assert not shell.window.status.isVisible()
    assert not shell._commands["intake.next"].isVisible()


def test_the_practice_hall_has_a_green_frame_and_says_so(opened, machine, qtbot):
    machine.setup.entrance.practice = True
    machine.remembered.change(mode=Mode.PRACTICE)
    shell = opened(machine)
    page = shell.window.page
    qtbot.waitUntil(lambda: page._people._table.rowCount() == 2)
    page._people._button.click()
    qtbot.waitUntil(lambda: bool(shell.window.views), timeout=10_000)
    assert shell.window.findChild(QLabel, "practice").text().startswith("练习")
    frame = shell.window.findChild(QFrame, "frame")
    qtbot.wait(50)
    edge = (
        shell.window.grab()
        .toImage()
        .pixelColor(
            frame.mapTo(shell.window, frame.rect().center()).x(),
            frame.mapTo(shell.window, frame.rect().bottomLeft()).y() - 1,
        )
    )
    assert edge.name() == theme.LIGHT["calm"].lower()


def test_a_real_hall_has_no_green_frame(shell, qtbot):
    sign_in(shell, qtbot)
    assert shell.window.findChild(QLabel, "practice") is None


def test_another_language_builds_the_window_anew_and_keeps_the_tab(shell, machine, qtbot):
    sign_in(shell, qtbot, Role.WINDOW_HEAD)
    shell.window.go_to("reports")
    old = shell.window.views
    give(shell, "language.en")
    assert [view.put_aways for view in old] == [1, 1, 1, 1]
    assert shell.window.front == "reports"
    assert shell.window.views[0] is not old[0]
    assert machine.remembered.again().language is Language.EN
    assert shell._commands["language.en"].isChecked()
    give(shell, "language.zh")
    assert shell.window.menuBar().actions()[0].text() == "文件(&F)"


def test_dark_light_and_the_size_of_text_are_remembered(shell, machine, qapp):
    give(shell, "scheme.dark")
    assert theme.is_dark()
    give(shell, "view.larger")
    give(shell, "view.larger")
    assert machine.remembered.again().scheme is Scheme.DARK
    assert machine.remembered.now.text_percent == 120
    for _ in range(9):
        give(shell, "view.larger")
    assert machine.remembered.now.text_percent == 150
    give(shell, "view.plain_size")
    assert qapp.font().pointSizeF() == pytest.approx(10.5)


def test_the_window_comes_back_where_it_was(shell, machine, qtbot):
    shell.window.resize(960, 640)
    shell.window.close()
    kept = machine.remembered.again().window_geometry
    assert kept
    shell.window.resize(960, 700)
    shell.window.place(kept)
    assert shell.window.size().height() == 640


@pytest.mark.parametrize("nonsense", ["", "%%%", "AAAA", "大厅"])
def test_a_place_that_makes_no_sense_is_passed_over(shell, nonsense):
    before = shell.window.size()
    shell.window.place(nonsense)
    assert shell.window.size() == before


def test_documents_that_wait_show_in_the_status_bar_and_are_told_once(shell, machine, qtbot):
    sign_in(shell, qtbot)
    shell._printing.submit("通知书", b"%PDF", Paper.A5)
    cell = shell.window.status.findChild(QPushButton, "printer")
    qtbot.waitUntil(lambda: cell.text() == "打印机没有接上  队列 1")
    assert "不用重办" in message(shell)


def test_the_chosen_printer_is_remembered_and_tried_at_once(shell, machine, qtbot):
    machine.press.printers = ["HP", "Canon"]
    sign_in(shell, qtbot)
    shell._choose_printer("Canon", Paper.ROLL_80)
    shell._printing.submit("通知书", b"%PDF", Paper.ROLL_80)
    qtbot.waitUntil(lambda: machine.press.printed == [("Canon", "通知书")])
    assert machine.remembered.again().receipt_paper is Paper.ROLL_80


@pytest.mark.parametrize(
    "command", ["window.settings", "help.keys", "help.notices", "help.about", "print.queue"]
)
def test_every_dialog_opens_has_the_focus_inside_and_escape_closes_it(shell, command, qtbot):
    sign_in(shell, qtbot)
    give(shell, command)
    dialog = next(one for one in shell.window.findChildren(QDialog) if one.isVisible())
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    qtbot.wait(30)
    assert dialog.focusWidget() is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in shell.window.findChildren(QDialog)))


def test_quitting_waits_for_what_was_begun(opened, machine, qtbot):
    shell = opened(machine)
    desk = sign_in(shell, qtbot)
    done: list[Any] = []
    desk.do = lambda _act, value: done.append(value)
    shell._session.background.do(shell, None, 1)
    shell.stop()
    assert done == [1]
    assert desk.closed


def test_someone_elses_change_to_the_settings_is_not_overwritten(machine, tmp_path):
    other = Remembered(tmp_path / "settings.json")
    other.change(mode=Mode.HALL, hall_url="postgresql://db:5432/svcdesk")
    machine.remembered.change(text_percent=110)
    assert other.again() == replace(machine.remembered.now)
    assert other.now.mode is Mode.HALL


def test_a_field_may_undo_without_taking_back_a_decision(shell, qtbot):
    sign_in(shell, qtbot)
    field = shell.window.views[0].findChild(QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
