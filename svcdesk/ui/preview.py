"""A document's pages on screen, exactly as they are printed."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from svcdesk.rules.problems import Problem
from svcdesk.ui.background import Background
from svcdesk.ui.page import Below
from svcdesk.ui.saving import ask_where, put
from svcdesk.ui.words import tell

if TYPE_CHECKING:
    from svcdesk.papers.pages import PageImage

_DPI = 150
_MARGIN = 16


class Preview(QDialog):
    """Shows the pages, offers to print or to save them; Esc closes."""

    print_wanted = Signal()

    def __init__(
        self, background: Background, title: str, pdf: bytes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._title, self._pdf = background, title, pdf
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("打印预览：{title}").format(title=title))
        self.resize(760, 640)
        self._pages = _Pages(self)
        self._below = Below(self)
        self._print = QPushButton(self.tr("打印(&P)"), self)
        self._print.setProperty("kind", "primary")
        self._save = QPushButton(self.tr("另存为 PDF…(&S)"), self)
        close = QPushButton(self.tr("关闭"), self)
        self._print.clicked.connect(self._want_print)
        self._save.clicked.connect(self._ask_where)
        close.clicked.connect(self.close)
        line = QHBoxLayout()
        line.addWidget(close)
        line.addStretch()
        line.addWidget(self._save)
        line.addWidget(self._print)
        column = QVBoxLayout(self)
        column.addWidget(self._pages, 1)
        column.addWidget(self._below)
        column.addLayout(line)
        self._print.setDefault(True)
        background.make(self, _draw, pdf).then(self._pages.show_pages)

    def _want_print(self) -> None:
        self.print_wanted.emit()
        self.close()

    def _ask_where(self) -> None:
        ask_where(self, self.tr("另存为 PDF"), "PDF", file_name(self._title), self._write)

    def _write(self, path: Path) -> None:
        answer = self._background.make(self, put, path, self._pdf)
        answer.then(self._written).but(self._not_written)

    def _written(self, _: Path) -> None:
        self._below.say("")

    def _not_written(self, problem: Problem) -> None:
        self._below.say(tell(problem))


def file_name(title: str) -> str:
    """A name under which every system can keep the document."""
    plain = "".join("-" if one in '\\/:*?"<>|' else one for one in title).strip()
    return f"{plain or 'svcdesk'}.pdf"


def _draw(pdf: bytes) -> tuple["PageImage", ...]:
    from svcdesk.papers.pages import page_images

    return page_images(pdf, _DPI)


class _Pages(QScrollArea):
    """The pages one below the other, as wide as there is room, never coarser than drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._images: list[QImage] = []
        self._labels: list[QLabel] = []
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("文件的各页"))
        sheet = QWidget(self)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.setSpacing(_MARGIN)
        self._waiting = QLabel(self.tr("正在画…"), sheet)
        self._column.addWidget(self._waiting, 0, Qt.AlignmentFlag.AlignCenter)
        self.setWidget(sheet)

    def show_pages(self, pages: Sequence["PageImage"]) -> None:
        """Show these pages."""
        from svcdesk.ui.press import as_image

        self._waiting.hide()
        self._images = [as_image(page) for page in pages]
        for number, _image in enumerate(self._images, start=1):
            label = QLabel(self)
            label.setFrameShape(QFrame.Shape.Box)
            label.setAccessibleName(self.tr("第 {n} 页").format(n=number))
            self._column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
            self._labels.append(label)
        self._column.addStretch()
        self._scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the width."""
        super().resizeEvent(event)
        self._scale()

    def _scale(self) -> None:
        ratio = self.devicePixelRatioF()
        room = round((self.viewport().width() - 2 * _MARGIN - 4) * ratio)
        for image, label in zip(self._images, self._labels, strict=True):
            width = max(1, min(room, round(image.width() * ratio)))
            smooth = Qt.TransformationMode.SmoothTransformation
            pixmap = QPixmap.fromImage(image.scaledToWidth(width, smooth))
            pixmap.setDevicePixelRatio(ratio)
            label.setPixmap(pixmap)
