"""``python -m benchmarks``: measure, print a table, write the figures down as JSON."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import accept, hall, receipt, report, start
from benchmarks.pairs import Pair

NAMES = ("start", "accept", "receipt", "report")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; always 0, because a slow machine is not a defect."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=NAMES, help="measure only this")
    parser.add_argument("--json", type=Path, help="write every single time to this file")
    parser.add_argument("--runs", type=int, help="pairs of runs of each measure")
    chosen = parser.parse_args(arguments)
    names = [chosen.only] if chosen.only else NAMES
    with hall.home() as folder:
        pairs = list(_measured(names, folder, chosen.runs))
    print(*_table(pairs), sep="\n")
    if chosen.json:
        chosen.json.write_text(json.dumps(_plain(pairs), indent=1) + "\n", encoding="utf-8")
    return 0


def _measured(names: Iterable[str], folder: Path, runs: int | None) -> Iterator[Pair]:
    with hall.practice(folder) as running:
        if "accept" in names:
            yield from accept.measure(running, runs)
        if "receipt" in names:
            yield from receipt.measure(running, folder, runs)
        if "report" in names:
            yield from report.measure(running, runs)
    if "start" in names:  # each start runs the practice hall's server itself
        yield from start.measure(folder, runs)


def _table(pairs: Iterable[Pair]) -> Iterator[str]:
    yield f"{'measure':28}{'ours, ms':>28}{'baseline, ms':>28}{'ratio':>8}{'aim':>6}"
    for pair in pairs:
        times = f"{pair.name:28}{pair.ours!s:>28}{pair.baseline!s:>28}"
        aim = f"{pair.aim:.1f}" if pair.aim else "-"
        yield f"{times}{pair.ratio:8.2f}{aim:>6}{'  missed' if pair.missed else ''}"
    yield "medians (minimum-maximum); ours and the baseline took turns"


def _plain(pairs: Iterable[Pair]) -> dict[str, object]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": sys.version.split()[0],
        "machine": f"{platform.platform()}, {os.cpu_count()} cores",
        "measures": [pair.plain() for pair in pairs],
    }


if __name__ == "__main__":
    sys.exit(main())
