"""Putting pages on paper through the system's own printing, at their true size."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from svcdesk.rules.papers import Paper, PrintJob
from svcdesk.ui.printing import PrinterRefused

if TYPE_CHECKING:
    from svcdesk.papers.pages import PageImage

_DPI, _ROLL_DPI = 300, 203
"""How finely a page is drawn: for laser printers, and what a thermal head can do (点/英寸)."""

_MM_PER_INCH = 25.4


class SystemPress:
    """The printers of this computer; Qt allows printing from a worker."""

    def names(self) -> Sequence[str]:
        """The printers, the default one first."""
        default = QPrinterInfo.defaultPrinterName()
        names = QPrinterInfo.availablePrinterNames()
        return sorted(names, key=lambda name: (name != default, name))

    def put(self, printer: str, job: PrintJob, pdf: bytes) -> None:
        """Draw every page; raises PrinterRefused where the system does not take it."""
        from svcdesk.papers.pages import page_images

        dpi = _ROLL_DPI if job.paper is Paper.ROLL_80 else _DPI
        pages = [as_image(page) for page in page_images(pdf, dpi)]
        device = self.device(printer)
        device.setDocName(job.title)
        device.setCopyCount(job.copies)
        device.setFullPage(True)
        device.setPageLayout(_layout(pages[0], dpi))
        if not _paint(device, pages, dpi):
            raise PrinterRefused(printer=printer, title=job.title)

    def device(self, printer: str) -> QPrinter:
        """The printer itself."""
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setPrinterName(printer)
        return device


def as_image(page: "PageImage") -> QImage:
    """A page as Qt's picture; it keeps its own copy of the bytes."""
    image = QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    return image.copy()


def _layout(first: QImage, dpi: int) -> QPageLayout:
    """The sheet the pages were drawn for, known by its size; a roll is as long as its text."""
    size = QSizeF(first.width(), first.height()) / dpi * _MM_PER_INCH
    across = size.width() > size.height()
    upright = size.transposed() if across else size
    turned = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    sheet = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(sheet, turned, QMarginsF(0, 0, 0, 0))


def _paint(device: QPrinter, pages: Sequence[QImage], dpi: int) -> bool:
    painter = QPainter()
    if not painter.begin(device):
        return False
    for number, page in enumerate(pages):
        if number and not device.newPage():
            painter.end()
            return False
        scale = device.resolution() / dpi
        painter.drawImage(QRectF(0, 0, page.width() * scale, page.height() * scale), page)
    return painter.end() and device.printerState() is not QPrinter.PrinterState.Error
