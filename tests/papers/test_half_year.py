from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from svcdesk.papers import half_year_docx, half_year_pdf, half_year_xlsx
from svcdesk.papers.half_year_pdf import _ceiling
from svcdesk.rules import figures
from svcdesk.rules.reports import HalfYear
from tests.papers.reading import POINT, bare, boxes_of, fonts_of, overlaps, pages_of, text_of
from tests.papers.sheets import REPORT

LONG = replace(REPORT, lines=REPORT.lines * 3)
EMPTY = HalfYear(
    "示例区行政服务中心", date(2012, 7, 1), date(2012, 12, 31), (), (), date(2013, 1, 4)
)
SENTENCE = (
    "今年1月至6月，中心各窗口受理各项事项2277件，办结2135件，办结率93.8%，比上年同期"
    "提高9.75个百分点。"
)


@pytest.mark.parametrize("drawer", [half_year_pdf, half_year_xlsx, half_year_docx])
def test_equal_reports_give_equal_bytes(drawer):
    assert drawer.draw(REPORT) == drawer.draw(replace(REPORT))


@pytest.mark.parametrize("drawer", [half_year_pdf, half_year_xlsx, half_year_docx])
def test_a_hall_without_figures_still_gets_its_report(drawer):
    assert drawer.draw(EMPTY)


# --- PDF -------------------------------------------------------------------------------


def test_the_pdf_says_what_the_report_says():
    text = text_of(half_year_pdf.draw(REPORT))
    assert "2012年上半年窗口办件情况统计表" in text
    assert SENTENCE in text
    assert "合计2277213593.8%93.0%1964165084.0%+9.75+15.9%" in text
    assert all(bare(definition) in text for definition in figures.definitions())
    assert all(bare(line.name) in text for line in REPORT.lines)
    assert "制表人：" in text
    assert "审核人：" in text
    assert "制表日期：2012年7月2日" in text


def test_the_pdf_is_landscape_a4_with_numbered_pages():
    pages = pages_of(half_year_pdf.draw(REPORT))
    assert len(pages) == 2
    for number, page in enumerate(pages, 1):
        assert round(page.mediabox.width * POINT) == 297
        assert round(page.mediabox.height * POINT) == 210
        assert f"第{number}页共2页" in bare(page.extract_text())


def test_a_long_table_repeats_its_heading():
    pages = pages_of(half_year_pdf.draw(LONG))
    assert len(pages) > 3
    assert all("上年同期" in page.extract_text() for page in pages)


@pytest.mark.parametrize("report", [REPORT, LONG], ids=["ordinary", "long"])
def test_nothing_is_clipped_or_covered(report):
    for boxes in boxes_of(half_year_pdf.draw(report)):
        assert min(box[0] for box in boxes) > 10 / POINT
        assert max(box[2] for box in boxes) < 287 / POINT
        assert overlaps(boxes) == 0


def test_every_typeface_of_the_pdf_is_embedded():
    for font in fonts_of(half_year_pdf.draw(REPORT)):
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "Helvetica" not in font["/BaseFont"]


def test_the_axis_ends_on_a_round_number_above_every_bar():
    assert [_ceiling(n) for n in (0, 1, 4, 5, 487, 600, 601, 1999)] == [
        4,
        4,
        4,
        8,
        600,
        600,
        800,
        2000,
    ]


# --- xlsx ------------------------------------------------------------------------------


def workbook(report: HalfYear, *, formulas: bool = False) -> Any:
    return openpyxl.load_workbook(BytesIO(half_year_xlsx.draw(report)), data_only=not formulas)


def test_the_spreadsheet_holds_numbers_not_words():
    sheet = workbook(REPORT)["各单位办件情况"]
    total = [cell.value for cell in sheet[7]]
    assert total[1:4] == ["合计", 2277, 2135]
    assert total[4] == pytest.approx(2135 / 2277)
    assert total[6:8] == [1964, 1650]
    assert total[9] == pytest.approx(9.7515, abs=1e-4)
    assert total[10] == pytest.approx(2277 / 1964 - 1)
    assert sheet["E7"].number_format == "0.0%"
    assert sheet["J7"].number_format == "+0.00;-0.00;0.00"
    assert sheet["A3"].value == SENTENCE


