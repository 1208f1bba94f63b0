"""The form that gives somebody a login of his own."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from svcdesk.desk import people
from svcdesk.desk.people import NewPerson
from svcdesk.desk.seats import UnitRow, WindowRow
from svcdesk.rules.access import Role
from svcdesk.rules.names import BadName, clean_name
from svcdesk.rules.people import Principal
from svcdesk.rules.problems import Problem
from svcdesk.ui import theme
from svcdesk.ui.office.form import (
    Fault,
    Form,
    Lacking,
    choices,
    latin,
    login_fault,
    password_faults,
)
from svcdesk.ui.office.places import PlaceField
from svcdesk.ui.office.posts import PostsField
from svcdesk.ui.page import Below
from svcdesk.ui.password import PasswordField
from svcdesk.ui.words import tell

if TYPE_CHECKING:
    from svcdesk.ui.background import Background


class NewPersonForm(Form):
    """Checks what can be checked here, and shows beside the field what the hall refuses."""

    added = Signal(object)
    """Whom the hall now has: the NewPerson, and the id (a pair)."""

    def __init__(self, background: "Background", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._taken: frozenset[str] = frozenset()
        self._name, self._login = QLineEdit(self), latin(QLineEdit(self))
        self._staff_no = latin(QLineEdit(self))
        self._principal: QComboBox = choices(Principal, self)
        self._posts = PostsField(self)
        self._unit, self._window = PlaceField(self), PlaceField(self)
        self._password, self._repeated = PasswordField(self), PasswordField(self)
        self._save = QPushButton(self.tr("登记(&E)"), self)
        self._below = Below(self)
        self._lay_out()
        self.clear()

    def offer_units(self, units: Sequence[UnitRow]) -> None:
        """From which unit somebody can be sent."""
        self._unit.offer_units(units)

    def offer_windows(self, windows: Sequence[WindowRow]) -> None:
        """To which window somebody can be sent."""
        self._window.offer_windows(windows)

    def take_note(self, logins: frozenset[str]) -> None:
        """The login names that are taken."""
        self._taken = logins

    def begin(self) -> None:
        """Go to the first field."""
        self._name.setFocus()

    def clear(self) -> None:
        """An empty form, for the next person."""
        for field in (self._name, self._login, self._staff_no, self._password, self._repeated):
            field.clear()
        self._posts.show_roles({Role.CLERK})
        self._principal.setCurrentIndex(self._principal.findData(Principal.HOME_UNIT))
        self._unit.show_id(None)
        self._window.show_id(None)
        self.show_faults({})
        self._below.say("")

    def submit(self) -> None:
        """Check, then give the person a login; the password goes to the worker as typed."""
        self._below.say("")
        person = self._typed()
        if not self.show_faults(self._faults(person)):
            return
        self._save.setEnabled(False)
        password = self._password.text()
        answer = self._background.do(self, people.add_person, person, password)
        answer.then(self._hear(person)).but(self._refused)

    def _hear(self, person: NewPerson) -> Callable[[UUID], None]:
        def hear(person_id: UUID) -> None:
            self._save.setEnabled(True)
            self.clear()
            self.added.emit((person, person_id))

        return hear

    def _refused(self, problem: Problem) -> None:
        self._save.setEnabled(True)
        self._below.say(tell(problem))

    def _lay_out(self) -> None:
        title = QLabel(self.tr("新增人员"), self)
        theme.dress(title, "heading")
        self.column.insertWidget(0, title)
        self.add("name", self.tr("姓名(&N)"), self._name)
        self.add("login", self.tr("用户名(&U)"), self._login, self.tr("例如 lina"))
        self.add("staff_no", self.tr("工号(&J)"), self._staff_no, self.tr("印在通知书上"))
        self.add("principal", self.tr("管理单位(&G)"), self._principal)
        self.add("posts", self.tr("岗位"), self._posts)
        self.add("unit", self.tr("派出单位(&D)"), self._unit)
        self.add("window", self.tr("窗口(&W)"), self._window)
        self.add(
            "password", self.tr("初始密码(&P)"), self._password, self.tr("至少 8 位，两种字符")
        )
        self.add("repeated", self.tr("再输一遍(&R)"), self._repeated)
        theme.dress(self._save, "primary")
        self.column.addWidget(self._below)
        self.column.addWidget(self._save)
        self.column.addStretch()
        self._save.clicked.connect(self.submit)
        self._repeated.returnPressed.disconnect()
        self._repeated.returnPressed.connect(self.submit)

    def _typed(self) -> NewPerson:
        return NewPerson(
            login=self._login.text().strip(),
            name=self._name.text().strip(),
            staff_no=self._staff_no.text().strip(),
            roles=self._posts.roles(),
            principal=self._principal.currentData(),
            unit_id=self._unit.chosen(),
            window_id=self._window.chosen(),
        )

    def _faults(self, person: NewPerson) -> dict[str, Fault]:
        faults = password_faults(self._password.text(), self._repeated.text(), person.login)
        try:
            clean_name(person.name)
        except BadName as fault:
            faults["name"] = fault
        login = login_fault(person.login)
        if login is not None:
            faults["login"] = login
        elif person.login in self._taken:
            faults["login"] = Lacking.LOGIN_TAKEN
        if not person.staff_no:
            faults["staff_no"] = Lacking.STAFF_NO
        if not person.roles:
            faults["posts"] = Lacking.POST
        if Role.CLERK in person.roles and person.window_id is None:
            faults["window"] = Lacking.WINDOW
        return faults
