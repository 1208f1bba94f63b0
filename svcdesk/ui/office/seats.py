"""窗口与席位: which computers belong to which window, and the key that makes one of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from svcdesk.desk import seats
from svcdesk.desk.seats import SeatKey, WindowRow
from svcdesk.rules.problems import Problem
from svcdesk.rules.topics import Topic
from svcdesk.ui import theme
from svcdesk.ui.office.confirm import ConfirmButton
from svcdesk.ui.page import Below, text
from svcdesk.ui.table import Column, Table, TableView
from svcdesk.ui.view import View
from svcdesk.ui.words import say, tell

if TYPE_CHECKING:
    from svcdesk.ui.background import Background


class KeyCard(QFrame):
    """A seat's number and key, shown this once and then forgotten."""

    put_away = Signal()
    taken = Signal(object)
    """The SeatKey that this very computer is to use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat: SeatKey | None = None
        self._code, self._key = _large(self), _large(self)
        self._copy = QPushButton(self.tr("复制(&Y)"), self)
        self._noted = QPushButton(self.tr("已记下，收起(&H)"), self)
        self.take = QPushButton(self.tr("这台电脑就用这个席位(&T)"), self)
        self._copied = text("", "good", self)
        theme.dress(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for label, field in ((self.tr("席位号"), self._code), (self.tr("席位密钥"), self._key)):
            column.addWidget(text(label, "sub", self))
            column.addWidget(field)
            field.setAccessibleDescription(label)
        column.addWidget(
            text(
                self.tr("密钥只显示这一次。在那台窗口电脑上首次启动 svcdesk 时，照着填这两项。"),
                "sub",
                self,
            )
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addWidget(self._noted)
        buttons.addStretch()
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        column.addWidget(self._copied)
        self._copy.clicked.connect(self.copy)
        self._noted.clicked.connect(self.forget)
        self.take.clicked.connect(self._take)
        self.hide()

    @property
    def shows(self) -> bool:
        """Whether a key is on the screen that nobody has noted yet."""
        return self._seat is not None

    def show_seat(self, seat: SeatKey) -> None:
        """Show the number and the key."""
        self._seat = seat
        self._code.setText(str(seat.code))
        self._key.setText(seat.key)
        self._copied.setText("")
        self.show()
        self._copy.setFocus()

    def copy(self) -> None:
        """Put both on the clipboard."""
        if self._seat is not None:
            told = self.tr("席位号 {code}\n席位密钥 {key}")
            QGuiApplication.clipboard().setText(
                told.format(code=self._seat.code, key=self._seat.key)
            )
            self._copied.setText(self.tr("已复制。"))

    def _take(self) -> None:
        if self._seat is not None:
            self.taken.emit(self._seat)
            told = self.tr("好了。从下次登录起，这台电脑是 {code} 号席位。")
            self._copied.setText(told.format(code=self._seat.code))

    def forget(self) -> None:
        """Take the key off the screen for good."""
        self._seat = None
        self._code.clear()
        self._key.clear()
        self.hide()
        self.put_away.emit()


class SeatsView(View):
    """Windows on the left; on the right the chosen one's seats."""

    shows = frozenset({Topic.UNITS})

    def __init__(self, background: "Background", parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._windows: Table[WindowRow] = Table(self._columns(), key=lambda window: window.id)
        self._list = TableView(self._windows, self)
        self._name = text("", "heading", self)
        self._units = text("", "sub", self)
        self._open = QPushButton(self.tr("新开一个席位(&O)"), self)
        self._renewals = QWidget(self)
        self._seat = QComboBox(self._renewals)
        self._renew = ConfirmButton(
            self.tr("换新密钥…(&K)"),
            self.tr("旧密钥马上失效，用旧密钥的那台电脑要重新填。"),
            self.tr("确定换"),
            self._renewals,
        )
        self._below = Below(self)
        self.key = KeyCard(self)
        self._lay_out()
        self._open.clicked.connect(self.open_seat)
        self._renew.confirmed.connect(self.renew)
        self._list.selected.connect(self._show_window)
        self.key.put_away.connect(self._list.setFocus)

    def title(self) -> str:
        """The dialog's title."""
        return self.tr("窗口与席位")

    def reload(self) -> None:
        """Ask again for the windows and their seats."""
        self._background.ask(self, seats.windows).then(self._show)

    def open_seat(self) -> None:
        """Open a further seat at the chosen window and show its key."""
        window = self._list.chosen()
        if window is not None:
            self._below.say("")
            answer = self._background.do(self, seats.open_seat, window.id)
            answer.then(self._opened).but(self._refused)

    def renew(self) -> None:
        """Give the chosen seat a new key and show it."""
        code = self._seat.currentData()
        if code is not None:
            self._below.say("")
            answer = self._background.do(self, seats.renew_seat_key, code)
            answer.then(self._opened).but(self._refused)

    def _columns(self) -> tuple[Column[WindowRow], ...]:
        join = self.tr("、").join
        return (
            Column(
                self.tr("号"),
                lambda window: str(window.number),
                align_right=True,
                sort=lambda window: window.number,
            ),
            Column(self.tr("窗口"), lambda window: window.name, sort=lambda window: window.number),
            Column(self.tr("类型"), lambda window: say(window.kind)),
            Column(
                self.tr("席位"),
                lambda window: join(map(str, window.seats)),
                sort=lambda window: len(window.seats),
            ),
            Column(self.tr("单位"), lambda window: join(window.units), stretch=True),
        )

    def _lay_out(self) -> None:
        self._list.setAccessibleName(self.tr("窗口"))
        self._list.say_when_empty(self.tr("还没有窗口。请先导入大厅的单位和窗口。"))
        self._seat.setAccessibleName(self.tr("席位"))
        renewing = QVBoxLayout(self._renewals)
        renewing.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("已有席位(&E)"), self._renewals)
        label.setBuddy(self._seat)
        theme.dress(label, "sub")
        for widget in (label, self._seat, self._renew):
            renewing.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(10)
        for part in (
            self._name, self._units, self._open, self._renewals, self._below, self.key,
        ):  # fmt: skip
            right.addWidget(part)
        right.addStretch()
        side = QWidget(self)
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(self.fontMetrics().averageCharWidth() * 27)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self._list, 1)
        line.addWidget(side)

    def _show(self, windows: tuple[WindowRow, ...]) -> None:
        self._windows.show(windows)
        if self._list.chosen() is None and windows:
            self._list.selectRow(0)
        self._show_window(self._list.chosen())

    def _show_window(self, window: WindowRow | None) -> None:
        self._open.setEnabled(window is not None)
        self._renewals.setVisible(window is not None and bool(window.seats))
        self._renew.take_back()
        if window is None:
            return
        told = self.tr("{number} 号 {name}")
        self._name.setText(told.format(number=window.number, name=window.name))
        self._units.setText(self.tr("、").join(window.units) or self.tr("综合窗口，不分单位"))
        self._seat.clear()
        for code in window.seats:
            self._seat.addItem(self.tr("席位 {code}").format(code=code), code)

    def _opened(self, seat: SeatKey) -> None:
        self.key.show_seat(seat)
        self.reload()

    def _refused(self, problem: Problem) -> None:
        self._below.say(tell(problem))


class SeatsDialog(QDialog):
    """The view in a window of its own; a key on the screen is not closed away by one Escape."""

    def __init__(self, background: "Background", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = SeatsView(background, self)
        self.view.key.take.setVisible(not background.desk.me.practice)
        self.setWindowTitle(self.view.title())
        self._warned = False
        self._hint = text("", "wrong", self)
        close = QPushButton(self.tr("关闭"), self)
        close.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(self._hint, 1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.view, 1)
        column.addLayout(below)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.view.key.put_away.connect(self._calm)
        self.resize(1100, 580)

    def hear(self, changed: frozenset[Topic]) -> None:
        """Pass news on."""
        self.view.hear(changed)

    def reject(self) -> None:
        """Escape; while a key is shown that nobody has noted, only the second one closes."""
        if self.view.key.shows and not self._warned:
            self._warned = True
            self._hint.setText(self.tr("密钥只显示这一次。记下了就再按一次关闭。"))
            return
        super().reject()

    def _calm(self) -> None:
        self._warned = False
        self._hint.setText("")


def _large(parent: QWidget) -> QLabel:
    """A value to be typed elsewhere: large, and selectable by keys."""
    label = text("", "title", parent)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
