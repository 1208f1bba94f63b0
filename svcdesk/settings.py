"""What this computer remembers between runs: its settings, its places, its secrets.

Settings are one small JSON file that a person may read and mend. No password is ever
written to it; secrets go to the system's own vault, or nowhere.
"""

import contextlib
import logging
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Annotated, Any, Self, get_type_hints
from urllib.parse import parse_qsl, urlencode

import msgspec

from svcdesk.rules.papers import Paper

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

HOME = "SVCDESK_HOME"
"""Environment variable: one folder for everything (portable use, tests)."""

_SERVICE = "svcdesk"
_VAULTS = frozenset(
    f"keyring.backends.{name}"
    for name in ("SecretService", "Windows", "kwallet", "libsecret", "macOS")
)
"""Backends that encrypt; the plain-text, the null and the failing one are not among them."""

log = logging.getLogger(__name__)


class Mode(StrEnum):
    """With which database this computer works."""

    LOCAL = "local"
    HALL = "hall"
    PRACTICE = "practice"


class Language(StrEnum):
    """The language of the interface; papers are Chinese in any case."""

    ZH = "zh"
    EN = "en"


class Scheme(StrEnum):
    """Light or dark colours, or as the desktop has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Settings:
    """The settings of this computer; nobody's password is among them."""

    mode: Mode | None = None
    """None until somebody has chosen, at the first start."""
    hall_url: str = ""
    """``postgresql://host:port/name?…`` of the hall's server, without a password."""
    seat_code: Annotated[int, msgspec.Meta(ge=1, le=9999)] | None = None
    last_login: str = ""
    language: Language = Language.ZH
    scheme: Scheme = Scheme.SYSTEM
    receipt_paper: Paper = Paper.A5
    receipt_printer: str = ""
    """The system's name of the printer, empty for its default."""
    window_geometry: str = ""
    """As the interface wrote it; nobody else reads it."""
    text_percent: Annotated[int, msgspec.Meta(ge=90, le=150)] = 100
    """Size of text, in per cent of the desktop's."""


@dataclass(frozen=True)
class Places:
    """Where this computer's files lie."""

    data: Path
    config: Path
    logs: Path

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The user's own folders, or everything under ``SVCDESK_HOME`` where that is set."""
        if home := environment.get(HOME):
            root = Path(home).absolute()
            return cls(root / "data", root / "settings.json", root / "logs")
        from platformdirs import PlatformDirs

        folders = PlatformDirs("svcdesk", appauthor=False)
        config = folders.user_config_path / "settings.json"
        return cls(folders.user_data_path, config, folders.user_log_path)

    @property
    def local_store(self) -> Path:
        """Drafts and the print queue."""
        return self.data / "local.sqlite"

    @property
    def database(self) -> Path:
        """The embedded server's folder."""
        return self.data / "database"

    @property
    def practice(self) -> Path:
        """The embedded server's folder of the practice hall (练习)."""
        return self.data / "practice"

    @property
    def seat_key(self) -> Path:
        """The seat key where the system has no vault."""
        return self.data / "seat.key"


def load(path: Path) -> Settings:
    """The settings in the file; what is missing or makes no sense is as at the first start.

    A file that is no JSON object is set aside, so that a person can still read it.
    """
    told = _read(path)
    values = {}
    for name, kind in _kinds().items():
        with contextlib.suppress(KeyError, msgspec.ValidationError):
            values[name] = msgspec.convert(told[name], kind)
    return _without_password(Settings(**values))


def save(path: Path, settings: Settings) -> Settings:
    """Write the settings down, whole or not at all, and return what was written.

    A password in the hall's URL is left out; the caller tells the person if the URL
    returned differs. Entries of another version of svcdesk stay as they are.
    """
    kept = _without_password(settings)
    theirs = {name: value for name, value in _read(path).items() if "password" not in name.lower()}
    told = theirs | msgspec.to_builtins(kept)
    _write(path, msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")
    return kept


def without_password(url: str) -> tuple[str, bool]:
    """A database's URL, or libpq's ``key=value`` form, less its password; was there one?"""
    url = url.strip()
    if re.match(r"\w+\s*=", url):
        kept = _PAIR.sub("", url).strip()
    else:
        kept = _without_query_password(_without_user_password(url))
    return kept, kept != url


_PAIR = re.compile(
    r"""(?<!\w)(ssl)?password\s*=\s*('(\\.|[^'\\])*('|\Z)|(\\.|[^\s\\])*)\s*""",
    re.IGNORECASE | re.DOTALL,
)


def _without_user_password(url: str) -> str:
    """``user:password@`` becomes ``user@``, even if the password was not escaped."""
    scheme = re.match(r"([A-Za-z][\w+.-]*://)?", url)[0]  # type: ignore[index]  # always matches
    rest = url.removeprefix(scheme)
    at = rest.partition("?")[0].rfind("@")
    if at < 0 and not re.match(r"[^/?]*:\d+/", rest):  # no host:port/, so a ? in the password
        at = rest.rfind("@")
    user, colon, _ = rest[: max(at, 0)].partition(":")
    if not colon:
        return url
    return f"{scheme}{user}{'@' if user else ''}{rest[at + 1 :]}"


def _without_query_password(url: str) -> str:
    base, _, query = url.partition("?")
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if "password" not in name.lower()]
    if kept == pairs:
        return url
    return f"{base}?{urlencode(kept, safe='/,:')}" if kept else base


