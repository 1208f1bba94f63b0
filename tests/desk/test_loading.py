"""The sample catalogue is whole, and loading it loses nothing."""

from collections import Counter

import pytest

from svcdesk.desk import catalogue, loading
from svcdesk.resources import resource
from svcdesk.rules.catalogue import DayUnit, ItemKind


@pytest.fixture(scope="module")
def files():
    return loading.read_catalogue(resource("hall"))


def test_the_files_have_the_counts_their_readme_names(files):
    counts = [len(rows) for rows in (files.units, files.windows, files.items, files.materials)]
    assert counts == [25, 24, 133, 729]


def test_every_item_belongs_to_a_unit_and_every_material_to_an_item(files):
    units = {row["unit_code"] for row in files.units}
    items = {row["item_code"] for row in files.items}
    assert {row["unit_code"] for row in files.items} <= units
    assert {row["item_code"] for row in files.materials} == items


def test_the_settled_items_and_the_kinds_are_those_of_the_source_report(files):
    assert sum(row["settled"] == "1" for row in files.items) == 123
    assert Counter(row["type"] for row in files.items) == {
        "承诺件": 112,
        "上报件": 9,
        "联办件": 7,
        "即办件": 5,
    }


def test_no_promise_is_longer_than_the_law_allows(files):
    for row in files.items:
        assert int(row["promised_days"]) <= int(row["statutory_days"]), row["item_code"]


def test_what_was_loaded_is_what_the_files_say(hall, as_superuser):
    for table, count in (("unit", 25), ("window", 24), ("item", 133), ("material", 729)):
        assert as_superuser(f'SELECT count(*) FROM svc."{table}"') == [(count,)]


def test_an_item_answered_on_the_spot_is_promised_the_same_day(clerk):
    cards = clerk.ask(catalogue.items_here)
    assert {card.promised_days for card in cards if card.kind is ItemKind.ON_THE_SPOT} == {0}


def test_limits_of_months_are_months_and_plain_days_plain_days(as_superuser):
    units = dict(as_superuser("SELECT statutory_unit, count(*) FROM svc.item GROUP BY 1"))
    assert units == {DayUnit.WORKING: 91, DayUnit.CALENDAR: 39, DayUnit.MONTH: 3}
    assert as_superuser(
        "SELECT DISTINCT statutory_days FROM svc.item WHERE statutory_unit='month'"
    ) == [(3,)]


def test_the_comprehensive_windows_serve_the_eleven_small_units(as_superuser):
    assert as_superuser(
        "SELECT w.number, count(*) FROM svc.window w JOIN svc.window_unit ON window_id = id"
        " WHERE kind = 'comprehensive' GROUP BY 1 ORDER BY 1"
    ) == [(23, 11), (24, 11)]
