"""This computer's settings: whole or not at all, forgiving, and never a password in them."""

import json
import os
import stat
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from svcdesk import settings as module
from svcdesk.rules.papers import Paper
from svcdesk.settings import (
    Language,
    Mode,
    Places,
    Scheme,
    Settings,
    forget_seat_key,
    forget_secret,
    keep_seat_key,
    keep_secret,
    load,
    save,
    seat_key,
    secret,
    without_password,
)

FULL = Settings(
    mode=Mode.HALL,
    hall_url="postgresql://db1,db2:5433/hall?target_session_attrs=read-write",
    seat_code=3,
    last_login="zhang",
    language=Language.EN,
    scheme=Scheme.DARK,
    receipt_paper=Paper.ROLL_80,
    receipt_printer="针式打印机 1",
    window_geometry="AdnQywADAAA=",
    text_percent=120,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_settings_come_back_as_saved(path):
    assert save(path, FULL) == FULL
    assert load(path) == FULL


def test_without_a_file_everything_is_as_at_the_first_start(path):
    assert load(path) == Settings()
    assert Settings().mode is None


def test_the_file_can_be_read_by_people_and_by_its_owner_only(path):
    save(path, FULL)
    assert json.loads(path.read_text(encoding="utf-8"))["receipt_printer"] == "针式打印机 1"
    assert "针式打印机 1" in path.read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_saving_leaves_no_other_file(path):
    save(path, FULL)
    save(path, FULL)
    assert list(path.parent.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_settings(path, monkeypatch):
    save(path, FULL)
    monkeypatch.setattr(os, "fsync", _disk_full)
    with pytest.raises(OSError, match="No space left"):
        save(path, Settings())
    assert load(path) == FULL
    assert list(path.parent.iterdir()) == [path]


def _disk_full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_entries_of_another_version_stay(path):
    path.parent.mkdir()
    path.write_text('{"holograms": true, "text_percent": 110}', encoding="utf-8")
    settings = load(path)
    assert settings.text_percent == 110
    save(path, settings)
    assert json.loads(path.read_text(encoding="utf-8"))["holograms"] is True


def test_one_senseless_entry_spoils_no_other(path):
    path.parent.mkdir()
    path.write_text(
        '{"scheme": "pink", "text_percent": 900, "seat_code": 0, "last_login": "zhang"}',
        encoding="utf-8",
    )
    assert load(path) == Settings(last_login="zhang")


def test_a_file_from_notepad_is_read(path):
    path.parent.mkdir()
    path.write_text('{"last_login": "张"}', encoding="utf-8-sig")
    assert load(path).last_login == "张"


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b'{"a": "\xd5\xc5"}'])
def test_an_unreadable_file_is_set_aside(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    assert load(path) == Settings()
    (aside,) = path.parent.iterdir()
    assert aside.name.startswith("settings.json.damaged-")
    assert aside.read_bytes() == content
    save(path, FULL)
    assert load(path) == FULL


def test_a_password_in_the_url_is_left_out_and_told(path):
    kept = save(path, Settings(hall_url="postgresql://zhang:geheim@db/hall"))
    assert kept.hall_url == "postgresql://zhang@db/hall"
    assert b"geheim" not in path.read_bytes()


def test_a_password_written_into_the_file_by_hand_does_not_stay(path):
    path.parent.mkdir()
    path.write_text(
        '{"hall_url": "postgresql://u:geheim@db/hall", "db_password": "geheim"}', encoding="utf-8"
    )
    settings = load(path)
    assert settings.hall_url == "postgresql://u@db/hall"
    save(path, settings)
    assert b"geheim" not in path.read_bytes()


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("postgresql://u:geheim@db:5432/hall", "postgresql://u@db:5432/hall"),
        ("postgresql+psycopg://u:geheim@db/hall", "postgresql+psycopg://u@db/hall"),
        ("postgresql://:geheim@db/hall", "postgresql://db/hall"),
        ("postgresql://u:ge@he/im@db/hall", "postgresql://u@db/hall"),
        ("postgresql://u:ge?heim@db:5432/hall", "postgresql://u@db:5432/hall"),
        ("u:geheim@db/hall", "u@db/hall"),
        ("postgresql://db/hall?password=geheim", "postgresql://db/hall"),
        ("postgresql://db/hall?pass%77ord=geheim&sslmode=require",
         "postgresql://db/hall?sslmode=require"),
        ("postgresql://a:1,b:2/hall?sslpassword=geheim&host=a,b",
         "postgresql://a:1,b:2/hall?host=a,b"),
        ("host=db user=u password=geheim dbname=hall", "host=db user=u dbname=hall"),
        (r"host=db password = 'geheim \' geheim' user=u", "host=db user=u"),
        ("PASSWORD=geheim host=db", "host=db"),
        ("host=db password='geheim", "host=db"),
    ],
)  # fmt: skip
def test_every_form_of_a_password_is_found(url, kept):
    assert without_password(url) == (kept, True)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "postgresql://db:5432/hall",
        "postgresql://zhang@db:5432/hall?sslmode=verify-full&sslrootcert=/etc/ca.pem",
        "postgresql://[fe80::1]:5432/hall",
        "postgresql://db1:5432,db2:5433/hall?application_name=a@b",
        "host=db port=5432 passfile=/home/u/.pgpass",
    ],
)
def test_a_url_without_a_password_stays_as_it_is(url):
    assert without_password(url) == (url, False)