def _without_password(settings: Settings) -> Settings:
    url, had_one = without_password(settings.hall_url)
    if had_one:
        log.warning("a password stood in the hall's URL and was left out")
    return replace(settings, hall_url=url)


def _kinds() -> dict[str, Any]:
    return get_type_hints(Settings, include_extras=True)


def _read(path: Path) -> dict[str, Any]:
    """The file's entries; a file that cannot be read is set aside and counts as empty."""
    try:
        told = msgspec.json.decode(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
        return msgspec.convert(told, dict[str, Any])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}")
        log.exception("the settings cannot be read and are set aside as %s", aside.name)
    with contextlib.suppress(OSError):
        path.replace(aside)
    return {}


def _write(path: Path, content: bytes) -> None:
    """Put the file in place whole, readable by its owner only, even if the power fails."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            file.close()
            Path(file.name).unlink()
            raise


def secret(name: str) -> str | None:
    """A secret from the system's vault; None if it has none of that name, or no vault.

    The vault may ask the person to unlock it, so this can take as long as a person takes.
    """
    vault = _vault()
    if vault is None:
        return None
    try:
        return vault.get_password(_SERVICE, name)
    except _vault_faults():
        log.warning("the system's vault did not answer", exc_info=True)
        return None


def keep_secret(name: str, value: str) -> bool:
    """Put a secret into the system's vault; False if that is not possible here."""
    vault = _vault()
    if vault is None:
        return False
    try:
        vault.set_password(_SERVICE, name, value)
    except _vault_faults():
        log.warning("the system's vault did not take a secret", exc_info=True)
        return False
    return True


def forget_secret(name: str) -> None:
    """Take a secret out of the system's vault; it need not be there."""
    vault = _vault()
    if vault is None:
        return
    with contextlib.suppress(*_vault_faults()):
        vault.delete_password(_SERVICE, name)


def seat_key(places: Places) -> str | None:
    """The key by which this computer takes its seat (席位); None if it has no seat."""
    kept = secret(_seat_key_name(places))
    if kept is not None:
        return kept
    try:
        return places.seat_key.read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def keep_seat_key(places: Places, key: str) -> None:
    """Keep the seat key in the vault, or else in a file only its owner can read.

    The key says which computer it is and lets nobody in without a password of his own,
    so a file will do where there is no vault.
    """
    if keep_secret(_seat_key_name(places), key):
        places.seat_key.unlink(missing_ok=True)
    else:
        _write(places.seat_key, key.encode())


def forget_seat_key(places: Places) -> None:
    """Give the seat up; the computer has to be registered again."""
    forget_secret(_seat_key_name(places))
    places.seat_key.unlink(missing_ok=True)


def _seat_key_name(places: Places) -> str:
    return f"seat key of {places.data}"


def _vault() -> "KeyringBackend | None":
    import keyring

    chosen = keyring.get_keyring()
    candidates: list[KeyringBackend] = getattr(chosen, "backends", [chosen])  # a chain has several
    for backend in candidates:
        if type(backend).__module__ in _VAULTS:
            return backend
    return None


def _vault_faults() -> tuple[type[Exception], ...]:
    """What a vault raises when it is locked, broken or gone; not all of it is keyring's own."""
    from keyring.errors import KeyringError

    theirs = (
        getattr(sys.modules.get(module), name, None)
        for module, name in (
            ("secretstorage", "SecretStorageException"),
            ("jeepney", "DBusErrorResponse"),
            ("dbus.exceptions", "DBusException"),
            ("win32ctypes.pywin32.pywintypes", "error"),
        )
    )
    return (KeyringError, OSError, *(fault for fault in theirs if fault is not None))
