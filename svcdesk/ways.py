"""The three ways to a database, carried out: this computer alone, a hall's server, practice."""

from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from svcdesk import settings
from svcdesk.resources import resource
from svcdesk.rules.problems import CatalogueThere
from svcdesk.rules.words import QT_TRANSLATE_NOOP
from svcdesk.settings import Mode, Places
from svcdesk.ui.entrance import Entrance, PracticePerson
from svcdesk.ui.setup_path import HallAddress, HallAnswers, HallFound, LocalHall, Say

if TYPE_CHECKING:
    from sqlalchemy import URL

    from svcdesk.desk.door import Desk
    from svcdesk.desk.sample.practice import PracticeHall
    from svcdesk.store.work import SeatClaim

DATABASE = "svcdesk"

CONNECTING = QT_TRANSLATE_NOOP("Progress", "正在连接服务器…")
PREPARING = QT_TRANSLATE_NOOP("Progress", "正在建立数据库…")
CATALOGUE = QT_TRANSLATE_NOOP("Progress", "正在载入日历和目录…")
SEATING = QT_TRANSLATE_NOOP("Progress", "正在登记席位…")


class Ways:
    """Carries out what the first start asks; see :class:`svcdesk.ui.setup_path.Setup`."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._running = ExitStack()
        self._own: URL | None = None
        self._practice: PracticeHall | None = None

    def close(self) -> None:
        """Stop the embedded servers that were started."""
        self._own = self._practice = None
        self._running.close()

    def resume(self, say: Say) -> Entrance:
        """The entrance the settings name."""
        chosen = settings.load(self._places.config)
        if chosen.mode is Mode.PRACTICE:
            return self.open_practice(say)
        if chosen.mode is Mode.LOCAL:
            return self._local(say)
        return self._hall(chosen.hall_url)

    def prepare_local(self, answers: LocalHall, say: Say) -> Entrance:
        """Make the database of this computer alone, its administrator, its calendar."""
        from svcdesk.rules.pinyin import sort_key
        from svcdesk.store import setup

        url = self._started(say)
        say(PREPARING, 0.3)
        if not setup.has_administrator(url):
            setup.add_first_administrator(
                url,
                setup.FirstAdministrator(
                    answers.login,
                    answers.name,
                    sort_key(answers.name, person=True),
                    answers.password,
                ),
            )
        say(CATALOGUE, 0.6)
        entrance = self._entrance(url)
        desk = entrance.sign_in(answers.login, answers.password)
        try:
            _furnish(desk, answers)
        finally:
            desk.close()
        self._remember(mode=Mode.LOCAL, last_login=answers.login)
        return entrance

    def test_hall(self, address: HallAddress, login: str, password: str) -> HallFound:
        """Try the connection without changing anything."""
        entrance = DatabaseEntrance(_hall_url(address.url))
        begin = perf_counter()
        desk = entrance.sign_in(login, password)
        took = (perf_counter() - begin) * 1000
        desk.close()
        return HallFound(desk.me.hall_name, took)

    def use_hall(self, answers: HallAnswers, say: Say) -> Entrance:
        """Work with a hall's server from now on, at a seat if its key was given."""
        say(CONNECTING, 0.3)
        self.test_hall(answers.address, answers.login, answers.password)
        say(SEATING, 0.7)
        if answers.seat_code is not None:
            settings.keep_seat_key(self._places, answers.seat_key.strip())
        self._remember(
            mode=Mode.HALL,
            hall_url=answers.address.url,
            seat_code=answers.seat_code,
            last_login=answers.login,
        )
        return self._hall(answers.address.url)

    def take_seat(self, code: int, key: str) -> None:
        """Use this seat of the hall from the next sign-in on."""
        settings.keep_seat_key(self._places, key)
        self._remember(seat_code=code)

    def open_practice(self, say: Say) -> Entrance:
        """The practice hall, made at its first use."""
        from svcdesk.desk.sample.practice import PracticeHall

        if self._practice is None:
            self._practice = PracticeHall.open(
                self._places.practice, lambda text, done, total: say(text, done / max(total, 1))
            )
            self._running.callback(self._practice.stop)
        self._remember(mode=Mode.PRACTICE)
        return PracticeEntrance(self._practice)

    def _local(self, say: Say) -> Entrance:
        return self._entrance(self._started(say))

    def _hall(self, url: str) -> Entrance:
        return DatabaseEntrance(_hall_url(url), self._places)

    def _entrance(self, superuser: "URL") -> "DatabaseEntrance":
        from sqlalchemy import URL

        bare = URL.create(
            superuser.drivername,
            host=superuser.host,
            port=superuser.port,
            database=superuser.database,
        )
        return DatabaseEntrance(bare, self._places)

    def _started(self, say: Say) -> "URL":
        """The embedded server of this computer, its schema brought up to date.

        It stays while the program does, also when somebody looks at another hall meanwhile.
        """
        if self._own is not None:
            return self._own
        from sqlalchemy import make_url

        from svcdesk.store import databases, setup
        from svcdesk.store.embedded import EmbeddedServer

        server = EmbeddedServer.start(self._places.database, say=lambda text: say(text, None))
        self._running.callback(server.stop)
        url = make_url(server.superuser_url(DATABASE))
        databases.make_database(url)
        setup.prepare(url, lambda _: None)
        self._own = url
        return url

    def _remember(self, **values: object) -> None:
        path = self._places.config
        settings.save(path, replace(settings.load(path), **values))  # type: ignore[arg-type]


