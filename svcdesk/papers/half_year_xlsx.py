"""The half-year report as a spreadsheet: real numbers, and formulas that show how they arise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from fractions import Fraction
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from svcdesk.papers import half_year_words as words
from svcdesk.rules import figures
from svcdesk.rules.reports import HalfYear, MonthLine, UnitLine

_LAST_COLUMN: Final = 10
_WIDTHS: Final = (6, 40, 10, 10, 10, 13, 10, 10, 10, 15, 10)
_SENTENCE_ROW: Final = 2
_HEADING_ROW: Final = 4
_TOTAL_ROW: Final = _HEADING_ROW + 2
_FIRST_ROW: Final = _TOTAL_ROW + 1
_FONT: Final = "仿宋"
_BOLD_FONT: Final = "黑体"
_SHADE: Final = "#EAEFF7"
_THIS_COLOUR: Final = "#1759B6"
_LAST_COLOUR: Final = "#CCD4DE"

_WHOLE: Final = "0"
_SHARE: Final = "0.0%"
_POINTS: Final = "+0.00;-0.00;0.00"
_GROWTH: Final = "+0.0%;-0.0%;0.0%"
# received, completed, rate, rate of the period's own; received, completed, rate; changes
_NUMBERS: Final = (_WHOLE, _WHOLE, _SHARE, _SHARE, _WHOLE, _WHOLE, _SHARE, _POINTS, _GROWTH)


def draw(report: HalfYear) -> bytes:
    """The report as an xlsx workbook: one sheet of units, one of months with a chart."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties(
        {
            "title": report.hall + words.title(report),
            "author": report.hall,
            "created": datetime.combine(report.asked_at, time()),
        }
    )
    formats = _Formats(book)
    units = _Sheet(book.add_worksheet(words.UNITS_TABLE), formats, words.UNIT)
    units.fill(report, report.lines)
    months = _Sheet(book.add_worksheet(words.MONTHS_TABLE), formats, words.MONTH)
    months.fill(report, report.months)
    _add_chart(book, months.sheet, report, months.below)
    book.close()
    return file.getvalue()


