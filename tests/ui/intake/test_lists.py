"""Queues, the card of a case, and what can be done from it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from svcdesk.desk import cases
from svcdesk.desk.cases import CaseCard, Show
from svcdesk.rules.cases import Outcome, State
from svcdesk.rules.numbers import grouped
from svcdesk.ui.intake.case_card import CaseCardPanel
from tests.ui.intake.counter import ENTER, NUMBER, Counter

ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def three(clerk, a_draft):
    """Three cases of this window, the sheets of their notices."""
    return [
        clerk.do(cases.accept, a_draft(clerk, applicant=name)) for name in ("赵一", "钱二", "孙三")
    ]


def names(counter: Counter) -> list[str]:
    return [row.applicant for row in counter.tab.list._table.rows]


def open_list(counter: Counter, command: str = "intake.list_open", how_many: int = 3) -> None:
    counter.commands[command].trigger()
    counter.until(lambda: len(names(counter)) == how_many)


def open_card(counter: Counter, how_many: int = 3) -> CaseCardPanel:
    open_list(counter, how_many=how_many)
    counter.hands.key(ENTER)
    counter.until(lambda: counter.tab.card.card)
    return counter.tab.card


def seen(card: CaseCardPanel) -> CaseCard:
    assert card.card is not None
    return card.card


def test_enter_on_a_figure_opens_its_list_and_escape_returns_to_the_form(counter, three):
    counter.hands.type("1101")
    counter.tab.today.figures.setFocus(Qt.FocusReason.TabFocusReason)
    counter.hands.key(ENTER)
    counter.until(lambda: names(counter) == ["孙三", "钱二", "赵一"])
    assert counter.focus() == "cases"
    assert counter.tab.today.figures.chosen().show is Show.TODAY
    counter.hands.key(ESCAPE)
    assert counter.tab.form.isVisible()
    assert counter.tab.form.who.number.text() == "1101"
    assert counter.tab.today.figures.chosen() is None


def test_enter_opens_the_card_and_escape_goes_back_one_step_at_a_time(counter, three):
    card = open_card(counter)
    assert counter.label("case_number").text() == grouped(three[2].number)
    card.close_case()
    assert card.closing.isVisible()
    counter.hands.key(ESCAPE)
    assert not card.closing.isVisible()
    counter.hands.key(ESCAPE)
    assert not card.isVisible()
    assert counter.focus() == "cases"
    counter.hands.key(ESCAPE)
    assert counter.tab.form.isVisible()


def test_lists_are_read_page_by_page_and_reload_what_was_shown(counter, three, monkeypatch, clerk):
    monkeypatch.setattr(cases, "PAGE", 2)
    open_list(counter, how_many=2)
    assert counter.tab.list.more.isVisible()
    counter.tab.list.more.click()
    counter.until(lambda: names(counter) == ["孙三", "钱二", "赵一"])
    assert not counter.tab.list.more.isVisible()
    counter.tab.list.view.choose(counter.tab.list._table.rows[2].id)
    counter.news()
    counter.qtbot.wait(200)
    assert names(counter) == ["孙三", "钱二", "赵一"]
    assert counter.tab.list.view.chosen().applicant == "赵一"


def test_news_from_another_counter_shows_by_itself(counter, three, colleague, a_draft):
    open_list(counter)
    colleague.do(cases.accept, a_draft(colleague, applicant="李四"))
    counter.news()
    counter.until(lambda: names(counter)[0] == "李四")


@pytest.mark.parametrize("wanted", ["钱", "number", NUMBER, "1380"])
def test_ctrl_k_finds_by_name_number_document_and_telephone(counter, three, wanted):
    counter.commands["intake.find"].trigger()
    assert counter.focus() == "find"
    counter.hands.type(three[1].number if wanted == "number" else "")
    counter.tab.list.line.insert(wanted if wanted != "number" else "")
    counter.hands.key(ENTER)
    expected = ["钱二"] if wanted in {"钱", "number"} else ["孙三", "钱二", "赵一"]
    counter.until(lambda: names(counter) == expected)


def test_finding_nothing_says_what_else_to_try(counter):
    counter.commands["intake.find"].trigger()
    counter.tab.list.line.insert("李白")
    counter.hands.key(ENTER)
    counter.until(lambda: "没有找到“李白”" in counter.tab.list.view._empty)


def test_closing_is_done_by_keys_alone(counter, three, clerk):
    open_card(counter)
    counter.commands["intake.close"].trigger()
    counter.hands.key(ENTER)
    assert counter.focus() == "closing_note"
    counter.hands.key(ENTER)
    counter.until(lambda: counter.said)
    assert counter.said[0] == "已办结 0001-003"
    row = clerk.ask(cases.find, "孙三")[0]
    assert (row.state, row.outcome) == (State.CLOSED, Outcome.GRANTED)


def test_a_refusal_wants_a_reason(counter, three, clerk):
    card = open_card(counter)
    card.close_case()
    counter.tab.findChild(QRadioButton, "outcome_refused").setChecked(True)
    card.closing.note.setFocus()
    counter.hands.key(ENTER)
    assert "行政许可法第三十八条" in counter.label("closing_says").text()
    assert clerk.ask(cases.tally).open == 3
    card.closing.note.setText("不符合法定条件")
    counter.hands.key(ENTER)
    counter.until(lambda: counter.said)
    assert clerk.ask(cases.find, "孙三")[0].outcome is Outcome.REFUSED


def test_a_case_changed_elsewhere_is_told_and_the_note_stays(counter, three, colleague, clerk):
    card = open_card(counter)
    row = seen(card).row
    colleague.do(cases.close, row.id, row.version, Outcome.GRANTED, "")
    card.close_case()
    card.closing.note.setText("写了一句")
    card.closing.note.setFocus()
    counter.hands.key(ENTER)
    counter.until(lambda: "王强" in counter.label("closing_says").text())
    assert card.closing.note.text() == "写了一句"


def test_the_full_number_shows_for_a_reason_that_is_kept(counter, three, clerk):
    card = open_card(counter)
    shown = counter.label("case_document")
    assert shown.text() == "*" * 14 + "002X"
    card.reveal.click()
    counter.hands.key(ENTER)
    assert "请写一句理由" in counter.label("revealing_says").text()
    card.revealing.line.setText("核对本人")
    counter.hands.key(ENTER)
    counter.until(lambda: shown.text() == "110105 19491231 002X")
    counter.until(lambda: seen(card).views)
    assert seen(card).views[0].reason == "核对本人"
    counter.tab.step_back()
    assert shown.text() != "110105 19491231 002X"


def test_ctrl_p_prints_the_stored_notice_again_and_counts(counter, three):
    open_card(counter)
    counter.commands["intake.reprint"].trigger()
    counter.accepted()
    assert counter.said[0] == "0001-003 补打第 1 次，已送打印。"


def test_taking_back_is_offered_only_for_ones_own_last_step(counter, three, colleague, a_draft):
    open_card(counter)
    assert counter.commands["intake.take_back"].isEnabled()
    counter.tab.step_back()
    theirs = a_draft(colleague, applicant="李四")
    colleague.do(cases.accept, theirs)
    counter.tab.open_case(theirs.id)
    counter.until(lambda: counter.tab.card.card)
    assert not counter.commands["intake.take_back"].isEnabled()


def test_the_card_shows_what_was_done_and_handed_in(counter, three):
    card = open_card(counter)
    assert [step.step.word for step in card._steps.rows] == ["收件", "受理"]
    assert seen(card).materials[0].name in card._papers.text()
    assert "印过 1 次" in card._views.text()


def test_the_tally_counts_and_its_lists_agree(counter, three, clerk):
    row = clerk.ask(cases.find, "赵一")[0]
    clerk.do(cases.close, row.id, row.version, Outcome.GRANTED, "")
    counter.news()
    figures = counter.tab.today._figures
    counter.until(lambda: [line.count for line in figures.rows][:2] == [3, 2])
    for show, how_many in ((Show.TODAY, 3), (Show.OPEN, 2), (Show.CLOSED, 1), (Show.EVERY, 3)):
        open_list(counter, f"intake.list_{show.value}", how_many)