class DatabaseEntrance:
    """A database that people sign in to with their own passwords, from the seat of the moment."""

    practice = False

    def __init__(self, url: "URL", places: Places | None = None) -> None:
        self._url, self._places = url, places
        self.hall = ""

    def sign_in(self, login: str, password: str) -> "Desk":
        """The person's desk; raises WrongPassword, NotOnStaff, Unreachable, OlderSchema…"""
        from svcdesk.desk.door import Desk
        from svcdesk.store.work import Store

        claim = _claim(self._places) if self._places else None
        store = Store(self._url.set(username=login.strip(), password=password), claim)
        with ExitStack() as undo:
            undo.callback(store.close)
            desk = Desk(store, store.enter())
            undo.pop_all()
        self.hall = desk.me.hall_name
        return desk

    def practice_people(self) -> Sequence[PracticePerson]:
        """Nobody: this is a real hall."""
        return ()

    def sign_in_as(self, person: PracticePerson) -> "Desk":
        """Never without a password in a real hall."""
        return self.sign_in(person.login, "")


class PracticeEntrance:
    """The practice hall, where one picks a person."""

    practice = True
    hall = "示例区行政服务中心"

    def __init__(self, hall: "PracticeHall") -> None:
        self._practice = hall

    def sign_in(self, login: str, password: str) -> "Desk":
        """As that person; a password means nothing here."""
        del password
        return self._practice.sign_in(login.strip())

    def practice_people(self) -> Sequence[PracticePerson]:
        """Everybody of the sample hall."""
        return [
            PracticePerson(person.login, person.name, person.role, person.place)
            for person in self._practice.people()
        ]

    def sign_in_as(self, person: PracticePerson) -> "Desk":
        """That person's desk."""
        return self._practice.sign_in(person.login)


def _furnish(desk: "Desk", answers: LocalHall) -> None:
    """Name the hall, publish its calendar, and load the sample's catalogue if wanted."""
    from svcdesk.desk import hall, loading

    desk.do(hall.set_hall, {"hall_name": answers.hall.strip()})
    desk.do(hall.publish_years, hall.KNOWN_YEARS, hall.NOTICE)
    if answers.with_sample:
        with suppress(CatalogueThere):
            desk.do(loading.load_catalogue, loading.read_catalogue(resource("hall")))


def _hall_url(address: str) -> "URL":
    from svcdesk.store.address import hall_url

    return hall_url(address)


def _claim(places: Places) -> "SeatClaim | None":
    from svcdesk.store.work import SeatClaim

    code = settings.load(places.config).seat_code
    key = settings.seat_key(places) if code is not None else None
    return SeatClaim(code, key) if code is not None and key else None
