"""Cases (办件): taking in, closing, taking back, reprinting, and finding them again."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, RowMapping, Select, func, insert, or_, select

from svcdesk.desk.door import act, question
from svcdesk.rules.access import Permission
from svcdesk.rules.cases import UNDO_MINUTES, Outcome, State, Step
from svcdesk.rules.catalogue import ItemKind
from svcdesk.rules.identity import BadDocument, Document, DocumentKind, read_document
from svcdesk.rules.intake import Draft
from svcdesk.rules.lamps import Lamp, lamp
from svcdesk.rules.names import clean_name
from svcdesk.rules.numbers import read_number
from svcdesk.rules.problems import OutOfReach
from svcdesk.rules.receipts import ReceiptSheet, ReceivedMaterial
from svcdesk.rules.words import QT_TRANSLATE_NOOP
from svcdesk.store.audit import DocumentView
from svcdesk.store.cases import (
    Case,
    CaseDocument,
    CaseMaterial,
    CaseStep,
    Receipt,
    Reprint,
)
from svcdesk.store.catalogue import Item
from svcdesk.store.people import Person
from svcdesk.store.units import Seat, Unit, Window
from svcdesk.store.work import Work

PAGE = 100
"""Rows handed over at a time (件)."""
EARLIER = 5
"""Earlier cases of an applicant shown beside the form (件)."""
_SHORTEST_ID = 15
"""Fewer bare digits are part of a case number or of a telephone number."""


class Show(StrEnum):
    """Which cases a list shows."""

    OPEN = "open"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    TODAY = "today"
    CLOSED = "closed"
    EVERY = "every"

    @property
    def word(self) -> str:
        """The list's Chinese name."""
        return _SHOW_WORDS[self]


_SHOW_WORDS = {
    Show.OPEN: QT_TRANSLATE_NOOP("Show", "在办"),
    Show.DUE_SOON: QT_TRANSLATE_NOOP("Show", "即将到期"),
    Show.OVERDUE: QT_TRANSLATE_NOOP("Show", "已超期"),
    Show.TODAY: QT_TRANSLATE_NOOP("Show", "今日受理"),
    Show.CLOSED: QT_TRANSLATE_NOOP("Show", "已办结"),
    Show.EVERY: QT_TRANSLATE_NOOP("Show", "全部"),
}


@dataclass(frozen=True)
class CaseRow:
    """A case as a list shows it."""

    id: UUID
    version: int
    number: str
    applicant: str
    document_tail: str
    item: str
    kind: ItemKind
    state: State
    outcome: Outcome | None
    accepted_on: date
    promised_on: date
    statutory_on: date
    provisional: bool
    closed_on: date | None
    window: str
    clerk: str
    lamp: Lamp


@dataclass(frozen=True)
class CasePage:
    """One page of a list, newest number first."""

    rows: tuple[CaseRow, ...]
    more: bool


@dataclass(frozen=True)
class Tally:
    """The window's day in four figures (件)."""

    day: date
    """Today by the server's clock."""
    today: int
    open: int
    due_soon: int
    overdue: int


@dataclass(frozen=True)
class StepRow:
    """One line of a case's history."""

    step: Step
    at: datetime
    by: str
    seat: int | None
    note: str
    outcome: Outcome | None


@dataclass(frozen=True)
class ViewRow:
    """Who asked to see the full document number, and whether it was shown."""

    by: str
    at: datetime
    reason: str
    granted: bool


@dataclass(frozen=True)
class CaseCard:
    """Everything about one case on one card (办件卡)."""

    row: CaseRow
    phone_tail: str
    agent: str
    agency: str
    note: str
    document_kind: DocumentKind
    steps: tuple[StepRow, ...]
    materials: tuple[ReceivedMaterial, ...]
    prints: int
    """How often the receipt was printed, the first time included."""
    may_close: bool
    may_take_back: bool
    views: tuple[ViewRow, ...]


