"""The right column: one page about the item, and what this applicant has had before."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from svcdesk.ui.intake.due import limit_words, promised_words, short_day
from svcdesk.ui.intake.small_list import SmallList
from svcdesk.ui.table import Column, Table
from svcdesk.ui.theme import dress
from svcdesk.ui.words import say

if TYPE_CHECKING:
    from svcdesk.desk.cases import CaseRow, KnownApplicant
    from svcdesk.desk.catalogue import ItemCard


class ItemPage(QScrollArea):
    """What the clerk must know of an item, on one page; and the applicant's earlier cases."""

    case_wanted = Signal(UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget(self)
        self._title = QLabel(self._inside, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._facts = QFormLayout()
        self._person = QLabel(self._inside, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._table: Table[CaseRow] = Table(self._columns(), key=lambda row: row.id)
        self.earlier = SmallList(
            self._table, "earlier", self.tr("这位申请人以前的件"), self._inside
        )
        self._lay_out()
        self.earlier.opened.connect(lambda row: self.case_wanted.emit(row.id))
        self.show_item(None)
        self.show_person(None)

    def show_item(self, item: "ItemCard | None") -> None:
        """Say everything about this item."""
        while self._facts.rowCount():
            self._facts.removeRow(0)
        if item is None:
            self._title.setText(self.tr("本事项一页纸"))
            self._say(self.tr("选好事项，承诺时限、收费、依据和要给申请人的证件都列在这里。"))
            return
        self._title.setText(item.name)
        for label, text in (
            (self.tr("实施机关"), item.agency),
            (self.tr("类型"), say(item.kind)),
            (self.tr("承诺时限"), promised_words(item.promised_days)),
            (self.tr("法定时限"), limit_words(item.statutory_days, item.statutory_unit)),
            (self.tr("收费"), self.tr("按标准收费") if item.charged else self.tr("不收费")),
            (self.tr("办结给予"), item.certificate or "—"),
            (self.tr("办理依据"), item.legal_basis),
            (self.tr("事项编码"), item.code),
        ):
            self._say(text, label)

    def show_person(self, known: "KnownApplicant | None") -> None:
        """Say what this window knows of the applicant."""
        rows = known.earlier if known else ()
        self._table.show(rows)
        self.earlier.setVisible(bool(rows))
        self.earlier.set_lines(len(rows))
        if known is None:
            self._person.setText(self.tr("填了证件号码，就能看到他以前办过什么。"))
            return
        words = self.tr("{name}　来过 {n} 次，最近 {day} 办 {item}。在办 {open} 件。")
        self._person.setText(
            words.format(
                name=known.name,
                n=known.visits,
                day=short_day(known.last_on),
                item=known.last_item,
                open=len(known.open_cases),
            )
        )

    def _say(self, text: str, label: str = "") -> None:
        value = QLabel(text, self._inside, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if not label:
            dress(value, "sub")
            self._facts.addRow(value)
            return
        name = QLabel(label, self._inside)
        dress(name, "sub")
        self._facts.addRow(name, value)

    def _lay_out(self) -> None:
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setVerticalSpacing(6)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        dress(self._title, "heading")
        person = QLabel(self.tr("这位申请人"), self._inside)
        dress(person, "heading")
        dress(self._person, "sub")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._facts)
        column.addSpacing(8)
        column.addWidget(person)
        column.addWidget(self._person)
        column.addWidget(self.earlier)
        column.addStretch()

    def _columns(self) -> list[Column["CaseRow"]]:
        return [
            Column(self.tr("受理"), lambda row: short_day(row.accepted_on)),
            Column(self.tr("事项"), lambda row: row.item, stretch=True),
            Column(self.tr("状态"), lambda row: say(row.state)),
        ]
