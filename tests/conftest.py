"""Halls for the tests: a real PostgreSQL, a database of its own for each test.

The server is started once a session. A hall with its catalogue and a handful of people is
made once and copied for each test; the sample hall with its two half years likewise.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import pytest
from sqlalchemy import URL, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from svcdesk.desk import hall as hall_acts
from svcdesk.desk import loading, people, seats
from svcdesk.desk.catalogue import ItemCard, items_here
from svcdesk.desk.door import Desk
from svcdesk.desk.sample.build import SampleHall
from svcdesk.resources import resource
from svcdesk.rules.access import Role
from svcdesk.rules.intake import Draft, Mark, MaterialMark
from svcdesk.rules.people import Principal
from svcdesk.store import setup
from svcdesk.store.embedded import EmbeddedServer
from svcdesk.store.work import SeatClaim, Store
from svcdesk.system import LibrariesMissing, require_libraries

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    require_libraries("offscreen")  # before pytest-qt loads Qt, which only says a file name
except LibrariesMissing as missing:
    pytest.exit(str(missing), returncode=1)

PASSWORD = "Ceshi-2026"
DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
_numbers = count()


@dataclass
class Server:
    """A running server, and what was made on it once for the session."""

    running: EmbeddedServer
    templates: dict[str, dict[int, SeatClaim]] = field(default_factory=dict)

    def superuser(self, database: str) -> URL:
        return make_url(self.running.superuser_url(database))

    def copy(self, template: str) -> str:
        name = f"hall_{next(_numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        self.run(
            f"REVOKE ALL ON DATABASE {name} FROM PUBLIC",
            f"GRANT CONNECT ON DATABASE {name} TO svcdesk_staff, svcdesk_loader",
        )
        return name

    def run(self, *statements: str) -> None:
        engine = create_engine(
            self.superuser("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool
        )
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))


@dataclass
class Hall:
    """One test's hall: whose desk would you like?"""

    server: Server
    name: str
    claims: dict[int, SeatClaim]
    desks: list[Desk] = field(default_factory=list)

    def url(self, login: str, password: str = PASSWORD) -> URL:
        return make_url(self.server.running.url(self.name, login, password))

    @property
    def superuser(self) -> URL:
        return self.server.superuser(self.name)

    def desk(self, login: str, window: int | None = None) -> Desk:
        """A person's desk, at the seat of a window if one is named."""
        store = Store(self.url(login), self.claims.get(window or 0))
        desk = Desk(store, store.enter())
        self.desks.append(desk)
        return desk

    def server_login(self, role: str) -> str:
        """The login of somebody who holds a post."""
        with create_engine(self.superuser, poolclass=NullPool).connect() as connection:
            asked = text(
                "SELECT login FROM svc.person JOIN svc.post ON person_id = person.id"
                " WHERE role = :role ORDER BY login LIMIT 1"
            )
            return str(connection.scalar(asked, {"role": role}))

    def close(self) -> None:
        for desk in self.desks:
            desk.close()
        self.server.run(f"DROP DATABASE {self.name} WITH (FORCE)")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-server",
        action="store_true",
        help="run tests of store and desk on Debian's PostgreSQL too, where it is installed",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Side by side, files stay whole, and one process makes the sample hall for all."""
    for item in items:
        uses_sample = "sample" in getattr(item, "fixturenames", ())
        group = "sample" if uses_sample else item.nodeid.partition("::")[0]
        item.add_marker(pytest.mark.xdist_group(group))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "server" not in metafunc.fixturenames:
        return
    wanted = metafunc.config.getoption("--every-server")
    room = Path(metafunc.module.__file__).parent.name
    if wanted and room in ("store", "desk"):
        binaries = [None, *DEBIAN]
        ids = ["embedded", *(f"debian-{folder.parent.name}" for folder in DEBIAN)]
        metafunc.parametrize("server", binaries, ids=ids, indirect=True, scope="session")


@pytest.fixture(scope="session")
def servers() -> Iterator[Callable[[Path | None], Server]]:
    """Starts the server of some binaries when it is first asked for.

    Its folder lies outside pytest's own, which another session would close to it.
    """
    ends = ExitStack()
    running: dict[Path | None, Server] = {}

    def start(binaries: Path | None) -> Server:
        if binaries not in running:
            place = TemporaryDirectory(prefix="svcdesk-test-", dir=_quick_folder())
            folder = Path(ends.enter_context(place))
            folder.chmod(0o755)  # the server runs as somebody else where the tests run as root
            server = EmbeddedServer.start(folder / "pg", durable=False, binaries=binaries)
            ends.callback(server.stop)
            running[binaries] = Server(server)
        return running[binaries]

    with ends:
        yield start


def _quick_folder() -> Path | None:
    """Memory where there is enough: a hall is copied there thirty times faster than on a disk."""
    memory = Path("/dev/shm")  # noqa: S108
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 4 << 30
    return memory if roomy else None


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest, servers: Callable[[Path | None], Server]) -> Server:
    return servers(getattr(request, "param", None))


@pytest.fixture
def hall(server: Server) -> Iterator[Hall]:
    """A hall with its catalogue, five windows with a seat each, and ten people."""
    if "small" not in server.templates:
        server.templates["small"] = _make_small_hall(server)
    hall = Hall(server, server.copy("small"), server.templates["small"])
    yield hall
    hall.close()


@pytest.fixture
def sample(server: Server) -> Iterator[Hall]:
    """The sample hall with the first halves of 2011 and 2012; takes half a minute once."""
    if "sample" not in server.templates:
        server.run("CREATE DATABASE sample")
        SampleHall(server.superuser("sample"), lambda *_: None).build()
        server.templates["sample"] = {}
    hall = Hall(server, server.copy("sample"), {})
    yield hall
    hall.close()


def _make_small_hall(server: Server) -> dict[int, SeatClaim]:
    server.run("CREATE DATABASE small")
    url = server.superuser("small")
    setup.prepare(url, lambda _: None)
    setup.add_first_administrator(
        url, setup.FirstAdministrator("guanli", "管立", "guanli", PASSWORD)
    )
    store = Store(make_url(server.running.url("small", "guanli", PASSWORD)))
    administrator = Desk(store, store.enter())
    administrator.do(hall_acts.publish_years, tuple(range(2011, 2027)), "放假通知")
    administrator.do(hall_acts.set_hall, {"hall_name": "测试区行政服务中心"})
    administrator.do(loading.load_catalogue, loading.read_catalogue(resource("hall")))
    claims: dict[int, SeatClaim] = {}
    for number in (1, 2, 4, 6, 23):
        key = administrator.do(seats.open_seat, loading.id_of("window", str(number)))
        claims[number] = SeatClaim(key.code, key.key)
    for login, name, roles, unit, window in PEOPLE:
        person = people.NewPerson(
            login=login,
            name=name,
            staff_no=f"{1000 + len(login)}",
            roles=frozenset(roles),
            principal=Principal.HOME_UNIT if unit else Principal.DISTRICT_CENTRE,
            unit_id=loading.id_of("unit", unit) if unit else None,
            window_id=loading.id_of("window", str(window)) if window else None,
        )
        administrator.do(people.add_person, person, PASSWORD)
    administrator.close()
    return claims


PEOPLE: tuple[tuple[str, str, set[Role], str | None, int | None], ...] = (
    ("lina", "李娜", {Role.CLERK}, "GSJ", 1),
    ("wangqiang", "王强", {Role.CLERK}, "GSJ", 1),
    ("chenchen", "陈晨", {Role.CLERK}, "GSJ", 2),
    ("sunhao", "孙浩", {Role.CLERK}, "GAJ", 4),
    ("zhangnan", "张楠", {Role.CLERK}, None, 23),
    ("zhaomin", "赵敏", {Role.CLERK, Role.WINDOW_HEAD}, "GSJ", 1),
    ("wangzhuren", "王主任", {Role.MANAGER}, None, None),
    ("kaoqin", "钱考勤", {Role.ATTENDANCE_OFFICER}, None, None),
    ("jiandu", "周监督", {Role.AUDITOR}, None, None),
    ("yuandanwei", "吴联系", {Role.HOME_UNIT}, "GSJ", None),
)


@pytest.fixture
def clerk(hall: Hall) -> Desk:
    """李娜, clerk of window 1 of the 工商局, at its seat."""
    return hall.desk("lina", 1)


@pytest.fixture
def colleague(hall: Hall) -> Desk:
    """王强, at the same window and seat."""
    return hall.desk("wangqiang", 1)


@pytest.fixture
def stranger(hall: Hall) -> Desk:
    """孙浩, clerk of window 4 of the 公安局, at its seat."""
    return hall.desk("sunhao", 4)


@pytest.fixture
def head(hall: Hall) -> Desk:
    """赵敏, window head of the 工商局."""
    return hall.desk("zhaomin", 1)


@pytest.fixture
def manager(hall: Hall) -> Desk:
    """王主任, manager of the centre."""
    return hall.desk("wangzhuren")


@pytest.fixture
def officer(hall: Hall) -> Desk:
    """钱考勤, attendance officer."""
    return hall.desk("kaoqin")


@pytest.fixture
def administrator(hall: Hall) -> Desk:
    """管立, the first administrator."""
    return hall.desk("guanli")


@pytest.fixture
def auditor(hall: Hall) -> Desk:
    """周监督, who may read and nothing else."""
    return hall.desk("jiandu")


@pytest.fixture
def home_unit(hall: Hall) -> Desk:
    """吴联系 of the 工商局 itself (原单位)."""
    return hall.desk("yuandanwei")


@pytest.fixture
def a_draft() -> Callable[..., Draft]:
    """A complete draft of the first promised item of the desk's window."""

    def make(desk: Desk, *, item: str | None = None, **typed: object) -> Draft:
        cards = desk.ask(items_here)
        card = next(c for c in cards if c.code == item) if item else _ordinary(cards)
        return Draft(
            **{
                "id": uuid4(),
                "document_number": "11010519491231002X",
                "applicant": "张明亮",
                "phone": "13800001234",
                "item_id": card.id,
                "materials": tuple(MaterialMark(m.id, Mark.COMPLETE) for m in card.materials),
                **typed,
            }  # type: ignore[arg-type]
        )

    return make


def _ordinary(cards: tuple[ItemCard, ...]) -> ItemCard:
    return next(card for card in cards if card.promised_days > 0)


@pytest.fixture
def as_superuser(hall: Hall) -> Callable[..., list[tuple[object, ...]]]:
    """What really stands in the database, behind all row security."""

    def ask(statement: str, **values: object) -> list[tuple[object, ...]]:
        with create_engine(hall.superuser, poolclass=NullPool).connect() as connection:
            rows = connection.execute(text(statement), values)
            return [tuple(row) for row in rows]

    return ask


@pytest.fixture
def some_id() -> UUID:
    return uuid4()
