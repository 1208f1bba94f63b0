"""Document numbers in the server: the same checks as on the screen, and keys nobody can guess."""

import hashlib
import hmac
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stdnum.cn import uscc

from svcdesk.rules.identity import (
    BadDocument,
    DocumentKind,
    inner_check,
    person_check,
    read_document,
)

TODAY = date(2026, 11, 24)
DIGIT = st.sampled_from("0123456789")
UPPER = st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
OF_ORGANISATIONS = st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY")
quickly = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def some(letters: st.SearchStrategy[str], count: int) -> st.SearchStrategy[str]:
    return st.lists(letters, min_size=count, max_size=count).map("".join)


def person(start: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Numbers after GB 11643 that begin so (6 digits)."""
    births = st.dates(date(1930, 1, 1), date(2026, 1, 1)).map(lambda day: f"{day:%Y%m%d}")
    body = st.tuples(start, births, some(DIGIT, 3)).map("".join)
    return body.map(lambda digits: digits + person_check(digits))


def _organisation(parts: tuple[str, str, str]) -> str:
    kind, region, subject = parts
    body = kind + region + subject + inner_check(subject)
    return body + str(uscc.calc_check_digit(body))


PROVINCE = st.sampled_from(["11", "36", "44", "65", "71"])
VALID: dict[DocumentKind, st.SearchStrategy[str]] = {
    DocumentKind.RESIDENT_ID: person(st.tuples(PROVINCE, some(DIGIT, 4)).map("".join)),
    DocumentKind.RESIDENCE_PERMIT: person(
        st.tuples(st.sampled_from(["81", "82", "83"]), some(DIGIT, 4)).map("".join)
    ),
    DocumentKind.FOREIGN_PERMANENT: st.one_of(
        person(st.tuples(st.just("9"), PROVINCE, some(DIGIT, 3)).map("".join)),
        st.tuples(some(UPPER, 3), some(DIGIT, 12)).map("".join),
    ),
    DocumentKind.TRAVEL_PERMIT: st.one_of(
        st.tuples(st.sampled_from("HM"), some(DIGIT, 8)).map("".join),
        st.tuples(st.sampled_from("HM"), some(DIGIT, 10)).map("".join),
        some(DIGIT, 8),
    ),
    DocumentKind.ORGANISATION: st.tuples(
        some(OF_ORGANISATIONS, 2), some(DIGIT, 6), some(OF_ORGANISATIONS, 8)
    ).map(_organisation),
}


@pytest.fixture
def accepted(attack) -> Callable[[DocumentKind, str], bool]:
    """Whether the server takes the number for one of this kind."""

    def ask(kind: DocumentKind, number: str) -> bool:
        row = attack("lina").execute("SELECT svc.is_document(%s, %s)", (kind.value, number))
        return bool(row.fetchone()[0])

    return ask


@pytest.mark.parametrize("kind", DocumentKind)
def test_the_server_takes_what_the_rules_take(accepted, kind):
    @quickly
    @given(VALID[kind])
    def agree(number: str) -> None:
        assert read_document(number, TODAY, kind).number == number
        assert accepted(kind, number)

    agree()


@pytest.mark.parametrize("kind", DocumentKind)
def test_what_the_rules_take_of_a_number_with_a_slip_the_server_takes_too(accepted, kind):
    @quickly
    @given(VALID[kind], st.integers(0, 17), OF_ORGANISATIONS)
    def agree(number: str, place: int, letter: str) -> None:
        slipped = number[:place] + letter + number[place + 1 :]
        try:
            read_document(slipped, TODAY, kind)
        except BadDocument:
            return
        assert accepted(kind, slipped)

    agree()


@pytest.mark.parametrize("kind", [DocumentKind.RESIDENT_ID, DocumentKind.ORGANISATION])
def test_the_server_finds_every_single_wrong_digit(accepted, kind):
    @quickly
    @given(VALID[kind], st.integers(8, 15), st.integers(1, 9))
    def refused(number: str, place: int, by: int) -> None:
        letter = number[place]
        wrong = str((int(letter) + by) % 10) if letter.isdigit() else "0"
        assert not accepted(kind, number[:place] + wrong + number[place + 1 :])

    refused()


@pytest.mark.parametrize(
    "number", ["", " 11010519491231002X", "11010519491231002x", "１１０", "张"]
)
@pytest.mark.parametrize("kind", DocumentKind)
def test_what_is_not_canonical_is_not_kept(accepted, kind, number):
    assert not accepted(kind, number)


def test_an_unknown_kind_is_no_document(attack):
    asked = attack("lina").execute("SELECT svc.is_document('passport', '11010519491231002X')")
    assert asked.fetchone() == (False,)


@pytest.fixture
def secret(as_superuser) -> bytes:
    ((value,),) = as_superuser("SELECT value FROM svc.secret WHERE name = 'document_key'")
    return bytes(value)


@pytest.mark.parametrize("number", ["11010519491231002X", "91360000MA35K1AB7C", "", "张" * 40])
def test_a_documents_key_is_its_hmac_under_the_halls_secret(as_superuser, secret, number):
    ((key,),) = as_superuser("SELECT svc.document_key(:number)", number=number)
    assert key == hmac.digest(secret, number.encode(), hashlib.sha256)


def test_the_secret_fills_a_block(secret):
    assert len(secret) == 64


def test_every_hall_has_a_secret_of_its_own(server, secret):
    from sqlalchemy import create_engine, text

    from svcdesk.store import databases, setup

    url = server.superuser(f"other_{secret.hex()[:8]}")
    databases.make_database(url)
    setup.prepare(url, lambda _: None)
    with create_engine(url).connect() as connection:
        assert connection.scalar(text("SELECT value FROM svc.secret")) != secret
    databases.drop_databases(url, [str(url.database)])
