"""Bars by month, this year beside last year, painted here because no chart library ships."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from svcdesk.ui import theme

_STEPS = (1, 2, 5)
"""Grid lines stand at these figures times a power of ten."""
_LINES = 5
"""At most so many grid lines above zero."""


@dataclass(frozen=True)
class Bars:
    """What the chart shows: two series of counts by month (件)."""

    title: str
    months: tuple[str, ...]
    this_name: str
    this: tuple[int, ...]
    last_name: str
    last: tuple[int, ...]


class MonthBars(QWidget):
    """A bar chart from zero: this year solid, last year hatched, each bar with its figure.

    The table under it says the same, so the chart itself takes no focus.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: Bars | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Bars) -> None:
        """Show these figures instead."""
        self._bars = bars
        self.setAccessibleName(bars.title)
        self.setAccessibleDescription(_told(bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for six months."""
        return QSize(self._em() * 24, self._em() * 14)

    def minimumSizeHint(self) -> QSize:
        """Below this the figures would collide."""
        return QSize(self._em() * 18, self._em() * 7)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self._bars is None:
            return
        painter = QPainter(self)
        line = self.fontMetrics().height()
        _paint_legend(painter, QRectF(0, 0, self.width(), line * 1.9), self._bars)
        left = self.fontMetrics().horizontalAdvance("0000") + 8
        plot = QRectF(self.rect()).adjusted(left, line * 3.2, -4, -line * 1.5)
        top = _top([*self._bars.this, *self._bars.last])
        _paint_grid(painter, plot, top)
        _paint_bars(painter, plot, top, self._bars)
        painter.end()

    def _em(self) -> int:
        return self.fontMetrics().height()


def grid(highest: int) -> list[int]:
    """The figures at which grid lines stand: few, round, the last not below the highest."""
    step = next(
        step * 10**power
        for power in range(12)
        for step in _STEPS
        if step * 10**power * _LINES >= highest
    )
    lines = -(-max(highest, 1) // step)
    return [step * line for line in range(1, lines + 1)]


def _top(counts: Sequence[int]) -> int:
    return grid(max(counts, default=0))[-1]


def _told(bars: Bars) -> str:
    return "；".join(
        f"{month} {bars.this_name} {this}，{bars.last_name} {last}"
        for month, this, last in zip(bars.months, bars.this, bars.last, strict=True)
    )


def _solid() -> QBrush:
    return QBrush(theme.colour("primary"))


def _hatched() -> QBrush:
    return QBrush(theme.colour("sub"), Qt.BrushStyle.BDiagPattern)


def _paint_legend(painter: QPainter, box: QRectF, bars: Bars) -> None:
    metrics = painter.fontMetrics()
    side = metrics.ascent()
    right = box.right() - 4
    for name, brush in ((bars.last_name, _hatched()), (bars.this_name, _solid())):
        wide = metrics.horizontalAdvance(name)
        text = QRectF(right - wide, box.top(), wide + 2, box.height())
        swatch = QRectF(text.left() - side - 6, text.center().y() - side / 2, side, side)
        _fill(painter, swatch, brush)
        _write(painter, text, Qt.AlignmentFlag.AlignLeft, name, theme.colour("text"))
        right = text.left() - side - 24


def _fill(painter: QPainter, bar: QRectF, brush: QBrush) -> None:
    """A bar with an edge, so that the hatched one has a shape on paper too."""
    painter.setPen(QPen(brush.color(), 1))
    painter.setBrush(brush)
    painter.drawRect(bar)


def _paint_grid(painter: QPainter, plot: QRectF, top: int) -> None:
    high = painter.fontMetrics().height()
    for figure in [0, *grid(top)]:
        y = plot.bottom() - plot.height() * figure / top
        painter.setPen(QPen(theme.colour("border" if figure == 0 else "line"), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        label = QRectF(0, y - high / 2, plot.left() - 6, high)
        _write(painter, label, Qt.AlignmentFlag.AlignRight, str(figure), theme.colour("sub"))


def _paint_bars(painter: QPainter, plot: QRectF, top: int, bars: Bars) -> None:
    group = plot.width() / len(bars.months)
    wide = min(group * 0.38, painter.fontMetrics().horizontalAdvance("00000"))
    high = painter.fontMetrics().height()
    for at, month in enumerate(bars.months):
        middle = plot.left() + group * (at + 0.5)
        below = QRectF(middle - group / 2, plot.bottom() + 2, group, high * 1.4)
        _write(painter, below, Qt.AlignmentFlag.AlignHCenter, month, theme.colour("text"))
        for left, count, brush, ink in (
            (middle - wide - 1, bars.this[at], _solid(), "text"),
            (middle + 1, bars.last[at], _hatched(), "sub"),
        ):
            bar = QRectF(left, plot.top(), wide, plot.height())
            bar.setTop(plot.bottom() - plot.height() * count / top)
            if count:
                _fill(painter, bar, brush)
            figure = QRectF(left - 8, bar.top() - high - 1, wide + 16, high)
            _write(painter, figure, Qt.AlignmentFlag.AlignHCenter, str(count), theme.colour(ink))


def _write(
    painter: QPainter, box: QRectF, across: Qt.AlignmentFlag, text: str, ink: QColor
) -> None:
    painter.setPen(ink)
    painter.drawText(box, across | Qt.AlignmentFlag.AlignVCenter, text)
