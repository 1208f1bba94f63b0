"""Stand-ins for what lies behind the window, so that the kit can be tried on its own."""

import threading
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from svcdesk.rules.access import Role
from svcdesk.rules.people import Me
from svcdesk.rules.problems import Unreachable, WrongPassword
from svcdesk.rules.topics import EVERYTHING
from svcdesk.ui import tabs
from svcdesk.ui.entrance import PracticePerson
from svcdesk.ui.printing import PrinterRefused
from svcdesk.ui.setup_path import HallFound
from svcdesk.ui.sign_in import SignInPage
from svcdesk.ui.view import View

HALL = "××区行政服务中心"


def somebody(*roles: Role, practice=False, seat=3, name="李娜") -> Me:
    return Me(
        person_id=UUID(int=1),
        login="lina",
        name=name,
        staff_no="0031",
        roles=frozenset(roles or {Role.CLERK}),
        unit_id=UUID(int=2),
        unit_name="区市场监管局",
        window_id=UUID(int=3),
        window_number=3,
        window_name="3 号窗口",
        seat_code=seat,
        hall_name=HALL,
        practice=practice,
    )


class StandInDesk:
    """Says news on demand; notes that it was closed."""

    def __init__(self, me: Any) -> None:
        self.me = me
        self.closed = False
        self.news = threading.Event()

    def do(self, _act: Any, value: Any = None) -> Any:
        if isinstance(value, Exception):
            raise value
        return value

    ask = do

    def listen(self, stopped: Any) -> Any:
        yield EVERYTHING
        while not stopped():
            if self.news.wait(0.02):
                self.news.clear()
                yield frozenset()

    def close(self) -> Any:
        self.closed = True


@dataclass
class StandInEntrance:
    """Lets in whoever knows the password."""

    practice: bool = False
    hall: str = HALL
    desks: list[StandInDesk] = field(default_factory=list)
    roles: frozenset[Role] = frozenset({Role.CLERK})

    def sign_in(self, _login: Any, password: Any) -> Any:
        if password == "gone":
            raise Unreachable
        if password == "broken":
            raise ZeroDivisionError
        if password != "right-1":
            raise WrongPassword
        self.desks.append(StandInDesk(somebody(*self.roles)))
        return self.desks[-1]

    def practice_people(self) -> Any:
        return (
            PracticePerson("lina", "李娜", Role.CLERK, "3 号窗口"),
            PracticePerson("wang", "王主任", Role.MANAGER, ""),
        )

    def sign_in_as(self, person: Any) -> Any:
        self.desks.append(StandInDesk(somebody(person.role, practice=True, name=person.name)))
        return self.desks[-1]


@dataclass
class StandInSetup:
    """Carries out the first start in no time, or fails on demand."""

    entrance: StandInEntrance = field(default_factory=StandInEntrance)
    done: list[tuple] = field(default_factory=list)
    fails: Exception | None = None
    gate: threading.Event | None = None

    def _do(self, *what: Any) -> Any:
        self.done.append(what)
        if self.gate is not None:
            self.gate.wait(5)
        if self.fails is not None:
            raise self.fails

    def resume(self, say: Any) -> Any:
        say("正在启动本机数据库…")
        self._do("resume")
        return self.entrance

    def prepare_local(self, answers: Any, say: Any) -> Any:
        say("正在建表…", 0.5)
        self._do("local", answers)
        return self.entrance

    def test_hall(self, address: Any, login: Any, password: Any) -> Any:  # noqa: ARG002 - as Setup has it
        self._do("test", address, login)
        return HallFound(HALL, 12.3)

    def use_hall(self, answers: Any, say: Any) -> Any:
        say("正在连接…")
        self._do("hall", answers)
        return self.entrance

    def take_seat(self, code: int, key: str) -> None:
        self._do("seat", (code, key))

    def open_practice(self, say: Any) -> Any:
        say("正在载入样例…", 0.9)
        self._do("practice")
        self.entrance.practice = True
        return self.entrance


@dataclass
class StandInPress:
    """A printer that can be absent, refuse, break or be slow."""

    printers: list[str] = field(default_factory=lambda: ["HP"])
    refuses: bool = False
    breaks: bool = False
    gate: threading.Event | None = None
    printed: list[tuple[str, str]] = field(default_factory=list)

    def names(self) -> Any:
        return list(self.printers)

    def put(self, printer: Any, job: Any, _pdf: Any) -> Any:
        if self.gate is not None:
            self.gate.wait(5)
        if self.breaks:
            raise ZeroDivisionError
        if self.refuses:
            raise PrinterRefused(printer=printer, title=job.title)
        self.printed.append((printer, job.title))


class StandInTab(View):
    """A tab with one field; notes what it is told."""

    def __init__(self, seated: Any, area: Any) -> None:
        super().__init__(seated.background)
        self.area = area
        self.seated = seated
        self.reloads = 0
        self.put_aways = 0
        self.given: list[str] = []
        self.field = QLineEdit(self)
        self.field.setAccessibleName(area)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        for command in _COMMANDS[area]:
            seated.commands.on(command, lambda command=command: self.given.append(command))
            column.addWidget(seated.commands.button(command, self))

    def title(self) -> Any:
        return _TITLES[self.area]

    def reload(self) -> Any:
        self.reloads += 1

    def put_away(self) -> Any:
        self.put_aways += 1


_TITLES = {"intake": "受理", "merging": "综合窗口", "attendance": "考勤", "reports": "报表"}
_COMMANDS = {
    "intake": ("intake.accept", "intake.next", "intake.find"),
    "merging": ("merging.export",),
    "attendance": ("attendance.sign_in",),
    "reports": ("reports.export",),
}


def build(seated: Any) -> Any:
    return {area: StandInTab(seated, area) for area in tabs.areas(seated.me)}


def sign_in(shell: Any, qtbot: Any, *roles: Any) -> Any:
    entrance = shell._machine.setup.entrance
    entrance.roles = frozenset(roles or {Role.CLERK})
    qtbot.waitUntil(lambda: isinstance(shell.window.page, SignInPage))
    shell.window.page.sign_in("lina", "right-1")
    qtbot.waitUntil(lambda: bool(shell.window.views), timeout=10_000)
    return entrance.desks[-1]
