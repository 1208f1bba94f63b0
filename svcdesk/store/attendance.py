"""Punches as stored."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from svcdesk.rules.attendance import Direction
from svcdesk.store.base import Base, by_server


class PunchRecord(Base):
    """One punch (打卡); never changed: corrections will lie on top."""

    __tablename__ = "punch"

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=by_server())
    person_id: Mapped[UUID] = mapped_column(ForeignKey("svc.person.id"), server_default=by_server())
    direction: Mapped[Direction]
    at: Mapped[datetime] = mapped_column(server_default=by_server())
    seat_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("svc.seat.id"), server_default=by_server()
    )
    entered_at: Mapped[datetime] = mapped_column(server_default=by_server())
    loaded: Mapped[bool] = mapped_column(server_default=by_server())
