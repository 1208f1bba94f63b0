"""Twelve months in one cell: small bars, painted, so that no chart library is needed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from svcdesk.ui import theme
from svcdesk.ui.marks import row_at

_LOWEST_TOP = 4
"""The scale never ends below this, so that a single case a month stays a small bar (件)."""

_STEP = 9
"""Width of one month with its gap, at the smallest (像素)."""


class SparklineDelegate(QStyledItemDelegate):
    """Draws a row's monthly counts as bars from zero, each row to its own scale."""

    def __init__(
        self,
        counts: Callable[[Any], Sequence[int]],
        faint: Callable[[Any], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._counts, self._faint = counts, faint

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The cell's ground with the bars on it."""
        super().paint(painter, option, index)
        row = row_at(index)
        ink = theme.colour("faint" if self._faint(row) else "primary")
        paint_bars(painter, QRectF(option.rect).adjusted(8, 5, -8, -5), self._counts(row), ink)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The bars say it, so the figures do not."""
        super().initStyleOption(option, index)
        option.text = ""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for twelve months."""
        return QSize(12 * _STEP + 16, option.fontMetrics.height())


def paint_bars(painter: QPainter, box: QRectF, counts: Sequence[int], ink: QColor) -> None:
    """One bar a month; a month without a case is a short line, so that it still shows."""
    highest = max((_LOWEST_TOP, *counts))
    step = box.width() / max(len(counts), 1)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for month, count in enumerate(counts):
        height = box.height() * count / highest if count else 0.0
        bar = QRectF(box.left() + month * step, 0, max(step - 2, 1), max(height, 1))
        bar.moveBottom(box.bottom())
        painter.fillRect(bar, ink if count else theme.colour("border"))
    painter.restore()