@dataclass(frozen=True)
class KnownApplicant:
    """What earlier visits of the same document number say."""

    name: str
    phone: str
    visits: int
    last_item_id: UUID
    last_item: str
    last_on: date
    open_cases: tuple[CaseRow, ...]
    earlier: tuple[CaseRow, ...]
    """The latest cases, closed ones too, at most :data:`EARLIER`."""


@act(Permission.TAKE_IN, key=lambda draft: draft.id)
def accept(work: Work, draft: Draft) -> ReceiptSheet:
    """Take an application in and accept it: number, clock and receipt in one transaction.

    The server numbers, dates and signs; it refuses unless every required material is
    there (行政许可法 32(五)). Raises BadDocument, BadName, MaterialsMissing, NoSeat,
    OutOfReach.
    """
    document = read_document(draft.document_number, work.today, draft.document_kind)
    session = work.session
    session.execute(
        insert(CaseDocument).values(case_id=draft.id, kind=document.kind, number=document.number)
    )
    session.execute(
        insert(Case).values(
            id=draft.id,
            item_id=draft.item_id,
            applicant=clean_name(draft.applicant),
            phone=draft.phone.strip(),
            agent=clean_name(draft.agent) if draft.agent.strip() else "",
            note=draft.note.strip(),
            **work.loaded("received_at", "clerk_id"),
        )
    )
    if draft.materials:
        marks = [
            {"case_id": draft.id, "material_id": found.material_id, "mark": found.mark}
            for found in draft.materials
        ]
        session.execute(insert(CaseMaterial).values(marks))
    _take(work, draft.id, Step.ACCEPT)
    sheet = session.scalar(insert(Receipt).values(case_id=draft.id).returning(Receipt.sheet))
    return msgspec.convert(sheet, ReceiptSheet)


@act(Permission.DECIDE_CASES)
def close(work: Work, case_id: UUID, seen: int, outcome: Outcome, note: str) -> None:
    """Close an accepted case with its outcome, dated by the server (行政许可法 38)."""
    _take(work, case_id, Step.CLOSE, seen=seen, outcome=outcome, note=note.strip())


@act(Permission.TAKE_IN)
def take_back(work: Work, case_id: UUID, seen: int, reason: str) -> None:
    """Take one's own last step back within ten minutes, by a reversing step.

    An acceptance taken back leaves its number standing, as void (作废). Raises TooLate,
    ChangedElsewhere, WrongStep.
    """
    state = work.session.scalar(select(Case.state).filter_by(id=case_id))
    back = Step.TAKE_BACK_CLOSING if state is State.CLOSED else Step.TAKE_BACK_ACCEPTANCE
    _take(work, case_id, back, seen=seen, note=reason.strip())


@act(Permission.TAKE_IN)
def reprint(work: Work, case_id: UUID) -> ReceiptSheet:
    """The receipt as issued, once more, marked 补打第 n 次 and counted."""
    session = work.session
    ordinal = session.scalar(insert(Reprint).values(case_id=case_id).returning(Reprint.ordinal))
    sheet = session.scalar(select(Receipt.sheet).filter_by(case_id=case_id))
    return replace(msgspec.convert(sheet, ReceiptSheet), reprint=ordinal or 0)


@act(Permission.REVEAL_DOCUMENTS, kept=lambda _number: "")
def reveal_document(work: Work, case_id: UUID, reason: str) -> str:
    """The full document number of one case; who asked and why is kept for good.

    Refused requests are recorded too and answer with an empty text.
    """
    request = work.record(select(func.svc.request_document(case_id, reason)))
    shown = work.session.scalar(select(func.svc.reveal_document(request)))
    return shown or ""


@question(Permission.READ_CASES)
def here(work: Work, show: Show, before: str | None = None) -> CasePage:
    """One page of the cases within reach, below the number ``before``."""
    statement = _rows().where(*_shown(work, show)).order_by(Case.number.desc())
    if before is not None:
        statement = statement.where(Case.number < before)
    rows = _read(work, statement.limit(PAGE + 1))
    return CasePage(rows[:PAGE], more=len(rows) > PAGE)


