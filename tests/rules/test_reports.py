from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from svcdesk.rules.reports import Figures, HalfYear, UnitLine

figures = st.builds(Figures, st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999))


def test_completed_over_accepted_may_exceed_one():
    assert Figures(539, 566, 500).rate == Fraction(566, 539)


def test_the_cohort_rate_counts_only_what_was_accepted_in_the_period():
    assert Figures(539, 566, 500).cohort_rate == Fraction(500, 539)


def test_without_acceptances_there_is_no_rate():
    assert Figures(0, 5, 0).rate is None
    assert Figures(0, 5, 0).cohort_rate is None


def test_the_total_is_the_sum_of_the_units_not_of_their_rates():
    report = HalfYear(
        "某区行政服务中心",
        date(2025, 1, 1),
        date(2025, 6, 30),
        (
            UnitLine("001", "甲局", Figures(10, 9, 8), Figures(5, 5, 5)),
            UnitLine("002", "乙局", Figures(30, 21, 20), Figures()),
        ),
        (),
        date(2025, 7, 1),
    )
    total = report.total
    assert (total.name, total.this, total.last) == ("合计", Figures(40, 30, 28), Figures(5, 5, 5))
    assert total.this.rate == Fraction(3, 4)


@given(figures, figures, figures)
def test_figures_add_in_any_order(a, b, c):
    assert (a + b) + c == c + (b + a)
    assert a + Figures() == a
