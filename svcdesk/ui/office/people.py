"""人员与岗位: who has a login here, and in which posts."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from svcdesk.desk import people, seats
from svcdesk.desk.people import NewPerson, PersonRow
from svcdesk.desk.seats import UnitRow, WindowRow
from svcdesk.rules.access import Role
from svcdesk.rules.topics import Topic
from svcdesk.ui import theme
from svcdesk.ui.marks import FaintDelegate, Mark, MarkDelegate
from svcdesk.ui.office.new_person import NewPersonForm
from svcdesk.ui.office.person import PersonCard
from svcdesk.ui.table import Column, Table, TableView
from svcdesk.ui.theme import Look, Shape
from svcdesk.ui.view import View
from svcdesk.ui.words import say

if TYPE_CHECKING:
    from svcdesk.rules.people import Me
    from svcdesk.ui.background import Background

ACTIVE = Look(Shape.DISC, "calm")
ENDED = Look(Shape.RING, "held")


class PeopleView(View):
    """The list on the left; on the right the person chosen, or the form for a new one."""

    shows = frozenset({Topic.PEOPLE, Topic.UNITS})

    def __init__(self, background: "Background", me: "Me", parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._choose: UUID | None = None
        self._filter = QLineEdit(self)
        self._add = QPushButton(self.tr("新增人员(&A)"), self)
        self._people: Table[PersonRow] = Table(self._columns(), key=lambda person: person.id)
        self._list = TableView(self._people, self)
        self._card = PersonCard(background, me, self)
        self._form = NewPersonForm(background, self)
        self._told = QLabel(self)
        self._right = QStackedWidget(self)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The dialog's title."""
        return self.tr("人员与岗位")

    def reload(self) -> None:
        """Ask again for everybody, and for where they can be sent."""
        self._background.ask(self, seats.units).then(self._offer_units)
        self._background.ask(self, seats.windows).then(self._offer_windows)
        self._background.ask(self, people.people).then(self._show)

    def seek(self) -> None:
        """Go to the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def begin_new(self) -> None:
        """Show the form for a new person; what was typed there before is still there."""
        self._right.setCurrentIndex(1)
        self._form.begin()

    def step_back(self) -> bool:
        """From the form to the list; False if the list is what there is."""
        if self._right.currentIndex() == 0:
            return False
        self._right.setCurrentIndex(0)
        self._list.setFocus()
        return True

    def _columns(self) -> tuple[Column[PersonRow], ...]:
        def order(person: PersonRow) -> int:
            return self._people.position(person.id) or 0  # the answer comes in pinyin order

        return (
            Column(self.tr("姓名"), lambda person: person.name, sort=order),
            Column(self.tr("用户名"), lambda person: person.login),
            Column(self.tr("工号"), lambda person: person.staff_no),
            Column(self.tr("岗位"), lambda person: self._posts_told(person.roles), stretch=True),
            Column(self.tr("单位"), lambda person: person.unit),
            Column(self.tr("窗口"), lambda person: person.window),
            Column(self.tr("状态"), self._state),
        )

    def _lay_out(self) -> None:
        self._filter.setPlaceholderText(self.tr("按姓名、用户名、单位或窗口筛选（Ctrl+F）"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setAccessibleName(self.tr("筛选人员"))
        self._list.setAccessibleName(self.tr("人员"))
        self._list.say_when_empty(self.tr("正在查…"))
        self._list.setItemDelegate(FaintDelegate(lambda person: not person.active, self._list))
        self._list.setItemDelegateForColumn(6, MarkDelegate(self._mark, self._list))
        self._told.setWordWrap(True)
        self._told.hide()
        theme.dress(self._told, "good")
        above = QHBoxLayout()
        above.addWidget(self._filter, 1)
        above.addWidget(self._add)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(above)
        left.addWidget(self._list, 1)
        left.addWidget(self._told)
        for page in (self._card, self._form):
            self._right.addWidget(_scrolled(page))
        self._right.setFixedWidth(self.fontMetrics().averageCharWidth() * 27)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addLayout(left, 1)
        line.addWidget(self._right)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._narrow)
        self._add.clicked.connect(self.begin_new)
        self._list.selected.connect(self._choose_person)
        self._list.opened.connect(lambda _person: self._right.setFocus())
        self._card.done.connect(self._note)
        self._card.stale.connect(self.reload)
        self._form.added.connect(self._welcome)
        QShortcut(
            QKeySequence.StandardKey.Find, self, self.seek,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )  # fmt: skip

    def _show(self, rows: tuple[PersonRow, ...]) -> None:
        self._people.show(rows)
        self._form.take_note(frozenset(row.login for row in rows))
        self._say_when_empty()
        if self._choose is not None and self._list.choose(self._choose):
            self._choose = None
        elif self._list.chosen() is None and rows:
            self._list.selectRow(0)
        self._choose_person(self._list.chosen())

    def _choose_person(self, person: PersonRow | None) -> None:
        self._card.setVisible(person is not None)
        if person is not None:
            self._card.show_person(person)

    def _offer_units(self, units: tuple[UnitRow, ...]) -> None:
        self._card.offer_units(units)
        self._form.offer_units(units)

    def _offer_windows(self, windows: tuple[WindowRow, ...]) -> None:
        self._card.offer_windows(windows)
        self._form.offer_windows(windows)

    def _narrow(self, text: str) -> None:
        self._list.filter(text.strip())
        self._say_when_empty()

    def _say_when_empty(self) -> None:
        text = self.tr("没有找到“{sought}”。清空筛选框就能看到全部人员。")
        self._list.say_when_empty(text.format(sought=self._filter.text().strip()))

    def _note(self, told: str) -> None:
        self._told.setText(told)
        self._told.show()
        self.reload()

    def _welcome(self, added: tuple[NewPerson, UUID]) -> None:
        person, self._choose = added
        self.step_back()
        told = self.tr("已登记 {name}，用户名 {login}。请把初始密码当面告诉本人，登录后自己改掉。")
        self._note(told.format(name=person.name, login=person.login))

    def _posts_told(self, roles: frozenset[Role]) -> str:
        return self.tr("、").join(say(role) for role in Role if role in roles)

    def _state(self, person: PersonRow) -> str:
        return self.tr("在用") if person.active else self.tr("已停用")

    def _mark(self, person: PersonRow) -> Mark:
        return Mark(ACTIVE if person.active else ENDED, self._state(person))


class PeopleDialog(QDialog):
    """The view in a window of its own; Escape goes one step back, then closes."""

    def __init__(self, background: "Background", me: "Me", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = PeopleView(background, me, self)
        self.setWindowTitle(self.view.title())
        close = QPushButton(self.tr("关闭"), self, autoDefault=False)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.view, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter goes on to the next field
        self.resize(1240, 640)

    def hear(self, changed: frozenset[Topic]) -> None:
        """Pass news on."""
        self.view.hear(changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back where there is one."""
        if event.key() != Qt.Key.Key_Escape or not self.view.step_back():
            super().keyPressEvent(event)


def _scrolled(page: QWidget) -> QScrollArea:
    """The page, scrolled where the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
