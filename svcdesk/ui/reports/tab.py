"""报表: a half year beside the one before, to read, sort, copy, print and export."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from svcdesk.desk import reports
from svcdesk.desk.reports import HalfYearPeriod
from svcdesk.rules.figures import definitions, sentence
from svcdesk.rules.papers import Paper
from svcdesk.rules.reports import HalfYear, UnitLine
from svcdesk.rules.topics import Topic
from svcdesk.ui import theme
from svcdesk.ui.notice import Tone
from svcdesk.ui.reports import export
from svcdesk.ui.reports.chart import Bars, MonthBars
from svcdesk.ui.reports.export import Form
from svcdesk.ui.reports.headline import Headline, sentence_label
from svcdesk.ui.reports.lines import (
    TotalDelegate,
    fit,
    month_told,
    sorted_down,
    unit_columns,
)
from svcdesk.ui.reports.months import MonthTable
from svcdesk.ui.reports.period import PeriodPicker
from svcdesk.ui.saving import ask_where, tell_saved
from svcdesk.ui.table import Table, TableView
from svcdesk.ui.view import View
from svcdesk.ui.words import say

if TYPE_CHECKING:
    from svcdesk.rules.people import Me
    from svcdesk.ui.background import Background
    from svcdesk.ui.commands import Commands
    from svcdesk.ui.notice import NoticeBar
    from svcdesk.ui.printing import Printing

_EXPORTS = {
    "reports.pdf": Form.PDF,
    "reports.export": Form.EXCEL,
    "reports.word": Form.WORD,
}


_UNITS_WIDE = 722
_MONTHS_WIDE = 388
"""Widths of the two halves at first (像素); they are shared out in this proportion."""


class ReportsTab(View):
    """Shows the report of one half year; every figure comes from the cases themselves."""

    shows = frozenset({Topic.CASES, Topic.UNITS})

    def __init__(
        self,
        background: "Background",
        commands: "Commands",
        notices: "NoticeBar",
        me: "Me",  # noqa: ARG002 - every tab is made the same way
        *,
        printing: "Printing | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, parent)
        self._commands, self._notices, self._printing = commands, notices, printing
        self._period: HalfYearPeriod | None = None
        self._report: HalfYear | None = None
        self._picker = PeriodPicker(self)
        self._read_on = QLabel(self)
        self._headline = Headline(self)
        self._sentence = sentence_label(self)
        self._units: Table[UnitLine] = Table(
            unit_columns(lambda: sorted_down(self._unit_list)), key=lambda line: line.code
        )
        self._unit_list = TableView(self._units, self)
        self._chart = MonthBars(self)
        self._charted = QComboBox(self)
        self._months = MonthTable(self)
        self._dress()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("报表")

    def reload(self) -> None:
        """Ask again for the period shown, at first for the latest one."""
        if self._period is None:
            self._background.ask(self, reports.latest_period).then(self._pick)
        else:
            year, half = self._period.year, self._period.half
            self._background.ask(self, reports.half_year, year, half).then(self._show)

    def copy_sentence(self) -> None:
        """Put the sentence on the clipboard."""
        if self._report is not None:
            QGuiApplication.clipboard().setText(sentence(self._report))
            self._notices.tell(self.tr("已复制这段文字，可以粘贴到文件里。"), Tone.DONE)

    def export(self, form: Form) -> None:
        """Ask where to, then draw and write the report in this form."""
        if self._report is not None:
            name = export.file_name(self._report, form)
            write = partial(self._write, self._report, form)
            ask_where(self, self.tr("导出报表"), say(form), name, write)

    def print(self) -> None:
        """Draw the report and put it in the print queue."""
        if self._report is not None:
            name = export.file_name(self._report, Form.PDF)
            drawn = self._background.make(self, export.draw, self._report, Form.PDF)
            drawn.then(partial(self._submit, Path(name).stem))

    def _submit(self, title: str, drawn: bytes) -> None:
        if self._printing is not None:
            self._printing.submit(title, drawn, Paper.A4)

    def _write(self, report: HalfYear, form: Form, path: Path) -> None:
        written = self._background.make(self, export.write, report, form, path)
        written.then(partial(tell_saved, self._notices))

    def _dress(self) -> None:
        self._charted.addItem(self.tr("逐月受理"), "accepted")
        self._charted.addItem(self.tr("逐月办结"), "completed")
        self._charted.setAccessibleName(self.tr("图里看什么"))
        self._unit_list.setItemDelegate(TotalDelegate(self._unit_list))
        self._unit_list.setAccessibleName(self.tr("各单位受理办结情况"))
        self._unit_list.say_when_empty(self.tr("正在统计…"))
        theme.dress(self._read_on, "small")
        self._read_on.setWordWrap(True)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        layout.addLayout(self._left())
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._headline)
        right.addWidget(self._written_out())
        right.addWidget(self._figures(), 1)
        layout.addLayout(right, 1)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._picker)
        left.addWidget(_rule(self))
        for command in ("reports.export", "reports.word", "reports.pdf", "reports.print"):
            left.addWidget(self._commands.button(command, self))
        left.addStretch()
        left.addWidget(self._read_on)
        return left

    def _written_out(self) -> QFrame:
        card = QFrame(self)
        theme.dress(card, "card")
        line = QHBoxLayout(card)
        line.setContentsMargins(16, 6, 8, 6)
        line.addWidget(self._sentence, 1)
        line.addWidget(self._commands.button("reports.copy_sentence", card))
        return card

    def _figures(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._by_unit())
        split.addWidget(self._by_month())
        split.setStretchFactor(0, 1)
        split.setSizes([_UNITS_WIDE, _MONTHS_WIDE])
        return split

    def _by_unit(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._unit_list, 1)
        for definition in definitions():
            label = QLabel(definition, box)
            label.setWordWrap(True)
            theme.dress(label, "small")
            column.addWidget(label)
        return box

    def _by_month(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chart, 1)
        column.addWidget(self._months)
        above = QVBoxLayout(self._chart)  # the choice stands in the chart's own title line
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._charted, 0, Qt.AlignmentFlag.AlignLeft)
        above.addStretch()
        return box

    def _connect(self) -> None:
        for command, form in _EXPORTS.items():
            self._commands.on(command, partial(self.export, form))
        self._commands.on("reports.copy_sentence", self.copy_sentence)
        if self._printing is not None:
            self._commands.on("reports.print", self.print)
        self._allow(False)
        self._picker.picked.connect(self._pick)
        self._charted.currentIndexChanged.connect(self._draw)

    def _allow(self, allowed: bool) -> None:
        for command in (*_EXPORTS, "reports.copy_sentence", "reports.print"):
            self._commands.allow(command, allowed, self.tr("报表还在统计。"))

    def _pick(self, period: HalfYearPeriod) -> None:
        self._period = period
        self._picker.show_period(period)
        self.reload()

    def _show(self, report: HalfYear) -> None:
        first = self._report is None
        self._report = report
        self._headline.show_report(report)
        self._sentence.setText(sentence(report))
        self._units.show((report.total, *report.lines) if report.lines else ())
        if first:
            fit(self._unit_list)
        self._unit_list.say_when_empty(
            self.tr("这个时段没有单位的数据。换一个时段，或请管理员先导入大厅的单位。")
        )
        self._months.show_report(report)
        self._read_on.setText(self.tr("数据读取于\n{day:%Y-%m-%d}").format(day=report.asked_at))
        self._draw()
        self._allow(True)

    def _draw(self) -> None:
        if self._report is None:
            return
        field = self._charted.currentData()
        months, year = self._report.months, self._report.first.year
        self._chart.show_bars(
            Bars(
                title=self._charted.currentText(),
                months=tuple(map(month_told, months)),
                this_name=self.tr("{year} 年").format(year=year),
                this=tuple(getattr(line.this, field) for line in months),
                last_name=self.tr("{year} 年").format(year=year - 1),
                last=tuple(getattr(line.last, field) for line in months),
            )
        )


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    theme.dress(rule, "rule")
    return rule
