"""The one style sheet: what Fusion does not offer, from the colour tokens and a text size."""

from string import Template


def style_sheet(tokens: dict[str, str], points: float) -> str:
    """The application's style sheet; ``points`` is the size of body text (磅)."""
    sizes = {
        "field": f"{points * 12 / 10.5:.1f}pt",
        "heading": f"{points * 12 / 10.5:.1f}pt",
        "title": f"{points * 16 / 10.5:.1f}pt",
        "number": f"{points * 20 / 10.5:.1f}pt",
        "small": f"{points * 9.5 / 10.5:.1f}pt",
    }
    return _SHEET.substitute(tokens | sizes)


_SHEET = Template("""
QToolTip { color: $text; background: $base; border: 1px solid $border; padding: 4px; }

QPushButton { min-height: 1.7em; padding: 2px 14px; border: 1px solid $border; border-radius: 4px;
              background: $raised; color: $text; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $primary; padding: 1px 13px; }
QPushButton:disabled { color: $faint; border-color: $line; background: $window; }
QPushButton[kind="primary"] { min-height: 2.1em; padding: 3px 20px; border: 2px solid $primary;
              background: $primary; color: $on_primary; font-weight: bold; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {
              background: $primary_pressed; border-color: $primary_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 3px 20px; }
QPushButton[kind="primary"]:disabled { background: $line; border-color: $line; color: $faint; }
QPushButton[kind="link"], QPushButton[kind="cell"] { border: 1px solid transparent;
              background: transparent; padding: 2px 6px; min-height: 1.3em; }
QPushButton[kind="link"] { color: $primary; }
QPushButton[kind="cell"] { color: $sub; }
QPushButton[kind="link"]:hover, QPushButton[kind="cell"]:hover { background: $hover; }
QPushButton[kind="link"]:focus, QPushButton[kind="cell"]:focus { border: 1px solid $primary; }
QPushButton[kind="choice"] { text-align: left; padding: 12px 16px; min-height: 3em; }
QPushButton[kind="choice"]:focus { padding: 11px 15px; }

QLineEdit, QComboBox, QDateEdit, QSpinBox, QPlainTextEdit, QTextEdit {
              border: 1px solid $border; border-radius: 4px; background: $base; color: $text;
              padding: 3px 8px; selection-background-color: $primary;
              selection-color: $on_primary; }
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: 1.5em; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QPlainTextEdit:focus,
QTextEdit:focus { border: 2px solid $primary; padding: 2px 7px; }
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only { background: $window; color: $sub; }
QLineEdit[kind="field"] { font-size: $field; min-height: 1.05em; }
QLineEdit[wrong="true"] { border: 2px solid $overdue; padding: 2px 7px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 1.6em; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $base; border: 1px solid $border; outline: none; }

QLabel[kind="sub"] { color: $sub; }
QLabel[kind="small"] { color: $sub; font-size: $small; }
QLabel[kind="heading"] { font-size: $heading; font-weight: bold; }
QLabel[kind="title"] { font-size: $title; font-weight: bold; }
QLabel[kind="number"] { font-size: $number; font-weight: bold; }
QLabel[kind="wrong"] { color: $overdue; }
QLabel[kind="good"] { color: $calm; }
QLabel[kind="practice"] { background: $calm; color: $on_calm; font-weight: bold;
              padding: 2px 12px; }

QFrame[kind="card"] { background: $base; border: 1px solid $line; border-radius: 6px; }
QFrame[kind="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QWidget[kind="notice"] { background: $window; border-top: 1px solid $line; }
QWidget[kind="notice"][tone="done"] { background: $on_calm; }
QWidget[kind="notice"][tone="note"] { background: $on_info; }
QWidget[kind="notice"][tone="trouble"] { background: $on_overdue; }
QWidget[kind="notice"] QLabel { color: $text; background: transparent; }
QWidget[kind="notice"][tone="done"] QLabel { color: $calm; }
QWidget[kind="notice"][tone="note"] QLabel { color: $info; }
QWidget[kind="notice"][tone="trouble"] QLabel { color: $overdue; }
QWidget[kind="notice"][tone="quiet"] QLabel { color: $sub; }
QWidget[kind="practice_frame"] { border: 4px solid $calm; }

QTableView, QListView, QTreeView { background: $base; alternate-background-color: $stripe;
              border: 1px solid $line; border-radius: 4px; gridline-color: $line; outline: none;
              selection-background-color: $selected; selection-color: $text; }
QTableView:focus, QListView:focus { border: 1px solid $primary; }
QTableView::item, QListView::item { padding: 2px 8px; border: none; }
QTableView::item:selected, QListView::item:selected { background: $selected; color: $text; }
QHeaderView { background: $window; }
QHeaderView::section { background: $window; color: $sub; border: none;
              border-bottom: 1px solid $line; padding: 5px 8px; }
QHeaderView::up-arrow { image: url("$up"); width: 10px; height: 10px; }
QHeaderView::down-arrow { image: url("$down"); width: 10px; height: 10px; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: $window; }
QTabBar::tab { background: transparent; color: $sub; padding: 7px 18px; margin: 0 2px;
              border: none; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $primary; border-bottom: 3px solid $primary; font-weight: bold; }
QTabBar::tab:hover:!selected { background: $hover; }
QTabBar::tab:focus { color: $text; background: $hover; }

QMenuBar { background: $window; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QStatusBar { background: $window; border-top: 1px solid $line; }
QStatusBar::item { border: none; }

QProgressBar { border: 1px solid $line; border-radius: 4px; background: $base; text-align: center;
              min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $primary; border-radius: 3px; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $border; border-radius: 3px;
              background: $base; }
QCheckBox::indicator:checked { background: $primary; border-color: $primary; image: url("$check"); }
QCheckBox::indicator:focus { border: 2px solid $primary; }
QCheckBox::indicator:disabled { border-color: $line; background: $window; }
QSplitter::handle { background: $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $sub; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
