from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdesk.rules.figures import definitions, growth, percent, percentage_points, points, sentence
from svcdesk.rules.reports import Figures, HalfYear, UnitLine

THIS = Figures(accepted=2277, completed=2135)
counts = st.integers(1, 100_000)


def report(this: Figures, last: Figures, first: date = date(2025, 1, 1)) -> HalfYear:
    end = date(first.year, first.month + 5, 30)
    line = UnitLine("001", "某局", this, last)
    return HalfYear("某区行政服务中心", first, end, (line,), (), asked_at=date(2025, 7, 1))


def test_the_source_reports_own_sentence_in_points():
    assert sentence(report(THIS, Figures(1801, 1513))) == (
        "今年1月至6月，中心各窗口受理各项事项2277件，办结2135件，办结率93.8%，"
        "比上年同期提高9.75个百分点。"
    )


@pytest.mark.parametrize(
    ("last", "ending"),
    [
        (Figures(100, 99), "办结率93.8%，比上年同期降低5.24个百分点。"),
        (Figures(4554, 4270), "办结率93.8%，与上年同期持平。"),
        (Figures(100_000, 93_764), "办结率93.8%，与上年同期持平。"),
        (Figures(), "办结率93.8%，上年同期没有受理，不作比较。"),
    ],
)
def test_the_sentence_says_lower_level_or_not_comparable(last, ending):
    assert sentence(report(THIS, last)).endswith(ending)


def test_a_period_without_acceptances_has_no_rate():
    words = sentence(report(Figures(0, 3), Figures(10, 9)))
    assert words.endswith("受理各项事项0件，办结3件，没有受理，不计算办结率。")


def test_the_second_half_of_another_year_is_named():
    words = sentence(report(THIS, THIS, date(2024, 7, 1)))
    assert words.startswith("2024年7月至12月，")


def test_points_come_from_unrounded_rates():
    moved = percentage_points(Fraction(2135, 2277), Fraction(1513, 1801))
    assert points(moved) == "+9.75"
    assert points(moved, places=1) == "+9.8"


@pytest.mark.parametrize(
    ("moved", "printed"),
    [
        (None, "—"),
        (Fraction(0), "0.00"),
        (Fraction(-1, 1000), "0.00"),
        (Fraction(1, 200), "+0.01"),
        (Fraction(-1, 200), "-0.01"),
        (Fraction(-31, 10), "-3.10"),
    ],
)
def test_points_bear_a_sign_and_round_half_up(moved, printed):
    assert points(moved) == printed


@pytest.mark.parametrize(
    ("rate", "places", "printed"),
    [
        (None, 1, "—"),
        (Fraction(2135, 2277), 1, "93.8%"),
        (Fraction(2135, 2277), 2, "93.76%"),
        (Fraction(566, 539), 1, "105.0%"),
        (Fraction(1, 8), 0, "13%"),
        (Fraction(0), 1, "0.0%"),
        (Fraction(-1, 4), 1, "-25.0%"),
    ],
)
def test_rates_are_printed_in_percent_and_may_exceed_a_hundred(rate, places, printed):
    assert percent(rate, places) == printed


def test_growth_from_nothing_is_not_a_number():
    assert growth(10, 0) is None
    assert growth(2277, 2055) == Fraction(222, 2055)


@given(counts, counts, counts, counts)
def test_points_are_exact_and_turn_sign_with_the_years(a, b, c, d):
    this, last = Fraction(a, b), Fraction(c, d)
    moved = percentage_points(this, last)
    assert moved is not None
    assert last + moved / 100 == this
    assert percentage_points(last, this) == -moved


@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_a_printed_rate_is_never_further_off_than_half_its_last_place(rate, places):
    printed = Fraction(percent(rate, places).rstrip("%"))
    assert abs(printed - rate * 100) <= Fraction(1, 2 * 10**places)


def test_both_rates_are_defined_in_a_line_each():
    closing, cohort = definitions()
    assert closing.startswith("办结率＝")
    assert cohort.startswith("本期件办结率＝")