@question(Permission.READ_CASES)
def tally(work: Work) -> Tally:
    """The figures beside the lists of :class:`Show`."""

    def of(show: Show) -> ColumnElement[int]:
        return func.count().filter(*_shown(work, show))

    counted = work.session.execute(
        select(
            of(Show.TODAY).label("today"),
            of(Show.OPEN).label("open"),
            of(Show.DUE_SOON).label("due_soon"),
            of(Show.OVERDUE).label("overdue"),
        ).select_from(Case)
    ).one()
    return Tally(work.today, counted.today, counted.open, counted.due_soon, counted.overdue)


@question(Permission.READ_CASES)
def find(work: Work, wanted: str) -> tuple[CaseRow, ...]:
    """Cases by number, document number, telephone or part of the applicant's name.

    A look-up by document number is counted by the server and limited in an hour.
    """
    words = wanted.strip()[:120]
    if not words:
        return ()
    statement = _rows().where(_matching(work, words)).order_by(Case.number.desc())
    return _read(work, statement.limit(PAGE))


@question(Permission.READ_CASES)
def card(work: Work, case_id: UUID) -> CaseCard:
    """The card of one case; raises OutOfReach where it is none of this person's."""
    session = work.session
    found = _read(work, _rows().where(Case.id == case_id))
    if not found:
        raise OutOfReach(what="这个件")
    row = found[0]
    about = session.execute(
        select(Case.phone, Case.agent, Case.note, Case.document_kind, Unit.name)
        .join(Unit, Unit.id == Case.unit_id)
        .where(Case.id == case_id)
    ).one()
    steps = _steps(work, case_id)
    reprints = session.scalar(select(func.count()).select_from(Reprint).filter_by(case_id=case_id))
    issued = session.scalar(select(func.count()).select_from(Receipt).filter_by(case_id=case_id))
    open_case = row.state is State.ACCEPTED
    return CaseCard(
        row=row,
        phone_tail=about.phone[-4:],
        agent=about.agent,
        agency=about.name,
        note=about.note,
        document_kind=about.document_kind,
        steps=steps,
        materials=_materials(work, case_id),
        prints=(issued or 0) + (reprints or 0),
        may_close=open_case and work.me.may(Permission.DECIDE_CASES),
        may_take_back=_may_take_back(work, case_id, row.state),
        views=_views(work, case_id),
    )


@question(Permission.TAKE_IN)
def known_applicant(work: Work, number: str) -> KnownApplicant | None:
    """What this window knows of the bearer of a document from earlier visits, if anything."""
    try:
        document = read_document(number, work.today)
    except BadDocument:
        return None
    rows = _read(
        work,
        _rows()
        .where(_borne_by(work, document), Case.state != State.VOID)
        .order_by(Case.number.desc())
        .limit(PAGE),
    )
    if not rows:
        return None
    last = work.session.get_one(Case, rows[0].id)
    return KnownApplicant(
        name=last.applicant,
        phone=last.phone,
        visits=len(rows),
        last_item_id=last.item_id,
        last_item=rows[0].item,
        last_on=rows[0].accepted_on,
        open_cases=tuple(row for row in rows if row.state is State.ACCEPTED),
        earlier=rows[:EARLIER],
    )


def _take(  # one step; the database checks, dates and signs it
    work: Work,
    case_id: UUID,
    step: Step,
    *,
    seen: int | None = None,
    outcome: Outcome | None = None,
    note: str = "",
) -> None:
    work.session.execute(
        insert(CaseStep).values(
            case_id=case_id,
            step=step,
            seen=seen,
            outcome=outcome,
            note=note,
            **work.loaded("at", "person_id"),
        )
    )


def _rows() -> Select[*tuple[Any, ...]]:
    """The columns of a CaseRow by name, but for its lamp."""
    statement: Select[*tuple[Any, ...]] = (
        select(
            Case.id, Case.version, Case.number, Case.applicant, Case.document_tail,
            Item.name.label("item"), Item.kind, Case.state, Case.outcome, Case.accepted_on,
            Case.promised_on, Case.statutory_on, Case.provisional, Case.closed_on,
            Window.name.label("window"), Person.name.label("clerk"),
        )
        .join(Item, Item.id == Case.item_id)
        .join(Window, Window.id == Case.window_id)
        .join(Person, Person.id == Case.clerk_id)
        .where(Case.accepted_on.is_not(None))
    )  # fmt: skip
    return statement


