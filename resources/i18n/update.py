"""Bring the English translation up to date: extract new texts, then compile what is translated.

    python resources/i18n/update.py

Runs pyside6-lupdate over the package, which adds new texts to ``svcdesk_en.ts`` as unfinished
and takes out those that are gone, then pyside6-lrelease, which writes ``svcdesk_en.qm``. Lists
what is still to be translated, and returns 1 while anything is. Translate in Qt Linguist
(pyside6-linguist) or by hand; a translation keeps every ``{placeholder}`` of its text.
"""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1] / "svcdesk"
TS = HERE / "svcdesk_en.ts"
QM = HERE / "svcdesk_en.qm"


def extract(ts: Path) -> None:
    """Add what the sources say to the .ts file; line numbers would only make noise in history."""
    sources = [str(path) for path in sorted(PACKAGE.rglob("*.py"))]
    _run(
        "pyside6-lupdate",
        *sources,
        "-ts",
        str(ts),
        "-no-obsolete",
        "-locations",
        "none",
        "-source-language",
        "zh_CN",
        "-target-language",
        "en_GB",
    )


def compile_to(ts: Path, qm: Path) -> None:
    """Write the compiled file; unfinished translations are left out."""
    _run("pyside6-lrelease", str(ts), "-qm", str(qm))


def messages(ts: Path) -> dict[tuple[str, str], str | None]:
    """Every text by context and source; None where the translation is missing or unfinished."""
    found: dict[tuple[str, str], str | None] = {}
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and translation.get("type") is None
            text = translation.text if translation is not None and finished else None
            found[name, message.findtext("source", "")] = text or None
    return found


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).with_name(tool)
    program = str(beside) if beside.exists() else tool
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    """Extract, compile, and say what is missing."""
    extract(TS)
    compile_to(TS, QM)
    missing = [text for text, translation in messages(TS).items() if translation is None]
    for context, source in missing:
        print(f"{context}: {source}")  # noqa: T201 - a tool's output
    print(f"{len(missing)} to be translated")  # noqa: T201
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
