"""改我的密码: one's own password, typed twice."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from svcdesk.desk import people
from svcdesk.rules.problems import Problem
from svcdesk.ui import theme
from svcdesk.ui.notice import Tone
from svcdesk.ui.office.form import TwicePassword
from svcdesk.ui.page import Below, text
from svcdesk.ui.words import tell

if TYPE_CHECKING:
    from svcdesk.rules.people import Me
    from svcdesk.ui.background import Background
    from svcdesk.ui.notice import NoticeBar


class OwnPasswordDialog(QDialog):
    """Changes it on the server; the password itself stays on this computer."""

    def __init__(
        self,
        background: "Background",
        me: "Me",
        notices: "NoticeBar",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("改我的密码"))
        self._background, self._me, self._notices = background, me, notices
        self._password = TwicePassword(self)
        self._below = Below(self)
        self._save = QPushButton(self.tr("改密码(&S)"), self, autoDefault=False)
        self._lay_out()
        self._save.clicked.connect(self.save)
        self._password.on_enter(self.save)

    def save(self) -> None:
        """Check, then change it."""
        password = self._password.take(self._me.login)
        if password is None:
            return
        self._below.say("")
        self._save.setEnabled(False)
        answer = self._background.do(self, people.change_password, password)
        answer.then(self._changed).but(self._refused)

    def _changed(self, _done: None) -> None:
        self._notices.tell(self.tr("密码已改，下次登录用新密码。"), Tone.DONE)
        self.accept()

    def _refused(self, problem: Problem) -> None:
        self._save.setEnabled(True)
        self._below.say(tell(problem))

    def _lay_out(self) -> None:
        theme.dress(self._save, "primary")
        close = QPushButton(self.tr("取消"), self, autoDefault=False)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        who = self.tr("{name}，用户名 {login}").format(name=self._me.name, login=self._me.login)
        column.addWidget(text(who, "sub", self))
        column.addWidget(self._password)
        column.addWidget(self._below)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
