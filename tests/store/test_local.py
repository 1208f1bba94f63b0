"""What the computer keeps for itself, on real files, with real crashes and real damage."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from svcdesk.rules.identity import DocumentKind
from svcdesk.rules.intake import Draft, Mark, MaterialMark
from svcdesk.rules.papers import Paper, PrintState
from svcdesk.store.local import DAYS_KEPT, LocalStore

MORNING = datetime(2025, 3, 7, 1, 30, tzinfo=UTC)
PDF = b"%PDF-1.7\n\x00\xff" * 1000


class Clock:
    def __init__(self) -> None:
        self.time = MORNING

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "local.sqlite"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[LocalStore]:
    store = LocalStore(path, now=clock)
    yield store
    store.close()


def a_draft(**values: object) -> Draft:
    told: dict[str, object] = {
        "id": uuid4(),
        "document_kind": DocumentKind.RESIDENT_ID,
        "document_number": "11010519491231002X",
        "applicant": "王𬎆·阿依古丽",
        "phone": "13800001234",
        "agent": "李四",
        "item_id": uuid4(),
        "materials": (MaterialMark(uuid4(), Mark.COMPLETE), MaterialMark(uuid4(), Mark.MISSING)),
        "note": "第一行\n第二行",
    }
    return Draft(**(told | values))  # type: ignore[arg-type]  # tests hand in what fits


def test_a_draft_comes_back_as_it_was_written(store):
    draft = a_draft()
    store.drafts.keep("zhang", draft)
    (kept,) = store.drafts.waiting("zhang")
    assert kept.draft == draft
    assert MORNING < kept.kept_at < MORNING + timedelta(minutes=1)


def test_an_empty_draft_can_be_kept_too(store):
    store.drafts.keep("zhang", Draft(uuid4()))
    assert store.drafts.waiting("zhang")[0].draft.empty


def test_keeping_again_replaces(store):
    draft = a_draft()
    store.drafts.keep("zhang", draft)
    store.drafts.keep("zhang", a_draft(id=draft.id, applicant="王五"))
    assert [kept.draft.applicant for kept in store.drafts.waiting("zhang")] == ["王五"]


def test_the_latest_draft_comes_first_and_only_to_its_writer(store):
    first, second = a_draft(), a_draft()
    store.drafts.keep("zhang", first)
    store.drafts.keep("zhang", second)
    store.drafts.keep("li", a_draft())
    assert [kept.draft for kept in store.drafts.waiting("zhang")] == [second, first]
    store.drafts.keep("zhang", first)
    assert [kept.draft for kept in store.drafts.waiting("zhang")] == [first, second]


def test_a_dropped_draft_leaves_nothing_in_the_file(store, path):
    draft = a_draft()
    store.drafts.keep("zhang", draft)
    store.drafts.drop(draft.id)
    assert store.drafts.waiting("zhang") == []
    store.close()
    assert all(b"11010519491231002X" not in file.read_bytes() for file in path.parent.iterdir())


def test_a_draft_of_a_newer_svcdesk_is_passed_over_but_stays(store, path):
    store.drafts.keep("zhang", a_draft())
    kept = a_draft()
    store.drafts.keep("zhang", kept)
    with sqlite3.connect(path) as other:
        other.execute(
            "UPDATE draft SET body = replace(CAST(body AS TEXT), 'resident_id', 'moon_card')"
            " WHERE id <> ?",
            [str(kept.id)],
        )
    assert [each.draft for each in store.drafts.waiting("zhang")] == [kept]
    assert other.execute("SELECT count(*) FROM draft").fetchone() == (2,)
    other.close()


def test_what_was_kept_survives_a_kill(path):
    program = """
import os, sys
from pathlib import Path
from uuid import UUID
from svcdesk.rules.intake import Draft
from svcdesk.rules.papers import Paper
from svcdesk.store.local import LocalStore
store = LocalStore(Path(sys.argv[1]))
store.drafts.keep("zhang", Draft(UUID(int=7), applicant="王五"))
store.prints.add("受理通知书", b"pdf", Paper.A5)
os.kill(os.getpid(), 9)
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    killed = subprocess.run(
        [sys.executable, "-c", program, str(path)], env=environment, check=False
    )
    assert killed.returncode == -9
    store = LocalStore(path)
    assert [kept.draft.id for kept in store.drafts.waiting("zhang")] == [UUID(int=7)]
    assert [store.prints.pdf(job.id) for job in store.prints.waiting()] == [b"pdf"]
    assert store.set_aside is None
    store.close()


def test_every_write_is_on_disk_when_it_returns(store):
    assert store._file.rows("PRAGMA journal_mode") == [("wal",)]
    assert store._file.rows("PRAGMA synchronous") == [(2,)]  # FULL


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_only_the_owner_can_read_the_files(store, path):
    store.drafts.keep("zhang", a_draft())
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


