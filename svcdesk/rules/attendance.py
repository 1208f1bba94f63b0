"""Attendance at the desk (考勤): signing in and out, and what a day shows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from svcdesk.rules.words import QT_TRANSLATE_NOOP


class Direction(StrEnum):
    """Which way a punch (打卡) goes."""

    IN = "in"
    OUT = "out"

    @property
    def word(self) -> str:
        """The direction's Chinese name."""
        return _DIRECTION_WORDS[self]


_DIRECTION_WORDS = {
    Direction.IN: QT_TRANSLATE_NOOP("Direction", "签到"),
    Direction.OUT: QT_TRANSLATE_NOOP("Direction", "签退"),
}


@dataclass(frozen=True)
class Punch:
    """One signing at the desk, at the server's time."""

    id: UUID
    direction: Direction
    at: datetime


class Presence(StrEnum):
    """What today's punches say about a person so far."""

    NOT_YET = "not_yet"
    PRESENT = "present"
    LEFT = "left"

    @property
    def word(self) -> str:
        """The presence's Chinese name."""
        return _PRESENCE_WORDS[self]


_PRESENCE_WORDS = {
    Presence.NOT_YET: QT_TRANSLATE_NOOP("Presence", "未签到"),
    Presence.PRESENT: QT_TRANSLATE_NOOP("Presence", "在岗"),
    Presence.LEFT: QT_TRANSLATE_NOOP("Presence", "已签退"),
}


def presence(punches: tuple[Punch, ...]) -> Presence:
    """Presence by the latest punch of the day; the order handed in does not matter."""
    if not punches:
        return Presence.NOT_YET
    last = max(punches, key=lambda punch: punch.at)
    return Presence.PRESENT if last.direction is Direction.IN else Presence.LEFT
