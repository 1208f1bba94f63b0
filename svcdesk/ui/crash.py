"""When the program itself is at fault: a report on disk without personal data, and a number."""

import faulthandler
import logging
import platform
import re
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from svcdesk import __version__

KEPT = 50
"""How many reports stay on disk (份)."""

log = logging.getLogger(__name__)

_LONG_NUMBER = re.compile(r"\d(?:[ \-]?\d){10,}(?:[ \-]?[Xx]\b)?")
"""ID, phone and card numbers: eleven digits or more, however grouped."""
_CREDIT_CODE = re.compile(r"\b(?=(?:[A-Z]*\d){8})[0-9A-HJ-NP-RTUW-Y]{18}\b")
_VALUES = re.compile(r"(\[parameters: |DETAIL:|CONTEXT:|\[SQL: ).*?(?=\n\S|\Z)", re.DOTALL)
"""What database drivers quote from rows."""


def scrub(text: str) -> str:
    """The text without numbers that could be a person's and without quoted rows."""
    text = _VALUES.sub(r"\1…", text)
    return _LONG_NUMBER.sub("…", _CREDIT_CODE.sub("…", text))


class CrashReports(QObject):
    """Catches what nobody caught and writes it down; the work goes on."""

    written = Signal(str)
    """The number of a new report, told on the GUI thread."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._lock = threading.Lock()
        self._fault_log: IO[str] | None = None

    def install(self) -> None:
        """Become the one who hears of every uncaught exception and of Qt's own warnings."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        self._fault_log = (self.folder / "fault.log").open("a", encoding="utf-8")
        faulthandler.enable(self._fault_log)
        qInstallMessageHandler(_log_qt)

    def uninstall(self) -> None:
        """Put everything back as Python has it."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._fault_log is not None:
            self._fault_log.close()

    def report(self, defect: BaseException) -> str:
        """Write the defect down and return the report's number, such as E-0307-3."""
        lines = traceback.format_exception(defect)
        with self._lock:
            number = self._write("".join(lines))
        log.error("defect %s: %s", number, type(defect).__name__)
        self.written.emit(number)
        return number

    def _write(self, trace: str) -> str:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        now = datetime.now().astimezone()
        today = sorted(self.folder.glob(f"{now:%Y%m%d}-*.txt"))
        serial = 1 + max((int(path.stem.rpartition("-")[2]) for path in today), default=0)
        path = self.folder / f"{now:%Y%m%d}-{serial:03}.txt"
        path.touch(mode=0o600)
        path.write_text(f"{_circumstances(now)}\n\n{scrub(trace)}", encoding="utf-8")
        for old in sorted(self.folder.glob("????????-*.txt"))[:-KEPT]:
            old.unlink(missing_ok=True)
        return f"E-{now:%m%d}-{serial}"

    def _caught(
        self, kind: type[BaseException], defect: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, defect, trace)
            return
        self.report(defect)

    def _caught_in_thread(self, args: "threading.ExceptHookArgs") -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)


def _circumstances(now: datetime) -> str:
    return (
        f"{now.isoformat(timespec='seconds')}\n"
        f"svcdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}"
    )


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS[kind], "%s", scrub(text))
