"""A short list without titles, for the side columns: Enter opens a row, Delete gives it up."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from svcdesk.ui.table import Table, TableView

_STILL_HERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class SmallList(TableView):
    """A list of a few rows; a single click opens, as a link would."""

    given_up = Signal(object)
    """The row on which Delete fell."""

    def __init__(self, table: Table[Any], name: str, called: str, parent: QWidget) -> None:
        super().__init__(table, parent)
        self.setObjectName(name)
        self.setAccessibleName(called)
        self.setSortingEnabled(False)
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.clicked.connect(self._open_clicked)

    def set_lines(self, count: int) -> None:
        """Be exactly as high as this many rows."""
        self.setFixedHeight(count * self.verticalHeader().defaultSectionSize() + 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first row, so that Enter has something to open."""
        super().focusInEvent(event)
        by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        if by_key and self.chosen() is None and self.model().rowCount():
            self.selectRow(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No row stays marked in a list nobody is in, unless somebody marks it again."""
        super().focusOutEvent(event)
        if event.reason() not in _STILL_HERE:
            self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete gives the row up."""
        if event.key() == Qt.Key.Key_Delete and self.chosen() is not None:
            self.given_up.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _open_clicked(self, _index: QModelIndex) -> None:
        if self.chosen() is not None:
            self.opened.emit(self.chosen())
