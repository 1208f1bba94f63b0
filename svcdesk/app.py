"""The window's composition root: settings, places, local store, ways and shell come together."""

import os
import sys
from typing import TYPE_CHECKING

from svcdesk import system
from svcdesk.settings import Mode, Places
from svcdesk.ways import Ways

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from svcdesk.ui.shell import Shell


def run(url: str | None = None, *, practice: bool = False) -> int:
    """Open the window and stay until it is closed.

    ``url`` makes this computer work with that hall's server from now on. Raises
    LibrariesMissing where the system lacks what Qt needs.
    """
    system.require_libraries(_platform())
    from svcdesk.ui.single import Single

    places = Places.of()
    app = application()
    single = Single(places.data)
    if not single.claim():
        return 0
    ways = Ways(places)
    shell = open_shell(app, places, ways, url=url, practice=practice)
    single.raised.connect(shell.window.come_forward)
    try:
        return app.exec()
    finally:
        shell.stop()
        ways.close()
        single.release()


def application() -> "QApplication":
    """The Qt application, with the bundled typefaces."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from svcdesk.ui import fonts

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(sys.argv[:1])
    app.setApplicationName("svcdesk")
    fonts.load()
    return app


def open_shell(
    app: "QApplication",
    places: Places,
    ways: Ways,
    *,
    url: str | None = None,
    practice: bool = False,
) -> "Shell":
    """Show the window of this computer."""
    from svcdesk.store.local import LocalStore
    from svcdesk.ui.crash import CrashReports
    from svcdesk.ui.press import SystemPress
    from svcdesk.ui.remembered import Remembered
    from svcdesk.ui.shell import Machine, Shell

    remembered = Remembered(places.config)
    if url is not None:
        remembered.change(mode=Mode.HALL, hall_url=url)
    elif practice:
        remembered.change(mode=Mode.PRACTICE)
    reports = CrashReports(places.logs)
    reports.install()
    local = LocalStore(places.local_store)
    machine = Machine(remembered, ways, local.prints, SystemPress(), local.drafts, reports)
    shell = Shell(app, machine)
    shell.start()
    return shell


def _platform() -> str:
    """The plug-in Qt will choose."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return chosen.partition(":")[0]
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb"
