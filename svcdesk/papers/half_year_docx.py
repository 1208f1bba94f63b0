"""The half-year report as a document in the layout of official papers (GB/T 9704-2012).

Typefaces are named, not embedded: offices have 小标宋, 仿宋 and 楷体, we may not pass them on.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from svcdesk.papers import half_year_words as words
from svcdesk.rules import figures
from svcdesk.rules.reports import HalfYear, MonthLine, UnitLine

_TITLE_FONT: Final = "方正小标宋简体"
_BODY_FONT: Final = "仿宋_GB2312"
_HEADING_FONT: Final = "黑体"
_NAME_FONT: Final = "楷体_GB2312"
_PAGE_FONT: Final = "宋体"
_LATIN_FONT: Final = "Times New Roman"

_BODY_SIZE: Final = 16  # 三号
_LINE_PITCH: Final = 579
"""Twentieths of a point from line to line: 22 lines on 225 mm."""
_CHARACTER_SPACING: Final = -5
"""Twentieths of a point added to a 16 point character: 28 characters on 156 mm. As spacing of the
style and not as a grid of characters, which other word processors stretch."""
_INDENT: Final = Pt(2 * _BODY_SIZE)
_COLUMN_WIDTHS: Final = (10, 44, 16, 16, 19, 22, 16, 16, 19, 25, 22)

_TITLE: Final = "公文标题"
_LEVEL_ONE: Final = "公文一级标题"
_TEXT: Final = "公文正文"
_PLAIN: Final = "公文无缩进"
_ANNEX: Final = "附件序号"
_TABLE_TITLE: Final = "表标题"
_TABLE_TEXT: Final = "表内文字"
_TABLE_NOTE: Final = "表注"
_PAGE_NUMBER: Final = "页码"


def draw(report: HalfYear) -> bytes:
    """The report as a docx document: a page of text, and the tables as annexes."""
    document: Any = Document()
    _describe(document, report)
    _make_styles(document)
    _set_portrait(document.sections[0])
    _set_grid(document)
    _write_text(document, report)
    _set_landscape(document.add_section(WD_SECTION.NEW_PAGE))
    _drop_grid(document.element.body.sectPr)
    _write_annex(document, report, ("附件1", words.UNITS_TABLE), words.UNIT, report.lines)
    _write_annex(document, report, ("附件2", words.MONTHS_TABLE), words.MONTH, report.months)
    _write_signatures(document, report)
    _number_pages(document)
    file = BytesIO()
    document.save(file)
    return _without_clock(file)


def _describe(document: Any, report: HalfYear) -> None:
    about = document.core_properties
    about.title = report.hall + words.subject(report)
    about.author = about.last_modified_by = report.hall
    about.comments = ""
    about.created = about.modified = datetime.combine(report.asked_at, time(), UTC)


# --- text ------------------------------------------------------------------------------


def _write_text(document: Any, report: HalfYear) -> None:
    document.add_paragraph(report.hall, _TITLE)
    document.add_paragraph(words.subject(report), _TITLE)
    document.add_paragraph("", _PLAIN)
    document.add_paragraph("一、总体情况", _LEVEL_ONE)
    document.add_paragraph(figures.sentence(report), _TEXT)
    document.add_paragraph("二、统计口径", _LEVEL_ONE)
    for note in words.notes():
        document.add_paragraph(note, _TEXT)
    document.add_paragraph("", _PLAIN)
    document.add_paragraph(f"附件：1. {words.UNITS_TABLE}", _TEXT)
    second = document.add_paragraph(f"2. {words.MONTHS_TABLE}", _TEXT)
    second.paragraph_format.first_line_indent = Pt(5 * _BODY_SIZE)
    document.add_paragraph("", _PLAIN)
    # without a seal the date stands two characters further in than the agency
    for line, characters in ((report.hall, 4), (words.made_on(report), 2)):
        signed = document.add_paragraph(line, _PLAIN)
        signed.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        signed.paragraph_format.right_indent = Pt(characters * _BODY_SIZE)


def _write_annex(
    document: Any,
    report: HalfYear,
    title: tuple[str, str],
    name: str,
    lines: Iterable[UnitLine | MonthLine],
) -> None:
    """One table with its number and title above and the definitions below."""
    number, subject = title
    document.add_paragraph(number, _ANNEX)
    document.add_paragraph(f"{words.period(report)}{subject}", _TABLE_TITLE)
    counted = document.add_paragraph(words.COUNTED_IN, _TABLE_NOTE)
    counted.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _write_table(document, report, name, lines)
    for note in words.notes():
        document.add_paragraph(f"注：{note}", _TABLE_NOTE)


def _write_signatures(document: Any, report: HalfYear) -> None:
    blank = "　" * 12
    made = f"{words.MADE_ON}：{words.made_on(report)}"
    line = f"{words.MADE_BY}：{blank}{words.CHECKED_BY}：{blank}{made}"
    document.add_paragraph(line, _TABLE_NOTE).paragraph_format.space_before = Pt(12)


# --- tables ----------------------------------------------------------------------------


def _write_table(
    document: Any, report: HalfYear, name: str, lines: Iterable[UnitLine | MonthLine]
) -> None:
    rows = [("", report.total.name, *words.cells(report.total))]
    for place, line in enumerate(lines, 1):
        called = line.name if isinstance(line, UnitLine) else f"{line.month}月"
        rows.append((str(place), called, *words.cells(line)))
    table = document.add_table(2 + len(rows), len(_COLUMN_WIDTHS), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, _COLUMN_WIDTHS, strict=True):
        column.width = Mm(width)
        for cell in column.cells:  # Word goes by the cells, LibreOffice by the columns
            cell.width = Mm(width)
    _write_headings(table, name, words.period(report))
    for row, texts in zip(list(table.rows)[2:], rows, strict=True):
        _keep_whole(row)
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            _write_cell(cell, text, _alignment(place), bold=texts is rows[0])


def _write_headings(table: Any, name: str, period: str) -> None:
    """Two rows of column titles, repeated on every page the table runs to."""
    upper, lower = table.rows[0], table.rows[1]
    for row in (upper, lower):
        _keep_whole(row)
        _xml(row).get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    spans = (
        (0, 0, words.POSITION),
        (1, 1, name),
        (2, 5, period),
        (6, 8, words.LAST_PERIOD),
        (9, 10, words.CHANGE_GROUP),
    )
    for first, last, title in spans:
        under = table.cell(1 if first < 2 else 0, last)
        merged = table.cell(0, first).merge(under)
        _write_cell(merged, title, WD_ALIGN_PARAGRAPH.CENTER, bold=True)
    titles = (*words.THIS, *words.LAST, *words.CHANGE)
    for cell, title in zip(lower.cells[2:], titles, strict=True):
        _write_cell(cell, title, WD_ALIGN_PARAGRAPH.CENTER, bold=True)


def _alignment(place: int) -> WD_ALIGN_PARAGRAPH:
    """Positions are centred, names stand left, figures right."""
    if place == 0:
        return WD_ALIGN_PARAGRAPH.CENTER
    return WD_ALIGN_PARAGRAPH.LEFT if place == 1 else WD_ALIGN_PARAGRAPH.RIGHT


def _write_cell(cell: Any, text: str, alignment: WD_ALIGN_PARAGRAPH, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = _TABLE_TEXT
    paragraph.alignment = alignment
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph.add_run(text).bold = bold or None


def _keep_whole(row: Any) -> None:
    """A row is not cut by the end of a page."""
    _xml(row).get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _xml(part: Any) -> Any:
    """The element behind a part: what the format can say and python-docx cannot."""
    return part._element  # noqa: SLF001


# --- page set-up -----------------------------------------------------------------------


def _set_portrait(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    # the dash of the page number stands 7 mm under the text
    section.header_distance, section.footer_distance = Mm(15), Mm(25.5)


def _set_grid(document: Any) -> None:
    """22 lines for the text; the tables have no grid."""
    for grid in document.element.body.iter(qn("w:docGrid")):
        grid.set(qn("w:type"), "lines")
        grid.set(qn("w:linePitch"), str(_LINE_PITCH))


def _drop_grid(section: Any) -> None:
    """A grid made for text would tear the figures of a table apart."""
    for grid in section.iter(qn("w:docGrid")):
        grid.set(qn("w:type"), "default")


def _set_landscape(section: Any) -> None:
    """The same text area turned for a wide table, its head on the binding side."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.left_margin, section.right_margin = Mm(37), Mm(35)
    section.footer_distance = Mm(16.5)


