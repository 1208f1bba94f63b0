"""我的考勤: two large buttons, and what the server's clock answered."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from svcdesk.desk import attendance
from svcdesk.desk.attendance import MyDay
from svcdesk.rules.attendance import Direction, Presence, Punch, presence
from svcdesk.rules.calendar import HALL_TIME
from svcdesk.rules.problems import Problem
from svcdesk.ui import theme
from svcdesk.ui.words import say, tell

if TYPE_CHECKING:
    from svcdesk.ui.background import Background
    from svcdesk.ui.commands import Commands

_PAUSE_MS = 2000
"""How long the buttons rest after one was pressed, so that a double press counts once."""

_COMMANDS = {Direction.IN: "attendance.sign_in", Direction.OUT: "attendance.sign_out"}


def clock(at: datetime) -> str:
    """A time of day at the hall, wherever this computer's clock thinks it is."""
    return f"{at.astimezone(HALL_TIME):%H:%M}"


class MyDayCard(QFrame):
    """One's own day: signs in and out, and says at what time the server took it."""

    def __init__(
        self, background: "Background", commands: "Commands", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._commands = background, commands
        self._buttons = {
            direction: commands.button(command, self) for direction, command in _COMMANDS.items()
        }
        self._last: Punch | None = None
        self._refusal_stands = False
        self._told = QLabel(self)
        self._punches = QLabel(self)
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        commands.on("attendance.sign_in", lambda: self.punch(Direction.IN))
        commands.on("attendance.sign_out", lambda: self.punch(Direction.OUT))
        self._rest.timeout.connect(self._wake)

    def reload(self) -> None:
        """Ask for today's punches again."""
        self._background.ask(self, attendance.my_day).then(self._show)

    def punch(self, direction: Direction) -> None:
        """Sign in or out; the time is the server's."""
        if self._rest.isActive():
            return
        self._rest.start()
        self._refusal_stands = False
        for command in _COMMANDS.values():
            self._commands.allow(command, False, self.tr("刚按过，稍等两秒。"))
        answer = self._background.do(self, attendance.punch, direction)
        answer.then(self._taken).but(self._refused)

    def _wake(self) -> None:
        for command in _COMMANDS.values():
            self._commands.allow(command, True)

    def _lay_out(self) -> None:
        theme.dress(self, "card")
        theme.dress(self._told, "heading")
        theme.dress(self._punches, "sub")
        for label in (self._told, self._punches):
            label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self._told)
        words.addWidget(self._punches)
        words.addStretch()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        tall = round(self.fontMetrics().height() * 2.6)
        for button in self._buttons.values():
            button.setMinimumWidth(tall * 3)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            line.addWidget(button)
        self.setMinimumHeight(tall + 24)
        line.addSpacing(8)
        line.addLayout(words, 1)

    def _taken(self, punch: Punch) -> None:
        told = self.tr("{time} {direction}，服务器时间").format(
            time=clock(punch.at), direction=say(punch.direction)
        )
        self._last = punch
        self._say(told, "heading")
        self.reload()

    def _refused(self, problem: Problem) -> None:
        self._refusal_stands = True
        self._say(tell(problem), "wrong")

    def _show(self, mine: MyDay) -> None:
        self._punches.setText(self._listed(mine))
        here = presence(mine.punches)
        self._lead(Direction.OUT if here is Presence.PRESENT else Direction.IN)
        if self._refusal_stands:
            return
        if self._last is None or self._last not in mine.punches[-1:]:
            self._say(self.tr("现在：{presence}").format(presence=say(here)), "heading")

    def _listed(self, mine: MyDay) -> str:
        day = self.tr("{month} 月 {day} 日").format(month=mine.day.month, day=mine.day.day)
        if not mine.punches:
            return self.tr("{day}还没有签到。").format(day=day)
        times = self.tr("，").join(
            f"{clock(punch.at)} {say(punch.direction)}" for punch in mine.punches
        )
        return self.tr("{day}：{times}").format(day=day, times=times)

    def _lead(self, expected: Direction) -> None:
        """Make the button that comes next the strong one; either can be pressed."""
        for direction, button in self._buttons.items():
            theme.dress(button, "primary" if direction is expected else "")

    def _say(self, text: str, kind: str) -> None:
        theme.dress(self._told, kind)
        self._told.setText(text)
