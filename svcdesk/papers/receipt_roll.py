"""An acceptance notice on an 80 mm thermal roll: one strip, as long as it needs to be."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from svcdesk.papers import receipt_words as words
from svcdesk.papers.barcodes import BAR_MODULES, QR_MODULES, draw_bars, draw_qr
from svcdesk.papers.fonts import Weight
from svcdesk.papers.pen import Align, Pen, Style
from svcdesk.papers.receipt_words import Field
from svcdesk.rules.numbers import grouped
from svcdesk.rules.receipts import ReceiptSheet

# All measures are millimetres. Such a printer has 8 dots to the millimetre over 72 mm and
# no grey: bars and squares are whole dots, everything is black.
_WIDTH: Final = 80.0
_LEFT: Final = 4.0
_RIGHT: Final = _WIDTH - _LEFT
_MIDDLE: Final = _WIDTH / 2
_MARGIN: Final = 5.0
_CUTTER: Final = 8.0
"""Blank paper at the end, which the cutter does not reach."""
_LABEL: Final = 17.0
_QR: Final = 0.75
_BAR: Final = 0.375
_BAR_HEIGHT: Final = 10.0

SEAL_BOX: Final = 46.0
"""A district's seal measures 45 mm at most (国发〔1999〕25号)."""

_BODY: Final = Style(9)
_STRONG: Final = Style(9, Weight.BOLD)
_NOTE: Final = Style(8.5)
_AGENCY: Final = Style(11, Weight.BOLD)
_HEADING: Final = Style(17, Weight.BOLD)
_DIGITS: Final = Style(14, Weight.BOLD)


@dataclass(frozen=True)
class _Block:
    """A piece of the strip: its height, and how to draw it from its top."""

    height: float
    draw: Callable[[Pen, float], None]


def draw(sheet: ReceiptSheet) -> bytes:
    """The notice as a PDF of one page."""
    blocks = list(_blocks(sheet))
    height = _MARGIN + sum(block.height for block in blocks) + _CUTTER
    pen = Pen(_WIDTH, height, f"{words.TITLE} {sheet.number}", sheet.agency)
    top = _MARGIN
    for block in blocks:
        block.draw(pen, top)
        top += block.height
    return pen.finish()


def _blocks(sheet: ReceiptSheet) -> Iterator[_Block]:
    yield _text(sheet.agency, _AGENCY, Align.CENTRE)
    yield _Block(9, lambda pen, top: pen.spaced(_MIDDLE, top + 4.5, words.TITLE, _HEADING, 6))
    if mark := words.reprint_mark(sheet):
        yield _framed(mark)
    yield _number(sheet)
    yield _rule()
    for group in (words.applicant, words.request, words.times):
        yield from (_field(field) for fields in group(sheet) for field in fields)
    yield _rule()
    yield from _materials(sheet)
    yield _rule()
    yield from (_field(field) for fields in words.counter(sheet) for field in fields)
    yield _rule()
    told = words.paragraphs(sheet.kind, charged=sheet.charged, provisional=sheet.provisional)
    yield from (_text(text, _NOTE) for text in told)
    yield _signature(words.SIGNATURE)
    yield _signature(words.SIGNED_ON)
    yield _seal(sheet)
    yield _bars(sheet)
    yield _text(sheet.hall, _NOTE, Align.CENTRE)


def _leading(style: Style) -> float:
    return style.size * 0.46


def _text(text: str, style: Style, align: Align = Align.LEFT) -> _Block:
    """A paragraph over the whole width."""
    x = _MIDDLE if align is Align.CENTRE else _LEFT
    cut = style.balance if align is Align.CENTRE else style.wrap
    lines = cut(text, _RIGHT - _LEFT)
    return _Block(
        len(lines) * _leading(style) + 0.6,
        lambda pen, top: pen.lines(x, top, lines, style, leading=_leading(style), align=align),
    )


def _framed(mark: str) -> _Block:
    wide = _STRONG.width(mark) + 4

    def put(pen: Pen, top: float) -> None:
        pen.frame(_MIDDLE - wide / 2, top + 1, wide, 5.5, thick=0.375)
        pen.text(_MIDDLE, top + 3.75, mark, _STRONG, Align.CENTRE)

    return _Block(7.5, put)


