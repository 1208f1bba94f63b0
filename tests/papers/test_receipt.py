import statistics
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from svcdesk.papers import receipt
from svcdesk.papers.pen import Pen
from svcdesk.rules.catalogue import ItemKind, MaterialForm
from svcdesk.rules.numbers import case_number, grouped
from svcdesk.rules.papers import RECEIPT_PAPERS, Paper
from svcdesk.rules.receipts import ReceiptSheet, ReceivedMaterial
from tests.papers.reading import (
    POINT,
    bare,
    boxes_of,
    fonts_of,
    overlaps,
    pages_of,
    rectangles_of,
    text_of,
)
from tests.papers.sheets import HARD, ORDINARY

MISSING = "\U00031350"
NAMES = st.text(
    st.sampled_from("王·刘喆𫖯𬭎𠅤䶮㛃𬎆𠮷𪣻龘é")
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FEF)
    | st.characters(min_codepoint=0x20000, max_codepoint=0x2A6D6),
    min_size=1,
    max_size=120,
)


def said(sheet: ReceiptSheet) -> list[str]:
    """Everything of a sheet that people read, as it has to stand on paper."""
    return [
        sheet.hall,
        sheet.agency,
        grouped(sheet.number),
        sheet.applicant.replace(MISSING, "U+31350"),
        sheet.agent,
        sheet.document_kind.word + "*" * 14 + sheet.document_tail,
        sheet.item,
        sheet.item_code,
        sheet.kind.word,
        sheet.certificate,
        sheet.window,
        f"{sheet.clerk}（工号 {sheet.clerk_no}）",
        sheet.inquiry_phone,
        sheet.complaint_phone,
        *(material.name for material in sheet.materials),
    ]


@pytest.mark.parametrize("paper", RECEIPT_PAPERS)
@pytest.mark.parametrize("sheet", [ORDINARY, HARD], ids=["ordinary", "hard"])
def test_everything_on_the_sheet_can_be_read_back(sheet, paper):
    text = text_of(receipt.draw(sheet, paper))
    assert [words for words in said(sheet) if bare(words) not in text] == []


@pytest.mark.parametrize("paper", RECEIPT_PAPERS)
def test_an_ordinary_notice_says_what_the_law_asks_for(paper):
    text = text_of(receipt.draw(ORDINARY, paper))
    for words in (
        "受理通知书",
        "收件时间2026年3月9日14:02",
        "受理日期2026年3月9日",
        "承诺办结2026年3月12日",
        "法定期限2026年4月7日",
        "第三十二条第一款第（五）项",
        "第四十五条",
        "（实施机关专用印章）",
        "申请人（代理人）签收",
        "不收费",
    ):
        assert words in text
    assert "补打" not in text
    assert "暂算" not in text


@pytest.mark.parametrize("paper", RECEIPT_PAPERS)
def test_a_reprint_and_a_provisional_date_are_marked(paper):
    text = text_of(receipt.draw(replace(ORDINARY, reprint=2, provisional=True), paper))
    assert "补打第2次" in text
    assert "承诺办结2026年3月12日（暂算）" in text
    assert "法定期限2026年4月7日（暂算）" in text


def test_what_is_decided_on_the_spot_has_no_clock():
    text = text_of(receipt.draw(replace(ORDINARY, kind=ItemKind.ON_THE_SPOT), Paper.A5))
    assert "办理期限自受理次日起算" not in text


@pytest.mark.parametrize("paper", RECEIPT_PAPERS)
@pytest.mark.parametrize("sheet", [ORDINARY, HARD], ids=["ordinary", "hard"])
def test_every_typeface_is_embedded(sheet, paper):
    for font in fonts_of(receipt.draw(sheet, paper)):
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font
        assert "Helvetica" not in font["/BaseFont"]


@pytest.mark.parametrize("paper", RECEIPT_PAPERS)
@pytest.mark.parametrize("sheet", [ORDINARY, HARD], ids=["ordinary", "hard"])
def test_the_seal_has_room(sheet, paper):
    last = pages_of(receipt.draw(sheet, paper))[-1]
    assert [
        (wide, tall) for wide, tall in rectangles_of(last) if 45 <= wide <= 50 and 45 <= tall <= 60
    ]


def test_a5_is_a5_and_the_roll_is_80_mm_wide():
    a5 = pages_of(receipt.draw(ORDINARY, Paper.A5))[0].mediabox
    assert (round(a5.width * POINT, 1), round(a5.height * POINT, 1)) == (148, 210)
    roll = pages_of(receipt.draw(HARD, Paper.ROLL_80))
    assert len(roll) == 1
    assert round(roll[0].mediabox.width * POINT, 1) == 80


