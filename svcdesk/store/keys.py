"""Acts that were done, by their keys: what makes a second delivery harmless."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from svcdesk.store.base import Base, by_server


class ActDone(Base):
    """An act that was committed, and what it answered (幂等键); kept for good."""

    __tablename__ = "act_done"

    key: Mapped[UUID] = mapped_column(primary_key=True)
    act: Mapped[str]
    digest: Mapped[str]
    answer: Mapped[Any] = mapped_column(JSONB)
    login: Mapped[str] = mapped_column(server_default=by_server())
    at: Mapped[datetime] = mapped_column(server_default=by_server())
