"""An acceptance notice on A5: one page for an ordinary case, more when the list is long."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from svcdesk.papers import receipt_words as words
from svcdesk.papers.barcodes import BAR_MODULES, QR_MODULES, draw_bars, draw_qr
from svcdesk.papers.fonts import Weight
from svcdesk.papers.pen import Align, Pen, Style
from svcdesk.papers.receipt_words import Field
from svcdesk.rules.catalogue import ItemKind
from svcdesk.rules.numbers import grouped
from svcdesk.rules.receipts import ReceiptSheet, ReceivedMaterial

# All measures are millimetres.
_WIDTH: Final = 148.0
_HEIGHT: Final = 210.0
_LEFT: Final = 12.0
_RIGHT: Final = _WIDTH - _LEFT
_MIDDLE: Final = _WIDTH / 2
_TOP: Final = 9.0
_LINE: Final = 3.9
_PADDING: Final = 0.45
_INSET: Final = 1.5
_LABEL: Final = 15.5
_SPLIT: Final = _LEFT + 69.0
_COLUMNS: Final = (_LEFT, _LEFT + 9, _LEFT + 75.5, _LEFT + 103, _LEFT + 114, _RIGHT)
_STRETCH: Final = 2.0
"""How much taller than needed a row may become so that a short notice fills its page."""

SEAL_BOX: Final = 46.0
"""A district's seal measures 45 mm at most (国发〔1999〕25号)."""
_NOTES: Final = _RIGHT - _LEFT - SEAL_BOX - 4
_NOTE_LINE: Final = 3.5
_NOTE_GAP: Final = 0.8
_SIGNATURES: Final = 14.0
_GAP: Final = 2.5

_BODY: Final = Style(9.5)
_STRONG: Final = Style(9.5, Weight.BOLD)
_LABELS: Final = Style(9, grey=0.25)
_NOTE: Final = Style(8)
_SMALL: Final = Style(7.5, grey=0.3)
_AGENCY: Final = Style(12, Weight.BOLD)
_HEADING: Final = Style(20, Weight.BOLD)
_DIGITS: Final = Style(13, Weight.BOLD)


@dataclass(frozen=True)
class _Span:
    """Where on the page a row lies."""

    top: float
    height: float

    @property
    def middle(self) -> float:
        """Halfway down."""
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True)
class _Row:
    """A row of the table: the height it needs, and how to fill the span it gets."""

    height: float
    draw: Callable[[Pen, _Span], None]


def draw(sheet: ReceiptSheet) -> bytes:
    """The notice as a PDF."""
    pen = Pen(_WIDTH, _HEIGHT, f"{words.TITLE} {sheet.number}", sheet.agency)
    notes = _notes(sheet.kind, charged=sheet.charged, provisional=sheet.provisional)
    closing = _closing_height(sheet, notes)
    bottom = _bottom(sheet)
    pages = _pages(sheet, closing)
    for number, rows in enumerate(pages, 1):
        if number > 1:
            pen.next_page()
        top = _head(pen, sheet) if number == 1 else _head_again(pen, sheet)
        room = bottom - top - (closing if number == len(pages) else 0)
        below = _table(pen, rows, top, _stretch(rows, room) if len(pages) == 1 else 0)
        if number == len(pages):
            _closing(pen, sheet, notes, bottom - closing if number == 1 else below, closing)
        _foot(pen, sheet, number, len(pages))
    return pen.finish()


def _pages(sheet: ReceiptSheet, closing: float) -> list[list[_Row]]:
    """The rows page by page; the list's heading is repeated where the list goes on."""
    heading = _list_heading(len(sheet.materials))
    listed = [_material_row(number, line) for number, line in enumerate(sheet.materials, 1)]
    pages: list[list[_Row]] = [[]]
    rows = [*_field_rows(sheet), heading, *listed]
    bottom = _bottom(sheet)
    room = bottom - _head_height(sheet)
    for place, row in enumerate(rows):
        needed = row.height + (rows[place + 1].height if row is heading and listed else 0)
        if needed > room:
            repeated = [heading] if row in listed else []
            pages.append([*repeated])
            room = bottom - _AGAIN - sum(row.height for row in repeated)
        pages[-1].append(row)
        room -= row.height
    if closing > room:
        pages.append(_taken_along(pages[-1], heading) if listed else [])
    return pages


