"""The first start: three ways in plain words, their few questions, and the wait."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from svcdesk.rules.problems import Problem
from svcdesk.ui import theme
from svcdesk.ui.background import Answer, Background
from svcdesk.ui.entrance import Entrance
from svcdesk.ui.page import Below, Page, mark_wrong, text
from svcdesk.ui.password import PasswordField
from svcdesk.ui.setup_path import (
    Amiss,
    Faults,
    HallAddress,
    HallAnswers,
    HallFound,
    LocalHall,
    Setup,
    Step,
    Way,
    after_choice,
    back_from,
    hall_faults,
    local_faults,
    read_address,
    read_seat_code,
)
from svcdesk.ui.words import say, tell

_TENTHS = 1000


class FirstStart(QStackedWidget):
    """Walks the path of :mod:`svcdesk.ui.setup_path`; the work itself is the Setup's."""

    ready = Signal(object, str, str)
    """The Entrance that is now there, and the login and password just given (or empty)."""

    def __init__(self, background: Background, setup: Setup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._setup = setup
        self._way = Way.LOCAL
        self._pages = {
            Step.CHOOSE: _ChoosePage(self._choose, self),
            Step.LOCAL: _LocalPage(self._prepare_local, self._back, self),
            Step.HALL: _HallPage(self._use_hall, self._test_hall, self._back, self),
            Step.WORKING: _WorkingPage(self),
        }
        for page in self._pages.values():
            self.addWidget(page)
        self._tell = background.teller(self, self._show_progress)
        self._go(Step.CHOOSE)

    @property
    def step(self) -> Step:
        """The page in front."""
        return next(step for step, page in self._pages.items() if page is self.currentWidget())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one page back; nothing typed is lost."""
        if event.key() == Qt.Key.Key_Escape and self.step in {Step.LOCAL, Step.HALL}:
            self._back()
        else:
            super().keyPressEvent(event)

    def give_up(self) -> None:
        """Something broke; back to the questions, so that the person can try again."""
        if self.step is Step.WORKING:
            self._back()

    def _go(self, step: Step) -> None:
        self.setCurrentWidget(self._pages[step])
        self._pages[step].begin()

    def _back(self) -> None:
        self._go(back_from(self.step, self._way))

    def _choose(self, way: Way) -> None:
        self._way = way
        step = after_choice(way)
        self._go(step)
        if step is Step.WORKING:
            self._work(self._background.make(self, self._setup.open_practice, self._say))

    def _prepare_local(self, answers: LocalHall) -> None:
        self._go(Step.WORKING)
        answer = self._background.make(self, self._setup.prepare_local, answers, self._say)
        self._work(answer, answers.login, answers.password)

    def _use_hall(self, answers: HallAnswers) -> None:
        self._go(Step.WORKING)
        answer = self._background.make(self, self._setup.use_hall, answers, self._say)
        self._work(answer, answers.login, answers.password)

    def _test_hall(self, address: HallAddress, login: str, password: str) -> Answer[HallFound]:
        return self._background.make(self, self._setup.test_hall, address, login, password)

    def _work(self, answer: Answer[Entrance], login: str = "", password: str = "") -> None:
        def done(entrance: Entrance) -> None:
            self.ready.emit(entrance, login, password)

        answer.then(done).but(self._stuck)

    def _stuck(self, problem: Problem) -> None:
        self._back()
        self._pages[self.step].show_problem(problem)

    def _say(self, words: str, share: float | None = None, /) -> None:
        """Called by the work, on its thread."""
        self._tell((words, share))

    def _show_progress(self, told: tuple[str, float | None]) -> None:
        page = self._pages[Step.WORKING]
        if isinstance(page, _WorkingPage):
            page.show_progress(*told)


class _Station(Page):
    """One page of the path."""

    def begin(self) -> None:
        """The page comes to the front."""

    def show_problem(self, problem: Problem) -> None:
        """Say what went wrong; what was typed stays."""


class _ChoosePage(_Station):
    def __init__(self, choose: Callable[[Way], None], parent: QWidget) -> None:
        super().__init__(parent, width=72)
        self.body.addWidget(text(self.tr("第一次使用 svcdesk"), "title", self))
        self.body.addWidget(text(self.tr("这台电脑打算怎么用？以后还可以换。"), "sub", self))
        self.body.addSpacing(8)
        self._buttons = [self._button(way, choose) for way in Way]
        self._below = Below(self)
        self.body.addWidget(self._below)

    def begin(self) -> None:
        self._below.say("")
        self._buttons[0].setFocus()

    def show_problem(self, problem: Problem) -> None:
        self._below.say(tell(problem))

    def _button(self, way: Way, choose: Callable[[Way], None]) -> QPushButton:
        button = _Choice(way, self)
        button.chosen.connect(choose)
        self.body.addWidget(button)
        return button


class _Choice(QPushButton):
    """A button as wide as the card: what it is, and below it what that means."""

    chosen = Signal(object)

    def __init__(self, way: Way, parent: QWidget) -> None:
        super().__init__(parent)
        self._way = way
        meaning = QCoreApplication.translate("Way", way.meaning)
        self.setProperty("kind", "choice")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setObjectName(way.value)
        self.setAccessibleName(say(way))
        self.setAccessibleDescription(meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(4)
        for words, kind in ((say(way), "heading"), (meaning, "sub")):
            label = text(words, kind, self)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._way)


class _FormPage(_Station):
    """Labelled fields with room for what is amiss below each, a way back and a way on."""

    def __init__(self, title: str, sub: str, on: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.addWidget(text(title, "title", self))
        self.body.addWidget(text(sub, "sub", self))
        self.body.addSpacing(4)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._fields: dict[str, QLineEdit] = {}
        self._belows: dict[str, Below] = {}
        self._below = Below(self)
        self._on = QPushButton(on, self)
        self._on.setProperty("kind", "primary")
        self._back_button = QPushButton(self.tr("返回(&B)"), self)
        self._line = QHBoxLayout()
        self._line.addWidget(self._back_button)
        self._line.addStretch()
        self._line.addWidget(self._on)

    def begin(self) -> None:
        empty = [field for field in self._fields.values() if not field.text()]
        (empty or list(self._fields.values()))[0].setFocus()

    def show_problem(self, problem: Problem) -> None:
        self._below.say(tell(problem))

    def finish(self, submit: Callable[[], None], back: Callable[[], None]) -> None:
        """Put the buttons below the fields; Enter moves on, on the last field it submits."""
        self.body.addWidget(self._below)
        self.body.addSpacing(8)
        self.body.addLayout(self._line)
        self._on.clicked.connect(submit)
        self._back_button.clicked.connect(back)
        fields = list(self._fields.values())
        for field, following in pairwise(fields):
            field.returnPressed.connect(following.setFocus)
        fields[-1].returnPressed.connect(submit)

    def add(self, name: str, label: str, field: QLineEdit, hint: str = "") -> None:
        """One more labelled field."""
        row = self._grid.rowCount()
        words = QLabel(label, self)
        words.setBuddy(field)
        words.setProperty("kind", "sub")
        field.setObjectName(name)
        field.setPlaceholderText(hint)
        self._fields[name] = field
        self._belows[name] = Below(self)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(field)
        column.addWidget(self._belows[name])
        words.setMinimumHeight(field.sizeHint().height())
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(column, row, 1)

    def typed(self, name: str) -> str:
        """What stands in a field."""
        return self._fields[name].text()

    def show_faults(self, faults: Faults) -> bool:
        """Say what is amiss below each field, and go to the first; True if nothing is."""
        self._below.say("")
        for name, field in self._fields.items():
            self._belows[name].say(_words(faults.get(name)))
            mark_wrong(field, name in faults)
        wrong = next((field for name, field in self._fields.items() if name in faults), None)
        if wrong is not None:
            wrong.setFocus()
            wrong.selectAll()
        return wrong is None


def _words(fault: Amiss | Problem | None) -> str:
    if fault is None:
        return ""
    return say(fault) if isinstance(fault, Amiss) else tell(fault)


class _LocalPage(_FormPage):
    def __init__(
        self, submit: Callable[[LocalHall], None], back: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(
            QCoreApplication.translate("FirstStart", "这台电脑单独用"),
            QCoreApplication.translate(
                "FirstStart", "你是这里的管理员，以后再给别人登记用户名。密码只有你知道，请记好。"
            ),
            QCoreApplication.translate("FirstStart", "建好并登录(&C)"),
            parent,
        )
        self._submit = submit
        self.add("hall", self.tr("大厅名称(&M)"), QLineEdit(self), self.tr("××区行政服务中心"))
        self.add("name", self.tr("你的姓名(&N)"), QLineEdit(self))
        self.add("login", self.tr("用户名(&U)"), _latin(QLineEdit(self)), self.tr("例如 lina"))
        self.add(
            "password", self.tr("密码(&P)"), PasswordField(self), self.tr("至少 8 位，两种字符")
        )
        self.add("repeated", self.tr("再输一遍(&R)"), PasswordField(self))
        self._sample = QCheckBox(self.tr("载入样例目录：单位、窗口和事项，以后可以改(&S)"), self)
        self._sample.setChecked(True)
        self.body.addWidget(self._sample)
        self.finish(self._check, back)

    def _check(self) -> None:
        answers = LocalHall(
            hall=self.typed("hall").strip(),
            name=self.typed("name").strip(),
            login=self.typed("login").strip(),
            password=self.typed("password"),
            with_sample=self._sample.isChecked(),
        )
        if self.show_faults(local_faults(answers, self.typed("repeated"))):
            self._submit(answers)


class _HallPage(_FormPage):
    def __init__(
        self,
        submit: Callable[[HallAnswers], None],
        test: Callable[[HallAddress, str, str], Answer[HallFound]],
        back: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(
            QCoreApplication.translate("FirstStart", "连接大厅的服务器"),
            QCoreApplication.translate("FirstStart", "地址、用户名和席位都向大厅的管理员要。"),
            QCoreApplication.translate("FirstStart", "连接并登录(&C)"),
            parent,
        )
        self._submit, self._test = submit, test
        self.add(
            "address", self.tr("服务器地址(&A)"), _latin(QLineEdit(self)), "10.1.2.3:5432/svcdesk"
        )
        self.add("login", self.tr("用户名(&U)"), _latin(QLineEdit(self)))
        self.add("password", self.tr("密码(&P)"), PasswordField(self))
        self.add("seat_code", self.tr("席位号(&S)"), _latin(QLineEdit(self)), self.tr("没有就空着"))
        self.add("seat_key", self.tr("席位密钥(&K)"), _latin(QLineEdit(self)))
        self._result = text("", "sub", self)
        self._try = QPushButton(self.tr("测试连接(&T)"), self)
        self._try.clicked.connect(self._begin_test)
        self._line.insertWidget(1, self._try)
        self.body.addWidget(text(self.tr("没有席位也能登录查询，但不能受理。"), "small", self))
        self.body.addWidget(self._result)
        self.finish(self._check, back)

    def _faults(self) -> Faults:
        names = ("address", "login", "password", "seat_code", "seat_key")
        return hall_faults(**{name: self.typed(name) for name in names})

    def _check(self) -> None:
        address = read_address(self.typed("address"))
        if self.show_faults(self._faults()) and address is not None:
            seat = read_seat_code(self.typed("seat_code"))
            key = self.typed("seat_key").strip()
            self._submit(HallAnswers(address, *self._who(), seat_code=seat, seat_key=key))

    def _who(self) -> tuple[str, str]:
        return self.typed("login").strip(), self.typed("password")

    def _begin_test(self) -> None:
        address = read_address(self.typed("address"))
        if not self.show_faults(self._faults()) or address is None:
            return
        self._show_result(self.tr("正在连接…"), "sub")
        self._try.setEnabled(False)
        self._test(address, *self._who()).then(self._found).but(self._not_found)

    def _found(self, found: HallFound) -> None:
        self._try.setEnabled(True)
        words = self.tr("连上了：{hall}，来回 {milliseconds:.0f} 毫秒。").format(
            hall=found.hall, milliseconds=found.milliseconds
        )
        self._show_result(words, "good")

    def _not_found(self, problem: Problem) -> None:
        self._try.setEnabled(True)
        self._show_result(tell(problem), "wrong")

    def _show_result(self, words: str, kind: str) -> None:
        self._result.setText(words)
        theme.dress(self._result, kind)


class _WorkingPage(_Station):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.addWidget(text(self.tr("正在准备"), "title", self))
        self._doing = text("", "sub", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("进度"))
        self.body.addWidget(self._doing)
        self.body.addWidget(self._bar)
        self.body.addWidget(
            text(self.tr("第一次要建数据库，一般不到一分钟。请不要关机。"), "small", self)
        )

    def begin(self) -> None:
        self.show_progress(self.tr("正在开始…"), None)

    def show_progress(self, words: str, share: float | None) -> None:
        """Say what is being done; a share that is not known shows as movement."""
        self._doing.setText(QCoreApplication.translate("Progress", words))
        self._bar.setRange(0, 0 if share is None else _TENTHS)
        self._bar.setValue(0 if share is None else round(share * _TENTHS))


def _latin(field: QLineEdit) -> QLineEdit:
    """A field in which nobody needs an input method."""
    field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    field.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
    return field
