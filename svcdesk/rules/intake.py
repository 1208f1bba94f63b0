"""What is on the counter before it is a case: the draft (草稿) of one intake."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from svcdesk.rules.identity import DocumentKind
from svcdesk.rules.words import QT_TRANSLATE_NOOP


class Mark(StrEnum):
    """The clerk's judgement of one material (材料核对)."""

    UNJUDGED = "unjudged"
    COMPLETE = "complete"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"

    @property
    def word(self) -> str:
        """The mark's Chinese name."""
        return _MARK_WORDS[self]


_MARK_WORDS = {
    Mark.UNJUDGED: QT_TRANSLATE_NOOP("Mark", "未核"),
    Mark.COMPLETE: QT_TRANSLATE_NOOP("Mark", "齐"),
    Mark.MISSING: QT_TRANSLATE_NOOP("Mark", "缺"),
    Mark.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Mark", "不适用"),
}


@dataclass(frozen=True)
class MaterialMark:
    """One material of the item and what the clerk found."""

    material_id: UUID
    mark: Mark


@dataclass(frozen=True)
class Draft:
    """One intake as typed so far; its ``id`` is the case's id and the act's key.

    Because the key is made with the draft and stays with it through crashes, pressing
    F9 again after a lost line can never take the same application in twice.
    """

    id: UUID
    document_kind: DocumentKind = DocumentKind.RESIDENT_ID
    document_number: str = ""
    applicant: str = ""
    """Name of the person or organisation, any plane of Unicode, at most 120 characters."""
    phone: str = ""
    agent: str = ""
    """Name of the person who comes on the applicant's behalf (代办人), or empty."""
    item_id: UUID | None = None
    materials: tuple[MaterialMark, ...] = ()
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing worth keeping has been typed."""
        return not (self.document_number or self.applicant or self.phone or self.item_id)


@dataclass(frozen=True)
class KeptDraft:
    """A draft as this computer kept it; a crash or a power cut leaves it here."""

    draft: Draft
    kept_at: datetime
    """When it was last written down (UTC, this computer's clock: no legal time)."""
