"""The practice hall to measure in: made once for a run, in a folder of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory

from sqlalchemy import URL

from svcdesk.demo import Ticker
from svcdesk.desk.sample.practice import PracticeHall
from svcdesk.rules.access import Role
from svcdesk.settings import HOME, Places
from svcdesk.store import setup
from svcdesk.store.work import SeatClaim


@contextmanager
def home() -> Iterator[Path]:
    """An empty ``SVCDESK_HOME``, gone afterwards."""
    with TemporaryDirectory(prefix="svcdesk-benchmarks-") as folder:
        Path(folder).chmod(0o755)  # as root the server runs as nobody
        yield Path(folder)


@contextmanager
def practice(folder: Path) -> Iterator[PracticeHall]:
    """The practice hall of that home, running."""
    hall = PracticeHall.open(places(folder).practice, Ticker())
    try:
        yield hall
    finally:
        hall.stop()


def places(folder: Path) -> Places:
    """Where everything lies under that home."""
    return Places.of({HOME: str(folder)})


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a program measured at that home: no display, modules kept compiled."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    return kept | compiled | {HOME: str(folder), "QT_QPA_PLATFORM": "offscreen"}


def first(hall: PracticeHall, role: Role) -> str:
    """The login of the first person who holds this post."""
    return next(person.login for person in hall.people() if person.role is role)


def credentials(hall: PracticeHall, login: str) -> tuple[URL, SeatClaim | None]:
    """A URL and a seat with which both ways can sign in as the same person."""
    password = token_urlsafe(18)
    setup.set_password(hall._url, login, password)
    return hall._url.set(username=login, password=password), hall._claim(login)
