"""Colours, sizes and the drawing of lamps, light and dark, over Qt's Fusion style.

The tokens and their contrast ratios are those of the design (text at least 4.5 to 1,
lines and icons at least 3 to 1); a test computes them again.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QWidget

from svcdesk.resources import resource
from svcdesk.rules.lamps import Lamp
from svcdesk.settings import Scheme
from svcdesk.ui import fonts
from svcdesk.ui.sheet import style_sheet

BASE_POINTS = 10.5
"""Size of body text at 100 % (磅)."""


LIGHT = {
    "window": "#F5F7FA",
    "base": "#FFFFFF",
    "raised": "#FFFFFF",
    "stripe": "#F7F9FB",
    "text": "#1F2329",
    "sub": "#4E5969",
    "faint": "#6B7480",
    "border": "#838A98",
    "line": "#DDE1E7",
    "hover": "#E8EEF7",
    "primary": "#1759B6",
    "on_primary": "#FFFFFF",
    "primary_pressed": "#124890",
    "selected": "#D6E4F8",
    "calm": "#0B6B3A",
    "on_calm": "#E3F4EA",
    "soon": "#7A4B00",
    "on_soon": "#FFF1CC",
    "overdue": "#A8071A",
    "on_overdue": "#FDE4E4",
    "info": "#0F5FA8",
    "on_info": "#E1EFFB",
    "held": "#4E5969",
    "on_held": "#ECEEF2",
}
DARK = {
    "window": "#1B1E23",
    "base": "#23272E",
    "raised": "#262B33",
    "stripe": "#272C34",
    "text": "#E8EAED",
    "sub": "#B3B9C3",
    "faint": "#98A0AC",
    "border": "#7C8592",
    "line": "#3A404A",
    "hover": "#2F3742",
    "primary": "#7FB0FF",
    "on_primary": "#0B1B33",
    "primary_pressed": "#A6C8FF",
    "selected": "#27446F",
    "calm": "#7FD9A4",
    "on_calm": "#143524",
    "soon": "#FFD479",
    "on_soon": "#40300A",
    "overdue": "#FF9C94",
    "on_overdue": "#4A1716",
    "info": "#8CC6FF",
    "on_info": "#12314D",
    "held": "#C4CAD3",
    "on_held": "#343A43",
}


class Shape(Enum):
    """A lamp's form: what is left of it on a grey print."""

    DISC = "●"
    TRIANGLE = "▲"
    SQUARE = "■"
    DIAMOND = "◆"
    BARS = "‖"
    RING = "○"


@dataclass(frozen=True)
class Look:
    """How a lamp or a state is drawn: its shape and its pair of colour tokens."""

    shape: Shape
    token: str

    @property
    def ink(self) -> QColor:
        """Colour of the shape and its word."""
        return colour(self.token)

    @property
    def ground(self) -> QColor:
        """Colour of the chip behind them."""
        return colour(f"on_{self.token}")


LOOKS = {
    Lamp.CALM: Look(Shape.DISC, "calm"),
    Lamp.NOTICE: Look(Shape.DIAMOND, "info"),
    Lamp.SOON: Look(Shape.TRIANGLE, "soon"),
    Lamp.OVER_PROMISE: Look(Shape.SQUARE, "soon"),
    Lamp.OVER_STATUTE: Look(Shape.SQUARE, "overdue"),
    Lamp.DONE: Look(Shape.RING, "held"),
}
"""Yellow stays with the promise and red with the law, as supervision (电子监察) uses them."""

HELD = Look(Shape.BARS, "held")
"""Drafts and cases put aside (挂起)."""


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, percent: int = 100) -> None:
    """Dress the application; ``percent`` is the size of its text (90 to 150)."""
    fonts.load()
    app.setStyle("Fusion")
    hints = app.styleHints()
    hints.setColorScheme(_WANTED[scheme])
    tokens = DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
    if scheme is not Scheme.SYSTEM:  # a platform that cannot be told is overruled
        tokens = DARK if scheme is Scheme.DARK else LIGHT
    points = BASE_POINTS * percent / 100
    app.setFont(fonts.body(points))
    app.setPalette(palette(tokens))
    app.setStyleSheet(style_sheet(tokens | _icons(dark=tokens is DARK), points))


