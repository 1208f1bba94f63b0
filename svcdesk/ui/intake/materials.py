"""③ The checklist of materials: A all, Space or a digit one, X missing, N not applicable."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from svcdesk.rules.intake import Mark, MaterialMark
from svcdesk.ui import marks as chips
from svcdesk.ui.intake.telling import Telling
from svcdesk.ui.table import Column, Table, TableView
from svcdesk.ui.theme import Look, Shape, dress
from svcdesk.ui.words import say

if TYPE_CHECKING:
    from svcdesk.desk.catalogue import MaterialCard

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOOKS = {
    Mark.UNJUDGED: Look(Shape.RING, "held"),
    Mark.COMPLETE: Look(Shape.DISC, "calm"),
    Mark.MISSING: Look(Shape.SQUARE, "overdue"),
    Mark.NOT_APPLICABLE: Look(Shape.BARS, "held"),
}


@dataclass(frozen=True)
class Judged:
    """One material and the clerk's judgement of it."""

    card: "MaterialCard"
    mark: Mark = Mark.UNJUDGED

    @property
    def settled(self) -> bool:
        """Whether this material stands in nobody's way (行政许可法 32)."""
        return not self.card.required or self.mark in {Mark.COMPLETE, Mark.NOT_APPLICABLE}


class MaterialsSection(QWidget):
    """The materials of the chosen item, judged one by one or all at once."""

    changed = Signal()
    done = Signal()
    """Enter on the last line: on to the next field."""
    stepped_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: Table[Judged] = Table(self._columns(), key=lambda line: line.card.id)
        self.view = Checklist(self._table, self)
        self._count = QLabel(self)
        self._says = Telling("materials_say", self)
        self._count.setObjectName("materials_count")
        self._frozen = False
        self._lay_out()
        self.view.judged.connect(self._judge)
        self.view.all_complete.connect(self._complete_all)
        self.view.done.connect(self.done)
        self.view.stepped_back.connect(self.stepped_back)
        self._tell()

    @property
    def marks(self) -> tuple[MaterialMark, ...]:
        """What was found, for the draft."""
        return tuple(MaterialMark(line.card.id, line.mark) for line in self._table.rows)

    def show_materials(
        self, cards: Iterable["MaterialCard"], marks: Iterable[MaterialMark] = ()
    ) -> None:
        """The materials of an item, with what was already found."""
        found = {mark.material_id: mark.mark for mark in marks}
        self._table.show([Judged(card, found.get(card.id, Mark.UNJUDGED)) for card in cards])
        self.view.fit()
        if self._table.rows and self.view.chosen() is None:
            self.view.selectRow(0)
        self._tell()

    def fault(self) -> str:
        """What stands in the way of accepting, or nothing; also told above the list."""
        unsettled = [line for line in self._table.rows if not line.settled]
        absent = [line for line in unsettled if line.mark is Mark.MISSING]
        if not unsettled:
            return ""
        sentence = self._absent_words(absent) if absent else self._unjudged_words(unsettled)
        self._says.blame(sentence)
        self.view.choose((absent or unsettled)[0].card.id)
        return sentence

    def freeze(self, *, frozen: bool) -> None:
        """Take no keys while an act is on its way."""
        self._frozen = frozen

    def _absent_words(self, lines: list[Judged]) -> str:
        words = self.tr("缺 {n} 份必交材料，不能受理：{names}。收齐再按 F9；要等就按 F2 存草稿。")
        return words.format(n=len(lines), names=_names(lines))

    def _unjudged_words(self, lines: list[Judged]) -> str:
        words = self.tr("还有 {n} 份必交材料没有核：{names}。按 A 全齐，或逐项按空格、X、N。")
        return words.format(n=len(lines), names=_names(lines))

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("③ 材料(&M)"), self)
        heading.setBuddy(self.view)
        keys = QLabel(self.tr("A 全齐　空格或数字 勾选　X 缺　N 不适用"), self)
        dress(heading, "heading")
        dress(self._count, "heading")
        dress(keys, "small")
        row = QHBoxLayout()
        row.addWidget(heading)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._says)
        column.addWidget(self.view, 1)
        self.view.say_when_empty(self.tr("先选事项，要核的材料会列在这里。"))

    def _columns(self) -> list[Column[Judged]]:
        return [
            Column("", lambda line: str(line.card.position)),
            Column(self.tr("材料"), self._name, stretch=True),
            Column(self.tr("要求"), self._form),
            Column(self.tr("核对"), lambda line: say(line.mark)),
        ]

    def _name(self, line: Judged) -> str:
        optional = "" if line.card.required else self.tr("（选交）")
        return line.card.name + optional

    def _form(self, line: Judged) -> str:
        words = self.tr("{form} {copies} 份")
        return words.format(form=say(line.card.form), copies=line.card.copies)

    def _judge(self, at: int, mark: Mark) -> None:
        """Give one line a mark; the same mark again takes it away."""
        if self._frozen or not 0 <= at < len(self._table.rows):
            return
        line = self._table.rows[at]
        wanted = Mark.UNJUDGED if line.mark is mark else mark
        self._show(
            [*self._table.rows[:at], replace(line, mark=wanted), *self._table.rows[at + 1 :]]
        )
        self.view.selectRow(at)

    def _complete_all(self) -> None:
        if not self._frozen:
            self._show(
                line if line.mark is Mark.NOT_APPLICABLE else replace(line, mark=Mark.COMPLETE)
                for line in self._table.rows
            )

    def _show(self, lines: Iterable[Judged]) -> None:
        self._table.show(list(lines))
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self._says.be_quiet()
        lines = [line for line in self._table.rows if line.mark is not Mark.NOT_APPLICABLE]
        complete = sum(line.mark is Mark.COMPLETE for line in lines)
        words = self.tr("{complete}/{wanted} 齐").format(complete=complete, wanted=len(lines))
        self._count.setText(words if self._table.rows else "")
        called = (
            self.tr("材料 {words}").format(words=words) if self._table.rows else self.tr("材料")
        )
        self.view.setAccessibleName(called)

    def remember(self) -> object:
        """What was found, so that a scan typed into the list can be undone."""
        return self._table.rows

    def restore(self, memory: Any) -> None:
        """Hold again what ``remember`` returned."""
        self._show(memory)


