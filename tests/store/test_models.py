"""The mapped classes, the migrations and the rules say the same as the database."""

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Integer, String, create_engine
from sqlalchemy.pool import NullPool

from svcdesk.rules.access import Role
from svcdesk.rules.attendance import Direction
from svcdesk.rules.cases import NEXT, Outcome, State, Step
from svcdesk.rules.catalogue import DayUnit, ItemKind, MaterialForm
from svcdesk.rules.identity import DocumentKind
from svcdesk.rules.intake import Mark
from svcdesk.rules.people import Principal
from svcdesk.rules.units import Placement, WindowKind
from svcdesk.store import (  # noqa: F401 - imported for the classes they map
    attendance,
    audit,
    base,
    cases,
    catalogue,
    hall,
    keys,
    people,
    units,
)
from svcdesk.store.base import Base
from svcdesk.store.schema import NEWEST
from svcdesk.store.setup import MIGRATIONS

FOR_FUNCTIONS_ONLY = {
    "document_search", "journal_head", "number_series", "revision", "secret", "seat_key",
    "seat_session", "step_rule",
}  # fmt: skip
"""Tables that nobody reads through a mapped class."""


def _compare_type(
    _context: Any, _column: Any, _mapped: Any, there: Any, mapped: Any
) -> bool | None:
    """A Python int is an integer of any width, a str or an enum text of any name."""
    alike = any(isinstance(there, kind) and isinstance(mapped, kind) for kind in (Integer, String))
    return False if alike else None


def _include(_thing: Any, name: str | None, kind: str, reflected: bool, _other: Any) -> bool:
    """Indexes and unique constraints are the migrations' own affair."""
    if kind == "table":
        return not (reflected and name in FOR_FUNCTIONS_ONLY)
    return kind not in {"index", "unique_constraint"}


def test_the_mapped_classes_are_the_tables(siege):
    with create_engine(siege.hall.superuser, poolclass=NullPool).connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_schemas": True,
                "include_name": lambda name, kind, _: kind != "schema" or name == "svc",
                "include_object": _include,
                "compare_type": _compare_type,
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_the_program_knows_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_the_databases_step_rules_are_the_rules(as_superuser):
    rules = as_superuser("SELECT state, step, next FROM svc.step_rule")
    assert {(State(state), Step(step)): State(after) for state, step, after in rules} == NEXT


def test_states_are_worded_alike(as_superuser):
    words = {state: as_superuser("SELECT svc.state_word(:s)", s=state.value) for state in State}
    assert words == {state: [(state.word,)] for state in State}


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("unit.placement", Placement),
        ("window.kind", WindowKind),
        ("person.principal", Principal),
        ("post.role", Role),
        ("item.kind", ItemKind),
        ("item.statutory_unit", DayUnit),
        ("material.form", MaterialForm),
        ("case_file.state", State),
        ("case_file.outcome", Outcome),
        ("case_document.kind", DocumentKind),
        ("case_material.mark", Mark),
        ("case_step.step", Step),
        ("case_step.outcome", Outcome),
        ("punch.direction", Direction),
    ],
)
def test_a_column_takes_exactly_the_members_of_its_enum(as_superuser, column, kind):
    table, name = column.split(".")
    ((definition,),) = as_superuser(
        "SELECT pg_get_constraintdef(k.oid) FROM pg_constraint AS k JOIN pg_attribute AS a"
        " ON attrelid = conrelid AND conkey = ARRAY[attnum]"
        " WHERE contype = 'c' AND conrelid = to_regclass(:table) AND attname = :name",
        table=f'svc."{table}"',
        name=name,
    )
    values = {part for part in str(definition).split("'") if part.isidentifier()}
    assert values - {"text"} == {member.value for member in kind}
