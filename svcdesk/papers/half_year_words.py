"""What the half-year report says in words, the same in PDF, spreadsheet and document."""

from typing import Final

from svcdesk.rules import figures
from svcdesk.rules.reports import HalfYear, MonthLine, UnitLine

POSITION: Final = "序号"
UNIT: Final = "单位"
MONTH: Final = "月份"
THIS: Final = ("受理", "办结", "办结率", "本期件办结率")
LAST: Final = ("受理", "办结", "办结率")
CHANGE: Final = ("办结率（百分点）", "受理")
LAST_PERIOD: Final = "上年同期"
CHANGE_GROUP: Final = "同比"
UNITS_TABLE: Final = "各单位办件情况"
MONTHS_TABLE: Final = "各月办件情况"
CHART: Final = "各月受理件数"
COUNTED_IN: Final = "单位：件"
MADE_BY: Final = "制表人"
CHECKED_BY: Final = "审核人"
MADE_ON: Final = "制表日期"


def subject(report: HalfYear) -> str:
    """What the report is about."""
    return f"{report.first.year}年{_half(report)}窗口办件情况"


def title(report: HalfYear) -> str:
    """The second line of a table's heading; the first is the hall."""
    return f"{subject(report)}统计表"


def period(report: HalfYear) -> str:
    """The months the figures cover."""
    return f"{report.first.year}年{report.first.month}月至{report.last.month}月"


def made_on(report: HalfYear) -> str:
    """The day the figures were read."""
    on = report.asked_at
    return f"{on.year}年{on.month}月{on.day}日"


def notes() -> tuple[str, ...]:
    """The lines under every table: both rates, and how they are compared."""
    return (
        *figures.definitions(),
        "办结率同比以未经四舍五入的办结率相减，用百分点表示；上年同期为零的，同比记“—”。",
    )


def cells(line: UnitLine | MonthLine) -> tuple[str, ...]:
    """The nine figures of one row, in the order of the columns."""
    this, last = line.this, line.last
    return (
        str(this.accepted),
        str(this.completed),
        figures.percent(this.rate),
        figures.percent(this.cohort_rate),
        str(last.accepted),
        str(last.completed),
        figures.percent(last.rate),
        figures.points(figures.percentage_points(this.rate, last.rate)),
        _grown(this.accepted, last.accepted),
    )


def _grown(this: int, last: int) -> str:
    growth = figures.growth(this, last)
    return figures.NOTHING if growth is None else f"{figures.points(growth * 100, 1)}%"


def _half(report: HalfYear) -> str:
    months = (report.first.month, report.last.month)
    named = {(1, 6): "上半年", (7, 12): "下半年", (1, 12): "全年"}
    return named.get(months, f"{months[0]}月至{months[1]}月")
