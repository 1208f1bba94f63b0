"""The status bar: who sits here, whether paper and line are well, what has been kept."""

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from svcdesk.rules.people import Me
from svcdesk.ui import theme
from svcdesk.ui.theme import Look, Shape
from svcdesk.ui.words import say

_SLOW_MS = 500
"""From when on the line counts as slow (毫秒)."""


class StatusCells(QStatusBar):
    """Each cell is a button; pressing it explains in plain words."""

    explained = Signal(str)
    queue_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._who = self._cell("who")
        self._printer = self._cell("printer")
        self._database = self._cell("database")
        self._kept = self._cell("kept")
        for cell in (self._who, self._database, self._kept):
            cell.explained.connect(self.explained)
        self._printer.clicked.connect(self.queue_wanted)

    def show_person(self, me: Me | None) -> None:
        """Whose desk it is; nobody's before signing in."""
        for cell in (self._who, self._printer, self._database):
            cell.setVisible(me is not None)
        self._kept.hide()
        if me is None:
            return
        place = me.window_name or me.unit_name or me.hall_name
        roles = "、".join(say(role) for role in sorted(me.roles))
        seat = self.tr("席位 {code:04}").format(code=me.seat_code) if me.seat_code else ""
        self._who.setText("   ".join(part for part in (place, me.name, seat) if part))
        told = self.tr("{name}（{login}），岗位：{roles}。").format(
            name=me.name, login=me.login, roles=roles
        )
        if not me.seat_code:
            told += self.tr("这台电脑还没有登记席位，不能受理。")
        self._who.setToolTip(told)
        self.show_queue(0, "")
        self.show_line(None)

    def show_queue(self, waiting: int, reason: str) -> None:
        """How many documents wait for the printer, and why if they must."""
        well = not reason
        self._printer.show_look(_WELL if well else _SLOW)
        words = self.tr("打印机") if well else self.tr("打印机没有接上")
        self._printer.setText(self.tr("{printer}  队列 {n}").format(printer=words, n=waiting))
        self._printer.setToolTip(reason or self.tr("打印队列。点一下可以看、补打或另存。"))

    def show_line(self, milliseconds: float | None) -> None:
        """The database answers; ``milliseconds`` is how long the last question took."""
        slow = milliseconds is not None and milliseconds > _SLOW_MS
        self._database.show_look(_SLOW if slow else _WELL)
        took = "" if milliseconds is None else f"  {milliseconds:.0f} ms"
        self._database.setText(self.tr("数据库") + took)
        self._database.setToolTip(self.tr("数据库连着。数字是最近一次查询用的时间。"))

    def show_no_line(self) -> None:
        """The database does not answer."""
        self._database.show_look(_DOWN)
        self._database.setText(self.tr("数据库  离线"))
        self._database.setToolTip(
            self.tr("暂时连不上数据库，正在自动重连。填的内容都存在本机，连上后再提交。")
        )

    def show_kept(self, at: datetime) -> None:
        """When what was typed was last written to this computer's disk."""
        self._kept.setText(self.tr("已自动保存 {at:%H:%M:%S}").format(at=at))
        self._kept.setToolTip(self.tr("填写的内容已存在本机，停电也不会丢。"))
        self._kept.show()

    def _cell(self, name: str) -> "_Cell":
        cell = _Cell(self)
        cell.setObjectName(name)
        self.addWidget(cell)
        return cell


class _Cell(QPushButton):
    """One cell; its lamp is drawn anew when the dress changes."""

    explained = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setProperty("kind", "cell")
        self.hide()
        self.clicked.connect(self._explain)

    def show_look(self, look: Look) -> None:
        """Show this lamp before the words."""
        self._look = look
        self.setIcon(theme.shape_icon(look.shape, look.ink))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lamp in the colours of the new dress."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._look is not None:
            self.show_look(self._look)

    def _explain(self) -> None:
        self.explained.emit(self.toolTip())


_WELL = Look(Shape.DISC, "calm")
_SLOW = Look(Shape.TRIANGLE, "soon")
_DOWN = Look(Shape.SQUARE, "overdue")
