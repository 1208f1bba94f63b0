"""① Who comes: the document number checked while it is typed, name, telephone, agent."""

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from svcdesk.rules.identity import (
    BadDocument,
    Document,
    DocumentKind,
    canonical,
    read_document,
)
from svcdesk.rules.intake import Draft
from svcdesk.rules.names import LONGEST_NAME, BadName, clean_name
from svcdesk.ui.intake.due import birth_words
from svcdesk.ui.intake.lines import Line, NumberLine
from svcdesk.ui.intake.telling import Telling
from svcdesk.ui.words import say, tell

if TYPE_CHECKING:
    from svcdesk.desk.cases import KnownApplicant

FULL_LENGTH = 18
"""Characters of the number on most documents (GB 11643, GB 32100)."""
JUMP_MS = 1500
"""How long after Enter the focus may still jump over lines that were filled in (毫秒)."""
_LONGEST_NUMBER = 64
_LONGEST_PHONE = 30
_PHONE = re.compile(r"[-+0-9 ()]*")
_FEWEST_DIGITS = 7


class WhoSection(QWidget):
    """The applicant as typed, scanned or known from earlier visits."""

    changed = Signal()
    identified = Signal(str)
    """A number has passed its check: ask who it is."""
    unidentified = Signal()
    """The number is no longer the one that was asked about."""
    done = Signal()
    """Nothing is left to type here: on to the item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = NumberLine("document", self.tr("证件号码"), self)
        self.name = Line("applicant", self.tr("姓名或名称"), self)
        self.phone = NumberLine("phone", self.tr("手机或电话"), self)
        self.agent = Line("agent", self.tr("代办人"), self)
        self.lines = (self.number, self.name, self.phone, self.agent)
        self._number_says = Telling("document_says", self)
        self._others_say = Telling("applicant_says", self)
        self._today: date | None = None
        self._document: Document | None = None
        self._brought: dict[Line, str] = {}
        self._left_number = QElapsedTimer()
        self._lay_out()
        self._connect()

    def set_today(self, today: date) -> None:
        """The hall's date, which bounds a birth date."""
        self._today = today
        if self._document is None:
            self._read_while_typed()

    def show_draft(self, draft: Draft) -> None:
        """Hold this draft's applicant."""
        self._brought = {}
        self._left_number.invalidate()
        for line, text in (
            (self.number, draft.document_number),
            (self.name, draft.applicant),
            (self.phone, draft.phone),
            (self.agent, draft.agent),
        ):
            line.setText(text)
        self._others_say.be_quiet()
        self._judge_number()

    def take_number(self, text: str) -> None:
        """A number that was scanned or read from a card: as if typed, Enter included."""
        if self.number.text() != text:
            self.number.setText(text)
        self._leave_number()

    @property
    def document_number(self) -> str:
        """The number, canonical once it is right."""
        return self._document.number if self._document else self.number.text().strip()

    @property
    def document_kind(self) -> DocumentKind:
        """The kind recognised; of a number that is not right yet, the resident's card."""
        return self._document.kind if self._document else DocumentKind.RESIDENT_ID

    def welcome(self, known: "KnownApplicant | None") -> None:
        """Fill in what earlier visits say, where nothing was typed."""
        if known is None:
            self._others_say.be_quiet()
            return
        waiting = self.name.hasFocus() and not self.name.text()
        for line, text in ((self.name, known.name), (self.phone, known.phone)):
            if text and not line.text():
                self._brought[line] = text
                line.setText(text)
        words = self.tr("第 {n} 次来办事，上次办的是 {item}。")
        if self._brought:
            words += self.tr("姓名和电话已带出，请核对。")
        self._others_say.news(words.format(n=known.visits + 1, item=known.last_item))
        if waiting and self._left_number.isValid() and not self._left_number.hasExpired(JUMP_MS):
            self.done.emit()

    def faults(self) -> list[tuple[Line, str]]:
        """What stands in the way of accepting, each with its line; also told beside them."""
        self._read_number()
        number, others = self._number_fault(), self._other_faults(complete=True)
        self._tell_number(number)
        self._tell_others(others)
        return ([(self.number, number)] if number else []) + others

    def freeze(self, *, frozen: bool) -> None:
        """Read-only while an act is on its way."""
        for line in self.lines:
            line.setReadOnly(frozen)

    def _lay_out(self) -> None:
        self.number.setMaxLength(_LONGEST_NUMBER)
        for line in (self.name, self.agent):
            line.setMaxLength(2 * LONGEST_NAME)  # Qt counts a rare character twice
        self.phone.setMaxLength(_LONGEST_PHONE)
        self.number.setPlaceholderText(self.tr("读卡、扫码或输入"))
        self.agent.setPlaceholderText(self.tr("本人来办不填"))
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
        first.addWidget(self.number, 2)
        first.addWidget(self._number_says, 3)
        second.addWidget(self.name, 5)
        second.addWidget(self._label(self.tr("电话(&P)"), self.phone))
        second.addWidget(self.phone, 4)
        second.addWidget(self._label(self.tr("代办人(&L)"), self.agent))
        second.addWidget(self.agent, 4)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._label(self.tr("证件号码(&I)"), self.number), 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self._label(self.tr("姓名/名称(&N)"), self.name), 1, 0)
        grid.addLayout(second, 1, 1)
        grid.addWidget(self._others_say, 2, 1)
        grid.setColumnStretch(1, 1)

    def _label(self, text: str, line: Line) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(line)
        return label

    def _connect(self) -> None:
        for line, before in zip(self.lines[1:], self.lines, strict=False):
            line.stepped_back.connect(before.setFocus)
            line.left.connect(self._judge_others)
        for line in self.lines:
            line.textChanged.connect(self.changed)
        self.number.textChanged.connect(self._read_while_typed)
        self.number.left.connect(self._judge_number)
        self.number.entered.connect(self._leave_number)
        self.name.entered.connect(self.phone.setFocus)
        self.phone.entered.connect(self.agent.setFocus)
        self.agent.entered.connect(self.done)

    def _leave_number(self) -> None:
        """Enter goes on from an empty or a right number, and stays at a wrong one."""
        self._judge_number()
        if self.number.text().strip() and self._document is None:
            self._show_place()
        elif self._document and self.name.text().strip():
            self.done.emit()
        else:
            self._left_number.start()
            self.name.setFocus()

    def _read_while_typed(self) -> None:
        """Only a number of full length is read at once: eight digits may be half a card."""
        if self._length() == FULL_LENGTH:
            self._judge_number()
        else:
            self._hold(None)
            self._tell_number("")

    def _judge_number(self) -> None:
        self._read_number()
        self._tell_number(self._number_fault() if self.number.text().strip() else "")

    def _read_number(self) -> None:
        text = self.number.text().strip()
        try:
            self._hold(read_document(text, self._today) if self._today and text else None)
        except BadDocument:
            self._hold(None)

    def _hold(self, document: Document | None) -> None:
        before, self._document = self._document, document
        if document == before or (document and before and document.number == before.number):
            return
        if before is not None:
            self._take_away()
            self.unidentified.emit()
        if document is not None:
            self.identified.emit(document.number)

    def _take_away(self) -> None:
        """What was filled in for one person must not stay for the next."""
        for line, text in self._brought.items():
            if line.text() == text:
                line.clear()
        self._brought = {}
        self._others_say.be_quiet()

    def _length(self) -> int:
        return len(canonical(self.number.text()))

    def _tell_number(self, fault: str) -> None:
        self.number.blame(fault)
        if fault:
            self._number_says.blame(fault)
        elif self._document is not None:
            self._number_says.praise(self._about(self._document))
        elif self.number.text():
            self._number_says.news(self.tr("已输 {n} 位").format(n=self._length()))
        else:
            self._number_says.be_quiet()

    def _about(self, document: Document) -> str:
        parts = [say(document.kind)]
        if document.sex is not None:
            parts.append(say(document.sex))
        if document.birth is not None:
            parts.append(birth_words(document.birth))
        return "　".join(parts)

    def _number_fault(self) -> str:
        if self._document is not None:
            return ""
        text = self.number.text().strip()
        if not text:
            return self.tr("还没有证件号码。请读卡、扫码或输入。")
        if self._today is None:
            return self.tr("还没有连上服务器的日期，暂时不能核对证件。请稍候再试。")
        try:
            read_document(text, self._today)
        except BadDocument as problem:
            offered = self.tr("（18 位应为 {number}）").format(number=problem.offered)
            return tell(problem) + (offered if problem.offered else "")
        return ""

    def _show_place(self) -> None:
        """Put the cursor where the fault shows."""
        try:
            read_document(self.number.text().strip(), self._today or date.max)
        except BadDocument as problem:
            self.number.setFocus()
            if problem.position is not None and len(self.number.text()) == self._length():
                self.number.setSelection(problem.position - 1, 1)

    def _judge_others(self) -> None:
        self._tell_others(self._other_faults(complete=False))

    def _tell_others(self, faults: list[tuple[Line, str]]) -> None:
        for line in self.lines[1:]:
            line.blame(dict(faults).get(line, ""))
        if faults:
            self._others_say.blame(faults[0][1])
        elif self._others_say.property("kind") == "wrong":
            self._others_say.be_quiet()

    def _other_faults(self, *, complete: bool) -> list[tuple[Line, str]]:
        """Faults of name, telephone and agent; empty lines count only when ``complete``."""
        checks = (
            (self.name, _name_fault(self.name.text()) if complete or self.name.text() else ""),
            (self.phone, self._phone_fault()),
            (self.agent, _name_fault(self.agent.text()) if self.agent.text().strip() else ""),
        )
        return [(line, fault) for line, fault in checks if fault]

    def _phone_fault(self) -> str:
        phone = self.phone.text().strip()
        digits = sum(character.isdigit() for character in phone)
        if not phone or (_PHONE.fullmatch(phone) and digits >= _FEWEST_DIGITS):
            return ""
        return self.tr("电话只能有数字、空格、括号和“-”，至少 7 位数字。请核对，或先空着。")


def _name_fault(text: str) -> str:
    try:
        clean_name(text)
    except BadName as problem:
        return tell(problem)
    return ""
