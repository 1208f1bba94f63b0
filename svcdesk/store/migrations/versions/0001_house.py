"""The house: tables, roles' rights, row security, the journal.

Revision ID: 0001
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Write the tables first, then what people may do with them."""
    for part in ("0001_tables.sql", "0001_guards.sql"):
        op.get_bind().exec_driver_sql(
            Path(__file__).with_name(part).read_text(encoding="utf-8"),
            execution_options={"no_parameters": True},
        )
