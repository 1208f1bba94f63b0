from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from svcdesk.desk.reports import HalfYearPeriod
from svcdesk.rules.reports import Figures, HalfYear, UnitLine
from svcdesk.settings import Scheme
from svcdesk.ui import theme
from svcdesk.ui.reports import export
from svcdesk.ui.reports.chart import Bars, MonthBars, grid
from svcdesk.ui.reports.export import Form
from svcdesk.ui.reports.tab import ReportsTab
from svcdesk.ui.saving import NotSaved, put
from tests.ui.seated import clipped, manager_of, nameless, shown, sit, texts  # noqa: F401

SENTENCE = (
    "2012年1月至6月，中心各窗口受理各项事项2277件，办结2135件，"
    "办结率93.8%，比上年同期提高9.75个百分点。"
)


class Printed:
    """Stands in for the print queue."""

    def __init__(self) -> None:
        self.jobs: list[tuple[str, bytes]] = []

    def submit(self, title: str, pdf: bytes, _paper: Any) -> None:
        self.jobs.append((title, pdf))


@pytest.fixture
def tab(sample, sit, shown, qtbot):  # noqa: F811
    seated = sit(manager_of(sample), "reports")
    printed: Any = Printed()
    tab = shown(ReportsTab(*seated.parts, printing=printed))
    tab.seated, tab.printed = seated, printed
    qtbot.waitUntil(lambda: tab._report is not None)
    return tab


def sort_by(tab: Any, column: int, order: Qt.SortOrder) -> list[list[str]]:
    tab._unit_list.sortByColumn(column, order)
    return texts(tab._unit_list)


def test_the_latest_half_year_comes_by_itself_with_the_seeds_figures(tab):
    assert tab._period == HalfYearPeriod(2012, 1)
    figures = tab._headline
    assert figures._accepted._number.text() == "2277"
    assert figures._completed._number.text() == "2135"
    assert figures._rate._number.text() == "93.8%"
    assert figures._moved._number.text() == "+9.75"
    assert tab._sentence.text() == SENTENCE


def test_the_whole_hall_stays_on_top_whichever_way_the_list_is_sorted(tab):
    down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
    for column in range(9):
        assert sort_by(tab, column, up)[0][0] == "合计"
        assert sort_by(tab, column, down)[0][0] == "合计"
    counts = [int(row[1]) for row in sort_by(tab, 1, down)[1:]]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    assert sort_by(tab, 7, down)[-1][7] == "—", "nothing to compare comes last"
    assert sort_by(tab, 7, up)[-1][7] == "—"


def test_the_sentence_goes_to_the_clipboard(tab):
    tab.seated.commands["reports.copy_sentence"].trigger()
    assert QGuiApplication.clipboard().text() == SENTENCE


def test_printing_goes_to_the_queue_under_the_files_name(sample, sit, qtbot):  # noqa: F811
    seated = sit(manager_of(sample), "reports")
    printed: Any = Printed()
    tab = ReportsTab(*seated.parts, printing=printed)
    qtbot.addWidget(tab)
    tab.reload()
    qtbot.waitUntil(seated.commands["reports.print"].isEnabled)
    seated.commands["reports.print"].trigger()
    qtbot.waitUntil(lambda: bool(printed.jobs), timeout=20_000)
    title, pdf = printed.jobs[0]
    assert title.endswith("2012年上半年办件情况")
    assert pdf.startswith(b"%PDF")


def test_another_period_is_asked_for(tab, qtbot):
    tab._picker._half.setCurrentIndex(1)
    qtbot.waitUntil(lambda: tab._report.first == date(2012, 7, 1))
    assert "没有受理" in tab._sentence.text()
    assert tab._months.currentIndex() == 1
    tab._picker._year.setCurrentIndex(tab._picker._year.findData(2011))
    qtbot.waitUntil(lambda: tab._report.first == date(2011, 7, 1))


def test_the_chart_says_its_figures_and_the_table_under_it_shows_them(tab):
    rows = [tab._months._tables[0].rows[at].counts for at in (0, 1)]
    assert sum(rows[0]) == 2277
    assert sum(rows[1]) == 1964
    spoken = tab._chart.accessibleDescription()
    assert f"1 月 2012 年 {rows[0][0]}，2011 年 {rows[1][0]}" in spoken
    tab._charted.setCurrentIndex(1)
    assert tab._chart.accessibleName() == "逐月办结"


