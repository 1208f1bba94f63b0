"""Receipts on their way to paper: drawn off the GUI thread, then left to the print queue."""

from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject

from svcdesk.desk import cases
from svcdesk.rules.numbers import spoken
from svcdesk.rules.papers import Paper
from svcdesk.rules.receipts import ReceiptSheet
from svcdesk.ui.background import Background
from svcdesk.ui.notice import NoticeBar, Tone


class Printing(Protocol):
    """Where documents go to be printed; it never makes anybody wait."""

    def submit(self, title: str, pdf: bytes, paper: Paper) -> object:
        """Queue a document."""


class Receipts(QObject):
    """Draws and queues notices; what happens there never touches the case."""

    def __init__(
        self,
        background: Background,
        printing: Printing,
        notices: NoticeBar,
        paper: Callable[[], Paper],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._paper = paper
        self._background = background
        self._printing = printing
        self._notices = notices

    def print(self, sheet: ReceiptSheet) -> None:
        """Draw the sheet and queue it."""
        paper = self._paper()
        drawn = self._background.make(self, draw, sheet, paper)
        drawn.then(partial(self._submit, sheet, paper))

    def reprint(self, case_id: UUID) -> None:
        """Print the stored sheet once more, counted (补打)."""
        self._background.do(self, cases.reprint, case_id).then(self._reprint)

    def _reprint(self, sheet: ReceiptSheet) -> None:
        words = self.tr("{number} 补打第 {n} 次，已送打印。")
        words = words.format(number=spoken(sheet.number), n=sheet.reprint)
        self._notices.tell(words, Tone.DONE)
        self.print(sheet)

    def _submit(self, sheet: ReceiptSheet, paper: Paper, pdf: bytes) -> None:
        title = self.tr("受理通知书 {number}").format(number=spoken(sheet.number))
        self._printing.submit(title, pdf, paper)


def draw(sheet: ReceiptSheet, paper: Paper) -> bytes:
    """The notice as a PDF; on a worker, where loading ReportLab hurts nobody."""
    from svcdesk.papers import receipt

    return receipt.draw(sheet, paper)
