"""A hall's server from the command line: preparing it, and verifying its journal."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import URL

from svcdesk.desk import audit, hall, loading
from svcdesk.desk.door import Desk
from svcdesk.rules.pinyin import sort_key
from svcdesk.store import databases, setup
from svcdesk.store.address import hall_url
from svcdesk.store.work import Store

if TYPE_CHECKING:
    from svcdesk.desk.audit import Verdict

Ask = Callable[[str], str]
Say = Callable[[str], object]


@dataclass(frozen=True)
class Wanted:
    """What the first setup of a hall is told; later runs need none of it."""

    hall: str
    login: str | None
    name: str | None
    catalogue: Path | None
    """Folder with units.csv, windows.csv, items.csv and materials.csv."""


def url_of(text: str, ask: Ask) -> URL:
    """A server's URL with its password: from the URL, ``PGPASSWORD``, or the person."""
    url = hall_url(text)
    password = url.password or os.environ.get("PGPASSWORD") or ask(f"{url.username} 的密码")
    return url.set(password=str(password))


def prepare(url: URL, wanted: Wanted, ask: Ask, say: Say) -> None:
    """Make and prepare the database; the first time also its first administrator."""
    if databases.make_database(url):
        say(f"已建立数据库 {url.database}")
    setup.prepare(url, say)
    if setup.has_administrator(url):
        say("已有管理员，没有改动")
        return
    if not wanted.login or not wanted.name:
        say("还没有管理员。请再运行一次，加上 --login 用户名 --name 姓名。")
        return
    password = ask(f"给 {wanted.login} 定一个密码（至少 8 位）")
    setup.add_first_administrator(
        url,
        setup.FirstAdministrator(
            wanted.login, wanted.name, sort_key(wanted.name, person=True), password
        ),
    )
    say(f"已登记第一位管理员 {wanted.name}（{wanted.login}）")
    store = Store(url.set(username=wanted.login, password=password))
    try:
        _furnish(Desk(store, store.enter()), wanted, say)
    finally:
        store.close()


def _furnish(administrator: Desk, wanted: Wanted, say: Say) -> None:
    """The hall's name, its calendar and its catalogue, as its administrator."""
    administrator.do(hall.set_hall, {"hall_name": wanted.hall})
    administrator.do(hall.publish_years, hall.KNOWN_YEARS, hall.NOTICE)
    say(f"已载入 {hall.KNOWN_YEARS[0]} 至 {hall.KNOWN_YEARS[-1]} 年的工作日历")
    if wanted.catalogue is not None:
        files = loading.read_catalogue(wanted.catalogue)
        say(f"已载入目录：{administrator.do(loading.load_catalogue, files)} 个事项")


def verify(server: str, checkpoint: Path | None, ask: Ask, say: Say) -> bool:
    """Recompute every chain of the journal; returns whether all of them hold.

    ``checkpoint`` is a file kept outside the database: chains must still contain what it
    noted, and it is renewed when they do.
    """
    store = Store(url_of(server, ask))
    try:
        auditor = Desk(store, store.enter())
        noted = _read(checkpoint)
        verdict = auditor.ask(audit.verify_journal, noted)
        _tell(verdict, say)
        if verdict.sound and checkpoint is not None:
            checkpoint.write_bytes(msgspec.json.encode(auditor.ask(audit.checkpoint)))
            say(f"检查点已更新：{checkpoint}")
    finally:
        store.close()
    return verdict.sound


def _read(checkpoint: Path | None) -> "audit.Checkpoint | None":
    if checkpoint is None or not checkpoint.exists():
        return None
    return msgspec.json.decode(checkpoint.read_bytes(), type=audit.Checkpoint)


def _tell(verdict: "Verdict", say: Say) -> None:
    now = datetime.now(UTC).astimezone()
    say(f"{now:%Y-%m-%d %H:%M} 核对了 {verdict.entries} 条记录、{verdict.chains} 条链")
    for fault in verdict.faults:
        say(f"  {fault}")
    say("全部一致" if verdict.sound else "有记录被改动或删除，见上面各行")
