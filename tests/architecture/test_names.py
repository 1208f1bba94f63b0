"""Names come from the hall, not from patterns; and what must stand in one place only."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "svcdesk"
MODULES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
FORBIDDEN_MODULES = {
    "utils", "util", "helpers", "helper", "common", "managers", "manager", "misc", "core", "base_",
}  # fmt: skip
PATTERN_WORDS = re.compile(r"(Manager|Helper|Service|Util|Utils|Impl)(?![a-z])")


def found(kind: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    """Everything of a kind, with its module."""
    for module, tree in MODULES.items():
        for node in ast.walk(tree):
            if isinstance(node, kind):
                yield module, node


def calls(name: str) -> list[str]:
    """Where something of this name is called, as module:line."""
    return [
        f"{module}:{node.lineno}"
        for module, node in found(ast.Call)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == name
    ]


def test_no_module_is_named_after_nothing():
    names = {Path(module).stem for module in MODULES} | {
        part for module in MODULES for part in Path(module).parent.parts
    }
    assert names & FORBIDDEN_MODULES == set()


def test_no_class_is_named_after_a_pattern():
    classes = {node.name for _, node in found(ast.ClassDef) if isinstance(node, ast.ClassDef)}
    assert {name for name in classes if PATTERN_WORDS.search(name)} == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_in_a_sentence_what_it_is_for(module):
    said = ast.get_docstring(MODULES[module]) or ""
    assert said.partition("\n\n")[0].replace("\n", " ").endswith((".", "?"))


def test_no_dialog_stops_the_program_until_it_is_answered():
    assert [place for place in calls("exec") if not place.startswith("app.py:")] == []


def test_nothing_lets_events_in_through_a_side_door():
    assert calls("processEvents") == []


def test_defects_are_swallowed_in_one_place_only():
    caught = {
        module
        for module, node in found(ast.ExceptHandler)
        if isinstance(node, ast.ExceptHandler) and _swallows_defects(node)
    }
    assert caught == {"ui/background.py"}


def _swallows_defects(handler: ast.ExceptHandler) -> bool:
    if isinstance(handler.body[-1], ast.Raise):
        return False
    if handler.type is None:
        return True
    names = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(
        isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"} for name in names
    )


@pytest.mark.parametrize("clock", ["now", "today", "utcnow"])
def test_rules_are_handed_the_time(clock):
    assert [place for place in calls(clock) if place.startswith("rules/")] == []


def test_the_counters_clock_decides_nothing_at_the_desk():
    places = calls("now") + calls("today")
    at_the_desk = [place for place in places if place.startswith("desk/")]
    assert {place.partition(":")[0] for place in at_the_desk} <= {"desk/sample/practice.py"}
