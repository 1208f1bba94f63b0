"""The checklist: letters and digits judge, without the input method."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from svcdesk.rules.catalogue import MaterialForm
from svcdesk.rules.intake import Mark
from svcdesk.ui.intake.materials import MaterialsSection
from tests.ui.intake.counter import ENTER

C, X, N, U = Mark.COMPLETE, Mark.MISSING, Mark.NOT_APPLICABLE, Mark.UNJUDGED


@dataclass(frozen=True)
class Card:
    id: UUID
    position: int
    name: str
    form: MaterialForm = MaterialForm.ORIGINAL
    copies: int = 1
    required: bool = True


@pytest.fixture
def section(qtbot: Any) -> MaterialsSection:
    section = MaterialsSection()
    qtbot.addWidget(section)
    cards: list[Any] = [Card(uuid4(), n, f"材料{n}", required=n != 4) for n in range(1, 5)]
    section.show_materials(cards)
    section.show()
    section.view.setFocus()
    return section


def press(section: MaterialsSection, keys: str) -> list[Mark]:
    special: dict[str, Any] = {" ": Qt.Key.Key_Space, "↓": Qt.Key.Key_Down, "⏎": ENTER}
    for key in keys:
        QTest.keyClick(section.view, special.get(key, key))
    return [mark.mark for mark in section.marks]


@pytest.mark.parametrize(
    ("keys", "marks"),
    [
        ("a", [C, C, C, C]),
        ("A", [C, C, C, C]),
        (" ", [C, U, U, U]),
        ("  ", [U, U, U, U]),
        ("13", [C, U, C, U]),
        ("133", [C, U, U, U]),
        ("9", [U, U, U, U]),
        ("↓x", [U, X, U, U]),
        ("↓xx", [U, U, U, U]),
        ("na", [N, C, C, C]),
        ("xa", [C, C, C, C]),
        ("⏎⏎ ", [U, U, C, U]),
    ],
)
def test_keys_judge(section, keys, marks):
    assert press(section, keys) == marks


def test_the_count_leaves_out_what_does_not_apply(section):
    press(section, "12↓↓n")
    assert section.view.accessibleName().startswith("材料 ")
    assert section._count.text() == "2/3 齐"


def test_enter_on_the_last_line_goes_on(section, qtbot):
    press(section, "⏎⏎⏎")
    with qtbot.waitSignal(section.done, timeout=500):
        press(section, "⏎")


def test_a_paper_that_is_not_required_stands_in_nobodys_way(section):
    press(section, "123")
    assert section.fault() == ""


def test_frozen_it_takes_no_keys(section):
    section.freeze(frozen=True)
    assert press(section, "a1 x") == [U, U, U, U]


def test_commands_with_ctrl_are_not_marks(section):
    QTest.keyClick(section.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [mark.mark for mark in section.marks] == [U, U, U, U]
