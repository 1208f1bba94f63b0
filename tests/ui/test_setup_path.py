from dataclasses import replace

import pytest

from svcdesk.rules.names import BadName
from svcdesk.ui.setup_path import (
    Amiss,
    HallAddress,
    LocalHall,
    Step,
    Way,
    after_choice,
    back_from,
    hall_faults,
    local_faults,
    password_fault,
    read_address,
    read_seat_code,
)

GOOD = LocalHall("××区行政服务中心", "李娜", "lina", "Zz-2025-ab", with_sample=True)


def test_practising_asks_nothing():
    assert after_choice(Way.PRACTICE) is Step.WORKING
    assert after_choice(Way.LOCAL) is Step.LOCAL
    assert after_choice(Way.HALL) is Step.HALL


@pytest.mark.parametrize("way", Way)
def test_from_every_page_there_is_a_way_back_that_ends_at_the_choice(way):
    step, seen = Step.WORKING, []
    while step is not Step.CHOOSE:
        seen.append(step)
        step = back_from(step, way)
    assert len(seen) <= 2


def test_complete_answers_have_nothing_amiss():
    assert local_faults(GOOD, GOOD.password) == {}
    assert hall_faults("10.1.2.3:5432/svcdesk", "lina", "x", "3", "abcd-efgh") == {}
    assert hall_faults("10.1.2.3", "lina", "x", "", "") == {}


def test_everything_amiss_is_said_at_once_field_by_field():
    empty = LocalHall("", "", "", "", with_sample=False)
    faults = local_faults(empty, "")
    assert set(faults) == {"hall", "name", "login", "password"}
    assert isinstance(faults["name"], BadName)


def test_the_repeated_password_is_compared_once_the_first_will_do():
    assert local_faults(GOOD, "other")["repeated"] is Amiss.PASSWORD_TWICE
    weak = replace(GOOD, password="short")
    assert "repeated" not in local_faults(weak, "other")


@pytest.mark.parametrize("login", ["Lina", "1ina", "李娜", "l", "a" * 32, "li na", "li-na"])
def test_a_login_is_one_the_database_and_every_keyboard_can_take(login):
    assert local_faults(replace(GOOD, login=login), GOOD.password)["login"] is Amiss.LOGIN


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("a1", Amiss.PASSWORD_SHORT),
        ("abcdefgh", Amiss.PASSWORD_KINDS),
        ("12345678", Amiss.PASSWORD_KINDS),
        ("xLINA2025", Amiss.PASSWORD_LOGIN),
        ("abcd1234", None),
        ("ABCDabcd", None),
        ("密码密码密码密码a", None),
    ],
)
def test_a_password_has_eight_characters_of_two_kinds_and_not_the_login(password, fault):
    assert password_fault(password, "lina") is fault


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("10.1.2.3", HallAddress("10.1.2.3")),
        (" db.hall.local:5433 ", HallAddress("db.hall.local", 5433)),
        ("db:5433/hall", HallAddress("db", 5433, "hall")),
        (
            "postgresql://lina:secret@db:5433/hall?sslmode=verify-full",
            HallAddress("db", 5433, "hall"),
        ),
        ("[::1]:5432/hall", HallAddress("::1", 5432, "hall")),
        ("db/hall/", HallAddress("db", 5432, "hall")),
        ("", None),
        ("db:0", None),
        ("db:99999", None),
        ("a b", None),
        ("db:x", None),
        ("大厅", HallAddress("大厅")),
    ],
)
def test_an_address_is_read_as_people_write_it(text, address):
    assert read_address(text) == address


def test_an_address_is_kept_without_login_or_password():
    assert HallAddress("::1", 5432, "hall").url == "postgresql://[::1]:5432/hall"
    assert HallAddress("db").url == "postgresql://db:5432/svcdesk"


@pytest.mark.parametrize(
    ("text", "code"),
    [("3", 3), ("0003", 3), (" 42 ", 42), ("0", None), ("10000", None), ("x", None), ("３", None)],
)
def test_a_seat_is_a_number_of_four_digits_at_most(text, code):
    assert read_seat_code(text) == code


def test_seat_and_key_come_together_or_not_at_all():
    assert hall_faults("db", "lina", "x", "3", "")["seat_key"] is Amiss.SEAT_KEY
    assert hall_faults("db", "lina", "x", "", "key")["seat_key"] is Amiss.SEAT_KEY
    assert hall_faults("db", "lina", "x", "x", "key")["seat_code"] is Amiss.SEAT_CODE


def test_no_sentence_scolds():
    for sentence in [one.word for one in Amiss] + [way.meaning for way in Way]:
        assert not any(word in sentence for word in ("警告", "非法", "！", "!"))