def _number_pages(document: Any) -> None:
    """— 1 — outside: on the right of odd pages, on the left of even ones."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, alignment in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.style = _PAGE_NUMBER
        paragraph.alignment = alignment
        paragraph.add_run("— ")
        for kind in ("begin", "PAGE", "end"):
            _xml(paragraph.add_run()).append(_field_part(kind))
        paragraph.add_run(" —")


def _field_part(kind: str) -> Any:
    if kind == "PAGE":
        part = OxmlElement("w:instrText")
        part.text = kind
        return part
    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    return part


# --- styles ----------------------------------------------------------------------------


def _make_styles(document: Any) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for theme in defaults.iter(qn("w:rFonts")):
        theme.getparent().remove(theme)
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    _style(document, "Normal", _BODY_FONT, _BODY_SIZE)
    title = _style(document, _TITLE, _TITLE_FONT, 22)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name, font, level in ((_LEVEL_ONE, _HEADING_FONT, "0"), (_TEXT, _BODY_FONT, None)):
        style = _style(document, name, font, _BODY_SIZE)
        style.paragraph_format.first_line_indent = _INDENT
        if level is not None:
            outline = OxmlElement("w:outlineLvl")
            outline.set(qn("w:val"), level)
            style.element.get_or_add_pPr().append(outline)
    _style(document, _PLAIN, _BODY_FONT, _BODY_SIZE)
    annex = _style(document, _ANNEX, _HEADING_FONT, _BODY_SIZE)
    annex.paragraph_format.page_break_before = True
    table_title = _style(document, _TABLE_TITLE, _TITLE_FONT, 18)
    table_title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name, font, size, pitch in (
        (_TABLE_TEXT, _BODY_FONT, 10.5, 14.5),
        (_TABLE_NOTE, _NAME_FONT, 10.5, 15),
    ):
        style = _style(document, name, font, size)
        snap = OxmlElement("w:snapToGrid")
        snap.set(qn("w:val"), "0")
        style.element.get_or_add_pPr().append(snap)
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        style.paragraph_format.line_spacing = Pt(pitch)
    number = _style(document, _PAGE_NUMBER, _PAGE_FONT, 14)
    number.paragraph_format.left_indent = number.paragraph_format.right_indent = Pt(14)


def _style(document: Any, name: str, font: str, size: float) -> Any:
    """A paragraph style without space around, Chinese in ``font``, figures in Latin type."""
    styles = document.styles
    known = name in [style.name for style in styles]
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(size)
    style.font.name = font if font == _PAGE_FONT else _LATIN_FONT
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if size == _BODY_SIZE:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), str(_CHARACTER_SPACING))
        style.element.get_or_add_rPr().append(spacing)
    around = style.paragraph_format
    around.space_before = around.space_after = Pt(0)
    around.line_spacing = 1
    return style


def _without_clock(file: BytesIO) -> bytes:
    """The same archive with one fixed date on its members: equal reports, equal bytes."""
    settled = BytesIO()
    with ZipFile(file) as old, ZipFile(settled, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            name = ZipInfo(member.filename)
            new.writestr(name, old.read(member), ZIP_DEFLATED)
    return settled.getvalue()
