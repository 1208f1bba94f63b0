"""The bundled typefaces, so that every Chinese character shows on every machine."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from svcdesk.resources import resource

FAMILIES = ["Noto Sans SC", "HanaMinB"]
"""First choice and fall-back (扩展 B 区以上的字); system fonts may draw 直骨门 the Japanese way."""

_FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf", "HanaMinB.ttf")


@cache
def load() -> tuple[str, ...]:
    """Give Qt the bundled files once; answers the families it found in them."""
    numbers = [QFontDatabase.addApplicationFont(str(resource("fonts", file))) for file in _FILES]
    return tuple(
        family
        for number in numbers
        if number >= 0
        for family in QFontDatabase.applicationFontFamilies(number)
    )


def body(points: float) -> QFont:
    """The font of all text, at this size (磅)."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(points)
    return font
