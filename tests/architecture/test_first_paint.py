"""The window's first paint waits for nothing heavy; the tabs are imported after signing in."""

import subprocess
import sys

HEAVY = (
    "sqlalchemy",
    "alembic",
    "psycopg",
    "reportlab",
    "docx",
    "xlsxwriter",
    "pypdfium2",
    "pypinyin",
    "lxml",
)
PROGRAM = """
import sys
import svcdesk.ui.shell, svcdesk.ui.press, svcdesk.ui.single, svcdesk.app
print(*sorted({name.partition(".")[0] for name in sys.modules}))
print(*sorted(name for name in sys.modules if name.startswith("svcdesk.")))
"""


def test_the_shell_imports_neither_a_database_nor_a_printing_library():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True
    )
    modules, ours = (line.split() for line in done.stdout.splitlines())
    assert [name for name in HEAVY if name in modules] == []
    assert [name for name in ours if name.startswith(("svcdesk.desk", "svcdesk.store"))] == []
    assert [name for name in ours if name.startswith("svcdesk.papers")] == []
