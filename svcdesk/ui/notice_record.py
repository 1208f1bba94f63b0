"""The record of what the message line has said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from svcdesk.ui.notice import Notice, NoticeBar
from svcdesk.ui.table import Column, Table, TableView


class NoticeRecord(QDialog):
    """Lists it, latest first; Esc closes."""

    def __init__(self, notices: NoticeBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("消息记录"))
        self.resize(760, 420)
        table = Table[Notice](
            (
                Column(self.tr("时间"), lambda notice: f"{notice.at:%H:%M:%S}"),
                Column(self.tr("消息"), lambda notice: notice.text, stretch=True),
            ),
            key=lambda notice: notice.at,
            parent=self,
        )
        table.show(notices.record())
        view = TableView(table, self)
        view.setAccessibleName(self.tr("消息记录"))
        view.say_when_empty(self.tr("今天还没有消息。"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(view)
