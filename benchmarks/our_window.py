"""svcdesk's own window; says a line when it is painted, or when a case can be typed in.

Puts together what :func:`svcdesk.app.run` does, with somebody who watches. ``form`` signs
the first person of the practice hall in, as soon as the list of people is there.
"""

import sys

from svcdesk import app, system
from svcdesk.settings import Places
from svcdesk.ways import Ways

PATIENCE_MS = 60_000
"""A window that is not there by then will not come; the program then says nothing."""


def main(until: str) -> int:
    system.require_libraries("offscreen")
    from svcdesk.ui.single import Single

    places = Places.of()
    qt = app.application()
    single = Single(places.data)
    if not single.claim():
        return 1
    ways = Ways(places)
    shell = app.open_shell(qt, places, ways)

    def done() -> None:
        print(until, flush=True)
        qt.quit()

    if until == "paint":
        from benchmarks.painted import Painted

        watcher: object = Painted(shell.window, done)
    else:
        from benchmarks.newcomer import Newcomer

        watcher = Newcomer(shell.window, done)
    from PySide6.QtCore import QTimer

    QTimer.singleShot(PATIENCE_MS, qt.quit)
    try:
        return qt.exec()
    finally:
        del watcher
        shell.stop()
        ways.close()
        single.release()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
