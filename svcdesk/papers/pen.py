"""A pen for all PDF papers: millimetres from the top left corner, text in the house's typefaces.

The same strokes give the same bytes: no clock and no random identity enter the file, so a
reprint is the first print bit by bit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from svcdesk.papers import fonts
from svcdesk.papers.fonts import Weight

rl_config.useA85 = 0  # pages need not survive a seven-bit mail gateway: a fifth smaller

POINT: Final = 25.4 / 72
"""Millimetres in one point."""
ASCENT: Final = 0.38
"""How far the base line lies under the middle of a line of Chinese, relative to the size."""


class Align(Enum):
    """Which part of a line of text ``x`` names."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True)
class Style:
    """How text looks: size in points, strength, and grey from 0 (black) to 1 (white)."""

    size: float
    weight: Weight = Weight.REGULAR
    grey: float = 0.0

    def width(self, text: str) -> float:
        """Width of a line of text in millimetres."""
        return fonts.width(text, self.size, self.weight) * POINT

    def wrap(self, text: str, room: float) -> tuple[str, ...]:
        """The text in lines not wider than ``room`` millimetres."""
        return fonts.wrap(text, room / POINT, self.size, self.weight)

    def balance(self, text: str, room: float) -> tuple[str, ...]:
        """The text in as few lines as :meth:`wrap` needs, all about equally long."""
        lines = self.wrap(text, room)
        for narrower in range(int(room), int(room) // 2, -2):
            tried = self.wrap(text, narrower)
            if len(tried) > len(lines):
                break
            lines = tried
        return lines


class Pen:
    """Draws pages of one size; ``finish`` gives the document."""

    def __init__(self, width: float, height: float, title: str, author: str) -> None:
        """Open a document of pages ``width`` by ``height`` millimetres."""
        self.width = width
        self.height = height
        self._file = BytesIO()
        fonts.width("受", 1)  # the initial typeface has to be parsed before it is named
        self._canvas: Any = Canvas(
            self._file,
            pagesize=(width / POINT, height / POINT),
            pageCompression=1,
            invariant=1,
            initialFontName=Weight.REGULAR.faces[0].name,
            lang="zh-CN",
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("svcdesk")
        self._canvas.setProducer("svcdesk")
        # a printer that scales pages would shrink the room for the seal
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._open_page()

    def text(
        self, x: float, middle: float, text: str, style: Style, align: Align = Align.LEFT
    ) -> None:
        """Write one line whose middle is ``middle`` under the top edge."""
        if align is not Align.LEFT:
            x -= style.width(text) * align.value
        self._write(x / POINT, self._up(middle) - ASCENT * style.size, text, style)

    def lines(
        self,
        x: float,
        top: float,
        lines: Iterable[str],
        style: Style,
        *,
        leading: float,
        align: Align = Align.LEFT,
    ) -> None:
        """Write lines under each other; each takes ``leading`` millimetres."""
        for number, line in enumerate(lines):
            self.text(x, top + (number + 0.5) * leading, line, style, align)

    def spaced(self, x: float, middle: float, text: str, style: Style, gap: float) -> None:
        """Write a heading centred on ``x`` with ``gap`` points between its characters."""
        self._text.setCharSpace(gap)
        x -= (style.width(text) + gap * POINT * (len(text) - 1)) / 2
        self._write(x / POINT, self._up(middle) - ASCENT * style.size, text, style)
        self._text.setCharSpace(0)

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        thick: float = 0.2,
        grey: float = 0.0,
    ) -> None:
        """Draw a straight line, ``thick`` millimetres wide."""
        self._stroke(thick, grey)
        self._canvas.line(start[0] / POINT, self._up(start[1]), end[0] / POINT, self._up(end[1]))

    def frame(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        thick: float = 0.2,
        grey: float = 0.0,
        dashes: tuple[float, float] | None = None,
    ) -> None:
        """Draw the outline of a rectangle."""
        self._stroke(thick, grey)
        if dashes:
            self._canvas.setDash([dash / POINT for dash in dashes])
        self._canvas.rect(*self._rectangle(x, top, width, height), stroke=1, fill=0)
        if dashes:
            self._canvas.setDash([])

    def fill(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        colour: tuple[float, float, float] = (0, 0, 0),
    ) -> None:
        """Fill a rectangle; the colour is red, green and blue from 0 to 1."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(*self._rectangle(x, top, width, height), stroke=0, fill=1)

    def modules(
        self,
        x: float,
        top: float,
        unit: tuple[float, float],
        dark: Iterable[tuple[int, int, int]],
    ) -> None:
        """Fill stretches of a grid: (row, first column, how many), in black.

        ``unit`` is the width and height of one field in millimetres. The many fields of a
        bar or QR code are written as whole numbers, which is far quicker.
        """
        self._canvas.saveState()
        wide, high = unit[0] / POINT, unit[1] / POINT
        self._canvas.transform(wide, 0, 0, -high, x / POINT, self._up(top))
        cells = " ".join(f"{left} {row} {count} 1 re" for row, left, count in dark)
        self._canvas.addLiteral(f"0 g {cells} f")
        self._canvas.restoreState()

    def tick_box(self, x: float, middle: float, size: float, *, ticked: bool) -> None:
        """Draw a box to tick (☐ or ☑, which are in no typeface), ``size`` millimetres wide."""
        top = middle - size / 2
        self.frame(x, top, size, size, thick=size * 0.08)
        if ticked:
            path = self._canvas.beginPath()
            path.moveTo((x + size * 0.2) / POINT, self._up(top + size * 0.52))
            path.lineTo((x + size * 0.42) / POINT, self._up(top + size * 0.76))
            path.lineTo((x + size * 0.82) / POINT, self._up(top + size * 0.24))
            self._stroke(size * 0.13, 0)
            self._canvas.drawPath(path, stroke=1, fill=0)

    def next_page(self) -> None:
        """End this page and open the next."""
        self._flush()
        self._canvas.showPage()
        self._open_page()

    def finish(self) -> bytes:
        """End the last page and give the whole document."""
        self._flush()
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()

    def _open_page(self) -> None:
        self._text: Any = self._canvas.beginText()
        self._grey = -1.0  # what the canvas fills with is whatever it filled last
        self._stroked = (-1.0, -1.0)

    def _stroke(self, thick: float, grey: float) -> None:
        """Say how lines look, unless the last line looked the same."""
        if self._stroked != (thick, grey):
            self._stroked = (thick, grey)
            self._canvas.setStrokeGray(grey)
            self._canvas.setLineWidth(thick / POINT)

    def _up(self, down: float) -> float:
        """A distance from the top edge, in points from the bottom edge."""
        return (self.height - down) / POINT

    def _rectangle(
        self, x: float, top: float, width: float, height: float
    ) -> tuple[float, float, float, float]:
        return x / POINT, self._up(top + height), width / POINT, height / POINT

    def _write(self, x: float, base: float, text: str, style: Style) -> None:
        if self._grey != style.grey:
            self._grey = style.grey
            self._text.setFillGray(style.grey)
        for face, run in fonts.runs(text, style.weight):
            if face is None:
                for place, character in enumerate(run):
                    before = fonts.width(run[:place], style.size, style.weight)
                    self._stand_in(x + before, base, character, style)
            else:
                self._put(x, base, run, face.name, style.size)
            x += fonts.width(run, style.size, style.weight)

    def _put(self, x: float, base: float, run: str, face: str, size: float) -> None:
        self._text.setFont(face, size)
        self._text.setTextOrigin(x, base)
        self._text.textOut(run)

    def _stand_in(self, x: float, base: float, character: str, style: Style) -> None:
        """Write the code point of a character that no typeface has, in a small frame."""
        size = style.size
        wide = fonts.width(character, size, style.weight) - size * 0.1
        self._stroke(size * 0.04 * POINT, style.grey)
        self._canvas.rect(x + size * 0.05, base, wide, size * 0.72)
        code = fonts.code_point(character)
        left = x + size * fonts.CODE_PADDING
        face = style.weight.faces[0].name
        self._put(left, base + size * 0.18, code, face, size * fonts.CODE_SIZE)

    def _flush(self) -> None:
        self._canvas.drawText(self._text)