def _taken_along(page: list[_Row], heading: _Row) -> list[_Row]:
    """The last row of the list, taken off a full page so that the seal does not stand alone."""
    last = page.pop()
    if page[-1] is heading:
        page.pop()
    return [heading, last]


def _stretch(rows: Sequence[_Row], room: float) -> float:
    """What every row gets on top so that the table fills the page."""
    spare = room - sum(row.height for row in rows)
    return min(_STRETCH, max(0.0, spare / len(rows)))


def _table(pen: Pen, rows: Sequence[_Row], top: float, stretch: float) -> float:
    """Draw rows below each other in one frame; the place under the last of them."""
    y = top
    lower: list[float] = []
    for row in rows:
        span = _Span(y, row.height + stretch)
        row.draw(pen, span)
        y = span.bottom
        lower.append(y)
    for line in lower[:-1]:
        pen.line((_LEFT, line), (_RIGHT, line), thick=0.12, grey=0.45)
    if rows:
        pen.frame(_LEFT, top, _RIGHT - _LEFT, y - top, thick=0.3)
    return y


# --- head and foot ---------------------------------------------------------------------

_QR: Final = 0.8
_BAR: Final = 0.33
_HEAD_SIDE: Final = QR_MODULES * _QR + 5
_NAME_LINE: Final = 5.6
_NUMBER_BAND: Final = 10.0
_FOOT_LINE: Final = 3.2
_AGAIN: Final = _TOP + 12.0
"""Where the table starts on the pages after the first."""


def _agency_lines(sheet: ReceiptSheet) -> tuple[str, ...]:
    return _AGENCY.balance(sheet.agency, _RIGHT - _LEFT - 2 * _HEAD_SIDE)


def _head_height(sheet: ReceiptSheet) -> float:
    """Where the table starts on the first page."""
    return _TOP + max(len(_agency_lines(sheet)) * _NAME_LINE + 12.5, 18.0) + _NUMBER_BAND


def _head(pen: Pen, sheet: ReceiptSheet) -> float:
    draw_qr(pen, _LEFT, _TOP, sheet.number, module=_QR)
    agency = _agency_lines(sheet)
    pen.lines(_MIDDLE, _TOP, agency, _AGENCY, leading=_NAME_LINE, align=Align.CENTRE)
    middle = _TOP + (len(agency) + 0.5) * _NAME_LINE + 3.6
    pen.spaced(_MIDDLE, middle, words.TITLE, _HEADING, 7)
    if mark := words.reprint_mark(sheet):
        _mark(pen, mark)
    bottom = _head_height(sheet)
    pen.text(_LEFT, bottom - 4.6, words.NUMBER, _LABELS)
    pen.text(_LEFT + 9, bottom - 4.6, grouped(sheet.number), _DIGITS)
    left = _RIGHT - BAR_MODULES * _BAR
    draw_bars(pen, left, bottom - 9, sheet.number, module=_BAR, height=8)
    return bottom


def _mark(pen: Pen, mark: str) -> None:
    """A framed word in the top right corner."""
    wide = _STRONG.width(mark) + 3
    pen.frame(_RIGHT - wide, _TOP, wide, 6, thick=0.3)
    pen.text(_RIGHT - wide / 2, _TOP + 3, mark, _STRONG, Align.CENTRE)


