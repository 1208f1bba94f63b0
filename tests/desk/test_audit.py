"""The journal verified: what a superuser does to it shows, or shows against a checkpoint."""

from collections.abc import Callable

import msgspec
import pytest

from svcdesk.desk import attendance, cases
from svcdesk.desk.audit import (
    Checkpoint,
    Fault,
    FaultKind,
    Verdict,
    checkpoint,
    verify_journal,
)
from svcdesk.desk.door import Desk
from svcdesk.rules.attendance import Direction
from tests.conftest import Hall
from tests.tampering import as_server, behind_the_guards

REWRITE_FROM = """
    DO $$
    DECLARE
        entry svc.journal;
        previous bytea := sha256('lina'::bytea);
    BEGIN
        FOR entry IN SELECT * FROM svc.journal WHERE chain = 'lina' ORDER BY ordinal LOOP
            previous := sha256(svc.journal_text(
                'lina', entry.ordinal, entry.at, entry.table_name, entry.operation,
                entry.before, entry.after, previous));
            UPDATE svc.journal SET hash = previous WHERE chain = 'lina' AND ordinal = entry.ordinal;
            UPDATE svc.journal_head SET ordinal = entry.ordinal, hash = previous
            WHERE chain = 'lina';
        END LOOP;
    END
    $$"""
"""A whole chain made consistent again, as only the server's owner could."""

EDIT_3 = """UPDATE svc.journal SET after = jsonb_set(after, '{note}', '"x"')
    WHERE chain = 'lina' AND ordinal = 3"""
SWAP_2_AND_5 = """UPDATE svc.journal SET ordinal = CASE ordinal WHEN -2 THEN 5 WHEN -5 THEN 2 END
    WHERE chain = 'lina' AND ordinal < 0"""


@pytest.fixture
def history(hall, clerk, a_draft):
    """李娜 has taken two cases in: her chain has some thirty entries."""
    for _ in range(2):
        clerk.do(cases.accept, a_draft(clerk))
    return hall


def tamper(hall: Hall, *statements: str) -> None:
    behind_the_guards(hall, "journal", *statements)


def length(as_superuser: Callable[..., list[tuple[int]]]) -> int:
    ((last,),) = as_superuser("SELECT max(ordinal) FROM svc.journal WHERE chain = 'lina'")
    return last


def faults(auditor: Desk, noted: Checkpoint | None = None) -> tuple[Fault, ...]:
    return auditor.ask(verify_journal, noted).faults


def test_an_untouched_journal_is_sound(history, auditor, as_superuser):
    ((entries, chains),) = as_superuser("SELECT count(*), count(DISTINCT chain) FROM svc.journal")
    assert auditor.ask(verify_journal) == Verdict(chains, entries, ())


def test_an_untouched_journal_is_sound_against_its_checkpoint(history, auditor):
    assert auditor.ask(verify_journal, auditor.ask(checkpoint)).sound


def test_a_journal_that_has_grown_is_sound_against_an_older_checkpoint(history, auditor, clerk):
    noted = auditor.ask(checkpoint)
    clerk.do(attendance.punch, Direction.IN)
    assert auditor.ask(verify_journal, noted).sound


def test_a_checkpoint_survives_its_file(history, auditor):
    noted = auditor.ask(checkpoint)
    assert msgspec.json.decode(msgspec.json.encode(noted), type=Checkpoint) == noted


def test_an_edited_entry_is_found_where_it_was_edited(history, auditor):
    tamper(history, EDIT_3)
    assert faults(auditor) == (Fault("lina", 3, FaultKind.CHANGED),)


@pytest.mark.parametrize(
    "change",
    [
        "at = at - interval '1 day'",
        "table_name = 'punch'",
        "operation = 'UPDATE'",
        "before = '{}'",
        "after = NULL",
        "hash = sha256('x')",
    ],
)
def test_every_column_of_an_entry_is_covered(history, auditor, change):
    tamper(history, f"UPDATE svc.journal SET {change} WHERE chain = 'lina' AND ordinal = 3")
    assert faults(auditor) == (Fault("lina", 3, FaultKind.CHANGED),)


def test_the_first_entry_is_covered_too(history, auditor):
    tamper(history, "UPDATE svc.journal SET at = now() WHERE chain = 'lina' AND ordinal = 1")
    assert faults(auditor) == (Fault("lina", 1, FaultKind.CHANGED),)


def test_a_deleted_entry_is_missing(history, auditor):
    tamper(history, "DELETE FROM svc.journal WHERE chain = 'lina' AND ordinal IN (4, 5)")
    assert faults(auditor) == (Fault("lina", 4, FaultKind.MISSING),)


def test_a_deleted_first_entry_is_missing(history, auditor):
    tamper(history, "DELETE FROM svc.journal WHERE chain = 'lina' AND ordinal = 1")
    assert faults(auditor) == (Fault("lina", 1, FaultKind.MISSING),)


