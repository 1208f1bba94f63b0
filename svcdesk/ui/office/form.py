"""A form in a panel: a label beside each field, what is amiss below it, Enter to the next."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from svcdesk.rules.problems import Problem
from svcdesk.rules.words import QT_TRANSLATE_NOOP
from svcdesk.ui.commands import plain
from svcdesk.ui.page import Below, mark_wrong
from svcdesk.ui.password import PasswordField
from svcdesk.ui.setup_path import Amiss, password_fault
from svcdesk.ui.words import Worded, say, tell


class Lacking(StrEnum):
    """What is still missing or taken in a form about a person."""

    LOGIN_TAKEN = "login_taken"
    STAFF_NO = "staff_no"
    POST = "post"
    WINDOW = "window"

    @property
    def word(self) -> str:
        """What to do about it, in one sentence."""
        return _LACKING_WORDS[self]


_LACKING_WORDS = {
    Lacking.LOGIN_TAKEN: QT_TRANSLATE_NOOP("Lacking", "这个用户名已经有人用了，请换一个。"),
    Lacking.STAFF_NO: QT_TRANSLATE_NOOP("Lacking", "请填工号，它会印在受理通知书上。"),
    Lacking.POST: QT_TRANSLATE_NOOP("Lacking", "请至少选一个岗位，否则登录后什么也做不了。"),
    Lacking.WINDOW: QT_TRANSLATE_NOOP("Lacking", "窗口人员要选一个窗口，才能在那里受理。"),
}

Fault = Amiss | Lacking | Problem
_LOGIN = re.compile(r"[a-z][a-z0-9_]{1,30}")


class Form(QWidget):
    """Fields by name; knows how to say what is amiss with each of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QWidget] = {}
        self._belows: dict[str, Below] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addLayout(self._grid)

    def add(self, name: str, label: str, field: QWidget, hint: str = "") -> None:
        """One more labelled field; ``hint`` stands in it while it is empty."""
        row = self._grid.rowCount()
        words = QLabel(label, self)
        words.setProperty("kind", "sub")
        words.setBuddy(field)
        field.setObjectName(name)
        field.setAccessibleName(plain(label))
        if isinstance(field, QLineEdit):
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self.focusNextChild)
        self._fields[name] = field
        self._belows[name] = Below(self)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        words.setMinimumHeight(round(self.fontMetrics().height() * 1.9))
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(self._belows[name], row + 1, 1)

    def show_faults(self, faults: Mapping[str, Fault]) -> bool:
        """Say what is amiss below each field, and go to the first; True if nothing is."""
        for name, field in self._fields.items():
            fault = faults.get(name)
            self._belows[name].say("" if fault is None else _said(fault))
            if isinstance(field, QLineEdit):
                mark_wrong(field, fault is not None)
        wrong = next((field for name, field in self._fields.items() if name in faults), None)
        if wrong is not None:
            wrong.setFocus()
        return wrong is None


def _said(fault: Fault) -> str:
    return tell(fault) if isinstance(fault, Problem) else say(fault)


def login_fault(login: str) -> Fault | None:
    """Why a login name will not do."""
    return None if _LOGIN.fullmatch(login) else Amiss.LOGIN


def password_faults(password: str, repeated: str, login: str) -> dict[str, Fault]:
    """What is amiss with a password typed twice, under ``password`` and ``repeated``."""
    weak = password_fault(password, login)
    if weak is not None:
        return {"password": weak}
    return {} if repeated == password else {"repeated": Amiss.PASSWORD_TWICE}


def latin(field: QLineEdit) -> QLineEdit:
    """A field in which nobody needs an input method."""
    field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    field.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
    return field


def choices(members: type[StrEnum], parent: QWidget) -> QComboBox:
    """A box with the members of an enumeration of the rules."""
    box = QComboBox(parent)
    for member in members:
        if isinstance(member, Worded):
            box.addItem(say(member), member)
    return box


class TwicePassword(Form):
    """A new password, typed twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._second = PasswordField(self), PasswordField(self)
        self._caps = Below(self)
        self.add("password", self.tr("新密码(&P)"), self._first, self.tr("至少 8 位，两种字符"))
        self.add("repeated", self.tr("再输一遍(&R)"), self._second)
        self.column.addWidget(self._caps)
        for field in (self._first, self._second):
            field.caps_lock.connect(self._note_caps)

    def take(self, login: str) -> str | None:
        """The password if it will do; else None, and the fields say why."""
        typed = self._first.text()
        fine = self.show_faults(password_faults(typed, self._second.text(), login))
        return typed if fine else None

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()
        self.show_faults({})

    def on_enter(self, act: Callable[[], object]) -> None:
        """What Enter does in the last field."""
        self._second.returnPressed.disconnect()
        self._second.returnPressed.connect(act)

    def _note_caps(self, on: bool) -> None:
        self._caps.say(self.tr("大写锁定可能开着。") if on else "")
