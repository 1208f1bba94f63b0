from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel, QRNumber

from svcdesk.papers import barcodes
from tests.papers.sheets import HARD, ORDINARY


def test_the_bars_end_where_the_layout_expects():
    for sheet in (ORDINARY, HARD):
        bars = barcodes._bars(sheet.number)
        assert bars[0] == (0, 2)
        assert bars[-1] == (barcodes.BAR_MODULES - 2, 2)


def test_sixteen_digits_fit_the_smallest_qr_code():
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRNumber("9" * 16))
    code.make()
    assert code.getModuleCount() == barcodes.QR_MODULES


def test_a_qr_code_has_its_three_finders():
    runs = barcodes._dark_runs(ORDINARY.number)
    tops = [run for run in runs if run[0] == 0]
    assert tops[0] == (0, 0, 7)
    assert tops[-1] == (0, 14, 7)
    assert next(run for run in runs if run[0] == 20) == (20, 0, 7)