def test_entries_moved_up_over_a_deleted_one_do_not_fit(history, auditor):
    tamper(
        history,
        "DELETE FROM svc.journal WHERE chain = 'lina' AND ordinal = 4",
        "UPDATE svc.journal SET ordinal = -ordinal WHERE chain = 'lina' AND ordinal > 4",
        "UPDATE svc.journal SET ordinal = -ordinal - 1 WHERE chain = 'lina' AND ordinal < 0",
    )
    assert faults(auditor) == (Fault("lina", 4, FaultKind.CHANGED),)


def test_two_entries_in_each_others_place_are_reordered(history, auditor):
    tamper(
        history,
        "UPDATE svc.journal SET ordinal = -ordinal WHERE chain = 'lina' AND ordinal IN (2, 5)",
        SWAP_2_AND_5,
    )
    assert faults(auditor) == (Fault("lina", 2, FaultKind.REORDERED),)


def test_the_last_entries_deleted_are_a_cut(history, auditor, as_superuser):
    last = length(as_superuser)
    tamper(history, f"DELETE FROM svc.journal WHERE chain = 'lina' AND ordinal > {last - 2}")
    assert faults(auditor) == (Fault("lina", last - 1, FaultKind.CUT_OFF),)


def test_a_whole_chain_deleted_is_a_cut(history, auditor):
    tamper(history, "DELETE FROM svc.journal WHERE chain = 'lina'")
    assert faults(auditor) == (Fault("lina", 1, FaultKind.CUT_OFF),)


def test_an_emptied_journal_is_cut_in_every_chain(history, auditor):
    tamper(history, "TRUNCATE svc.journal")
    verdict = auditor.ask(verify_journal)
    assert {fault.kind for fault in verdict.faults} == {FaultKind.CUT_OFF}
    assert len(verdict.faults) == verdict.chains


def test_a_last_entry_rewritten_without_its_head_is_found(history, auditor, as_superuser):
    last = length(as_superuser)
    tamper(
        history,
        f"UPDATE svc.journal SET at = now() WHERE chain = 'lina' AND ordinal = {last}",
        f"""UPDATE svc.journal AS entry SET hash = sha256(svc.journal_text(
                entry.chain, entry.ordinal, entry.at, entry.table_name, entry.operation,
                entry.before, entry.after, earlier.hash))
            FROM svc.journal AS earlier
            WHERE entry.chain = 'lina' AND entry.ordinal = {last}
                AND earlier.chain = 'lina' AND earlier.ordinal = {last - 1}""",
    )
    assert faults(auditor) == (Fault("lina", last, FaultKind.CHANGED),)


def test_entries_cut_off_together_with_their_head_show_against_a_checkpoint(history, auditor):
    noted = auditor.ask(checkpoint)
    tamper(history, "DELETE FROM svc.journal WHERE chain = 'lina' AND ordinal > 6", REWRITE_FROM)
    assert auditor.ask(verify_journal).sound
    assert faults(auditor, noted) == (Fault("lina", 7, FaultKind.CUT_OFF),)


def test_a_chain_deleted_together_with_its_head_shows_against_a_checkpoint(history, auditor):
    noted = auditor.ask(checkpoint)
    tamper(history, "DELETE FROM svc.journal WHERE chain = 'lina'")
    as_server(history, "DELETE FROM svc.journal_head WHERE chain = 'lina'")
    assert auditor.ask(verify_journal).sound
    assert faults(auditor, noted) == (Fault("lina", 1, FaultKind.CUT_OFF),)


def test_a_chain_rewritten_consistently_shows_against_a_checkpoint(
    history, auditor, clerk, as_superuser
):
    noted = auditor.ask(checkpoint)
    clerk.do(attendance.punch, Direction.IN)
    tamper(history, EDIT_3, REWRITE_FROM)
    assert auditor.ask(verify_journal).sound
    ((head,),) = [[h.ordinal for h in noted.heads if h.chain == "lina"]]
    assert faults(auditor, noted) == (Fault("lina", head, FaultKind.REWRITTEN),)


def test_a_chain_deleted_and_begun_anew_shows_against_a_checkpoint(history, auditor, clerk):
    noted = auditor.ask(checkpoint)
    tamper(history, "DELETE FROM svc.journal WHERE chain = 'lina'")
    as_server(history, "DELETE FROM svc.journal_head WHERE chain = 'lina'")
    clerk.do(attendance.punch, Direction.IN)
    assert faults(auditor, noted) == (Fault("lina", 2, FaultKind.CUT_OFF),)


def test_each_faulty_chain_is_reported_once(history, auditor):
    tamper(history, "DELETE FROM svc.journal WHERE ordinal IN (2, 4) AND chain <> 'postgres'")
    found = faults(auditor)
    assert [fault.chain for fault in found] == ["guanli", "lina"]


def test_a_fault_says_in_chinese_where_and_what():
    assert str(Fault("lina", 3, FaultKind.CHANGED)) == "lina 第 3 条内容被改动"
