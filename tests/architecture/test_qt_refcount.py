"""PySide6 6.12.0 on Python 3.11 loses references to None and True until the process aborts.

Whoever raises the upper bound of PySide6 in pyproject.toml hears of it here first.
"""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import (QAbstractTableModel, QModelIndex, QObject, QRunnable,
                            QSortFilterProxyModel, Qt, QThreadPool, QTimer, Signal)
from PySide6.QtWidgets import QApplication, QTableView, QWidget

app = QApplication([])

class Model(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()): return 5
    def columnCount(self, parent=QModelIndex()): return 3
    def data(self, index, role=0): return "x" if role == 0 else None

class Talker(QObject):
    said = Signal(object)
    plain = Signal()

model, order = Model(), QSortFilterProxyModel()
order.setSourceModel(model)
index = order.index(0, 0)
view = QTableView()
view.setModel(order)
view.resize(200, 150)
view.show()
talker, queued = Talker(), Talker()
talker.said.connect(lambda _: None)
talker.plain.connect(lambda: None)
queued.said.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)
pool = QThreadPool()
widget = QWidget()

def deliver():
    queued.said.emit(lambda: None)
    app.processEvents()

def work():
    pool.start(lambda: None)
    pool.waitForDone()

def repaint():
    view.viewport().repaint()
    app.processEvents()

TRIED = {
    "processEvents": app.processEvents,
    "emit": lambda: talker.said.emit(None),
    "emit plain": talker.plain.emit,
    "emit queued": deliver,
    "data": lambda: order.data(index, 1),
    "pool": work,
    "timer": lambda: (QTimer.singleShot(0, lambda: None), app.processEvents()),
    "repaint": repaint,
    "parent": widget.parentWidget,
}
for name, once in TRIED.items():
    once()
    for constant in (None, True, False):
        before = sys.getrefcount(constant)
        for _ in range(300):
            once()
        drift = (sys.getrefcount(constant) - before) / 300
        if abs(drift) > 0.05:
            print(f"{name}: {drift:+.2f} references to {constant} at each call")
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
def test_qt_keeps_the_references_to_none_and_true():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"QT_LOGGING_RULES": "*=false"},
    )
    assert done.stdout == ""
