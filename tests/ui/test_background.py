from __future__ import annotations

import gc
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from svcdesk.rules.problems import NotAllowed, WrongPassword
from svcdesk.ui.background import Background


@dataclass(frozen=True)
class Named:
    name: str


COUNT: Any = Named("toy.count")
ADD: Any = Named("toy.add")


@dataclass
class ToyDesk:
    """Remembers what was done, in order; refuses or breaks on demand."""

    done: list[Any] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def do(self, _act: Any, value: Any, wait: Any = 0.0) -> Any:
        time.sleep(wait)
        if isinstance(value, Exception):
            raise value
        self.done.append(value)
        return value

    def ask(self, _question: Any, value: Any = None, wait: Any = 0.0) -> Any:
        time.sleep(wait)
        if isinstance(value, Exception):
            raise value
        return value, threading.current_thread() is threading.main_thread()


@pytest.fixture
def desk() -> Any:
    return ToyDesk()


@pytest.fixture
def background(desk: Any, qtbot: Any) -> Any:
    background = Background(desk)
    yield background
    assert background.stop()


@pytest.fixture
def owner(qtbot: Any) -> Any:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_an_answer_is_worked_out_elsewhere_and_told_on_the_gui_thread(background, owner, qtbot):
    told: list[Any] = []

    def hear(answer: Any) -> Any:
        told.append((answer, threading.current_thread() is threading.main_thread()))

    background.ask(owner, COUNT, 7).then(hear)
    assert told == []
    qtbot.waitUntil(lambda: told == [((7, False), True)])


def test_acts_keep_the_order_of_the_clicks(background, owner, desk, qtbot):
    for value, wait in ((1, 0.05), (2, 0.0), (3, 0.02)):
        background.do(owner, ADD, value, wait=wait)
    qtbot.waitUntil(lambda: desk.done == [1, 2, 3])


