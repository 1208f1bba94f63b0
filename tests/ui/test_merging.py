from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from svcdesk.rules.topics import Topic
from svcdesk.settings import Scheme
from svcdesk.ui import theme
from svcdesk.ui.merging.listing import as_csv
from svcdesk.ui.merging.tab import MergingTab
from tests.ui.seated import clipped, manager_of, nameless, shown, sit, texts  # noqa: F401


@pytest.fixture
def tab(sample, sit, shown, qtbot):  # noqa: F811
    seated = sit(manager_of(sample), "merging")
    tab = shown(MergingTab(*seated.parts))
    tab.seated = seated
    qtbot.waitUntil(lambda: tab._units.rowCount() == 25)
    return tab


def names(tab: Any) -> list[str]:
    return [row[0] for row in texts(tab._list)]


def test_the_rarest_units_come_first_and_the_seeds_eleven_are_marked(tab):
    counts = [int(row[1]) for row in texts(tab._list)[:22]]
    assert counts == sorted(counts)
    assert [row[3] for row in texts(tab._list)].count("少于 10 件") == 11
    assert [row[4] for row in texts(tab._list)].count("已在综合窗口") == 11
    assert tab._summary.text().startswith(
        "25 家单位，11 家少于 10 件，其中 11 家已在综合窗口。不在区中心的 3 家不参加合并"
    )


def test_units_handled_elsewhere_are_grey_and_say_so(tab):
    outside = [row for row in texts(tab._list) if row[5] != "区中心"]
    assert sorted(row[5] for row in outside) == ["市直窗口", "市直窗口", "监管大厅"]
    assert {row[6] for row in outside} == {"不在区中心，不参加合并"}
    assert {row[3] for row in outside} == {""}


def test_the_months_of_a_unit_are_told_to_those_who_cannot_see_bars(tab):
    row = texts(tab._list)[0]
    assert sum(map(int, row[2].split())) == int(row[1])
    tip = tab._list.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[0].startswith("2011 年 7 月：")
    assert tip.splitlines()[-1].startswith("2012 年 6 月：")


def test_the_day_shown_is_where_the_figures_end_and_another_can_be_picked(tab, qtbot):
    assert tab._day.day() == date(2012, 6, 30)
    tab._day.setFocus()
    tab._day.setCurrentSection(tab._day.Section.MonthSection)
    qtbot.keyClick(tab._day, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: tab._report.as_of == date(2012, 5, 30))
    assert tab._period.text() == "从 2011 年 6 月 1 日算起"


def test_filtering_by_keys(tab, qtbot):
    qtbot.keyClick(tab, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert tab._filter.hasFocus()
    tab._filter.insert("档案")
    assert names(tab) == ["区档案局"]
    tab._filter.insert("x")
    assert "没有找到“档案x”" in tab._list._empty


def test_only_those_under_the_threshold(tab):
    tab._only_rare.setChecked(True)
    assert len(names(tab)) == 11


def test_news_of_cases_asks_again(tab, qtbot):
    before = tab._report
    tab.hear(frozenset({Topic.CASES}))
    qtbot.waitUntil(lambda: tab._report is not before)


def test_the_list_is_written_for_a_spreadsheet(tab, qtbot, tmp_path):
    tab._write(tmp_path / "清单.csv")
    qtbot.waitUntil(lambda: bool(tab.seated.told))
    written = (tmp_path / "清单.csv").read_text("utf-8-sig").splitlines()
    assert len(written) == 26
    assert written[0].startswith("单位,近 12 个月受理（件）")
    assert tab.seated.told[0] == f"已存为 {tmp_path / '清单.csv'}"


def test_a_name_cannot_break_out_of_its_cell():
    assert as_csv(["名"], [["甲,乙\n丙"]]).decode("utf-8-sig") == '名\r\n"甲,乙\n丙"\r\n'


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_everything_fits_and_has_a_name(tab, qapp, scheme):
    theme.apply(qapp, scheme)
    qapp.processEvents()
    tab.grab()
    assert clipped(tab) == []
    assert nameless(tab) == []
