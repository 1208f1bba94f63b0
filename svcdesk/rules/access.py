"""Who may do what: posts (岗位), and the commands each post sees.

The database decides (grants and row security); this table only spares people the
sight of commands that it would refuse. A test holds the two against each other.
"""

from collections.abc import Iterable
from enum import StrEnum

from svcdesk.rules.words import QT_TRANSLATE_NOOP


class Role(StrEnum):
    """A post; its value is the name of the group role in the database."""

    CLERK = "svcdesk_clerk"
    WINDOW_HEAD = "svcdesk_window_head"
    MANAGER = "svcdesk_manager"
    ATTENDANCE_OFFICER = "svcdesk_attendance_officer"
    ADMINISTRATOR = "svcdesk_administrator"
    AUDITOR = "svcdesk_auditor"
    HOME_UNIT = "svcdesk_home_unit"

    @property
    def word(self) -> str:
        """The post's Chinese name."""
        return _ROLE_WORDS[self]


_ROLE_WORDS = {
    Role.CLERK: QT_TRANSLATE_NOOP("Role", "窗口人员"),
    Role.WINDOW_HEAD: QT_TRANSLATE_NOOP("Role", "窗口负责人"),
    Role.MANAGER: QT_TRANSLATE_NOOP("Role", "中心管理人员"),
    Role.ATTENDANCE_OFFICER: QT_TRANSLATE_NOOP("Role", "考勤管理员"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Role", "系统管理员"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("Role", "监督员（只读）"),
    Role.HOME_UNIT: QT_TRANSLATE_NOOP("Role", "原单位联系人"),
}


class Permission(StrEnum):
    """Something a person may do or see."""

    TAKE_IN = "cases:take-in"
    DECIDE_CASES = "cases:decide"
    READ_CASES = "cases:read"
    REVEAL_DOCUMENTS = "documents:reveal"
    READ_UNITS = "units:read"
    PUNCH = "attendance:punch"
    READ_ATTENDANCE = "attendance:read"
    READ_REPORTS = "reports:read"
    READ_CATALOGUE = "catalogue:read"
    ADMINISTER = "hall:administer"
    READ_JOURNAL = "journal:read"


_EVERYBODY = frozenset(
    {
        Permission.PUNCH,
        Permission.READ_ATTENDANCE,
        Permission.READ_CATALOGUE,
    }
)

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.CLERK: _EVERYBODY
    | {
        Permission.TAKE_IN,
        Permission.DECIDE_CASES,
        Permission.READ_CASES,
        Permission.REVEAL_DOCUMENTS,
    },
    Role.WINDOW_HEAD: _EVERYBODY
    | {
        Permission.TAKE_IN,
        Permission.DECIDE_CASES,
        Permission.READ_CASES,
        Permission.REVEAL_DOCUMENTS,
        Permission.READ_UNITS,
        Permission.READ_REPORTS,
    },
    Role.MANAGER: _EVERYBODY
    | {Permission.READ_CASES, Permission.READ_UNITS, Permission.READ_REPORTS},
    Role.ATTENDANCE_OFFICER: _EVERYBODY,
    Role.ADMINISTRATOR: _EVERYBODY | {Permission.ADMINISTER},
    Role.AUDITOR: frozenset(
        {
            Permission.READ_CASES,
            Permission.REVEAL_DOCUMENTS,
            Permission.READ_UNITS,
            Permission.READ_ATTENDANCE,
            Permission.READ_REPORTS,
            Permission.READ_CATALOGUE,
            Permission.READ_JOURNAL,
        }
    ),
    Role.HOME_UNIT: frozenset(
        {
            Permission.READ_CASES,
            Permission.READ_UNITS,
            Permission.READ_ATTENDANCE,
            Permission.READ_REPORTS,
            Permission.READ_CATALOGUE,
        }
    ),
}


def allows(roles: Iterable[Role], permission: Permission) -> bool:
    """Whether any of these posts carries the permission."""
    return any(permission in GRANTS[role] for role in roles)
