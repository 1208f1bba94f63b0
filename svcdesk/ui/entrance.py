"""The way in: what the window asks of whoever can sign a person in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from svcdesk.rules.access import Role

if TYPE_CHECKING:
    from svcdesk.desk.door import Desk


@dataclass(frozen=True)
class PracticePerson:
    """Somebody of the sample hall, in whose shoes anybody may practise."""

    login: str
    name: str
    role: Role
    window: str
    """The window or unit the person works at, or empty."""


class Entrance(Protocol):
    """A database that can be signed in to; every call may take long and runs on a worker."""

    @property
    def hall(self) -> str:
        """The hall's name, as far as it is known before anybody has signed in."""

    @property
    def practice(self) -> bool:
        """Whether it is the practice hall (练习), which shows a list instead of a password."""

    def sign_in(self, login: str, password: str) -> "Desk":
        """The person's desk; raises WrongPassword, NotOnStaff, Unreachable, OlderSchema…"""

    def practice_people(self) -> Sequence[PracticePerson]:
        """Who can be tried out; empty unless it is the practice hall."""

    def sign_in_as(self, person: PracticePerson) -> "Desk":
        """A practice person's desk, without a password."""