def test_a_question_asked_again_overtakes_the_earlier_answer(background, owner, qtbot):
    told: list[Any] = []
    background.ask(owner, COUNT, "old", wait=0.1).then(told.append)
    background.ask(owner, COUNT, "new").then(told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    qtbot.wait(150)
    assert [value for value, _ in told] == ["new"]


def test_another_owner_asking_the_same_is_answered_too(background, owner, qtbot):
    told: list[Any] = []
    other = QObject()
    background.ask(owner, COUNT, 1).then(told.append)
    background.ask(other, COUNT, 2).then(told.append)
    qtbot.waitUntil(lambda: sorted(value for value, _ in told) == [1, 2])


def test_an_overtaken_question_that_has_not_begun_is_never_asked(desk, owner, qtbot):
    asked: list[Any] = []

    def ask(_question: Any, value: Any, wait: float = 0.0) -> None:
        time.sleep(wait)
        asked.append(value)

    desk.ask = ask
    background = Background(desk, askers=1)
    background.ask(QObject(), Named("toy.slow"), 0, wait=0.1)  # type: ignore[arg-type]
    for value in range(1, 6):
        background.ask(owner, COUNT, value)
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert background.stop()
    assert asked == [0, 5]


def test_nobody_is_told_once_the_owner_is_gone(background, qtbot):
    told: list[Any] = []
    owner = QWidget()
    background.ask(owner, COUNT, 1, wait=0.05).then(told.append)
    shiboken6.delete(owner)
    qtbot.wait(150)
    assert told == []


def test_the_owner_is_never_destroyed_by_a_worker(background, qtbot):
    """The last reference to an owner may be the answer's; it must fall on the GUI thread."""
    ends: list[Any] = []
    owner = QObject()
    owner.destroyed.connect(lambda: ends.append(threading.current_thread()))
    background.make(owner, time.sleep, 0.05).then(lambda _: None)
    del owner
    qtbot.waitUntil(lambda: len(ends) == 1)
    assert ends == [threading.main_thread()]


def test_a_problem_goes_to_whoever_takes_it(background, owner, qtbot):
    told: list[Any] = []
    troubled: list[Any] = []
    background.troubled.connect(troubled.append)
    background.do(owner, ADD, NotAllowed()).but(told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert troubled == []


def test_a_problem_nobody_takes_is_the_windows(background, owner, qtbot):
    with qtbot.waitSignal(background.troubled) as heard:
        background.do(owner, ADD, NotAllowed())
    assert isinstance(heard.args[0], NotAllowed)


def test_an_acts_problem_is_told_even_when_its_view_is_gone(background, qtbot):
    owner = QWidget()
    with qtbot.waitSignal(background.troubled):
        background.do(owner, ADD, NotAllowed(), wait=0.05).but(lambda _: None)
        shiboken6.delete(owner)


def test_a_questions_problem_dies_with_its_view(background, qtbot):
    owner = QWidget()
    with qtbot.assertNotEmitted(background.troubled, wait=150):
        background.ask(owner, COUNT, NotAllowed(), wait=0.05)
        shiboken6.delete(owner)


def test_a_defect_goes_to_the_crash_report_and_work_goes_on(background, owner, desk, qtbot):
    with qtbot.waitSignal(background.crashed) as heard:
        background.do(owner, ADD, ZeroDivisionError("ours")).but(lambda _: None)
    assert isinstance(heard.args[0], ZeroDivisionError)
    background.do(owner, ADD, 1)
    qtbot.waitUntil(lambda: desk.done == [1])


def test_drawing_needs_no_desk_but_acts_and_questions_do(plain_background, owner, qtbot):
    told: list[Any] = []
    plain_background.make(owner, sum, [1, 2]).then(told.append)
    qtbot.waitUntil(lambda: told == [3])
    with pytest.raises(RuntimeError):
        plain_background.ask(owner, COUNT)


def test_long_work_says_how_far_it_is_before_it_answers(plain_background, owner, qtbot):
    heard: list[Any] = []
    say = plain_background.teller(owner, heard.append)

    def work() -> Any:
        for part in range(3):
            say(part)
        return "done"

    plain_background.make(owner, work).then(heard.append)
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard == [0, 1, 2, "done"]


def test_a_teller_is_silent_once_its_listener_is_gone(plain_background, qtbot):
    heard: list[Any] = []
    owner = QWidget()
    say = plain_background.teller(owner, heard.append)
    shiboken6.delete(owner)
    say(1)
    qtbot.wait(50)
    assert heard == []


def test_stopping_finishes_acts_and_drops_questions(desk, owner, qtbot):
    background = Background(desk)
    told: list[Any] = []
    background.do(owner, ADD, 1, wait=0.1).then(told.append)
    background.do(owner, ADD, 2).then(told.append)
    assert background.stop()
    qtbot.wait(50)
    assert desk.done == [1, 2]
    assert told == []


def test_stopping_gives_up_on_work_that_hangs(desk, owner, qtbot):
    background = Background(desk)
    background.make(owner, desk.gate.wait)
    assert not background.stop(50)
    desk.gate.set()
    assert background.stop()


def test_a_thousand_answers_lose_no_reference_to_none(background, owner, qtbot):
    told: list[Any] = []
    gc.collect()  # what earlier tests left must not be counted here
    before = sys.getrefcount(None)
    for value in range(1000):
        background.do(owner, ADD, value).then(told.append)
    qtbot.waitUntil(lambda: len(told) == 1000, timeout=20000)
    assert before - sys.getrefcount(None) < 500  # one an answer would be a thousand


def test_the_wrong_password_is_a_problem_before_there_is_a_desk(plain_background, owner, qtbot):
    told: list[Any] = []

    def sign_in() -> Any:
        raise WrongPassword

    plain_background.make(owner, sign_in).but(told.append)
    qtbot.waitUntil(lambda: len(told) == 1)


def test_questions_say_how_long_they_took(background, owner, qtbot):
    with qtbot.waitSignal(background.answered) as heard:
        background.ask(owner, COUNT, 1, wait=0.02)
    assert heard.args[0] >= 15