class _Formats:
    """The looks of the workbook's cells, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def __call__(self, **looks: object) -> Any:
        looks = {"font_name": _FONT, "font_size": 11, "valign": "vcenter"} | looks
        key = tuple(sorted(looks.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(looks)
        return self._made[key]

    def cell(self, number: str, *, total: bool) -> Any:
        """A framed cell of the table; totals are bold on a shade."""
        looks: dict[str, object] = {"border": 1, "num_format": number, "align": "right"}
        return self(**looks, **({"bold": True, "bg_color": _SHADE} if total else {}))

    def text(self, *, total: bool, align: str = "left") -> Any:
        """A framed cell with words in it."""
        looks: dict[str, object] = {"border": 1, "align": align, "text_wrap": True}
        return self(**looks, **({"bold": True, "bg_color": _SHADE} if total else {}))


@dataclass(frozen=True)
class _Row:
    """Where a line of figures stands, and which rows add up to it (for the total)."""

    number: int
    parts: tuple[int, int] | None = None


class _Sheet:
    """One table with everything around it."""

    def __init__(self, sheet: Any, formats: _Formats, name: str) -> None:
        self.sheet = sheet
        self.below = 0
        self._formats = formats
        self._name = name

    def fill(self, report: HalfYear, lines: Sequence[UnitLine | MonthLine]) -> None:
        """Write heading, total, lines and notes, and set the page up."""
        self._open(report)
        last = _FIRST_ROW + len(lines) - 1
        self._line(report.total, _Row(_TOTAL_ROW, (_FIRST_ROW, last) if lines else None))
        for place, line in enumerate(lines):
            self._line(line, _Row(_FIRST_ROW + place))
            centred = self._formats.text(total=False, align="center")
            self.sheet.write_number(_FIRST_ROW + place, 0, place + 1, centred)
        self.below = self._close(report, last + 1)
        self._set_page()

    def _open(self, report: HalfYear) -> None:
        heading = self._formats(font_name=_BOLD_FONT, font_size=18, align="center")
        hall = self._formats(font_size=14, align="center")
        sentence = self._formats(text_wrap=True, indent=2)
        self._merged(0, report.hall, hall, 24)
        self._merged(1, words.title(report), heading, 30)
        self._merged(_SENTENCE_ROW, figures.sentence(report), sentence, 24)
        self._merged(_SENTENCE_ROW + 1, words.COUNTED_IN, self._formats(align="right"), 18)
        self._headings(words.period(report))

    def _headings(self, period: str) -> None:
        look = self._formats(
            font_name=_BOLD_FONT, border=1, bg_color=_SHADE, align="center", text_wrap=True
        )
        top = _HEADING_ROW
        self.sheet.merge_range(top, 0, top + 1, 0, words.POSITION, look)
        self.sheet.merge_range(top, 1, top + 1, 1, self._name, look)
        self.sheet.merge_range(top, 2, top, 5, period, look)
        self.sheet.merge_range(top, 6, top, 8, words.LAST_PERIOD, look)
        self.sheet.merge_range(top, 9, top, 10, words.CHANGE_GROUP, look)
        for column, title in enumerate((*words.THIS, *words.LAST, *words.CHANGE), 2):
            self.sheet.write_string(top + 1, column, title, look)

    def _line(self, line: UnitLine | MonthLine, row: _Row) -> None:
        total = row.number == _TOTAL_ROW
        name = line.name if isinstance(line, UnitLine) else f"{line.month}月"
        look = self._formats.text(total=total)
        self.sheet.write_blank(row.number, 0, None, look)
        self.sheet.write_string(row.number, 1, name, look)
        formulas = _formulas(row)
        for column, (value, number) in enumerate(zip(_values(line), _NUMBERS, strict=True), 2):
            shown = _shown(value)
            cell = self._formats.cell(number, total=total)
            if column in formulas:
                self.sheet.write_formula(row.number, column, formulas[column], cell, shown)
            elif isinstance(shown, str):
                self.sheet.write_string(row.number, column, shown, cell)
            else:
                self.sheet.write_number(row.number, column, shown, cell)

    def _close(self, report: HalfYear, row: int) -> int:
        """Write what stands under the table; the first free row."""
        for note in words.notes():
            self._merged(row, note, self._formats(font_size=10, text_wrap=True), 18)
            row += 1
        plain = self._formats()
        self.sheet.write_string(row + 1, 1, f"{words.MADE_BY}：", plain)
        self.sheet.write_string(row + 1, 4, f"{words.CHECKED_BY}：", plain)
        made = f"{words.MADE_ON}：{words.made_on(report)}"
        self.sheet.merge_range(row + 1, 7, row + 1, 10, made, self._formats(align="right"))
        return row + 3

    def _merged(self, row: int, text: str, look: Any, height: float) -> None:
        self.sheet.merge_range(row, 0, row, _LAST_COLUMN, "", look)
        self.sheet.write_string(row, 0, text, look)
        self.sheet.set_row(row, height)

    def _set_page(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.sheet.set_column(column, column, width)
        self.sheet.freeze_panes(_TOTAL_ROW, 2)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(_HEADING_ROW, _HEADING_ROW + 1)
        self.sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        self.sheet.center_horizontally()
        self.sheet.set_footer("&C第 &P 页 共 &N 页")


def _shown(value: int | Fraction | None) -> int | float | str:
    if value is None:
        return figures.NOTHING
    return value if isinstance(value, int) else float(value)


def _values(line: UnitLine | MonthLine) -> tuple[int | Fraction | None, ...]:
    """The nine numbers of a row, unrounded."""
    this, last = line.this, line.last
    return (
        this.accepted,
        this.completed,
        this.rate,
        this.cohort_rate,
        last.accepted,
        last.completed,
        last.rate,
        figures.percentage_points(this.rate, last.rate),
        figures.growth(this.accepted, last.accepted),
    )


def _formulas(row: _Row) -> dict[int, str]:
    """The formulas of a row by column; the rate of the period's own cases is a value."""
    n = row.number + 1
    formulas = {
        4: f'=IF(C{n}=0,"{figures.NOTHING}",D{n}/C{n})',
        8: f'=IF(G{n}=0,"{figures.NOTHING}",H{n}/G{n})',
        9: f'=IF(OR(C{n}=0,G{n}=0),"{figures.NOTHING}",(E{n}-I{n})*100)',
        10: f'=IF(G{n}=0,"{figures.NOTHING}",(C{n}-G{n})/G{n})',
    }
    if row.parts:
        first, last = row.parts[0] + 1, row.parts[1] + 1
        for column, letter in ((2, "C"), (3, "D"), (6, "G"), (7, "H")):
            formulas[column] = f"=SUM({letter}{first}:{letter}{last})"
    return formulas


def _add_chart(book: Any, sheet: Any, report: HalfYear, row: int) -> None:
    """Acceptances by month under the table of months."""
    if not report.months:
        return
    chart = book.add_chart({"type": "column"})
    last = _FIRST_ROW + len(report.months) - 1
    year = report.first.year
    for name, column, colour in ((year - 1, 6, _LAST_COLOUR), (year, 2, _THIS_COLOUR)):
        chart.add_series(
            {
                "name": f"{name}年",
                "categories": [sheet.get_name(), _FIRST_ROW, 1, last, 1],
                "values": [sheet.get_name(), _FIRST_ROW, column, last, column],
                "fill": {"color": colour},
                "data_labels": {"value": True},
                "gap": 80,
                "overlap": 0,
            }
        )
    chart.set_title({"name": words.CHART, "name_font": {"size": 12}})
    chart.set_legend({"position": "top"})
    chart.set_y_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D0D5DC"}}})
    chart.set_size({"width": 960, "height": 320})
    sheet.insert_chart(row, 1, chart)
