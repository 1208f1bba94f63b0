"""The acceptance notice (受理通知书): a frozen sheet in, a PDF out, the same every time."""

from svcdesk.papers import receipt_a5, receipt_roll
from svcdesk.papers.fonts import DRAWING
from svcdesk.rules.papers import Paper
from svcdesk.rules.receipts import ReceiptSheet

_DRAWERS = {Paper.A5: receipt_a5.draw, Paper.ROLL_80: receipt_roll.draw}


def draw(sheet: ReceiptSheet, paper: Paper) -> bytes:
    """The notice on this paper as a PDF; equal sheets give equal bytes."""
    with DRAWING:
        return _DRAWERS[paper](sheet)