@pytest.mark.parametrize(
    ("form", "begins"), [(Form.PDF, b"%PDF"), (Form.EXCEL, b"PK"), (Form.WORD, b"PK")]
)
def test_a_file_is_written_and_told_with_a_way_to_open_it(tab, qtbot, tmp_path, form, begins):
    path = tmp_path / export.file_name(tab._report, form)
    tab._write(tab._report, form, path)
    qtbot.waitUntil(lambda: bool(tab.seated.told), timeout=20_000)
    assert path.read_bytes().startswith(begins)
    assert tab.seated.told[0] == f"已存为 {path}"
    assert tab.seated.notices._button.text() == "打开"
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_dialog_waits_for_nobody_and_suggests_a_name(tab, qtbot, tmp_path):
    tab.seated.commands["reports.export"].trigger()
    dialog = tab.findChild(QFileDialog)
    assert dialog.isVisible()
    assert dialog.selectedFiles()[0].endswith("2012年上半年办件情况.xlsx")
    dialog.fileSelected.emit(str(tmp_path / "表.xlsx"))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(tab.seated.told), timeout=20_000)
    assert (tmp_path / "表.xlsx").exists()


def test_a_file_that_cannot_be_written_is_a_problem_with_a_way_out(tab, qtbot, tmp_path):
    tab._write(tab._report, Form.EXCEL, tmp_path / "没有" / "表.xlsx")
    qtbot.waitUntil(lambda: bool(tab.seated.troubles), timeout=20_000)
    assert isinstance(tab.seated.troubles[0], NotSaved)
    assert "表.xlsx" in str(tab.seated.troubles[0])


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path):
    path = tmp_path / "表.csv"
    path.write_bytes("旧".encode())
    put(path, b"new")
    assert path.read_bytes() == b"new"
    blocked = tmp_path / "目录"
    blocked.mkdir()
    with pytest.raises(NotSaved):
        put(blocked, b"new")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["目录", "表.csv"]


def test_commands_wait_for_the_report(manager, sit):  # noqa: F811
    seated = sit(manager, "reports")
    tab = ReportsTab(*seated.parts)
    assert tab.title() == "报表"
    assert not seated.commands["reports.export"].isEnabled()
    assert not seated.commands["reports.print"].isVisible()


@pytest.mark.parametrize(
    ("highest", "lines"),
    [
        (0, [1]),
        (1, [1]),
        (7, [2, 4, 6, 8]),
        (452, [100, 200, 300, 400, 500]),
        (500, [100, 200, 300, 400, 500]),
        (501, [200, 400, 600]),
        (8_000_000, [2_000_000, 4_000_000, 6_000_000, 8_000_000]),
    ],
)
def test_grid_lines_are_round_and_reach_the_highest_bar(highest, lines):
    assert grid(highest) == lines


def test_bars_are_painted_from_zero(qtbot):
    chart = MonthBars()
    qtbot.addWidget(chart)
    chart.resize(400, 240)
    months = tuple(f"{month} 月" for month in range(1, 7))
    chart.show_bars(Bars("受理", months, "今年", (10, 0, 0, 0, 0, 0), "去年", (0,) * 6))
    image = chart.grab().toImage()
    ink = theme.colour("primary").rgb()
    rows = [y for y in range(40, image.height()) if image.pixel(60, y) == ink]
    assert len(rows) > 100


def test_the_suggested_name_says_hall_and_half():
    empty = HalfYear("甲区中心", date(2012, 7, 1), date(2012, 12, 31), (), (), date(2013, 1, 4))
    assert export.file_name(empty, Form.WORD) == "甲区中心2012年下半年办件情况.docx"
    assert empty.total == UnitLine("", "合计", Figures(), Figures())


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_everything_fits_and_has_a_name(tab, qapp, scheme):
    theme.apply(qapp, scheme)
    qapp.processEvents()
    tab.grab()
    assert clipped(tab) == []
    assert nameless(tab) == []
    assert tab.minimumSizeHint().height() <= 560
