"""Which printer and which paper this computer's notices go to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from svcdesk.rules.papers import RECEIPT_PAPERS, Paper
from svcdesk.ui.background import Background
from svcdesk.ui.page import text
from svcdesk.ui.printing import Press
from svcdesk.ui.words import say


class PrinterChoice(QDialog):
    """Offers the printers there are, the chosen one even when it is switched off."""

    chosen = Signal(str, object)
    """The printer's name (empty: the system's default) and the Paper."""

    def __init__(
        self,
        background: Background,
        press: Press,
        printer: str,
        paper: Paper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wanted = printer
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("打印机与纸张"))
        self._printers = QComboBox(self)
        self._printers.setMinimumContentsLength(28)
        self._papers = QComboBox(self)
        for one in RECEIPT_PAPERS:
            self._papers.addItem(say(one), one)
        self._papers.setCurrentIndex(RECEIPT_PAPERS.index(paper))
        self._found = text(self.tr("正在找打印机…"), "sub", self)
        self._show_names(())
        self._lay_out()
        background.make(self, press.names).then(self._show_found)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("打印机(&P)"), self._printers)
        form.addRow(self.tr("通知书纸张(&S)"), self._papers)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._found)
        column.addWidget(buttons)

    def _show_found(self, names: Sequence[str]) -> None:
        self._show_names(names)
        words = self.tr("找到 {n} 台打印机。") if names else self.tr("没有找到打印机。")
        self._found.setText(words.format(n=len(names)))

    def _show_names(self, names: Sequence[str]) -> None:
        self._printers.clear()
        self._printers.addItem(self.tr("系统默认的打印机"), "")
        for name in names:
            self._printers.addItem(name, name)
        if self._wanted and self._wanted not in names:
            self._printers.addItem(
                self.tr("{name}（没有接上）").format(name=self._wanted), self._wanted
            )
        self._printers.setCurrentIndex(max(0, self._printers.findData(self._wanted)))

    def _accept(self) -> None:
        self.chosen.emit(self._printers.currentData(), Paper(self._papers.currentData()))
        self.accept()