@given(st.text(string.printable + "区√", min_size=4), st.sampled_from(["", "zhang", "a b"]))
def test_no_escaped_password_gets_through(password, user):
    url = f"postgresql://{quote(user, safe='')}:{quote(password, safe='')}@db/hall"
    kept, had_one = without_password(url)
    assert had_one
    assert kept == f"postgresql://{quote(user, safe='')}{'@' if user else ''}db/hall"


def test_one_folder_can_hold_everything(tmp_path):
    places = Places.of({"SVCDESK_HOME": str(tmp_path)})
    for place in (
        places.data,
        places.config,
        places.logs,
        places.local_store,
        places.database,
        places.practice,
        places.seat_key,
    ):
        assert place.is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_otherwise_files_lie_where_the_system_wants_them(monkeypatch):
    monkeypatch.delenv("SVCDESK_HOME", raising=False)
    places = Places.of()
    assert "svcdesk" in places.data.parts
    assert "svcdesk" in places.config.parts
    assert places.config.name == "settings.json"


class Vault(KeyringBackend):
    """A vault in memory that passes for one of the system's."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class LockedVault(Vault):
    def _refuse(self, *_: str, **__: str) -> NoReturn:
        raise KeyringLocked

    get_password = set_password = delete_password = _refuse


Vault.__module__ = LockedVault.__module__ = "keyring.backends.SecretService"


class PlainTextFile(Vault):
    """Like keyrings.alt's: it would keep the secret for everybody to read."""


@pytest.fixture
def own_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture
def vault(own_keyring: None) -> Vault:
    vault = Vault()
    keyring.set_keyring(vault)
    return vault


@pytest.fixture(params=[fail.Keyring, null.Keyring, PlainTextFile, LockedVault])
def _no_vault(request: pytest.FixtureRequest, own_keyring: None) -> None:
    keyring.set_keyring(request.param())


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.of({"SVCDESK_HOME": str(tmp_path)})


def test_a_vault_keeps_and_forgets_secrets(vault):
    assert secret("password of zhang") is None
    assert keep_secret("password of zhang", "geheim")
    assert secret("password of zhang") == "geheim"
    forget_secret("password of zhang")
    forget_secret("password of zhang")
    assert secret("password of zhang") is None


@pytest.mark.usefixtures("_no_vault")
def test_without_a_real_vault_nothing_is_kept():
    assert not keep_secret("password of zhang", "geheim")
    assert secret("password of zhang") is None
    forget_secret("password of zhang")


def test_a_plain_text_backend_is_not_even_shown_the_secret(own_keyring):
    backend = PlainTextFile()
    keyring.set_keyring(backend)
    keep_secret("password of zhang", "geheim")
    assert backend.kept == {}


def test_of_a_chain_only_a_real_vault_is_used(own_keyring):
    plain, real = PlainTextFile(), Vault()

    class Chain(Vault):
        backends = (plain, real)

    keyring.set_keyring(Chain())
    assert keep_secret("name", "geheim")
    assert (plain.kept, list(real.kept.values())) == ({}, ["geheim"])


def test_the_seat_key_goes_to_the_vault(vault, places):
    assert seat_key(places) is None
    keep_seat_key(places, "K-1")
    assert seat_key(places) == "K-1"
    assert not places.seat_key.exists()
    forget_seat_key(places)
    assert seat_key(places) is None


@pytest.mark.usefixtures("_no_vault")
def test_the_seat_key_makes_do_with_a_private_file(places):
    keep_seat_key(places, "K-1")
    assert seat_key(places) == "K-1"
    if sys.platform != "win32":
        assert stat.S_IMODE(places.seat_key.stat().st_mode) == 0o600
    forget_seat_key(places)
    forget_seat_key(places)
    assert seat_key(places) is None


def test_a_seat_key_in_a_file_moves_into_the_vault(own_keyring, places):
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    keep_seat_key(places, "K-1")
    keyring.set_keyring(Vault())
    assert seat_key(places) == "K-1"
    keep_seat_key(places, "K-2")
    assert seat_key(places) == "K-2"
    assert not places.seat_key.exists()


def test_two_homes_on_one_computer_have_two_seats(vault, tmp_path):
    one, two = (Places.of({"SVCDESK_HOME": str(tmp_path / name)}) for name in ("one", "two"))
    keep_seat_key(one, "K-1")
    assert seat_key(two) is None


def test_settings_need_neither_keyring_nor_folders_at_import():
    assert not hasattr(module, "keyring")
    assert not hasattr(module, "platformdirs")
