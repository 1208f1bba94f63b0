"""The hall's own settings and its calendar as stored."""

from datetime import date
from typing import Any

from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from svcdesk.store.base import Base


class Setting(Base):
    """One setting of the hall; what halls differ in is a row here, not a constant."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSONB)


class CalendarYear(Base):
    """A year whose notice on holidays (国务院放假通知) has been taken over."""

    __tablename__ = "calendar_year"

    year: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]


class CalendarDay(Base):
    """A weekday taken off, or a weekend day worked (调休)."""

    __tablename__ = "calendar_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    working: Mapped[bool]


class WorkingDay(Base):
    """Working days counted through, so that the n-th after a day is one look-up."""

    __tablename__ = "working_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(unique=True)