def test_the_spreadsheet_shows_how_its_figures_arise():
    sheet = workbook(REPORT, formulas=True)["各单位办件情况"]
    assert sheet["C7"].value == "=SUM(C8:C29)"
    assert sheet["E8"].value == '=IF(C8=0,"—",D8/C8)'
    assert sheet["J8"].value == '=IF(OR(C8=0,G8=0),"—",(E8-I8)*100)'


def test_nothing_to_compare_with_is_a_dash():
    sheet = workbook(REPORT)["各单位办件情况"]
    archive = next(row for row in sheet.iter_rows(values_only=True) if row[1] == "区档案局")
    assert archive[2:] == (0, 0, "—", "—", 0, 0, "—", "—", "—")


def test_the_spreadsheet_is_ready_to_print():
    for sheet in workbook(REPORT).worksheets:
        assert sheet.freeze_panes == "C7"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert "A1:K1" in {str(cells) for cells in sheet.merged_cells.ranges}
        assert sheet.print_title_rows == "$5:$6"


def test_a_unit_named_like_a_formula_stays_a_name():
    line = replace(REPORT.lines[0], name="=1+1")
    sheet = workbook(replace(REPORT, lines=(line,)), formulas=True)["各单位办件情况"]
    assert sheet["B8"].value == "=1+1"
    assert sheet["B8"].data_type == "s"


# --- docx ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def document():
    return Document(BytesIO(half_year_docx.draw(REPORT)))


def test_the_document_says_what_the_report_says(document):
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:2] == ["示例区行政服务中心", "2012年上半年窗口办件情况"]
    assert SENTENCE in texts
    for definition in figures.definitions():
        assert definition in texts
    units, months = document.tables
    assert [cell.text for cell in units.rows[2].cells] == [
        *("", "合计", "2277", "2135", "93.8%", "93.0%", "1964", "1650", "84.0%", "+9.75", "+15.9%")
    ]
    assert len(units.rows) == 2 + 1 + len(REPORT.lines)
    assert len(months.rows) == 2 + 1 + 6


def test_the_document_is_laid_out_by_the_standard(document):
    text, tables = document.sections
    margins = (text.top_margin, text.left_margin, text.right_margin, text.bottom_margin)
    assert [round(margin.mm) for margin in margins] == [37, 28, 26, 35]
    assert abs(text.page_width - text.left_margin - text.right_margin - Mm(156)) < Mm(0.1)
    assert abs(text.page_height - text.top_margin - text.bottom_margin - Mm(225)) < Mm(0.1)
    assert abs(tables.page_width - tables.left_margin - tables.right_margin - Mm(225)) < Mm(0.1)
    grid = text._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "lines"
    assert 22 * int(grid.get(qn("w:linePitch"))) * 25.4 / 1440 == pytest.approx(225, abs=0.5)
    assert tables._sectPr.find(qn("w:docGrid")).get(qn("w:type")) == "default"


def test_twenty_eight_characters_of_body_text_fill_a_line(document):
    spacing = document.styles["公文正文"].element.rPr.find(qn("w:spacing"))
    character = 16 + int(spacing.get(qn("w:val"))) / 20
    assert 27 * character < 156 / 25.4 * 72 < 29 * character
    assert 28 * character <= 156 / 25.4 * 72


def test_the_document_names_the_offices_typefaces(document):
    named = {
        style.element.rPr.rFonts.get(qn("w:eastAsia"))
        for style in document.styles
        if style.element.rPr is not None and style.element.rPr.rFonts is not None
    }
    assert {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"} <= named


def test_pages_are_numbered_outside(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer in (section.footer, section.even_page_footer):
        assert footer.paragraphs[0].text == "—  —"
        assert "PAGE" in footer._element.xml
