"""A chip: a state as shape, word and colour, so that a grey print still reads."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from svcdesk.ui import theme
from svcdesk.ui.theme import Look

_GAP = 6
_INSET = 8


def size(option: QStyleOptionViewItem, word: str) -> QSize:
    """How much room the chip of a cell needs."""
    return _extent(option.fontMetrics, word) + QSize(8, 8)


def paint(painter: QPainter, option: QStyleOptionViewItem, look: Look, word: str) -> None:
    """Draw the chip into a cell, at its left edge."""
    _paint(painter, QRectF(option.rect).adjusted(6, 0, -2, 0), option.fontMetrics, look, word)


def _extent(metrics: QFontMetrics, word: str) -> QSize:
    side = metrics.ascent()
    return QSize(side + _GAP + metrics.horizontalAdvance(word) + 2 * _INSET, metrics.height() + 2)


def _paint(painter: QPainter, box: QRectF, metrics: QFontMetrics, look: Look, word: str) -> None:
    extent = _extent(metrics, word)
    body = QRectF(0, 0, min(extent.width(), box.width()), extent.height())
    body.moveCenter(box.center())
    body.moveLeft(box.left())
    side = metrics.ascent() * 0.72
    shape = QRectF(body.left() + _INSET, body.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ground)
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
    theme.paint_shape(painter, shape, look.shape, look.ink)
    painter.setPen(look.ink)
    text = body.adjusted(_INSET + metrics.ascent() + _GAP - 2, 0, -4, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()


class Chip(QWidget):
    """A chip standing on its own, outside a table."""

    def __init__(self, look: Look, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._word = look, word
        self.setAccessibleName(word)

    def show_state(self, look: Look, word: str) -> None:
        """Show another state."""
        self._look, self._word = look, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for shape and word."""
        return _extent(self.fontMetrics(), self._word)

    def minimumSizeHint(self) -> QSize:
        """Never less than the whole word."""
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        """Draw it."""
        painter = QPainter(self)
        _paint(painter, QRectF(self.rect()), self.fontMetrics(), self._look, self._word)
        painter.end()
