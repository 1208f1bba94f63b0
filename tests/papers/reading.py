"""Reading papers back, independently of how they were drawn."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ContentStream

POINT = 25.4 / 72


def text_of(pdf: bytes) -> str:
    """All text of all pages without any blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return bare("".join(pages))


def bare(text: str) -> str:
    return "".join(text.split())


def pages_of(pdf: bytes) -> list[Any]:
    return list(PdfReader(BytesIO(pdf)).pages)


def fonts_of(pdf: bytes) -> Iterator[Any]:
    for page in pages_of(pdf):
        for font in page["/Resources"]["/Font"].values():
            yield font.get_object()


def rectangles_of(page: Any) -> Iterator[tuple[float, float]]:
    """Width and height in millimetres of every rectangle that is drawn unscaled."""
    scaled = 0
    for operands, operator in ContentStream(page["/Contents"].get_object(), None).operations:
        scaled += {b"q": 1, b"Q": -1}.get(operator, 0)
        if operator == b"re" and not scaled:
            yield abs(float(operands[2])) * POINT, abs(float(operands[3])) * POINT


def boxes_of(pdf: bytes) -> Iterator[list[tuple[float, float, float, float]]]:
    """Page by page, where each visible character is: left, bottom, right, top in points."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        yield [
            text.get_charbox(place)
            for place in range(text.count_chars())
            if text.get_text_range(place, 1).strip()
        ]
    document.close()


def overlaps(boxes: list[tuple[float, float, float, float]], allowed: float = 0.8) -> int:
    """How many pairs of characters cover each other by more than ``allowed`` points."""
    boxes = sorted(boxes)
    found = 0
    for place, (_, bottom, right, top) in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[0] > right - allowed:
                break
            found += min(top, other[3]) - max(bottom, other[1]) > allowed and (
                min(right, other[2]) - other[0] > allowed
            )
    return found
