from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from svcdesk.ui.notice import KEPT, NoticeBar, Tone
from svcdesk.ui.notice_record import NoticeRecord
from svcdesk.ui.table import TableView


@pytest.fixture
def bar(qtbot: Any) -> Any:
    bar = NoticeBar(hint="F2 下一位")
    qtbot.addWidget(bar)
    bar.show()
    return bar


def shown(bar: Any) -> Any:
    return bar.findChild(QLabel).text()


def buttons(bar: Any) -> Any:
    return [one for one in bar.findChildren(QPushButton) if not one.isHidden()]


def test_while_there_is_nothing_to_say_the_hint_stands_there(bar):
    assert shown(bar) == "F2 下一位"
    assert buttons(bar) == []


def test_a_notice_is_said_and_kept_in_the_record(bar):
    bar.tell("已受理 0003-042。", Tone.DONE)
    bar.tell("草稿已存在本机。")
    assert shown(bar) == "草稿已存在本机。"
    assert [notice.text for notice in bar.record()] == ["草稿已存在本机。", "已受理 0003-042。"]


def test_an_action_is_done_once_and_the_notice_goes(bar, qtbot):
    done: list[Any] = []
    bar.tell("已受理 0003-042。", Tone.DONE, ("撤销", lambda: done.append("undone")))
    button = next(one for one in buttons(bar) if one.text() == "撤销")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.click()
    assert done == ["undone"]
    assert shown(bar) == "F2 下一位"


def test_a_notice_can_be_put_away(bar):
    bar.tell("暂时连不上数据库。", Tone.TROUBLE)
    buttons(bar)[-1].click()
    assert shown(bar) == "F2 下一位"
    assert len(bar.record()) == 1


def test_trouble_stays_until_it_is_put_away_and_a_note_goes_by_itself(bar, monkeypatch, qtbot):
    monkeypatch.setattr("svcdesk.ui.notice._SECONDS", 0.01)
    bar.tell("连不上。", Tone.TROUBLE)
    qtbot.wait(40)
    assert shown(bar) == "连不上。"
    bar.tell("好了。", Tone.DONE)
    qtbot.waitUntil(lambda: shown(bar) == "F2 下一位")


def test_what_can_still_be_undone_stays(bar, monkeypatch, qtbot):
    monkeypatch.setattr("svcdesk.ui.notice._SECONDS", 0.01)
    bar.tell("已受理。", Tone.DONE, ("撤销", lambda: None))
    qtbot.wait(40)
    assert shown(bar) == "已受理。"


def test_the_same_said_twice_is_one_line_of_the_record(bar):
    bar.tell("连不上。", Tone.TROUBLE)
    bar.tell("连不上。", Tone.TROUBLE)
    assert len(bar.record()) == 1


def test_the_record_does_not_grow_without_end(bar):
    for number in range(KEPT + 10):
        bar.tell(str(number))
    assert len(bar.record()) == KEPT


def test_markup_in_a_name_is_shown_as_it_is(bar):
    bar.tell("<b>张三</b>")
    assert bar.findChild(QLabel).textFormat() is Qt.TextFormat.PlainText


def test_the_record_can_be_read(bar, qtbot):
    bar.tell("一")
    bar.tell("二")
    record = NoticeRecord(bar)
    record.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(record)
    record.open()
    view: Any = record.findChild(TableView)
    model = view.model()
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["二", "一"]
    qtbot.keyClick(record, Qt.Key.Key_Escape)
    assert record.isHidden()
