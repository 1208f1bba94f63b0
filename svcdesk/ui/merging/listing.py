"""The list of units as a file that any spreadsheet opens."""

import csv
import io
from collections.abc import Iterable, Sequence


def as_csv(titles: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """Comma-separated lines in UTF-8; the mark in front makes Excel and WPS read Chinese."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(titles)
    writer.writerows(lines)
    return text.getvalue().encode("utf-8-sig")
