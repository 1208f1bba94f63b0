"""The half-year report (半年报) as a PDF: A4 landscape, the units, the months, a chart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from operator import mul
from typing import Final

from svcdesk.papers import half_year_words as words
from svcdesk.papers.fonts import DRAWING, Weight
from svcdesk.papers.pen import Align, Pen, Style
from svcdesk.rules import figures
from svcdesk.rules.reports import HalfYear, MonthLine, UnitLine

# All measures are millimetres.
_WIDTH: Final = 297.0
_HEIGHT: Final = 210.0
_LEFT: Final = 18.0
_RIGHT: Final = _WIDTH - _LEFT
_MIDDLE: Final = _WIDTH / 2
_TOP: Final = 14.0
_BOTTOM: Final = _HEIGHT - 14.0
_ROW: Final = 5.3
_LINE: Final = 4.1
_HEAD: Final = 5.6
_NOTE_LINE: Final = 4.2
_INSET: Final = 2.0
_WIDTHS: Final = (12, 71, 18, 18, 18, 23, 18, 18, 18, 27, 20)
_COLUMNS: Final = tuple(accumulate(_WIDTHS, initial=_LEFT))
_GROUPS: Final = ((2, 6), (6, 9), (9, 11))

_PRIMARY: Final = (0x17 / 255, 0x59 / 255, 0xB6 / 255)
_PALE: Final = (0.80, 0.83, 0.87)
_SHADE: Final = (0.92, 0.94, 0.97)
_RULE: Final = 0.55

_HALL: Final = Style(14)
_TITLE: Final = Style(18, Weight.BOLD)
_TEXT: Final = Style(10.5)
_CAPTION: Final = Style(11, Weight.BOLD)
_BODY: Final = Style(9)
_STRONG: Final = Style(9, Weight.BOLD)
_NOTE: Final = Style(8.5)
_SMALL: Final = Style(8, grey=0.3)


@dataclass(frozen=True)
class _Block:
    """A piece of the report: its height, and how to draw it from its top."""

    height: float
    draw: Callable[[Pen, float], None]


def draw(report: HalfYear) -> bytes:
    """The report as a PDF; equal reports give equal bytes."""
    with DRAWING:
        pen = Pen(_WIDTH, _HEIGHT, f"{report.hall}{words.title(report)}", report.hall)
        pages = _pages(report)
        for number, blocks in enumerate(pages, 1):
            if number > 1:
                pen.next_page()
            top = _TOP
            for block in blocks:
                block.draw(pen, top)
                top += block.height
            foot = f"第 {number} 页 共 {len(pages)} 页"
            pen.text(_MIDDLE, _HEIGHT - 8, foot, _SMALL, Align.CENTRE)
        return pen.finish()


def _pages(report: HalfYear) -> list[list[_Block]]:
    """The blocks page by page; the units' heading is repeated, the months stay together."""
    heading = _heading(words.UNIT, words.period(report))
    pages, room = [[*_opening(report), heading]], _BOTTOM - _TOP
    room -= sum(block.height for block in pages[0])
    for row in _unit_rows(report):
        if row.height > room:
            pages.append([heading])
            room = _BOTTOM - _TOP - heading.height
        pages[-1].append(row)
        room -= row.height
    for part in ([_notes()], [*_months(report), _signatures(report)]):
        needed = sum(block.height for block in part)
        if needed > room:
            pages.append([])
            room = _BOTTOM - _TOP
        pages[-1] += part
        room -= needed
    return pages


def _opening(report: HalfYear) -> Iterator[_Block]:
    yield _centred(report.hall, _HALL, 6.5)
    yield _centred(words.title(report), _TITLE, 9.5)
    lines = _TEXT.wrap("　　" + figures.sentence(report), _RIGHT - _LEFT)
    yield _Block(
        len(lines) * 5.6 + 1,
        lambda pen, top: pen.lines(_LEFT, top, lines, _TEXT, leading=5.6),
    )
    yield _caption(words.UNITS_TABLE)


def _centred(text: str, style: Style, leading: float) -> _Block:
    lines = style.balance(text, _RIGHT - _LEFT)
    return _Block(
        len(lines) * leading,
        lambda pen, top: pen.lines(_MIDDLE, top, lines, style, leading=leading, align=Align.CENTRE),
    )


