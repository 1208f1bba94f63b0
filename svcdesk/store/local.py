"""What one computer keeps for itself: drafts of intakes and the print queue (SQLite).

It needs no server, so what was typed survives a lost line, a crash and a power cut. Only
its owner can read the file, and what is dropped from it is overwritten with zeros.
"""

import contextlib
import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock
from typing import TypeVar
from uuid import UUID

import msgspec

from svcdesk.rules.intake import Draft, KeptDraft
from svcdesk.rules.papers import Paper, PrintJob, PrintState

DAYS_KEPT = 7
"""How many days a printed document stays in the queue for another look (天)."""

_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA foreign_keys = ON;
CREATE TABLE IF NOT EXISTS draft (
    id TEXT PRIMARY KEY, login TEXT NOT NULL, kept_at TEXT NOT NULL, body BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS draft_of ON draft (login, kept_at);
CREATE TABLE IF NOT EXISTS print_job (
    id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, paper TEXT NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', at TEXT NOT NULL,
    copies INTEGER NOT NULL CHECK (copies > 0)
);
CREATE INDEX IF NOT EXISTS print_job_in ON print_job (state, id);
CREATE TABLE IF NOT EXISTS print_pdf (
    job INTEGER PRIMARY KEY REFERENCES print_job ON DELETE CASCADE, pdf BLOB NOT NULL
);
"""
_KEEP = """
INSERT INTO draft (id, login, kept_at, body) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET login = excluded.login, kept_at = excluded.kept_at,
    body = excluded.body
"""
_JOB = "SELECT id, title, paper, state, reason, at, copies FROM print_job"

Value = str | int | bytes
Row = tuple[Value, ...]
R = TypeVar("R")

log = logging.getLogger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class LocalStore:
    """The computer's own file; every thread may use it.

    A damaged file, found damaged at any time, is renamed and a new one begun with the drafts
    that could still be read, so no work stops; ``set_aside`` then says where the old one is.
    """

    def __init__(self, path: Path, *, now: Callable[[], datetime] = _utc_now) -> None:
        self._file = _File(path, now)
        self.drafts = Drafts(self._file)
        self.prints = PrintQueue(self._file)
        self.prints.clear_out()

    @property
    def set_aside(self) -> Path | None:
        """Where the damaged file lies if one had to be replaced since the start."""
        return self._file.set_aside

    def close(self) -> None:
        """Write everything into the one file and let go of it."""
        self._file.close()


class Drafts:
    """Intakes typed but not yet accepted, each person's own."""

    def __init__(self, file: "_File") -> None:
        self._file = file

    def keep(self, login: str, draft: Draft) -> None:
        """Write the draft down; it is safe on disk when this returns."""
        at = self._file.now().isoformat()
        self._file.change(_KEEP, str(draft.id), login, at, msgspec.json.encode(draft))

    def waiting(self, login: str) -> list[KeptDraft]:
        """The drafts of this person, the latest first."""
        rows = self._file.rows(
            "SELECT id, kept_at, body FROM draft WHERE login = ? ORDER BY kept_at DESC", login
        )
        return [kept for row in rows if (kept := _read_draft(*row)) is not None]

    def drop(self, draft_id: UUID) -> None:
        """Forget a draft: it has become a case, or its writer gave it up."""
        self._file.change("DELETE FROM draft WHERE id = ?", str(draft_id))


class PrintQueue:
    """Documents on their way to a printer; a failed printer loses none of them."""

    def __init__(self, file: "_File") -> None:
        self._file = file

    def add(self, title: str, pdf: bytes, paper: Paper, copies: int = 1) -> int:
        """Put a document into the queue, safe on disk when this returns; the job's id."""
        at = self._file.now().isoformat()

        def put(connection: sqlite3.Connection) -> int:
            job = connection.execute(
                "INSERT INTO print_job (title, paper, state, at, copies) VALUES (?, ?, ?, ?, ?)",
                (title, paper.value, PrintState.WAITING.value, at, copies),
            ).lastrowid
            connection.execute("INSERT INTO print_pdf (job, pdf) VALUES (?, ?)", (job, pdf))
            return job or 0

        return self._file.together(put)

    def waiting(self) -> list[PrintJob]:
        """The jobs still to print, in the order they came."""
        query = f"{_JOB} WHERE state = ? ORDER BY id"
        return [_job(*row) for row in self._file.rows(query, PrintState.WAITING.value)]

    def recent(self, limit: int = 50) -> list[PrintJob]:
        """The latest jobs in any state, newest first."""
        return [_job(*row) for row in self._file.rows(f"{_JOB} ORDER BY id DESC LIMIT ?", limit)]

    def printed(self, job_id: int) -> None:
        """The printing system has taken the document."""
        self._move(job_id, PrintState.PRINTED, "")

    def failed(self, job_id: int, why: str) -> None:
        """The document did not come out; it stays until a person decides."""
        self._move(job_id, PrintState.FAILED, why)

    def again(self, job_id: int) -> None:
        """Queue a job once more."""
        self._move(job_id, PrintState.WAITING, "")

    def pdf(self, job_id: int) -> bytes:
        """The document itself; raises ``LookupError`` if it has been forgotten."""
        rows = self._file.rows("SELECT pdf FROM print_pdf WHERE job = ?", job_id)
        return bytes(rows[0][0])  # type: ignore[arg-type]  # declared BLOB

    def forget(self, job_id: int) -> None:
        """Take the job and its document out of the queue."""
        self._file.change("DELETE FROM print_job WHERE id = ?", job_id)

    def clear_out(self) -> None:
        """Forget what was printed more than ``DAYS_KEPT`` days ago."""
        before = (self._file.now() - timedelta(days=DAYS_KEPT)).isoformat()
        self._file.change(
            "DELETE FROM print_job WHERE state = ? AND at < ?", PrintState.PRINTED.value, before
        )

    def _move(self, job_id: int, state: PrintState, reason: str) -> None:
        self._file.change(
            "UPDATE print_job SET state = ?, reason = ? WHERE id = ?", state.value, reason, job_id
        )


def _read_draft(id_: Value, kept_at: Value, body: Value) -> KeptDraft | None:
    """The draft, or None if another version wrote what this one cannot read (it stays)."""
    try:
        draft = msgspec.json.decode(body, type=Draft)  # type: ignore[arg-type]  # declared BLOB
        return KeptDraft(draft, datetime.fromisoformat(str(kept_at)))
    except (msgspec.DecodeError, ValueError):
        log.warning("the draft %s cannot be read and is passed over", id_)
        return None


def _job(*row: Value) -> PrintJob:
    id_, title, paper, state, reason, at, copies = row
    return PrintJob(
        id=int(id_),
        title=str(title),
        paper=Paper(str(paper)),
        state=PrintState(str(state)),
        reason=str(reason),
        at=datetime.fromisoformat(str(at)),
        copies=int(copies),
    )


class _File:
    """The SQLite file: one connection, one thing at a time, replaced when damaged."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.now = now
        self.set_aside: Path | None = None
        self._path = path
        self._lock = RLock()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._connection = self._connect()
        self._mended(lambda: self._connection.executescript(_TABLES))

    def rows(self, query: str, *values: Value) -> list[Row]:
        """The rows that answer the query."""
        with self._lock:
            return self._mended(lambda: self._connection.execute(query, values).fetchall())

    def change(self, statement: str, *values: Value) -> None:
        """Carry out one statement for good."""
        self.together(lambda connection: connection.execute(statement, values))

    def together(self, work: Callable[[sqlite3.Connection], R]) -> R:
        """Carry out the work as one transaction, on disk when this returns."""

        def transaction() -> R:
            with self._connection as connection:
                return work(connection)

        with self._lock:
            return self._mended(transaction)

    def close(self) -> None:
        """Close the connection, which folds the WAL into the file."""
        with self._lock:
            self._connection.close()

    def _connect(self) -> sqlite3.Connection:
        self._path.touch(mode=0o600)
        self._path.chmod(0o600)  # SQLite gives its side files the same mode
        return sqlite3.connect(self._path, timeout=5.0, check_same_thread=False)

    def _mended(self, work: Callable[[], R]) -> R:
        """Do the work, on a new file if the old one turns out to be damaged."""
        try:
            return work()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
        self._begin_anew()
        return work()

    def _begin_anew(self) -> None:
        with contextlib.suppress(sqlite3.DatabaseError):
            self._connection.close()
        self.set_aside = _put_aside(self._path, self.now())
        log.error("the local store was damaged; it lies in %s", self.set_aside.name)
        self._connection = self._connect()
        self._connection.executescript(_TABLES)
        with self._connection as connection:
            connection.executemany(_KEEP, _readable_drafts(self.set_aside))


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without SQLite's finer distinctions
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _put_aside(path: Path, at: datetime) -> Path:
    """Rename the damaged file, and its log with it, so that a specialist can work on it."""
    aside = path.with_name(f"{path.name}.damaged-{at:%Y%m%d-%H%M%S-%f}")
    path.replace(aside)
    with contextlib.suppress(FileNotFoundError):
        path.with_name(f"{path.name}-wal").replace(aside.with_name(f"{aside.name}-wal"))
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return aside


def _readable_drafts(damaged: Path) -> list[Row]:
    """As many drafts as a damaged file still gives."""
    found: list[Row] = []
    with (
        contextlib.suppress(sqlite3.DatabaseError),
        contextlib.closing(sqlite3.connect(damaged)) as connection,
    ):
        # row by row: what came before the damage counts
        found.extend(connection.execute("SELECT id, login, kept_at, body FROM draft NOT INDEXED"))
    return [row for row in found if _is_sound(*row)]


def _is_sound(id_: Value, login: Value, kept_at: Value, body: Value) -> bool:
    texts = all(isinstance(value, str) for value in (id_, login, kept_at))
    return texts and isinstance(body, bytes) and _read_draft(id_, kept_at, body) is not None
