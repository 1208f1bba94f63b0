"""The half-year figures: counts, both completion rates, comparison with last year.

Rates are exact fractions until they are printed; the difference of two rates is in
percentage points (百分点) and is taken from the unrounded rates (93.8 − 84.0 would print
9.8 where the truth is 9.75).
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Figures:
    """Counts of one unit, or of the hall, in one period (件)."""

    accepted: int = 0
    """Cases accepted in the period (本期受理)."""
    completed: int = 0
    """Cases completed in the period, whenever accepted (本期办结)."""
    completed_of_accepted: int = 0
    """Of the cases accepted in the period, those completed by its end (本期件办结)."""

    @property
    def rate(self) -> Fraction | None:
        """办结率: completed in the period ÷ accepted in the period; can exceed 1."""
        return Fraction(self.completed, self.accepted) if self.accepted else None

    @property
    def cohort_rate(self) -> Fraction | None:
        """本期件办结率: of those accepted in the period, the share completed by its end."""
        return Fraction(self.completed_of_accepted, self.accepted) if self.accepted else None

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.accepted + other.accepted,
            self.completed + other.completed,
            self.completed_of_accepted + other.completed_of_accepted,
        )


@dataclass(frozen=True)
class UnitLine:
    """One unit's row of the half-year table: this year beside last year."""

    code: str
    name: str
    this: Figures
    last: Figures


@dataclass(frozen=True)
class MonthLine:
    """One month of the period: this year beside last year."""

    month: int
    this: Figures
    last: Figures


@dataclass(frozen=True)
class HalfYear:
    """The half-year report of a hall, ready to be shown, printed and exported."""

    hall: str
    first: date
    last: date
    lines: tuple[UnitLine, ...]
    months: tuple[MonthLine, ...]
    asked_at: date
    """The day the figures were read (制表日期)."""

    @property
    def total(self) -> UnitLine:
        """The hall's own line (合计)."""
        return UnitLine(
            "",
            "合计",
            sum((line.this for line in self.lines), Figures()),
            sum((line.last for line in self.lines), Figures()),
        )
