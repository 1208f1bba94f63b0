from datetime import UTC, datetime
from typing import Any

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.units import mm
from reportlab.pdfgen import canvas

from svcdesk.rules.papers import Paper, PrintJob, PrintState
from svcdesk.ui.press import SystemPress
from svcdesk.ui.printing import PrinterRefused


def document(width: Any, height: Any, pages: Any = 1) -> Any:
    from io import BytesIO

    into = BytesIO()
    drawing = canvas.Canvas(into, pagesize=(width * mm, height * mm))
    for _ in range(pages):
        drawing.rect(10 * mm, 10 * mm, 20 * mm, 20 * mm, fill=1)
        drawing.showPage()
    drawing.save()
    return into.getvalue()


def job(paper: Any, copies: Any = 1) -> Any:
    at = datetime(2025, 3, 7, tzinfo=UTC)
    return PrintJob(1, "通知书", paper, PrintState.WAITING, "", at, copies)


class FilePress(SystemPress):
    """Prints into a PDF, which Qt offers everywhere."""

    def __init__(self, path: Any) -> None:
        self.path = path

    def device(self, _printer: Any) -> Any:
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(self.path))
        return device


@pytest.mark.parametrize(
    ("paper", "width", "height"),
    [(Paper.A5, 148, 210), (Paper.A5, 210, 148), (Paper.ROLL_80, 80, 173), (Paper.A5, 210, 297)],
)
def test_a_page_comes_out_at_its_true_size(paper, width, height, tmp_path, plain_background, qtbot):
    done: list[Any] = []
    path = tmp_path / "out.pdf"
    pdf = document(width, height, pages=2)
    answer = plain_background.make(plain_background, FilePress(path).put, "", job(paper), pdf)
    answer.then(done.append)
    qtbot.waitUntil(lambda: done == [None])
    printed = pypdfium2.PdfDocument(path)
    assert len(printed) == 2
    sizes = [size / mm for size in printed[0].get_size()]
    assert sizes == pytest.approx([width, height], abs=1)
    grey = printed[0].render(scale=1, grayscale=True).to_pil()
    places = [(x, y) for y in range(grey.height) for x in range(grey.width)]
    dark = [place for place in places if grey.getpixel(place) < 100]
    assert min(x for x, _ in dark) == pytest.approx(10 * mm, abs=3)
    assert max(x for x, _ in dark) == pytest.approx(30 * mm, abs=3)
    assert max(y for _, y in dark) == pytest.approx((height - 10) * mm, abs=3)
    printed.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_file_that_cannot_be_written_is_a_printer_that_refuses(tmp_path, qapp):
    press = FilePress(tmp_path / "no such folder" / "out.pdf")
    with pytest.raises(PrinterRefused):
        press.put("HP", job(Paper.A5), document(148, 210))


def test_the_names_of_printers_can_be_asked_for(qapp):
    assert isinstance(SystemPress().names(), list)
