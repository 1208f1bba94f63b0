from collections import Counter
from itertools import groupby
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QTableWidget, QVBoxLayout, QWidget

from svcdesk.rules.access import Permission, Role
from svcdesk.ui.command_list import BANNED_KEYS, COMMANDS, Menu, Reach
from svcdesk.ui.commands import Commands, plain
from tests.ui.stand_ins import somebody


@pytest.fixture
def window(qtbot: Any) -> Any:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def commands_of(*roles: Any, parent: Any = None) -> Any:
    return Commands(somebody(*roles), parent)


def test_no_two_commands_have_one_key():
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_command_takes_a_key_of_input_methods_or_of_the_desktop():
    banned = {QKeySequence(key).toString() for key in BANNED_KEYS}
    taken = {QKeySequence(key).toString() for command in COMMANDS for key in command.keys}
    assert taken & banned == set()


def test_every_key_is_one_that_qt_knows():
    wrong = [key for one in COMMANDS for key in one.keys if not QKeySequence(key).toString()]
    assert wrong == []


def test_every_command_is_declared_once():
    ids = Counter(command.id for command in COMMANDS)
    assert [one for one, times in ids.items() if times > 1] == []


def test_every_command_has_a_mnemonic_of_its_own_within_its_menu():
    wrong = []
    ordered = sorted(COMMANDS, key=lambda one: (one.menu, one.submenu))
    for place, members in groupby(ordered, key=lambda one: (one.menu, one.submenu)):
        within = list(members)
        texts = [one.text for one in within]
        if not place[1]:
            texts += {one.submenu for one in COMMANDS if one.menu is place[0] and one.submenu}
        letters = Counter(QKeySequence.mnemonic(text).toString() for text in texts)
        wrong += [(place, letter) for letter, n in letters.items() if n > 1 or not letter]
    assert wrong == []


def test_menus_have_mnemonics_of_their_own():
    letters = Counter(QKeySequence.mnemonic(menu.word).toString() for menu in Menu)
    assert set(letters.values()) == {1}


def test_words_stand_without_their_mnemonic_on_buttons():
    assert plain("办结…(&C)") == "办结…"
    assert plain("&Close…") == "Close…"
    assert plain("导出 PDF…(&D)") == "导出 PDF…"


def test_a_command_shows_once_somebody_says_what_it_does(qtbot):
    commands = commands_of(Role.CLERK)
    assert not commands["intake.accept"].isVisible()
    commands.on("intake.accept", lambda: None)
    assert commands["intake.accept"].isVisible()


def test_a_command_a_person_has_no_use_for_never_shows(qtbot):
    commands = commands_of(Role.MANAGER)
    commands.on("intake.accept", lambda: None)
    assert not commands["intake.accept"].isVisible()
    assert not commands["intake.accept"].isEnabled()


def test_before_signing_in_only_the_windows_own_commands_show(qtbot):
    commands = Commands(None)
    for one in COMMANDS:
        commands.on(one.id, lambda: None)
    shown = {action.objectName() for action in commands.useful()}
    assert shown == {one.id for one in COMMANDS if not one.signed_in}
    assert "window.quit" in shown
    assert "intake.next" not in shown


@pytest.mark.parametrize("role", Role)
def test_whoever_may_not_administer_sees_no_administration(role, qtbot):
    commands = commands_of(role)
    commands.on("office.people", lambda: None)
    administers = somebody(role).may(Permission.ADMINISTER)
    assert commands["office.people"].isVisible() is administers


def test_a_tabs_command_is_enabled_only_while_the_tab_is_in_front(qtbot):
    commands = commands_of(Role.CLERK)
    commands.on("intake.accept", lambda: None)
    assert not commands["intake.accept"].isEnabled()
    commands.bring_to_front("intake")
    assert commands["intake.accept"].isEnabled()
    commands.bring_to_front("attendance")
    assert not commands["intake.accept"].isEnabled()


def test_a_tab_may_refuse_its_command_and_say_why(qtbot):
    commands = commands_of(Role.CLERK)
    commands.on("intake.accept", lambda: None)
    commands.bring_to_front("intake")
    commands.allow("intake.accept", False, "材料还没核完。")
    assert not commands["intake.accept"].isEnabled()
    assert commands["intake.accept"].toolTip() == "材料还没核完。"
    commands.bring_to_front("attendance")
    commands.bring_to_front("intake")
    assert not commands["intake.accept"].isEnabled()
    commands.allow("intake.accept", True)
    assert commands["intake.accept"].isEnabled()


