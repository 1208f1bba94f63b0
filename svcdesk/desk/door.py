"""The only door to the database: declares acts and questions, does each once.

An act changes something and carries a key from its first try. When the line drops, the
driver cannot know whether the server committed; doing the act again under the same key
settles it: either it is done now, or the first answer comes back (``svc.act_done``).
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, get_type_hints
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from svcdesk.rules.access import Permission
from svcdesk.rules.people import Me
from svcdesk.rules.problems import NotAllowed, Problem, Unreachable
from svcdesk.rules.topics import Topic
from svcdesk.store.keys import ActDone
from svcdesk.store.work import Behalf, Store, Work

P = ParamSpec("P")
R = TypeVar("R")

_TRIES = (0.0, 0.3, 1.0)
"""Pauses before each try of an act whose line dropped (秒)."""


def _always_new(*_args: object, **_kwargs: object) -> UUID:
    return uuid4()


def _as_it_is(answer: Any) -> Any:
    return answer


@dataclass(frozen=True)
class Act(Generic[P, R]):
    """Something a person may do at the desk, in one transaction."""

    name: str
    needs: Permission
    run: Callable[Concatenate[Work, P], R]
    key: Callable[..., UUID] = _always_new
    secret: bool = False
    kept: Callable[[Any], Any] = _as_it_is

    def once(self, *args: P.args, **kwargs: P.kwargs) -> "OneAct[R]":
        """The act with its arguments and its key: to be done once, however often tried."""
        key = self.key(*args, **kwargs)
        request = msgspec.json.encode(key if self.secret else [args, kwargs])
        return OneAct(
            name=self.name,
            needs=self.needs,
            key=key,
            digest=hashlib.sha256(request).hexdigest(),
            run=lambda work: self.run(work, *args, **kwargs),
            answers=get_type_hints(self.run)["return"],
            kept=self.kept,
        )


@dataclass(frozen=True)
class OneAct(Generic[R]):
    """One occasion of an act; the key makes a second delivery answer like the first."""

    name: str
    needs: Permission
    key: UUID
    digest: str
    run: Callable[[Work], R]
    answers: Any = field(repr=False)
    kept: Callable[[Any], Any] = _as_it_is


@dataclass(frozen=True)
class Question(Generic[P, R]):
    """Something a person may ask; it changes nothing that people see."""

    name: str
    needs: Permission
    run: Callable[Concatenate[Work, P], R]


ACTS: dict[str, Act[..., Any]] = {}
QUESTIONS: dict[str, Question[..., Any]] = {}


def act(
    needs: Permission,
    *,
    key: Callable[..., UUID] = _always_new,
    secret: bool = False,
    kept: Callable[[Any], Any] = _as_it_is,
) -> Callable[[Callable[Concatenate[Work, P], R]], Act[P, R]]:
    """Declare an act.

    ``key`` derives its key from its arguments where they carry one. ``secret`` keeps
    even a digest of the arguments out of the record (passwords), ``kept`` says what of
    the answer may be recorded for a second delivery.
    """

    def declare(run: Callable[Concatenate[Work, P], R]) -> Act[P, R]:
        declared = Act(_name(run), needs, run, key, secret, kept)
        ACTS[declared.name] = declared
        return declared

    return declare


def question(
    needs: Permission,
) -> Callable[[Callable[Concatenate[Work, P], R]], Question[P, R]]:
    """Declare a question."""

    def declare(run: Callable[Concatenate[Work, P], R]) -> Question[P, R]:
        declared = Question(_name(run), needs, run)
        QUESTIONS[declared.name] = declared
        return declared

    return declare


def _name(run: Callable[..., Any]) -> str:
    return f"{run.__module__.rpartition('.')[2]}.{run.__name__}"


class Desk:
    """The desk as one signed-in person sees it."""

    def __init__(self, store: Store, me: Me) -> None:
        self._store = store
        self.me = me

    def may(self, case: Act[..., Any] | Question[..., Any]) -> bool:
        """Whether my posts include it; the database decides the same on its own."""
        return self.me.may(case.needs)

    def do(self, act: Act[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do the act exactly once, trying again under its key when the line drops."""
        return self.settle(act.once(*args, **kwargs))

    def settle(self, act: OneAct[R]) -> R:
        """Do one occasion of an act, or hear again what it answered before."""
        self._require(act.needs)
        for pause in _TRIES:
            time.sleep(pause)
            try:
                return self._try(act)
            except Unreachable as lost:
                trouble = lost
        raise trouble

    def ask(self, question: Question[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask; a question may be asked again at will."""
        self._require(question.needs)
        with self._store.work(self.me) as work:
            return question.run(work, *args, **kwargs)

    @contextmanager
    def loading(self) -> Iterator[Callable[[Behalf, OneAct[Any]], Any]]:
        """Several acts of others in one transaction, for a login that may load."""
        with self._store.work(self.me) as work:

            def load(behalf: Behalf, act: OneAct[Any]) -> Any:
                return act.run(Work(work.session, self.me, work.calendar, behalf))

            yield load

    def listen(self, stopped: Callable[[], bool]) -> Iterator[frozenset[Topic]]:
        """News of what was committed, ours included; see :mod:`svcdesk.store.feed`."""
        return self._store.listen(stopped)

    def close(self) -> None:
        """Sign out: give the connections back."""
        self._store.close()

    def _try(self, act: OneAct[R]) -> R:
        try:
            with self._store.work(self.me) as work:
                answer = act.run(work)
                kept = msgspec.to_builtins(act.kept(answer))
                work.session.execute(
                    insert(ActDone).values(
                        key=act.key, act=act.name, digest=act.digest, answer=kept
                    )
                )
                return answer
        except Unreachable:
            raise
        except (Problem, IntegrityError):
            before = self._answered(act)
            if before is None:
                raise
            answered: R = msgspec.convert(before["answer"], act.answers)
            return answered

    def _answered(self, act: OneAct[R]) -> dict[str, Any] | None:
        """What this very act answered if it was done before; raises KeyReused for another."""
        with self._store.work(self.me) as work:
            asked = func.svc.act_answer(act.key, act.name, act.digest)
            answered: dict[str, Any] | None = work.session.scalar(select(asked))
            return answered

    def _require(self, needs: Permission) -> None:
        if not self.me.may(needs):
            raise NotAllowed
