"""The baseline: a window of four tabs with eight fields each; says a line when painted."""

import sys

from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QLineEdit,
    QMainWindow,
    QTabWidget,
    QWidget,
)

from benchmarks.painted import Painted

app = QApplication(sys.argv[:1])
window = QMainWindow()
tabs = QTabWidget()
for tab in range(4):
    page = QWidget()
    form = QFormLayout(page)
    for field in range(8):
        form.addRow(f"Field {field}", QLineEdit())
    tabs.addTab(page, f"Tab {tab}")
window.setCentralWidget(tabs)
window.resize(1280, 760)


def done() -> None:
    print("painted", flush=True)
    app.quit()


painted = Painted(("QMainWindow",), done)
window.show()
sys.exit(app.exec())
