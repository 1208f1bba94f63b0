"""The card of keys (Ctrl+F1): every command this person has, and its key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from svcdesk.ui.commands import Commands, plain
from svcdesk.ui.page import text
from svcdesk.ui.table import Column, Table, TableView


class KeyCard(QDialog):
    """Lists commands with keys first; the list can be copied into a document and printed."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("快捷键一览"))
        self.resize(460, 560)
        table = Table[QAction](
            (
                Column(self.tr("键"), _keys),
                Column(self.tr("做什么"), lambda action: plain(action.text()), stretch=True),
            ),
            key=lambda action: action.objectName(),
            parent=self,
        )
        table.show([action for action in commands.useful() if action.shortcuts()])
        view = TableView(table, self)
        view.setAccessibleName(self.tr("快捷键一览"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(
            text(
                self.tr("先记住两个：F2 下一位，F9 受理并打印。回车到下一格，Esc 退一步。"),
                "sub",
                self,
            )
        )
        column.addWidget(view)


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(key.toString(native) for key in action.shortcuts())
