"""Names of people and organisations (姓名, 名称): any character of any plane, nothing else.

GB 18030-2022 level 3 asks for characters that Python 3.11's tables do not know yet, so
what is refused is listed as ranges of code points; ``isalpha`` would refuse people.
"""

from enum import StrEnum
from unicodedata import normalize

from svcdesk.rules.problems import Problem
from svcdesk.rules.words import QT_TRANSLATE_NOOP

LONGEST_NAME = 120
"""Characters of the longest name."""
_LONGEST_TEXT = 1000
"""Longer texts are refused unread (characters)."""


class NameFault(StrEnum):
    """Why a text cannot be a name."""

    EMPTY = "empty"
    LENGTH = "length"
    INVISIBLE = "invisible"
    PRIVATE_USE = "private_use"
    SYMBOL = "symbol"
    NO_LETTER = "no_letter"

    @property
    def word(self) -> str:
        """What is wrong and what to do; some name ``{position}`` and ``{code}``."""
        return _FAULT_WORDS[self]


_FAULT_WORDS = {
    NameFault.EMPTY: QT_TRANSLATE_NOOP("Problem", "姓名或名称还是空的。请按证件填写。"),
    NameFault.LENGTH: QT_TRANSLATE_NOOP(
        "Problem", "姓名或名称超过 {longest} 个字。请按证件填写，不要粘贴别的内容。"
    ),
    NameFault.INVISIBLE: QT_TRANSLATE_NOOP(
        "Problem",
        "姓名或名称第 {position} 个字是看不见的符号（{code}）。请删去它，或按证件重新输入。",
    ),
    NameFault.PRIVATE_USE: QT_TRANSLATE_NOOP(
        "Problem",
        "姓名或名称第 {position} 个字是自造字（{code}），别的电脑显示不出来。请改用标准字形输入。",
    ),
    NameFault.SYMBOL: QT_TRANSLATE_NOOP(
        "Problem", "姓名或名称第 {position} 个字是名称里不用的符号（{code}）。请按证件重新输入。"
    ),
    NameFault.NO_LETTER: QT_TRANSLATE_NOOP("Problem", "姓名或名称里没有文字。请按证件填写。"),
}


class BadName(Problem):
    """A text that cannot be a name; ``fault`` says why, ``words`` say it."""

    words = _FAULT_WORDS[NameFault.EMPTY]

    def __init__(self, fault: NameFault, position: int | None = None, code: str = "") -> None:
        super().__init__(fault=fault, position=position, code=code, longest=LONGEST_NAME)
        self.words = fault.word  # type: ignore[misc] # each fault has a sentence of its own
        self.fault = fault
        self.position = position
        """Which character of the trimmed name, counted from 1."""


_BLANKS = dict.fromkeys([0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_DOTS = dict.fromkeys(map(ord, "•‧∙⋅・･．᛫"), "·")
"""Middle dots of names as keyboards and other systems write them."""
_EDGES = " \t\r\n\v\f\u0085\u2028\u2029\u200b\u200c\u200d\ufeff"

_REFUSED: tuple[tuple[int, int, NameFault], ...] = (
    (0x0000, 0x001F, NameFault.INVISIBLE),  # control characters, line ends
    (0x003C, 0x003E, NameFault.SYMBOL),  # < = >
    (0x005C, 0x005C, NameFault.SYMBOL),
    (0x007C, 0x007C, NameFault.SYMBOL),
    (0x007F, 0x009F, NameFault.INVISIBLE),
    (0x00AD, 0x00AD, NameFault.INVISIBLE),  # soft hyphen
    (0x034F, 0x034F, NameFault.INVISIBLE),  # joiner
    (0x061C, 0x061C, NameFault.INVISIBLE),  # directions of writing
    (0x115F, 0x1160, NameFault.INVISIBLE),  # Hangul fillers
    (0x17B4, 0x17B5, NameFault.INVISIBLE),
    (0x180B, 0x180F, NameFault.INVISIBLE),  # Mongolian selectors
    (0x200B, 0x200F, NameFault.INVISIBLE),  # zero width, directions
    (0x2028, 0x202E, NameFault.INVISIBLE),  # line ends, directions
    (0x2060, 0x206F, NameFault.INVISIBLE),
    (0x20D0, 0x20FF, NameFault.SYMBOL),  # enclosing marks of key caps
    (0x2190, 0x23FF, NameFault.SYMBOL),  # arrows, mathematics, technical
    (0x2400, 0x243F, NameFault.SYMBOL),
    (0x2500, 0x27BF, NameFault.SYMBOL),  # boxes, blocks, dingbats
    (0x2800, 0x28FF, NameFault.SYMBOL),  # Braille patterns
    (0x2900, 0x2BFF, NameFault.SYMBOL),
    (0x3164, 0x3164, NameFault.INVISIBLE),
    (0xD800, 0xDFFF, NameFault.INVISIBLE),  # half a character
    (0xE000, 0xF8FF, NameFault.PRIVATE_USE),
    (0xFDD0, 0xFDEF, NameFault.INVISIBLE),
    (0xFE00, 0xFE0F, NameFault.INVISIBLE),  # selectors of emoji
    (0xFEFF, 0xFEFF, NameFault.INVISIBLE),
    (0xFFA0, 0xFFA0, NameFault.INVISIBLE),
    (0xFFF0, 0xFFFF, NameFault.INVISIBLE),
    (0x1D000, 0x1D7FF, NameFault.SYMBOL),  # music, mathematical letters
    (0x1F000, 0x1FBFF, NameFault.SYMBOL),  # emoji, tiles, symbols
    (0x2FFFE, 0x2FFFF, NameFault.INVISIBLE),  # no characters
    (0x3FFFE, 0xE00FF, NameFault.INVISIBLE),  # nothing yet, then tags
    (0xE01F0, 0xEFFFF, NameFault.INVISIBLE),
    (0xF0000, 0x10FFFF, NameFault.PRIVATE_USE),
)
_HAN = (
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFD),
)
"""Planes 2 and 3 whole: extensions still to come belong to people already born."""
_SELECTORS = (0xE0100, 0xE01EF)
"""Selectors of a glyph (IVS) may follow a Chinese character."""


def clean_name(text: str) -> str:
    """The name as it is stored: composed (NFC), trimmed, middle dots as ``·``.

    Raises :class:`BadName`; nothing but blanks at the ends is dropped silently.
    """
    if len(text) > _LONGEST_TEXT:
        raise BadName(NameFault.LENGTH)
    name = normalize("NFC", text).translate(_BLANKS).strip(_EDGES).translate(_DOTS)
    if not name:
        raise BadName(NameFault.EMPTY)
    if len(name) > LONGEST_NAME:
        raise BadName(NameFault.LENGTH)
    for position, character in enumerate(name, 1):
        fault = _fault(character, name[position - 2] if position > 1 else "")
        if fault:
            raise BadName(fault, position, f"U+{ord(character):04X}")
    # Whether there is a letter at all; the tables' gaps are in Han, which is asked first.
    if not any(is_han(character) or character.isalnum() for character in name):
        raise BadName(NameFault.NO_LETTER)
    return " ".join(name.split())


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one, of any plane."""
    return any(first <= ord(character) <= last for first, last in _HAN)


def _fault(character: str, before: str) -> NameFault | None:
    code = ord(character)
    if _SELECTORS[0] <= code <= _SELECTORS[1]:
        return None if before and is_han(before) else NameFault.INVISIBLE
    return next((fault for first, last, fault in _REFUSED if first <= code <= last), None)
