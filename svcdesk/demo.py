"""The main job without a window: one case taken in, its receipt, and the half-year report."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from svcdesk.rules.access import Role
from svcdesk.rules.figures import percent, percentage_points, points, sentence
from svcdesk.rules.numbers import grouped
from svcdesk.rules.papers import Paper

if TYPE_CHECKING:
    from svcdesk.desk.sample.practice import PracticeHall
    from svcdesk.rules.receipts import ReceiptSheet
    from svcdesk.rules.reports import HalfYear

Say = Callable[[str], object]


@dataclass(frozen=True)
class Shown:
    """What the demo made, and what it says of it."""

    receipt: "ReceiptSheet"
    report: "HalfYear"
    files: tuple[Path, ...]


def run(hall: "PracticeHall", out: Path, say: Say) -> Shown:
    """Take one case in as a clerk, read the report as a manager, write the papers."""
    out.mkdir(parents=True, exist_ok=True)
    say("以窗口人员身份受理一件…")
    receipt = _accept_one(hall)
    say("以中心管理人员身份读取半年报表…")
    report = _half_year(hall)
    say("绘制受理通知书和报表…")
    return Shown(receipt, report, tuple(_write(receipt, report, out)))


def _accept_one(hall: "PracticeHall") -> "ReceiptSheet":
    from svcdesk.desk import cases
    from svcdesk.desk.catalogue import items_here
    from svcdesk.rules.catalogue import ItemKind
    from svcdesk.rules.intake import Draft, Mark, MaterialMark

    clerk = hall.sign_in(_first(hall, Role.CLERK))
    try:
        item = next(c for c in clerk.ask(items_here) if c.kind is ItemKind.PROMISED)
        draft = Draft(
            id=uuid4(),
            document_number="11010519491231002X",
            applicant="张明亮",
            phone="13800001234",
            item_id=item.id,
            materials=tuple(MaterialMark(m.id, Mark.COMPLETE) for m in item.materials),
        )
        return clerk.do(cases.accept, draft)
    finally:
        clerk.close()


def _half_year(hall: "PracticeHall") -> "HalfYear":
    from svcdesk.desk import reports

    manager = hall.sign_in(_first(hall, Role.MANAGER))
    try:
        period = manager.ask(reports.latest_period)
        return manager.ask(reports.half_year, period.year, period.half)
    finally:
        manager.close()


def _first(hall: "PracticeHall", role: Role) -> str:
    return next(person.login for person in hall.people() if person.role is role)


def _write(receipt: "ReceiptSheet", report: "HalfYear", out: Path) -> list[Path]:
    from svcdesk.papers import half_year_docx, half_year_pdf, half_year_xlsx
    from svcdesk.papers import receipt as receipts

    papers = {
        f"受理通知书-{receipt.number}-A5.pdf": receipts.draw(receipt, Paper.A5),
        f"受理通知书-{receipt.number}-80mm.pdf": receipts.draw(receipt, Paper.ROLL_80),
        "半年报表.pdf": half_year_pdf.draw(report),
        "半年报表.xlsx": half_year_xlsx.draw(report),
        "半年报表.docx": half_year_docx.draw(report),
    }
    for name, content in papers.items():
        (out / name).write_bytes(content)
    return [out / name for name in papers]


def lines(shown: Shown) -> list[str]:
    """The figures and the paths, as they are printed."""
    receipt, total = shown.receipt, shown.report.total
    moved = percentage_points(total.this.rate, total.last.rate)
    return [
        f"受理编号 {grouped(receipt.number)}  {receipt.item}",
        f"  受理 {receipt.accepted_on}  承诺办结 {receipt.promised_on}"
        f"  法定届满 {receipt.statutory_on}{'（暂算）' if receipt.provisional else ''}",
        f"{shown.report.first:%Y-%m} 至 {shown.report.last:%Y-%m}："
        f"受理 {total.this.accepted} 件，办结 {total.this.completed} 件，"
        f"办结率 {percent(total.this.rate)}；上年同期 {total.last.accepted} 件、"
        f"{total.last.completed} 件、{percent(total.last.rate)}；同比 {points(moved)} 个百分点",
        sentence(shown.report),
        *(str(path) for path in shown.files),
    ]


class Ticker:
    """Progress on one line of a terminal, or now and then a line elsewhere."""

    def __init__(self) -> None:
        self._begin = time.monotonic()
        self._said = 0.0
        self._what = ""

    def __call__(self, what: str, done: int = 0, total: int = 1) -> None:
        """Say what is being done and how much of it is."""
        now = time.monotonic()
        if what == self._what and now - self._said < 1 and done < total:
            return
        self._what, self._said = what, now
        share = f" {100 * done // total:3d}%" if total > 1 else ""
        print(f"[{now - self._begin:5.1f} 秒] {what}{share}", flush=True)


def has_display() -> bool:
    """Whether a window could be shown to somebody."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
