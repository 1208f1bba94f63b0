"""The sheets of paper a notice can be printed on, and the jobs of the print queue."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from svcdesk.rules.words import QT_TRANSLATE_NOOP


class Paper(StrEnum):
    """A size of paper; a roll has a width and whatever length the text needs."""

    A4 = "a4"
    A5 = "a5"
    ROLL_80 = "roll80"

    @property
    def word(self) -> str:
        """The paper's Chinese name."""
        return _PAPER_WORDS[self]


_PAPER_WORDS = {
    Paper.A4: QT_TRANSLATE_NOOP("Paper", "A4 纸"),
    Paper.A5: QT_TRANSLATE_NOOP("Paper", "A5 纸"),
    Paper.ROLL_80: QT_TRANSLATE_NOOP("Paper", "80 毫米热敏卷纸"),
}


RECEIPT_PAPERS = (Paper.A5, Paper.ROLL_80)
"""What a receipt is drawn for; reports are A4."""


class PrintState(StrEnum):
    """How far a print job has come (打印状态)."""

    WAITING = "waiting"
    PRINTED = "printed"
    FAILED = "failed"

    @property
    def word(self) -> str:
        """The state's Chinese name."""
        return _PRINT_WORDS[self]


_PRINT_WORDS = {
    PrintState.WAITING: QT_TRANSLATE_NOOP("PrintState", "等待打印"),
    PrintState.PRINTED: QT_TRANSLATE_NOOP("PrintState", "已打印"),
    PrintState.FAILED: QT_TRANSLATE_NOOP("PrintState", "没有打出"),
}


@dataclass(frozen=True)
class PrintJob:
    """One document in this computer's print queue; its bytes are asked for by ``id``."""

    id: int
    title: str
    paper: Paper
    state: PrintState
    reason: str
    """Why it failed, as the printing system said it; empty otherwise."""
    at: datetime
    """When it entered the queue (UTC, this computer's clock: no legal time)."""
    copies: int
