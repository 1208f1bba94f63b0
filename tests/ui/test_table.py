from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester

from svcdesk.rules.lamps import Lamp
from svcdesk.settings import Scheme
from svcdesk.ui import theme
from svcdesk.ui.table import Column, Table, TableView, lamp_column


@dataclass(frozen=True)
class Fruit:
    id: int
    name: str
    price: int | None
    lamp: Lamp = Lamp.CALM


COLUMNS: tuple[Column[Fruit], ...] = (
    lamp_column("灯", lambda fruit: fruit.lamp),
    Column[Fruit]("名称", lambda fruit: fruit.name, tip=lambda fruit: f"{fruit.name}，整箱"),
    Column[Fruit](
        "价格",
        lambda fruit: "—" if fruit.price is None else str(fruit.price),
        align_right=True,
        sort=lambda fruit: fruit.price,
    ),
)
PEAR = Fruit(1, "梨", 30, Lamp.SOON)
PLUM = Fruit(2, "李子", 4)
FIG = Fruit(3, "无花果", None, Lamp.OVER_STATUTE)


@pytest.fixture
def table(qapp: Any) -> Any:
    return Table(COLUMNS, key=lambda fruit: fruit.id)


@pytest.fixture
def view(table: Any, qtbot: Any) -> Any:
    view = TableView(table)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    return view


def shown(view: Any) -> Any:
    model = view.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(table):
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    table.show([PEAR, PLUM])
    table.show([])
    table.show([FIG])
    assert tester.model() is table


def test_rows_stand_in_the_order_handed_over(table, view):
    table.show([PEAR, PLUM, FIG])
    assert shown(view) == ["梨", "李子", "无花果"]


def test_a_click_on_a_title_sorts_by_value_and_missing_values_come_last(table, view):
    table.show([PEAR, FIG, PLUM])
    view.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert shown(view) == ["李子", "梨", "无花果"]


def test_lamps_sort_by_urgency(table, view):
    table.show([PEAR, PLUM, FIG])
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown(view) == ["无花果", "梨", "李子"]


def test_the_chosen_row_stays_chosen_over_a_reload(table, view):
    table.show([PEAR, PLUM, FIG])
    assert view.chosen() is None
    assert view.choose(2)
    table.show([FIG, Fruit(2, "李子（降价）", 3), PEAR])
    assert view.chosen() == Fruit(2, "李子（降价）", 3)


def test_a_chosen_row_that_is_gone_is_told(table, view, qtbot):
    table.show([PEAR, PLUM])
    view.choose(2)
    with qtbot.waitSignal(view.selected) as heard:
        table.show([PEAR])
    assert heard.args == [None]
    assert view.chosen() is None


def test_enter_and_double_click_open_the_row(table, view, qtbot):
    table.show([PEAR, PLUM])
    view.choose(2)
    with qtbot.waitSignal(view.opened) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [PLUM]
    with qtbot.waitSignal(view.opened) as heard:
        view.doubleClicked.emit(view.model().index(0, 0))
    assert heard.args == [PEAR]


def test_copying_gives_a_spreadsheet_titles_and_texts(table, view, qtbot):
    table.show([PEAR, PLUM, FIG])
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().splitlines() == [
        "灯\t名称\t价格",
        "即将到期\t梨\t30",
        "正常\t李子\t4",
        "超法定期限\t无花果\t—",
    ]
    assert '<td style="mso-number-format:\\@">李子</td>' in mime.html()


def test_the_list_is_read_only_so_that_the_input_method_stays_off(table, view):
    table.show([PEAR])
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 1))
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not view.model().flags(view.model().index(0, 1)) & Qt.ItemFlag.ItemIsEditable


def test_tab_leaves_the_list(table, view):
    assert not view.tabKeyNavigation()


def test_filtering_keeps_rows_that_contain_the_text(table, view):
    table.show([PEAR, PLUM, FIG])
    view.filter("李")
    assert shown(view) == ["李子"]
    view.filter("")
    assert len(shown(view)) == 3


def test_a_cell_says_its_title_aloud(table):
    table.show([PEAR])
    index = table.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "名称 梨"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "梨，整箱"


def test_an_empty_list_says_what_to_do(table, view):
    blank = view.grab().toImage()
    view.say_when_empty("还没有水果。")
    assert view.grab().toImage() != blank


def test_a_lamp_is_drawn_in_its_own_colours(table, view):
    table.show([FIG])
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {image.pixelColor(x, y).name() for x in range(120) for y in range(image.height())}
    assert theme.LIGHT["overdue"].lower() in colours
    assert theme.LIGHT["on_overdue"].lower() in colours


def test_rows_grow_with_the_text(table, view, qapp):
    before = view.verticalHeader().defaultSectionSize()
    theme.apply(qapp, Scheme.LIGHT, percent=150)
    assert view.verticalHeader().defaultSectionSize() > before
