"""Case numbers as the server gives them: gapless for each seat and day, never reused."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import Connection

from svcdesk.desk import cases
from svcdesk.desk.loading import id_of
from svcdesk.rules.numbers import LAST_SERIAL, case_number, check_digit, read_number
from svcdesk.rules.problems import DayFull
from tests.store.conftest import Psql
from tests.tampering import as_server

THREADS = 8


def numbered(connection: Connection, item: str = "GSJ-02") -> str:
    """Take a case in as far as its number, in the connection's transaction."""
    case_id = uuid4()
    connection.execute(
        "INSERT INTO svc.case_document (case_id, kind, number)"
        " VALUES (%s, 'resident_id', '11010519491231002X')",
        (case_id,),
    )
    row = connection.execute(
        "INSERT INTO svc.case_file (id, item_id, applicant, phone, agent, note)"
        " VALUES (%s, %s, '张明亮', '', '', '') RETURNING number",
        (case_id, id_of("item", item)),
    ).fetchone()
    assert row
    number: str = row[0]
    return number


def serials(numbers: list[str]) -> list[int]:
    read = [read_number(number) for number in numbers]
    return sorted(number.serial for number in read if number)


def side_by_side(psql: Psql, work: Callable[[Connection, int], list[str]]) -> list[str]:
    """What eight connections at one seat did at the same time."""
    connections = [psql("lina", 1, autocommit=False) for _ in range(THREADS)]
    start = Barrier(THREADS)

    def one(at: int) -> list[str]:
        start.wait()
        return work(connections[at], at)

    with ThreadPoolExecutor(THREADS) as threads:
        return [number for numbers in threads.map(one, range(THREADS)) for number in numbers]


def test_numbers_given_side_by_side_have_no_gap(psql):
    def take_in_five(connection: Connection, _at: int) -> list[str]:
        numbers = []
        for _ in range(5):
            numbers.append(numbered(connection))
            connection.commit()
        return numbers

    assert serials(side_by_side(psql, take_in_five)) == list(range(1, 41))


def test_what_is_rolled_back_leaves_no_gap(psql):
    def take_in_every_other(connection: Connection, at: int) -> list[str]:
        numbers = []
        for turn in range(6):
            number = numbered(connection)
            if (turn + at) % 2:
                connection.rollback()
            else:
                connection.commit()
                numbers.append(number)
        return numbers

    assert serials(side_by_side(psql, take_in_every_other)) == list(range(1, 25))


def test_a_connection_that_dies_leaves_no_gap(psql, hall, as_superuser):
    def die_once(connection: Connection, at: int) -> list[str]:
        number = numbered(connection)
        if at % 2:
            connection.close()
            return []
        connection.commit()
        return [number]

    assert serials(side_by_side(psql, die_once)) == [1, 2, 3, 4]


def test_two_seats_number_on_their_own(psql):
    first, second = psql("lina", 1, autocommit=False), psql("sunhao", 4, autocommit=False)
    assert serials([numbered(first), numbered(second, "GAJ-01")]) == [1, 1]


def test_one_seat_does_not_wait_for_another(psql):
    held = psql("lina", 1, autocommit=False)
    numbered(held)
    other = psql("sunhao", 4, autocommit=False)
    other.execute("SET lock_timeout = '1ms'")
    assert numbered(other, "GAJ-01")


def test_a_number_is_written_as_the_rules_write_it(psql, as_superuser, hall):
    number = numbered(psql("lina", 1, autocommit=False))
    ((today,),) = as_superuser("SELECT svc.hall_date(now())")
    assert number == case_number(today, hall.claims[1].code, 1)


def test_every_day_begins_with_one(as_superuser, hall):
    def next_number(day: date) -> str:
        seat = "(SELECT id FROM svc.seat WHERE code = 1)"
        ((number,),) = as_superuser(f"SELECT svc.next_number({seat}, :day)", day=day)
        return str(number)

    assert [next_number(date(2026, 1, day)) for day in (4, 5)] == [
        case_number(date(2026, 1, day), 1, 1) for day in (4, 5)
    ]


@pytest.fixture
def nearly_full(hall, psql):
    """A seat that has given 998 numbers today."""
    connection = psql("lina", 1, autocommit=False)
    numbered(connection)
    connection.commit()
    as_server(hall, f"UPDATE svc.number_series SET last = {LAST_SERIAL - 1}")
    return connection


def test_a_seat_gives_999_numbers_a_day(nearly_full):
    assert serials([numbered(nearly_full)]) == [LAST_SERIAL]


def test_a_full_day_says_so(nearly_full, clerk, a_draft):
    numbered(nearly_full)
    nearly_full.commit()
    with pytest.raises(DayFull):
        clerk.do(cases.accept, a_draft(clerk))


def test_a_full_day_keeps_nothing_of_what_it_refused(nearly_full, clerk, a_draft, as_superuser):
    numbered(nearly_full)
    nearly_full.commit()
    draft = a_draft(clerk)
    with pytest.raises(DayFull):
        clerk.do(cases.accept, draft)
    kept = "SELECT count(*) FROM svc.case_document WHERE case_id = :id"
    assert as_superuser(kept, id=draft.id) == [(0,)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.from_regex(r"[0-9]{15}", fullmatch=True), min_size=1, max_size=50))
def test_the_server_computes_the_check_digit_of_the_rules(siege, attack, bodies):
    digits = attack("lina").execute(
        "SELECT svc.check_digit(body) FROM unnest(%s::text[]) WITH ORDINALITY AS b(body, n)"
        " ORDER BY n",
        (bodies,),
    )
    assert [str(row[0]) for row in digits] == [check_digit(body) for body in bodies]
