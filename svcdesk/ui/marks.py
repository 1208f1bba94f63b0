"""Marks in the cells of a list: a state of the row as shape, word and colour."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from svcdesk.ui import chip, theme
from svcdesk.ui.theme import Look


@dataclass(frozen=True)
class Mark:
    """What a chip shows; the column's ``text`` says the same for copying and reading aloud."""

    look: Look
    word: str


def row_at(index: QModelIndex | QPersistentModelIndex) -> Any:
    """The row behind a cell, through whatever order and filter a person has chosen."""
    model = index.model()
    if isinstance(model, QAbstractProxyModel):
        return row_at(model.mapToSource(index))
    return model.row(index)  # type: ignore[attr-defined]


class MarkDelegate(QStyledItemDelegate):
    """Draws a row's mark instead of the cell's text; a row without one shows its text."""

    def __init__(self, mark: Callable[[Any], Mark | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mark = mark

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The cell's ground with the chip on it."""
        super().paint(painter, option, index)
        mark = self._mark(row_at(index))
        if mark is not None:
            chip.paint(painter, option, mark.look, mark.word)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The chip says it, so the text does not."""
        super().initStyleOption(option, index)
        if self._mark(row_at(index)) is not None:
            option.text = ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for the chip, or for the text."""
        mark = self._mark(row_at(index))
        return super().sizeHint(option, index) if mark is None else chip.size(option, mark.word)


class FaintDelegate(QStyledItemDelegate):
    """Draws the rows that do not count here in a fainter ink."""

    def __init__(self, faint: Callable[[Any], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faint = faint

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The fainter ink, chosen or not."""
        super().initStyleOption(option, index)
        if self._faint(row_at(index)):
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, theme.colour("faint"))
