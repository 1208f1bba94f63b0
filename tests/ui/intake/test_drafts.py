"""Every change reaches the disk, the latest last, and comes back after a crash."""

from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt

from svcdesk.rules.intake import Draft, KeptDraft, Mark
from svcdesk.ui.background import Background
from svcdesk.ui.intake.drafts import DraftKeeper
from tests.ui.intake.counter import ENTER, NUMBER


class Shelf:
    """Remembers the order in which drafts were written."""

    def __init__(self) -> None:
        self.written: list[tuple[UUID, str | None]] = []

    def keep(self, _login: str, draft: Draft) -> None:
        self.written.append((draft.id, draft.applicant))

    def drop(self, draft_id: UUID) -> None:
        self.written.append((draft_id, None))

    def waiting(self, _login: str) -> list[KeptDraft]:
        return []


@pytest.fixture
def keeping(qtbot):
    background = Background()
    shelf = Shelf()
    keeper = DraftKeeper(background, shelf, "lina")
    yield keeper, shelf
    assert background.stop()


def test_the_hands_must_rest_before_a_draft_is_written(keeping, qtbot):
    keeper, shelf = keeping
    for name in ("张", "张明", "张明亮"):
        keeper.note(Draft(uuid4(), applicant=name))
    assert shelf.written == []
    with qtbot.waitSignal(keeper.kept, timeout=3000):
        pass
    assert [name for _, name in shelf.written] == ["张明亮"]


def test_the_latest_state_is_written_last_whatever_the_workers_do(keeping):
    keeper, shelf = keeping
    draft_id = uuid4()
    for name in map(str, range(60)):
        keeper.keep(Draft(draft_id, applicant=name))
    keeper.drop(draft_id)
    keeper.finish()
    assert shelf.written == [(draft_id, str(n)) for n in range(60)] + [(draft_id, None)]


def test_what_was_dropped_is_not_written_again_by_a_late_timer(keeping):
    keeper, shelf = keeping
    draft = Draft(uuid4(), applicant="张")
    keeper.note(draft)
    keeper.drop(draft.id)
    keeper.finish()
    assert shelf.written == [(draft.id, None)]


def test_an_empty_form_writes_nothing(keeping):
    keeper, shelf = keeping
    keeper.keep(Draft(uuid4()))
    keeper.finish()
    assert shelf.written == []


def test_leaving_a_field_keeps_the_draft_at_once(counter):
    counter.hands.type(NUMBER)
    counter.hands.key(ENTER)
    counter.tab.keeper.finish()
    assert counter.kept[0].draft.document_number == NUMBER


def test_hiding_the_tab_keeps_the_draft_at_once(counter):
    counter.hands.type("1101")
    counter.tab.hide()
    counter.until(lambda: counter.kept)
    assert counter.kept[0].draft.document_number == "1101"


def test_after_a_crash_the_draft_is_offered_and_comes_back_whole(counter_of, clerk):
    crashed = counter_of(clerk)
    crashed.ready()
    crashed.tab.form.focus_start()
    crashed.hands.type(NUMBER)
    crashed.hands.key(ENTER)
    crashed.tab.form.who.name.setText("刘𫖯")
    crashed.tab.form.items.line.setFocus()
    crashed.hands.type("gtgsh")
    crashed.hands.key(ENTER)
    crashed.hands.type("12")
    draft = crashed.tab.form.draft
    crashed.until(lambda: [one.draft for one in crashed.kept] == [draft])

    counter = counter_of(clerk)
    counter.until(counter.tab.offer.isVisible)
    counter.tab.offer.go_on.click()
    assert counter.tab.form.draft == draft  # even before the catalogue has come
    counter.ready()
    assert counter.tab.form.draft == draft
    assert [mark.mark for mark in draft.materials[:3]] == [
        Mark.COMPLETE, Mark.COMPLETE, Mark.UNJUDGED,
    ]  # fmt: skip
    assert not counter.tab.offer.isVisible()


def test_a_parked_draft_waits_at_the_left_and_enter_goes_on_with_it(counter):
    counter.hands.type(NUMBER)
    counter.hands.key(ENTER)
    counter.hands.type("lisi")
    counter.commands["intake.next"].trigger()
    counter.until(lambda: counter.tab.today.drafts.model().rowCount() == 1)
    counter.tab.today.drafts.setFocus(Qt.FocusReason.TabFocusReason)
    counter.hands.key(ENTER)
    assert counter.tab.form.who.name.text() == "lisi"
    counter.until(lambda: counter.tab.today.drafts.model().rowCount() == 0)


def test_a_deleted_draft_can_be_had_back(counter):
    counter.hands.type("1101")
    counter.commands["intake.next"].trigger()
    counter.until(lambda: counter.tab.today.drafts.model().rowCount() == 1)
    counter.tab.today.drafts.setFocus(Qt.FocusReason.TabFocusReason)
    counter.hands.key(Qt.Key.Key_Delete)
    counter.until(lambda: counter.tab.today.drafts.model().rowCount() == 0)
    counter.notices._act()  # 恢复
    counter.until(lambda: counter.tab.today.drafts.model().rowCount() == 1)


def test_ctrl_s_says_that_it_is_kept(counter):
    counter.hands.type("1101")
    counter.commands["intake.save_draft"].trigger()
    counter.until(lambda: counter.kept)
    assert counter.said == ["草稿已存在本机。"]
