from datetime import UTC, datetime, timedelta
from itertools import permutations
from uuid import uuid4

from svcdesk.rules.attendance import Direction, Presence, Punch, presence

MORNING = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)


def punch(direction: Direction, hours: float) -> Punch:
    return Punch(uuid4(), direction, MORNING + timedelta(hours=hours))


def test_without_a_punch_nobody_has_come_yet():
    assert presence(()) is Presence.NOT_YET


def test_signing_in_makes_present_and_signing_out_left():
    came, went = punch(Direction.IN, 0), punch(Direction.OUT, 3)
    assert presence((came,)) is Presence.PRESENT
    assert presence((came, went)) is Presence.LEFT


def test_the_latest_punch_counts_in_whatever_order_they_are_handed_in():
    day = [punch(Direction.IN, 0), punch(Direction.OUT, 3), punch(Direction.IN, 5)]
    assert {presence(order) for order in permutations(day)} == {Presence.PRESENT}
