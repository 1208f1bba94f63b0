"""The card of one person: posts, where sent, a new password, the end of access."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from svcdesk.desk import people
from svcdesk.desk.people import PersonRow
from svcdesk.desk.seats import UnitRow, WindowRow
from svcdesk.rules.access import Role
from svcdesk.rules.problems import Problem
from svcdesk.ui import theme
from svcdesk.ui.office.confirm import ConfirmButton
from svcdesk.ui.office.form import Form, TwicePassword
from svcdesk.ui.office.places import PlaceField
from svcdesk.ui.office.posts import PostsField
from svcdesk.ui.page import Below
from svcdesk.ui.words import tell

if TYPE_CHECKING:
    from svcdesk.rules.people import Me
    from svcdesk.ui.background import Answer, Background

    _Step = Callable[[], Answer[None]]


class PersonCard(QWidget):
    """Everything an administrator may change about somebody else."""

    done = Signal(str)
    """What was done, in one sentence."""
    stale = Signal()
    """Something was refused; what is shown may be out of date."""

    def __init__(self, background: "Background", me: "Me", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._me = background, me
        self._person: PersonRow | None = None
        self._shown_place: tuple[UUID | None, UUID | None] = (None, None)
        self._name, self._who, self._why = QLabel(self), QLabel(self), QLabel(self)
        self._changes = QWidget(self)
        self._posts = PostsField(self)
        self._unit, self._window = PlaceField(self), PlaceField(self)
        self._save = QPushButton(self.tr("保存岗位和窗口(&S)"), self)
        self._password = TwicePassword(self)
        self._give = QPushButton(self.tr("换成新密码(&K)"), self)
        self._end = ConfirmButton(
            self.tr("停用…(&X)"),
            self.tr("停用后这个人马上不能登录，办过的件和打过的卡都保留。"),
            self.tr("确定停用"),
            self,
        )
        self._below = Below(self)
        self._lay_out()
        self._save.clicked.connect(self.save)
        self._give.clicked.connect(self.set_password)
        self._password.on_enter(self.set_password)
        self._end.confirmed.connect(self.deactivate)

    def offer_units(self, units: Sequence[UnitRow]) -> None:
        """From which unit somebody can be sent."""
        if self._unit.offer_units(units) and self._person is not None:
            self._show_place(self._person)

    def offer_windows(self, windows: Sequence[WindowRow]) -> None:
        """To which window somebody can be sent."""
        if self._window.offer_windows(windows) and self._person is not None:
            self._show_place(self._person)

    def show_person(self, person: PersonRow) -> None:
        """Show this person; what was typed for another one is forgotten.

        News that does not concern the person leaves half-made changes alone.
        """
        if person == self._person:
            return
        if self._person is None or person.id != self._person.id:
            self._password.clear()
            self._below.say("")
            self._end.take_back()
        self._person = person
        self._name.setText(person.name)
        self._who.setText(
            self.tr("用户名 {login}　工号 {number}").format(
                login=person.login, number=person.staff_no
            )
        )
        self._posts.show_roles(person.roles)
        self._show_place(person)
        self._why.setText(self._locked(person))
        self._why.setVisible(bool(self._locked(person)))
        self._changes.setEnabled(not self._locked(person))

    def save(self) -> None:
        """Give and take posts until they are as ticked, and send the person where chosen.

        One act after the other: the first that the hall refuses ends it, and is told.
        """
        person = self._person
        if person is None:
            return
        wanted = self._posts.roles()
        steps: list[_Step] = [
            *(partial(self._give_post, person, role) for role in sorted(wanted - person.roles)),
            *(partial(self._take_post, person, role) for role in sorted(person.roles - wanted)),
        ]
        if self._place() != self._shown_place:
            steps.append(partial(self._send, person))
        told = self.tr("已保存 {name} 的岗位和窗口。").format(name=person.name)
        self._go_on(steps, told if steps else self.tr("没有改动。"))

    def _go_on(self, steps: list["_Step"], told: str) -> None:
        self._below.say("")
        if not steps:
            self.done.emit(told)
            return
        step, *rest = steps
        step().then(lambda _done: self._go_on(rest, told)).but(self._refused)

    def _give_post(self, person: PersonRow, role: Role) -> "Answer[None]":
        return self._background.do(self, people.give_post, person.id, role)

    def _take_post(self, person: PersonRow, role: Role) -> "Answer[None]":
        return self._background.do(self, people.take_post, person.id, role)

    def _send(self, person: PersonRow) -> "Answer[None]":
        return self._background.do(self, people.place, person.id, *self._place())

    def _place(self) -> tuple[UUID | None, UUID | None]:
        return self._unit.chosen(), self._window.chosen()

    def set_password(self) -> None:
        """Give the person a new password."""
        person = self._person
        password = self._password.take(person.login) if person else None
        if person is None or password is None:
            return
        told = self.tr("{name} 的密码已换，请当面告诉本人。").format(name=person.name)
        give = partial(self._background.do, self, people.set_password, person.id, password)
        self._go_on([give], told)
        self._password.clear()

    def deactivate(self) -> None:
        """End the person's access."""
        person = self._person
        if person is not None:
            told = self.tr("{name} 已停用，不能再登录。").format(name=person.name)
            self._go_on([partial(self._background.do, self, people.deactivate, person.id)], told)

    def _refused(self, problem: Problem) -> None:
        self._below.say(tell(problem))
        self.stale.emit()

    def _show_place(self, person: PersonRow) -> None:
        self._unit.show_name(person.unit)
        self._window.show_name(person.window)
        self._shown_place = self._place()

    def _locked(self, person: PersonRow) -> str:
        if person.id == self._me.person_id:
            return self.tr("这是你自己。岗位和密码要请另一位管理员来改。")
        return "" if person.active else self.tr("这个人已经停用，不能登录。")

    def _lay_out(self) -> None:
        theme.dress(self._name, "heading")
        theme.dress(self._who, "sub")
        theme.dress(self._why, "sub")
        self._why.setWordWrap(True)
        sent = Form(self._changes)
        sent.add("posts", self.tr("岗位"), self._posts)
        sent.add("unit", self.tr("派出单位(&D)"), self._unit)
        sent.add("window", self.tr("窗口(&W)"), self._window)
        inside = QVBoxLayout(self._changes)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        for widget in (
            sent, self._save, _rule(self), self._password, self._give, _rule(self), self._end,
        ):  # fmt: skip
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._name, self._who, self._why, self._below, self._changes):
            column.addWidget(part)
        column.addStretch()


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    theme.dress(rule, "rule")
    return rule
