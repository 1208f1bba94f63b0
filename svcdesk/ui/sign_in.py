"""Signing in: one line for login and password; in the practice hall a list of people."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from svcdesk.rules.problems import Problem, WrongPassword
from svcdesk.settings import Language
from svcdesk.ui import theme
from svcdesk.ui.background import Background
from svcdesk.ui.entrance import Entrance, PracticePerson
from svcdesk.ui.page import Below, Page, mark_wrong, text
from svcdesk.ui.password import PasswordField
from svcdesk.ui.table import Column, Table, TableView
from svcdesk.ui.words import say, tell


class SignInPage(Page):
    """Asks who sits here; a person may type while the database is still starting."""

    entered = Signal(object)
    """The Desk of the person who has signed in."""
    elsewhere = Signal()
    """This is not the hall that was meant."""
    language_wanted = Signal(object)

    def __init__(
        self, background: Background, last_login: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=64)
        self._background = background
        self._entrance: Entrance | None = None
        self._pressed = False
        self._title = text("svcdesk", "title", self)
        self._sub = text(self.tr("政务服务大厅窗口办公"), "sub", self)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sub)
        self.body.addSpacing(8)
        self._who = _Who(last_login, self)
        self._people = _People(self)
        self._people.hide()
        self.body.addWidget(self._who)
        self.body.addWidget(self._people)
        self._doing = text("", "sub", self)
        self.body.addWidget(self._doing)
        self.body.addSpacing(8)
        self.body.addWidget(_Below(self))
        self._who.given.connect(self._sign_in)
        self._people.picked.connect(self._sign_in_as)

    def open(self, entrance: Entrance) -> None:
        """The database is there: let people in."""
        self._entrance = entrance
        self._title.setText(entrance.hall or "svcdesk")
        self.say("")
        if entrance.practice:
            self._show_people(entrance)
        elif self._pressed:
            self._sign_in()

    def sign_in(self, login: str, password: str) -> None:
        """Sign in with what was typed elsewhere a moment ago."""
        self._who.fill(login, password)
        self._sign_in()

    def say(self, words: str) -> None:
        """What is being waited for."""
        self._doing.setText(QCoreApplication.translate("Progress", words))

    def show_problem(self, problem: Problem) -> None:
        """Say beside the fields what is amiss; what was typed stays, but for the password."""
        self._set_busy(False)
        self.say("")
        self._who.show_problem(problem)
        self._people.show_problem(problem)

    def give_up(self) -> None:
        """Something broke; let the person try again."""
        self._set_busy(False)
        self.say("")

    def _show_people(self, entrance: Entrance) -> None:
        self._sub.setText(self.tr("练习：选一个人，用他的身份进入。人和件都是编的，随便试。"))
        self._who.hide()
        self._people.show()
        answer = self._background.make(self, entrance.practice_people)
        answer.then(self._people.show_people).but(self.show_problem)

    def _sign_in(self) -> None:
        self._pressed = True
        self._set_busy(True)
        if self._entrance is None:
            self.say(self.tr("数据库还在准备，好了就登录。"))
            return
        self.say(self.tr("正在登录…"))
        login, password = self._who.answers()
        answer = self._background.make(self, self._entrance.sign_in, login, password)
        answer.then(self.entered.emit).but(self.show_problem)

    def _sign_in_as(self, person: PracticePerson) -> None:
        if self._entrance is None:
            return
        self._set_busy(True)
        self.say(self.tr("正在进入…"))
        answer = self._background.make(self, self._entrance.sign_in_as, person)
        answer.then(self.entered.emit).but(self.show_problem)

    def _set_busy(self, busy: bool) -> None:
        self._pressed = busy
        self._who.setEnabled(not busy)
        self._people.setEnabled(not busy)


class _Who(QWidget):
    """Login, password and the button in one line."""

    given = Signal()

    def __init__(self, last_login: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._login = QLineEdit(last_login, self)
        self._login.setObjectName("login")
        self._login.setMaxLength(63)
        self._login.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._password = PasswordField(self)
        self._password.setObjectName("password")
        self._button = QPushButton(self.tr("登录(&L)"), self)
        self._button.setProperty("kind", "primary")
        for field in (self._login, self._password):
            field.setProperty("kind", "field")
        self._below = Below(self)
        self._caps = text(self.tr("大写锁定开着。"), "sub", self)
        self._caps.hide()
        self._lay_out()
        self._login.returnPressed.connect(self._password.setFocus)
        self._password.returnPressed.connect(self._give)
        self._button.clicked.connect(self._give)
        self._password.caps_lock.connect(self._caps.setVisible)

    def fill(self, login: str, password: str) -> None:
        """Put these into the fields."""
        self._login.setText(login)
        self._password.setText(password)

    def answers(self) -> tuple[str, str]:
        """Login and password as typed."""
        return self._login.text().strip(), self._password.text()

    def show_problem(self, problem: Problem) -> None:
        """Say it under the fields."""
        self._below.say(tell(problem))
        wrong = isinstance(problem, WrongPassword)
        mark_wrong(self._password, wrong)
        if wrong:
            self._password.clear()
        if self.isVisible():
            self._password.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is still to be typed."""
        super().showEvent(event)
        (self._password if self._login.text() else self._login).setFocus()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        for words, field in (
            (self.tr("用户名(&U)"), self._login),
            (self.tr("密码(&P)"), self._password),
        ):
            label = QLabel(words, self)
            label.setProperty("kind", "sub")
            label.setBuddy(field)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(field)
            line.addLayout(column, 1)
        self._button.setMinimumHeight(self._login.sizeHint().height())
        line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self._below)
        column.addWidget(self._caps)

    def _give(self) -> None:
        login, password = self.answers()
        if not login:
            self._below.say(self.tr("请输入用户名。"))
            self._login.setFocus()
        elif not password:
            self._below.say(self.tr("请输入密码。"))
            self._password.setFocus()
        else:
            self._below.say("")
            mark_wrong(self._password, False)
            self.given.emit()


