"""Lines that drop, two at once, the same again: an act is done exactly once or not at all."""

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import wraps
from itertools import count
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import ProgrammingError

from svcdesk.desk import cases, door
from svcdesk.desk.door import Act, Desk, Question
from svcdesk.rules.access import Permission
from svcdesk.rules.cases import Outcome
from svcdesk.rules.problems import (
    BadValue,
    ChangedElsewhere,
    KeyReused,
    NoSeat,
    Problem,
    Unreachable,
    Untrusted,
    WrongPassword,
)
from svcdesk.store import work as unit_of_work
from svcdesk.store.work import Store, Work
from tests.conftest import Hall
from tests.store.conftest import drafted, take_in
from tests.tampering import as_server


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch) -> None:
    """Tries again at once."""
    monkeypatch.setattr(door, "_TRIES", (0.0, 0.0, 0.0))


@pytest.fixture
def taken(as_superuser) -> Callable[[], int]:
    """How many cases there are."""

    def ask() -> int:
        ((number,),) = as_superuser("SELECT count(*) FROM svc.case_file")
        return int(number)

    return ask


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """What each call answers or raises, all begun at the same time."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return call()
        except Problem as problem:
            return problem

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


# The server ends the session -------------------------------------------------------------------


def breaking(act: Act[..., Any], hall: Hall, times: int, *, after: bool) -> Act[..., Any]:
    """The same act, whose session the server ends so many times, before or after its work."""
    turns = count(1)

    @wraps(act.run)
    def run(work: Work, *args: Any) -> Any:
        break_now = next(turns) <= times
        if break_now and not after:
            end_session(hall, work)
        answer = act.run(work, *args)
        if break_now and after:
            end_session(hall, work)
        return answer

    return replace(act, run=run)


def end_session(hall: Hall, work: Work) -> None:
    process = work.session.scalar(select(func.pg_backend_pid()))
    as_server(hall, f"SELECT pg_terminate_backend({process}, 5000)")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_session_ended_in_the_middle_is_made_up_for(hall, clerk, taken, after):
    sheet = clerk.do(breaking(cases.accept, hall, 1, after=after), drafted(clerk))
    assert (sheet.number[12:15], taken()) == ("001", 1)


def test_a_session_ended_every_time_says_that_nobody_knows(hall, clerk):
    with pytest.raises(Unreachable):
        clerk.do(breaking(cases.accept, hall, 3, after=True), drafted(clerk))


def test_pressing_again_after_that_takes_the_case_in_once(hall, clerk, taken):
    draft = drafted(clerk)
    with pytest.raises(Unreachable):
        clerk.do(breaking(cases.accept, hall, 3, after=True), draft)
    clerk.do(cases.accept, draft)
    assert taken() == 1


def test_a_seat_is_taken_again_on_a_new_connection(hall, clerk):
    as_server(hall, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    f" WHERE usename = 'lina' AND datname = '{hall.name}'")  # fmt: skip
    assert take_in(clerk)


def test_a_question_on_a_dead_connection_is_asked_on_a_new_one(hall, clerk):
    clerk.ask(cases.tally)
    as_server(hall, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    f" WHERE usename = 'lina' AND datname = '{hall.name}'")  # fmt: skip
    assert clerk.ask(cases.tally).open == 0


# The line drops at COMMIT ----------------------------------------------------------------------


@dataclass
class Line:
    """A line to the server that drops at COMMIT: before it gets there, or before its answer."""

    target: tuple[str, int]
    drops: int = 0
    before: bool = False

    def __post_init__(self) -> None:
        self._ends = ExitStack()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> "Line":
        Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()
        hang_up(self._listener)
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client = self._ends.enter_context(self._listener.accept()[0])
                server = self._ends.enter_context(socket.create_connection(self.target))
                deaf = Event()
                Thread(target=self._forth, args=(client, server, deaf), daemon=True).start()
                Thread(target=self._back, args=(client, server, deaf), daemon=True).start()

    def _forth(self, client: socket.socket, server: socket.socket, deaf: Event) -> None:
        with suppress(OSError):
            while message := client.recv(65536):
                if b"COMMIT" in message and self.drops:
                    self.drops -= 1
                    deaf.set()
                    if self.before:
                        break
                server.sendall(message)
        hang_up(client, server)

    @staticmethod
    def _back(client: socket.socket, server: socket.socket, deaf: Event) -> None:
        with suppress(OSError):
            while (answer := server.recv(65536)) and not deaf.is_set():
                client.sendall(answer)
        hang_up(client, server)


def hang_up(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@pytest.fixture(params=[True, False], ids=["request lost", "answer lost"])
def line(request, hall: Hall) -> Iterator[Line]:
    address = hall.server.running.address
    with Line((address.host, address.port), before=request.param) as line:
        yield line


@pytest.fixture
def far_clerk(hall: Hall, line: Line) -> Iterator[Desk]:
    """李娜 at the end of such a line."""
    store = Store(hall.url("lina").set(port=line.port), hall.claims[1])
    desk = Desk(store, store.enter())
    desk.ask(cases.tally)
    yield desk
    desk.close()


@pytest.mark.parametrize("drops", [1, 2])
def test_a_line_that_drops_at_commit_takes_the_case_in_once(far_clerk, line, drops, taken):
    draft = drafted(far_clerk)
    line.drops = drops
    sheet = far_clerk.do(cases.accept, draft)
    assert (line.drops, sheet.number[12:15], taken()) == (0, "001", 1)


def test_after_a_line_that_drops_at_every_commit_pressing_again_is_safe(far_clerk, line, taken):
    draft = drafted(far_clerk)
    line.drops = 1000
    with pytest.raises(Unreachable):
        far_clerk.do(cases.accept, draft)
    line.drops = 0
    far_clerk.do(cases.accept, draft)
    assert taken() == 1


def test_numbers_stay_gapless_over_a_line_that_drops(far_clerk, line, as_superuser):
    for drops in (1, 0, 2, 1):
        draft = drafted(far_clerk)
        line.drops = drops
        far_clerk.do(cases.accept, draft)
    numbers = as_superuser("SELECT substr(number, 13, 3) FROM svc.case_file ORDER BY number")
    assert numbers == [("001",), ("002",), ("003",), ("004",)]


def test_a_closing_whose_answer_is_lost_is_done_once(far_clerk, line, as_superuser):
    case_id = take_in(far_clerk)
    line.drops = 1
    far_clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "")
    steps = as_superuser("SELECT step FROM svc.case_step ORDER BY ordinal")
    assert steps == [("receive",), ("accept",), ("close",)]


def test_a_server_that_is_not_there_is_unreachable(hall):
    with pytest.raises(Unreachable):
        Store(hall.url("lina").set(port=1)).enter()


def test_a_wrong_password_is_not_an_unreachable_server(hall):
    with pytest.raises(WrongPassword):
        Store(hall.url("lina", "falsch")).enter()


# The same again --------------------------------------------------------------------------------


def test_an_act_done_twice_answers_the_same(clerk):
    act = cases.accept.once(drafted(clerk))
    assert clerk.settle(act) == clerk.settle(act)


def test_an_act_done_twice_is_done_once(clerk, taken):
    act = cases.accept.once(drafted(clerk))
    clerk.settle(act), clerk.settle(act)
    assert taken() == 1


def test_an_act_done_twice_at_once_is_done_once(hall, clerk, taken):
    act = cases.accept.once(drafted(clerk))
    other = hall.desk("lina", 1)
    first, second = at_once(lambda: clerk.settle(act), lambda: other.settle(act))
    assert (first, taken()) == (second, 1)


def test_a_closing_done_twice_is_done_once(clerk, as_superuser):
    act = cases.close.once(take_in(clerk), 2, Outcome.GRANTED, "")
    clerk.settle(act), clerk.settle(act)
    assert as_superuser("SELECT count(*) FROM svc.case_step WHERE step = 'close'") == [(1,)]


def test_an_act_refused_before_is_tried_anew(hall, clerk):
    without_seat = hall.desk("lina")
    act = cases.accept.once(drafted(clerk))
    with pytest.raises(NoSeat):
        without_seat.settle(act)
    assert clerk.settle(act).applicant == "张明亮"


def test_another_content_under_the_same_key_is_refused(clerk):
    draft = drafted(clerk)
    clerk.do(cases.accept, draft)
    with pytest.raises(KeyReused):
        clerk.do(cases.accept, replace(draft, applicant="李四"))


def test_another_content_under_the_same_key_changes_nothing(clerk, as_superuser):
    draft = drafted(clerk)
    clerk.do(cases.accept, draft)
    with pytest.raises(KeyReused):
        clerk.do(cases.accept, replace(draft, applicant="李四"))
    assert as_superuser("SELECT applicant FROM svc.case_file") == [("张明亮",)]


def test_another_login_under_the_same_key_is_refused(clerk, colleague):
    act = cases.accept.once(drafted(clerk))
    clerk.settle(act)
    with pytest.raises(KeyReused):
        colleague.settle(act)


def test_another_act_under_the_same_key_is_refused(clerk):
    draft = drafted(clerk)
    clerk.do(cases.accept, draft)
    reprint = replace(cases.reprint.once(draft.id), key=draft.id)
    with pytest.raises(KeyReused):
        clerk.settle(reprint)


def test_what_a_number_was_revealed_as_is_not_kept(clerk, as_superuser):
    clerk.do(cases.reveal_document, take_in(clerk), "核对")
    assert as_superuser("SELECT answer FROM svc.act_done WHERE act = 'cases.reveal_document'") == [
        ("",)
    ]


# Two at once -----------------------------------------------------------------------------------


@pytest.fixture
def closings(clerk, colleague) -> list[Any]:
    """What 李娜 and 王强 hear who close the same case at the same time."""
    case_id = take_in(clerk)
    return at_once(
        lambda: clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "李娜"),
        lambda: colleague.do(cases.close, case_id, 2, Outcome.REFUSED, "王强"),
    )


def test_of_two_who_close_at_once_one_is_told(closings):
    assert sorted(str(type(answer).__name__) for answer in closings) == [
        "ChangedElsewhere", "NoneType",
    ]  # fmt: skip


def test_of_two_who_close_at_once_the_first_stands(closings, as_superuser):
    ((note,),) = as_superuser("SELECT note FROM svc.case_step WHERE step = 'close'")
    assert closings[("李娜", "王强").index(note)] is None


def test_whoever_is_told_hears_who_was_first(closings, as_superuser):
    ((note,),) = as_superuser("SELECT note FROM svc.case_step WHERE step = 'close'")
    (told,) = [answer for answer in closings if isinstance(answer, ChangedElsewhere)]
    assert told.values["who"] == note


def test_whoever_is_told_hears_when(closings, as_superuser):
    ((at,),) = as_superuser(
        "SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') FROM svc.case_step"
        " WHERE step = 'close'"
    )
    (told,) = [answer for answer in closings if isinstance(answer, ChangedElsewhere)]
    assert told.values["at"] == at


def test_a_form_that_stayed_open_is_a_change_elsewhere(clerk, colleague):
    case_id = take_in(clerk)
    clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "")
    clerk.do(cases.take_back, case_id, 3, "")
    with pytest.raises(ChangedElsewhere):
        colleague.do(cases.close, case_id, 2, Outcome.GRANTED, "")


# What the driver says --------------------------------------------------------------------------


def test_a_row_that_somebody_holds_too_long_is_an_unreachable_server(hall, clerk, monkeypatch):
    case_id = take_in(clerk)
    monkeypatch.setitem(unit_of_work._CONNECTION, "options", "-c lock_timeout=50")
    impatient = hall.desk("wangqiang", 1)
    with clerk._store.work(clerk.me) as held:
        held.session.execute(
            text("INSERT INTO svc.case_step (case_id, step, note, outcome)"
                 " VALUES (:id, 'close', '', 'granted')"), {"id": case_id},
        )  # fmt: skip
        with pytest.raises(Unreachable):
            impatient.do(cases.close, case_id, 2, Outcome.GRANTED, "")


def test_a_statement_that_takes_too_long_is_an_unreachable_server(clerk):
    def run(work: Work) -> None:
        work.session.execute(text("SET LOCAL statement_timeout = 10"))
        work.session.execute(text("SELECT pg_sleep(5)"))

    with pytest.raises(Unreachable):
        clerk.ask(Question("tests.slow", Permission.READ_CASES, run))


@pytest.mark.parametrize("note", ["x" * 501, "a\0b"])
def test_a_value_that_cannot_be_stored_is_a_bad_value(clerk, note):
    with pytest.raises(BadValue):
        clerk.do(cases.accept, replace(drafted(clerk), note=note))


def test_a_defect_of_ours_is_no_problem_of_theirs(clerk):
    def run(work: Work) -> None:
        work.session.execute(text("SELECT no_such_column FROM svc.case_file"))

    with pytest.raises(ProgrammingError):
        clerk.ask(Question("tests.defect", Permission.READ_CASES, run))


def test_a_defect_names_no_applicant(clerk):
    def run(work: Work) -> None:
        work.session.execute(text("SELECT no_such_column, :name"), {"name": "张明亮"})

    with pytest.raises(ProgrammingError) as caught:
        clerk.ask(Question("tests.defect", Permission.READ_CASES, run))
    assert "张明亮" not in str(caught.value)


def test_a_server_that_cannot_prove_who_it_is_gets_no_password(hall):
    url = hall.url("lina").update_query_dict({"sslmode": "verify-full"})
    with pytest.raises(Untrusted):
        Store(url).enter()
