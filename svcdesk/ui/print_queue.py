"""The print queue (Ctrl+J): what waits, what came out, and doing it again."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from svcdesk.rules.papers import PrintJob, PrintState
from svcdesk.rules.problems import Problem
from svcdesk.ui import theme
from svcdesk.ui.background import Background
from svcdesk.ui.marks import Mark, MarkDelegate
from svcdesk.ui.page import Below, text
from svcdesk.ui.preview import Preview, file_name
from svcdesk.ui.printing import Printing
from svcdesk.ui.saving import ask_where, put
from svcdesk.ui.table import Column, Table, TableView
from svcdesk.ui.theme import Look, Shape
from svcdesk.ui.words import say, tell

_LOOKS = {
    PrintState.WAITING: Look(Shape.BARS, "held"),
    PrintState.PRINTED: Look(Shape.DISC, "calm"),
    PrintState.FAILED: Look(Shape.TRIANGLE, "soon"),
}


class PrintQueuePanel(QDialog):
    """Lists the latest jobs; beside the window, not in front of it. Esc closes."""

    def __init__(
        self, background: Background, printing: Printing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._printing = background, printing
        self.setWindowTitle(self.tr("打印队列"))
        self.resize(820, 460)
        self._held = text("", "sub", self)
        self._table = Table(self._columns(), key=lambda job: job.id, parent=self)
        self._view = TableView(self._table, self)
        self._view.setAccessibleName(self.tr("打印队列"))
        self._view.say_when_empty(self.tr("还没有打印过。受理以后通知书会出现在这里。"))
        self._view.setItemDelegateForColumn(2, MarkDelegate(_mark, self._view))
        self._below = Below(self)
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._held)
        column.addWidget(self._view, 1)
        column.addWidget(self._below)
        column.addLayout(self._button_line())
        self._view.opened.connect(self._preview)
        self._view.selected.connect(self._allow)
        printing.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Ask for the jobs again."""
        self._held.setText(self._printing.reason)
        self._held.setVisible(bool(self._printing.reason))
        self._printing.recent(self).then(self._show)

    def _columns(self) -> tuple[Column[PrintJob], ...]:
        return (
            Column(self.tr("时间"), lambda job: f"{job.at.astimezone():%m-%d %H:%M:%S}"),
            Column(self.tr("文件"), lambda job: job.title),
            Column(self.tr("状态"), lambda job: say(job.state)),
            Column(self.tr("纸张"), lambda job: say(job.paper)),
            Column(self.tr("份数"), lambda job: str(job.copies), align_right=True),
            Column(self.tr("说明"), lambda job: job.reason, stretch=True),
        )

    def _button_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        for words, do in (
            (self.tr("移除(&D)"), self._forget),
            (self.tr("另存为 PDF…(&S)"), self._ask_where),
            (self.tr("预览(&V)"), self._preview),
            (self.tr("再打一次(&P)"), self._again),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.setEnabled(False)
            button.clicked.connect(partial(self._with_chosen, do))
            self._buttons.append(button)
            line.addWidget(button)
        line.insertStretch(1)
        theme.dress(self._buttons[-1], "primary")
        return line

    def _show(self, jobs: Sequence[PrintJob]) -> None:
        self._table.show(jobs)
        if jobs and self._view.chosen() is None:
            self._view.choose(jobs[0].id)
        self._allow(self._view.chosen())

    def _allow(self, job: PrintJob | None) -> None:
        for button in self._buttons:
            button.setEnabled(job is not None)

    def _with_chosen(self, do: Callable[[PrintJob], None], _checked: bool = False) -> None:
        job = self._view.chosen()
        if job is not None:
            do(job)

    def _again(self, job: PrintJob) -> None:
        self._printing.again(job.id)

    def _forget(self, job: PrintJob) -> None:
        self._printing.forget(job.id)

    def _preview(self, job: PrintJob) -> None:
        def show(pdf: bytes) -> None:
            preview = Preview(self._background, job.title, pdf, self)
            preview.print_wanted.connect(partial(self._again, job))
            preview.open()

        self._printing.document(self, job.id).then(show)

    def _ask_where(self, job: PrintJob) -> None:
        title = self.tr("另存为 PDF")
        ask_where(self, title, "PDF", file_name(job.title), partial(self._save, job))

    def _save(self, job: PrintJob, path: Path) -> None:
        def write(pdf: bytes) -> None:
            self._background.make(self, put, path, pdf).but(self._not_saved)

        self._below.say("")
        self._printing.document(self, job.id).then(write)

    def _not_saved(self, problem: Problem) -> None:
        self._below.say(tell(problem))


def _mark(job: PrintJob) -> Mark:
    return Mark(_LOOKS[job.state], say(job.state))
