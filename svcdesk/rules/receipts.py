"""What an acceptance notice (受理通知书) says, independent of how it is drawn.

The database composes the sheet from the rows of the case when the receipt is issued
(行政许可法 32 last paragraph; field list of §1.7(2) of the practice notes), so nobody can issue a
receipt that says something else than the record.
"""

from dataclasses import dataclass
from datetime import date, datetime

from svcdesk.rules.catalogue import ItemKind, MaterialForm
from svcdesk.rules.identity import DocumentKind


@dataclass(frozen=True)
class ReceivedMaterial:
    """One line of the list of papers received (收取材料清单)."""

    name: str
    form: MaterialForm
    copies: int


@dataclass(frozen=True)
class ReceiptSheet:
    """An acceptance notice as issued; a reprint draws the same sheet again."""

    hall: str
    agency: str
    """The implementing agency (实施机关) in whose name the notice is given."""
    number: str
    """16 digits, see :mod:`svcdesk.rules.numbers`."""
    applicant: str
    document_kind: DocumentKind
    document_tail: str
    """Last four characters of the document number; the rest is never on paper."""
    phone_tail: str
    """Last four digits of the telephone number, or empty."""
    agent: str
    item: str
    item_code: str
    kind: ItemKind
    received_at: datetime
    accepted_on: date
    promised_on: date
    statutory_on: date
    provisional: bool
    """Whether a due date touches a year without a published calendar (暂算)."""
    materials: tuple[ReceivedMaterial, ...]
    charged: bool
    """Whether the item carries a statutory fee (收费); amounts are in the guide."""
    certificate: str
    """What the applicant will be given (审批结果)."""
    window: str
    clerk: str
    clerk_no: str
    inquiry_phone: str
    complaint_phone: str
    reprint: int = 0
    """0 for the first print, n for 补打第 n 次."""
