"""The three ways to a database, walked with real servers."""

from uuid import uuid4

import pytest

from svcdesk import settings
from svcdesk.desk import cases, people, seats
from svcdesk.desk.catalogue import items_here
from svcdesk.desk.door import Desk
from svcdesk.desk.loading import id_of
from svcdesk.rules.access import Role
from svcdesk.rules.intake import Draft, Mark, MaterialMark
from svcdesk.rules.problems import NoSeat, WrongPassword
from svcdesk.settings import Mode, Places
from svcdesk.store.address import hall_url
from svcdesk.ui.setup_path import HallAddress, HallAnswers, LocalHall
from svcdesk.ways import Ways
from tests.conftest import PASSWORD

ANSWERS = LocalHall("某某区行政服务中心", "管立", "guanli", PASSWORD, with_sample=True)


def quiet(_text, _share=None, /):
    """Nobody looks on."""


@pytest.fixture
def places(tmp_path):
    return Places.of({settings.HOME: str(tmp_path / "home")})


@pytest.fixture
def ways(places):
    ways = Ways(places)
    yield ways
    ways.close()


def a_draft(desk: Desk) -> Draft:
    item = desk.ask(items_here)[0]
    return Draft(
        id=uuid4(),
        document_number="11010519491231002X",
        applicant="张明亮",
        item_id=item.id,
        materials=tuple(MaterialMark(m.id, Mark.COMPLETE) for m in item.materials),
    )


def test_on_a_computer_alone_a_clerk_can_take_a_case_in(ways, places):
    entrance = ways.prepare_local(ANSWERS, quiet)
    administrator = entrance.sign_in("guanli", PASSWORD)
    window = id_of("window", "1")
    clerk = people.NewPerson("lina", "李娜", "1001", frozenset({Role.CLERK}), window_id=window)
    administrator.do(people.add_person, clerk, PASSWORD)
    desk = entrance.sign_in("lina", PASSWORD)
    with pytest.raises(NoSeat):
        desk.do(cases.accept, a_draft(desk))
    desk.close()
    seat = administrator.do(seats.open_seat, window)
    administrator.close()
    ways.take_seat(seat.code, seat.key)
    desk = entrance.sign_in("lina", PASSWORD)
    assert desk.me.seat_code == 1
    sheet = desk.do(cases.accept, a_draft(desk))
    assert sheet.hall == "某某区行政服务中心"
    desk.close()


def test_the_next_start_finds_the_database_and_asks_for_the_password(ways, places):
    ways.prepare_local(ANSWERS, quiet)
    ways.close()
    again = Ways(places)
    try:
        entrance = again.resume(quiet)
        with pytest.raises(WrongPassword):
            entrance.sign_in("guanli", "falsch")
        desk = entrance.sign_in("guanli", PASSWORD)
        assert desk.me.roles == {Role.ADMINISTRATOR}
        desk.close()
    finally:
        again.close()


def test_no_file_of_this_computer_holds_the_administrators_password(ways, places):
    ways.prepare_local(ANSWERS, quiet)
    ways.close()
    for file in places.data.parent.rglob("*"):
        if file.is_file():
            assert PASSWORD.encode() not in file.read_bytes(), file


def test_a_halls_server_is_tried_then_remembered_without_a_password(ways, places, hall):
    url, claim = hall.superuser, hall.claims[1]
    address = HallAddress(url.host, url.port, url.database)
    assert ways.test_hall(address, "lina", PASSWORD).hall == "测试区行政服务中心"
    entrance = ways.use_hall(HallAnswers(address, "lina", PASSWORD, claim.code, claim.key), quiet)
    desk = entrance.sign_in("lina", PASSWORD)
    assert desk.me.seat_code == claim.code
    desk.close()
    assert settings.load(places.config).mode is Mode.HALL
    assert PASSWORD not in places.config.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "mode"),
    [
        ("127.0.0.1:5432/svcdesk", None),
        ("10.1.2.3:5432/svcdesk", "verify-full"),
        ("postgresql://hall.example:5432/svcdesk?sslmode=require", "require"),
    ],
)
def test_beyond_this_machine_the_server_must_prove_who_it_is(typed, mode):
    assert hall_url(typed).query.get("sslmode") == mode


def test_going_to_practise_and_back_finds_the_own_database_still_there(ways):
    entrance = ways.prepare_local(ANSWERS, quiet)
    entrance.sign_in("guanli", PASSWORD).close()
    again = ways.prepare_local(ANSWERS, quiet)
    again.sign_in("guanli", PASSWORD).close()
