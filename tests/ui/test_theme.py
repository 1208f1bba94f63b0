from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from svcdesk.rules.lamps import Lamp
from svcdesk.settings import Scheme
from svcdesk.ui import theme

TEXTS = (
    [("text", ground) for ground in ("window", "base", "raised", "stripe", "hover", "selected")]
    + [("sub", "window"), ("sub", "base"), ("sub", "raised"), ("faint", "base")]
    + [("primary", "base"), ("primary", "window"), ("on_primary", "primary")]
    + [("on_primary", "primary_pressed"), ("text", "on_held")]
    + [(name, f"on_{name}") for name in ("calm", "soon", "overdue", "info", "held")]
    + [(name, "base") for name in ("calm", "soon", "overdue", "info")]
)
LINES = [("border", "base"), ("border", "window"), ("primary", "base")]


def luminance(name: Any) -> Any:
    def linear(part: Any) -> Any:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    colour = QColor(name)
    red, green, blue = (linear(one) for one in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Any, other: Any) -> Any:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(tokens):
    weak = [
        (ink, ground, round(contrast(tokens[ink], tokens[ground]), 2))
        for ink, ground in TEXTS
        if contrast(tokens[ink], tokens[ground]) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_edge_can_be_seen(tokens):
    weak = [pair for pair in LINES if contrast(tokens[pair[0]], tokens[pair[1]]) < 3]
    assert weak == []


def test_both_dresses_name_the_same_colours():
    assert theme.LIGHT.keys() == theme.DARK.keys()


def test_every_lamp_has_a_look_and_no_two_look_alike():
    assert set(theme.LOOKS) == set(Lamp)
    assert len(set(theme.LOOKS.values())) == len(Lamp)


def test_red_is_the_law_alone():
    assert [lamp for lamp, look in theme.LOOKS.items() if look.token == "overdue"] == [
        Lamp.OVER_STATUTE
    ]


def test_the_application_can_be_forced_dark_and_back(qapp):
    theme.apply(qapp, Scheme.DARK)
    assert theme.is_dark()
    assert theme.colour("text").name() == theme.DARK["text"].lower()
    theme.apply(qapp, Scheme.LIGHT)
    assert not theme.is_dark()


def test_larger_text_is_larger(qapp):
    theme.apply(qapp, Scheme.LIGHT, percent=150)
    assert qapp.font().pointSizeF() == pytest.approx(15.75)


@pytest.mark.parametrize("shape", theme.Shape)
def test_every_shape_leaves_ink_in_the_middle_half_or_as_a_ring(shape):
    image = QImage(28, 28, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    theme.paint_shape(painter, QRectF(2, 2, 24, 24), shape, QColor("black"))
    painter.end()
    inked = sum(image.pixelColor(x, y).lightness() < 128 for x in range(28) for y in range(28))
    assert 60 < inked < 640
