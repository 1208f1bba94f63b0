"""How counts and rates are compared and written out (统计口径, 百分点).

Rates stay exact fractions until they are printed, and are rounded half up as people do.
"""

from decimal import Decimal
from fractions import Fraction
from math import floor

from svcdesk.rules.reports import Figures, HalfYear

NOTHING = "—"
"""Printed where there is nothing to divide by or to compare with."""


def percentage_points(this: Fraction | None, last: Fraction | None) -> Fraction | None:
    """By how many points (百分点) a rate moved, from the unrounded rates."""
    return None if this is None or last is None else (this - last) * 100


def growth(this: int, last: int) -> Fraction | None:
    """By which share of last year's count the count grew; None from nothing."""
    return Fraction(this - last, last) if last else None


def percent(rate: Fraction | None, places: int = 1) -> str:
    """A rate as ``93.8%``."""
    return NOTHING if rate is None else f"{_rounded(rate * 100, places)}%"


def points(moved: Fraction | None, places: int = 2) -> str:
    """Points as ``+9.75``; 0 has no sign."""
    if moved is None:
        return NOTHING
    rounded = _rounded(moved, places)
    return f"+{rounded}" if rounded > 0 else f"{rounded}"


def sentence(report: HalfYear) -> str:
    """The report's leading sentence, as the hall writes it to its superiors."""
    total = report.total
    whose = "今年" if report.first.year == report.asked_at.year else f"{report.first.year}年"
    return (
        f"{whose}{report.first.month}月至{report.last.month}月，"
        f"中心各窗口受理各项事项{total.this.accepted}件，"
        f"办结{total.this.completed}件，{_rate_words(total.this, total.last)}。"
    )


def definitions() -> tuple[str, str]:
    """What both rates mean; printed under every table that shows them."""
    return (
        "办结率＝本期办结件数÷本期受理件数，含以前受理、本期办结的件，可以超过100%。",
        "本期件办结率＝本期受理的件中到期末已办结的件数÷本期受理件数，不超过100%。",
    )


def _rate_words(this: Figures, last: Figures) -> str:
    if this.rate is None:
        return "没有受理，不计算办结率"
    moved = percentage_points(this.rate, last.rate)
    return f"办结率{percent(this.rate)}，{_moved_words(moved)}"


def _moved_words(moved: Fraction | None) -> str:
    if moved is None:
        return "上年同期没有受理，不作比较"
    rounded = _rounded(moved, 2)
    if not rounded:
        return "与上年同期持平"
    way = "提高" if rounded > 0 else "降低"
    return f"比上年同期{way}{abs(rounded)}个百分点"


def _rounded(value: Fraction, places: int) -> Decimal:
    """Rounded half away from zero from the exact value; never a negative zero."""
    scaled = abs(value) * 10**places
    whole = floor(scaled + Fraction(1, 2))
    return Decimal(whole if value >= 0 or not whole else -whole).scaleb(-places)
