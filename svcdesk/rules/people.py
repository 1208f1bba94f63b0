"""People of the hall (工作人员): who signs in, from which seat, in which posts."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from svcdesk.rules.access import Permission, Role, allows
from svcdesk.rules.words import QT_TRANSLATE_NOOP


class Principal(StrEnum):
    """Who has a say over a person (三重管理: 市中心、区中心、原单位)."""

    CITY_CENTRE = "city_centre"
    DISTRICT_CENTRE = "district_centre"
    HOME_UNIT = "home_unit"

    @property
    def word(self) -> str:
        """The principal's Chinese name."""
        return _PRINCIPAL_WORDS[self]


_PRINCIPAL_WORDS = {
    Principal.CITY_CENTRE: QT_TRANSLATE_NOOP("Principal", "市中心"),
    Principal.DISTRICT_CENTRE: QT_TRANSLATE_NOOP("Principal", "区中心"),
    Principal.HOME_UNIT: QT_TRANSLATE_NOOP("Principal", "原单位"),
}


@dataclass(frozen=True)
class Me:
    """The signed-in person as the server knows him, and the seat of this computer."""

    person_id: UUID
    login: str
    name: str
    staff_no: str
    roles: frozenset[Role]
    unit_id: UUID | None
    unit_name: str | None
    window_id: UUID | None
    window_number: int | None
    window_name: str | None
    seat_code: int | None
    hall_name: str
    practice: bool
    """Whether this database is the practice hall (练习), framed in green."""

    def may(self, permission: Permission) -> bool:
        """Whether one of my posts carries the permission."""
        return allows(self.roles, permission)
