"""The promise in big words, and an open case of the same item pointed out."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from svcdesk.rules.calendar import WorkCalendar
from svcdesk.rules.numbers import spoken
from svcdesk.ui.intake.due import day_words, promise_words, promised_words, statutory_words
from svcdesk.ui.theme import dress
from svcdesk.ui.words import say

if TYPE_CHECKING:
    from svcdesk.desk.cases import CaseRow
    from svcdesk.desk.catalogue import ItemCard


class Promise(QWidget):
    """Until when an answer is promised if the case is taken in today."""

    case_wanted = Signal(UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._big = QLabel(self)
        self._small = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._strip = QFrame(self)
        self._strip_says = QLabel(self._strip, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._open = QPushButton(self.tr("打开它"), self._strip)
        self._open_case: UUID | None = None
        self._big.setObjectName("promise")
        self._strip.setObjectName("same_item")
        dress(self._big, "title")
        dress(self._small, "sub")
        dress(self._strip, "card")
        dress(self._open, "link")
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(8, 2, 4, 2)
        row.addWidget(self._strip_says, 1)
        row.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._big)
        column.addWidget(self._small)
        column.addWidget(self._strip)
        self._strip.hide()
        self._open.clicked.connect(self._want)

    def show_item(
        self, item: "ItemCard | None", today: date | None, calendar: WorkCalendar | None
    ) -> None:
        """Say what is promised for this item; nothing without one."""
        if item is None:
            return
        limits = [self.tr("承诺 {limit}").format(limit=promised_words(item.promised_days))]
        if today is not None and calendar is not None:
            self._big.setText(promise_words(today, item.promised_days, calendar))
            limits.append(
                statutory_words(today, item.statutory_days, item.statutory_unit, calendar)
            )
        limits += [say(item.kind), self.tr("收费") if item.charged else self.tr("不收费")]
        self._small.setText("　".join(limits))

    def point_out(self, case: "CaseRow | None", today: date | None) -> None:
        """The person's open case of the same item, if there is one."""
        self._strip.setVisible(case is not None)
        self._open_case = case.id if case else None
        if case is not None:
            words = self.tr(
                "这位申请人 {day}已受理同一事项（{number}，{state}）。确实要再办就接着填。"
            )
            self._strip_says.setText(
                words.format(
                    day=day_words(case.accepted_on, today or case.accepted_on),
                    number=spoken(case.number),
                    state=say(case.state),
                )
            )

    def _want(self) -> None:
        if self._open_case is not None:
            self.case_wanted.emit(self._open_case)
