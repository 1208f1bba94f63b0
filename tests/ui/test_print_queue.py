from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from svcdesk.rules.papers import Paper, PrintState
from svcdesk.store.local import LocalStore
from svcdesk.ui.page import Below
from svcdesk.ui.preview import Preview
from svcdesk.ui.print_queue import PrintQueuePanel
from svcdesk.ui.printing import Chosen, NoPrinter, Printing
from svcdesk.ui.table import TableView
from tests.ui.stand_ins import StandInPress
from tests.ui.test_press import document


@pytest.fixture
def store(tmp_path: Any) -> Any:
    store = LocalStore(tmp_path / "local.sqlite")
    yield store
    store.close()


@pytest.fixture
def press() -> Any:
    return StandInPress(printers=[])


@pytest.fixture
def panel(plain_background: Any, store: Any, press: Any, qtbot: Any) -> Any:
    printing = Printing(store.prints, press, lambda: Chosen("", Paper.A5))
    store.prints.add("通知书 0003-042", document(148, 210), Paper.A5)
    panel: Any = PrintQueuePanel(plain_background, printing)
    panel.printing = printing
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.findChild(TableView).model().rowCount() == 1)
    yield panel
    assert printing.stop()


def press_button(panel: Any, text: Any) -> Any:
    next(one for one in panel.findChildren(QPushButton) if one.text().startswith(text)).click()


def row(panel: Any) -> Any:
    model = panel.findChild(TableView).model()
    return [model.index(0, column).data() for column in range(1, model.columnCount())]


def test_it_lists_what_waits(panel):
    assert row(panel) == ["通知书 0003-042", "等待打印", "A5 纸", "1", ""]


def test_it_says_why_documents_wait(panel, qtbot):
    panel.printing.look()
    qtbot.waitUntil(
        lambda: any(one.text() == NoPrinter.words for one in panel.findChildren(QLabel))
    )


def test_a_document_that_came_out_shows_so_and_can_be_printed_again(panel, press, store, qtbot):
    press.printers = ["HP"]
    press_button(panel, "再打一次")
    qtbot.waitUntil(lambda: row(panel)[1] == "已打印")
    press_button(panel, "再打一次")
    qtbot.waitUntil(lambda: len(press.printed) == 2)


def test_a_document_can_be_removed(panel, store, qtbot):
    press_button(panel, "移除")
    qtbot.waitUntil(lambda: panel.findChild(TableView).model().rowCount() == 0)
    assert store.prints.recent() == []
    assert not any(
        one.isEnabled() for one in panel.findChildren(QPushButton) if one.text().startswith("移除")
    )


def test_a_document_can_be_saved(panel, tmp_path, store, qtbot):
    press_button(panel, "另存为")
    dialog = panel.findChild(QFileDialog)
    path = tmp_path / "saved.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: path.exists() and path.stat().st_size > 0)
    assert path.read_bytes() == store.prints.pdf(store.prints.recent()[0].id)


def test_where_nothing_can_be_written_it_says_so(panel, tmp_path, qtbot):
    press_button(panel, "另存为")
    dialog = panel.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "none" / "saved.pdf"))
    dialog.close()
    below = panel.findChild(Below)
    qtbot.waitUntil(below.isVisible)
    assert below.text().startswith("“saved.pdf”没有存下来")


def test_a_document_can_be_looked_at_and_printed_from_there(panel, press, store, qtbot):
    press.printers = ["HP"]
    press_button(panel, "预览")
    qtbot.waitUntil(lambda: panel.findChild(Preview) is not None)
    preview = panel.findChild(Preview)
    qtbot.waitUntil(lambda: any(not one.pixmap().isNull() for one in preview.findChildren(QLabel)))
    press_button(preview, "打印")
    qtbot.waitUntil(lambda: len(press.printed) == 1)
    assert store.prints.recent()[0].state is PrintState.PRINTED


def test_escape_closes_the_queue(panel, qtbot):
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