def _icons(*, dark: bool) -> dict[str, str]:
    kind = "dark" if dark else "light"
    names = ("up", "down", "check")
    return {name: resource("icons", f"{name}_{kind}.svg").as_posix() for name in names}


_WANTED = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


def is_dark() -> bool:
    """Whether the application is dressed dark now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colour(token: str) -> QColor:
    """A colour by its name in the present dress."""
    return QColor((DARK if is_dark() else LIGHT)[token])


def dress(widget: QWidget, kind: str) -> None:
    """Give a widget a kind the style sheet knows, such as ``primary`` or ``sub``."""
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(tokens: dict[str, str]) -> QPalette:
    """The whole palette from the tokens."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(tokens[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, _ROLE.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["faint"]))
    made.setColor(QPalette.ColorGroup.Disabled, _ROLE.Highlight, QColor(tokens["line"]))
    return made


_ROLE = QPalette.ColorRole
_ROLES = {
    _ROLE.Window: "window",
    _ROLE.WindowText: "text",
    _ROLE.Base: "base",
    _ROLE.AlternateBase: "stripe",
    _ROLE.Text: "text",
    _ROLE.PlaceholderText: "faint",
    _ROLE.Button: "raised",
    _ROLE.ButtonText: "text",
    _ROLE.BrightText: "overdue",
    _ROLE.ToolTipBase: "base",
    _ROLE.ToolTipText: "text",
    _ROLE.Highlight: "selected",
    _ROLE.HighlightedText: "text",
    _ROLE.Accent: "primary",
    _ROLE.Link: "primary",
    _ROLE.LinkVisited: "primary",
    _ROLE.Light: "raised",
    _ROLE.Midlight: "hover",
    _ROLE.Mid: "line",
    _ROLE.Dark: "border",
    _ROLE.Shadow: "border",
}


def paint_shape(painter: QPainter, box: QRectF, shape: Shape, ink: QColor) -> None:
    """Draw the shape into the box; no font is trusted to have it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(box.width(), box.height())
    centre = box.center()
    if shape is Shape.RING:
        width = max(1.5, side / 7)
        painter.setPen(QPen(ink, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, (side - width) * 0.42, (side - width) * 0.42)
    else:
        painter.fillPath(_outline(shape, centre, side / 2), ink)
    painter.restore()


def _outline(shape: Shape, centre: QPointF, half: float) -> QPainterPath:
    path = QPainterPath()
    if shape is Shape.DISC:
        path.addEllipse(centre, half * 0.84, half * 0.84)
    elif shape is Shape.SQUARE:
        path.addRect(QRectF(-half, -half, 2 * half, 2 * half).translated(centre))
    elif shape is Shape.BARS:
        for left in (-0.7, 0.2):
            path.addRect(QRectF(left * half, -half, half * 0.5, 2 * half).translated(centre))
    else:
        corners = _TRIANGLE if shape is Shape.TRIANGLE else _DIAMOND
        path.addPolygon(QPolygonF([centre + QPointF(x, y) * half for x, y in corners]))
        path.closeSubpath()
    return path


_TRIANGLE = ((0, -0.95), (1, 0.8), (-1, 0.8))
_DIAMOND = ((0, -1), (1, 0), (0, 1), (-1, 0))


def lamp_icon(lamp: Lamp, side: int = 14) -> QIcon:
    """The lamp's shape as an icon, for buttons and menus; its word must stand beside it."""
    look = LOOKS[lamp]
    return shape_icon(look.shape, look.ink, side)


def shape_icon(shape: Shape, ink: QColor, side: int = 14) -> QIcon:
    """A shape as an icon, drawn twice as fine as asked for high resolutions."""
    pixmap = QPixmap(side * 2, side * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    inset = side / 7
    paint_shape(
        painter, QRectF(0, 0, side, side).adjusted(inset, inset, -inset, -inset), shape, ink
    )
    painter.end()
    return QIcon(pixmap)
