"""Taking a case in through the desk, against the same rows written with the bare driver.

The baseline is the same person at the same seat: one transaction of prepared statements
over one open connection, into the same tables with the same triggers, grants and policies.
It checks nothing, reads no clock and maps no types. The practice hall's server does not
wait for its disk, which makes the comparison the harder one.
"""

from collections.abc import Callable
from uuid import UUID, uuid4

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import URL

from benchmarks import hall as halls
from benchmarks.pairs import Pair, compare, timed
from svcdesk.desk import cases
from svcdesk.desk.catalogue import items_here
from svcdesk.desk.door import Desk
from svcdesk.desk.sample.practice import PracticeHall
from svcdesk.rules.access import Role
from svcdesk.rules.catalogue import ItemKind
from svcdesk.rules.intake import Draft, Mark, MaterialMark
from svcdesk.rules.receipts import ReceiptSheet
from svcdesk.store.work import SeatClaim, Store

AIM = 2.5
RUNS = 200
"""Together with the warm-up well below the 999 cases a seat may take in a day."""

_DOCUMENT = "INSERT INTO svc.case_document (case_id, kind, number) VALUES (%s, %s, %s)"
_CASE = (
    "INSERT INTO svc.case_file (id, item_id, applicant, phone, agent, note)"
    " VALUES (%s, %s, %s, %s, %s, %s)"
)
_STEP = (
    "INSERT INTO svc.case_step (case_id, step, seen, outcome, note)"
    " VALUES (%s, 'accept', NULL, NULL, '')"
)
_RECEIPT = "INSERT INTO svc.receipt (case_id) VALUES (%s) RETURNING sheet"
_DONE = "INSERT INTO svc.act_done (key, act, digest, answer) VALUES (%s, %s, %s, %s)"


def measure(hall: PracticeHall, runs: int | None) -> list[Pair]:
    """Accepting one case, commit included."""
    url, claim = halls.credentials(hall, halls.first(hall, Role.CLERK))
    store = Store(url, claim)
    desk = Desk(store, store.enter())
    draft = _drafts(desk)
    with _connect(url, claim) as connection:
        pair = compare(
            "accept",
            timed(lambda: desk.do(cases.accept, draft())),
            timed(lambda: _write(connection, draft())),
            runs=runs or RUNS,
            warm=20,
            aim=AIM,
        )
    desk.close()
    return [pair]


def one_receipt(hall: PracticeHall) -> ReceiptSheet:
    """The receipt of a case taken in now."""
    desk = hall.sign_in(halls.first(hall, Role.CLERK))
    try:
        return desk.do(cases.accept, _drafts(desk)())
    finally:
        desk.close()


def _drafts(desk: Desk) -> Callable[[], Draft]:
    item = next(card for card in desk.ask(items_here) if card.kind is ItemKind.PROMISED)
    marks = tuple(MaterialMark(material.id, Mark.COMPLETE) for material in item.materials)

    def draft() -> Draft:
        return Draft(
            id=uuid4(),
            document_number="11010519491231002X",
            applicant="张明亮",
            phone="13800001234",
            item_id=item.id,
            materials=marks,
        )

    return draft


def _connect(url: URL, claim: SeatClaim | None) -> psycopg.Connection:
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = psycopg.connect(plain, prepare_threshold=0)
    if claim is not None:
        connection.execute("SELECT svc.take_seat(%s, %s)", (claim.code, claim.key))
    connection.commit()
    return connection


def _write(connection: psycopg.Connection, draft: Draft) -> None:
    marks: list[UUID | str] = []
    for found in draft.materials:
        marks += [draft.id, found.material_id, found.mark.value]
    rows = ", ".join(["(%s, %s, %s)"] * len(draft.materials))
    with connection.transaction():
        run = connection.execute
        run(_DOCUMENT, (draft.id, "resident_id", draft.document_number))
        run(_CASE, (draft.id, draft.item_id, draft.applicant, draft.phone, "", ""))
        run(f"INSERT INTO svc.case_material (case_id, material_id, mark) VALUES {rows}", marks)
        run(_STEP, (draft.id,))
        sheet = run(_RECEIPT, (draft.id,)).fetchone()
        run(_DONE, (draft.id, "cases.accept", "0" * 64, Jsonb(sheet[0] if sheet else {})))
