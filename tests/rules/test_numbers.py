from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_10

from svcdesk.rules.numbers import CaseNumber, case_number, grouped, read_number, spoken

numbers = st.builds(
    case_number,
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(0, 9999),
    st.integers(1, 999),
)


def test_a_number_is_day_seat_serial_and_check_digit():
    assert case_number(date(2025, 3, 7), 3, 42) == "2025030700030426"


def test_a_number_is_grouped_for_reading_and_short_for_speaking():
    assert grouped("2025030700030426") == "20250307 0003 042 6"
    assert spoken("2025030700030426") == "0003-042"


@pytest.mark.parametrize(
    "text",
    [
        "2025030700030426",
        "20250307 0003 042 6",
        "20250307-0003-042-6",
        "２０２５０３０７０００３０４２６",
        "\ufeff2025030700030426\r\n",
    ],
)
def test_a_number_is_found_however_it_was_typed(text):
    number = read_number(text)
    assert number == CaseNumber(date(2025, 3, 7), 3, 42)
    assert number.text == "2025030700030426"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025030700030425",
        "202503070003042",
        "20250307000304260",
        "२०२५०३०७०००३०४२६",
        case_number(date(2025, 3, 7), 3, 42)[:15] + "X",
        "2" * 10_000_000,
    ],
)
def test_what_is_no_case_number_is_none(text):
    assert read_number(text) is None


def test_a_day_or_serial_that_cannot_be_is_none_even_with_a_right_check_digit():
    for body in ("202502300003042", "202503070003000", "000001010003042"):
        assert read_number(body + mod_11_10.calc_check_digit(body)) is None


@pytest.mark.parametrize(("seat", "serial"), [(-1, 1), (10_000, 1), (1, 0), (1, 1000)])
def test_a_seat_or_serial_that_does_not_fit_is_a_defect(seat, serial):
    with pytest.raises(ValueError, match=r"is not within|has more"):
        case_number(date(2025, 3, 7), seat, serial)


@given(numbers)
def test_the_check_digit_is_iso_7064_mod_11_10(number):
    assert mod_11_10.is_valid(number)


@given(numbers)
def test_reading_undoes_writing(number):
    read = read_number(grouped(number))
    assert read is not None
    assert read.text == number


@given(numbers, st.integers(0, 15), st.integers(1, 9))
def test_every_single_wrong_digit_of_a_case_number_is_found(number, at, by):
    wrong = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    assert read_number(wrong) is None


@given(numbers, numbers)
def test_numbers_of_one_seat_sort_as_they_were_given(one, other):
    assume(one[8:12] == other[8:12] or one[:8] != other[:8])
    assert (one < other) == (one[:15] < other[:15])
