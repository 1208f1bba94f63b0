"""The card of one case (办件卡): what it is, what was done, and what may be done now."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from svcdesk.desk import cases
from svcdesk.desk.cases import CaseCard, CaseRow, StepRow, ViewRow
from svcdesk.rules.cases import Outcome
from svcdesk.rules.masking import mask_document
from svcdesk.rules.numbers import grouped, spoken
from svcdesk.rules.problems import Problem
from svcdesk.ui.background import Background
from svcdesk.ui.chip import Chip
from svcdesk.ui.commands import Commands
from svcdesk.ui.intake.close import ClosingPanel
from svcdesk.ui.intake.due import moment, provisional_words, short_day
from svcdesk.ui.intake.reason import ReasonPanel
from svcdesk.ui.intake.small_list import SmallList
from svcdesk.ui.notice import NoticeBar, Tone
from svcdesk.ui.table import Column, Table
from svcdesk.ui.theme import LOOKS, dress
from svcdesk.ui.words import say, tell

SHOWN_SECONDS = 60
"""How long a revealed document number stays on the screen (秒)."""
LONGEST_REASON = 200
_PLAIN = Qt.TextFormat.PlainText


class CaseCardPanel(QScrollArea):
    """Asks for its case, shows it, and does to it what may be done."""

    shown = Signal()
    """Another card, or another state of it: other things may be done now."""
    back_wanted = Signal()

    def __init__(
        self,
        background: Background,
        commands: Commands,
        notices: NoticeBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._commands = commands
        self._notices = notices
        self._inside = QWidget(self)
        self._today: date | None = None
        self._case_id: UUID | None = None
        self._wants_back = False
        self.card: CaseCard | None = None
        self._make_parts()
        self._lay_out()
        self._connect()

    def show_day(self, today: date) -> None:
        """The hall's date, told before closing."""
        self._today = today

    def open(self, case_id: UUID, *, take_back: bool = False) -> None:
        """Show this case; ``take_back`` goes straight on to taking its last step back."""
        if case_id != self._case_id:
            self._put_panels_away()
            self._mask()
            self.card = None
            self._case_id = case_id
            self._blank()
            self.shown.emit()
        self._wants_back = take_back
        self.reload()

    def leave(self) -> None:
        """No case is shown any more."""
        self._put_panels_away()
        self._mask()
        self._case_id = self.card = None
        self.shown.emit()

    def reload(self) -> None:
        """Ask again for the case shown."""
        if self._case_id is not None:
            self._background.ask(self, cases.card, self._case_id).then(self._show)

    def step_back(self) -> bool:
        """Esc: put an open question away; False if none was open."""
        open_panels = [panel for panel in self._panels if panel.isVisibleTo(self._inside)]
        self._put_panels_away()
        if open_panels:
            self.reveal.setFocus()
        return bool(open_panels)

    def close_case(self) -> None:
        """Ask for the outcome."""
        if self.card is not None and self.card.may_close:
            self._open_panel(self.closing)
            self.closing.ask(self._today)

    def take_back(self) -> None:
        """Ask why the last step is taken back."""
        if self.card is None or not self.card.may_take_back:
            return
        self._open_panel(self.taking_back)
        last = self.card.steps[-1]
        words = self.tr("撤销“{step}”（10 分钟内可撤，编号保留为作废）。为什么撤销？")
        self.taking_back.ask(
            words.format(step=say(last.step)), self.tr("撤销"), self.tr("录入有误")
        )

    def ask_to_reveal(self) -> None:
        """Ask why the full document number is needed."""
        self._open_panel(self.revealing)
        self.revealing.ask(
            self.tr("显示完整证件号码会留下记录（谁、何时、为什么）。为什么要看？"), self.tr("显示")
        )

    def _show(self, card: CaseCard) -> None:
        self.card = card
        row = card.row
        self._number.setText(grouped(row.number))
        self._lamp.show_state(LOOKS[row.lamp], say(row.lamp))
        self._lamp.show()
        self._state.setText(_state_words(row))
        self._show_facts(card)
        self._steps.show(card.steps)
        self.steps.set_lines(len(card.steps))
        self._papers.setText(self._papers_words(card))
        self._views.setText(self._views_words(card.views))
        self.shown.emit()
        if self._wants_back:
            self._wants_back = False
            self.take_back()

    def _blank(self) -> None:
        """Nothing of one case may stand where another is being read."""
        for label in (
            *self._values.values(),
            *(self._number, self._state, self._document, self._document_kind),
            *(self._papers, self._views),
        ):
            label.clear()
        self._lamp.hide()
        self._steps.show([])

    def _show_facts(self, card: CaseCard) -> None:
        row = card.row
        promised = short_day(row.promised_on) + provisional_words(row.provisional)
        values = {
            "applicant": row.applicant,
            "item": row.item,
            "agency": card.agency,
            "phone": self.tr("尾号 {tail}").format(tail=card.phone_tail)
            if card.phone_tail
            else "—",
            "agent": card.agent or "—",
            "accepted": short_day(row.accepted_on),
            "due": self.tr("{promised}　法定 {statutory}").format(
                promised=promised, statutory=short_day(row.statutory_on)
            ),
            "closed": short_day(row.closed_on),
            "desk": f"{row.window}　{row.clerk}",
            "note": card.note or "—",
        }
        for name, text in values.items():
            self._values[name].setText(text)
        self._document_kind.setText(say(card.document_kind))
        if not self._hiding.isActive():
            self._document.setText(mask_document(row.document_tail))

    def _papers_words(self, card: CaseCard) -> str:
        if not card.materials:
            return self.tr("没有收材料。")
        words = self.tr("{name}　{form} {copies} 份")
        return "\n".join(
            words.format(name=paper.name, form=say(paper.form), copies=paper.copies)
            for paper in card.materials
        )

    def _views_words(self, views: tuple[ViewRow, ...]) -> str:
        prints = self.card.prints if self.card else 0
        lines = [self.tr("受理通知书印过 {n} 次。").format(n=prints)]
        words = self.tr("{at} {by} 看过证件号码：{reason}")
        refused = self.tr("{at} {by} 想看证件号码，没有给：{reason}")
        lines += [
            (words if view.granted else refused).format(
                at=moment(view.at), by=view.by, reason=view.reason
            )
            for view in views
        ]
        return "\n".join(lines)

    def _close(self, outcome: Outcome, note: str) -> None:
        if self.card is not None:
            row = self.card.row
            done = self._background.do(self, cases.close, row.id, row.version, outcome, note)
            done.then(partial(self._tell_done, self.tr("已办结 {number}"), row))
            done.but(partial(self._blame, self.closing))

    def _take_back(self, reason: str) -> None:
        if self.card is not None:
            row = self.card.row
            done = self._background.do(self, cases.take_back, row.id, row.version, reason)
            done.then(partial(self._tell_done, self.tr("已撤销 {number}，记录保留"), row))
            done.but(partial(self._blame, self.taking_back))

    def _reveal(self, reason: str) -> None:
        if self._case_id is not None:
            done = self._background.do(self, cases.reveal_document, self._case_id, reason)
            done.then(partial(self._show_document, self._case_id))
            done.but(partial(self._blame, self.revealing))

    def _show_document(self, case_id: UUID, number: str) -> None:
        if case_id != self._case_id:
            return
        self._put_panels_away()
        if not number:
            self._notices.tell(self.tr("这个件的证件号码不在你能看的范围内，已留记录。"), Tone.NOTE)
            return
        self._document.setText(spaced(number))
        self._hiding.start()
        self.reveal.setFocus()
        self.reload()

    def _tell_done(self, words: str, row: CaseRow, _nothing: None) -> None:
        self._put_panels_away()
        self._notices.tell(words.format(number=spoken(row.number)), Tone.DONE)
        self.reload()

    def _blame(self, panel: ClosingPanel | ReasonPanel, problem: Problem) -> None:
        panel.blame(tell(problem))
        self.reload()

    def _mask(self) -> None:
        self._hiding.stop()
        tail = self.card.row.document_tail if self.card else ""
        self._document.setText(mask_document(tail) if tail else "")

    def _open_panel(self, panel: QWidget) -> None:
        self._put_panels_away()
        QTimer.singleShot(0, panel, partial(self.ensureWidgetVisible, panel))

    def _put_panels_away(self) -> None:
        for panel in self._panels:
            panel.hide()

    def _make_parts(self) -> None:
        inside = self._inside
        self._number = QLabel(inside)
        self._lamp = Chip(LOOKS[next(iter(LOOKS))], "", inside)
        self._state = QLabel(inside)
        self._document = QLabel(inside)
        self._document_kind = QLabel(inside)
        self.reveal = QPushButton(self.tr("显示…"), inside)
        self._values: dict[str, QLabel] = {}
        self._steps: Table[StepRow] = Table(self._step_columns(), key=lambda step: step.at)
        self.steps = SmallList(self._steps, "steps", self.tr("办理过程"), inside)
        self._papers = QLabel(inside, textFormat=_PLAIN, wordWrap=True)
        self._views = QLabel(inside, textFormat=_PLAIN, wordWrap=True)
        self.closing = ClosingPanel(inside)
        self.taking_back = ReasonPanel("taking_back", 500, inside)
        self.revealing = ReasonPanel("revealing", LONGEST_REASON, inside)
        self._panels = (self.closing, self.taking_back, self.revealing)
        self._number.setObjectName("case_number")
        self._document.setObjectName("case_document")
        self.reveal.setObjectName("reveal")
        self._hiding = QTimer(self, singleShot=True, interval=SHOWN_SECONDS * 1000)
        self.back = QPushButton(self.tr("返回  Esc"), inside)

    def _connect(self) -> None:
        self.reveal.clicked.connect(self.ask_to_reveal)
        self.back.clicked.connect(self.back_wanted)
        self.closing.decided.connect(self._close)
        self.taking_back.given.connect(self._take_back)
        self.revealing.given.connect(self._reveal)
        self._hiding.timeout.connect(self._mask)
        for panel in self._panels:
            panel.put_away.connect(self.step_back)

    def _lay_out(self) -> None:
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        dress(self._number, "heading")
        head = QHBoxLayout()
        head.addWidget(self._lamp)
        head.addWidget(self._state, 1)
        head.addWidget(self.back)
        column.addWidget(self._number)
        column.addLayout(head)
        column.addLayout(self._lay_out_commands())
        for panel in self._panels:
            column.addWidget(panel)
        column.addLayout(self._lay_out_facts())
        for text, part in (
            (self.tr("办理过程"), self.steps),
            (self.tr("收取材料"), self._papers),
            (self.tr("打印与查看"), self._views),
        ):
            heading = QLabel(text, self._inside)
            dress(heading, "heading")
            column.addWidget(heading)
            column.addWidget(part)
        column.addStretch()

    def _lay_out_commands(self) -> QGridLayout:
        grid = QGridLayout()
        for at, command in enumerate(("intake.close", "intake.take_back", "intake.reprint")):
            grid.addWidget(self._commands.button(command, self._inside), at // 2, at % 2)
        return grid

    def _lay_out_facts(self) -> QFormLayout:
        facts = QFormLayout()
        facts.setVerticalSpacing(4)
        document = QGridLayout()
        document.addWidget(self._document, 0, 0)
        document.addWidget(self.reveal, 0, 1)
        document.addWidget(self._document_kind, 1, 0, 1, 2)
        document.setColumnStretch(0, 1)
        dress(self.reveal, "link")
        dress(self._document_kind, "sub")
        for name, label in (
            ("applicant", self.tr("申请人")),
            ("document", self.tr("证件")),
            ("phone", self.tr("电话")),
            ("agent", self.tr("代办人")),
            ("item", self.tr("事项")),
            ("agency", self.tr("实施机关")),
            ("accepted", self.tr("受理")),
            ("due", self.tr("应办结")),
            ("closed", self.tr("办结")),
            ("desk", self.tr("经办")),
            ("note", self.tr("备注")),
        ):
            title = QLabel(label, self._inside)
            dress(title, "sub")
            if name == "document":
                facts.addRow(title, document)
                continue
            self._values[name] = QLabel(self._inside, textFormat=_PLAIN, wordWrap=True)
            facts.addRow(title, self._values[name])
        return facts

    def _step_columns(self) -> list[Column[StepRow]]:
        return [
            Column(self.tr("时间"), lambda step: moment(step.at)),
            Column(self.tr("环节"), lambda step: say(step.step)),
            Column(self.tr("经办"), lambda step: step.by),
            Column(self.tr("说明"), _step_note, stretch=True),
        ]


def _state_words(row: CaseRow) -> str:
    return f"{say(row.state)}　{say(row.outcome)}" if row.outcome else say(row.state)


def _step_note(step: StepRow) -> str:
    return "　".join(filter(None, (say(step.outcome) if step.outcome else "", step.note)))


def spaced(number: str) -> str:
    """A document number as people read it: ``110105 19491231 002X``."""
    return f"{number[:6]} {number[6:14]} {number[14:]}" if len(number) == 18 else number
