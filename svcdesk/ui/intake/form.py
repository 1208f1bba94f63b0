"""The intake form: who comes, what for, with which materials. What is typed is one draft."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from svcdesk.rules.calendar import WorkCalendar
from svcdesk.rules.intake import Draft
from svcdesk.ui.intake.items import ItemSection
from svcdesk.ui.intake.lines import Line
from svcdesk.ui.intake.materials import MaterialsSection
from svcdesk.ui.intake.promise import Promise
from svcdesk.ui.intake.telling import Telling
from svcdesk.ui.intake.who import WhoSection
from svcdesk.ui.theme import dress

if TYPE_CHECKING:
    from svcdesk.desk.cases import CaseRow, KnownApplicant
    from svcdesk.desk.catalogue import ItemCard

LONGEST_NOTE = 500


class IntakeForm(QWidget):
    """Holds one draft and says what still stands in its way; accepting is the tab's."""

    changed = Signal()
    """Something was typed: the draft is another."""
    left = Signal()
    """The focus has left a field: a good moment to keep the draft."""
    identified = Signal(str)
    """A document number has passed its check: ask who it is."""
    unidentified = Signal()
    item_chosen = Signal(object)
    """The ItemCard the form now holds, or None."""
    case_wanted = Signal(UUID)
    """A case is to be looked at."""
    filled = Signal()
    """Enter in the last field: only the decision is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scroll = QScrollArea(self)
        self._inside = QWidget(self)
        self.who = WhoSection(self._inside)
        self.items = ItemSection(self._inside)
        self.promise = Promise(self._inside)
        self.materials = MaterialsSection(self._inside)
        self.note = Line("note", self.tr("备注"), self)
        self._item_says = Telling("item_says", self._inside)
        self._id = uuid4()
        self._unresolved: Draft | None = None
        self._showing = False
        self._calendar: WorkCalendar | None = None
        self._today: date | None = None
        self._open_cases: tuple[CaseRow, ...] = ()
        self._lay_out()
        self._connect_sections()
        self._connect_order()
        self.start()

    @property
    def draft(self) -> Draft:
        """What has been typed so far."""
        lost = self._unresolved
        item = self.items.item
        return Draft(
            id=self._id,
            document_kind=self.who.document_kind,
            document_number=self.who.document_number,
            applicant=self.who.name.text().strip(),
            phone=self.who.phone.text().strip(),
            agent=self.who.agent.text().strip(),
            item_id=item.id if item else lost.item_id if lost else None,
            materials=self.materials.marks if item else lost.materials if lost else (),
            note=self.note.text().strip(),
        )

    @property
    def ready(self) -> bool:
        """Whether the hall's date and calendar are known here."""
        return self._today is not None and self._calendar is not None

    def start(self, draft: Draft | None = None) -> None:
        """Hold this draft, or a new empty one."""
        draft = draft or Draft(uuid4())
        self._id = draft.id
        self._unresolved = draft
        self._open_cases = ()
        self._showing = True
        self.freeze(frozen=False)
        self.items.suggest(None)
        self.who.show_draft(draft)
        self.note.setText(draft.note)
        self._hold_item(self.items.by_id(draft.item_id))
        self._showing = False
        self._scroll.verticalScrollBar().setValue(0)

    def focus_start(self) -> None:
        """To the first field."""
        self.who.number.setFocus()
        self.who.number.selectAll()

    def focus_materials(self) -> None:
        """To the materials, or to the item while there is none."""
        self.items.give_up()
        if self.items.item is None:
            self.items.line.setFocus()
        else:
            self.materials.view.setFocus()
            self.bring_into_view(self.materials.view)

    def show_items(self, items: Sequence["ItemCard"]) -> None:
        """What this window may take in now; marks already given stay."""
        kept = self._unresolved or self.draft
        self._showing = True
        self.items.show_items(items)
        if kept.item_id is not None and not self.items.searching():
            self._unresolved = kept
            self._hold_item(self.items.by_id(kept.item_id))
        self._showing = False

    def show_day(self, today: date) -> None:
        """The hall's date."""
        self._today = today
        self.who.set_today(today)
        self._say_promise()

    def show_calendar(self, calendar: WorkCalendar) -> None:
        """The hall's calendar, by which the promise is counted."""
        self._calendar = calendar
        self._say_promise()

    def welcome(self, known: "KnownApplicant | None") -> None:
        """Who the document belongs to, if this window has met him."""
        self._open_cases = known.open_cases if known else ()
        self.items.suggest(known.last_item_id if known else None)
        self.who.welcome(known)
        self._say_promise()

    def commit_typing(self) -> None:
        """Take over what is still in the input method's window."""
        QGuiApplication.inputMethod().commit()

    def faults(self) -> list[QWidget]:
        """The fields that stand in the way of accepting; each says why beside itself."""
        places: list[QWidget] = [line for line, _ in self.who.faults()]
        if self.items.item is None:
            self._item_says.blame(self.tr("还没有选事项。输名称、编码或拼音首字母来找。"))
            places.append(self.items.line)
        elif self.materials.fault():
            places.append(self.materials.view)
        return places

    def freeze(self, *, frozen: bool) -> None:
        """Take no typing while the act is on its way; everything stays to be seen."""
        self.who.freeze(frozen=frozen)
        self.items.freeze(frozen=frozen)
        self.materials.freeze(frozen=frozen)
        self.note.setReadOnly(frozen)

    def bring_into_view(self, field: QWidget) -> None:
        """Scroll to a field where the window is small."""
        whole = self.materials if field is self.materials.view else field
        show = partial(self._scroll.ensureWidgetVisible, whole)
        QTimer.singleShot(0, self, show)  # once the words beside the fields have their room

    def add_decision(self, button: QPushButton) -> None:
        """Put one of the tab's buttons under the form."""
        self._decisions.addWidget(button)

    def _lay_out(self) -> None:
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.materials.setMinimumHeight(self.fontMetrics().height() * 6)
        self.items.list.setMinimumHeight(self.fontMetrics().height() * 6)
        self._column = column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 6, 16, 0)
        column.setSpacing(6)
        column.addWidget(self._heading(self.tr("① 谁来办")))
        column.addWidget(self.who)
        column.addWidget(self._item_says)
        column.addWidget(self.items, 1)
        column.addWidget(self.promise)
        column.addWidget(self.materials, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(self._lay_out_end())

    def _lay_out_end(self) -> QHBoxLayout:
        self.note.setMaxLength(LONGEST_NOTE)
        label = QLabel(self.tr("备注(&B)"), self)
        label.setBuddy(self.note)
        self._decisions = QHBoxLayout()
        self._decisions.setContentsMargins(16, 4, 16, 8)
        self._decisions.setSpacing(8)
        self._decisions.addWidget(label)
        self._decisions.addWidget(self.note, 1)
        return self._decisions

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self._inside)
        dress(label, "heading")
        return label

    def _connect_sections(self) -> None:
        self.who.changed.connect(self._say_changed)
        self.who.identified.connect(self.identified)
        self.who.unidentified.connect(self._forget_person)
        self.items.chosen.connect(self._choose_item)
        self.items.wanting.connect(self._item_says.blame)
        self.items.looking.connect(self._make_room)
        self.materials.changed.connect(self._say_changed)
        self.note.textChanged.connect(self._say_changed)
        self.promise.case_wanted.connect(self.case_wanted)
        for line in (*self.who.lines, self.items.line, self.note):
            line.left.connect(self.left)

    def _connect_order(self) -> None:
        """Enter goes down the form, Shift+Enter up, Tab likewise."""
        view, line = self.materials.view, self.items.line
        self.who.done.connect(line.setFocus)
        self.items.passed.connect(self.focus_materials)
        self.items.stepped_back.connect(self.who.agent.setFocus)
        self.materials.done.connect(self.note.setFocus)
        self.materials.stepped_back.connect(line.setFocus)
        self.note.entered.connect(self.filled)
        self.note.stepped_back.connect(view.setFocus)
        order = (*self.who.lines, line, view, self.note)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _choose_item(self, item: "ItemCard") -> None:
        self._unresolved = None
        self._hold_item(item)
        self.focus_materials()
        self._say_changed()

    def _hold_item(self, item: "ItemCard | None") -> None:
        """Show the item with the marks of the draft being resumed, if it is its item."""
        resumed = self._unresolved
        if item is not None:
            self._unresolved = None
        same = item is not None and resumed is not None and resumed.item_id == item.id
        self.items.show_item(item)
        self.materials.show_materials(
            item.materials if item else (), resumed.materials if same and resumed else ()
        )
        self._item_says.be_quiet()
        self._say_promise()
        self.item_chosen.emit(item)

    def _make_room(self, looking: bool) -> None:
        """The list of items and the list of materials take turns."""
        self.promise.setVisible(not looking)
        self.materials.setVisible(not looking)
        self._column.setStretchFactor(self.items, int(looking))

    def _say_promise(self) -> None:
        item = self.items.item
        self.promise.show_item(item, self._today, self._calendar)
        same = [case for case in self._open_cases if item is not None and case.item == item.name]
        self.promise.point_out(same[0] if same else None, self._today)

    def _forget_person(self) -> None:
        self._open_cases = ()
        self.items.suggest(None)
        self._say_promise()
        self.unidentified.emit()

    def _say_changed(self) -> None:
        if not self._showing:
            self.changed.emit()
