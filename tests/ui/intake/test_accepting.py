"""F9: what happens when it works, and that nothing is lost when it does not."""

from typing import Any

import pytest

from svcdesk.desk import cases
from svcdesk.rules.problems import KeyReused, Unreachable
from tests.ui.intake.counter import ENTER, NUMBER, Counter


class TornLine:
    """A desk whose line tears after the act was done, as often as it is told to."""

    def __init__(self, desk: Any, times: int) -> None:
        self._desk = desk
        self._times = times

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)

    def do(self, act: Any, *args: Any, **kwargs: Any) -> Any:
        answer = self._desk.do(act, *args, **kwargs)
        if self._times:
            self._times -= 1
            raise Unreachable
        return answer


def fill_in(counter: Counter, name: str = "lisi") -> None:
    counter.hands.type(NUMBER)
    counter.hands.key(ENTER)
    counter.tab.form.who.name.setText(name)
    counter.tab.form.items.line.setFocus()
    counter.hands.type("gtgsh")
    counter.hands.key(ENTER)
    counter.hands.key("a")


def accept(counter: Counter) -> None:
    counter.commands["intake.accept"].trigger()


def test_it_is_said_printed_and_the_form_is_ready_for_the_next(counter, clerk):
    fill_in(counter)
    accept(counter)
    counter.accepted()
    title, pdf, _paper = counter.tray.papers[0]
    number = clerk.ask(cases.here, cases.Show.TODAY).rows[0].number
    assert title == "受理通知书 0001-001"
    assert pdf.startswith(b"%PDF")
    assert number[8:15] == "0001001"
    assert counter.said[0] == "已受理 0001-001，受理通知书打印中。10 分钟内可撤销。"
    assert counter.tab.form.draft.empty
    assert counter.focus() == "document"


def test_what_was_accepted_is_no_draft_any_more(counter):
    fill_in(counter)
    accept(counter)
    counter.accepted()
    counter.tab.keeper.finish()
    assert counter.kept == []


def test_the_form_stays_to_be_seen_while_the_act_is_on_its_way(counter):
    fill_in(counter)
    accept(counter)
    assert counter.tab.form.who.name.text() == "lisi"
    assert counter.tab.form.who.name.isReadOnly()
    assert not counter.commands["intake.accept"].isEnabled()
    counter.accepted()
    assert not counter.tab.form.who.name.isReadOnly()


def test_f9_twice_takes_in_once(counter, clerk):
    fill_in(counter)
    accept(counter)
    counter.tab.accept()
    counter.accepted()
    assert clerk.ask(cases.tally).today == 1


def test_without_a_seat_the_sentence_shows_and_nothing_typed_is_lost(counter_of, hall):
    counter = counter_of(hall.desk("lina"))
    counter.ready()
    counter.tab.form.focus_start()
    fill_in(counter, "张明亮")
    draft = counter.tab.form.draft
    accept(counter)
    counter.until(lambda: counter.said)
    assert "还没有登记为窗口席位" in counter.said[0]
    assert counter.tab.form.draft == draft
    assert not counter.tab.form.who.name.isReadOnly()
    assert [kept.draft for kept in counter.kept] == [draft]


def test_a_line_torn_after_the_commit_is_settled_by_pressing_f9_again(counter_of, clerk):
    counter = counter_of(TornLine(clerk, times=1))
    counter.ready()
    counter.tab.form.focus_start()
    fill_in(counter)
    accept(counter)
    counter.until(lambda: counter.said)
    assert "连不上数据库" in counter.said[0]
    assert len(counter.kept) == 1
    accept(counter)
    counter.accepted()
    assert clerk.ask(cases.tally).today == 1
    counter.tab.keeper.finish()
    assert counter.kept == []


def test_a_draft_changed_after_a_torn_line_leads_to_the_case_it_became(counter_of, clerk):
    counter = counter_of(TornLine(clerk, times=1))
    counter.ready()
    counter.tab.form.focus_start()
    fill_in(counter)
    accept(counter)
    counter.until(lambda: counter.said)
    counter.tab.form.note.setText("又写了一句")
    accept(counter)
    counter.until(lambda: len(counter.said) == 2)
    assert counter.said[0] == str(KeyReused())
    counter.notices._act()  # 看这个件
    counter.until(lambda: counter.tab.card.card)
    assert clerk.ask(cases.tally).today == 1


def test_the_next_applicant_may_begin_while_the_act_is_on_its_way(counter):
    fill_in(counter)
    accept(counter)
    counter.commands["intake.next"].trigger()
    counter.hands.type("1101")
    counter.accepted()
    assert counter.tab.form.who.number.text() == "1101"
    counter.tab.keeper.finish()
    assert [kept.draft.document_number for kept in counter.kept] == ["1101"]


def test_the_notice_leads_to_taking_it_back_with_a_reason(counter, clerk):
    fill_in(counter)
    accept(counter)
    counter.accepted()
    counter.notices._act()  # 撤销…
    counter.until(lambda: counter.focus() == "taking_back_reason")
    counter.hands.key(ENTER)
    counter.until(lambda: counter.said[0].startswith("已撤销 0001-001"))
    row = clerk.ask(cases.find, "lisi")[0]
    assert row.state.value == "void"


def test_a_defect_on_the_way_leaves_the_form_usable(counter, monkeypatch):
    fill_in(counter)

    def break_down(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(counter.background.desk, "do", break_down)
    accept(counter)
    counter.until(lambda: counter.troubles)
    assert isinstance(counter.troubles.pop(), ZeroDivisionError)
    assert not counter.tab.form.who.name.isReadOnly()
    assert counter.commands["intake.accept"].isEnabled()


@pytest.mark.parametrize("login", ["wangzhuren", "jiandu"])
def test_who_may_only_read_sees_lists_and_no_form(counter_of, hall, clerk, a_draft, login):
    clerk.do(cases.accept, a_draft(clerk))
    counter = counter_of(hall.desk(login))
    counter.until(lambda: counter.tab.list.view.model().rowCount() == 1)
    assert not counter.tab.form.isVisible()
    assert not counter.commands["intake.accept"].isVisible()
    counter.tab.step_back()
    assert counter.tab.list.isVisible()
