"""Verifying the journal (审计日志): every chain recomputed from its entries, in the server.

An entry's hash covers the entry and the hash before it, so a change shows at the entry where
it was made. Whoever owns the server could recompute a whole chain; a checkpoint, kept where
he cannot write, notes the heads of all chains and finds that too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Row, text

from svcdesk.desk.door import question
from svcdesk.rules.access import Permission
from svcdesk.rules.words import QT_TRANSLATE_NOOP
from svcdesk.store.work import Work


class FaultKind(StrEnum):
    """What happened to a chain."""

    CHANGED = "changed"
    MISSING = "missing"
    CUT_OFF = "cut_off"
    REORDERED = "reordered"
    REWRITTEN = "rewritten"

    @property
    def word(self) -> str:
        """The fault in Chinese."""
        return _FAULT_WORDS[self]


_FAULT_WORDS = {
    FaultKind.CHANGED: QT_TRANSLATE_NOOP("FaultKind", "内容被改动"),
    FaultKind.MISSING: QT_TRANSLATE_NOOP("FaultKind", "被删除"),
    FaultKind.CUT_OFF: QT_TRANSLATE_NOOP("FaultKind", "起被截断"),
    FaultKind.REORDERED: QT_TRANSLATE_NOOP("FaultKind", "顺序被调换"),
    FaultKind.REWRITTEN: QT_TRANSLATE_NOOP("FaultKind", "及以前在检查点之后被整体重写"),
}


@dataclass(frozen=True)
class Fault:
    """The first faulty entry of a chain; what follows it proves nothing any more."""

    chain: str
    ordinal: int
    kind: FaultKind

    def __str__(self) -> str:
        return f"{self.chain} 第 {self.ordinal} 条{self.kind.word}"


@dataclass(frozen=True)
class Verdict:
    """What a verification found."""

    chains: int
    entries: int
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """Whether every chain holds."""
        return not self.faults


@dataclass(frozen=True)
class Head:
    """The last entry of a chain; ``hash`` is in hexadecimal."""

    chain: str
    ordinal: int
    hash: str


@dataclass(frozen=True)
class Checkpoint:
    """The heads of all chains at one time (检查点), to be kept outside the database."""

    taken_at: datetime
    heads: tuple[Head, ...]


@question(Permission.READ_JOURNAL)
def checkpoint(work: Work) -> Checkpoint:
    """The heads of all chains as they are now; take it of a journal that has been verified."""
    heads = work.session.execute(_HEADS)
    return Checkpoint(work.at, tuple(Head(*row) for row in heads))


@question(Permission.READ_JOURNAL)
def verify_journal(work: Work, checkpoint: Checkpoint | None = None) -> Verdict:
    """Recompute every chain, and hold it against an earlier checkpoint if there is one."""
    work.session.execute(text("SET LOCAL statement_timeout = 0"))  # ten years take minutes
    noted = msgspec.json.encode(checkpoint.heads if checkpoint else ()).decode()
    chains = work.session.execute(_CHAINS, {"noted": noted}).all()
    return Verdict(
        chains=len(chains),
        entries=sum(chain.entries for chain in chains),
        faults=tuple(_first_faults(work, chains)),
    )


def _first_faults(work: Work, chains: Iterable[Row[Any]]) -> Iterator[Fault]:
    for chain in chains:
        found = min(_faults(chain), default=None)
        if found is None:
            continue
        ordinal, kind = found
        if kind is FaultKind.CHANGED and _is_elsewhere(work, chain.chain, ordinal):
            kind = FaultKind.REORDERED
        yield Fault(chain.chain, ordinal, kind)


def _faults(chain: Row[Any]) -> Iterator[tuple[int, FaultKind]]:
    """Everything wrong with a chain, by the entry where it shows."""
    if chain.missing is not None:
        yield chain.missing, FaultKind.MISSING
    if chain.changed is not None:
        yield chain.changed, FaultKind.CHANGED
    if chain.last < max(chain.head_ordinal, chain.noted_ordinal):
        yield chain.last + 1, FaultKind.CUT_OFF
    elif chain.last > chain.head_ordinal or chain.last_hash != chain.head_hash:
        yield chain.last, FaultKind.CHANGED
    if chain.kept_hash not in {None, chain.noted_hash}:
        yield chain.noted_ordinal, FaultKind.REWRITTEN


def _is_elsewhere(work: Work, chain: str, ordinal: int) -> bool:
    """Whether the entry that belongs at this place stands at another place of its chain."""
    return bool(work.session.scalar(_BELONGS_HERE, {"chain": chain, "ordinal": ordinal}))


_HEADS = text("SELECT chain, ordinal, encode(hash, 'hex') FROM svc.journal_head ORDER BY chain")

_CHAINS = text("""
    WITH entry AS (
        SELECT *,
            lag(ordinal, 1, 0::bigint) OVER following AS ordinal_before,
            lag(hash, 1, sha256(convert_to(chain, 'UTF8'))) OVER following AS hash_before
        FROM svc.journal
        WINDOW following AS (PARTITION BY chain ORDER BY ordinal)
    ), walked AS (
        SELECT chain, count(*) AS entries, max(ordinal) AS last,
            min(ordinal_before + 1) FILTER (WHERE ordinal <> ordinal_before + 1) AS missing,
            min(ordinal) FILTER (
                WHERE ordinal = ordinal_before + 1 AND hash <> sha256(svc.journal_text(
                    chain, ordinal, at, table_name, operation, before, after, hash_before))
            ) AS changed
        FROM entry GROUP BY chain
    ), noted AS (
        SELECT chain, ordinal, decode(hash, 'hex') AS hash
        FROM jsonb_to_recordset(CAST(:noted AS jsonb)) AS n(chain text, ordinal bigint, hash text)
    ), known AS (
        SELECT chain, coalesce(entries, 0) AS entries, missing, changed,
            coalesce(last, 0) AS last,
            coalesce(head.ordinal, 0) AS head_ordinal, head.hash AS head_hash,
            coalesce(noted.ordinal, 0) AS noted_ordinal, noted.hash AS noted_hash
        FROM walked
        FULL JOIN svc.journal_head AS head USING (chain)
        FULL JOIN noted USING (chain)
    )
    SELECT known.*, final.hash AS last_hash, kept.hash AS kept_hash
    FROM known
    LEFT JOIN svc.journal AS final ON final.chain = known.chain AND final.ordinal = last
    LEFT JOIN svc.journal AS kept ON kept.chain = known.chain AND kept.ordinal = noted_ordinal
    ORDER BY known.chain
""")

_BELONGS_HERE = text("""
    SELECT EXISTS (
        SELECT FROM svc.journal AS here, svc.journal AS other
        WHERE here.chain = :chain AND here.ordinal = :ordinal
            AND other.chain = :chain AND other.ordinal <> :ordinal
            AND sha256(svc.journal_text(
                :chain, :ordinal, other.at, other.table_name, other.operation,
                other.before, other.after, coalesce(
                    (SELECT hash FROM svc.journal
                     WHERE chain = :chain AND ordinal = :ordinal - 1),
                    sha256(convert_to(:chain, 'UTF8')))))
                IN (here.hash, other.hash))
""")
