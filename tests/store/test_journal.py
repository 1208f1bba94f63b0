"""The journal: every change of every row, in the chain of who made it, unchangeable."""

import hashlib
from collections.abc import Iterator
from datetime import UTC
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import Connection

from svcdesk.desk import attendance, cases, people, seats
from svcdesk.desk.loading import id_of
from svcdesk.rules.access import Role
from svcdesk.rules.attendance import Direction
from svcdesk.rules.cases import Outcome
from svcdesk.rules.intake import Draft
from tests.conftest import PASSWORD, Hall
from tests.store.conftest import drafted

SET_UP = (
    "setting", "calendar_year", "calendar_day", "unit", "window", "window_unit", "seat",
    "seat_key", "person", "post", "item", "material",
)  # fmt: skip
OF_CASES = (
    "case_file", "case_document", "case_material", "case_step", "receipt", "reprint",
    "document_view",
)  # fmt: skip
UNCHANGEABLE = (
    "case_document", "case_material", "case_step", "receipt", "reprint", "document_view", "punch",
    "act_done", "journal",
)  # fmt: skip


@pytest.fixture(scope="module")
def story(kept_hall: Hall) -> Draft:
    """One of everything that people do."""
    clerk = kept_hall.desk("lina", 1)
    draft = drafted(clerk)
    clerk.do(cases.accept, draft)
    clerk.do(cases.reprint, draft.id)
    clerk.do(cases.reveal_document, draft.id, "核对")
    clerk.do(cases.close, draft.id, 2, Outcome.GRANTED, "")
    clerk.do(attendance.punch, Direction.IN)
    kept_hall.desk("guanli").do(seats.renew_seat_key, 5)
    return draft


@pytest.fixture
def undone(story, kept_hall: Hall) -> Iterator[Connection]:
    """The superuser, whose transaction is rolled back when the test ends.

    Foreign keys and whatever does not fire always are switched off for him.
    """
    url = kept_hall.superuser.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection
        connection.rollback()


@pytest.mark.parametrize("table", [*SET_UP, *OF_CASES, "punch"])
def test_every_row_that_stands_was_entered_in_the_journal(undone, table):
    row = undone.execute(
        f"SELECT (SELECT count(*) FROM svc.{table}),"
        " count(*) FILTER (WHERE operation = 'INSERT')"
        " - count(*) FILTER (WHERE operation = 'DELETE')"
        " FROM svc.journal WHERE table_name = %s",
        (table,),
    ).fetchone()
    assert 0 < row[0] == row[1]


def newest(connection: Connection, chain: str = "postgres") -> tuple[Any, ...]:
    row = connection.execute(
        "SELECT table_name, operation, before, after FROM svc.journal"
        " WHERE chain = %s ORDER BY ordinal DESC LIMIT 1",
        (chain,),
    ).fetchone()
    assert row
    return row


def column(connection: Connection, table: str, place: int) -> str:
    row = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum = %s",
        (f'svc."{table}"', place),
    ).fetchone()
    assert row
    return str(row[0])


@pytest.mark.parametrize("table", [*sorted({*SET_UP} - {"person"}), "case_file"])
def test_an_update_is_entered_with_both_states_of_the_row(undone, table):
    name = column(undone, table, 2)
    undone.execute(
        f"UPDATE svc.{table} SET {name} = {name} WHERE ctid = (SELECT min(ctid) FROM svc.{table})"
    )
    entered = newest(undone)
    assert entered[:2] == (table, "UPDATE")
    assert entered[2] == entered[3] != {}


@pytest.mark.parametrize("table", [*SET_UP, "case_file"])
def test_a_deletion_is_entered_with_the_row_that_is_gone(undone, table):
    row = undone.execute(f"SELECT to_jsonb(t) FROM svc.{table} AS t ORDER BY ctid LIMIT 1")
    gone = row.fetchone()[0]
    undone.execute(f"DELETE FROM svc.{table} WHERE ctid = (SELECT min(ctid) FROM svc.{table})")
    assert newest(undone) == (table, "DELETE", gone, None)


@pytest.mark.parametrize("table", UNCHANGEABLE)
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET {} = DEFAULT", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_not_even_the_superuser_changes_a_record_by_mistake(undone, table, statement):
    name = column(undone, table, 1)
    with pytest.raises(psycopg.Error, match="is never possible"):
        undone.execute(statement.format(f"svc.{table}", name))


@pytest.mark.parametrize("table", [*SET_UP, "case_file"])
def test_no_table_is_emptied_past_the_journal(undone, table):
    with pytest.raises(psycopg.Error, match="is never possible"):
        undone.execute(f"TRUNCATE svc.{table} CASCADE")


def test_not_even_the_superuser_changes_a_person(undone):
    with pytest.raises(psycopg.Error) as caught:
        undone.execute("UPDATE svc.person SET name = name")
    assert caught.value.sqlstate == "SV001"


