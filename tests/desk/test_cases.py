"""Cases at the desk: taken in, closed, taken back, printed again and found."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from svcdesk.desk import cases, hall
from svcdesk.desk.cases import CaseRow, Show
from svcdesk.desk.catalogue import calendar, items_here
from svcdesk.desk.door import Desk
from svcdesk.rules.cases import Outcome, State, Step
from svcdesk.rules.catalogue import DayUnit, ItemKind
from svcdesk.rules.deadlines import due_date
from svcdesk.rules.identity import BadDocument, DocumentKind
from svcdesk.rules.intake import Mark, MaterialMark
from svcdesk.rules.lamps import Lamp
from svcdesk.rules.names import BadName
from svcdesk.rules.numbers import CaseNumber, grouped, read_number, spoken
from svcdesk.rules.problems import (
    BadValue,
    ChangedElsewhere,
    MaterialsMissing,
    NoSeat,
    NotAllowed,
    OutOfReach,
    TooLate,
    TooManyLookups,
    WrongStep,
)
from svcdesk.rules.receipts import ReceiptSheet
from tests.tampering import behind_the_guards

ONE_DAY = timedelta(days=1)
LONG_AGO = date(2026, 1, 5)


def today(desk: Desk) -> date:
    return desk.ask(cases.tally).day


def rows(desk: Desk, show: Show = Show.EVERY) -> tuple[CaseRow, ...]:
    return desk.ask(cases.here, show).rows


def row_of(desk: Desk, case_id: UUID) -> CaseRow:
    return desk.ask(cases.card, case_id).row


def number_of(sheet: ReceiptSheet) -> CaseNumber:
    number = read_number(sheet.number)
    assert number
    return number


# Taking in -------------------------------------------------------------------------------------


def test_accepting_gives_the_seats_first_number_of_the_day(clerk, a_draft):
    sheet = clerk.do(cases.accept, a_draft(clerk))
    number = number_of(sheet)
    assert (number.day, number.seat, number.serial) == (today(clerk), 1, 1)


def test_accepting_starts_both_clocks(clerk, a_draft):
    draft = a_draft(clerk, item="GSJ-02")
    sheet = clerk.do(cases.accept, draft)
    worked = clerk.ask(calendar)
    promised = due_date(sheet.accepted_on, 5, DayUnit.WORKING, worked)
    statutory = due_date(sheet.accepted_on, 15, DayUnit.CALENDAR, worked)
    assert (sheet.promised_on, sheet.statutory_on) == (promised.on, statutory.on)


def test_a_due_date_that_a_notice_may_move_is_marked(clerk, a_draft):
    sheet = clerk.do(cases.accept, a_draft(clerk, item="GSJ-02"))
    worked = clerk.ask(calendar)
    limits = (5, DayUnit.WORKING), (15, DayUnit.CALENDAR)
    dues = [due_date(sheet.accepted_on, days, unit, worked) for days, unit in limits]
    assert sheet.provisional == any(due.provisional for due in dues)


def test_an_item_answered_on_the_spot_is_due_the_same_day(hall, a_draft):
    clerk = hall.desk("lina", 1)
    item = next(card for card in clerk.ask(items_here) if card.kind is ItemKind.ON_THE_SPOT)
    sheet = clerk.do(cases.accept, a_draft(clerk, item=item.code))
    assert sheet.promised_on == sheet.accepted_on


def test_the_receipt_says_who_took_the_case_in_and_where(clerk, a_draft):
    sheet = clerk.do(cases.accept, a_draft(clerk))
    assert (sheet.hall, sheet.window, sheet.clerk, sheet.clerk_no) == (
        "测试区行政服务中心", "1 号 工商登记一窗", "李娜", "1004",
    )  # fmt: skip


def test_the_receipt_names_the_agency_that_decides(clerk, a_draft):
    assert clerk.do(cases.accept, a_draft(clerk)).agency == "市工商行政管理局区分局"


def test_the_receipt_carries_no_more_than_the_last_four_of_a_number(clerk, a_draft):
    sheet = clerk.do(cases.accept, a_draft(clerk))
    assert (sheet.document_tail, sheet.phone_tail) == ("002X", "1234")


def test_the_receipt_lists_what_was_handed_in_in_order(clerk, a_draft):
    draft = a_draft(clerk)
    sheet = clerk.do(cases.accept, replace(draft, materials=draft.materials[::-1]))
    (item,) = [card for card in clerk.ask(items_here) if card.id == draft.item_id]
    assert [line.name for line in sheet.materials] == [m.name for m in item.materials]


def test_what_does_not_apply_is_not_on_the_receipt(clerk, a_draft):
    draft = a_draft(clerk)
    first, *others = draft.materials
    marks = (replace(first, mark=Mark.NOT_APPLICABLE), *others)
    assert len(clerk.do(cases.accept, replace(draft, materials=marks)).materials) == len(others)


def test_a_first_print_is_no_reprint(clerk, a_draft):
    assert clerk.do(cases.accept, a_draft(clerk)).reprint == 0


def test_a_name_is_kept_in_its_clean_form(clerk, a_draft):
    sheet = clerk.do(cases.accept, a_draft(clerk, applicant="  阿依古丽•买买提 "))
    assert sheet.applicant == "阿依古丽·买买提"


def test_a_rare_character_of_any_plane_is_kept(clerk, a_draft):
    assert clerk.do(cases.accept, a_draft(clerk, applicant="司马𫖯")).applicant == "司马𫖯"


def test_an_agent_is_named(clerk, a_draft):
    assert clerk.do(cases.accept, a_draft(clerk, agent=" 李四 ")).agent == "李四"


def test_a_number_typed_loosely_is_kept_canonical(clerk, accepted):
    case_id = accepted(clerk, document_number=" 110105 19491231 002x ")
    assert clerk.do(cases.reveal_document, case_id, "核对") == "11010519491231002X"


def test_an_organisation_is_an_applicant_too(clerk, a_draft):
    kind = DocumentKind.ORGANISATION
    draft = a_draft(clerk, document_kind=kind, document_number="91110000600037341L")
    assert clerk.do(cases.accept, draft).document_kind is kind


def test_a_bad_number_is_refused(clerk, a_draft):
    with pytest.raises(BadDocument):
        clerk.do(cases.accept, a_draft(clerk, document_number="110105194912310021"))


def test_a_bad_name_is_refused(clerk, a_draft):
    with pytest.raises(BadName):
        clerk.do(cases.accept, a_draft(clerk, applicant="张\u200b三"))


def test_a_telephone_of_letters_is_refused(clerk, a_draft):
    with pytest.raises(BadValue):
        clerk.do(cases.accept, a_draft(clerk, phone="请打电话"))


@pytest.mark.parametrize("mark", [Mark.MISSING, Mark.UNJUDGED])
def test_a_required_material_that_is_not_there_is_counted(clerk, a_draft, mark):
    draft = a_draft(clerk)
    marks = tuple(MaterialMark(m.material_id, mark) for m in draft.materials[:2])
    with pytest.raises(MaterialsMissing) as caught:
        clerk.do(cases.accept, replace(draft, materials=marks + draft.materials[2:]))
    assert caught.value.values["count"] == 2


def test_materials_nobody_marked_are_missing(clerk, a_draft):
    draft = a_draft(clerk)
    with pytest.raises(MaterialsMissing) as caught:
        clerk.do(cases.accept, replace(draft, materials=()))
    assert caught.value.values["count"] == len(draft.materials)


def test_an_optional_material_may_be_missing(stranger, a_draft):
    draft = a_draft(stranger, item="GAJ-03")
    (item,) = [card for card in stranger.ask(items_here) if card.id == draft.item_id]
    required = {material.id for material in item.materials if material.required}
    kept = tuple(m for m in draft.materials if m.material_id in required)
    sheet = stranger.do(cases.accept, replace(draft, materials=kept))
    assert len(sheet.materials) == len(required) < len(item.materials)


def test_nothing_stays_of_what_was_refused(clerk, a_draft, as_superuser):
    with pytest.raises(MaterialsMissing):
        clerk.do(cases.accept, replace(a_draft(clerk), materials=()))
    assert as_superuser("SELECT count(*) FROM svc.case_file") == [(0,)]


def test_a_refused_case_uses_no_number_up(clerk, a_draft):
    with pytest.raises(MaterialsMissing):
        clerk.do(cases.accept, replace(a_draft(clerk), materials=()))
    assert number_of(clerk.do(cases.accept, a_draft(clerk))).serial == 1


def test_without_a_seat_nothing_is_taken_in(hall, a_draft):
    desk = hall.desk("lina")
    with pytest.raises(NoSeat):
        desk.do(cases.accept, a_draft(desk))


def test_an_item_of_another_window_is_out_of_reach(clerk, stranger, a_draft):
    with pytest.raises(OutOfReach):
        clerk.do(cases.accept, a_draft(stranger))


def test_the_comprehensive_window_takes_in_for_several_units(hall, a_draft):
    desk = hall.desk("zhangnan", 23)
    agencies = {
        desk.do(cases.accept, a_draft(desk, item=item)).agency for item in ("FGJ-01", "MZJ-01")
    }
    assert len(agencies) == 2


# Closing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", Outcome)
def test_closing_records_the_outcome_and_the_day(clerk, accepted, outcome):
    case_id = accepted(clerk)
    clerk.do(cases.close, case_id, 2, outcome, "")
    row = row_of(clerk, case_id)
    assert (row.state, row.outcome, row.closed_on) == (State.CLOSED, outcome, today(clerk))


def test_a_colleague_closes_as_well(clerk, colleague, accepted):
    case_id = accepted(clerk)
    colleague.do(cases.close, case_id, 2, Outcome.GRANTED, " 已领证 ")
    last = clerk.ask(cases.card, case_id).steps[-1]
    assert (last.step, last.by, last.note) == (Step.CLOSE, "王强", "已领证")


def test_a_window_head_closes_at_another_window_of_the_unit(hall, head, accepted):
    case_id = accepted(hall.desk("chenchen", 2))
    head.do(cases.close, case_id, 2, Outcome.GRANTED, "")
    assert row_of(head, case_id).state is State.CLOSED


def test_a_case_of_another_window_is_not_closed(clerk, stranger, accepted):
    case_id = accepted(clerk)
    with pytest.raises(OutOfReach):
        stranger.do(cases.close, case_id, 2, Outcome.GRANTED, "")


def test_a_closed_case_is_not_closed_again(clerk, accepted):
    case_id = accepted(clerk)
    clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "")
    with pytest.raises(WrongStep, match="已办结"):
        clerk.do(cases.close, case_id, 3, Outcome.GRANTED, "")


def test_a_case_that_is_not_there_is_out_of_reach(clerk):
    with pytest.raises(OutOfReach):
        clerk.do(cases.close, uuid4(), 2, Outcome.GRANTED, "")


# Taking back -----------------------------------------------------------------------------------


def test_an_acceptance_taken_back_leaves_a_void_case(clerk, accepted):
    case_id = accepted(clerk)
    clerk.do(cases.take_back, case_id, 2, "点错了")
    assert row_of(clerk, case_id).state is State.VOID


def test_the_number_of_a_void_case_is_not_given_again(clerk, accepted, a_draft):
    clerk.do(cases.take_back, accepted(clerk), 2, "")
    assert number_of(clerk.do(cases.accept, a_draft(clerk))).serial == 2


def test_a_closing_taken_back_opens_the_case_again(clerk, accepted):
    case_id = accepted(clerk)
    clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "")
    clerk.do(cases.take_back, case_id, 3, "")
    row = row_of(clerk, case_id)
    assert (row.state, row.outcome, row.closed_on) == (State.ACCEPTED, None, None)


def test_what_was_taken_back_stays_in_the_history(clerk, accepted):
    case_id = accepted(clerk)
    clerk.do(cases.take_back, case_id, 2, "点错了")
    steps = clerk.ask(cases.card, case_id).steps
    assert [(step.step, step.note) for step in steps] == [
        (Step.RECEIVE, ""), (Step.ACCEPT, ""), (Step.TAKE_BACK_ACCEPTANCE, "点错了"),
    ]  # fmt: skip


def test_a_colleagues_step_is_not_taken_back(clerk, colleague, accepted):
    case_id = accepted(clerk)
    with pytest.raises(TooLate):
        colleague.do(cases.take_back, case_id, 2, "")


def test_after_ten_minutes_nothing_is_taken_back(hall, clerk, accepted):
    case_id = accepted(clerk)
    behind_the_guards(
        hall, "case_step", "UPDATE svc.case_step SET at = at - interval '10 minutes 1 second'"
    )
    with pytest.raises(TooLate, match="10 分钟"):
        clerk.do(cases.take_back, case_id, 2, "")


def test_an_acceptance_is_not_taken_back_behind_a_closing_taken_back(clerk, accepted):
    case_id = accepted(clerk)
    clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "")
    clerk.do(cases.take_back, case_id, 3, "")
    with pytest.raises(TooLate):
        clerk.do(cases.take_back, case_id, 4, "")


def test_a_form_that_stayed_open_takes_nothing_back(clerk, accepted):
    case_id = accepted(clerk)
    with pytest.raises(ChangedElsewhere):
        clerk.do(cases.take_back, case_id, 1, "")


# Printing again --------------------------------------------------------------------------------


def test_a_reprint_is_the_sheet_as_issued_and_counted(clerk, a_draft):
    draft = a_draft(clerk)
    sheet = clerk.do(cases.accept, draft)
    reprints = [clerk.do(cases.reprint, draft.id) for _ in range(2)]
    assert reprints == [replace(sheet, reprint=1), replace(sheet, reprint=2)]


def test_a_reprint_says_what_was_true_when_it_was_issued(clerk, administrator, a_draft):
    draft = a_draft(clerk)
    clerk.do(cases.accept, draft)
    administrator.do(hall.set_hall, {"hall_name": "另一个中心"})
    assert clerk.do(cases.reprint, draft.id).hall == "测试区行政服务中心"


def test_the_receipt_of_another_window_is_not_printed(clerk, stranger, accepted):
    with pytest.raises(OutOfReach):
        stranger.do(cases.reprint, accepted(clerk))


# Document numbers ------------------------------------------------------------------------------


def test_a_number_is_shown_with_a_reason(clerk, accepted):
    assert clerk.do(cases.reveal_document, accepted(clerk), "核对") == "11010519491231002X"


def test_a_number_of_another_window_is_an_empty_text(clerk, stranger, accepted):
    assert stranger.do(cases.reveal_document, accepted(clerk), "好奇") == ""


def test_who_asked_stands_on_the_card(clerk, stranger, accepted):
    case_id = accepted(clerk)
    clerk.do(cases.reveal_document, case_id, "核对")
    stranger.do(cases.reveal_document, case_id, "好奇")
    views = clerk.ask(cases.card, case_id).views
    assert [(view.by, view.reason, view.granted) for view in views] == [
        ("李娜", "核对", True), ("孙浩", "好奇", False),
    ]  # fmt: skip


def test_without_a_reason_nothing_is_shown(clerk, accepted):
    with pytest.raises(BadValue):
        clerk.do(cases.reveal_document, accepted(clerk), "")


def test_the_number_of_no_case_is_an_empty_text(clerk):
    assert clerk.do(cases.reveal_document, uuid4(), "核对") == ""


def test_an_auditor_is_shown_a_number_of_any_window(auditor, clerk, accepted):
    shown = auditor.do(cases.reveal_document, accepted(clerk), "抽查")
    assert shown == "11010519491231002X"


# Lists -----------------------------------------------------------------------------------------


@pytest.fixture
def five(clerk, accepted, dated):
    """One case for each list: open, due soon, overdue, closed, void."""
    ids = {name: accepted(clerk) for name in ("open", "soon", "overdue", "closed", "void")}
    clerk.do(cases.close, ids["closed"], 2, Outcome.GRANTED, "")
    clerk.do(cases.take_back, ids["void"], 2, "")
    day = today(clerk)
    dated(ids["open"], accepted_on=day, promised_on=day + 30 * ONE_DAY)
    dated(ids["soon"], accepted_on=LONG_AGO, promised_on=day)
    dated(ids["overdue"], accepted_on=LONG_AGO, promised_on=day - ONE_DAY)
    return ids


@pytest.mark.parametrize(
    ("show", "shown"),
    [
        (Show.OPEN, {"open", "soon", "overdue"}),
        (Show.DUE_SOON, {"soon"}),
        (Show.OVERDUE, {"overdue"}),
        (Show.TODAY, {"open", "closed"}),
        (Show.CLOSED, {"closed"}),
        (Show.EVERY, {"open", "soon", "overdue", "closed", "void"}),
    ],
)
def test_a_list_shows_its_cases(clerk, five, show, shown):
    assert {row.id for row in rows(clerk, show)} == {five[name] for name in shown}


def test_every_list_is_considered():
    assert {show.value for show in Show} == {
        "open", "due_soon", "overdue", "today", "closed", "every",
    }  # fmt: skip


def test_what_is_due_on_the_next_working_day_is_due_soon(clerk, accepted, dated):
    case_id = accepted(clerk)
    soon = next(iter(clerk.ask(calendar).working_days_after(today(clerk))))
    dated(case_id, accepted_on=LONG_AGO, promised_on=soon)
    assert [row.id for row in rows(clerk, Show.DUE_SOON)] == [case_id]


def test_the_tally_counts_what_the_lists_show(clerk, five):
    tally = clerk.ask(cases.tally)
    assert (tally.today, tally.open, tally.due_soon, tally.overdue) == tuple(
        len(rows(clerk, show)) for show in (Show.TODAY, Show.OPEN, Show.DUE_SOON, Show.OVERDUE)
    )


@pytest.mark.parametrize(
    ("name", "lamp"),
    [
        ("open", Lamp.CALM),
        ("soon", Lamp.SOON),
        ("overdue", Lamp.OVER_PROMISE),
        ("closed", Lamp.DONE),
        ("void", Lamp.DONE),
    ],
)
def test_a_row_carries_its_lamp(clerk, five, name, lamp):
    assert row_of(clerk, five[name]).lamp is lamp


def test_a_case_over_the_statutory_limit_has_the_red_lamp(clerk, accepted, dated):
    case_id = accepted(clerk)
    yesterday = today(clerk) - ONE_DAY
    dated(case_id, accepted_on=LONG_AGO, promised_on=yesterday, statutory_on=yesterday)
    assert row_of(clerk, case_id).lamp is Lamp.OVER_STATUTE


def test_the_newest_number_comes_first(clerk, accepted):
    ids = [accepted(clerk) for _ in range(3)]
    assert [row.id for row in rows(clerk)] == ids[::-1]


def test_a_list_comes_in_pages(clerk, accepted, monkeypatch):
    monkeypatch.setattr(cases, "PAGE", 2)
    for _ in range(3):
        accepted(clerk)
    first = clerk.ask(cases.here, Show.EVERY)
    second = clerk.ask(cases.here, Show.EVERY, first.rows[-1].number)
    assert [(len(page.rows), page.more) for page in (first, second)] == [(2, True), (1, False)]


def test_pages_do_not_repeat_a_case(clerk, accepted, monkeypatch):
    monkeypatch.setattr(cases, "PAGE", 2)
    ids = {accepted(clerk) for _ in range(4)}
    first = clerk.ask(cases.here, Show.EVERY)
    second = clerk.ask(cases.here, Show.EVERY, first.rows[-1].number)
    assert {row.id for page in (first, second) for row in page.rows} == ids


def test_a_page_that_is_just_full_is_the_last(clerk, accepted, monkeypatch):
    monkeypatch.setattr(cases, "PAGE", 1)
    accepted(clerk)
    assert not clerk.ask(cases.here, Show.EVERY).more


@pytest.mark.parametrize(
    ("login", "seen"),
    [("lina", 1), ("wangqiang", 1), ("chenchen", 1), ("sunhao", 1), ("zhaomin", 2),
     ("wangzhuren", 3), ("jiandu", 3), ("yuandanwei", 2)],
)  # fmt: skip
def test_everybody_sees_the_cases_within_reach(hall, accepted, login, seen):
    for who, window in (("lina", 1), ("chenchen", 2), ("sunhao", 4)):
        accepted(hall.desk(who, window))
    assert len(rows(hall.desk(login))) == seen


def test_an_administrator_has_no_list_of_cases(administrator):
    with pytest.raises(NotAllowed):
        administrator.ask(cases.here, Show.EVERY)


# Finding ---------------------------------------------------------------------------------------


@pytest.fixture
def one(clerk, accepted):
    """A case to be found among others."""
    accepted(clerk, applicant="王五", phone="13911112222", document_number="H12345678",
             document_kind=DocumentKind.TRAVEL_PERMIT)  # fmt: skip
    return row_of(clerk, accepted(clerk))


def found(desk: Desk, words: str) -> list[UUID]:
    return [row.id for row in desk.ask(cases.find, words)]


def test_a_case_is_found_by_its_number(clerk, one):
    assert found(clerk, one.number) == [one.id]


def test_a_case_is_found_by_its_number_as_it_is_read_aloud(clerk, one):
    assert found(clerk, spoken(one.number)) == [one.id]


def test_a_case_is_found_by_its_number_as_it_is_printed(clerk, one):
    assert found(clerk, grouped(one.number)) == [one.id]


@pytest.mark.parametrize("words", ["13800001234", "1380000", "张明亮", " 明亮 ", "张"])
def test_a_case_is_found_by_telephone_or_name(clerk, one, words):
    assert found(clerk, words) == [one.id]


@pytest.mark.parametrize("words", ["11010519491231002X", "11010519491231002x"])
def test_a_case_is_found_by_its_document(clerk, one, words):
    assert found(clerk, words) == [one.id]


@pytest.mark.parametrize("words", ["", "   ", "%", "_", "李四", "0000-999", "\\"])
def test_what_nothing_matches_finds_nothing(clerk, one, words):
    assert found(clerk, words) == []


@pytest.mark.parametrize("words", ["张明亮", "13800001234", "11010519491231002X"])
def test_a_case_of_another_window_is_not_found(stranger, one, words):
    assert found(stranger, words) == []


@pytest.mark.parametrize("login", ["wangzhuren", "yuandanwei"])
def test_whoever_needs_no_document_numbers_does_not_search_by_them(hall, one, login):
    with pytest.raises(NotAllowed):
        found(hall.desk(login), "11010519491231002X")


def test_the_newest_of_several_comes_first(clerk, accepted):
    ids = [accepted(clerk) for _ in range(2)]
    assert found(clerk, "张明亮") == ids[::-1]


@pytest.fixture
def stingy(administrator):
    administrator.do(hall.set_hall, {"document_searches_an_hour": 1})


def test_looking_people_up_by_document_is_limited(stingy, clerk):
    clerk.ask(cases.find, "11010519491231002X")
    with pytest.raises(TooManyLookups):
        clerk.ask(cases.find, "H12345678")


def test_looking_applicants_up_counts_as_well(stingy, clerk):
    clerk.ask(cases.known_applicant, "11010519491231002X")
    with pytest.raises(TooManyLookups):
        clerk.ask(cases.known_applicant, "H12345678")


def test_looking_for_names_is_not_limited(stingy, clerk, one):
    assert [found(clerk, "张明亮") for _ in range(3)] == [[one.id]] * 3


# The card --------------------------------------------------------------------------------------


def test_a_card_says_what_the_case_is(clerk, accepted):
    card = clerk.ask(cases.card, accepted(clerk, item="GSJ-02", agent="李四", note="加急"))
    assert (card.row.item, card.agency, card.agent, card.note, card.phone_tail) == (
        "公司设立、变更、注销登记", "市工商行政管理局区分局", "李四", "加急", "1234",
    )  # fmt: skip


def test_a_card_tells_each_step(clerk, accepted):
    steps = clerk.ask(cases.card, accepted(clerk)).steps
    assert [(step.step, step.by, step.seat) for step in steps] == [
        (Step.RECEIVE, "李娜", 1), (Step.ACCEPT, "李娜", 1),
    ]  # fmt: skip


def test_a_card_lists_what_was_handed_in(clerk, a_draft):
    draft = a_draft(clerk)
    sheet = clerk.do(cases.accept, draft)
    assert clerk.ask(cases.card, draft.id).materials == sheet.materials


def test_a_card_counts_the_prints(clerk, accepted):
    case_id = accepted(clerk)
    clerk.do(cases.reprint, case_id)
    assert clerk.ask(cases.card, case_id).prints == 2


def test_who_took_the_case_in_may_close_it_and_take_it_back(clerk, accepted):
    card = clerk.ask(cases.card, accepted(clerk))
    assert (card.may_close, card.may_take_back) == (True, True)


def test_a_colleague_may_close_it_only(clerk, colleague, accepted):
    card = colleague.ask(cases.card, accepted(clerk))
    assert (card.may_close, card.may_take_back) == (True, False)


def test_whoever_only_reads_may_do_neither(clerk, manager, accepted):
    card = manager.ask(cases.card, accepted(clerk))
    assert (card.may_close, card.may_take_back) == (False, False)


def test_a_closing_taken_back_is_not_taken_back_further(clerk, accepted):
    case_id = accepted(clerk)
    clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "")
    clerk.do(cases.take_back, case_id, 3, "")
    assert not clerk.ask(cases.card, case_id).may_take_back


def test_a_card_after_ten_minutes_offers_no_taking_back(hall, clerk, accepted):
    case_id = accepted(clerk)
    behind_the_guards(
        hall, "case_step", "UPDATE svc.case_step SET at = at - interval '10 minutes 1 second'"
    )
    assert not clerk.ask(cases.card, case_id).may_take_back


def test_the_card_of_another_window_is_out_of_reach(clerk, stranger, accepted):
    with pytest.raises(OutOfReach):
        stranger.ask(cases.card, accepted(clerk))


# Known applicants ------------------------------------------------------------------------------


def test_a_first_visitor_is_not_known(clerk):
    assert clerk.ask(cases.known_applicant, "11010519491231002X") is None


@pytest.mark.parametrize("number", ["", "1101", "110105194912310021", "张明亮"])
def test_half_a_number_is_nobody(clerk, accepted, number):
    accepted(clerk)
    assert clerk.ask(cases.known_applicant, number) is None


def test_half_a_number_is_not_counted_as_a_look_up(stingy, clerk):
    for number in ("1101", "1101051949", "110105194912310021", "11010519491231002X"):
        clerk.ask(cases.known_applicant, number)


def test_whoever_comes_again_is_known_by_what_was_said_last(clerk, accepted):
    accepted(clerk, phone="13800000001")
    accepted(clerk, phone="13800000002", applicant="张明亮亮")
    known = clerk.ask(cases.known_applicant, "11010519491231002X")
    assert (known.name, known.phone, known.visits) == ("张明亮亮", "13800000002", 2)


def test_the_last_item_is_offered_again(clerk, accepted):
    accepted(clerk, item="GSJ-03")
    accepted(clerk, item="GSJ-02")
    known = clerk.ask(cases.known_applicant, "11010519491231002X")
    assert (known.last_item, known.last_on) == ("公司设立、变更、注销登记", today(clerk))


def test_open_cases_of_whoever_comes_are_shown(clerk, accepted):
    closed, still_open = accepted(clerk), accepted(clerk)
    clerk.do(cases.close, closed, 2, Outcome.GRANTED, "")
    known = clerk.ask(cases.known_applicant, "11010519491231002X")
    assert [row.id for row in known.open_cases] == [still_open]


def test_earlier_cases_are_shown_the_latest_first(clerk, accepted):
    ids = [accepted(clerk) for _ in range(cases.EARLIER + 1)]
    known = clerk.ask(cases.known_applicant, "11010519491231002X")
    assert [row.id for row in known.earlier] == ids[:0:-1]


def test_a_visit_taken_back_was_none(clerk, accepted):
    clerk.do(cases.take_back, accepted(clerk), 2, "")
    assert clerk.ask(cases.known_applicant, "11010519491231002X") is None


def test_a_visit_at_another_window_is_not_told(clerk, stranger, accepted):
    accepted(clerk)
    assert stranger.ask(cases.known_applicant, "11010519491231002X") is None


def test_the_receipt_of_an_acceptance_taken_back_is_not_printed_again(clerk, a_draft):
    draft = a_draft(clerk)
    clerk.do(cases.accept, draft)
    clerk.do(cases.take_back, draft.id, 2, "拿错证件")
    with pytest.raises(WrongStep):
        clerk.do(cases.reprint, draft.id)