def _caption(text: str) -> _Block:
    """A table's name on the left, what it counts on the right."""

    def put(pen: Pen, top: float) -> None:
        pen.text(_LEFT, top + 3.2, text, _CAPTION)
        pen.text(_RIGHT, top + 3.6, words.COUNTED_IN, _NOTE, Align.RIGHT)

    return _Block(6.4, put)


# --- tables ----------------------------------------------------------------------------


def _heading(name: str, period: str) -> _Block:
    """Two lines of column titles: whose figures, and which."""
    groups = (period, words.LAST_PERIOD, words.CHANGE_GROUP)
    titles = (*words.THIS, *words.LAST, *words.CHANGE)

    def put(pen: Pen, top: float) -> None:
        pen.fill(_LEFT, top, _RIGHT - _LEFT, 2 * _HEAD, _SHADE)
        _edges(pen, top, 2 * _HEAD, _COLUMNS[:3])
        _edges(pen, top + _HEAD, _HEAD, _COLUMNS[2:])
        for place, title in enumerate((words.POSITION, name)):
            _centre(pen, place, place + 1, top + _HEAD, title)
        for (first, last), group in zip(_GROUPS, groups, strict=True):
            _edges(pen, top, _HEAD, (_COLUMNS[last],))
            _centre(pen, first, last, top + _HEAD / 2, group)
        for place, title in enumerate(titles, 2):
            _centre(pen, place, place + 1, top + _HEAD * 1.5, title)
        pen.line((_COLUMNS[2], top + _HEAD), (_RIGHT, top + _HEAD), thick=0.12, grey=_RULE)
        _rule(pen, top, 0.35)
        _rule(pen, top + 2 * _HEAD, 0.25)

    return _Block(2 * _HEAD, put)


def _centre(pen: Pen, first: int, last: int, middle: float, text: str) -> None:
    """A column title, made smaller where the column is narrow."""
    left, right = _COLUMNS[first], _COLUMNS[last]
    size = min(_STRONG.size, _STRONG.size * (right - left - 1) / _STRONG.width(text))
    style = Style(size, Weight.BOLD)
    pen.text((left + right) / 2, middle, text, style, Align.CENTRE)


def _unit_rows(report: HalfYear) -> Iterator[_Block]:
    yield _row("", report.total.name, words.cells(report.total), total=True)
    for number, line in enumerate(report.lines, 1):
        yield _row(str(number), line.name, words.cells(line))


def _row(position: str, name: str, cells: Sequence[str], *, total: bool = False) -> _Block:
    style = _STRONG if total else _BODY
    lines = style.wrap(name, _COLUMNS[2] - _COLUMNS[1] - 2 * _INSET)
    height = max(_ROW, len(lines) * _LINE + 1.2)

    def put(pen: Pen, top: float) -> None:
        middle = top + height / 2
        if total:
            pen.fill(_LEFT, top, _RIGHT - _LEFT, height, (0.96, 0.97, 0.985))
        pen.text((_COLUMNS[0] + _COLUMNS[1]) / 2, middle, position, style, Align.CENTRE)
        first = middle - len(lines) * _LINE / 2
        pen.lines(_COLUMNS[1] + _INSET, first, lines, style, leading=_LINE)
        for right, text in zip(_COLUMNS[3:], cells, strict=True):
            pen.text(right - _INSET, middle, text, style, Align.RIGHT)
        _edges(pen, top, height, _COLUMNS)
        _rule(pen, top + height, 0.12)

    return _Block(height, put)


def _edges(pen: Pen, top: float, height: float, places: Sequence[float]) -> None:
    for x in places:
        pen.line((x, top), (x, top + height), thick=0.12, grey=_RULE)


def _rule(pen: Pen, y: float, thick: float) -> None:
    pen.line((_LEFT, y), (_RIGHT, y), thick=thick, grey=0 if thick > 0.12 else _RULE)


def _notes() -> _Block:
    lines = [line for note in words.notes() for line in _NOTE.wrap(note, _RIGHT - _LEFT - 8)]

    def put(pen: Pen, top: float) -> None:
        pen.text(_LEFT, top + 1.5 + _NOTE_LINE / 2, "注：", _NOTE)
        pen.lines(_LEFT + 7, top + 1.5, lines, _NOTE, leading=_NOTE_LINE)

    return _Block(len(lines) * _NOTE_LINE + 2.5, put)


