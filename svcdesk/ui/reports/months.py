"""The table under the chart: the same figures, each month in the column below its bars."""

from dataclasses import dataclass

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from svcdesk.rules.reports import HalfYear, MonthLine
from svcdesk.ui.table import Column, Table, TableView


@dataclass(frozen=True)
class Series:
    """One row: what is counted, and its six figures (件)."""

    name: str
    counts: tuple[int, ...]


class MonthTable(QStackedWidget):
    """One compact table for each half, because the months are the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: list[Table[Series]] = []
        self._views: list[TableView] = []
        for first in (1, 7):
            self._add(range(first, first + 6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_report(self, report: HalfYear) -> None:
        """Show the months of this report."""
        at = 0 if report.first.month == 1 else 1
        self._tables[at].show(self._series(report))
        self.setCurrentIndex(at)
        self._fit(self._views[at])

    def _add(self, months: range) -> None:
        table = Table(self._columns(months), key=lambda row: row.name, parent=self)
        view = TableView(table, self)
        view.setSortingEnabled(False)
        view.setAccessibleName(self.tr("逐月受理办结情况"))
        self._tables.append(table)
        self._views.append(view)
        self.addWidget(view)

    def _columns(self, months: range) -> tuple[Column[Series], ...]:
        def figure(at: int) -> Column[Series]:
            title = self.tr("{month} 月").format(month=months[at])
            return Column(title, lambda row: str(row.counts[at]), align_right=True)

        name: Column[Series] = Column(self.tr("件"), lambda row: row.name, stretch=True)
        return (name, *map(figure, range(len(months))))

    def _series(self, report: HalfYear) -> tuple[Series, ...]:
        this, last = report.first.year, report.first.year - 1
        accepted, completed = self.tr("{year} 受理"), self.tr("{year} 办结")

        def of(name: str, year: int, *, field: str) -> Series:
            counts = tuple(_count(line, field, now=year == this) for line in report.months)
            return Series(name.format(year=year), counts)

        return (
            of(accepted, this, field="accepted"),
            of(accepted, last, field="accepted"),
            of(completed, this, field="completed"),
            of(completed, last, field="completed"),
        )

    def _fit(self, view: TableView) -> None:
        """Compact, and no higher than its four rows."""
        metrics = self.fontMetrics()
        rows, titles = view.verticalHeader(), view.horizontalHeader()
        rows.setDefaultSectionSize(round(metrics.height() * 1.3))
        for at in range(1, titles.count()):
            view.setColumnWidth(at, metrics.horizontalAdvance("0000") + 14)
        self.setFixedHeight(rows.length() + titles.sizeHint().height() + 4)


def _count(line: MonthLine, field: str, *, now: bool) -> int:
    figures = line.this if now else line.last
    return figures.accepted if field == "accepted" else figures.completed