def test_print_jobs_wait_in_order_and_end_in_one_of_two_ways(store):
    first = store.prints.add("受理通知书 0003-042", PDF, Paper.A5)
    second = store.prints.add("小票", b"pdf", Paper.ROLL_80, copies=2)
    assert [job.id for job in store.prints.waiting()] == [first, second]
    assert store.prints.pdf(first) == PDF
    store.prints.printed(first)
    store.prints.failed(second, "打印机缺纸")
    assert store.prints.waiting() == []
    newest, oldest = store.prints.recent(10)
    assert (newest.id, newest.state, newest.reason) == (second, PrintState.FAILED, "打印机缺纸")
    assert (newest.paper, newest.copies, newest.title) == (Paper.ROLL_80, 2, "小票")
    assert (oldest.state, oldest.reason) == (PrintState.PRINTED, "")
    store.prints.again(second)
    assert [job.reason for job in store.prints.waiting()] == [""]


def test_recent_gives_no_more_than_asked_for(store):
    ids = [store.prints.add(f"第 {n} 件", b"pdf", Paper.A5) for n in range(5)]
    assert [job.id for job in store.prints.recent(2)] == [ids[4], ids[3]]


def test_a_forgotten_job_takes_its_document_along(store):
    job = store.prints.add("受理通知书", PDF, Paper.A5)
    store.prints.forget(job)
    assert store.prints.recent(10) == []
    with pytest.raises(LookupError):
        store.prints.pdf(job)
    assert store.prints.add("受理通知书", PDF, Paper.A5) != job


def test_printed_documents_go_after_a_week_and_failed_ones_stay(store, path, clock):
    printed, failed, waiting = (store.prints.add(title, PDF, Paper.A5) for title in "甲乙丙")
    store.prints.printed(printed)
    store.prints.failed(failed, "缺纸")
    store.close()
    clock.time += timedelta(days=DAYS_KEPT, hours=1)
    later = LocalStore(path, now=clock)
    assert [job.id for job in later.prints.recent(10)] == [waiting, failed]
    later.close()


def test_many_threads_may_write_at_once(store: LocalStore) -> None:
    def work(n: int) -> int:
        store.drafts.keep(f"login{n % 3}", a_draft())
        return store.prints.add(f"第 {n} 件", b"pdf", Paper.A5)

    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(work, range(60)))
    assert len(set(ids)) == 60
    assert sum(len(store.drafts.waiting(f"login{n}")) for n in range(3)) == 60
    assert len(store.prints.waiting()) == 60


def test_garbage_is_set_aside_and_a_new_file_begun(path, clock):
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 1000)
    store = LocalStore(path, now=clock)
    assert store.set_aside is not None
    assert store.set_aside.name.startswith("local.sqlite.damaged-20250307-")
    assert store.set_aside.read_bytes().startswith(b"this is no database")
    store.drafts.keep("zhang", a_draft())
    assert len(store.drafts.waiting("zhang")) == 1
    store.close()


def test_damage_found_at_work_loses_no_readable_draft(path, clock):
    store = LocalStore(path, now=clock)
    drafts = [a_draft() for _ in range(3)]
    for draft in drafts:
        store.drafts.keep("zhang", draft)
    store.prints.add("受理通知书", os.urandom(400_000), Paper.A5)
    store.close()
    overwrite(path, table="print_pdf")

    store = LocalStore(path, now=clock)
    assert store.set_aside is None
    assert store.prints.add("受理通知书", PDF, Paper.A5) > 0
    assert store.set_aside is not None
    assert store.prints.pdf(store.prints.waiting()[0].id) == PDF
    assert {kept.draft for kept in store.drafts.waiting("zhang")} == set(drafts)
    store.close()


def test_damaged_drafts_stop_nobody(path, clock):
    store = LocalStore(path, now=clock)
    for _ in range(200):
        store.drafts.keep("zhang", a_draft())
    store.close()
    overwrite(path, table="draft")
    store = LocalStore(path, now=clock)
    store.drafts.keep("zhang", draft := a_draft())
    assert draft in [kept.draft for kept in store.drafts.waiting("zhang")]
    assert store.set_aside is not None
    store.close()


def overwrite(path: Path, table: str) -> None:
    """Damage the root page of one table."""
    with sqlite3.connect(path) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(query, [table]).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xee" * size)


def test_a_disk_error_is_not_taken_for_damage(path, clock):
    store = LocalStore(path, now=clock)
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE draft")
    other.close()
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.drafts.waiting("zhang")
    assert store.set_aside is None
    store.close()
