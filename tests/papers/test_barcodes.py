from itertools import groupby

import pytest
from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel, QRNumber

from svcdesk.papers import barcodes
from tests.papers.sheets import HARD, ORDINARY

NUMBERS = [
    ORDINARY.number,
    HARD.number,
    "0" * 16,
    "9" * 16,
    "2025030700030426",
    *(f"{3**serial % 10**16:016}" for serial in range(3, 300, 7)),
]


def test_the_bars_end_where_the_layout_expects():
    for sheet in (ORDINARY, HARD):
        bars = barcodes._bars(sheet.number)
        assert bars[0] == (0, 2)
        assert bars[-1] == (barcodes.BAR_MODULES - 2, 2)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_bars_are_those_of_another_encoder(number):
    other = Code128(number, barWidth=1, quiet=0)
    other.validate()
    other.encode()
    modules = [
        element.isupper()
        for element in other.decompose()  # A to D is a bar, a to d a gap, 1 to 4 modules wide
        for _ in range(ord(element.lower()) - ord("a") + 1)
    ]
    assert list(barcodes._bars(number)) == runs(modules)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_qr_code_is_that_of_another_encoder(number):
    other = QRCode(1, QRErrorCorrectLevel.M)
    other.addData(QRNumber(number))
    other.makeImpl(False, 3)
    expected = [(row, *run) for row, modules in enumerate(other.modules) for run in runs(modules)]
    assert list(barcodes._dark_runs(number)) == expected


def test_sixteen_digits_fit_the_smallest_qr_code():
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRNumber("9" * 16))
    code.make()
    assert code.getModuleCount() == barcodes.QR_MODULES


def test_a_qr_code_has_its_three_finders():
    found = barcodes._dark_runs(ORDINARY.number)
    tops = [run for run in found if run[0] == 0]
    assert tops[0] == (0, 0, 7)
    assert tops[-1] == (0, 14, 7)
    assert next(run for run in found if run[0] == 20) == (20, 0, 7)


def runs(modules) -> list[tuple[int, int]]:
    """Where dark stretches begin and how long they are."""
    found = []
    at = 0
    for dark, stretch in groupby(modules, bool):
        length = len(list(stretch))
        if dark:
            found.append((at, length))
        at += length
    return found
