"""The 受理 tab: my window today, the form or a list, and what is known about both."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from svcdesk.desk import cases, catalogue
from svcdesk.desk.cases import CaseRow, KnownApplicant, Show
from svcdesk.rules.access import Permission
from svcdesk.rules.intake import Draft, KeptDraft
from svcdesk.rules.numbers import read_number, spoken
from svcdesk.rules.papers import Paper
from svcdesk.rules.people import Me
from svcdesk.rules.problems import KeyReused, Problem
from svcdesk.rules.receipts import ReceiptSheet
from svcdesk.rules.topics import Topic
from svcdesk.ui.background import Background
from svcdesk.ui.commands import Commands
from svcdesk.ui.intake.case_card import CaseCardPanel
from svcdesk.ui.intake.case_list import CaseList
from svcdesk.ui.intake.drafts import DraftKeeper, Drafts
from svcdesk.ui.intake.form import IntakeForm
from svcdesk.ui.intake.item_page import ItemPage
from svcdesk.ui.intake.offer import DraftOffer
from svcdesk.ui.intake.receipts import Printing, Receipts
from svcdesk.ui.intake.scan import Scanner
from svcdesk.ui.intake.today import TodayPanel
from svcdesk.ui.notice import NoticeBar, Tone
from svcdesk.ui.view import View
from svcdesk.ui.words import tell

THREE_COLUMNS = 1200
"""From this width on all three columns stand side by side (像素)."""
TWO_COLUMNS = 960
"""Below this width only the form or the list shows (像素)."""
_SHOWS = {
    "intake.list_today": Show.TODAY,
    "intake.list_open": Show.OPEN,
    "intake.list_due_soon": Show.DUE_SOON,
    "intake.list_overdue": Show.OVERDUE,
    "intake.list_closed": Show.CLOSED,
    "intake.list_every": Show.EVERY,
}


class IntakeTab(View):
    """Shows, asks and does; what is typed is the form's, what is decided the desk's."""

    shows = frozenset({Topic.CASES, Topic.CATALOGUE, Topic.CALENDAR})

    def __init__(  # noqa: PLR0917 - the order every tab is made with
        self,
        background: Background,
        commands: Commands,
        notices: NoticeBar,
        me: Me,
        printing: Printing,
        drafts: Drafts,
        parent: QWidget | None = None,
        *,
        receipt_paper: Callable[[], Paper] = lambda: Paper.A5,
    ) -> None:
        """``receipt_paper`` says what paper this computer prints notices on."""
        super().__init__(background, parent)
        self._commands = commands
        self._notices = notices
        self._me = me
        self._takes_in = me.may(Permission.TAKE_IN)
        self._news = self.shows
        self._sending: UUID | None = None
        self._last: UUID | None = None
        self._offered = False
        self._before_list: QWidget | None = None
        self._before_card: QWidget | None = None
        self.keeper = DraftKeeper(background, drafts, me.login, self)
        self.receipts = Receipts(background, printing, notices, receipt_paper, self)
        self.today = TodayPanel(background, self)
        self.form = IntakeForm(self)
        self.offer = DraftOffer(self)
        self.list = CaseList(background, self)
        self.page = ItemPage(self)
        self.card = CaseCardPanel(background, commands, notices, self)
        self.scanner = Scanner(self, _is_scan)
        self._lay_out()
        self._connect_form()
        self._connect_lists()
        self._connect_commands()
        if not self._takes_in:
            self.open_list(Show.OPEN)

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("受理")

    def hear(self, changed: frozenset[Topic]) -> None:
        """Note what the news is about: the catalogue is not asked for with every case."""
        self._news |= changed & self.shows
        super().hear(changed)

    def reload(self) -> None:
        """Ask again for what the news is about; for everything if a person asks."""
        news, self._news = self._news or self.shows, frozenset()
        ask = self._background.ask
        if Topic.CALENDAR in news:
            ask(self, catalogue.calendar).then(self.form.show_calendar)
        if Topic.CATALOGUE in news and self._takes_in:
            ask(self, catalogue.items_here).then(self.form.show_items)
        self.today.reload()
        self.card.reload()
        if self._centre.currentWidget() is self.list:
            self.list.reload()
        self._list_drafts()

    def put_away(self) -> None:
        """Keep what was typed before the window goes."""
        self.keeper.finish()

    def accept(self) -> None:
        """F9: check here, then take the application in, in the background."""
        self.form.commit_typing()
        draft = self.form.draft
        if self._centre.currentWidget() is not self._desk:
            self.show_form()  # nobody accepts what he does not see
            return
        if draft.id == self._sending:
            return
        places = self.form.faults()
        if places:
            places[0].setFocus()
            self.form.bring_into_view(places[0])
            return
        self.keeper.keep(draft)
        self._send(draft)

    def next_person(self) -> None:
        """F2: put the form aside as it is and begin a new one."""
        self.form.commit_typing()
        self.go_on_with(None)

    def go_on_with(self, kept: KeptDraft | None) -> None:
        """Show a draft, or an empty form; what is in the form now is kept first."""
        self.form.commit_typing()
        if not self.form.draft.empty:
            self.keeper.keep(self.form.draft)
        self.form.start(kept.draft if kept else None)
        self.page.show_person(None)
        self.show_form()
        self.form.focus_start()
        self.offer.hide()
        self._list_drafts()
        self._allow()

    def show_form(self) -> None:
        """Back to the form, as it was left."""
        if not self._takes_in:
            return
        self._centre.setCurrentWidget(self._desk)
        self._leave_card()
        self.today.mark(None)

    def open_list(self, show: Show) -> None:
        """Open one of the queues in place of the form."""
        self._leave_form()
        self.list.open(show)
        self.list.view.setFocus()
        self.today.mark(show)

    def go_find(self) -> None:
        """Ctrl+K: to the search line, over all cases if no list is open."""
        if self._centre.currentWidget() is not self.list:
            self.open_list(Show.EVERY)
        self.list.line.setFocus()
        self.list.line.selectAll()

    def open_case(self, case_id: UUID, *, take_back: bool = False) -> None:
        """Show the card of a case beside the form or the list."""
        focus = self.focusWidget()
        if focus is not None and not self.card.isAncestorOf(focus):
            self._before_card = focus
        self.card.open(case_id, take_back=take_back)
        self._aside.setCurrentWidget(self.card)
        self._arrange()
        self.card.back.setFocus()

    def step_back(self) -> None:
        """Esc: one step back, and nothing is thrown away."""
        if self.card.step_back():
            return
        if self._aside.currentWidget() is self.card:
            self._leave_card()
            (self._before_card or self).setFocus()
        elif self._centre.currentWidget() is self.list and self._takes_in:
            self.show_form()
            (self._before_list or self.form.who.number).setFocus()
        else:
            self.form.items.give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, wherever in the tab nobody else wants it."""
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the document, unless the form was left somewhere else."""
        super().showEvent(event)
        last = self.focusWidget()
        if self._centre.currentWidget() is self._desk and (
            last is None or not self.form.isAncestorOf(last)
        ):
            self.form.focus_start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another tab is in front: a good moment to keep the draft."""
        self.keeper.keep_now()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _send(self, draft: Draft) -> None:
        self._sending = draft.id
        self.form.freeze(frozen=True)
        self._allow()
        sent = self._background.do(self, cases.accept, draft)
        sent.then(partial(self._accepted, draft)).but(partial(self._refused, draft))

    def _accepted(self, draft: Draft, sheet: ReceiptSheet) -> None:
        """It is a case now: print, and make room for the next applicant."""
        self._sending = None
        self._last = draft.id
        self.keeper.drop(draft.id)
        self.receipts.print(sheet)
        words = self.tr("已受理 {number}，受理通知书打印中。10 分钟内可撤销。")
        undo = partial(self.open_case, draft.id, take_back=True)
        self._notices.tell(
            words.format(number=spoken(sheet.number)), Tone.DONE, (self.tr("撤销…"), undo)
        )
        if self.form.draft.id == draft.id:
            self.form.start()
            self.page.show_person(None)
            if self._centre.currentWidget() is self._desk:
                self.form.focus_start()
        self._allow()

    def _refused(self, draft: Draft, problem: Problem) -> None:
        """Nothing is lost: the form is as it was, and the draft stays on disk."""
        self._stop_sending()
        look = (self.tr("看这个件"), partial(self.open_case, draft.id))
        action = look if isinstance(problem, KeyReused) else None
        self._notices.tell(tell(problem), Tone.TROUBLE, action)

    def _stop_sending(self) -> None:
        self._sending = None
        self.form.freeze(frozen=False)
        self._allow()

    def _show_day(self, day: date) -> None:
        self.form.show_day(day)
        self.card.show_day(day)
        self.list.show_day(day)

    def _list_drafts(self) -> None:
        self._background.make(self, self.keeper.waiting).then(self._show_drafts)

    def _show_drafts(self, kept: Sequence[KeptDraft]) -> None:
        others = [one for one in kept if one.draft.id != self.form.draft.id]
        self.today.show_drafts(others)
        if not self._offered:
            self._offered = True
            self.offer.offer(others)

    def _drop_draft(self, kept: KeptDraft) -> None:
        """Delete on a draft: gone from the list, with a way back."""
        self.keeper.drop(kept.draft.id)
        words = self.tr("已删除 {who} 的草稿。").format(who=kept.draft.applicant or "—")
        restore = (self.tr("恢复"), partial(self.keeper.keep, kept.draft))
        self._notices.tell(words, Tone.NOTE, restore)

    def _save_draft(self) -> None:
        self.form.commit_typing()
        self.keeper.keep(self.form.draft)
        self._notices.tell(self.tr("草稿已存在本机。"), Tone.DONE)

    def _ask_who(self, number: str) -> None:
        asked = self._background.ask(self, cases.known_applicant, number)
        asked.then(partial(self._meet, number)).but(self._not_met)

    def _meet(self, number: str, known: KnownApplicant | None) -> None:
        if self.form.who.document_number == number:
            self.form.welcome(known)
            self.page.show_person(known)

    def _not_met(self, problem: Problem) -> None:
        """Not knowing a person from before is no obstacle to taking his papers."""
        self._notices.tell(tell(problem), Tone.NOTE)

    def _scanned(self, text: str) -> None:
        if len(text) == 16:
            self._scan_case(text)
        else:
            self._scan_document(text)

    def _scan_case(self, text: str) -> None:
        self.scanner.take_out()
        if read_number(text) is None:
            words = self.tr("扫到的编号 {text} 对不上校验位。请再扫一次，或输入编号。")
            self._notices.tell(words.format(text=text), Tone.NOTE)
            return
        asked = self._background.ask(self, cases.find, text)
        asked.then(partial(self._open_scanned, text))

    def _open_scanned(self, text: str, rows: tuple[CaseRow, ...]) -> None:
        if rows:
            self.open_case(rows[0].id)
            return
        words = self.tr("没有找到编号 {text}。可能是别的窗口的件。")
        self._notices.tell(words.format(text=text), Tone.NOTE)

    def _scan_document(self, text: str) -> None:
        """A card on the reader: this form's if it has no number yet, else the next person's."""
        number = self.form.who.number
        if not number.hasFocus():
            self.scanner.take_out()
        if not self._takes_in:
            self.list.seek(text)
            return
        if number.text() and number.text() != text and not number.hasFocus():
            self.next_person()
        self.show_form()
        self.form.who.take_number(text)

    def _decide_from_last_field(self) -> None:
        self._accept_button.setFocus()
        self._notices.tell(self.tr("都填好了，按 F9 受理并打印。"), Tone.NOTE)

    def _focus_item(self) -> None:
        self.show_form()
        self.form.items.line.setFocus()
        self.form.items.line.selectAll()

    def _focus_materials(self) -> None:
        self.show_form()
        self.form.focus_materials()

    def _chosen_case(self) -> UUID | None:
        """The case a command means: the card's, the list's, or the last one taken in."""
        if self.card.card is not None:
            return self.card.card.row.id
        row = self.list.view.chosen() if self._centre.currentWidget() is self.list else None
        return row.id if row is not None else self._last

    def _reprint(self) -> None:
        case_id = self._chosen_case()
        if case_id is not None:
            self.receipts.reprint(case_id)

    def _take_back(self) -> None:
        case_id = self._chosen_case()
        if case_id is not None:
            self.open_case(case_id, take_back=True)

    def _leave_form(self) -> None:
        if self._centre.currentWidget() is self._desk:
            self._before_list = self.form.focusWidget()
        self.keeper.keep_now()
        self._centre.setCurrentWidget(self.list)
        self._leave_card()

    def _leave_card(self) -> None:
        self.card.leave()
        self._aside.setCurrentWidget(self.page)
        self._arrange()

    def _arrange(self) -> None:
        """Which columns show: all, or what is being worked with."""
        width = self.width()
        card = self._aside.currentWidget() is self.card
        wide = width >= THREE_COLUMNS
        page = wide and self._centre.currentWidget() is self._desk
        self._aside.setVisible(page or card)
        self._centre.setVisible(wide or not card)
        self.today.setVisible(width >= TWO_COLUMNS)

    def _allow(self) -> None:
        """Which commands make sense now."""
        card, allow = self.card.card, self._commands.allow
        sending = self.form.draft.id == self._sending
        allow("intake.accept", not sending, self.tr("正在受理，请稍候。"))
        nothing = self.tr("先打开一个件。")
        allow("intake.close", card is not None and card.may_close, nothing)
        chosen = self._chosen_case() is not None
        allow("intake.reprint", chosen, nothing)
        back = card.may_take_back if card is not None else chosen
        allow("intake.take_back", back, self.tr("只能撤销自己 10 分钟内的最后一步。"))

    def _connect_form(self) -> None:
        form = self.form
        form.changed.connect(self._note_draft)
        form.left.connect(self.keeper.keep_now)
        form.identified.connect(self._ask_who)
        form.unidentified.connect(partial(self.page.show_person, None))
        form.item_chosen.connect(self.page.show_item)
        form.case_wanted.connect(self.open_case)
        form.filled.connect(self._decide_from_last_field)
        self.keeper.kept.connect(self._list_drafts)
        self.keeper.kept.connect(self.kept)
        self.offer.accepted.connect(self.go_on_with)
        self.scanner.scanned.connect(self._scanned)
        self._background.crashed.connect(self._stop_sending)

    def _connect_lists(self) -> None:
        self.today.dated.connect(self._show_day)
        self.today.list_wanted.connect(self.open_list)
        self.today.case_wanted.connect(self.open_case)
        self.today.draft_wanted.connect(self.go_on_with)
        self.today.draft_unwanted.connect(self._drop_draft)
        self.list.case_wanted.connect(self.open_case)
        self.list.selected.connect(self._allow)
        self.list.back.clicked.connect(self.step_back)
        self.page.case_wanted.connect(self.open_case)
        self.card.shown.connect(self._allow)
        self.card.back_wanted.connect(self.step_back)

    def _connect_commands(self) -> None:
        on = self._commands.on
        on("intake.accept", self.accept)
        on("intake.next", self.next_person)
        on("intake.item", self._focus_item)
        on("intake.materials", self._focus_materials)
        on("intake.save_draft", self._save_draft)
        on("intake.find", self.go_find)
        on("intake.close", self.card.close_case)
        on("intake.reprint", self._reprint)
        on("intake.take_back", self._take_back)
        for command, show in _SHOWS.items():
            on(command, partial(self.open_list, show))
        for widget in (self.list.view, self.card):
            widget.addAction(self._commands["intake.take_back"])
        self._allow()

    def _note_draft(self) -> None:
        self.keeper.note(self.form.draft)

    def _lay_out(self) -> None:
        self._accept_button = self._commands.button("intake.accept", self, "primary")
        for button in (self._accept_button, self._commands.button("intake.next", self)):
            self.form.add_decision(button)
        self._desk = QWidget(self)
        column = QVBoxLayout(self._desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.offer)
        column.addWidget(self.form, 1)
        self._centre, self._aside = QStackedWidget(self), QStackedWidget(self)
        for part in (self._desk, self.list):
            self._centre.addWidget(part)
        for part in (self.page, self.card):
            self._aside.addWidget(part)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        for at, part in enumerate((self.today, self._centre, self._aside)):
            self._split.addWidget(part)
            self._split.setStretchFactor(at, 1 if part is self._centre else 0)
            self._split.setCollapsible(at, False)
        self._split.setSizes([224, 770, 372])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)


def _is_scan(text: str) -> bool:
    """A document number by its length, or one of our case numbers."""
    return (len(text) == 18 and text.isalnum()) or (len(text) == 16 and text.isdigit())
