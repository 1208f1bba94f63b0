"""Printing: documents wait in this computer's queue until a printer takes them.

Nothing here can undo or hold up what was done at the counter: the case is accepted before
its paper is queued, and a job is marked printed only after the printing system has it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from svcdesk.rules.papers import RECEIPT_PAPERS, Paper, PrintJob
from svcdesk.rules.problems import Problem
from svcdesk.rules.words import QT_TRANSLATE_NOOP
from svcdesk.ui.background import Answer, Background
from svcdesk.ui.words import tell

LOOK_AGAIN_MS = 15_000
"""How often a missing printer is looked for while documents wait (毫秒)."""


class PrintQueue(Protocol):
    """Where documents wait, safe on disk; the local store has one. Any thread may call it."""

    def add(self, title: str, pdf: bytes, paper: Paper, copies: int = 1) -> int:
        """Queue a document; the job's id."""

    def waiting(self) -> Sequence[PrintJob]:
        """Jobs still to print, in the order they came."""

    def recent(self, limit: int = 50) -> Sequence[PrintJob]:
        """The latest jobs in any state, newest first."""

    def printed(self, job_id: int) -> None:
        """The printing system has it."""

    def failed(self, job_id: int, why: str) -> None:
        """It did not come out."""

    def again(self, job_id: int) -> None:
        """Queue it once more."""

    def pdf(self, job_id: int) -> bytes:
        """The document."""

    def forget(self, job_id: int) -> None:
        """Take it out."""


class Press(Protocol):
    """What can put a document on paper; called on workers."""

    def names(self) -> Sequence[str]:
        """The printers there are now, the system's default first."""

    def put(self, printer: str, job: PrintJob, pdf: bytes) -> None:
        """Hand the document over; raises PrinterRefused."""


class NoPrinter(Problem):
    """There is no printer at all; documents wait."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "这台电脑还没有接打印机，文件在打印队列里等着，接上后自动打。件已办好，不用重办。",
    )


class PrinterGone(Problem):
    """The chosen printer is not there; another one is never used unasked."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "找不到打印机“{printer}”，文件在打印队列里等着，接上后自动打。"
        "要换打印机请按 Ctrl+逗号。件已办好，不用重办。",
    )


class PrinterRefused(Problem):
    """The printer is there but did not take the document."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "打印机“{printer}”没有收下《{title}》。看一下纸和电源，再按 Ctrl+J 补打。"
        "件已办好，不用重办。",
    )


class NotDrawn(Problem):
    """The document itself could not be drawn (a defect; its report is written)."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "《{title}》画不出来，没有打印。件已办好；可以在打印队列里另存 PDF。"
    )


@dataclass(frozen=True)
class Chosen:
    """What this computer prints its notices on."""

    printer: str
    """The system's name of it; empty for its default."""
    paper: Paper


@dataclass(frozen=True)
class _Next:
    """What is to be printed now, or why nothing can be."""

    waiting: int
    job: PrintJob | None = None
    printer: str = ""
    held: Problem | None = None


