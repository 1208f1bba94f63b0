"""What is wrong is told beside the field, in words, before anything is sent."""

import pytest
from PySide6.QtCore import Qt

from svcdesk.desk import cases
from tests.ui.intake.counter import ENTER, NUMBER, Counter


def says(counter: Counter, name: str) -> str:
    label = counter.label(name)
    return label.text() if label.isVisible() else ""


def fill_in(counter: Counter, marks: str = "a") -> None:
    counter.hands.type(NUMBER)
    counter.hands.key(ENTER)
    counter.hands.type("lisi")
    for _ in range(3):
        counter.hands.key(ENTER)
    counter.hands.type("gtgsh")
    counter.hands.key(ENTER)
    counter.hands.type(marks)


def test_a_right_number_is_praised_with_kind_sex_and_birth_date(counter):
    counter.hands.type(NUMBER)
    assert says(counter, "document_says") == "✓ 居民身份证　女　1949 年 12 月 31 日生"


def test_an_organisation_is_recognised_by_its_check_character(counter):
    counter.hands.type("91350100M000100Y43")
    assert says(counter, "document_says") == "✓ 统一社会信用代码"


def test_half_a_number_is_not_blamed_while_it_is_typed(counter):
    counter.hands.type("11010519")
    assert says(counter, "document_says") == "已输 8 位"


def test_eight_digits_are_a_travel_permit_only_once_the_field_is_left(counter):
    counter.hands.type("11010519")
    counter.hands.key(Qt.Key.Key_Tab)
    assert says(counter, "document_says") == "✓ 来往内地通行证"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("110105194912310021", "校验码对不上"),
        ("110105194913310021", "出生日期不存在"),
        ("110105209912310021", "还没有到"),
        ("11010519491231O02X", "第 15 位"),
        ("110105491231002", "18 位应为 11010519491231002X"),
    ],
)
def test_a_wrong_number_is_told_and_enter_stays_there(counter, number, words):
    counter.hands.type(number)
    counter.hands.key(ENTER)
    assert words in says(counter, "document_says")
    assert counter.focus() == "document"


def test_the_wrong_place_is_marked(counter):
    counter.hands.type("11010519491231O02X")
    counter.hands.key(ENTER)
    assert counter.tab.form.who.number.selectedText() == "O"


def test_f9_leads_to_the_first_field_that_is_missing(counter, clerk):
    counter.tab.form.materials.view.setFocus()
    counter.commands["intake.accept"].trigger()
    assert counter.focus() == "document"
    assert "还没有证件号码" in says(counter, "document_says")
    assert "姓名或名称还是空的" in says(counter, "applicant_says")
    assert "还没有选事项" in says(counter, "item_says")
    assert clerk.ask(cases.tally).today == 0


def test_f9_with_a_missing_paper_names_it_and_sends_nothing(counter, clerk):
    fill_in(counter, "a2")
    counter.hands.key("x")
    counter.commands["intake.accept"].trigger()
    name = counter.tab.form.items.item.materials[1].name
    assert says(counter, "materials_say").startswith(f"缺 1 份必交材料，不能受理：{name}")
    assert counter.focus() == "materials"
    assert counter.tab.form.materials.view.chosen().card.name == name
    assert clerk.ask(cases.tally).today == 0


def test_f9_with_papers_nobody_has_judged_says_how_to(counter):
    fill_in(counter, "1")
    counter.commands["intake.accept"].trigger()
    assert "必交材料没有核" in says(counter, "materials_say")
    assert "按 A 全齐" in says(counter, "materials_say")


def test_a_paper_that_does_not_apply_is_no_obstacle(counter):
    fill_in(counter, "a")
    counter.hands.key("n")
    counter.commands["intake.accept"].trigger()
    counter.accepted()


def test_a_name_with_an_invisible_character_is_told(counter):
    counter.tab.form.who.name.setText("张\u200b明")
    counter.tab.form.who.name.setFocus()
    counter.hands.key(ENTER)
    assert "第 2 个字" in says(counter, "applicant_says")


def test_a_telephone_with_letters_is_told(counter):
    counter.tab.form.who.phone.setFocus()
    counter.hands.type("138abc")
    counter.hands.key(ENTER)
    assert "至少 7 位数字" in says(counter, "applicant_says")
