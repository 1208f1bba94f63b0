"""The way from the first start to a database, as data: steps, answers and what is amiss in them.

No widget, no database: the pages show it, the program's root carries it out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from svcdesk.rules.names import BadName, clean_name
from svcdesk.rules.problems import Problem
from svcdesk.rules.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from svcdesk.ui.entrance import Entrance

PORT = 5432
DATABASE = "svcdesk"
SHORTEST_PASSWORD = 8
"""Characters; two kinds of them must occur (等保 2 级)."""


class Way(StrEnum):
    """How this computer will work."""

    LOCAL = "local"
    HALL = "hall"
    PRACTICE = "practice"

    @property
    def word(self) -> str:
        """The way in plain words."""
        return _WAY_WORDS[self]

    @property
    def meaning(self) -> str:
        """What choosing it means, in one sentence."""
        return _WAY_MEANINGS[self]


_WAY_WORDS = {
    Way.LOCAL: QT_TRANSLATE_NOOP("Way", "这台电脑单独用"),
    Way.HALL: QT_TRANSLATE_NOOP("Way", "连接大厅的服务器"),
    Way.PRACTICE: QT_TRANSLATE_NOOP("Way", "在样例大厅里练习"),
}
_WAY_MEANINGS = {
    Way.LOCAL: QT_TRANSLATE_NOOP(
        "Way", "数据库装在本机的数据文件夹里，不用另外的服务器。适合只有一个窗口的小厅或试用。"
    ),
    Way.HALL: QT_TRANSLATE_NOOP(
        "Way",
        "各窗口共用一个数据库。请先向管理员要服务器地址，最好连同这台电脑的席位号和席位密钥。",
    ),
    Way.PRACTICE: QT_TRANSLATE_NOOP(
        "Way", "和正式的程序一样，只是人和件都是编的，窗口有绿框。随便试，不影响任何真实的件。"
    ),
}


class Step(StrEnum):
    """A page of the first start."""

    CHOOSE = "choose"
    LOCAL = "local"
    HALL = "hall"
    WORKING = "working"


def after_choice(way: Way) -> Step:
    """The page that follows a choice; practising asks nothing."""
    return {Way.LOCAL: Step.LOCAL, Way.HALL: Step.HALL, Way.PRACTICE: Step.WORKING}[way]


def back_from(step: Step, way: Way) -> Step:
    """Where Esc, or a Problem while working, leads; what was typed stays."""
    if step is Step.WORKING and way is not Way.PRACTICE:
        return after_choice(way)
    return Step.CHOOSE


class Amiss(StrEnum):
    """What is amiss in an answer."""

    HALL_NAME = "hall_name"
    LOGIN = "login"
    PASSWORD_SHORT = "password_short"  # noqa: S105 - not a password
    PASSWORD_KINDS = "password_kinds"  # noqa: S105
    PASSWORD_LOGIN = "password_login"  # noqa: S105
    PASSWORD_TWICE = "password_twice"  # noqa: S105
    PASSWORD_EMPTY = "password_empty"  # noqa: S105
    ADDRESS = "address"
    SEAT_CODE = "seat_code"
    SEAT_KEY = "seat_key"

    @property
    def word(self) -> str:
        """What to do about it, in one sentence."""
        return _AMISS_WORDS[self]


_AMISS_WORDS = {
    Amiss.HALL_NAME: QT_TRANSLATE_NOOP("Amiss", "请填大厅名称，它会印在受理通知书上。"),
    Amiss.LOGIN: QT_TRANSLATE_NOOP(
        "Amiss", "用户名用 2 到 31 个小写字母、数字或下划线，以字母开头，例如 lina。"
    ),
    Amiss.PASSWORD_SHORT: QT_TRANSLATE_NOOP("Amiss", "密码至少 8 位。"),
    Amiss.PASSWORD_KINDS: QT_TRANSLATE_NOOP("Amiss", "密码要有两种以上的字符，例如字母加数字。"),
    Amiss.PASSWORD_LOGIN: QT_TRANSLATE_NOOP("Amiss", "密码里不要包含用户名。"),
    Amiss.PASSWORD_TWICE: QT_TRANSLATE_NOOP("Amiss", "两次输入的密码不一样，请再输一遍。"),
    Amiss.PASSWORD_EMPTY: QT_TRANSLATE_NOOP("Amiss", "请输入密码。"),
    Amiss.ADDRESS: QT_TRANSLATE_NOOP(
        "Amiss", "地址写成 主机:端口/数据库，例如 10.1.2.3:5432/svcdesk。"
    ),
    Amiss.SEAT_CODE: QT_TRANSLATE_NOOP("Amiss", "席位号是 1 到 9999 的数字。没有就空着。"),
    Amiss.SEAT_KEY: QT_TRANSLATE_NOOP("Amiss", "席位号和席位密钥要一起填，或一起空着。"),
}


@dataclass(frozen=True)
class LocalHall:
    """Answers for a computer on its own; ``password`` is never written to disk."""

    hall: str
    name: str
    login: str
    password: str
    with_sample: bool
    """Whether to fill the catalogue with the sample hall's units, windows and items."""