def test_a_command_for_everywhere_first_opens_its_tab(qtbot):
    commands = commands_of(Role.CLERK)
    said: list[Any] = []
    commands.opening.connect(said.append)
    commands.on("intake.next", lambda: said.append("next"))
    commands.bring_to_front("attendance")
    commands["intake.next"].trigger()
    assert said == ["intake", "next"]


def test_a_button_and_its_menu_entry_are_one_command(window, qtbot):
    commands = commands_of(Role.CLERK, parent=window)
    given: list[Any] = []
    button = commands.button("intake.accept", window, "primary")
    assert button.isHidden()
    commands.on("intake.accept", lambda: given.append(1))
    commands.bring_to_front("intake")
    assert not button.isHidden()
    assert button.isEnabled()
    assert button.text() == "受理并打印  F9"
    assert button.accessibleName() == "受理并打印"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    commands["intake.accept"].trigger()
    assert given == [1, 1]


def test_a_button_may_go_before_its_command(window, qtbot):
    commands = commands_of(Role.CLERK, parent=window)
    button = commands.button("intake.accept", window)
    button.deleteLater()
    qtbot.wait(10)
    commands.on("intake.accept", lambda: None)


def test_every_command_is_in_a_menu(window):
    commands = commands_of(*Role, parent=window)
    for one in COMMANDS:
        commands.on(one.id, lambda: None)
    commands.fill(window.menuBar())
    found = set()

    def collect(menu: Any) -> Any:
        for action in menu.actions():
            if action.menu() is not None:
                collect(action.menu())
            elif not action.isSeparator():
                found.add(action.objectName())

    for action in window.menuBar().actions():
        assert action.isVisible()
        collect(action.menu())
    assert found == {one.id for one in COMMANDS}


def test_a_menu_with_nothing_to_show_does_not_show(window):
    commands = commands_of(Role.CLERK, parent=window)
    commands.on("intake.next", lambda: None)
    commands.fill(window.menuBar())
    shown = [action.text() for action in window.menuBar().actions() if action.isVisible()]
    assert shown == ["受理(&S)"]


def test_filling_again_replaces_the_menus(window, qtbot):
    commands = commands_of(Role.CLERK, parent=window)
    commands.on("intake.next", lambda: None)
    commands.fill(window.menuBar())
    commands.fill(window.menuBar())
    assert len(window.menuBar().actions()) == len(Menu)


def test_keys_work_through_the_menu(window, qtbot):
    commands = commands_of(Role.CLERK, parent=window)
    given: list[Any] = []
    commands.on("intake.next", lambda: given.append("next"))
    commands.fill(window.menuBar())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert given == ["next"]


def test_taking_back_works_in_the_list_but_never_from_a_field(window, qtbot):
    commands = commands_of(Role.CLERK, parent=window)
    given: list[Any] = []
    commands.on("intake.take_back", lambda: given.append("back"))
    commands.bring_to_front("intake")
    commands.fill(window.menuBar())
    middle = QWidget(window)
    column = QVBoxLayout(middle)
    field, listing, other = (
        QLineEdit(middle),
        QTableWidget(2, 2, middle),
        QTableWidget(2, 2, middle),
    )
    for widget in (field, listing, other):
        column.addWidget(widget)
    listing.addAction(commands["intake.take_back"])
    window.setCentralWidget(middle)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    for widget, expected in ((field, []), (other, []), (listing, ["back"])):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Z, control)
        assert given == expected


def test_exclusive_commands_show_which_one_holds(qtbot):
    commands = Commands(None)
    commands["scheme.dark"].setChecked(True)
    commands["scheme.light"].setChecked(True)
    assert not commands["scheme.dark"].isChecked()


def test_a_tab_that_goes_takes_its_commands_along(qtbot):
    commands = commands_of(Role.CLERK)
    commands.on("intake.accept", lambda: None)
    commands.on("attendance.sign_in", lambda: None)
    commands.forget("intake")
    assert not commands["intake.accept"].isVisible()
    assert commands["attendance.sign_in"].isVisible()


def test_list_commands_are_meant_for_lists():
    assert {one.id for one in COMMANDS if one.reach is Reach.LIST} == {"intake.take_back"}
