"""Case numbers (办件编号): 16 digits that can be scanned, spoken and checked.

YYYYMMDD, seat code (4), serial of the seat's day (3), check digit (ISO 7064 MOD 11,10).
Digits only, because a Chinese input method eats a scanner's letters. The database
numbers cases; it computes the same check digit (``svc.check_digit``).
"""

from dataclasses import dataclass
from datetime import date

from svcdesk.rules.identity import BadDocument, canonical

LAST_SERIAL = 999
"""Cases one seat can number in a day (件)."""
_LENGTH = 16
_DIGITS = frozenset("0123456789")


@dataclass(frozen=True)
class CaseNumber:
    """A case number taken apart."""

    day: date
    seat: int
    """The seat's code, 0 to 9999."""
    serial: int
    """1 to 999, gapless within the seat's day."""

    @property
    def text(self) -> str:
        """The 16 digits."""
        return case_number(self.day, self.seat, self.serial)


def case_number(day: date, seat: int, serial: int) -> str:
    """The 16 digits of the seat's ``serial``-th case of the day."""
    if not 0 <= seat <= 9999:
        raise ValueError(f"seat code {seat} has more than four digits")
    if not 1 <= serial <= LAST_SERIAL:
        raise ValueError(f"serial {serial} is not within 1 to {LAST_SERIAL}")
    body = f"{day.year:04}{day.month:02}{day.day:02}{seat:04}{serial:03}"
    return body + check_digit(body)


def check_digit(body: str) -> str:
    """The ISO 7064 MOD 11,10 check digit: finds every single wrong digit."""
    rest = 10
    for digit in body:
        rest = (rest + int(digit)) % 10 or 10
        rest = rest * 2 % 11
    return str((11 - rest) % 10)


def read_number(text: str) -> CaseNumber | None:
    """The case number that a scanned or typed text is; blanks, hyphens and full width pass."""
    try:
        number = canonical(text).replace("-", "")
    except BadDocument:
        return None
    if len(number) != _LENGTH or not _DIGITS.issuperset(number):
        return None
    if check_digit(number[:15]) != number[15]:
        return None
    try:
        day = date(int(number[:4]), int(number[4:6]), int(number[6:8]))
    except ValueError:
        return None
    serial = int(number[12:15])
    return CaseNumber(day, int(number[8:12]), serial) if serial else None


def grouped(number: str) -> str:
    """For reading: ``20250307 0003 042 6``."""
    return f"{number[:8]} {number[8:12]} {number[12:15]} {number[15:]}".rstrip()


def spoken(number: str) -> str:
    """What people at the counter say today: seat and serial, ``0003-042``."""
    return f"{number[8:12]}-{number[12:15]}"
