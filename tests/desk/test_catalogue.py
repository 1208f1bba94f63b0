"""The catalogue at the counter: what this window takes in, the most frequent first."""

from datetime import date

import pytest

from svcdesk.desk import cases
from svcdesk.desk.catalogue import ItemCard, calendar, items_here
from svcdesk.desk.door import Desk
from svcdesk.desk.loading import id_of
from svcdesk.rules.catalogue import DayUnit, ItemKind, MaterialForm
from svcdesk.rules.problems import NotAllowed, OutOfReach
from tests.tampering import as_server


def card(desk: Desk, code: str) -> ItemCard:
    return next(card for card in desk.ask(items_here) if card.code == code)


def codes(desk: Desk) -> set[str]:
    return {card.code for card in desk.ask(items_here)}


def test_a_window_takes_in_the_items_of_its_unit(clerk):
    assert codes(clerk) == {f"GSJ-{n:02}" for n in range(1, 9)}


def test_the_comprehensive_window_takes_in_the_items_of_many_units(hall):
    units = {code.partition("-")[0] for code in codes(hall.desk("zhangnan", 23))}
    assert units == {
        "FGJ", "MZJ", "SFJ", "RSJ", "GHJ", "WTJ", "AJJ", "ZLJ", "MZZ", "RFB", "DAJ",
    }  # fmt: skip


def test_a_card_says_what_a_clerk_must_know(clerk):
    found = card(clerk, "GSJ-02")
    assert (found.name, found.agency, found.kind, found.promised_days, found.statutory_days,
            found.statutory_unit, found.charged) == (
        "公司设立、变更、注销登记", "市工商行政管理局区分局", ItemKind.PROMISED, 5, 15,
        DayUnit.CALENDAR, True,
    )  # fmt: skip


def test_a_card_is_found_by_its_initials(clerk):
    assert card(clerk, "GSJ-06").initials == "gtgshdj"


def test_a_card_lists_the_materials_in_order(clerk):
    materials = card(clerk, "GSJ-02").materials
    assert [material.position for material in materials] == list(range(1, len(materials) + 1))


def test_a_material_says_in_which_form_it_is_handed_in(clerk):
    first, *_ = card(clerk, "GSJ-02").materials
    assert (first.name, first.form, first.copies, first.required) == (
        "公司登记申请书（法定代表人签署）", MaterialForm.ORIGINAL, 1, True,
    )  # fmt: skip


def test_every_item_asks_for_something(clerk):
    assert all(card.materials for card in clerk.ask(items_here))


def test_before_the_first_case_items_come_by_code(clerk):
    shown = [card.code for card in clerk.ask(items_here)]
    assert shown == sorted(shown)


def test_what_is_taken_in_most_comes_first(clerk, accepted):
    for item in ("GSJ-05", "GSJ-05", "GSJ-03"):
        accepted(clerk, item=item)
    assert [card.code for card in clerk.ask(items_here)][:3] == ["GSJ-05", "GSJ-03", "GSJ-01"]


def test_how_often_an_item_was_taken_in_is_counted(clerk, accepted):
    for _ in range(2):
        accepted(clerk, item="GSJ-05")
    assert card(clerk, "GSJ-05").taken == 2


def test_what_was_taken_in_more_than_a_year_ago_does_not_count(clerk, accepted, dated):
    dated(accepted(clerk, item="GSJ-05"), accepted_on=date(2012, 1, 4))
    assert card(clerk, "GSJ-05").taken == 0


def test_what_another_window_takes_in_does_not_count(clerk, hall, accepted):
    accepted(hall.desk("chenchen", 2), item="GSJ-05")
    assert card(clerk, "GSJ-05").taken == 0


def test_an_item_that_was_withdrawn_is_not_offered(hall, clerk):
    as_server(hall, "UPDATE svc.item SET active = false WHERE code = 'GSJ-05'")
    assert "GSJ-05" not in codes(clerk)


def test_an_item_that_was_withdrawn_is_not_taken_in(hall, clerk, a_draft):
    draft = a_draft(clerk, item="GSJ-05")
    as_server(hall, "UPDATE svc.item SET active = false WHERE code = 'GSJ-05'")
    with pytest.raises(OutOfReach):
        clerk.do(cases.accept, draft)


@pytest.mark.parametrize("login", ["wangzhuren", "jiandu", "yuandanwei", "guanli", "kaoqin"])
def test_whoever_takes_nothing_in_is_offered_nothing(hall, login):
    with pytest.raises(NotAllowed):
        hall.desk(login).ask(items_here)


def test_the_calendar_knows_a_make_up_day(clerk):
    assert clerk.ask(calendar).is_working(date(2026, 2, 14))


def test_the_calendar_knows_a_holiday(clerk):
    assert not clerk.ask(calendar).is_working(date(2026, 2, 17))


def test_the_calendar_knows_which_years_are_published(clerk):
    assert clerk.ask(calendar).years == frozenset(range(2011, 2027))


def test_the_id_of_an_item_is_the_same_in_every_hall(clerk):
    assert card(clerk, "GSJ-02").id == id_of("item", "GSJ-02")
