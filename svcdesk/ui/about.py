"""About svcdesk: version, licences, where this computer's files lie."""

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from svcdesk import __version__
from svcdesk.ui.page import text


class About(QDialog):
    """Says it; Esc closes."""

    def __init__(self, reports: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("关于 svcdesk"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.addWidget(text(f"svcdesk {__version__}", "title", self))
        column.addWidget(
            text(self.tr("区行政服务中心的窗口办公软件。Apache 2.0 许可。"), "sub", self)
        )
        column.addWidget(
            text(
                self.tr("Qt {qt}（LGPL）。字体 Noto Sans SC 和花园明朝（OFL）。").format(
                    qt=qVersion()
                ),
                "sub",
                self,
            )
        )
        place = text(self.tr("出错报告在 {folder}").format(folder=reports), "small", self)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(place)
        column.addWidget(buttons)
