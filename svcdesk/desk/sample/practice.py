"""The practice hall (练习): a copy of the sample hall on this computer, new every day.

Building the sample takes half a minute once; it is kept as a database of its own, named
by what it was made of, and copied each day. Nobody knows a password there: whoever
practises picks a person, who gets a new one for that session.
"""

import hashlib
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url, select

from svcdesk.desk.door import Desk
from svcdesk.desk.sample.build import ADMINISTRATOR, YEARS, Progress, SampleHall
from svcdesk.resources import resource
from svcdesk.rules.access import Role
from svcdesk.rules.calendar import HALL_TIME
from svcdesk.store import databases, setup
from svcdesk.store.embedded import EmbeddedServer
from svcdesk.store.people import Person, Post
from svcdesk.store.units import Unit, Window
from svcdesk.store.work import SeatClaim, Store

BUILD = 1
"""Counted up when the sample's people or its history are drawn differently."""


@dataclass(frozen=True)
class SamplePerson:
    """Somebody in whose shoes one can practise."""

    login: str
    name: str
    role: Role
    place: str
    """The window or the unit, or empty."""


class PracticeHall:
    """The practice hall on a running embedded server."""

    def __init__(self, server: EmbeddedServer, progress: Progress) -> None:
        self._server = server
        self._progress = progress
        self._url = make_url(server.superuser_url(self._ready()))

    @classmethod
    def open(cls, folder: Path, progress: Progress) -> "PracticeHall":
        """Start the server of the practice hall and make what is missing."""

        def say(text: str) -> None:
            progress(text, 0, 1)

        return cls(EmbeddedServer.start(folder, durable=False, say=say), progress)

    def people(self) -> Sequence[SamplePerson]:
        """One for each post first (with no other post if possible), then everybody else."""
        with databases.connected(self._url) as connection:
            rows = connection.execute(
                select(Person.login, Person.name, Post.role, Window.name, Unit.short_name)
                .join(Post, Post.person_id == Person.id)
                .outerjoin(Window, Window.id == Person.window_id)
                .outerjoin(Unit, Unit.id == Person.unit_id)
                .order_by(Window.number, Person.staff_no)
            ).all()
        people = [SamplePerson(row[0], row[1], row[2], row[3] or row[4] or "") for row in rows]
        posts = Counter(person.login for person in people)
        purest = sorted(people, key=lambda person: posts[person.login])
        chosen = [next(person for person in purest if person.role is role) for role in Role]
        return (*chosen, *(person for person in people if person not in chosen))

    def sign_in(self, login: str) -> Desk:
        """The person's desk at the first seat of the window, under a password of this session."""
        password = secrets.token_urlsafe(18)
        setup.set_password(self._url, login, password)
        store = Store(self._url.set(username=login, password=password), self._claim(login))
        return Desk(store, store.enter())

    def stop(self) -> None:
        """Stop the server; today's practice is kept until tomorrow."""
        self._server.stop()

    def _claim(self, login: str) -> SeatClaim | None:
        with databases.connected(self._url) as connection:
            window = connection.scalar(select(Person.window_id).filter_by(login=login))
        return SeatClaim(*setup.give_seat_key(self._url, window)) if window else None

    def _ready(self) -> str:
        """The name of today's practice database, made if need be."""
        server = make_url(self._server.superuser_url("postgres"))
        sample, today = f"sample_{_fingerprint()}", datetime.now(HALL_TIME).date()
        practice = f"practice_{today:%Y%m%d}_{_fingerprint()}"
        there = databases.databases(server)
        if sample not in there:
            self._build(sample, [name for name in there if name != "postgres"])
        if practice not in there:
            old = [name for name in there if name.startswith("practice_")]
            databases.drop_databases(server, old)
            databases.copy_database(server.set(database=sample), practice)
            url = server.set(database=practice)
            SampleHall(url, self._progress).bring_up_to_date()
        return practice

    def _build(self, name: str, old: Sequence[str]) -> None:
        """Build the sample under another name first: half a sample is never taken for one."""
        draft = make_url(self._server.superuser_url(f"{name}_draft"))
        databases.drop_databases(draft, [*old, f"{name}_draft"])
        setup.drop_staff(draft.set(database="postgres"))
        databases.make_database(draft)
        SampleHall(draft, self._progress).build()
        databases.rename_database(draft, name)


def _fingerprint() -> str:
    """What the sample is made of, in eight letters."""
    made_of = hashlib.sha256(f"{BUILD} {YEARS} {ADMINISTRATOR}".encode())
    schema = (setup.MIGRATIONS / "versions").glob("*.sql")
    for file in (*sorted(schema), *sorted(resource("hall").glob("*.csv"))):
        made_of.update(file.read_bytes())
    return made_of.hexdigest()[:8]