def _number(sheet: ReceiptSheet) -> _Block:
    """QR code and number side by side; the number is what people read out."""
    side = QR_MODULES * _QR
    day, rest = grouped(sheet.number).split(" ", 1)

    def put(pen: Pen, top: float) -> None:
        draw_qr(pen, _LEFT + 2, top + 3, sheet.number, module=_QR)
        x = _LEFT + side + 8
        pen.text(x, top + 5, words.NUMBER, _BODY)
        pen.text(x, top + 10.5, day, _DIGITS)
        pen.text(x, top + 16.5, rest, _DIGITS)

    return _Block(side + 6, put)


def _rule() -> _Block:
    def put(pen: Pen, top: float) -> None:
        pen.line((_LEFT, top + 1.2), (_RIGHT, top + 1.2), thick=0.25)

    return _Block(2.4, put)


def _field(field: Field) -> _Block:
    style = _STRONG if field.strong else _BODY
    lines = style.wrap(field.value, _RIGHT - _LEFT - _LABEL)

    def put(pen: Pen, top: float) -> None:
        x = _LEFT + _LABEL
        pen.text(_LEFT, top + _leading(style) / 2, field.label, _BODY)
        pen.lines(x, top, lines, style, leading=_leading(style))
        for ticked, word in field.choices:
            pen.tick_box(x, top + _leading(style) / 2, 2.75, ticked=ticked)
            pen.text(x + 3.75, top + _leading(style) / 2, word, style)
            x += 3.75 + style.width(word) + 4

    return _Block(len(lines) * _leading(style) + 0.7, put)


def _materials(sheet: ReceiptSheet) -> Iterator[_Block]:
    yield _text(f"{words.MATERIALS[1]}（共 {len(sheet.materials)} 项）", _STRONG)
    for number, received in enumerate(sheet.materials, 1):
        name, form, copies = words.material(received)
        yield _material(f"{number}. {name}（{form}，{copies}）")


def _material(text: str) -> _Block:
    """A ticked box and what was handed in."""
    lines = _BODY.wrap(text, _RIGHT - _LEFT - 5)

    def put(pen: Pen, top: float) -> None:
        pen.tick_box(_LEFT, top + _leading(_BODY) / 2, 2.75, ticked=True)
        pen.lines(_LEFT + 4.5, top, lines, _BODY, leading=_leading(_BODY))

    return _Block(len(lines) * _leading(_BODY) + 0.5, put)


def _signature(label: str) -> _Block:
    def put(pen: Pen, top: float) -> None:
        pen.text(_LEFT, top + 6, label, _NOTE)
        pen.line((_LEFT + _NOTE.width(label) + 2, top + 8), (_RIGHT, top + 8), thick=0.25)

    return _Block(8.5, put)


def _seal(sheet: ReceiptSheet) -> _Block:
    """The box the agency's seal is set in, over its name and the date."""
    lines = _BODY.balance(sheet.agency, SEAL_BOX - 4)
    height = max(SEAL_BOX, 14 + len(lines) * _leading(_BODY) + 8)

    def put(pen: Pen, top: float) -> None:
        top += 3
        pen.frame(_MIDDLE - SEAL_BOX / 2, top, SEAL_BOX, height, thick=0.25, dashes=(1.25, 1))
        pen.text(_MIDDLE, top + 4, words.SEAL, Style(7.5), Align.CENTRE)
        y = top + height / 2 + 4 - len(lines) * _leading(_BODY) / 2
        pen.lines(_MIDDLE, y, lines, _BODY, leading=_leading(_BODY), align=Align.CENTRE)
        y += len(lines) * _leading(_BODY) + 2
        pen.text(_MIDDLE, y, words.day(sheet.accepted_on), _BODY, Align.CENTRE)

    return _Block(height + 6, put)


def _bars(sheet: ReceiptSheet) -> _Block:
    def put(pen: Pen, top: float) -> None:
        left = _MIDDLE - BAR_MODULES * _BAR / 2
        draw_bars(pen, left, top, sheet.number, module=_BAR, height=_BAR_HEIGHT)
        pen.text(_MIDDLE, top + _BAR_HEIGHT + 2.5, grouped(sheet.number), _BODY, Align.CENTRE)

    return _Block(_BAR_HEIGHT + 6, put)