def _head_again(pen: Pen, sheet: ReceiptSheet) -> float:
    """A short head for the pages after the first."""
    again = f"{words.TITLE}（续） {words.reprint_mark(sheet)}"
    pen.text(_LEFT, _TOP + 4, again, Style(11, Weight.BOLD))
    number = f"{words.NUMBER} {grouped(sheet.number)}"
    pen.text(_RIGHT, _TOP + 4, number, Style(11, Weight.BOLD), Align.RIGHT)
    return _AGAIN


def _bottom(sheet: ReceiptSheet) -> float:
    """Where the page ends above its foot."""
    return _HEIGHT - 8.5 - len(_foot_lines(sheet)) * _FOOT_LINE


def _foot_lines(sheet: ReceiptSheet) -> tuple[str, ...]:
    return _SMALL.wrap(sheet.hall, _RIGHT - _LEFT - 30)


def _foot(pen: Pen, sheet: ReceiptSheet, number: int, count: int) -> None:
    y = _bottom(sheet) + 4
    lines = _foot_lines(sheet)
    pen.lines(_LEFT, y - _FOOT_LINE / 2, lines, _SMALL, leading=_FOOT_LINE)
    pen.text(_RIGHT, y, f"第 {number} 页 共 {count} 页", _SMALL, Align.RIGHT)


# --- the table -------------------------------------------------------------------------


def _field_rows(sheet: ReceiptSheet) -> list[_Row]:
    groups = (words.applicant, words.request, words.times, words.counter)
    return [_field_row(fields) for group in groups for fields in group(sheet)]


def _field_row(fields: tuple[Field, ...]) -> _Row:
    """One field over the whole width, or two side by side."""
    edges = (_LEFT, _SPLIT, _RIGHT) if len(fields) == 2 else (_LEFT, _RIGHT)
    cells = [
        (left, field, _value(field).wrap(field.value, right - left - _LABEL - 2 * _INSET))
        for left, right, field in zip(edges, edges[1:], fields, strict=False)
    ]

    def fill(pen: Pen, span: _Span) -> None:
        for left, field, lines in cells:
            if left > _LEFT:
                _upright(pen, left, span)
            _upright(pen, left + _LABEL, span)
            pen.text(left + _INSET, span.middle, field.label, _LABELS)
            _middle_lines(pen, left + _LABEL + _INSET, span, lines, _value(field))
            _choices(pen, left + _LABEL + _INSET, span.middle, field)

    return _Row(_tall(max(len(lines) for _, _, lines in cells)), fill)


def _value(field: Field) -> Style:
    return _STRONG if field.strong else _BODY


def _tall(lines: int) -> float:
    return lines * _LINE + 2 * _PADDING


def _choices(pen: Pen, x: float, middle: float, field: Field) -> None:
    for ticked, word in field.choices:
        pen.tick_box(x, middle, 2.8, ticked=ticked)
        pen.text(x + 3.8, middle, word, _BODY)
        x += 3.8 + _BODY.width(word) + 4


def _list_heading(count: int) -> _Row:
    position, name, *others = words.MATERIALS

    def fill(pen: Pen, span: _Span) -> None:
        pen.fill(_LEFT, span.top, _RIGHT - _LEFT, span.height, (0.93, 0.93, 0.93))
        for place, title in enumerate((position, f"{name}（共 {count} 项）", *others)):
            _cell(pen, place, (title,), Style(9, Weight.BOLD), span)

    return _Row(_tall(1), fill)


def _material_row(number: int, received: ReceivedMaterial) -> _Row:
    name, form, copies = words.material(received)
    texts = (str(number), name, form, copies)
    cells = [
        _BODY.wrap(text, _COLUMNS[place + 1] - _COLUMNS[place] - 2 * _INSET)
        for place, text in enumerate(texts)
    ]

    def fill(pen: Pen, span: _Span) -> None:
        for place, lines in enumerate((*cells, ())):
            _cell(pen, place, lines, _BODY, span)
        middle = (_COLUMNS[4] + _COLUMNS[5]) / 2
        pen.tick_box(middle - 1.4, span.middle, 2.8, ticked=True)

    return _Row(_tall(max(map(len, cells))), fill)


