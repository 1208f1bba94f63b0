"""Pages of a PDF as pictures, for the preview and for printers that take nothing else."""

import threading
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2

_RENDERING: Final = threading.Lock()
"""PDFium may be entered by one thread at a time in the whole process."""
_POINTS_PER_INCH: Final = 72


@dataclass(frozen=True)
class PageImage:
    """One page: rows of red, green, blue bytes, each row ``stride`` bytes long."""

    width: int
    height: int
    stride: int
    rgb: bytes


def page_images(pdf: bytes, dpi: int) -> tuple[PageImage, ...]:
    """Every page of the document at ``dpi`` dots an inch, on white."""
    with _RENDERING:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(_image(document, number, dpi) for number in range(len(document)))
        finally:
            document.close()


def _image(document: Any, number: int, dpi: int) -> PageImage:
    page = document[number]
    try:
        bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True)
        try:
            return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
    finally:
        page.close()
