"""The journal as stored: who changed which row from what to what, linked by hashes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from svcdesk.store.base import Base, by_server


class JournalEntry(Base):
    """One change of one row; a chain belongs to one login and has no gaps."""

    __tablename__ = "journal"

    chain: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    table: Mapped[str] = mapped_column("table_name")
    operation: Mapped[str]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    after: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    hash: Mapped[bytes]


class DocumentView(Base):
    """Somebody asked to see a full document number; refused requests are kept too."""

    __tablename__ = "document_view"

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=by_server())
    case_id: Mapped[UUID] = mapped_column(ForeignKey("svc.case_file.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("svc.person.id"))
    reason: Mapped[str]
    granted: Mapped[bool]
    at: Mapped[datetime]
