"""Windows and seats (席位): which counter PC belongs to which window."""

import hashlib
import secrets
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from sqlalchemy import func, insert, select

from svcdesk.desk.door import act, question
from svcdesk.rules.access import Permission
from svcdesk.rules.units import WindowKind
from svcdesk.store.units import Seat, Unit, Window, WindowUnit
from svcdesk.store.work import Work


@dataclass(frozen=True)
class WindowRow:
    """A window with the units it serves and its seats' codes."""

    id: UUID
    number: int
    name: str
    kind: WindowKind
    units: tuple[str, ...]
    seats: tuple[int, ...]


@dataclass(frozen=True)
class UnitRow:
    """A unit to choose from."""

    id: UUID
    code: str
    name: str


@dataclass(frozen=True)
class SeatKey:
    """What is typed once on a counter PC to make it this seat; shown only now."""

    code: int
    key: str


@question(Permission.READ_CATALOGUE)
def windows(work: Work) -> tuple[WindowRow, ...]:
    """All windows by their printed numbers."""
    units: dict[UUID, list[str]] = {}
    for window_id, name in work.session.execute(
        select(WindowUnit.window_id, Unit.short_name)
        .join(Unit, Unit.id == WindowUnit.unit_id)
        .order_by(Unit.code)
    ):
        units.setdefault(window_id, []).append(name)
    seats: dict[UUID, list[int]] = {}
    for window_id, code in work.session.execute(
        select(Seat.window_id, Seat.code).order_by(Seat.code)
    ):
        seats.setdefault(window_id, []).append(code)
    return tuple(
        WindowRow(
            window.id, window.number, window.name, window.kind,
            tuple(units.get(window.id, ())), tuple(seats.get(window.id, ())),
        )
        for window in work.session.scalars(select(Window).order_by(Window.number))
    )  # fmt: skip


@question(Permission.READ_CATALOGUE)
def units(work: Work) -> tuple[UnitRow, ...]:
    """All units by code."""
    rows = work.session.execute(select(Unit.id, Unit.code, Unit.short_name).order_by(Unit.code))
    return tuple(UnitRow(*row) for row in rows)


@act(Permission.ADMINISTER, kept=lambda seat: replace(seat, key=""))
def open_seat(work: Work, window_id: UUID) -> SeatKey:
    """Open a further seat at a window; its key is shown once and kept only as a digest."""
    seat_id = uuid4()
    code = work.session.scalar(
        insert(Seat).values(id=seat_id, window_id=window_id).returning(Seat.code)
    )
    return _new_key(work, seat_id, code or 0)


@act(Permission.ADMINISTER, kept=lambda seat: replace(seat, key=""))
def renew_seat_key(work: Work, code: int) -> SeatKey:
    """A new key for a seat, for a new PC or after a loss; the old key ends now."""
    seat_id = work.session.scalars(select(Seat.id).filter_by(code=code)).one()
    return _new_key(work, seat_id, code)


def _new_key(work: Work, seat_id: UUID, code: int) -> SeatKey:
    key = "-".join(f"{secrets.randbelow(10_000):04d}" for _ in range(5))
    digest = hashlib.sha256(key.encode()).digest()
    work.session.execute(select(func.svc.set_seat_key(seat_id, digest)))
    return SeatKey(code, key)
