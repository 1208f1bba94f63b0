"""What the table of units shows: this year beside last year, the whole hall on top."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from svcdesk.rules.figures import percent, percentage_points, points
from svcdesk.rules.reports import MonthLine, UnitLine
from svcdesk.ui.marks import row_at
from svcdesk.ui.table import Column

_AROUND = 26
"""Room beside a title for its margins and the arrow of the order (像素)."""

translate = QCoreApplication.translate


def unit_columns(descending: Callable[[], bool]) -> tuple[Column[UnitLine], ...]:
    """Columns of the table of units; the total (合计) stays on top whichever way it is sorted.

    ``descending`` says which way the list is being sorted just now.
    """

    def on_top(value: Callable[[UnitLine], Any]) -> Callable[[UnitLine], Any]:
        def order(line: UnitLine) -> tuple[bool, bool, Any]:
            top = not line.code
            known = value(line)
            down = descending()
            return top == down, (known is None) != down, known or 0

        return order

    def number(title: str, value: Callable[[UnitLine], int]) -> Column[UnitLine]:
        return Column(title, lambda line: str(value(line)), align_right=True, sort=on_top(value))

    def rate(title: str, value: Callable[[UnitLine], Fraction | None]) -> Column[UnitLine]:
        return Column(
            title, lambda line: percent(value(line)), align_right=True, sort=on_top(value)
        )

    return (
        Column(
            translate("ReportLines", "单位"),
            lambda line: line.name,
            sort=on_top(_code),
            stretch=True,
        ),
        number(translate("ReportLines", "受理"), lambda line: line.this.accepted),
        number(translate("ReportLines", "办结"), lambda line: line.this.completed),
        rate(translate("ReportLines", "办结率"), lambda line: line.this.rate),
        number(translate("ReportLines", "上年\n受理"), lambda line: line.last.accepted),
        number(translate("ReportLines", "上年\n办结"), lambda line: line.last.completed),
        rate(translate("ReportLines", "上年\n办结率"), lambda line: line.last.rate),
        Column(
            translate("ReportLines", "同比\n百分点"),
            lambda line: points(moved(line)),
            align_right=True,
            sort=on_top(moved),
        ),
        rate(translate("ReportLines", "本期件\n办结率"), lambda line: line.this.cohort_rate),
    )


def month_told(line: MonthLine) -> str:
    """A month as the tables name it."""
    return translate("ReportLines", "{month} 月").format(month=line.month)


def moved(line: UnitLine) -> Fraction | None:
    """By how many points (百分点) the unit's rate moved."""
    return percentage_points(line.this.rate, line.last.rate)


class TotalDelegate(QStyledItemDelegate):
    """Draws the line of the whole hall bold."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Bold where the line has no unit's code."""
        super().initStyleOption(option, index)
        if not row_at(index).code:
            option.font.setBold(True)


def sorted_down(view: QTableView) -> bool:
    """Whether the list is sorted from the largest down."""
    return view.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def fit(view: QTableView) -> None:
    """Make the columns of figures as narrow as their titles of two lines allow."""
    metrics, titles = view.fontMetrics(), view.horizontalHeader()
    for at in range(1, titles.count()):
        words = str(view.model().headerData(at, Qt.Orientation.Horizontal)).splitlines()
        widest = max([*words, "00000"], key=metrics.horizontalAdvance)
        view.setColumnWidth(at, metrics.horizontalAdvance(widest) + _AROUND)


def _code(line: UnitLine) -> str:
    return line.code
