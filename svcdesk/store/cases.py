"""Cases, their steps, papers and receipts as stored."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from svcdesk.rules.cases import Outcome, State, Step
from svcdesk.rules.catalogue import MaterialForm
from svcdesk.rules.identity import DocumentKind
from svcdesk.rules.intake import Mark
from svcdesk.store.base import Base, by_server


class Case(Base):
    """One applicant's request for one item (办件); only its steps change it."""

    __tablename__ = "case_file"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(server_default=by_server(), unique=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("svc.item.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("svc.unit.id"), server_default=by_server())
    window_id: Mapped[UUID] = mapped_column(ForeignKey("svc.window.id"), server_default=by_server())
    seat_id: Mapped[UUID] = mapped_column(ForeignKey("svc.seat.id"), server_default=by_server())
    clerk_id: Mapped[UUID] = mapped_column(ForeignKey("svc.person.id"), server_default=by_server())
    applicant: Mapped[str]
    phone: Mapped[str]
    agent: Mapped[str]
    note: Mapped[str]
    document_kind: Mapped[DocumentKind] = mapped_column(server_default=by_server())
    document_tail: Mapped[str] = mapped_column(server_default=by_server())
    state: Mapped[State] = mapped_column(server_default=by_server())
    outcome: Mapped[Outcome | None] = mapped_column(server_default=by_server())
    received_at: Mapped[datetime] = mapped_column(server_default=by_server())
    accepted_at: Mapped[datetime | None] = mapped_column(server_default=by_server())
    accepted_on: Mapped[date | None] = mapped_column(server_default=by_server())
    promised_on: Mapped[date | None] = mapped_column(server_default=by_server())
    statutory_on: Mapped[date | None] = mapped_column(server_default=by_server())
    provisional: Mapped[bool] = mapped_column(server_default=by_server())
    closed_on: Mapped[date | None] = mapped_column(server_default=by_server())
    loaded: Mapped[bool] = mapped_column(server_default=by_server())
    entered_at: Mapped[datetime] = mapped_column(server_default=by_server())
    version: Mapped[int] = mapped_column(server_default=by_server())


class CaseDocument(Base):
    """The full document number of a case; nobody may select it (see ``svc.reveal_document``)."""

    __tablename__ = "case_document"

    case_id: Mapped[UUID] = mapped_column(
        ForeignKey("svc.case_file.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    kind: Mapped[DocumentKind]
    number: Mapped[str]
    key: Mapped[bytes] = mapped_column(server_default=by_server())


class CaseMaterial(Base):
    """One material as judged at intake; name, form and copies are the item's of that day."""

    __tablename__ = "case_material"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("svc.case_file.id"), primary_key=True)
    material_id: Mapped[UUID] = mapped_column(ForeignKey("svc.material.id"), primary_key=True)
    mark: Mapped[Mark]
    position: Mapped[int] = mapped_column(server_default=by_server())
    name: Mapped[str] = mapped_column(server_default=by_server())
    form: Mapped[MaterialForm] = mapped_column(server_default=by_server())
    copies: Mapped[int] = mapped_column(server_default=by_server())


class CaseStep(Base):
    """Something done to a case (办理环节); never changed, never deleted."""

    __tablename__ = "case_step"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("svc.case_file.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, server_default=by_server())
    step: Mapped[Step]
    seen: Mapped[int | None]
    outcome: Mapped[Outcome | None]
    note: Mapped[str]
    at: Mapped[datetime] = mapped_column(server_default=by_server())
    person_id: Mapped[UUID] = mapped_column(ForeignKey("svc.person.id"), server_default=by_server())
    seat_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("svc.seat.id"), server_default=by_server()
    )
    entered_at: Mapped[datetime] = mapped_column(server_default=by_server())
    loaded: Mapped[bool] = mapped_column(server_default=by_server())


class Receipt(Base):
    """An acceptance notice as issued (受理通知书); the server composes the sheet."""

    __tablename__ = "receipt"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("svc.case_file.id"), primary_key=True)
    sheet: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=by_server())
    issued_at: Mapped[datetime] = mapped_column(server_default=by_server())


class Reprint(Base):
    """One reprint of a receipt (补打), counted."""

    __tablename__ = "reprint"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("svc.receipt.case_id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, server_default=by_server())
    at: Mapped[datetime] = mapped_column(server_default=by_server())
    person_id: Mapped[UUID] = mapped_column(ForeignKey("svc.person.id"), server_default=by_server())
