"""One table model and one table view for every list in the application."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from svcdesk.rules.lamps import Lamp
from svcdesk.ui import chip, theme
from svcdesk.ui.words import say

Row = TypeVar("Row")
Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()

_WIDEST = 34
"""How wide a column may grow on its own (字符)."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """What one column shows of a row, and how it sorts."""

    title: str
    text: Callable[[Row], str]
    align_right: bool = False
    sort: Callable[[Row], Any] | None = None
    lamp: Callable[[Row], Lamp] | None = None
    """Draws the row's lamp as a chip; ``text`` is then what is copied and read aloud."""
    tip: Callable[[Row], str] | None = None
    stretch: bool = False
    """Takes what width is left over."""


def lamp_column(title: str, lamp: Callable[[Row], Lamp]) -> Column[Row]:
    """A column of lamps, most urgent first when sorted."""
    urgency = {one: rank for rank, one in enumerate(_URGENCY)}
    return Column(title, lambda row: say(lamp(row)), lamp=lamp, sort=lambda row: urgency[lamp(row)])


_URGENCY = (
    Lamp.OVER_STATUTE,
    Lamp.OVER_PROMISE,
    Lamp.SOON,
    Lamp.NOTICE,
    Lamp.CALM,
    Lamp.DONE,
)


class Table(QAbstractTableModel, Generic[Row]):
    """Rows handed over whole; a change of any of them is a new hand-over."""

    SORT = Role.UserRole
    LAMP = Role.UserRole + 1

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """The row at an index of this model."""
        return self.rows[index.row()]

    def position(self, key: Hashable) -> int | None:
        """Where the row with this key stands, if it is here."""
        return next((at for at, row in enumerate(self.rows) if self.key(row) == key), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Titles; numbers of rows are of no use to anybody."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.title
        return _alignment(column) if role == Role.TextAlignmentRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What Qt asks of a cell."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Role.DisplayRole:
            return column.text(row)
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if role == Role.ToolTipRole:
            return (column.tip or column.text)(row)
        if role == Role.AccessibleTextRole:
            return f"{column.title} {column.text(row)}"
        if role == self.SORT:
            return _Sortable((column.sort or column.text)(row))
        return column.lamp(row) if role == self.LAMP and column.lamp else None


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class _Sortable:
    """A sort value Qt does not try to understand; missing ones come last."""

    value: Any

    def __lt__(self, other: "_Sortable") -> bool:
        if self.value is None or other.value is None:
            return self.value is not None
        return bool(self.value < other.value)


class _Order(QSortFilterProxyModel):
    """The order and the filter a person has chosen for a list."""

    def lessThan(self, left: Index, right: Index) -> bool:
        mine: _Sortable = self.sourceModel().data(left, Table.SORT)
        theirs: _Sortable = self.sourceModel().data(right, Table.SORT)
        return mine < theirs


class _LampDelegate(QStyledItemDelegate):
    """Draws a lamp as a chip: shape, word and colour together."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lamp = index.data(Table.LAMP)
        word = index.data(Role.DisplayRole)
        super().paint(painter, option, index)
        if lamp is not None:
            chip.paint(painter, option, theme.LOOKS[lamp], word)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # the chip says it

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return chip.size(option, str(index.data(Role.DisplayRole)))


class TableView(QTableView):
    """A read-only list: whole rows, fixed height, Ctrl+C copies for a spreadsheet.

    Read-only matters: over a table that can be edited Qt leaves the input method on, and
    it would swallow the letters that are commands there.
    """

    opened = Signal(object)
    """The row on which Enter or a double click fell."""
    selected = Signal(object)
    """The row now chosen, or None."""

    def __init__(self, table: Table[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._empty = ""
        self._fitted = False
        self._kept: Hashable | None = None
        self._order = _Order(self)
        self._order.setFilterKeyColumn(-1)
        self._order.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._order.setSourceModel(table)
        self._behave()
        self.setModel(self._order)
        self._order.sort(-1)
        self._lay_out()
        table.modelAboutToBeReset.connect(self._remember)
        table.modelReset.connect(self._recall)
        self.selectionModel().currentRowChanged.connect(self._say_selected)
        self.doubleClicked.connect(self._open)

    def chosen(self) -> Any:
        """The chosen row, or None."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isRowSelected(index.row(), NOWHERE):
            return None
        return self._row(index)

    def choose(self, key: Hashable) -> bool:
        """Choose the row with this key; False if it is not shown."""
        at = self._table.position(key)
        index = NOWHERE if at is None else self._order.mapFromSource(self._table.index(at, 0))
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def say_when_empty(self, text: str) -> None:
        """What stands in the middle of an empty list."""
        self._empty = text
        self.viewport().update()

    def filter(self, text: str) -> None:
        """Show only rows in which some column contains the text."""
        self._order.setFilterFixedString(text)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, as TSV and as an HTML table."""
        chosen = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        if not chosen:
            return
        lines = [[column.title for column in self._table.columns]]
        lines += [self._texts(self._row(index)) for index in chosen]
        QGuiApplication.clipboard().setMimeData(_as_mime(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies, the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or what to do when there are none."""
        super().paintEvent(event)
        if self._empty and self._order.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("sub"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(24, 8, -24, -8), flags, self._empty)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._set_height()
            self._fitted = False
            self._fit()

    def _behave(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)

    def _lay_out(self) -> None:
        rows, titles = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setHighlightSections(False)
        titles.setSectionsMovable(True)
        titles.setSortIndicatorClearable(True)
        titles.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for at, column in enumerate(self._table.columns):
            if column.lamp is not None:
                self.setItemDelegateForColumn(at, _LampDelegate(self))
            if column.stretch:
                titles.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self._set_height()
        self._fit()

    def _set_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.75))

    def _fit(self) -> None:
        """Fit widths to titles, once to contents too; afterwards they are the person's."""
        if self._fitted:
            return
        widest = self.fontMetrics().averageCharWidth() * 2 * _WIDEST
        for at, column in enumerate(self._table.columns):
            if not column.stretch:
                wanted = max(
                    self.horizontalHeader().sectionSizeHint(at), self.sizeHintForColumn(at) + 8
                )
                self.setColumnWidth(at, min(wanted, widest))
        self._fitted = bool(self._table.rows)

    def _row(self, index: QModelIndex) -> Any:
        return self._table.row(self._order.mapToSource(index))

    def _texts(self, row: Any) -> list[str]:
        return [column.text(row) for column in self._table.columns]

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._row(index))

    def _say_selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.selected.emit(self._row(current) if current.isValid() else None)

    def _remember(self) -> None:
        row = self.chosen()
        self._kept = None if row is None else self._table.key(row)
        self._scrolled = self.verticalScrollBar().value()

    def _recall(self) -> None:
        self._fit()
        self.verticalScrollBar().setValue(self._scrolled)
        if self._kept is not None and not self.choose(self._kept):
            self.selected.emit(None)


def _as_mime(lines: list[list[str]]) -> QMimeData:
    mime = QMimeData()
    mime.setText("\n".join("\t".join(_one_cell(text) for text in line) for line in lines))
    rows = "".join(
        "<tr>"
        + "".join(f'<td style="mso-number-format:\\@">{escape(text)}</td>' for text in line)
        + "</tr>"
        for line in lines
    )
    mime.setHtml(f"<table>{rows}</table>")
    return mime


def _one_cell(text: str) -> str:
    """A text that stays within its cell."""
    return text.replace("\t", " ").replace("\n", " ")