def test_an_ordinary_notice_is_one_page_even_with_eight_materials():
    eight = tuple(ReceivedMaterial(f"第{n}种申请材料", MaterialForm.BOTH, 1) for n in range(8))
    sheet = replace(ORDINARY, agent="王小明", materials=eight, charged=True, reprint=1)
    assert len(pages_of(receipt.draw(sheet, Paper.A5))) == 1


def test_a_long_list_goes_on_with_number_heading_and_page():
    pages = pages_of(receipt.draw(HARD, Paper.A5))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        text = bare(page.extract_text())
        assert f"第{number}页共{len(pages)}页" in text
        assert bare(grouped(HARD.number)) in text
        assert "收取材料（共30项）" in text
        assert "补打第12次" in text


def test_a_notice_without_materials_is_drawn():
    bare_sheet = replace(ORDINARY, materials=(), certificate="", phone_tail="")
    text = text_of(receipt.draw(bare_sheet, Paper.A5))
    assert "收取材料（共0项）" in text


@pytest.mark.parametrize("paper", RECEIPT_PAPERS)
@pytest.mark.parametrize("sheet", [ORDINARY, HARD], ids=["ordinary", "hard"])
def test_nothing_is_clipped_or_covered(sheet, paper):
    pdf = receipt.draw(sheet, paper)
    for page, boxes in zip(pages_of(pdf), boxes_of(pdf), strict=True):
        margin = 3 / POINT
        assert min(box[0] for box in boxes) > margin
        assert max(box[2] for box in boxes) < float(page.mediabox.width) - margin
        assert min(box[1] for box in boxes) > margin
        assert max(box[3] for box in boxes) < float(page.mediabox.height) - margin
        assert overlaps(boxes) == 0


@settings(max_examples=25, deadline=None)
@given(name=NAMES, agency=NAMES, clerk=NAMES)
def test_any_name_fits(name, agency, clerk):
    sheet = replace(ORDINARY, applicant=name, agency=agency, clerk=clerk, agent=name)
    for paper in RECEIPT_PAPERS:
        pdf = receipt.draw(sheet, paper)
        assert name in text_of(pdf)
        for page, boxes in zip(pages_of(pdf), boxes_of(pdf), strict=True):
            assert max(box[2] for box in boxes) < float(page.mediabox.width)
            assert min(box[1] for box in boxes) > 0


@pytest.mark.parametrize("paper", RECEIPT_PAPERS)
def test_equal_sheets_give_equal_bytes(paper):
    first = receipt.draw(HARD, paper)
    receipt.draw(ORDINARY, paper)
    assert receipt.draw(replace(HARD), paper) == first


def test_several_threads_may_draw_at_once():
    sheets = [replace(ORDINARY, applicant=f"王{n}𬎆") for n in range(8)]
    expected = [receipt.draw(sheet, Paper.A5) for sheet in sheets]
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda sheet: receipt.draw(sheet, Paper.A5), sheets * 3))
    assert drawn == expected * 3


@pytest.mark.slow
def test_the_next_receipt_costs_little_more_than_its_strings(monkeypatch):
    sheets = [replace(ORDINARY, number=case_number(date(2026, 3, 9), 3, n)) for n in range(1, 60)]
    strings: list[tuple[float, float, str, str, float]] = []
    put = Pen._put

    def noting(pen, x, base, run, face, size):
        strings.append((x, base, run, face, size))
        put(pen, x, base, run, face, size)

    with monkeypatch.context() as patch:
        patch.setattr(Pen, "_put", noting)
        receipt.draw(sheets[0], Paper.A5)

    def bare_canvas() -> None:
        canvas = Canvas(BytesIO(), pagesize=(420, 595), initialFontName=strings[0][3])
        for x, base, run, face, size in strings:
            canvas.setFont(face, size)
            canvas.drawString(x, base, run)
        canvas.save()

    ours, theirs = [], []
    for sheet in sheets:
        start = perf_counter()
        receipt.draw(sheet, Paper.A5)
        middle = perf_counter()
        bare_canvas()
        ours.append(middle - start)
        theirs.append(perf_counter() - middle)
    assert statistics.median(ours) <= 1.5 * statistics.median(theirs)


def test_times_are_the_halls_whatever_zone_they_come_in():
    later = replace(ORDINARY, received_at=ORDINARY.received_at + timedelta(hours=12))
    assert "收件时间2026年3月10日02:02" in text_of(receipt.draw(later, Paper.A5))
