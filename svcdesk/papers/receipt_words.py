"""What an acceptance notice (受理通知书) says, word for word, on whatever paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import Final

from svcdesk.rules.catalogue import ItemKind
from svcdesk.rules.masking import mask_document
from svcdesk.rules.receipts import ReceiptSheet, ReceivedMaterial

TITLE: Final = "受理通知书"
NUMBER: Final = "编号"
SEAL: Final = "（实施机关专用印章）"
SIGNATURE: Final = "申请人（代理人）签收"
SIGNED_ON: Final = "签收日期"
MATERIALS: Final = ("序号", "收取材料", "形式", "份数", "收讫")

_CHINA = timezone(timedelta(hours=8), "CST")
"""Every hall keeps China Standard Time, which has no summer time."""


@dataclass(frozen=True)
class Field:
    """One labelled fact; ``choices`` are words with a box each, ticked where true."""

    label: str
    value: str = ""
    strong: bool = False
    choices: tuple[tuple[bool, str], ...] = ()


def applicant(sheet: ReceiptSheet) -> tuple[tuple[Field, ...], ...]:
    """Who applies; fields in one inner tuple belong side by side."""
    agent = ((Field("代办人", sheet.agent),),) if sheet.agent else ()
    phone = f"尾号 {sheet.phone_tail}" if sheet.phone_tail else "未留"
    return (
        (Field("申请人", sheet.applicant),),
        (
            Field("证件", f"{sheet.document_kind.word} {mask_document(sheet.document_tail)}"),
            Field("联系电话", phone),
        ),
        *agent,
    )


def request(sheet: ReceiptSheet) -> tuple[tuple[Field, ...], ...]:
    """What is applied for and what it costs."""
    fee = ((not sheet.charged, "不收费"), (sheet.charged, "收费"))
    return (
        (Field("申请事项", sheet.item, strong=True),),
        (Field("事项编码", sheet.item_code), Field("办件类型", sheet.kind.word)),
        (Field("审批结果", sheet.certificate or "—"), Field("收费", choices=fee)),
    )


def times(sheet: ReceiptSheet) -> tuple[tuple[Field, ...], ...]:
    """When it was handed in and accepted, and by when there will be an answer."""
    mark = "（暂算）" if sheet.provisional else ""
    return (
        (
            Field("收件时间", moment(sheet.received_at)),
            Field("受理日期", day(sheet.accepted_on), strong=True),
        ),
        (
            Field("承诺办结", day(sheet.promised_on) + mark, strong=True),
            Field("法定期限", day(sheet.statutory_on) + mark),
        ),
    )


def counter(sheet: ReceiptSheet) -> tuple[tuple[Field, ...], ...]:
    """Who took the papers and whom to ask."""
    return (
        (
            Field("受理窗口", sheet.window),
            Field("经办人", f"{sheet.clerk}（工号 {sheet.clerk_no}）"),
        ),
        (
            Field("咨询电话", sheet.inquiry_phone or "—"),
            Field("监督投诉", sheet.complaint_phone or "—"),
        ),
    )


def material(received: ReceivedMaterial) -> tuple[str, str, str]:
    """Name, form and copies of one line of the list."""
    return received.name, received.form.word, f"{received.copies} 份"


@cache
def paragraphs(kind: ItemKind, *, charged: bool, provisional: bool) -> tuple[str, ...]:
    """Acceptance, what the clock leaves out, and how to ask; numbered."""
    told = enumerate(_paragraphs(kind, charged=charged, provisional=provisional), 1)
    return tuple(f"{number}. {text}" for number, text in told)


def _paragraphs(kind: ItemKind, *, charged: bool, provisional: bool) -> Iterator[str]:
    # 行政许可法 32(五); the day of acceptance does not count, and 42 and 45 bound the rest
    yield (
        "经核对，上述申请归本机关办理，材料已经收齐，形式符合规定。依照《中华人民共和国行政许可法》"
        "第三十二条第一款第（五）项，现予受理。"
    )
    if kind is not ItemKind.ON_THE_SPOT:
        yield "办理期限自受理次日起算，本机关在承诺办结日期前办结，最迟不超过法定期限届满日。"
    yield (
        "依法需要听证、招标、拍卖、检验、检测、检疫、鉴定或者专家评审的，所需时间依照该法"
        "第四十五条不计入期限，具体时间另行书面告知。"
    )
    if charged:
        yield "本事项依法收费，项目和标准见办事指南。"
    if provisional:
        yield "标“暂算”的日期涉及尚未公布放假安排的年度，公布后以重新计算的日期为准。"
    yield "凭编号可向受理窗口或咨询电话查询进度；领取结果时请带本通知书和有效证件。"


def reprint_mark(sheet: ReceiptSheet) -> str:
    """How a copy of an issued notice is told from the first print; empty for the first."""
    return f"补打第{sheet.reprint}次" if sheet.reprint else ""


def day(on: date) -> str:
    """A date as documents write it (GB/T 9704-2012: no leading zeros)."""
    return f"{on.year}年{on.month}月{on.day}日"


def moment(at: datetime) -> str:
    """A time to the minute, by the hall's clock."""
    local = at.astimezone(_CHINA) if at.tzinfo else at
    return f"{day(local)} {local:%H:%M}"
