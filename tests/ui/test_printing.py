import threading
from typing import Any

import pytest

from svcdesk.rules.papers import Paper, PrintState
from svcdesk.store.local import LocalStore
from svcdesk.ui import printing as module
from svcdesk.ui.printing import Chosen, NoPrinter, NotDrawn, PrinterGone, PrinterRefused, Printing
from tests.ui.stand_ins import StandInPress


@pytest.fixture
def store(tmp_path: Any) -> Any:
    store = LocalStore(tmp_path / "local.sqlite")
    yield store
    store.close()


@pytest.fixture
def press() -> Any:
    return StandInPress()


@pytest.fixture
def chosen() -> Any:
    return [Chosen("", Paper.A5)]


@pytest.fixture
def printing(store: Any, press: Any, chosen: Any, qtbot: Any) -> Any:
    printing = Printing(store.prints, press, lambda: chosen[0])
    yield printing
    assert printing.stop()


def states(store: Any) -> Any:
    return [job.state for job in reversed(store.prints.recent())]


def test_a_document_is_queued_printed_and_marked(printing, store, press, qtbot):
    with qtbot.waitSignal(printing.printed) as heard:
        printing.submit("通知书 1", b"%PDF", Paper.A5)
    assert heard.args[0].title == "通知书 1"
    assert press.printed == [("HP", "通知书 1")]
    assert states(store) == [PrintState.PRINTED]


def test_documents_come_out_in_the_order_they_went_in(printing, store, press, qtbot):
    for number in range(5):
        printing.submit(str(number), b"%PDF", Paper.A5)
    qtbot.waitUntil(lambda: len(press.printed) == 5)
    assert [title for _, title in press.printed] == list("01234")
    qtbot.waitUntil(lambda: printing.waiting == 0)


def test_without_a_printer_documents_wait_with_a_plain_reason(printing, store, press, qtbot):
    press.printers = []
    with qtbot.waitSignal(printing.troubled) as heard:
        printing.submit("通知书", b"%PDF", Paper.A5)
    assert isinstance(heard.args[0], NoPrinter)
    assert printing.reason == NoPrinter.words
    assert printing.waiting == 1
    assert states(store) == [PrintState.WAITING]


def test_a_printer_that_appears_prints_what_waited(printing, store, press, monkeypatch, qtbot):
    printing._timer.setInterval(20)
    press.printers = []
    printing.submit("通知书", b"%PDF", Paper.A5)
    qtbot.waitUntil(lambda: printing.reason != "")
    press.printers = ["HP"]
    qtbot.waitUntil(lambda: press.printed == [("HP", "通知书")])
    assert printing.reason == ""


def test_a_missing_printer_is_told_once_not_at_every_look(printing, press, qtbot):
    printing._timer.setInterval(5)
    press.printers = []
    told: list[Any] = []
    printing.troubled.connect(told.append)
    printing.submit("一", b"%PDF", Paper.A5)
    printing.submit("二", b"%PDF", Paper.A5)
    qtbot.wait(100)
    assert len(told) == 1


def test_another_printer_is_never_used_unasked(printing, press, chosen, qtbot):
    chosen[0] = Chosen("Canon", Paper.A5)
    with qtbot.waitSignal(printing.troubled) as heard:
        printing.submit("通知书", b"%PDF", Paper.A5)
    assert isinstance(heard.args[0], PrinterGone)
    assert press.printed == []
    chosen[0] = Chosen("HP", Paper.A5)
    printing.look()
    qtbot.waitUntil(lambda: press.printed == [("HP", "通知书")])


def test_a_refused_document_is_kept_with_its_reason_and_the_next_one_comes_out(
    printing, store, press, qtbot
):
    press.refuses = True
    with qtbot.waitSignal(printing.troubled) as heard:
        printing.submit("一", b"%PDF", Paper.A5)
    assert isinstance(heard.args[0], PrinterRefused)
    press.refuses = False
    with qtbot.waitSignal(printing.printed):
        printing.submit("二", b"%PDF", Paper.A5)
    assert states(store) == [PrintState.FAILED, PrintState.PRINTED]
    assert "没有收下" in store.prints.recent()[1].reason


def test_a_refused_document_is_printed_again_on_demand(printing, store, press, qtbot):
    press.refuses = True
    with qtbot.waitSignal(printing.troubled):
        printing.submit("一", b"%PDF", Paper.A5)
    press.refuses = False
    with qtbot.waitSignal(printing.printed):
        printing.again(store.prints.recent()[0].id)
    assert states(store) == [PrintState.PRINTED]


def test_a_defect_while_drawing_is_reported_and_does_not_block_the_others(
    printing, store, press, qtbot
):
    press.breaks = True
    defects: list[Any] = []
    printing.crashed.connect(defects.append)
    with qtbot.waitSignal(printing.troubled):
        printing.submit("一", b"no pdf", Paper.A5)
    assert [type(defect) for defect in defects] == [ZeroDivisionError]
    press.breaks = False
    with qtbot.waitSignal(printing.printed):
        printing.submit("二", b"%PDF", Paper.A5)
    assert states(store) == [PrintState.FAILED, PrintState.PRINTED]
    assert store.prints.recent()[1].reason == str(NotDrawn(title="一"))


def test_a_crash_between_printing_and_noting_it_leaves_the_job_waiting(store, press, chosen, qtbot):
    """The program dies while the printer works: nothing is lost, at worst a page comes twice."""
    press.gate = threading.Event()
    dying = Printing(store.prints, press, lambda: chosen[0])
    dying.submit("通知书", b"%PDF", Paper.A5)
    qtbot.waitUntil(lambda: len(store.prints.waiting()) == 1)
    assert states(store) == [PrintState.WAITING]
    press.gate.set()
    assert dying.stop()


def test_what_waited_when_the_program_ended_is_printed_at_the_next_start(
    store, press, printing, qtbot
):
    store.prints.add("昨天的", b"%PDF", Paper.A5)
    with qtbot.waitSignal(printing.printed):
        printing.look()
    assert press.printed == [("HP", "昨天的")]


def test_a_printer_that_hangs_holds_up_neither_the_window_nor_the_disk(
    printing, store, press, qtbot
):
    press.gate = threading.Event()
    printing.submit("一", b"%PDF", Paper.A5)
    printing.submit("二", b"%PDF", Paper.A5)
    qtbot.waitUntil(lambda: len(store.prints.waiting()) == 2)
    press.gate.set()
    qtbot.waitUntil(lambda: len(press.printed) == 2)


def test_a_removed_job_is_not_printed(printing, store, press, qtbot):
    press.printers = []
    printing.submit("一", b"%PDF", Paper.A5)
    qtbot.waitUntil(lambda: printing.waiting == 1)
    printing.forget(store.prints.recent()[0].id)
    qtbot.waitUntil(lambda: store.prints.recent() == [])
    press.printers = ["HP"]
    printing.look()
    qtbot.waitUntil(lambda: printing.waiting == 0)
    assert press.printed == []


def test_the_paper_of_notices_is_this_computers_choice(printing, chosen):
    chosen[0] = Chosen("", Paper.ROLL_80)
    assert printing.receipt_paper is Paper.ROLL_80


def test_every_sentence_about_printing_says_that_the_case_is_safe():
    for problem in (NoPrinter, PrinterGone, PrinterRefused, NotDrawn):
        assert "件已办好" in problem.words
    assert module.LOOK_AGAIN_MS >= 5000
