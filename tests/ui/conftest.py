"""What every test of the window stands on: no display, our fonts, no box that blocks."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

from svcdesk.settings import Mode, Scheme
from svcdesk.store.local import LocalStore
from svcdesk.ui import theme
from svcdesk.ui.background import Background
from svcdesk.ui.crash import CrashReports
from svcdesk.ui.remembered import Remembered
from svcdesk.ui.shell import Machine, Shell
from tests.ui.stand_ins import StandInPress, StandInSetup, build


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Every test starts in the light dress, at 100 %."""
    theme.apply(qapp, Scheme.LIGHT)
    yield qapp
    QGuiApplication.clipboard().clear()  # offscreen Qt crashes over what is left there at the end


@pytest.fixture(autouse=True)
def no_blocking_boxes(monkeypatch):
    """A dialog that waits in a loop of its own would hang people and tests."""

    def refuse(*_args, **_kwargs):
        raise AssertionError("blocking dialog")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("exec", "question", "warning", "critical", "information", "about"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)
    for name in ("getText", "getItem", "getInt"):
        monkeypatch.setattr(QInputDialog, name, refuse)


@pytest.fixture
def plain_background(qtbot):
    """Background work before anybody has signed in."""
    background = Background()
    yield background
    assert background.stop()


@pytest.fixture
def machine(tmp_path):
    """A computer with stand-ins for its database and its printer."""
    remembered = Remembered(tmp_path / "settings.json")
    remembered.change(mode=Mode.LOCAL, last_login="lina", scheme=Scheme.LIGHT)
    local = LocalStore(tmp_path / "local.sqlite")
    yield Machine(
        remembered,
        StandInSetup(),
        local.prints,
        StandInPress(printers=[]),
        local.drafts,
        CrashReports(tmp_path / "crashes"),
    )
    local.close()


@pytest.fixture
def opened(qapp, qtbot):
    """Opens the window of a computer; it is closed after the test."""
    shells = []

    def open_shell(machine):
        shell = Shell(qapp, machine, build)
        shells.append(shell)
        shell.start()
        shell.window.resize(1280, 672)
        qtbot.addWidget(shell.window)
        qtbot.waitActive(shell.window)
        return shell

    yield open_shell
    for shell in shells:
        shell.stop()
        shell.deleteLater()
