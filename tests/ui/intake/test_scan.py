"""Scans anywhere: told apart from typing by their speed, and without a trace where they fell."""

import pytest
from PySide6.QtCore import Qt

from svcdesk.desk import cases
from svcdesk.rules.numbers import case_number
from svcdesk.ui.intake.scan import Burst
from tests.ui.intake.counter import ENTER, NUMBER


def burst(pauses: list[int], text: str = "20261124", end: int = 5) -> str:
    found, at = Burst(), 0.0
    for character, pause in zip(text, pauses, strict=True):
        at += pause
        found.add(character, at)
    return found.end(at + end)


@pytest.mark.parametrize(
    ("pauses", "end", "heard"),
    [
        ([5] * 8, 5, "20261124"),
        ([35] * 8, 35, "20261124"),
        ([200] * 8, 5, ""),
        ([5] * 8, 36, ""),
        ([5, 5, 5, 5, 36, 5, 5, 5], 5, ""),
        ([5, 36, 5, 5, 5, 5, 5, 5], 5, "0261124"),
    ],
)
def test_a_scan_is_known_by_its_speed(pauses, end, heard):
    assert burst(pauses, end=end) == heard


def test_fewer_than_six_characters_are_typing():
    assert burst([5] * 5, text="12345") == ""


@pytest.mark.parametrize(
    "field", ["document", "applicant", "phone", "agent", "item", "materials", "note", "tally"]
)
def test_a_case_number_opens_its_case_from_every_field_and_leaves_no_trace(
    counter, clerk, a_draft, field
):
    sheet = clerk.do(cases.accept, a_draft(clerk))
    form = counter.tab.form
    form.items.show_item(form.items.items[0])
    form.materials.show_materials(form.items.items[0].materials)
    before = form.draft
    widget = next(
        each
        for each in (*form.who.lines, form.items.line, form.materials.view, form.note,
                     counter.tab.today.figures)
        if each.objectName() == field
    )  # fmt: skip
    widget.setFocus()
    counter.hands.scan(sheet.number)
    counter.until(lambda: counter.tab.card.card)
    assert counter.tab.card.card.row.number == sheet.number
    assert form.draft == before


def test_a_document_is_taken_from_every_field(counter):
    counter.tab.form.note.setFocus()
    counter.hands.type("x")
    counter.hands.scan(NUMBER)
    assert counter.tab.form.who.number.text() == NUMBER
    assert counter.tab.form.note.text() == "x"


def test_a_scan_into_the_number_itself_goes_on_to_the_next_field(counter):
    counter.hands.scan(NUMBER)
    assert counter.tab.form.who.number.text() == NUMBER
    assert counter.focus() == "applicant"


def test_another_document_begins_the_next_applicant_and_parks_this_one(counter):
    counter.hands.scan(NUMBER)
    counter.hands.type("lisi")
    counter.hands.scan("91350100M000100Y43")
    assert counter.tab.form.who.number.text() == "91350100M000100Y43"
    counter.until(lambda: "lisi" in [one.draft.applicant for one in counter.kept])


def test_a_case_number_with_a_wrong_digit_is_told(counter):
    counter.hands.scan(case_number(counter.tab.form._today, 1, 7)[:15] + "x")
    assert counter.said == []
    wrong = case_number(counter.tab.form._today, 1, 7)
    wrong = wrong[:14] + ("1" if wrong[14] != "1" else "2") + wrong[15]
    counter.tab.form.note.setFocus()
    counter.hands.scan(wrong)
    assert "对不上校验位" in counter.said[0]
    assert counter.tab.form.note.text() == ""


def test_a_case_of_another_window_is_told(counter):
    counter.hands.scan(case_number(counter.tab.form._today, 77, 7))
    counter.until(lambda: counter.said)
    assert "没有找到编号" in counter.said[0]


def test_sixteen_digits_typed_by_hand_stay_where_they_are(counter):
    counter.tab.form.note.setFocus()
    counter.hands.type("2026112400010011")
    counter.hands.key(ENTER)
    assert counter.tab.form.note.text() == "2026112400010011"


def test_any_other_burst_is_plain_typing(counter):
    counter.tab.form.who.phone.setFocus()
    counter.hands.scan("13800001234")
    assert counter.tab.form.who.phone.text() == "13800001234"
    assert counter.focus() == "agent"


def test_a_key_held_down_is_no_scan(counter):
    counter.tab.form.note.setFocus()
    counter.hands.type("1")
    counter.hands.key(Qt.Key.Key_Backspace)
    assert counter.tab.form.note.text() == ""