def _read(work: Work, statement: Select[*tuple[Any, ...]]) -> tuple[CaseRow, ...]:
    def row(values: RowMapping) -> CaseRow:
        shown = lamp(
            values["state"],
            values["accepted_on"],
            values["promised_on"],
            values["statutory_on"],
            work.today,
            work.calendar,
        )
        return CaseRow(**values, lamp=shown)

    return tuple(map(row, work.session.execute(statement).mappings()))


def _shown(work: Work, show: Show) -> list[ColumnElement[bool]]:
    today = work.today
    accepted = Case.state == State.ACCEPTED
    match show:
        case Show.OPEN:
            return [accepted]
        case Show.DUE_SOON:
            soon = next(iter(work.calendar.working_days_after(today)))
            return [accepted, Case.promised_on.between(today, soon)]
        case Show.OVERDUE:
            return [accepted, Case.promised_on < today]
        case Show.TODAY:
            return [Case.accepted_on == today, Case.state != State.VOID]
        case Show.CLOSED:
            return [Case.state == State.CLOSED]
        case Show.EVERY:
            return []


def _matching(work: Work, words: str) -> ColumnElement[bool]:
    number = read_number(words)
    if number is not None:
        return Case.number == number.text
    digits = words.replace("-", "").replace(" ", "")
    if digits.isascii() and digits.isdigit() and len(digits) < _SHORTEST_ID:
        return or_(Case.number.contains(digits), Case.phone.startswith(digits))
    try:
        document = read_document(words, work.today)
    except BadDocument:
        return Case.applicant.contains(words, autoescape=True)
    return _borne_by(work, document)


def _borne_by(work: Work, document: Document) -> ColumnElement[bool]:
    """Cases of the bearer of a document; the look-up is counted before it is answered."""
    work.record(select(func.svc.count_document_search(document.number)))
    return Case.id.in_(select(func.svc.find_by_document(document.number)))


def _steps(work: Work, case_id: UUID) -> tuple[StepRow, ...]:
    rows = work.session.execute(
        select(CaseStep.step, CaseStep.at, Person.name, Seat.code, CaseStep.note, CaseStep.outcome)
        .join(Person, Person.id == CaseStep.person_id)
        .outerjoin(Seat, Seat.id == CaseStep.seat_id)
        .where(CaseStep.case_id == case_id)
        .order_by(CaseStep.ordinal)
    )
    return tuple(StepRow(*row) for row in rows)


def _materials(work: Work, case_id: UUID) -> tuple[ReceivedMaterial, ...]:
    rows = work.session.execute(
        select(CaseMaterial.name, CaseMaterial.form, CaseMaterial.copies)
        .where(CaseMaterial.case_id == case_id, CaseMaterial.mark == "complete")
        .order_by(CaseMaterial.position)
    )
    return tuple(ReceivedMaterial(*row) for row in rows)


def _views(work: Work, case_id: UUID) -> tuple[ViewRow, ...]:
    rows = work.session.execute(
        select(Person.name, DocumentView.at, DocumentView.reason, DocumentView.granted)
        .join(Person, Person.id == DocumentView.person_id)
        .where(DocumentView.case_id == case_id)
        .order_by(DocumentView.at)
    )
    return tuple(ViewRow(*row) for row in rows)


def _may_take_back(work: Work, case_id: UUID, state: State) -> bool:
    if state not in (State.ACCEPTED, State.CLOSED) or not work.me.may(Permission.TAKE_IN):
        return False
    last = work.session.execute(
        select(CaseStep.person_id, CaseStep.at, CaseStep.step)
        .where(CaseStep.case_id == case_id)
        .order_by(CaseStep.ordinal.desc())
        .limit(1)
    ).one()
    mine = last.person_id == work.me.person_id and last.step in (Step.ACCEPT, Step.CLOSE)
    return mine and work.at - last.at <= timedelta(minutes=UNDO_MINUTES)
