"""② What for: finding an item by name, code or pinyin initials, likely ones first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from svcdesk.rules import pinyin
from svcdesk.ui.intake.due import promised_words
from svcdesk.ui.intake.lines import Line
from svcdesk.ui.table import Column, Table, TableView
from svcdesk.ui.theme import dress
from svcdesk.ui.words import say

if TYPE_CHECKING:
    from svcdesk.desk.catalogue import ItemCard

MOST = 50
"""How many items are offered at most; more would not be read."""
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True)
class Offer:
    """An item offered for choosing, and whether this person had it last time."""

    item: "ItemCard"
    last: bool = False


def offers(
    items: Sequence["ItemCard"], query: str, last_item_id: UUID | None = None
) -> list[Offer]:
    """The items a query finds, best first: match, this person's last, the window's frequent.

    ``items`` come in the window's order, the most frequent first.
    """
    ranked = []
    for at, item in enumerate(items):
        rank = pinyin.rank(query, item.name, item.initials, item.code)
        if rank is not None:
            ranked.append((rank, item.id != last_item_id, at))
    return [Offer(items[at], last=not other) for _, other, at in sorted(ranked)[:MOST]]


class ItemLine(Line):
    """Where an item is typed; arrows move in the list below without leaving the line."""

    moved = Signal(QKeyEvent)
    favourite = Signal(int)
    composing = Signal(str)
    """Letters still in the input method's window: they find items as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the list, Ctrl+1 to Ctrl+9 choose from it."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _UP_AND_DOWN:
            self.moved.emit(event)
        elif control and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.favourite.emit(event.key() - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Search with what is being composed, as ``gt'gs'h``."""
        super().inputMethodEvent(event)
        letters = "".join(filter(str.isalnum, event.preeditString()))
        self.composing.emit(self.text() + letters)


class ItemSection(QWidget):
    """A line and the list of what it finds; the list goes away once an item is chosen."""

    chosen = Signal(object)
    """The ItemCard the clerk has picked."""
    passed = Signal()
    """Enter over an item already chosen: on to its materials."""
    stepped_back = Signal()
    looking = Signal(bool)
    """Whether the list is open, because nothing is chosen yet or something else is sought."""
    wanting = Signal(str)
    """Enter, and nothing to choose: why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = ItemLine("item", self.tr("事项"), self)
        self._table: Table[Offer] = Table(self._columns(), key=lambda offer: offer.item.id)
        self.list = TableView(self._table, self)
        self.items: tuple[ItemCard, ...] = ()
        """What this window may take in, the most frequent first."""
        self._last_item_id: UUID | None = None
        self._item: ItemCard | None = None
        self._lay_out()
        self._connect()

    @property
    def item(self) -> "ItemCard | None":
        """The item chosen."""
        return self._item

    def show_items(self, items: Sequence["ItemCard"]) -> None:
        """What this window may take in; an item gone from it stays chosen in nobody's form."""
        self.items = tuple(items)
        if self._item is not None:
            self._item = self.by_id(self._item.id)
        self._search()

    def by_id(self, item_id: UUID | None) -> "ItemCard | None":
        """The item with this id, if this window may take it in."""
        return next((item for item in self.items if item.id == item_id), None)

    def suggest(self, last_item_id: UUID | None) -> None:
        """What this person had last time, offered first."""
        self._last_item_id = last_item_id
        if self._item is None:
            self._search()

    def show_item(self, item: "ItemCard | None") -> None:
        """Hold this item as chosen, or none."""
        self._item = item
        self.line.setText(item.name if item else "")
        self.line.setCursorPosition(0)
        self._search()

    def freeze(self, *, frozen: bool) -> None:
        """Read-only while an act is on its way."""
        self.line.setReadOnly(frozen)

    def give_up(self) -> bool:
        """Esc: back to the item chosen before; False if nothing was being typed."""
        if self.searching():
            self.show_item(self._item)
            self.line.selectAll()
            return True
        return False

    def _lay_out(self) -> None:
        self.line.setPlaceholderText(self.tr("名称、编码或拼音首字母，如 gtgsh"))
        self.list.setObjectName("items")
        self.list.setAccessibleName(self.tr("可选事项"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line moves in it
        self.list.setSortingEnabled(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.horizontalHeader().hide()
        self.list.say_when_empty(self.tr("没有找到。换个词，或只输前几个拼音首字母。"))
        heading = QLabel(self.tr("② 办什么(&T)"), self)
        heading.setBuddy(self.line)
        dress(heading, "heading")
        row = QHBoxLayout()
        row.addWidget(heading)
        row.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.list, 1)

    def _columns(self) -> list[Column[Offer]]:
        return [
            Column(self.tr("事项"), lambda offer: offer.item.name, stretch=True),
            Column("", self._why),
            Column(self.tr("类型"), lambda offer: say(offer.item.kind)),
            Column(
                self.tr("承诺"),
                lambda offer: promised_words(offer.item.promised_days),
                align_right=True,
            ),
            Column(self.tr("编码"), lambda offer: offer.item.code),
        ]

    def _why(self, offer: Offer) -> str:
        if offer.last:
            return self.tr("上次办理")
        return self.tr("一年 {n} 件").format(n=offer.item.taken) if offer.item.taken else ""

    def _connect(self) -> None:
        self.line.textChanged.connect(self._search)
        self.line.composing.connect(self._find)
        self.line.entered.connect(self._enter)
        self.line.stepped_back.connect(self.stepped_back)
        self.line.left.connect(self._settle)
        self.line.moved.connect(self._move)
        self.line.favourite.connect(self._pick_at)
        self.list.clicked.connect(lambda index: self._pick_at(index.row()))

    def searching(self) -> bool:
        """Whether something is typed that is not the item chosen."""
        return self.line.text() != (self._item.name if self._item else "")

    def _search(self) -> None:
        self._find(self.line.text() if self.searching() else "")

    def _find(self, query: str) -> None:
        """Show what the query finds; the first is marked where Enter may take it."""
        open_list = self._item is None or self.searching()
        self._table.show(offers(self.items, query, self._last_item_id) if open_list else [])
        self.list.setVisible(open_list)
        self.looking.emit(open_list)
        rows = self._table.rows
        if rows and (query.strip() or rows[0].last):
            self.list.selectRow(0)
        else:
            self.list.clearSelection()

    def _enter(self) -> None:
        offer = self.list.chosen() if self.list.isVisibleTo(self) else None
        if offer is not None:
            self._pick(offer.item)
        elif self._item is not None and not self.searching():
            self.passed.emit()
        else:
            self.wanting.emit(self.tr("还没有选事项。输名称、编码或拼音首字母，用 ↑↓ 选。"))

    def _pick_at(self, at: int) -> None:
        if at < len(self._table.rows) and not self.line.isReadOnly():
            self._pick(self._table.rows[at].item)

    def _pick(self, item: "ItemCard") -> None:
        self.show_item(item)
        self.chosen.emit(item)

    def _move(self, event: QKeyEvent) -> None:
        if self.list.chosen() is None:
            self.list.selectRow(0)
        else:
            self.list.keyPressEvent(event)

    def _settle(self) -> None:
        """What was half typed gives way to the item chosen before."""
        if self._item is not None and self.searching():
            self.show_item(self._item)
