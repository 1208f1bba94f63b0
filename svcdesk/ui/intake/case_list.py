"""A list of cases in place of the form: any of the window's queues, or what was searched for."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from svcdesk.desk import cases
from svcdesk.desk.cases import CasePage, CaseRow, Show
from svcdesk.rules.numbers import grouped
from svcdesk.rules.problems import Problem
from svcdesk.ui.background import Background
from svcdesk.ui.intake.due import provisional_words, short_day
from svcdesk.ui.intake.lines import Line
from svcdesk.ui.intake.telling import Telling
from svcdesk.ui.table import Column, Table, TableView, lamp_column
from svcdesk.ui.theme import dress
from svcdesk.ui.words import say, tell

_SPARE = {3: 1050, 5: 1050, 6: 1050, 8: 1050, 9: 700, 10: 1050}
"""Columns that the card shows as well, and below which width the list leaves them out."""


class CaseList(QWidget):
    """Reads page by page, newest first; a reload reads as many rows as were shown."""

    case_wanted = Signal(UUID)
    """Enter on a row: its card is to be opened."""
    selected = Signal(object)
    """The CaseRow the cursor is on, or None."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._title = QLabel(self)
        self.line = Line("find", self.tr("找件：编号、姓名、证件或电话"), self)
        self.back = QPushButton(self.tr("返回  Esc"), self)
        self._says = Telling("find_says", self)
        self._table: Table[CaseRow] = Table(self._columns(), key=lambda row: row.id)
        self.view = TableView(self._table, self)
        self._count = QLabel(self)
        self.more = QPushButton(self.tr("再看 100 件"), self)
        self._show = Show.OPEN
        self._sought = ""
        self._more_to_come = False
        self._today: date | None = None
        self._lay_out()
        self._connect()

    def open(self, show: Show) -> None:
        """Show one of the queues from its top."""
        self._show, self._sought = show, ""
        self.line.clear()
        self._forget()
        self.reload()

    def seek(self, text: str) -> None:
        """Show what a number, name, document or telephone finds; nothing typed: all cases."""
        self._sought = text.strip()
        self.line.setText(self._sought)
        if self._sought:
            self._forget()
            self.reload()
        else:
            self.open(Show.EVERY)

    def showing(self) -> Show | None:
        """The queue shown; None while something is searched for."""
        return None if self._sought else self._show

    def show_day(self, today: date) -> None:
        """The hall's date: days of this year need not name it."""
        self._today = today

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit and can be read on the card."""
        super().resizeEvent(event)
        for column, width in _SPARE.items():
            self.view.setColumnHidden(column, self.width() < width)

    def reload(self) -> None:
        """Ask again for what is shown."""
        if self._sought:
            asked = self._background.ask(self, cases.find, self._sought)
            asked.then(partial(self._show_found, self._sought)).but(self._say_problem)
        else:
            self._gather((), len(self._table.rows))

    def _forget(self) -> None:
        self._says.be_quiet()
        self.view.say_when_empty(self.tr("正在读取…"))
        self._table.show([])
        self._title.setText(self.tr("找件") if self._sought else say(self._show))
        self._count.clear()
        self.more.hide()

    def _gather(self, rows: tuple[CaseRow, ...], wanted: int) -> None:
        before = rows[-1].number if rows else None
        asked = self._background.ask(self, cases.here, self._show, before)
        asked.then(partial(self._gathered, rows, wanted))

    def _gathered(self, rows: tuple[CaseRow, ...], wanted: int, page: CasePage) -> None:
        if self._sought:
            return
        rows = (*rows, *page.rows)
        if page.more and len(rows) < wanted:
            self._gather(rows, wanted)
        else:
            self._show_rows(rows, more=page.more)

    def _show_found(self, sought: str, rows: tuple[CaseRow, ...]) -> None:
        if self._sought == sought:
            self._show_rows(rows, more=False)

    def _show_rows(self, rows: tuple[CaseRow, ...], *, more: bool) -> None:
        self.view.say_when_empty(self._nothing())
        self._table.show(rows)
        if self.view.chosen() is None and rows:
            self.view.selectRow(0)
        self._more_to_come = more
        self.more.setVisible(more)
        words = self.tr("显示 {n} 件，还有更多") if more else self.tr("共 {n} 件")
        self._count.setText(words.format(n=len(rows)))

    def _nothing(self) -> str:
        if self._sought:
            words = self.tr("没有找到“{text}”。试试证件号码、编号后几位，或按 Ctrl+K 换个词。")
            return words.format(text=self._sought)
        return self.tr("这里没有件。")

    def _say_problem(self, problem: Problem) -> None:
        self._says.blame(tell(problem))
        self._show_rows((), more=False)

    def _see_more(self) -> None:
        if self._more_to_come and not self._sought:
            self._more_to_come = False
            self._gather(self._table.rows, len(self._table.rows) + 1)

    def _scrolled(self, value: int) -> None:
        bar = self.view.verticalScrollBar()
        if value and value == bar.maximum():
            self._see_more()

    def _connect(self) -> None:
        self.line.entered.connect(self._enter)
        self.view.opened.connect(lambda row: self.case_wanted.emit(row.id))
        self.view.selected.connect(self.selected)
        self.more.clicked.connect(self._see_more)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _enter(self) -> None:
        self.seek(self.line.text())
        self.view.setFocus()

    def _lay_out(self) -> None:
        self.view.setObjectName("cases")
        self.view.setAccessibleName(self.tr("办件清单"))
        self.line.setPlaceholderText(self.tr("编号、姓名、证件号码或电话"))
        self.line.setClearButtonEnabled(True)
        dress(self._title, "title")
        dress(self._count, "sub")
        dress(self.more, "link")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self.line, 2)
        head.addWidget(self.back)
        foot.addWidget(self._count)
        foot.addWidget(self.more)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._says)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.setTabOrder(self.line, self.view)

    def _columns(self) -> list[Column[CaseRow]]:
        return [
            lamp_column(self.tr("灯"), lambda row: row.lamp),
            Column(self.tr("编号"), lambda row: grouped(row.number)),
            Column(self.tr("申请人"), lambda row: row.applicant),
            Column(self.tr("尾号"), lambda row: row.document_tail),
            Column(self.tr("事项"), lambda row: row.item, stretch=True),
            Column(self.tr("类型"), lambda row: say(row.kind)),
            self._day_column(self.tr("受理"), lambda row: row.accepted_on),
            self._day_column(self.tr("应办结"), lambda row: row.promised_on, promise=True),
            self._day_column(self.tr("法定"), lambda row: row.statutory_on),
            Column(self.tr("状态"), _state),
            Column(self.tr("经办"), lambda row: row.clerk),
        ]

    def _day_column(
        self, title: str, day: Callable[[CaseRow], date], *, promise: bool = False
    ) -> Column[CaseRow]:
        def text(row: CaseRow) -> str:
            return short_day(day(row), self._today) + provisional_words(promise and row.provisional)

        return Column(title, text, sort=day, tip=lambda row: day(row).isoformat())


def _state(row: CaseRow) -> str:
    return say(row.outcome) if row.outcome else say(row.state)
