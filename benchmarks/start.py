"""From the command to something on the screen, against a bare Qt window of four tabs.

Programs are started anew each time, with nothing of theirs in this process, and stamped
here when they say that they are there. The bare window has four tabs of eight fields, Qt's
own font and no style sheet; nobody can show a window sooner from Python.
"""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from benchmarks import hall as halls
from benchmarks.pairs import Clock, Pair, compare
from svcdesk import settings
from svcdesk.settings import Mode, Settings

AIM = 1.5
RUNS = 15


def measure(folder: Path, runs: int | None) -> list[Pair]:
    """The window, the page in it at the very first start and every day, and the form."""
    runs = min(runs or RUNS, RUNS)
    settings.save(halls.places(folder).config, Settings(mode=Mode.PRACTICE))
    bare = _program("bare_window", [], folder)
    with halls.home() as empty:
        return [
            compare(
                "first paint", _program("our_window", ["frame"], folder), bare, runs=runs, aim=AIM
            ),
            compare("first start's page", _program("our_window", ["page"], empty), bare, runs=runs),
            compare("sign-in page", _program("our_window", ["page"], folder), bare, runs=runs),
            compare("usable form", _program("our_window", ["form"], folder), bare, runs=runs),
        ]


def _program(name: str, arguments: list[str], folder: Path) -> Clock:
    """How long it takes until the program writes its first line."""
    command = [sys.executable, "-m", f"benchmarks.{name}", *arguments]

    def run() -> float:
        begin = perf_counter()
        with subprocess.Popen(
            command,
            cwd=Path(__file__).parents[1],
            env=halls.surroundings(folder),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what Qt's offscreen platform cannot do
            text=True,
        ) as program:
            line = program.stdout.readline() if program.stdout else ""
            took = (perf_counter() - begin) * 1000
        if program.returncode or not line:
            reports = [path.read_text("utf-8") for path in folder.glob("logs/*-*.txt")]
            told = "\n".join(reports) or "without a report"
            raise RuntimeError(f"{name} ended with {program.returncode}, {told}")
        return took

    return run
