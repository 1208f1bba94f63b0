"""The half-year report as a file: which forms there are, drawn on a worker."""

from enum import StrEnum
from pathlib import Path

from svcdesk.rules.reports import HalfYear
from svcdesk.rules.words import QT_TRANSLATE_NOOP
from svcdesk.ui import saving


class Form(StrEnum):
    """A kind of file; its value is the file's suffix."""

    PDF = "pdf"
    EXCEL = "xlsx"
    WORD = "docx"

    @property
    def word(self) -> str:
        """The form's Chinese name."""
        return _FORM_WORDS[self]


_FORM_WORDS = {
    Form.PDF: QT_TRANSLATE_NOOP("Form", "PDF 文件"),
    Form.EXCEL: QT_TRANSLATE_NOOP("Form", "Excel 表格"),
    Form.WORD: QT_TRANSLATE_NOOP("Form", "Word 文档"),
}


def file_name(report: HalfYear, form: Form) -> str:
    """The name suggested for the file, in the language of the paper."""
    half = "上半年" if report.first.month == 1 else "下半年"
    return f"{report.hall}{report.first.year}年{half}办件情况.{form}"


def write(report: HalfYear, form: Form, path: Path) -> Path:
    """Draw the report and put it at ``path``; raises NotSaved."""
    return saving.put(path, draw(report, form))


def draw(report: HalfYear, form: Form) -> bytes:
    """The report as bytes; the writers are heavy and loaded here, on the worker."""
    if form is Form.PDF:
        from svcdesk.papers import half_year_pdf

        return half_year_pdf.draw(report)
    if form is Form.EXCEL:
        from svcdesk.papers import half_year_xlsx

        return half_year_xlsx.draw(report)
    from svcdesk.papers import half_year_docx

    return half_year_docx.draw(report)
