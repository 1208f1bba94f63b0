"""Files people ask for: where to, written whole or not at all, and told with a way to open it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from svcdesk.rules.problems import Problem
from svcdesk.rules.words import QT_TRANSLATE_NOOP
from svcdesk.ui.notice import Tone

if TYPE_CHECKING:
    from svcdesk.ui.notice import NoticeBar


class NotSaved(Problem):
    """The file could not be written, most often because another program holds it open."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "“{name}”没有存下来（{why}），原来的文件没有动。"
        "请关掉正打开它的 Excel、Word 或阅读器，或换一个文件名再存。",
    )


def ask_where(
    parent: QWidget, title: str, kind: str, name: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Open the dialog that asks for a file to write; ``name`` is suggested in 文档.

    Its suffix is added where a person leaves it out. The dialog waits for nobody: ``then``
    is called with the path, or never.
    """
    suffix = Path(name).suffix
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, documents, f"{kind} (*{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suffix.lstrip("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def put(path: Path, content: bytes) -> Path:
    """Write a file by way of a second one beside it, so that a full disk spoils nothing."""
    aside = path.with_name(f".{path.name}.part")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    except OSError as trouble:
        aside.unlink(missing_ok=True)
        raise NotSaved(name=path.name, why=trouble.strerror or str(trouble)) from trouble
    return path


def tell_saved(notices: "NoticeBar", path: Path) -> None:
    """Say where the file is, with a button that opens it."""
    told = QCoreApplication.translate("Saving", "已存为 {path}").format(path=path)
    opening = QCoreApplication.translate("Saving", "打开")
    notices.tell(told, Tone.DONE, (opening, lambda: open_file(path)))


def open_file(path: Path) -> None:
    """Open the file in whatever program this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
