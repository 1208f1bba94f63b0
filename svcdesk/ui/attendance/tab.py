"""考勤: one's own day above, everybody within reach below."""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from svcdesk.desk import attendance
from svcdesk.desk.attendance import DaySheet, PersonDay
from svcdesk.rules.access import Permission
from svcdesk.rules.attendance import Direction, Presence
from svcdesk.rules.pinyin import sort_key
from svcdesk.rules.topics import Topic
from svcdesk.ui import theme
from svcdesk.ui.attendance.my_day import MyDayCard, clock
from svcdesk.ui.chip import Chip
from svcdesk.ui.dates import DayField
from svcdesk.ui.marks import Mark, MarkDelegate
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

LOOKS = {
    Presence.PRESENT: Look(Shape.DISC, "calm"),
    Presence.LEFT: Look(Shape.RING, "held"),
    Presence.NOT_YET: Look(Shape.DIAMOND, "info"),
}
"""Yellow and red stay with the lamps of supervision."""
FORGOTTEN = Look(Shape.BARS, "held")

_pinyin = cache(lambda name: sort_key(name, person=True))


class AttendanceTab(View):
    """Signs its own person in and out, and shows the day of all people within reach."""

    shows = frozenset({Topic.ATTENDANCE, Topic.PEOPLE})

    def __init__(
        self,
        background: "Background",
        commands: "Commands",
        notices: "NoticeBar",  # noqa: ARG002 - every tab is made the same way
        me: "Me",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, parent)
        self._chosen: date | None = None
        self._now: date | None = None
        self._sheet: DaySheet | None = None
        self._mine = MyDayCard(background, commands, self) if me.may(Permission.PUNCH) else None
        self._day = DayField(self)
        self._before = QPushButton(self.tr("前一天(&B)"), self)
        self._after = QPushButton(self.tr("后一天(&N)"), self)
        self._today = QPushButton(self.tr("今天(&T)"), self)
        self._filter = QLineEdit(self)
        self._only_missing = QCheckBox(self.tr("只看未签到(&M)"), self)
        self._expected = QLabel(self)
        self._counts = {here: Chip(LOOKS[here], "", self) for here in LOOKS}
        self._people: Table[PersonDay] = Table(self._columns(), key=lambda line: line.person_id)
        self._list = TableView(self._people, self)
        self._dress()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("考勤")

    def reload(self) -> None:
        """Ask again for one's own day and for everybody's."""
        if self._mine is not None:
            self._mine.reload()
        self._background.ask(self, attendance.day_of_people, self._chosen).then(self._show)

    def seek(self) -> None:
        """Go to the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def _columns(self) -> tuple[Column[PersonDay], ...]:
        return (
            Column(self.tr("窗口"), lambda line: line.window),
            Column(self.tr("单位"), lambda line: line.unit),
            Column(self.tr("姓名"), lambda line: line.name, sort=lambda line: _pinyin(line.name)),
            Column(self.tr("状态"), self._stands, sort=lambda line: _ORDER[line.presence]),
            Column(self.tr("首次签到"), _first_in),
            Column(self.tr("最后签退"), _last_out),
            Column(self.tr("全部打卡"), _all_punches, stretch=True),
        )

    def _dress(self) -> None:
        self._filter.setPlaceholderText(self.tr("按姓名、单位或窗口筛选（Ctrl+F）"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setAccessibleName(self.tr("筛选人员"))
        self._filter.setMinimumWidth(self.fontMetrics().averageCharWidth() * 26)
        self._day.setAccessibleName(self.tr("日期"))
        self._list.setAccessibleName(self.tr("当天的人员和打卡"))
        self._list.setItemDelegateForColumn(3, MarkDelegate(self._mark, self._list))
        self._list.say_when_empty(self.tr("正在查…"))
        theme.dress(self._expected, "heading")

    def _lay_out(self) -> None:
        label = QLabel(self.tr("日期(&D)"), self)
        label.setBuddy(self._day)
        above = QHBoxLayout()
        above.setSpacing(8)
        for widget in (label, self._day, self._before, self._after, self._today):
            above.addWidget(widget)
        above.addStretch()
        above.addWidget(self._only_missing)
        above.addSpacing(8)
        above.addWidget(self._filter)
        counts = QHBoxLayout()
        counts.setSpacing(12)
        counts.addWidget(self._expected)
        for chip in self._counts.values():
            counts.addWidget(chip)
        counts.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        if self._mine is not None:
            layout.addWidget(self._mine)
        layout.addLayout(above)
        layout.addLayout(counts)
        layout.addWidget(self._list, 1)

    def _connect(self) -> None:
        self._day.picked.connect(self._pick)
        self._before.clicked.connect(lambda: self._pick(self._day.day() - timedelta(days=1)))
        self._after.clicked.connect(lambda: self._pick(self._day.day() + timedelta(days=1)))
        self._today.clicked.connect(lambda: self._pick(None))
        self._filter.textChanged.connect(self._narrow)
        self._only_missing.toggled.connect(self._fill)
        QShortcut(QKeySequence.StandardKey.Find, self, self.seek, context=WITHIN)

    def _pick(self, day: date | None) -> None:
        """Show a day; None is today, whatever day that is when it is asked again."""
        self._chosen = None if day == self._now else day
        self.reload()

    def _narrow(self, text: str) -> None:
        self._list.filter(text.strip())
        self._say_when_empty()

    def _show(self, sheet: DaySheet) -> None:
        self._sheet = sheet
        self._now = sheet.day if self._chosen is None else self._now
        self._day.show_day(sheet.day)
        self._expected.setText(self.tr("应到 {people}").format(people=len(sheet.lines)))
        for here, chip in self._counts.items():
            chip.show_state(self._look(here), f"{self._word(here)} {sheet.count(here)}")
        self._fill()

    def _fill(self) -> None:
        lines = self._sheet.lines if self._sheet else ()
        missing = self._only_missing.isChecked()
        self._people.show(
            [line for line in lines if line.presence is Presence.NOT_YET or not missing]
        )
        self._say_when_empty()

    def _say_when_empty(self) -> None:
        sought = self._filter.text().strip()
        if sought:
            text = self.tr("没有找到“{sought}”。清空筛选框就能看到全部人员。").format(sought=sought)
        elif self._only_missing.isChecked() and self._sheet and self._sheet.lines:
            text = self.tr("都签到了，不用处理。")
        else:
            text = self.tr("这一天没有你能看到的人员。")
        self._list.say_when_empty(text)

    def _over(self, here: Presence) -> bool:
        """On a day that is over, who is still present has only forgotten to sign out."""
        return here is Presence.PRESENT and self._chosen is not None

    def _look(self, here: Presence) -> Look:
        return FORGOTTEN if self._over(here) else LOOKS[here]

    def _word(self, here: Presence) -> str:
        return self.tr("没有签退") if self._over(here) else say(here)

    def _stands(self, line: PersonDay) -> str:
        return self._word(line.presence)

    def _mark(self, line: PersonDay) -> Mark:
        return Mark(self._look(line.presence), self._word(line.presence))


_ORDER = {Presence.NOT_YET: 0, Presence.PRESENT: 1, Presence.LEFT: 2}


def _first_in(line: PersonDay) -> str:
    return next((clock(one.at) for one in line.punches if one.direction is Direction.IN), "")


def _last_out(line: PersonDay) -> str:
    outs = [one for one in line.punches if one.direction is Direction.OUT]
    return clock(outs[-1].at) if outs else ""


def _all_punches(line: PersonDay) -> str:
    return "  ".join(f"{clock(one.at)} {say(one.direction)}" for one in line.punches)