class Printing(QObject):
    """Prints the queue one document after the other, off the GUI thread."""

    changed = Signal()
    """The queue, or what holds it up, is different now."""
    printed = Signal(object)
    """The PrintJob that has just been taken by the printing system."""
    troubled = Signal(Exception)
    """Why a document did not come out; told once, not at every look."""
    crashed = Signal(Exception)

    def __init__(
        self,
        queue: PrintQueue,
        press: Press,
        chosen: Callable[[], Chosen],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._queue, self._press, self._chosen = queue, press, chosen
        self._shelf, self._lane = Background(askers=1), Background(askers=1)
        self._shelf.crashed.connect(self.crashed)  # a printer that hangs must not hold up the disk
        self._lane.crashed.connect(self._fall)
        self._busy: PrintJob | bool = False
        self._once_more = False
        self._held: Problem | None = None
        self._waiting = 0
        self._timer = QTimer(self, interval=LOOK_AGAIN_MS, singleShot=True)
        self._timer.timeout.connect(self.look)

    @property
    def waiting(self) -> int:
        """How many documents wait."""
        return self._waiting

    @property
    def reason(self) -> str:
        """Why they must wait, or nothing."""
        return tell(self._held) if self._held else ""

    @property
    def receipt_paper(self) -> Paper:
        """The paper on which this computer prints its notices."""
        return self._chosen().paper

    def submit(self, title: str, pdf: bytes, paper: Paper, copies: int = 1) -> Answer[int]:
        """Queue a document and print it as soon as possible; answers the job's id."""
        queued = self._shelf.make(self, self._queue.add, title, pdf, paper, copies)
        self._shelf.make(self, self._queue.waiting).then(self._look_at)
        return queued

    def again(self, job_id: int) -> None:
        """Print a job once more."""
        self._shelf.make(self, self._queue.again, job_id).then(self._look)

    def forget(self, job_id: int) -> None:
        """Take a job out of the queue."""
        self._shelf.make(self, self._queue.forget, job_id).then(self._look)

    def recent(self, owner: QObject) -> Answer[Sequence[PrintJob]]:
        """The latest jobs, newest first."""
        return self._shelf.make(owner, self._queue.recent)

    def document(self, owner: QObject, job_id: int) -> Answer[bytes]:
        """A job's PDF."""
        return self._shelf.make(owner, self._queue.pdf, job_id)

    def look(self) -> None:
        """See whether something waits and a printer is there; harmless at any time."""
        self._timer.stop()
        if self._busy:
            self._once_more = True
            return
        self._busy = True
        answer = self._lane.make(self, _choose, self._queue, self._press, self._chosen().printer)
        answer.then(self._begin)

    def stop(self, patience_ms: int = 5000) -> bool:
        """Finish the document being printed; the others wait on disk for the next start."""
        self._timer.stop()
        return self._shelf.stop(patience_ms) and self._lane.stop(patience_ms)

    def _look(self, _done: object) -> None:
        self.changed.emit()
        self.look()

    def _look_at(self, waiting: Sequence[PrintJob]) -> None:
        self._waiting = len(waiting)
        self._look(None)

    def _begin(self, following: _Next) -> None:
        self._note(following)
        if following.job is None:
            self._rest()
            return
        self._busy = following.job
        work = (self._queue, self._press, following.job, following.printer)
        self._lane.make(self, _print, *work).then(self._end)

    def _end(self, refused: PrinterRefused | None) -> None:
        job, self._busy = self._busy, False
        if refused is not None:
            self.troubled.emit(refused)
        else:
            self.printed.emit(job)
        self.changed.emit()
        self.look()

    def _fall(self, defect: Exception) -> None:
        """A defect while drawing must not be met again by the same job for ever."""
        self.crashed.emit(defect)
        job, self._busy = self._busy, False
        if isinstance(job, PrintJob):
            spoilt = NotDrawn(title=job.title)
            self._shelf.make(self, self._queue.failed, job.id, str(spoilt)).then(self._look)
            self.troubled.emit(spoilt)

    def _note(self, following: _Next) -> None:
        newly_held = following.held is not None and type(following.held) is not type(self._held)
        self._waiting, self._held = following.waiting, following.held
        self.changed.emit()
        if newly_held:
            self.troubled.emit(following.held)

    def _rest(self) -> None:
        self._busy = False
        if self._once_more:
            self._once_more = False
            self.look()
        elif self._held is not None:
            self._timer.start()


def _choose(queue: PrintQueue, press: Press, wanted: str) -> _Next:
    """On the worker: the next document, if there is a printer for it."""
    waiting = queue.waiting()
    if not waiting:
        return _Next(0)
    names = press.names()
    if not names:
        return _Next(len(waiting), held=NoPrinter())
    for job in waiting:
        if printer := _printer_for(job, wanted, names):
            return _Next(len(waiting), job, printer)
    return _Next(len(waiting), held=PrinterGone(printer=wanted))


def _printer_for(job: PrintJob, wanted: str, names: Sequence[str]) -> str:
    """Receipts go to the printer chosen for them, reports to the system's default one."""
    if not wanted or job.paper not in RECEIPT_PAPERS:
        return names[0]
    return wanted if wanted in names else ""


def _print(queue: PrintQueue, press: Press, job: PrintJob, printer: str) -> PrinterRefused | None:
    """On the worker: hand one document over and note how that went."""
    try:
        press.put(printer, job, queue.pdf(job.id))
    except PrinterRefused as refused:
        queue.failed(job.id, str(refused))
        return refused
    queue.printed(job.id)
    return None
