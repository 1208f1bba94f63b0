"""Drawing a receipt, against a bare ReportLab canvas that writes the same strings.

The strings, their places, typefaces and sizes are recorded from one receipt; the baseline
parses the same typefaces in the same way and writes them one after the other. It wraps
and measures nothing and draws no line, no box and neither of the codes.
"""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from benchmarks import accept
from benchmarks import hall as halls
from benchmarks.pairs import Clock, Pair, compare, timed
from svcdesk.desk.sample.practice import PracticeHall
from svcdesk.papers import receipt
from svcdesk.resources import resource
from svcdesk.rules.papers import Paper
from svcdesk.rules.receipts import ReceiptSheet

AIM = 1.5
RUNS = 100
FIRST_RUNS = 15
A5 = (148 * 72 / 25.4, 210 * 72 / 25.4)
FILES = {
    "NotoSansSC": "NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold": "NotoSansSC_700Bold.ttf",
    "HanaMinB": "HanaMinB.ttf",
}

Put = tuple[str, float, float, float, str]
"""Typeface, size, x, y and the string."""


def measure(hall: PracticeHall, folder: Path, runs: int | None) -> list[Pair]:
    """The next receipt of a running program, and the first of a new one, parsing fonts."""
    sheet = accept.one_receipt(hall)
    strings = record(sheet)
    sheet_file, strings_file = folder / "sheet.json", folder / "strings.json"
    sheet_file.write_bytes(msgspec.json.encode(sheet))
    strings_file.write_text(json.dumps(strings), encoding="utf-8")
    faces = parse({face for face, *_ in strings})
    return [
        compare(
            "receipt, next",
            timed(lambda: receipt.draw(sheet, Paper.A5)),
            timed(lambda: write(strings, faces)),
            runs=runs or RUNS,
            warm=5,
            aim=AIM,
        ),
        compare(
            "receipt, first",
            _in_new_program("ours", sheet_file, folder),
            _in_new_program("baseline", strings_file, folder),
            runs=min(runs or FIRST_RUNS, FIRST_RUNS),
            aim=AIM,
        ),
    ]


def record(sheet: ReceiptSheet) -> list[Put]:
    """Every string that a receipt writes, and where."""
    strings: list[Put] = []
    write_out = PDFTextObject.textOut

    def note(self: Any, text: str) -> None:
        strings.append((self._fontname, self._fontsize, *self.getCursor(), text))
        write_out(self, text)

    PDFTextObject.textOut = note
    try:
        receipt.draw(sheet, Paper.A5)
    finally:
        PDFTextObject.textOut = write_out
    return strings


def parse(names: set[str]) -> dict[str, str]:
    """Typefaces of the baseline's own, by those they stand for."""
    for name in names:
        file = str(resource("fonts", FILES[name]))
        pdfmetrics.registerFont(TTFont(f"bare {name}", file, asciiReadable=False))
    return {name: f"bare {name}" for name in names}


def write(strings: list[Put], faces: dict[str, str]) -> bytes:
    """The baseline: a page with these strings."""
    rl_config.useA85 = 0  # as the receipt has it
    file = BytesIO()
    initial = next(iter(faces.values()))
    canvas = Canvas(file, pagesize=A5, pageCompression=1, initialFontName=initial)
    for face, size, x, y, text in strings:
        canvas.setFont(faces[face], size)
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _in_new_program(side: str, file: Path, folder: Path) -> Clock:
    command = [sys.executable, "-m", "benchmarks.first_receipt", side, str(file)]
    root = Path(__file__).parents[1]

    def run() -> float:
        told = subprocess.run(
            command,
            cwd=root,
            env=halls.surroundings(folder),
            check=True,
            capture_output=True,
            text=True,
        )
        return float(told.stdout)

    return run
