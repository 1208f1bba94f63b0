"""Windows and seats: which counter PC may number cases, and for which window."""

import pytest

from svcdesk.desk import cases, seats
from svcdesk.desk.door import Desk
from svcdesk.desk.loading import id_of
from svcdesk.desk.seats import SeatKey, WindowRow
from svcdesk.rules.numbers import read_number
from svcdesk.rules.problems import NoSeat, NotAllowed, OutOfReach
from svcdesk.rules.units import WindowKind
from svcdesk.store.work import SeatClaim, Store
from tests.conftest import Hall


def window(desk: Desk, number: int) -> WindowRow:
    return next(row for row in desk.ask(seats.windows) if row.number == number)


def at_seat(hall: Hall, key: SeatKey, login: str = "lina") -> Desk:
    store = Store(hall.url(login), SeatClaim(key.code, key.key))
    desk = Desk(store, store.enter())
    hall.desks.append(desk)
    return desk


def test_windows_come_by_their_printed_numbers(clerk):
    assert [row.number for row in clerk.ask(seats.windows)] == list(range(1, 25))


def test_a_window_names_its_units_and_seats(clerk):
    row = window(clerk, 1)
    assert (row.name, row.kind, row.units, row.seats) == (
        "工商登记一窗", WindowKind.UNIT, ("区工商局",), (1,),
    )  # fmt: skip


def test_a_comprehensive_window_serves_eleven_units(clerk):
    row = window(clerk, 23)
    assert (row.kind, len(row.units)) == (WindowKind.COMPREHENSIVE, 11)


def test_a_window_without_a_seat_has_none(clerk):
    assert window(clerk, 3).seats == ()


def test_units_come_by_code(administrator):
    codes = [row.code for row in administrator.ask(seats.units)]
    assert codes == sorted(codes)


def test_a_new_seat_has_the_next_code(administrator):
    assert administrator.do(seats.open_seat, id_of("window", "1")).code == 6


def test_a_new_seat_belongs_to_its_window(administrator):
    administrator.do(seats.open_seat, id_of("window", "1"))
    assert window(administrator, 1).seats == (1, 6)


def test_a_seats_key_is_twenty_digits_to_type(administrator):
    key = administrator.do(seats.open_seat, id_of("window", "1")).key
    assert [len(part) for part in key.split("-") if part.isdigit()] == [4] * 5


def test_no_two_keys_are_alike(administrator):
    keys = {administrator.do(seats.open_seat, id_of("window", "1")).key for _ in range(5)}
    assert len(keys) == 5


def test_a_key_is_not_kept(administrator, as_superuser):
    key = administrator.do(seats.open_seat, id_of("window", "1")).key
    places = (
        "SELECT count(*) FROM svc.act_done WHERE answer::text LIKE :key UNION ALL"
        " SELECT count(*) FROM svc.journal WHERE after::text LIKE :key"
    )
    assert as_superuser(places, key=f"%{key}%") == [(0,), (0,)]


def test_the_second_delivery_of_an_opening_shows_no_key(administrator):
    act = seats.open_seat.once(id_of("window", "1"))
    first, again = administrator.settle(act), administrator.settle(act)
    assert (first.key != "", again) == (True, SeatKey(first.code, ""))


def test_at_a_new_seat_cases_are_numbered_in_its_own_series(hall, administrator, a_draft):
    key = administrator.do(seats.open_seat, id_of("window", "1"))
    desk = at_seat(hall, key)
    number = read_number(desk.do(cases.accept, a_draft(desk)).number)
    assert number
    assert (number.seat, number.serial) == (6, 1)


def test_whoever_sits_down_knows_the_seat(hall, administrator):
    key = administrator.do(seats.open_seat, id_of("window", "1"))
    assert at_seat(hall, key).me.seat_code == 6


def test_at_the_seat_of_another_window_nothing_is_taken_in(hall, administrator, a_draft):
    desk = at_seat(hall, administrator.do(seats.open_seat, id_of("window", "4")))
    with pytest.raises(OutOfReach):
        desk.do(cases.accept, a_draft(desk))


def test_a_wrong_key_is_no_seat(hall, administrator, a_draft):
    key = administrator.do(seats.open_seat, id_of("window", "1"))
    desk = at_seat(hall, SeatKey(key.code, "0000-0000-0000-0000-0000"))
    with pytest.raises(NoSeat):
        desk.do(cases.accept, a_draft(desk))


def test_a_renewed_key_replaces_the_old_one(hall, administrator):
    old = administrator.do(seats.open_seat, id_of("window", "1"))
    administrator.do(seats.renew_seat_key, old.code)
    assert at_seat(hall, old).me.seat_code is None


def test_a_renewed_key_works(hall, administrator):
    old = administrator.do(seats.open_seat, id_of("window", "1"))
    new = administrator.do(seats.renew_seat_key, old.code)
    assert at_seat(hall, new).me.seat_code == old.code


def test_a_renewed_key_ends_the_session_under_the_old_one(administrator, clerk, a_draft):
    administrator.do(seats.renew_seat_key, 1)
    with pytest.raises(NoSeat):
        clerk.do(cases.accept, a_draft(clerk))


def test_a_clerk_opens_no_seat(clerk):
    with pytest.raises(NotAllowed):
        clerk.do(seats.open_seat, id_of("window", "1"))
