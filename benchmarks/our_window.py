"""svcdesk's own window; says a line when it is painted, or when a case can be typed in.

Runs :func:`svcdesk.app.run` itself, with somebody who watches: ``frame`` is the first paint of
the window, ``page`` that of the page in it, ``form`` the moment in which the first person of
the practice hall, signed in as soon as there is a list of people, could type a number.
"""

import sys

from PySide6.QtCore import QTimer

from benchmarks.newcomer import Newcomer
from benchmarks.painted import Painted
from svcdesk import app

KINDS = {"frame": ("MainWindow",), "page": ("SignInPage", "FirstStart")}
PATIENCE_MS = 60_000
"""A window that is not there by then will not come; the program then says nothing."""


def main(until: str) -> int:
    qt = app.application()

    def done() -> None:
        print(until, flush=True)
        qt.quit()

    watcher = Newcomer(done) if until == "form" else Painted(KINDS[until], done)
    QTimer.singleShot(PATIENCE_MS, qt.quit)
    code = app.run()
    del watcher
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