def _cell(pen: Pen, place: int, text: tuple[str, ...], style: Style, span: _Span) -> None:
    """Fill a cell of the list: names from the left, everything else centred."""
    left, right = _COLUMNS[place], _COLUMNS[place + 1]
    if place:
        _upright(pen, left, span)
    if place == 1:
        _middle_lines(pen, left + _INSET, span, text, style)
    else:
        _middle_lines(pen, (left + right) / 2, span, text, style, align=Align.CENTRE)


def _middle_lines(
    pen: Pen,
    x: float,
    span: _Span,
    lines: tuple[str, ...],
    style: Style,
    *,
    align: Align = Align.LEFT,
) -> None:
    """Write lines in the middle of a row."""
    top = span.middle - len(lines) * _LINE / 2
    pen.lines(x, top, lines, style, leading=_LINE, align=align)


def _upright(pen: Pen, x: float, span: _Span) -> None:
    pen.line((x, span.top), (x, span.bottom), thick=0.12, grey=0.45)


# --- notes, signature and seal ---------------------------------------------------------


@cache
def _notes(kind: ItemKind, *, charged: bool, provisional: bool) -> tuple[tuple[str, ...], ...]:
    """The paragraphs in lines; they are few and the same on every notice."""
    told = words.paragraphs(kind, charged=charged, provisional=provisional)
    return tuple(_NOTE.wrap(text, _NOTES) for text in told)


def _closing_height(sheet: ReceiptSheet, notes: tuple[tuple[str, ...], ...]) -> float:
    """Room for everything under the table, including the gap above."""
    written = sum(len(lines) * _NOTE_LINE + _NOTE_GAP for lines in notes) + _SIGNATURES
    return _GAP + max(written, _seal_height(sheet))


def _closing(
    pen: Pen,
    sheet: ReceiptSheet,
    notes: tuple[tuple[str, ...], ...],
    top: float,
    height: float,
) -> None:
    y = top + _GAP
    for lines in notes:
        pen.lines(_LEFT, y, lines, _NOTE, leading=_NOTE_LINE)
        y += len(lines) * _NOTE_LINE + _NOTE_GAP
    _signature(pen, top + height)
    _seal(pen, sheet, top + height - _seal_height(sheet))


def _signature(pen: Pen, bottom: float) -> None:
    """Two lines to write on, the lower one at the bottom."""
    start = _LEFT + _NOTE.width(words.SIGNATURE) + 2
    for y, label in ((bottom - 8.5, words.SIGNATURE), (bottom - 1, words.SIGNED_ON)):
        pen.text(_LEFT, y - 1.5, label, _NOTE)
        pen.line((start, y), (_LEFT + _NOTES, y), thick=0.15)


def _seal_height(sheet: ReceiptSheet) -> float:
    """The seal covers agency and date; a very long name makes the box taller."""
    return max(SEAL_BOX, 14 + len(_signed_by(sheet)) * _LINE + 8)


def _signed_by(sheet: ReceiptSheet) -> tuple[str, ...]:
    return _BODY.balance(sheet.agency, SEAL_BOX - 4)


def _seal(pen: Pen, sheet: ReceiptSheet, top: float) -> None:
    left, height = _RIGHT - SEAL_BOX, _seal_height(sheet)
    middle = left + SEAL_BOX / 2
    pen.frame(left, top, SEAL_BOX, height, thick=0.2, grey=0.5, dashes=(1.2, 1.0))
    pen.text(middle, top + 4, words.SEAL, _SMALL, Align.CENTRE)
    lines = _signed_by(sheet)
    y = top + height / 2 + 3 - len(lines) * _LINE / 2
    pen.lines(middle, y, lines, _BODY, leading=_LINE, align=Align.CENTRE)
    y += len(lines) * _LINE + 4
    pen.text(middle, y, words.day(sheet.accepted_on), _BODY, Align.CENTRE)