# --- months and signatures -------------------------------------------------------------


def _months(report: HalfYear) -> Iterator[_Block]:
    yield _caption(words.MONTHS_TABLE)
    yield _heading(words.MONTH, words.period(report))
    total: UnitLine = report.total
    yield _row("", total.name, words.cells(total), total=True)
    for number, line in enumerate(report.months, 1):
        yield _row(str(number), f"{line.month}月", words.cells(line))
    yield _notes()
    yield _chart(report)


_CHART: Final = 92.0
_BAR_SHARE: Final = 0.3
"""Part of a month's room that each of its two bars takes."""


def _chart(report: HalfYear) -> _Block:
    """Acceptances by month, this year beside last; counted from zero."""
    ceiling = _ceiling(
        max((max(m.this.accepted, m.last.accepted) for m in report.months), default=0)
    )

    def put(pen: Pen, top: float) -> None:
        pen.text(_LEFT, top + 6, words.CHART, _CAPTION)
        _legend(pen, report, top + 6)
        ground, tall = top + _CHART - 9, _CHART - 24
        for part in range(5):
            y = ground - tall * part / 4
            pen.text(_LEFT + 9, y, f"{ceiling * part // 4}", _SMALL, Align.RIGHT)
            if part:
                pen.line((_LEFT + 11, y), (_RIGHT, y), thick=0.12, grey=0.82)
        for place, month in enumerate(report.months):
            room = (_RIGHT - _LEFT - 11) / len(report.months)
            _bars(pen, month, (_LEFT + 11 + room * place, room), ground, tall / ceiling)
        pen.line((_LEFT + 11, ground), (_RIGHT, ground), thick=0.25)

    return _Block(_CHART, put)


def _bars(
    pen: Pen, month: MonthLine, across: tuple[float, float], ground: float, scale: float
) -> None:
    """A month's two bars with their counts above and the month below."""
    left, room = across
    wide = min(room * _BAR_SHARE, 14.0)
    middle = left + room / 2
    bars = ((month.last.accepted, _PALE, -wide), (month.this.accepted, _PRIMARY, 0.0))
    for cases, colour, offset in bars:
        tall = cases * scale
        pen.fill(middle + offset + 0.3, ground - tall, wide - 0.6, tall, colour)
        _count(pen, middle + offset + wide / 2, ground - tall - 2, str(cases))
    pen.text(middle, ground + 4, f"{month.month}月", _BODY, Align.CENTRE)


def _count(pen: Pen, x: float, middle: float, cases: str) -> None:
    """A number above its bar, clear of the lines behind it."""
    wide = _SMALL.width(cases) + 1
    pen.fill(x - wide / 2, middle - 1.4, wide, 2.8, (1, 1, 1))
    pen.text(x, middle, cases, _SMALL, Align.CENTRE)


def _legend(pen: Pen, report: HalfYear, middle: float) -> None:
    x = _RIGHT
    year = report.first.year
    for text, colour in ((f"{year}年", _PRIMARY), (f"{year - 1}年", _PALE)):
        x -= _BODY.width(text)
        pen.text(x, middle, text, _BODY)
        x -= 5
        pen.fill(x, middle - 1.5, 3.6, 3, colour)
        x -= 6


def _ceiling(highest: int) -> int:
    """The top of the axis: four equal round steps, not below any bar."""
    decades = accumulate(repeat(10), mul, initial=1)
    steps = (ten * half // 2 for ten in decades for half in (2, 3, 4, 5, 6, 8, 10, 15))
    return 4 * next(step for step in steps if 4 * step >= highest)


def _signatures(report: HalfYear) -> _Block:
    """Where those who made and checked the table sign."""
    third = (_RIGHT - _LEFT) / 3

    def put(pen: Pen, top: float) -> None:
        for place, label in enumerate((words.MADE_BY, words.CHECKED_BY)):
            x = _LEFT + third * place
            pen.text(x, top + 6, f"{label}：", _TEXT)
            pen.line((x + 15, top + 8.2), (x + 60, top + 8.2), thick=0.15)
        made = f"{words.MADE_ON}：{words.made_on(report)}"
        pen.text(_RIGHT, top + 6, made, _TEXT, Align.RIGHT)

    return _Block(11, put)