@dataclass(frozen=True)
class HallAddress:
    """Where a hall's server is."""

    host: str
    port: int = PORT
    database: str = DATABASE

    @property
    def url(self) -> str:
        """The address as the settings keep it, without a login."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"postgresql://{host}:{self.port}/{self.database}"


@dataclass(frozen=True)
class HallAnswers:
    """Answers for a counter of a hall; without a seat the computer cannot take in yet."""

    address: HallAddress
    login: str
    password: str
    seat_code: int | None
    seat_key: str


@dataclass(frozen=True)
class HallFound:
    """What a trial connection found."""

    hall: str
    milliseconds: float


class Say(Protocol):
    """How long work tells how far it is; callable on any thread."""

    def __call__(self, text: str, share: float | None = None, /) -> None:
        """``text`` is marked for translation under ``Progress``; ``share`` from 0 to 1."""


class Setup(Protocol):
    """Who carries the answers out; every call may take long and runs on a worker.

    The settings (mode, address, seat) are written by whoever implements this.
    """

    def resume(self, say: Say) -> "Entrance":
        """The entrance the settings name: start the embedded server, or dial the hall's."""

    def prepare_local(self, answers: LocalHall, say: Say) -> "Entrance":
        """Make the database in the data folder, its administrator, and perhaps the sample."""

    def test_hall(self, address: HallAddress, login: str, password: str) -> HallFound:
        """Try the connection without changing anything."""

    def use_hall(self, answers: HallAnswers, say: Say) -> "Entrance":
        """Work with a hall's server from now on."""

    def take_seat(self, code: int, key: str) -> None:
        """Use this seat of the hall from the next sign-in on."""

    def open_practice(self, say: Say) -> "Entrance":
        """The practice hall, made at its first use."""


def read_address(text: str) -> HallAddress | None:
    """``host``, ``host:port`` or ``host:port/database``, also pasted as a postgresql:// URL."""
    plain = re.sub(r"^postgres(ql)?://([^@/]*@)?", "", text.strip()).partition("?")[0]
    found = _ADDRESS.fullmatch(plain.rstrip("/"))
    if found is None:
        return None
    port = int(found["port"] or PORT)
    host = found["host"].strip("[]")
    return HallAddress(host, port, found["database"] or DATABASE) if 0 < port < 65536 else None


_ADDRESS = re.compile(
    r"(?P<host>\[[0-9A-Fa-f:]+\]|[\w.\-]+)(:(?P<port>\d{1,5}))?(/(?P<database>[\w\-]+))?"
)
_LOGIN = re.compile(r"[a-z][a-z0-9_]{1,30}")
_KINDS = (r"[a-z]", r"[A-Z]", r"\d", r"[^A-Za-z0-9]")

Faults = Mapping[str, Amiss | Problem]
"""What is amiss, by the name of the field."""


def local_faults(answers: LocalHall, repeated: str) -> Faults:
    """What is amiss in the answers for a computer on its own, field by field."""
    faults: dict[str, Amiss | Problem] = {}
    if not answers.hall.strip():
        faults["hall"] = Amiss.HALL_NAME
    try:
        clean_name(answers.name)
    except BadName as fault:
        faults["name"] = fault
    if not _LOGIN.fullmatch(answers.login):
        faults["login"] = Amiss.LOGIN
    if weak := password_fault(answers.password, answers.login):
        faults["password"] = weak
    elif repeated != answers.password:
        faults["repeated"] = Amiss.PASSWORD_TWICE
    return faults


def hall_faults(address: str, login: str, password: str, seat_code: str, seat_key: str) -> Faults:
    """What is amiss in the answers for a counter of a hall, field by field."""
    faults: dict[str, Amiss | Problem] = {}
    if read_address(address) is None:
        faults["address"] = Amiss.ADDRESS
    if not _LOGIN.fullmatch(login.strip()):
        faults["login"] = Amiss.LOGIN
    if not password:
        faults["password"] = Amiss.PASSWORD_EMPTY
    if seat_code.strip() and read_seat_code(seat_code) is None:
        faults["seat_code"] = Amiss.SEAT_CODE
    elif bool(seat_code.strip()) != bool(seat_key.strip()):
        faults["seat_key"] = Amiss.SEAT_KEY
    return faults


def read_seat_code(text: str) -> int | None:
    """A seat's number, 1 to 9999."""
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 4):
        return None
    return int(plain) or None


def password_fault(password: str, login: str) -> Amiss | None:
    """Why a new password will not do."""
    if len(password) < SHORTEST_PASSWORD:
        return Amiss.PASSWORD_SHORT
    if sum(bool(re.search(kind, password)) for kind in _KINDS) < 2:
        return Amiss.PASSWORD_KINDS
    if login and login.lower() in password.lower():
        return Amiss.PASSWORD_LOGIN
    return None