class _People(QWidget):
    """The sample hall's people, to be tried out without a password."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = Table[PracticePerson](
            (
                Column(self.tr("姓名"), lambda person: person.name),
                Column(self.tr("岗位"), lambda person: say(person.role)),
                Column(self.tr("窗口或单位"), lambda person: person.window, stretch=True),
            ),
            key=lambda person: person.login,
        )
        self._table.setParent(self)
        self._view = TableView(self._table, self)
        self._view.setAccessibleName(self.tr("可以试用的人"))
        self._view.setMinimumHeight(self.fontMetrics().height() * 13)
        self._view.say_when_empty(self.tr("正在读名单…"))
        self._below = Below(self)
        self._button = QPushButton(self.tr("用他的身份进入(&E)"), self)
        self._button.setProperty("kind", "primary")
        self._button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        column.addWidget(self._below)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)
        self._view.opened.connect(self.picked.emit)
        self._button.clicked.connect(self._pick)

    def show_people(self, people: Sequence[PracticePerson]) -> None:
        """List them, the first one chosen."""
        self._table.show(people)
        self._button.setEnabled(bool(people))
        self._view.say_when_empty(self.tr("样例大厅里还没有人。"))
        if people:
            self._view.choose(people[0].login)
            self._view.setFocus()

    def show_problem(self, problem: Problem) -> None:
        """Say it under the list."""
        self._below.say(tell(problem))

    def _pick(self) -> None:
        person = self._view.chosen()
        if person is not None:
            self.picked.emit(person)


class _Below(QWidget):
    """What stands under the fields: another hall, another language."""

    def __init__(self, page: SignInPage) -> None:
        super().__init__(page)
        elsewhere = _link(self.tr("换一个大厅，或去练习…"), self)
        elsewhere.clicked.connect(page.elsewhere.emit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(elsewhere)
        line.addStretch()
        for word, language in (("中文", Language.ZH), ("English", Language.EN)):
            link = _link(word, self)
            link.clicked.connect(partial(_want, page, language))
            line.addWidget(link)


def _want(page: SignInPage, language: Language, _checked: bool = False) -> None:
    page.language_wanted.emit(language)


def _link(words: str, parent: QWidget) -> QPushButton:
    link = QPushButton(words, parent)
    theme.dress(link, "link")
    return link
