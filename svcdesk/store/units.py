"""Units, windows and seats as stored."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from svcdesk.rules.units import Placement, WindowKind
from svcdesk.store.base import Base, by_server


class Unit(Base):
    """A unit with approval powers (进驻单位)."""

    __tablename__ = "unit"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    short_name: Mapped[str]
    placement: Mapped[Placement]
    sort_key: Mapped[str]


class Window(Base):
    """A counter window (窗口) with its printed number."""

    __tablename__ = "window"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[WindowKind]


class WindowUnit(Base):
    """A unit whose items are taken in at a window (n:m)."""

    __tablename__ = "window_unit"

    window_id: Mapped[UUID] = mapped_column(ForeignKey("svc.window.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("svc.unit.id"), primary_key=True)


class Seat(Base):
    """One counter PC (席位): it has its own series of case numbers."""

    __tablename__ = "seat"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[int] = mapped_column(server_default=by_server(), unique=True)
    window_id: Mapped[UUID] = mapped_column(ForeignKey("svc.window.id"))
