"""Finding an item: by name, code or initials, likely ones first, at once."""

import time
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from svcdesk.desk import cases
from svcdesk.rules.pinyin import initials
from svcdesk.ui.intake.items import offers
from tests.ui.intake.counter import ENTER, NUMBER


@dataclass(frozen=True)
class Item:
    name: str
    code: str
    id: object
    initials: str


def item(name: str, code: str) -> Any:
    return Item(name, code, uuid4(), initials(name))


COMPANY, SHOP, FOOD = (
    item("公司设立、变更、注销登记", "GSJ-02"),
    item("个体工商户登记", "GSJ-06"),
    item("食品流通许可证核发", "GSJ-08"),
)


def found(query: str, last: Any = None) -> list[Any]:
    return [offer.item for offer in offers([COMPANY, SHOP, FOOD], query, last)]


def test_initials_names_and_codes_find():
    assert found("gtgsh") == [SHOP]
    assert found("食品") == [FOOD]
    assert found("gsj-02") == [COMPANY]
    assert found("飞机") == []


def test_nothing_typed_offers_this_persons_last_then_the_windows_frequent():
    assert found("") == [COMPANY, SHOP, FOOD]
    assert found("", FOOD.id) == [FOOD, COMPANY, SHOP]


def test_of_equal_matches_this_persons_last_comes_first():
    assert found("登记", SHOP.id) == [SHOP, COMPANY]


def test_two_thousand_items_are_searched_in_ten_milliseconds():
    many = [item(f"第{n}号特种行业许可证核发", f"X-{n}") for n in range(2000)]
    taken = []
    for query in ("d", "dh", "dht", "特种", "x-19"):
        begun = time.perf_counter()
        offers(many, query)
        taken.append(time.perf_counter() - begun)
    assert sorted(taken)[2] < 0.02  # half of it on this test's shared machine


def test_arrows_move_in_the_list_and_enter_takes_from_it(counter):
    counter.commands["intake.item"].trigger()
    counter.hands.key(Qt.Key.Key_Down)
    counter.hands.key(Qt.Key.Key_Down)
    counter.hands.key(ENTER)
    assert counter.tab.form.items.item is counter.tab.form.items.items[1]
    assert counter.focus() == "materials"


def test_enter_over_nothing_says_what_to_do(counter):
    counter.commands["intake.item"].trigger()
    counter.hands.key(ENTER)
    assert "还没有选事项" in counter.label("item_says").text()
    assert counter.focus() == "item"


def test_ctrl_and_a_digit_take_a_favourite(counter):
    counter.commands["intake.item"].trigger()
    counter.hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert counter.tab.form.items.item is counter.tab.form.items.items[1]


def test_escape_and_leaving_go_back_to_the_item_chosen(counter):
    items = counter.tab.form.items
    counter.commands["intake.item"].trigger()
    counter.hands.type("gtgsh")
    counter.hands.key(ENTER)
    chosen = items.item
    counter.commands["intake.item"].trigger()
    counter.hands.type("sp")
    assert not counter.tab.form.materials.isVisible()
    counter.hands.key(Qt.Key.Key_Escape)
    assert (items.item, items.line.text()) == (chosen, chosen.name)
    assert counter.tab.form.materials.isVisible()
    counter.hands.type("sp")
    counter.hands.key(Qt.Key.Key_Tab)
    assert (items.item, items.line.text()) == (chosen, chosen.name)


def test_letters_still_in_the_input_method_find_as_well(counter):
    counter.commands["intake.item"].trigger()
    composing = QInputMethodEvent("gt'gs'h", [])
    QApplication.sendEvent(counter.tab.form.items.line, composing)
    assert counter.tab.form.items.list.chosen().item.name == "个体工商户登记"


def test_the_promise_stands_in_big_words_counted_by_the_halls_calendar(counter, clerk):
    counter.commands["intake.item"].trigger()
    counter.hands.type("gsj-02")
    counter.hands.key(ENTER)
    assert counter.label("promise").text().startswith("今天受理 → ")


def test_an_open_case_of_the_same_item_is_pointed_out(counter, clerk, a_draft):
    clerk.do(cases.accept, a_draft(clerk, item="GSJ-02"))
    counter.hands.type(NUMBER)
    counter.known()
    counter.hands.key(ENTER)
    counter.hands.key(ENTER)
    strip = counter.tab.form.promise._strip
    assert strip.isVisible()
    assert "0001-001，在办" in counter.tab.form.promise._strip_says.text()
    counter.tab.form.promise._open.click()
    counter.until(lambda: counter.tab.card.card)


def test_what_was_brought_in_for_one_person_does_not_stay_for_the_next(counter, clerk, a_draft):
    clerk.do(cases.accept, a_draft(clerk))
    counter.hands.type(NUMBER)
    counter.known()
    counter.hands.key(Qt.Key.Key_Backspace)
    assert counter.tab.form.who.name.text() == ""
    assert counter.tab.form.who.phone.text() == ""


def test_news_of_the_catalogue_keeps_item_and_marks(counter):
    counter.commands["intake.item"].trigger()
    counter.hands.type("gtgsh")
    counter.hands.key(ENTER)
    counter.hands.type("1")
    before = counter.tab.form.draft
    old = counter.tab.form.items.items
    counter.news()
    counter.until(lambda: counter.tab.form.items.items is not old)
    assert counter.tab.form.draft == before
