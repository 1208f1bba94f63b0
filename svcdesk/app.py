"""The window's composition root: settings, places, local store, ways and shell come together."""

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from svcdesk import settings, system
from svcdesk.settings import Mode, Places

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from svcdesk.ui.shell import Shell
    from svcdesk.ui.window import MainWindow
    from svcdesk.ways import Ways


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
    window = open_frame(places)
    single.raised.connect(window.come_forward)
    with ExitStack() as ends:
        ends.callback(single.release)

        def furnish() -> None:
            from svcdesk.ways import Ways

            ways = Ways(places)
            ends.callback(ways.close)
            shell = open_shell(app, places, ways, url=url, practice=practice, window=window)
            ends.callback(shell.stop)

        window.painted.connect(furnish)
        return app.exec()


def application() -> "QApplication":
    """The Qt application."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(sys.argv[:1])
    app.setApplicationName("svcdesk")
    app.setStyle("Fusion")
    return app


def open_frame(places: Places) -> "MainWindow":
    """The window where it was last time, still empty: on the screen at once."""
    from svcdesk.ui.window import MainWindow

    window = MainWindow()
    window.place(settings.load(places.config).window_geometry)
    window.show()
    return window


def open_shell(
    app: "QApplication",
    places: Places,
    ways: "Ways",
    *,
    url: str | None = None,
    practice: bool = False,
    window: "MainWindow | None" = None,
) -> "Shell":
    """Furnish the window of this computer, the one on the screen or a new one."""
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
    shell = Shell(app, machine, window=window)
    shell.start()
    return shell


def _platform() -> str:
    """The plug-in Qt will choose."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return chosen.partition(":")[0]
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb"
