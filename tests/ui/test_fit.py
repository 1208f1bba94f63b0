"""Whatever the screen and the size of text, nothing the shell says is cut off."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from svcdesk.rules.access import Role
from svcdesk.settings import Mode, Scheme
from svcdesk.ui import theme
from svcdesk.ui.first_start import FirstStart
from svcdesk.ui.sign_in import SignInPage
from svcdesk.ui.window import SMALLEST
from tests.ui.fitting import clipped, cut_headings
from tests.ui.stand_ins import StandInEntrance, StandInSetup, sign_in

SIZES = [(1920, 1032), (1366, 740), (1280, 672), SMALLEST]
PERCENTS = [100, 120, 150]


def test_the_detector_finds_a_cut_label_and_a_cut_button(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    label, button = QLabel("一二三四五六七八九十", root), QPushButton("一二三四五六七八", root)
    label.setFixedWidth(40)
    button.setFixedWidth(40)
    root.show()
    assert clipped(root) == [label.text(), button.text()]


@pytest.fixture(params=PERCENTS)
def percent(request: Any, qapp: Any) -> Any:
    theme.apply(qapp, Scheme.LIGHT, request.param)
    return request.param


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ["choose", "local", "hall"])
def test_the_first_start_fits(page, size, percent, plain_background, qtbot):
    start: Any = FirstStart(plain_background, StandInSetup())
    qtbot.addWidget(start)
    start.resize(*size)
    start.show()
    if page != "choose":
        start.findChild(QPushButton, page).click()
        next(
            one
            for one in start.currentWidget().findChildren(QPushButton)
            if one.property("kind") == "primary"
        ).click()
    qtbot.wait(20)
    assert clipped(start.currentWidget()) + cut_headings(start.currentWidget()) == []
    assert start.currentWidget().horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("practice", [False, True])
def test_signing_in_fits(practice, size, percent, plain_background, qtbot):
    page = SignInPage(plain_background, "lina")
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.open(StandInEntrance(practice=practice))
    page.say("数据库还在准备，好了就登录。")
    qtbot.wait(40)
    assert clipped(page) + cut_headings(page) == []
    assert page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", SIZES)
def test_the_shell_fits(size, percent, machine, opened, qtbot):
    machine.remembered.change(text_percent=percent)
    shell = opened(machine)
    sign_in(shell, qtbot, Role.WINDOW_HEAD)
    shell.window.resize(*size)
    qtbot.wait(20)
    assert clipped(shell.window) + cut_headings(shell.window) == []
    hint = shell.window.minimumSizeHint()
    if percent == 100:
        assert hint.width() <= SMALLEST[0]
        assert hint.height() <= SMALLEST[1]


@pytest.mark.parametrize("command", ["print.queue", "help.keys", "help.about", "window.settings"])
def test_dialogs_fit(command, percent, machine, opened, qtbot):
    machine.remembered.change(text_percent=percent)
    shell = opened(machine)
    sign_in(shell, qtbot, Role.WINDOW_HEAD)
    shell._commands[command].trigger()
    qtbot.wait(50)
    assert clipped(shell.window) + cut_headings(shell.window) == []


FOCUSABLE = (QAbstractButton, QLineEdit, QComboBox, QCheckBox, QTableView)


@pytest.mark.parametrize("mode", [None, Mode.LOCAL, Mode.PRACTICE, "signed in"])
def test_everything_that_takes_the_focus_has_a_name_to_be_read_aloud(
    mode,
    machine,
    opened,
    qtbot,
):
    machine.setup.entrance.practice = mode is Mode.PRACTICE
    machine.remembered.change(mode=Mode.LOCAL if mode == "signed in" else mode)
    shell = opened(machine)
    if mode == "signed in":
        sign_in(shell, qtbot, Role.WINDOW_HEAD)
    qtbot.wait(50)
    nameless = []
    for widget in shell.window.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not widget.isVisible() or not takes or not isinstance(widget, FOCUSABLE):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not spoken:
            nameless.append((type(widget).__name__, widget.objectName()))
    assert nameless == []


def test_buttons_are_large_enough_to_be_hit(machine, opened, qtbot):
    shell = opened(machine)
    sign_in(shell, qtbot, Role.WINDOW_HEAD)
    qtbot.wait(20)
    small = [
        (one.text(), one.height())
        for one in shell.window.findChildren(QPushButton)
        if one.isVisible() and one.height() < 24
    ]
    assert small == []
