"""Work off the GUI thread, answers back on it. No other module but live knows threads."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from time import perf_counter
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Self, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from svcdesk.rules.problems import Problem

if TYPE_CHECKING:
    from svcdesk.desk.door import Act, Desk, Question

P = ParamSpec("P")
R = TypeVar("R")

_STILL_WORKING: list["Background"] = []
"""What did not stop in time: kept, because a thread that answers into nothing crashes."""


class Answer(Generic[R]):
    """What background work will say, told on the GUI thread while its owner lives.

    It never leaves the GUI thread: were a worker to drop the last reference, it would
    destroy the owner's widgets in the wrong thread.
    """

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._then: Callable[[R], object] | None = None
        self._but: Callable[[Problem], object] | None = None

    def then(self, hear: Callable[[R], object]) -> Self:
        """Call ``hear`` with the result."""
        self._then = hear
        return self

    def but(self, hear: Callable[[Problem], object]) -> Self:
        """Call ``hear`` with a Problem, here instead of in the window's message line."""
        self._but = hear
        return self

    @property
    def wanted(self) -> bool:
        """Whether somebody is still there to hear it."""
        return isValid(self._owner)

    def tell(self, result: R) -> None:
        """Hand the result over, unless the owner is gone."""
        if self.wanted and self._then is not None:
            self._then(result)

    def refuse(self, problem: Problem) -> bool:
        """Hand the Problem over; False where nobody here takes it."""
        if not self.wanted or self._but is None:
            return False
        self._but(problem)
        return True


@dataclass(frozen=True)
class _Job:
    """One piece of work on its way, as the GUI thread remembers it."""

    answer: Answer[Any]
    question: tuple[int, str] | None = None
    """Who asked what, where a newer asking overtakes this one; None for acts and drawing."""


class Background(QObject):
    """Two pools and one signal that live as long as the session does.

    Work starts at once, but an answer is only delivered from the event loop, so a
    ``then`` added to the returned Answer is always in time to hear it. Functions handed
    in run on another thread: they must not touch a widget.
    """

    troubled = Signal(Exception)
    """A Problem that no ``but`` took."""
    crashed = Signal(Exception)
    """A defect: anything raised that is not a Problem."""
    answered = Signal(float)
    """How long the last question took (毫秒)."""
    _settled = Signal(object)

    def __init__(
        self, desk: "Desk | None" = None, parent: QObject | None = None, *, askers: int = 3
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._doing, self._asking = QThreadPool(), QThreadPool()
        self._doing.setMaxThreadCount(1)  # what a counter does keeps the order of its clicks
        self._asking.setMaxThreadCount(askers)
        self._tickets = count()
        self._jobs: dict[int, _Job] = {}
        self._latest: dict[tuple[int, str], int] = {}
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @property
    def desk(self) -> "Desk":
        """The signed-in person's desk."""
        if self._desk is None:
            raise RuntimeError("nobody has signed in yet")
        return self._desk

    def do(self, owner: QObject, act: "Act[P, R]", *args: P.args, **kwargs: P.kwargs) -> Answer[R]:
        """Do an act, after those already waiting; its own declaration says what its key is."""
        job = partial(self.desk.do, act, *args, **kwargs)
        return self._start(self._doing, _Job(Answer(owner)), job)

    def ask(
        self, owner: QObject, question: "Question[P, R]", *args: P.args, **kwargs: P.kwargs
    ) -> Answer[R]:
        """Ask; an answer overtaken by the same owner asking the same again is never told."""
        key = id(owner), question.name
        self._jobs.pop(self._latest.pop(key, -1), None)
        job = partial(self._timed, partial(self.desk.ask, question, *args, **kwargs))
        return self._start(self._asking, _Job(Answer(owner), key), job)

    def make(
        self, owner: QObject, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs
    ) -> Answer[R]:
        """Run anything slow that needs no desk, such as drawing a PDF."""
        return self._start(self._asking, _Job(Answer(owner)), partial(function, *args, **kwargs))

    def teller(self, owner: QObject, hear: Callable[[R], object]) -> Callable[[R], None]:
        """A way for work to say how far it is: callable anywhere, heard on the GUI thread."""
        ticket = next(self._tickets)
        answer: Answer[R] = Answer(owner)
        self._jobs[ticket] = _Job(answer.then(hear))
        owner.destroyed.connect(partial(self._jobs.pop, ticket, None))

        def tell(value: R) -> None:
            self._settled.emit((ticket, value, None, False))

        return tell

    def hush(self) -> None:
        """Answer nobody any more; questions not begun are dropped, all other work is done."""
        self._jobs.clear()
        self._latest.clear()

    def wait(self, patience_ms: int = 5000) -> bool:
        """Wait until everything begun is done; any thread but the workers may wait."""
        return self._doing.waitForDone(patience_ms) and self._asking.waitForDone(patience_ms)

    def stop(self, patience_ms: int = 5000) -> bool:
        """Fall silent and wait; False if it takes too long. Call it before letting go."""
        self.hush()
        if not self.wait(patience_ms):
            self.setParent(None)
            _STILL_WORKING.append(self)
            return False
        return True

    def _start(self, pool: QThreadPool, job: _Job, work: Callable[[], R]) -> Answer[R]:
        ticket = next(self._tickets)
        self._jobs[ticket] = job
        if job.question is not None:
            self._latest[job.question] = ticket
        pool.start(partial(self._run, ticket, work, overtakable=job.question is not None))
        return job.answer

    def _run(self, ticket: int, work: Callable[[], object], *, overtakable: bool) -> None:
        """On the worker: the only code of the window that runs there."""
        if overtakable and ticket not in self._jobs:
            return
        try:
            result = work()
        except Exception as trouble:  # noqa: BLE001 - the one place that decides Problem or defect
            self._settled.emit((ticket, None, trouble, True))
        else:
            self._settled.emit((ticket, result, None, True))

    def _timed(self, work: Callable[[], R]) -> R:
        begun = perf_counter()
        result = work()
        self.answered.emit((perf_counter() - begun) * 1000)
        return result

    def _settle(self, news: tuple[int, Any, Exception | None, bool]) -> None:
        ticket, result, trouble, last = news
        job = self._forget(ticket) if last else self._jobs.get(ticket)
        if trouble is not None and not isinstance(trouble, Problem):
            self.crashed.emit(trouble)
        elif trouble is not None:
            self._refuse(job, trouble)
        elif job is not None:
            job.answer.tell(result)

    def _forget(self, ticket: int) -> _Job | None:
        job = self._jobs.pop(ticket, None)
        if job is not None and job.question is not None:
            self._latest.pop(job.question, None)
        return job

    def _refuse(self, job: _Job | None, problem: Problem) -> None:
        """An act's Problem is told even when the view that began it is gone."""
        if job is None:
            return
        unheard = not job.answer.refuse(problem)
        if unheard and (job.answer.wanted or job.question is None):
            self.troubled.emit(problem)
