"""The typefaces of all papers: which one draws a character, how wide it is, where lines break.

Noto Sans SC draws every character of 通用规范汉字表, HanaMinB the rarer ones of extensions
B to F. ReportLab would draw a character that neither has as an empty box without a word; here
such a character has no typeface, and the pen writes its code point instead.
"""

import re
import threading
from enum import Enum
from functools import cached_property
from itertools import groupby
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from svcdesk.resources import resource

DRAWING: Final = threading.RLock()
"""Held while a document is drawn: a parsed typeface serves one document at a time."""


class Face:
    """One TrueType file, parsed when the first character asks for it."""

    def __init__(self, name: str, file: str) -> None:
        self.name = name
        self._file = file

    @cached_property
    def _font(self) -> Any:
        # asciiReadable would embed all of ASCII in every document
        font = _with_whole_code_points(
            TTFont(self.name, str(resource("fonts", self._file)), asciiReadable=False)
        )
        pdfmetrics.registerFont(font)
        return font

    def has(self, character: str) -> bool:
        """Whether the file has a glyph for the character."""
        return ord(character) in self._font.face.charToGlyph

    def advance(self, character: str) -> float:
        """How far the pen moves for the character, in thousandths of the size."""
        return float(self._font.face.getCharWidth(ord(character)))


_REGULAR: Final = Face("NotoSansSC", "NotoSansSC_400Regular.ttf")
_BOLD: Final = Face("NotoSansSC-Bold", "NotoSansSC_700Bold.ttf")
_RARE: Final = Face("HanaMinB", "HanaMinB.ttf")


class Weight(Enum):
    """How strong the strokes are; both weights fall back on the same rare characters."""

    REGULAR = (_REGULAR, _RARE)
    BOLD = (_BOLD, _RARE)

    @property
    def faces(self) -> tuple[Face, ...]:
        """The typefaces to try, in this order."""
        return self.value


_SELECTORS = dict.fromkeys([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
"""Variation selectors: they choose between shapes of the character before and have none."""

CODE_SIZE: Final = 0.5
"""Size of a code point that stands for a missing character, relative to the text."""
CODE_PADDING: Final = 0.15
"""Room between the code point and its frame on either side, relative to the text."""


class _Faces(dict[str, Face | None]):
    """Remembers which typeface of a weight draws a character."""

    def __init__(self, weight: Weight) -> None:
        super().__init__()
        self._faces = weight.faces

    def __missing__(self, character: str) -> Face | None:
        face = next((face for face in self._faces if face.has(character)), None)
        self[character] = face
        return face


class _Advances(dict[str, float]):
    """Remembers how wide a character is, in thousandths of the size."""

    def __init__(self, faces: _Faces) -> None:
        super().__init__()
        self._faces = faces

    def __missing__(self, character: str) -> float:
        advance = self._measure(character)
        self[character] = advance
        return advance

    def _measure(self, character: str) -> float:
        if ord(character) in _SELECTORS:
            return 0
        face = self._faces[character]
        if face is not None:
            return face.advance(character)
        code = sum(self[letter] for letter in code_point(character))
        return code * CODE_SIZE + 2000 * CODE_PADDING


_FACES: Final = {weight: _Faces(weight) for weight in Weight}
_ADVANCES: Final = {weight: _Advances(_FACES[weight]) for weight in Weight}


def code_point(character: str) -> str:
    """How a character without a glyph is named on paper, for example U+31350."""
    return f"U+{ord(character):04X}"


def runs(text: str, weight: Weight) -> list[tuple[Face | None, str]]:
    """The text cut where the typeface changes; ``None`` marks characters that no typeface has."""
    visible = text.translate(_SELECTORS)
    return [(face, "".join(run)) for face, run in groupby(visible, _FACES[weight].__getitem__)]


def width(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """Width of a line of text in points."""
    return sum(map(_ADVANCES[weight].__getitem__, text)) * size / 1000


# A line may not start with closing punctuation nor end with opening punctuation (GB/T
# 15834-2011); Latin words and numbers stay whole, a number with what it counts.
_CLOSING = "，。、；：？！）》」』】〉〕］｝”’…·％‰℃,.;:?!)]}%"
_OPENING = "（《「『【〈〔［｛“‘([{"
_COUNTED = "年月日时分份件项个页次号条款"
_MARKS = "\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_ATOM = re.compile(
    rf"\n|[{re.escape(_OPENING)}]*"
    rf"(?:[0-9A-Za-z\u00c0-\u024f*@#&+=/_'\-]+(?: ?[{_COUNTED}])?|[^\n])?[{_MARKS}]*"
    rf"[{re.escape(_CLOSING)}{_MARKS}]*"
)


def wrap(text: str, room: float, size: float, weight: Weight = Weight.REGULAR) -> tuple[str, ...]:
    """The text in lines not wider than ``room`` points; at least one line, even if empty."""
    if "\n" not in text and width(text, size, weight) <= room:
        return (text,)
    lines, line, used = [], "", 0.0
    for atom in _atoms(text, room, size, weight):
        wide = width(atom, size, weight)
        if atom == "\n" or (line and used + wide > room):
            lines.append(line.rstrip())
            line, used = "", 0.0
        if atom != "\n" and (line or not atom.isspace()):
            line, used = line + atom, used + wide
    return (*lines, line.rstrip())


def _atoms(text: str, room: float, size: float, weight: Weight) -> list[str]:
    """What stays together on a line; something wider than a whole line is cut anywhere."""
    atoms: list[str] = []
    for atom in filter(None, _ATOM.findall(text)):
        atoms.extend([atom] if width(atom, size, weight) <= room else atom)
    return atoms


_TOO_LONG_FOR_UTF_16 = re.compile(r"<([0-9A-F]{5,6})>")


def _with_whole_code_points(font: Any) -> Any:
    """Let text beyond the BMP be copied from the document as it was written.

    ReportLab (up to 5.1 at least) writes such a character into the ToUnicode map as its
    code point, where the format asks for UTF-16. Only this font object is touched.
    """
    add_objects = font.addObjects

    def add_and_mend(document: Any) -> None:
        add_objects(document)
        for name, stream in document.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _TOO_LONG_FOR_UTF_16.sub(_as_utf_16, stream.content)

    font.addObjects = add_and_mend
    return font


def _as_utf_16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


def prepare() -> None:
    """Parse both weights of the text face, so that the first paper does not wait for it."""
    with DRAWING:
        for weight in Weight:
            width("受理", 10, weight)
