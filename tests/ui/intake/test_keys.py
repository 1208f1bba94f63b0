"""How many keys an intake takes, and where each key leads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from svcdesk.desk import cases
from tests.ui.intake.counter import ENTER, NUMBER

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_returning_applicant_takes_22_keys_with_the_suggested_item(counter, clerk, a_draft):
    clerk.do(cases.accept, a_draft(clerk))
    hands = counter.hands
    hands.type(NUMBER)
    counter.known()
    hands.key(ENTER)
    hands.key(ENTER)
    hands.key("a")
    hands.command(counter.commands["intake.accept"])
    counter.accepted()
    assert hands.keys == 22


def test_a_returning_applicant_takes_26_keys_with_an_item_by_initials(counter, clerk, a_draft):
    clerk.do(cases.accept, a_draft(clerk))
    hands = counter.hands
    hands.type(NUMBER)
    counter.known()
    hands.key(ENTER)
    hands.type("gtgs")
    hands.key(ENTER)
    hands.key("a")
    hands.command(counter.commands["intake.accept"])
    counter.accepted()
    assert hands.keys == 26
    assert clerk.ask(cases.here, cases.Show.TODAY).rows[0].item == "个体工商户登记"


def test_with_a_reader_it_takes_three_keys(counter, clerk, a_draft):
    clerk.do(cases.accept, a_draft(clerk))
    hands = counter.hands
    hands.scan(NUMBER)
    counter.until(lambda: counter.focus() == "item")
    hands.key(ENTER)
    hands.key("a")
    hands.command(counter.commands["intake.accept"])
    counter.accepted()
    assert hands.keys == 3


def test_a_new_applicant_goes_through_every_field_with_enter(counter, clerk):
    hands = counter.hands
    visited = [counter.focus()]
    for typed in (NUMBER, "lisi", "13800001234", ""):
        hands.type(typed)
        hands.key(ENTER)
        visited.append(counter.focus())
    hands.type("gtgsh")
    hands.key(ENTER)
    visited.append(counter.focus())
    for _ in counter.tab.form.items.item.materials:
        hands.key(ENTER)
    visited.append(counter.focus())
    hands.key(ENTER)
    visited.append(counter.focus())
    assert visited == [
        "document", "applicant", "phone", "agent", "item", "materials", "note", "intake.accept",
    ]  # fmt: skip
    assert clerk.ask(cases.tally).today == 0  # Enter alone never accepts


def test_shift_enter_goes_back(counter):
    counter.tab.form.items.show_item(counter.tab.form.items.items[0])
    counter.tab.form.note.setFocus()
    visited = []
    for _ in range(6):
        counter.hands.key(ENTER, SHIFT)
        visited.append(counter.focus())
    assert visited == ["materials", "item", "agent", "phone", "applicant", "document"]


def test_tab_follows_the_same_order(counter):
    counter.tab.form._choose_item(counter.tab.form.items.items[0])
    counter.tab.form.who.number.setFocus()
    visited = []
    for _ in range(7):
        visited.append(counter.focus())
        counter.hands.key(Qt.Key.Key_Tab)
    assert visited[:7] == [
        "document", "applicant", "phone", "agent", "item", "materials", "note",
    ]  # fmt: skip


def test_the_tab_begins_with_the_document(counter_of, clerk):
    assert counter_of(clerk).focus() == "document"


def test_f2_begins_the_next_applicant_and_parks_the_form(counter):
    counter.hands.type("1101")
    counter.commands["intake.next"].trigger()
    counter.until(lambda: counter.kept)
    assert counter.kept[0].draft.document_number == "1101"
    assert counter.tab.form.draft.empty
    assert counter.focus() == "document"


def test_f3_and_f4_lead_to_item_and_materials(counter):
    counter.commands["intake.item"].trigger()
    assert counter.focus() == "item"
    counter.commands["intake.materials"].trigger()
    assert counter.focus() == "item"  # there are no materials without an item
    counter.hands.type("gtgsh")
    counter.hands.key(ENTER)
    counter.tab.form.who.number.setFocus()
    counter.commands["intake.materials"].trigger()
    assert counter.focus() == "materials"


def test_escape_never_throws_away_what_was_typed(counter):
    counter.hands.type("1101051949")
    for _ in range(3):
        counter.hands.key(Qt.Key.Key_Escape)
    assert counter.tab.form.who.number.text() == "1101051949"


def test_input_methods_stay_out_of_numbers_also_after_read_only(counter):
    form = counter.tab.form
    expected = {
        "document": False, "applicant": True, "phone": False, "agent": True, "item": True,
        "note": True, "find": True,
    }  # fmt: skip
    form.freeze(frozen=True)
    form.freeze(frozen=False)
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    found = {
        line.objectName(): line.testAttribute(enabled)
        for line in counter.tab.findChildren(QLineEdit)
        if line.objectName() in expected
    }
    assert found == expected
    form.items.show_item(form.items.items[0])
    form.materials.view.setFocus()
    assert not form.materials.view.testAttribute(enabled)
