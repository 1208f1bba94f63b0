import csv

from PySide6.QtGui import QFontMetricsF, QRawFont

from svcdesk.resources import resource
from svcdesk.ui import fonts


def test_the_bundled_typefaces_are_there(dressed):
    assert set(fonts.FAMILIES) <= set(fonts.load())


def test_a_rare_character_of_a_name_is_drawn_by_the_fall_back(dressed):
    rare = QRawFont(str(resource("fonts", "HanaMinB.ttf")), 12)
    assert rare.supportsCharacter(ord("𬱖"))
    assert QFontMetricsF(fonts.body(12)).inFontUcs4(ord("𬱖"))


def test_every_character_of_the_sample_hall_has_a_glyph(dressed):
    metrics = QFontMetricsF(fonts.body(12))
    text = "".join(
        "".join(row)
        for name in ("items.csv", "units.csv", "windows.csv", "materials.csv")
        for row in csv.reader(resource("hall", name).open(encoding="utf-8-sig"))
    )
    assert [
        one for one in sorted(set(text)) if one > " " and not metrics.inFontUcs4(ord(one))
    ] == []
