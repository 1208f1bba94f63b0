"""综合窗口: units by their acceptances of twelve months, the rarest first."""

from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from svcdesk.desk import merging
from svcdesk.desk.merging import LoadReport, UnitLoad
from svcdesk.rules.topics import Topic
from svcdesk.rules.units import Placement
from svcdesk.ui import theme
from svcdesk.ui.dates import DayField
from svcdesk.ui.marks import FaintDelegate, Mark, MarkDelegate
from svcdesk.ui.merging.listing import as_csv
from svcdesk.ui.merging.sparkline import SparklineDelegate
from svcdesk.ui.saving import ask_where, put, tell_saved
from svcdesk.ui.table import Column, Table, TableView
from svcdesk.ui.theme import Look, Shape
from svcdesk.ui.view import View
from svcdesk.ui.words import say

if TYPE_CHECKING:
    from svcdesk.rules.people import Me
    from svcdesk.ui.background import Background
    from svcdesk.ui.commands import Commands
    from svcdesk.ui.notice import NoticeBar

WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut

RARE = Look(Shape.DIAMOND, "info")
SHARED = Look(Shape.DISC, "calm")
OPEN = Look(Shape.RING, "held")


class MergingTab(View):
    """Shows which units could share a window, and which already do; changes nothing."""

    shows = frozenset({Topic.UNITS, Topic.CASES})

    def __init__(
        self,
        background: "Background",
        commands: "Commands",
        notices: "NoticeBar",
        me: "Me",  # noqa: ARG002 - every tab is made the same way
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, parent)
        self._notices = notices
        self._report: LoadReport | None = None
        self._as_of: date | None = None
        self._day = DayField(self)
        self._filter = QLineEdit(self)
        self._only_rare = QCheckBox(self.tr("只看少于门槛的单位(&L)"), self)
        self._summary = QLabel(self)
        self._period = QLabel(self)
        self._units: Table[UnitLoad] = Table(self._columns(), key=lambda unit: unit.unit_id)
        self._list = TableView(self._units, self)
        self._dress()
        self._lay_out()
        self._connect(commands)

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("综合窗口")

    def reload(self) -> None:
        """Ask again for the units, to the day chosen."""
        self._background.ask(self, merging.units_by_load, self._as_of).then(self._show)

    def seek(self) -> None:
        """Go to the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def export(self) -> None:
        """Ask where to, then write the units shown down as a list for a spreadsheet."""
        if self._report is not None:
            name = self.tr("综合窗口清单 {day}.csv").format(day=self._report.as_of)
            ask_where(self, self.tr("导出综合窗口清单"), self.tr("表格"), name, self._write)

    def _write(self, path: Path) -> None:
        columns = self._units.columns
        lines = [[column.text(unit) for column in columns] for unit in self._units.rows]
        drawn = as_csv([column.title for column in columns], lines)
        self._background.make(self, put, path, drawn).then(partial(tell_saved, self._notices))

    def _columns(self) -> tuple[Column[UnitLoad], ...]:
        return (
            Column(self.tr("单位"), lambda unit: unit.name, sort=lambda unit: unit.code),
            Column(
                self.tr("近 12 个月受理（件）"),
                lambda unit: str(unit.accepted),
                align_right=True,
                sort=lambda unit: unit.accepted,
            ),
            Column(
                self.tr("逐月"),
                lambda unit: " ".join(map(str, unit.by_month)),
                sort=lambda unit: unit.by_month[-1],
                tip=self._months_told,
            ),
            Column(
                self.tr("门槛"), self._rarity, sort=lambda unit: (not unit.below, unit.accepted)
            ),
            Column(self.tr("综合窗口"), self._sharing),
            Column(self.tr("在哪里办"), lambda unit: say(unit.placement)),
            Column(self.tr("窗口"), self._windows, stretch=True),
        )

    def _dress(self) -> None:
        self._filter.setPlaceholderText(self.tr("按单位或窗口筛选（Ctrl+F）"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setAccessibleName(self.tr("筛选单位"))
        self._day.setAccessibleName(self.tr("统计截至"))
        self._list.setAccessibleName(self.tr("单位，按近 12 个月受理件数"))
        self._summary.setWordWrap(True)
        theme.dress(self._summary, "heading")
        theme.dress(self._period, "sub")
        self._list.setItemDelegate(FaintDelegate(_outside, self._list))
        for at, delegate in (
            (2, SparklineDelegate(lambda unit: unit.by_month, _outside, self._list)),
            (3, MarkDelegate(self._rarity_mark, self._list)),
            (4, MarkDelegate(self._sharing_mark, self._list)),
        ):
            self._list.setItemDelegateForColumn(at, delegate)

    def _lay_out(self) -> None:
        until = QLabel(self.tr("统计截至(&D)"), self)
        until.setBuddy(self._day)
        above = QHBoxLayout()
        above.setSpacing(8)
        for widget in (until, self._day, self._period):
            above.addWidget(widget)
        above.addStretch()
        above.addWidget(self._only_rare)
        above.addSpacing(8)
        above.addWidget(self._filter)
        self._filter.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addWidget(self._summary)
        layout.addWidget(self._list)

    def _connect(self, commands: "Commands") -> None:
        commands.on("merging.export", self.export)
        self._day.picked.connect(self._pick)
        QShortcut(QKeySequence.StandardKey.Find, self, self.seek, context=WITHIN)
        self._filter.textChanged.connect(self._narrow)
        self._only_rare.toggled.connect(self._fill)

    def _pick(self, day: date) -> None:
        self._as_of = day
        self.reload()

    def _narrow(self, text: str) -> None:
        self._list.filter(text.strip())
        self._say_when_empty()

    def _show(self, report: LoadReport) -> None:
        self._report = report
        self._day.show_day(report.as_of)
        self._period.setText(self._period_told(report.as_of))
        self._summary.setText(self._summed_up(report))
        self._only_rare.setText(
            self.tr("只看少于 {threshold} 件(&L)").format(threshold=report.threshold)
        )
        self._fill()

    def _fill(self) -> None:
        lines = self._report.lines if self._report else ()
        rare_only = self._only_rare.isChecked()
        self._units.show([line for line in lines if line.below or not rare_only])
        self._say_when_empty()

    def _say_when_empty(self) -> None:
        sought = self._filter.text().strip()
        if sought:
            text = self.tr("没有找到“{sought}”。清空筛选框就能看到全部单位。").format(sought=sought)
        elif self._report is None:
            text = self.tr("正在统计…")
        elif self._only_rare.isChecked() and self._report.lines:
            text = self.tr("没有单位少于 {threshold} 件。").format(threshold=self._report.threshold)
        else:
            text = self.tr("还没有登记单位。请管理员先导入大厅的单位和窗口。")
        self._list.say_when_empty(text)

    def _rarity(self, unit: UnitLoad) -> str:
        if not unit.below or self._report is None:
            return ""
        return self.tr("少于 {threshold} 件").format(threshold=self._report.threshold)

    def _rarity_mark(self, unit: UnitLoad) -> Mark | None:
        return Mark(RARE, self._rarity(unit)) if unit.below else None

    def _sharing(self, unit: UnitLoad) -> str:
        if unit.comprehensive:
            return self.tr("已在综合窗口")
        return self.tr("可以并入") if unit.below else ""

    def _sharing_mark(self, unit: UnitLoad) -> Mark | None:
        word = self._sharing(unit)
        return Mark(SHARED if unit.comprehensive else OPEN, word) if word else None

    def _windows(self, unit: UnitLoad) -> str:
        if _outside(unit):
            return self.tr("不在区中心，不参加合并")
        return self.tr("、").join(unit.windows) or self.tr("还没有窗口")

    def _months_told(self, unit: UnitLoad) -> str:
        if self._report is None:
            return ""
        last = self._report.as_of
        months = (_month_before(last, back) for back in range(len(unit.by_month) - 1, -1, -1))
        return "\n".join(
            self.tr("{year} 年 {month} 月：{count} 件").format(year=year, month=month, count=count)
            for (year, month), count in zip(months, unit.by_month, strict=True)
        )

    def _period_told(self, as_of: date) -> str:
        year, month = _month_before(as_of, 11)
        return self.tr("从 {year} 年 {month} 月 1 日算起").format(year=year, month=month)

    def _summed_up(self, report: LoadReport) -> str:
        rare = [line for line in report.lines if line.below]
        told = self.tr(
            "{units} 家单位，{rare} 家少于 {threshold} 件，其中 {shared} 家已在综合窗口。"
        ).format(
            units=len(report.lines),
            rare=len(rare),
            threshold=report.threshold,
            shared=sum(line.comprehensive for line in rare),
        )
        return told + self._outside_told(report)

    def _outside_told(self, report: LoadReport) -> str:
        away = Counter(line.placement for line in report.lines if _outside(line))
        if not away:
            return ""
        places = self.tr("，").join(
            self.tr("{place} {units} 家").format(place=say(place), units=units)
            for place, units in away.items()
        )
        return self.tr("不在区中心的 {units} 家不参加合并（{places}）。").format(
            units=away.total(), places=places
        )


def _outside(unit: UnitLoad) -> bool:
    return unit.placement is not Placement.CENTRE


def _month_before(day: date, back: int) -> tuple[int, int]:
    """Year and month so many months before the day's own."""
    number = day.year * 12 + day.month - 1 - back
    return number // 12, number % 12 + 1
