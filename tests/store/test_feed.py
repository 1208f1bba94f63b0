"""News between counters: quick, of what was committed only, and never missed for good."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from queue import Queue
from threading import Event, Thread

import pytest
from sqlalchemy import text

from svcdesk.desk import attendance, cases, hall, people, seats
from svcdesk.desk.catalogue import calendar
from svcdesk.desk.door import Desk
from svcdesk.rules.attendance import Direction
from svcdesk.rules.cases import Outcome
from svcdesk.rules.problems import MaterialsMissing
from svcdesk.rules.topics import EVERYTHING, Topic
from svcdesk.store import feed
from tests.conftest import Hall
from tests.store.conftest import take_in
from tests.tampering import as_server

SOON = 1.0
"""How long news may take (秒)."""
NOTHING: frozenset[Topic] = frozenset()


Heard = Callable[..., frozenset[Topic]]


@contextmanager
def listening(desk: Desk) -> Iterator[Heard]:
    """What a desk hears, one piece of news after the other; it listens already."""
    news: Queue[frozenset[Topic]] = Queue()
    stop = Event()

    def listen() -> None:
        for topics in desk.listen(stop.is_set):
            news.put(topics)

    listener = Thread(target=listen)
    listener.start()
    try:
        yield lambda patience=5 * SOON: news.get(timeout=patience)
    finally:
        stop.set()
        wake(desk)
        listener.join()


def wake(desk: Desk) -> None:
    """A listener looks up twice a second whether it should stop, or when it hears anything."""
    with desk._store.work(desk.me) as work:
        work.session.execute(text("NOTIFY svcdesk, 'wake up'"))


@pytest.fixture
def heard(colleague) -> Iterator[Heard]:
    """What 王强 hears from when he has heard that everything may have changed."""
    with listening(colleague) as news:
        assert news() == EVERYTHING
        yield news


def test_listening_begins_with_everything(colleague):
    with listening(colleague) as news:
        assert news() == EVERYTHING


def test_a_case_taken_in_at_another_desk_is_news_within_a_second(clerk, heard):
    take_in(clerk)
    assert heard(SOON) == {Topic.CASES}


def test_the_own_acts_are_news_as_well(colleague, heard):
    take_in(colleague)
    assert heard() == {Topic.CASES}


def test_a_case_of_another_window_is_news_without_saying_which(stranger, heard):
    take_in(stranger)
    assert heard() == {Topic.CASES}


def test_closing_is_news_of_cases(clerk, colleague):
    case_id = take_in(clerk)
    with listening(colleague) as news:
        news()
        clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "")
        assert news() == {Topic.CASES}


def test_a_punch_is_news_of_attendance(clerk, heard):
    clerk.do(attendance.punch, Direction.IN)
    assert heard() == {Topic.ATTENDANCE}


def test_a_new_seat_is_news_of_units(administrator, heard):
    window = administrator.ask(seats.windows)[0]
    administrator.do(seats.open_seat, window.id)
    assert heard() == {Topic.UNITS}


def test_a_post_is_news_of_people(administrator, heard):
    lina = next(row for row in administrator.ask(people.people) if row.login == "lina")
    administrator.do(people.place, lina.id, None, None)
    assert heard() == {Topic.PEOPLE}


def test_a_published_year_is_news_of_the_calendar(administrator, heard):
    administrator.do(hall.publish_years, (2010,), "放假通知")
    assert heard() == {Topic.CALENDAR}


def test_a_published_year_is_known_to_a_desk_that_listens(administrator, colleague, heard):
    colleague.ask(calendar)
    administrator.do(hall.publish_years, (2010,), "放假通知")
    heard()
    with colleague._store.work(colleague.me) as work:
        assert work.calendar.knows(2010)


def test_a_refused_act_announces_nothing(clerk, a_draft, heard):
    with pytest.raises(MaterialsMissing):
        clerk.do(cases.accept, replace(a_draft(clerk), materials=()))
    clerk.do(attendance.punch, Direction.IN)
    assert heard() == {Topic.ATTENDANCE}


def test_a_question_announces_nothing(clerk, heard):
    clerk.ask(cases.tally)
    clerk.do(attendance.punch, Direction.IN)
    assert heard() == {Topic.ATTENDANCE}


def test_a_look_at_a_document_is_news_of_its_case(clerk, colleague):
    case_id = take_in(clerk)
    with listening(colleague) as news:
        news()
        clerk.do(cases.reveal_document, case_id, "核对")
        assert news() == {Topic.CASES}


def test_a_forged_topic_is_not_heard(psql, clerk, heard):
    psql("sunhao").execute("NOTIFY svcdesk, 'nonsense'")
    clerk.do(attendance.punch, Direction.IN)
    assert heard() == {Topic.ATTENDANCE}


# Lost and found --------------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch) -> None:
    """Reconnects without waiting."""
    monkeypatch.setattr(feed, "_wait", lambda _seconds, _stopped: None)


def cut(hall: Hall) -> None:
    """End every connection that listens to this hall."""
    as_server(
        hall,
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
        f" WHERE datname = '{hall.name}' AND query = 'LISTEN svcdesk'",
    )


def test_a_lost_line_is_reported_as_nothing(hall, impatient, heard):
    cut(hall)
    assert heard() == NOTHING


def test_a_line_found_again_begins_with_everything(hall, impatient, heard):
    cut(hall)
    heard()
    assert heard() == EVERYTHING


def test_a_line_found_again_hears_what_comes(hall, impatient, clerk, heard):
    cut(hall)
    heard(), heard()
    clerk.do(attendance.punch, Direction.IN)
    assert heard() == {Topic.ATTENDANCE}


def test_a_server_that_stays_away_is_asked_again_and_again(hall, impatient, colleague):
    stop = Event()
    unreachable = colleague._store.url.set(port=1)
    silence = feed.changes(unreachable, stop.is_set)
    assert [next(silence) for _ in range(3)] == [NOTHING] * 3


def test_whoever_stops_listening_hears_no_more(colleague):
    stop = Event()
    news = colleague.listen(stop.is_set)
    assert next(news) == EVERYTHING
    stop.set()
    assert list(news) == []
