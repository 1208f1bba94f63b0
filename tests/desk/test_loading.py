"""The reference catalogue as files and as loaded: every count its README names."""

import csv
from collections import Counter
from decimal import Decimal

import pytest

from svcdesk.desk import loading
from svcdesk.desk.loading import read_catalogue
from svcdesk.resources import resource
from svcdesk.rules.catalogue import DayUnit, ItemKind
from svcdesk.rules.problems import CatalogueThere


@pytest.fixture(scope="module")
def files():
    return read_catalogue(resource("hall"))


def half_year(year: int) -> list[dict[str, str]]:
    with resource("hall", f"half_year_{year}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("name", "rows"), [("units", 25), ("windows", 24), ("items", 133), ("materials", 729)]
)
def test_a_file_has_its_rows(files, name, rows):
    assert len(getattr(files, name)) == rows


def test_units_are_placed_where_the_report_says(files):
    placed = Counter(row["placement"] for row in files.units)
    assert placed == {"centre": 22, "city_window": 2, "supervision_hall": 1}


def test_items_are_of_the_kinds_the_readme_counts(files):
    assert Counter(row["type"] for row in files.items) == {
        "承诺件": 112, "上报件": 9, "联办件": 7, "即办件": 5,
    }  # fmt: skip


def test_123_items_are_settled_in_the_centre(files):
    assert sum(row["settled"] == "1" for row in files.items) == 123


def test_every_item_asks_for_three_to_eight_materials(files):
    asked = Counter(row["item_code"] for row in files.materials)
    assert (len(asked), min(asked.values()), max(asked.values())) == (133, 3, 8)


def test_windows_are_of_units_or_comprehensive(files):
    assert Counter(row["kind"] for row in files.windows) == {"unit": 22, "comprehensive": 2}


@pytest.mark.parametrize(
    ("year", "rows", "accepted", "completed", "rate"),
    [(2012, 87, 2277, 2135, "93.8"), (2011, 78, 1964, 1650, "84.0")],
)
def test_a_half_year_adds_up_to_the_report(year, rows, accepted, completed, rate):
    lines = half_year(year)
    totals = [sum(int(line[name]) for line in lines) for name in ("accepted", "completed")]
    share = round(Decimal(100 * totals[1]) / totals[0], 1)
    assert (len(lines), *totals, str(share)) == (rows, accepted, completed, rate)


# As loaded -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "rows"),
    [("unit", 25), ("window", 24), ("item", 133), ("material", 729)],
)
def test_every_row_is_loaded(hall, as_superuser, table, rows):
    assert as_superuser(f"SELECT count(*) FROM svc.{table}") == [(rows,)]


def test_limits_count_what_the_text_says(hall, as_superuser):
    counted = as_superuser("SELECT statutory_unit, count(*) FROM svc.item GROUP BY 1")
    assert dict(counted) == {
        DayUnit.WORKING.value: 91, DayUnit.CALENDAR.value: 39, DayUnit.MONTH.value: 3,
    }  # fmt: skip


def test_three_months_are_three_months(hall, as_superuser):
    months = "SELECT DISTINCT statutory_days FROM svc.item WHERE statutory_unit = 'month'"
    assert as_superuser(months) == [(3,)]


def test_what_is_answered_on_the_spot_takes_no_day(hall, as_superuser):
    days = "SELECT DISTINCT promised_days FROM svc.item WHERE kind = :kind"
    assert as_superuser(days, kind=ItemKind.ON_THE_SPOT.value) == [(0,)]


def test_nothing_else_is_promised_for_the_same_day(hall, as_superuser):
    days = "SELECT min(promised_days) > 0 FROM svc.item WHERE kind <> :kind"
    assert as_superuser(days, kind=ItemKind.ON_THE_SPOT.value) == [(True,)]


def test_a_promise_is_not_longer_than_the_law_allows(hall, as_superuser):
    longer = "SELECT count(*) FROM svc.item WHERE statutory_unit <> 'month'"
    assert as_superuser(f"{longer} AND promised_days > statutory_days") == [(0,)]


def test_no_item_is_without_a_name_to_search_by(hall, as_superuser):
    odd = "SELECT count(*) FROM svc.item WHERE initials !~ '^[a-z0-9]+$'"
    assert as_superuser(odd) == [(0,)]


def test_eleven_units_share_the_comprehensive_windows(hall, as_superuser):
    shared = (
        'SELECT count(*) FROM svc.window_unit JOIN svc."window" ON id = window_id'
        " WHERE kind = 'comprehensive' GROUP BY window_id"
    )
    assert as_superuser(shared) == [(11,), (11,)]


def test_units_outside_the_centre_have_no_window(hall, as_superuser):
    served = (
        "SELECT count(*) FROM svc.window_unit JOIN svc.unit ON id = unit_id"
        " WHERE placement <> 'centre'"
    )
    assert as_superuser(served) == [(0,)]


def test_a_catalogue_is_loaded_once(administrator, files):
    with pytest.raises(CatalogueThere):
        administrator.do(loading.load_catalogue, files)


def test_a_file_with_a_byte_order_mark_is_read_as_well(files, tmp_path):
    for name in ("units", "windows", "items", "materials"):
        text = resource("hall", f"{name}.csv").read_text(encoding="utf-8")
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8-sig")
    assert read_catalogue(tmp_path) == files


def test_every_item_belongs_to_a_unit_of_the_file(files):
    units = {row["unit_code"] for row in files.units}
    assert {row["unit_code"] for row in files.items} <= units
