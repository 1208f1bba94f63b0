"""The quiet bar over an empty form: a draft from before lies here, go on with it?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from svcdesk.rules.intake import KeptDraft
from svcdesk.ui.theme import dress


class DraftOffer(QFrame):
    """Offers the latest draft once, after the start; it never insists."""

    accepted = Signal(object)
    """The KeptDraft to go on with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draft_offer")
        dress(self, "card")
        self._kept: KeptDraft | None = None
        self._says = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.go_on = QPushButton(self.tr("接着办"), self)
        self.later = QPushButton(self.tr("以后再说"), self)
        dress(self.later, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._says, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.later)
        self.go_on.clicked.connect(self._accept)
        self.later.clicked.connect(self.hide)
        self.hide()

    def offer(self, kept: Sequence[KeptDraft]) -> None:
        """Offer the latest of these drafts."""
        if not kept:
            return
        self._kept = kept[0]
        words = self.tr(
            "上次有 {n} 份单子没办完，最近一份是 {who}（{at:%m-%d %H:%M} 存）。都在左边“草稿”里。"
        )
        self._says.setText(
            words.format(
                n=len(kept),
                who=self._kept.draft.applicant or self.tr("未写姓名"),
                at=self._kept.kept_at.astimezone(),
            )
        )
        self.show()

    def _accept(self) -> None:
        self.hide()
        if self._kept is not None:
            self.accepted.emit(self._kept)