def test_what_an_administrator_changes_of_a_person_is_entered(administrator, as_superuser):
    person = next(row for row in administrator.ask(people.people) if row.login == "lina")
    administrator.do(people.place, person.id, id_of("unit", "GSJ"), None)
    assert as_superuser(
        "SELECT table_name, operation, after->>'window_id' FROM svc.journal"
        " WHERE chain = 'guanli' ORDER BY ordinal DESC LIMIT 1"
    ) == [("person", "UPDATE", None)]


def test_an_entry_stands_in_the_chain_of_who_made_it(clerk, as_superuser):
    clerk.do(attendance.punch, Direction.IN)
    assert as_superuser("SELECT chain FROM svc.journal WHERE table_name = 'punch'") == [("lina",)]


def test_what_the_guards_do_for_somebody_stands_in_his_chain(undone):
    chains = undone.execute(
        "SELECT DISTINCT chain FROM svc.journal WHERE table_name IN ('case_file', 'case_step')"
    )
    assert chains.fetchall() == [("lina",)]


def test_a_refused_act_leaves_no_entry(clerk, a_draft, as_superuser):
    def entries() -> Any:
        return as_superuser("SELECT count(*) FROM svc.journal")

    before = entries()
    draft = a_draft(clerk, materials=())
    with pytest.raises(Exception, match="必交材料"):
        clerk.do(cases.accept, draft)
    assert entries() == before


def test_no_document_number_stands_in_the_journal(undone, story):
    found = undone.execute(
        "SELECT count(*) FROM svc.journal WHERE strpos(concat(before, after), %s) > 0",
        (story.document_number,),
    )
    assert found.fetchone() == (0,)


def test_no_password_stands_in_the_journal(administrator, as_superuser):
    person = people.NewPerson(f"xin{uuid4().hex[:12]}", "新来", "", frozenset({Role.CLERK}))
    administrator.do(people.add_person, person, PASSWORD)
    found = as_superuser(
        "SELECT count(*) FROM svc.journal WHERE after::text ~ 'SCRAM' OR after::text ~ :password",
        password=PASSWORD,
    )
    assert found == [(0,)]


def test_an_entry_is_dated_when_it_is_made(psql, as_superuser):
    clerk = psql("lina", 1, autocommit=False)
    row = clerk.execute("SELECT clock_timestamp()").fetchone()
    clerk.execute("INSERT INTO svc.punch (direction) VALUES ('in')")
    clerk.commit()
    later = "SELECT at > :later FROM svc.journal WHERE chain = 'lina'"
    assert as_superuser(later, later=row[0]) == [(True,)]


# The chain, recomputed here from its description ------------------------------------------------


def chain_of(hall: Hall, login: str) -> list[tuple[Any, ...]]:
    """The entries of a chain, JSON as the text it is stored as."""
    url = hall.superuser.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as connection:
        return connection.execute(
            "SELECT chain, ordinal, at, table_name, operation, before::text, after::text, hash"
            " FROM svc.journal WHERE chain = %s ORDER BY ordinal",
            (login,),
        ).fetchall()


def expected_hashes(chain: list[tuple[Any, ...]]) -> list[bytes]:
    hashes = []
    previous = hashlib.sha256(chain[0][0].encode()).digest()
    for login, ordinal, at, table, operation, before, after, _hash in chain:
        moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
        lines = [
            login, str(ordinal), moment, table, operation, before or "-", after or "-",
            previous.hex(),
        ]  # fmt: skip
        previous = hashlib.sha256("\n".join(lines).encode()).digest()
        hashes.append(previous)
    return hashes


@pytest.mark.parametrize("login", ["lina", "guanli", "postgres"])
def test_each_hash_covers_its_entry_and_the_hash_before(story, kept_hall, login):
    chain = chain_of(kept_hall, login)
    assert [entry[-1] for entry in chain] == expected_hashes(chain)


def test_a_chain_is_numbered_without_a_gap(story, kept_hall):
    chain = chain_of(kept_hall, "guanli")
    assert [entry[1] for entry in chain] == list(range(1, len(chain) + 1))


def test_the_head_is_the_last_entry(story, kept_hall, undone):
    last = chain_of(kept_hall, "lina")[-1]
    head = undone.execute("SELECT ordinal, hash FROM svc.journal_head WHERE chain = 'lina'")
    assert head.fetchone() == (last[1], last[-1])


@pytest.mark.parametrize(
    "setting",
    [
        "SET TimeZone = 'America/New_York'",
        "SET DateStyle = 'German'",
        "SET IntervalStyle = 'iso_8601'",
        "SET bytea_output = 'escape'",
        "SET extra_float_digits = 0",
        "SET standard_conforming_strings = off",
    ],
)
def test_a_sessions_settings_do_not_change_what_is_hashed(psql, hall, setting):
    clerk = psql("lina", 1)
    clerk.execute(setting)
    clerk.execute("INSERT INTO svc.punch (direction) VALUES ('in')")
    chain = chain_of(hall, "lina")
    assert [entry[-1] for entry in chain] == expected_hashes(chain)
