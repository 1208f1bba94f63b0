"""A program that draws one receipt, or its baseline, and says how long that took (毫秒).

The time covers everything but the start of Python: imports, typefaces, drawing.
"""

import sys
from pathlib import Path
from time import perf_counter


def ours(content: bytes) -> None:
    import msgspec

    from svcdesk.papers import receipt
    from svcdesk.rules.papers import Paper
    from svcdesk.rules.receipts import ReceiptSheet

    receipt.draw(msgspec.json.decode(content, type=ReceiptSheet), Paper.A5)


def baseline(content: bytes) -> None:
    import json
    from io import BytesIO

    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    strings = json.loads(content)
    fonts = Path(__file__).parents[1] / "resources" / "fonts"
    for name, file in FILES.items():
        if any(face == name for face, *_ in strings):
            pdfmetrics.registerFont(TTFont(name, str(fonts / file), asciiReadable=False))
    output = BytesIO()
    canvas = Canvas(output, pagesize=A5, pageCompression=1, initialFontName="NotoSansSC")
    for face, size, x, y, text in strings:
        canvas.setFont(face, size)
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()


A5 = (148 * 72 / 25.4, 210 * 72 / 25.4)
FILES = {
    "NotoSansSC": "NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold": "NotoSansSC_700Bold.ttf",
    "HanaMinB": "HanaMinB.ttf",
}


if __name__ == "__main__":
    side, path = sys.argv[1:]
    given = Path(path).read_bytes()
    begin = perf_counter()
    {"ours": ours, "baseline": baseline}[side](given)
    print((perf_counter() - begin) * 1000)
