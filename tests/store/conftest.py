"""A hall under siege: two windows with a case each, shared by every attack that is refused."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import Connection

from svcdesk.desk import attendance, cases
from svcdesk.desk.catalogue import items_here
from svcdesk.desk.door import Desk
from svcdesk.rules.attendance import Direction
from svcdesk.rules.intake import Draft, Mark, MaterialMark
from tests.conftest import PASSWORD, Hall, Server, _make_small_hall


@dataclass
class Psql:
    """Opens psql, as it were: a bare connection with a person's own password."""

    hall: Hall
    ends: ExitStack = field(default_factory=ExitStack)

    def __call__(
        self, login: str, seat: int | None = None, *, autocommit: bool = True
    ) -> Connection:
        address = self.hall.server.running.address
        dsn = address.dsn(self.hall.name, login, PASSWORD)
        connection = self.ends.enter_context(
            psycopg.connect(dsn, autocommit=autocommit, prepare_threshold=None)
        )
        if seat is not None:
            claim = self.hall.claims[seat]
            connection.execute("SELECT svc.take_seat(%s, %s)", (claim.code, claim.key))
            if not autocommit:
                connection.commit()
        return connection


@dataclass
class Attackers(Psql):
    """The same, but a login's connection is kept for the next attack where that is no matter."""

    kept: dict[tuple[str, int | None], Connection] = field(default_factory=dict)

    def __call__(
        self, login: str, seat: int | None = None, *, autocommit: bool = True
    ) -> Connection:
        connection = self.kept.get((login, seat))
        if connection is None or connection.closed:
            connection = self.kept[login, seat] = super().__call__(login, seat)
        connection.rollback()
        connection.autocommit = True
        connection.execute("DISCARD ALL")
        connection.autocommit = autocommit
        return connection


@dataclass(frozen=True)
class Siege:
    """What the attackers are after."""

    hall: Hall
    mine: UUID
    """A case of window 1 (工商局), taken in by 李娜."""
    theirs: UUID
    """A case of window 4 (公安局), taken in by 孙浩."""
    attackers: Attackers


@pytest.fixture(scope="module")
def kept_hall(server: Server) -> Iterator[Hall]:
    """A hall for all tests of a module, which leave it as they find it."""
    if "small" not in server.templates:
        server.templates["small"] = _make_small_hall(server)
    hall = Hall(server, server.copy("small"), server.templates["small"])
    yield hall
    hall.close()


@pytest.fixture(scope="module")
def siege(kept_hall: Hall) -> Iterator[Siege]:
    """Two windows with a case each, and a punch."""
    desks = kept_hall.desk("lina", 1), kept_hall.desk("sunhao", 4)
    mine, theirs = map(take_in, desks)
    desks[1].do(attendance.punch, Direction.IN)
    attackers = Attackers(kept_hall)
    with attackers.ends:
        yield Siege(kept_hall, mine, theirs, attackers)


@pytest.fixture
def psql(hall: Hall) -> Iterator[Psql]:
    """Bare connections to this test's hall."""
    opened = Psql(hall)
    with opened.ends:
        yield opened


@pytest.fixture
def attack(siege: Siege) -> Attackers:
    """Bare connections to the hall under siege."""
    return siege.attackers


def drafted(desk: Desk, document_number: str = "11010519491231002X") -> Draft:
    """A complete draft of the desk's first promised item."""
    card = next(card for card in desk.ask(items_here) if card.promised_days)
    return Draft(
        id=uuid4(),
        document_number=document_number,
        applicant="张明亮",
        phone="13800001234",
        item_id=card.id,
        materials=tuple(MaterialMark(m.id, Mark.COMPLETE) for m in card.materials),
    )


def take_in(desk: Desk) -> UUID:
    """Take a first case in at this desk."""
    draft = drafted(desk)
    desk.do(cases.accept, draft)
    return draft.id