class Checklist(TableView):
    """The list itself; its letters are commands, which works because it is read-only."""

    judged = Signal(int, Mark)
    all_complete = Signal()
    done = Signal()
    stepped_back = Signal()

    def __init__(self, table: Table[Judged], section: MaterialsSection) -> None:
        super().__init__(table, section)
        self._section = section
        self.setObjectName("materials")
        self.setSortingEnabled(False)
        self.horizontalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(3, chips.MarkDelegate(_chip, self))
        self._marking: dict[Qt.Key, Mark] = {
            Qt.Key.Key_Space: Mark.COMPLETE,
            Qt.Key.Key_X: Mark.MISSING,
            Qt.Key.Key_N: Mark.NOT_APPLICABLE,
        }

    def fit(self) -> None:
        """Fit the columns to another item's materials."""
        self._fitted = False
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits judge; Enter goes down the list and then out of it."""
        if event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._step(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif not self._command(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first line."""
        super().focusInEvent(event)
        if self.chosen() is None:
            self.selectRow(0)

    def remember(self) -> object:
        """See :class:`svcdesk.ui.intake.lines.Remembering`."""
        return self._section.remember()

    def restore(self, memory: object) -> None:
        """See :class:`svcdesk.ui.intake.lines.Remembering`."""
        self._section.restore(memory)

    def _command(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_A:
            self.all_complete.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.judged.emit(key - Qt.Key.Key_1, Mark.COMPLETE)
        elif key in self._marking:
            self.judged.emit(self.currentIndex().row(), self._marking[key])
        else:
            return False
        return True

    def _step(self, *, back: bool) -> None:
        at = self.currentIndex().row() + (-1 if back else 1)
        if 0 <= at < self.model().rowCount():
            self.selectRow(at)
        else:
            (self.stepped_back if back else self.done).emit()


def _chip(line: Judged) -> chips.Mark:
    return chips.Mark(_LOOKS[line.mark], say(line.mark))


def _names(lines: list[Judged]) -> str:
    return "、".join(line.card.name for line in lines[:3]) + ("…" if len(lines) > 3 else "")
