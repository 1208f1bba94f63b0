"""The case number as a Code 128 and as a QR code: digits only, as any scanner types them.

Both are written here for exactly sixteen digits: ReportLab has them too, but brings in its
whole page layout with them, which would take longer to load than drawing the receipt.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import cycle, islice
from typing import Final

from svcdesk.papers.pen import Pen

QR_MODULES: Final = 21
"""Modules on a side of the smallest version, which holds 16 digits with medium correction."""
BAR_MODULES: Final = 123
"""Modules of 16 digits in code set C: start, eight pairs, check, stop."""


def draw_qr(pen: Pen, x: float, top: float, number: str, *, module: float) -> None:
    """Draw the QR code of 16 digits; ``module`` is the side of one square in millimetres."""
    pen.modules(x, top, (module, module), _dark_runs(number))


def draw_bars(pen: Pen, x: float, top: float, number: str, *, module: float, height: float) -> None:
    """Draw the Code 128 of 16 digits; ``module`` is the thinnest bar in millimetres."""
    pen.modules(x, top, (module, height), [(0, *bar) for bar in _bars(number)])


# --- Code 128, ISO/IEC 15417, code set C: two digits to a symbol -------------------------

_WIDTHS: Final = tuple(
    """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232
    122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122
    321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311
    211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113
    213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422
    121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111
    241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121
    412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131
    """.split()
)
"""Bar, gap, bar, gap, bar, gap of each symbol, in modules."""
_START, _START_VALUE, _STOP = "211232", 105, "2331112"


def _bars(number: str) -> tuple[tuple[int, int], ...]:
    """The bars as (first module, how many wide)."""
    values = [int(pair) for pair in _cut(number, 2)]
    check = _START_VALUE + sum(place * value for place, value in enumerate(values, 1))
    symbols = [_START, *(_WIDTHS[value] for value in (*values, check % 103)), _STOP]
    modules: list[bool] = []
    for place, width in enumerate("".join(symbols)):
        modules += [place % 2 == 0] * int(width)
    return tuple(_runs(modules))


# --- QR code, ISO/IEC 18004, version 1-M, mask 3 -----------------------------------------

# Every mask may be read; trying all eight for the prettiest would take longer than drawing
# the rest of the receipt. The number's leading digits hardly vary.
_FIXED: Final = (
    "#######.#    .#######",
    "#.....#.#    .#.....#",
    "#.###.#..    .#.###.#",
    "#.###.#.#    .#.###.#",
    "#.###.#..    .#.###.#",
    "#.....#..    .#.....#",
    "#######.#.#.#.#######",
    "........#    ........",
    "#.##.###.    .#..#.##",
    "      .              ",
    "      #              ",
    "      .              ",
    "      #              ",
    "........#            ",
    "#######.#            ",
    "#.....#.#            ",
    "#.###.#..            ",
    "#.###.#.#            ",
    "#.###.#.#            ",
    "#.....#..            ",
    "#######.#            ",
)
"""Finders, timing and format; what is blank here carries the number."""
_CODEWORDS: Final = 16
_CORRECTING: Final = 10


@lru_cache(maxsize=1)
def _dark_runs(number: str) -> tuple[tuple[int, int, int], ...]:
    """The dark modules as (row, first column, how many side by side)."""
    dark = [[module == "#" for module in row] for row in _FIXED]
    codewords = _codewords(number)
    bits = "".join(f"{word:08b}" for word in (*codewords, *_correcting(codewords)))
    for (row, column), bit in zip(_places(), bits, strict=True):
        dark[row][column] = (bit == "1") != ((row + column) % 3 == 0)
    return tuple(
        (row, left, count) for row, modules in enumerate(dark) for left, count in _runs(modules)
    )


def _codewords(number: str) -> list[int]:
    """Numeric mode, the length, three digits in ten bits, the end, and padding."""
    digits = "".join(f"{int(part):0{1 + 3 * len(part)}b}" for part in _cut(number, 3))
    bits = f"0001{len(number):010b}{digits}0000"
    words = [int(part, 2) for part in _cut(bits, 8)]
    return [*words, *islice(cycle((0xEC, 0x11)), _CODEWORDS - len(words))]


def _correcting(codewords: Iterable[int]) -> list[int]:
    """The remainder of Reed and Solomon's division over GF(256)."""
    rest = [0] * _CORRECTING
    for word in codewords:
        factor = word ^ rest[0]
        shifted = (*rest[1:], 0)
        rest = [a ^ _times(factor, b) for a, b in zip(shifted, _GENERATOR, strict=True)]
    return rest


_GENERATOR: Final = (216, 194, 159, 111, 199, 94, 95, 113, 157, 193)
"""The divisor for ten correcting codewords, without its leading one."""


def _times(a: int, b: int) -> int:
    """The product in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1."""
    product = 0
    while b:
        product ^= a * (b & 1)
        a = (a << 1) ^ (0x11D if a & 0x80 else 0)
        b >>= 1
    return product


def _places() -> Iterator[tuple[int, int]]:
    """Where the bits go: in pairs of columns from the right, up and down in turn."""
    order = range(QR_MODULES)
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):  # column 6 is all timing
        order = order[::-1]
        for row in order:
            for column in (right, right - 1):
                if _FIXED[row][column] == " ":
                    yield row, column


# --- both --------------------------------------------------------------------------------


def _cut(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


def _runs(modules: Sequence[bool]) -> list[tuple[int, int]]:
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
