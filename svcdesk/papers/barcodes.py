"""The case number as a Code 128 and as a QR code: digits only, as any scanner types them."""

from functools import lru_cache
from typing import Final

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel, QRNumber

from svcdesk.papers.pen import Pen

QR_MODULES: Final = 21
"""Modules on a side: 16 digits with medium correction always fit the smallest version."""
_VERSION: Final = 1
_MASK: Final = 3
# Every mask may be read (ISO/IEC 18004); trying all eight for the prettiest would take
# longer than drawing the rest of the receipt. The number's leading digits hardly vary.

BAR_MODULES: Final = 123
"""Modules of 16 digits in code set C: start, eight pairs, check, stop."""


def draw_qr(pen: Pen, x: float, top: float, number: str, *, module: float) -> None:
    """Draw the QR code of 16 digits; ``module`` is the side of one square in millimetres."""
    pen.modules(x, top, (module, module), _dark_runs(number))


def draw_bars(pen: Pen, x: float, top: float, number: str, *, module: float, height: float) -> None:
    """Draw the Code 128 of 16 digits; ``module`` is the thinnest bar in millimetres."""
    pen.modules(x, top, (module, height), [(0, *bar) for bar in _bars(number)])


@lru_cache(maxsize=1)
def _dark_runs(number: str) -> tuple[tuple[int, int, int], ...]:
    """The dark modules as (row, first column, how many side by side)."""
    code = QRCode(_VERSION, QRErrorCorrectLevel.M)
    code.addData(QRNumber(number))
    code.makeImpl(False, _MASK)
    return tuple(
        (row, left, count)
        for row, modules in enumerate(code.modules)
        for left, count in _runs(modules)
    )


def _bars(number: str) -> tuple[tuple[int, int], ...]:
    """The bars as (first module, how many wide)."""
    bars = Code128(number, barWidth=1, quiet=0)
    bars.validate()
    bars.encode()
    modules: list[bool] = []
    for element in bars.decompose():  # A to D is a bar, a to d a gap, 1 to 4 modules wide
        modules += [element.isupper()] * (ord(element.lower()) - ord("a") + 1)
    return tuple(_runs(modules))


def _runs(modules: list[bool]) -> list[tuple[int, int]]:
    """Where dark stretches begin and how long they are."""
    runs: list[tuple[int, int]] = []
    start = None
    for place, dark in enumerate([*modules, False]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            runs.append((start, place - start))
            start = None
    return runs
