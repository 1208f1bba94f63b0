"""The left column: my window today in figures that open lists, recent cases, drafts waiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from svcdesk.desk import cases
from svcdesk.desk.cases import CasePage, CaseRow, Show, Tally
from svcdesk.rules.intake import KeptDraft
from svcdesk.rules.lamps import Lamp
from svcdesk.rules.numbers import spoken
from svcdesk.ui.background import Background
from svcdesk.ui.intake.small_list import SmallList
from svcdesk.ui.marks import Mark, MarkDelegate
from svcdesk.ui.table import Column, Table
from svcdesk.ui.theme import LOOKS, dress
from svcdesk.ui.words import say

RECENT = 10
"""How many of today's cases the column shows (件)."""
MOST_DRAFTS = 4
"""How many drafts show without scrolling."""
_WIDTH = 12
"""Width of the column in heights of a line."""
_LAMPS = {Show.DUE_SOON: Lamp.SOON, Show.OVERDUE: Lamp.OVER_STATUTE}


@dataclass(frozen=True)
class Figure:
    """One line of the tally."""

    show: Show
    count: int | None


class TodayPanel(QWidget):
    """What this window has taken in, what is due, and what lies half done."""

    list_wanted = Signal(object)
    """A Show, whose list is to be opened."""
    case_wanted = Signal(UUID)
    dated = Signal(object)
    """Today's date by the server's clock."""
    draft_wanted = Signal(object)
    """A KeptDraft to go on with."""
    draft_unwanted = Signal(object)
    """A KeptDraft to throw away."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._figures: Table[Figure] = Table(self._figure_columns(), key=lambda line: line.show)
        self._recent: Table[CaseRow] = Table(self._recent_columns(), key=lambda row: row.id)
        self._drafts: Table[KeptDraft] = Table(
            self._draft_columns(), key=lambda kept: kept.draft.id
        )
        self.figures = SmallList(self._figures, "tally", self.tr("我的窗口"), self)
        self.recent = SmallList(self._recent, "recent", self.tr("今日最近"), self)
        self.drafts = SmallList(self._drafts, "drafts", self.tr("草稿"), self)
        self._drafts_heading = QLabel(self.tr("草稿"), self)
        self._lay_out()
        self.figures.opened.connect(lambda line: self.list_wanted.emit(line.show))
        self.recent.opened.connect(lambda row: self.case_wanted.emit(row.id))
        self.drafts.opened.connect(self.draft_wanted)
        self.drafts.given_up.connect(self.draft_unwanted)
        self._show_tally(None)
        self.show_drafts([])

    def reload(self) -> None:
        """Ask for the figures and today's cases again."""
        self._background.ask(self, cases.tally).then(self._hear_tally)
        self._background.ask(self, cases.here, Show.TODAY).then(self._show_recent)

    def show_drafts(self, kept: Sequence[KeptDraft]) -> None:
        """The drafts lying on this computer, but the one being typed."""
        self._drafts.show(kept)
        self._drafts_heading.setVisible(bool(kept))
        self.drafts.setVisible(bool(kept))
        self.drafts.set_lines(min(len(kept), MOST_DRAFTS))

    def mark(self, show: Show | None) -> None:
        """Which list is open now."""
        if show is None or not self.figures.choose(show):
            self.figures.clearSelection()

    def _hear_tally(self, tally: Tally) -> None:
        self._show_tally(tally)
        self.dated.emit(tally.day)

    def _show_tally(self, tally: Tally | None) -> None:
        counts: dict[Show, int | None] = {
            Show.TODAY: tally.today if tally else None,
            Show.OPEN: tally.open if tally else None,
            Show.DUE_SOON: tally.due_soon if tally else None,
            Show.OVERDUE: tally.overdue if tally else None,
            Show.CLOSED: None,
            Show.EVERY: None,
        }
        self._figures.show([Figure(show, count) for show, count in counts.items()])
        self.figures.set_lines(len(counts))

    def _show_recent(self, page: CasePage) -> None:
        self._recent.show(page.rows[:RECENT])

    def _lay_out(self) -> None:
        self.recent.say_when_empty(self.tr("还没有受理。把身份证放到读卡器上，或按 F2 开始。"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        for text, view in (
            (self.tr("我的窗口"), self.figures),
            (self.tr("今日最近"), self.recent),
        ):
            heading = QLabel(text, self)
            dress(heading, "heading")
            column.addWidget(heading)
            column.addWidget(view, 1 if view is self.recent else 0)
        dress(self._drafts_heading, "heading")
        column.addWidget(self._drafts_heading)
        column.addWidget(self.drafts)
        self.figures.setItemDelegateForColumn(0, MarkDelegate(_urgent, self.figures))
        width = self.fontMetrics().height() * _WIDTH
        self.setMinimumWidth(width)
        self.setMaximumWidth(width * 3 // 2)

    def _figure_columns(self) -> list[Column[Figure]]:
        return [
            Column(self.tr("清单"), lambda line: say(line.show), stretch=True),
            Column(
                self.tr("件数"),
                lambda line: "" if line.count is None else str(line.count),
                align_right=True,
            ),
        ]

    def _recent_columns(self) -> list[Column[CaseRow]]:
        return [
            Column(self.tr("编号"), lambda row: spoken(row.number)),
            Column(self.tr("申请人"), lambda row: row.applicant, stretch=True, tip=_recent_tip),
        ]

    def _draft_columns(self) -> list[Column[KeptDraft]]:
        return [
            Column(self.tr("存于"), lambda kept: f"{kept.kept_at.astimezone():%H:%M}"),
            Column(self.tr("申请人"), self._whose, stretch=True),
        ]

    def _whose(self, kept: KeptDraft) -> str:
        draft = kept.draft
        if draft.applicant or not draft.document_number:
            return draft.applicant or self.tr("未写姓名")
        return self.tr("证件尾号 {tail}").format(tail=draft.document_number[-4:])


def _urgent(line: Figure) -> Mark | None:
    """A lamp where somebody has to do something."""
    lamp = _LAMPS.get(line.show)
    return Mark(LOOKS[lamp], say(line.show)) if lamp and line.count else None


def _recent_tip(row: CaseRow) -> str:
    return f"{row.item}　{say(row.state)}"
