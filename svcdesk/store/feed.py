"""News from the counters, over PostgreSQL LISTEN/NOTIFY; speed only, never the truth."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
from sqlalchemy import URL

from svcdesk.rules.topics import EVERYTHING, Topic
from svcdesk.store.base import CHANNEL

LIFE_SIGNS: dict[str, Any] = {
    "connect_timeout": 3,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}
"""How soon a connection notices that the other end is gone (秒)."""
_KNOWN = frozenset(topic.value for topic in Topic)


def changes(url: URL, stopped: Callable[[], bool]) -> Iterator[frozenset[Topic]]:
    """Topics in which something was committed, for as long as wanted.

    Notifications are not kept for a listener that is away, so every (re)connection
    begins by reporting that everything may have changed; a lost connection is
    reported as an empty set. Any login can forge a notification: all it does is make
    views ask again.
    """
    pause = 1.0
    while not stopped():
        try:
            with psycopg.connect(_conninfo(url), autocommit=True, **LIFE_SIGNS) as connection:
                connection.execute(f"LISTEN {CHANNEL}")
                pause = 1.0
                yield EVERYTHING
                yield from _heard(connection, stopped)
        except psycopg.OperationalError:
            yield frozenset()
            _wait(pause, stopped)
            pause = min(pause * 2, 30.0)


def _heard(
    connection: psycopg.Connection, stopped: Callable[[], bool]
) -> Iterator[frozenset[Topic]]:
    """Notes that arrive together are told together."""
    while not stopped():
        notes = list(connection.notifies(timeout=0.5, stop_after=1))
        notes += list(connection.notifies(timeout=0)) if notes else []
        topics = frozenset(Topic(note.payload) for note in notes if note.payload in _KNOWN)
        if topics:
            yield topics


def _wait(seconds: float, stopped: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while not stopped() and time.monotonic() < end:
        time.sleep(0.1)


def _conninfo(url: URL) -> str:
    plain = url.set(drivername="postgresql")
    return plain.render_as_string(hide_password=False)
