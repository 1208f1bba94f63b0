"""Two ways to the same thing, measured in turn: ours and the baseline."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

Clock = Callable[[], float]
"""Does it once and answers how long that took (毫秒)."""


@dataclass(frozen=True)
class Times:
    """How long one way took, every time (毫秒)."""

    values: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.values)

    def __str__(self) -> str:
        return f"{self.middle:8.2f} ({min(self.values):.2f}-{max(self.values):.2f})"


@dataclass(frozen=True)
class Pair:
    """One measure: ours, the baseline, and the ratio we mean to keep to."""

    name: str
    ours: Times
    baseline: Times
    aim: float | None = None
    """The largest ratio of the medians that is good enough; None: only watched."""

    @property
    def ratio(self) -> float:
        """The ratio of the medians."""
        return self.ours.middle / self.baseline.middle

    @property
    def missed(self) -> bool:
        """Whether the ratio is larger than it should be."""
        return self.aim is not None and self.ratio > self.aim

    def plain(self) -> dict[str, Any]:
        """Everything as JSON has it."""
        return {
            "name": self.name,
            "ratio": round(self.ratio, 3),
            "aim": self.aim,
            "missed": self.missed,
            "ours_ms": self.ours.values,
            "baseline_ms": self.baseline.values,
        }


def compare(
    name: str, ours: Clock, baseline: Clock, *, runs: int, warm: int = 2, aim: float | None = None
) -> Pair:
    """Do both ``runs`` times in turn, after ``warm`` turns that do not count."""
    turns = [(ours(), baseline()) for _ in range(warm + runs)][warm:]
    mine, theirs = zip(*turns, strict=True)
    return Pair(name, Times(mine), Times(theirs), aim)


def timed(work: Callable[[], object]) -> Clock:
    """A clock around something done in this process."""

    def measure() -> float:
        begin = perf_counter()
        work()
        return (perf_counter() - begin) * 1000

    return measure
