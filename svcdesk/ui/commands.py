"""The commands at work: one QAction each, shared by menus, keys and buttons."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QPushButton, QWidget

from svcdesk.rules.people import Me
from svcdesk.ui.command_list import COMMANDS, Declared, Menu, Reach


class Commands(QObject):
    """One QAction for each command this person has any use for.

    A command shows once somebody has said what it does (:meth:`on`); it is enabled while
    its tab is in front and, where the tab has refused it (:meth:`allow`), never.
    """

    opening = Signal(str)
    """A command of this tab was given from elsewhere: go there first."""

    def __init__(self, me: Me | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._declared = {one.id: one for one in COMMANDS if _useful(one, me)}
        self._handlers: dict[str, Callable[[], object]] = {}
        self._refused: dict[str, str] = {}
        self._front = ""
        self._groups: dict[str, QActionGroup] = {}
        for one in COMMANDS:
            self._actions[one.id] = self._make(one)

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def on(self, command: str, handler: Callable[[], object]) -> None:
        """Say what the command does; the latest word counts."""
        self._handlers[command] = handler
        self._refresh(command)

    def forget(self, area: str) -> None:
        """Take back what was said for one tab or area, whose widgets are going."""
        for command in [one for one in self._handlers if one.partition(".")[0] == area]:
            del self._handlers[command]
            self._refused.pop(command, None)
            self._refresh(command)

    def allow(self, command: str, allowed: bool, why: str = "") -> None:
        """Let the command be given or not; ``why`` tells people what is still missing."""
        if allowed:
            self._refused.pop(command, None)
        else:
            self._refused[command] = why
        self._refresh(command)

    def bring_to_front(self, area: str) -> None:
        """Note which tab is in front."""
        self._front = area
        for command in self._actions:
            self._refresh(command)

    def useful(self) -> tuple[QAction, ...]:
        """The commands that show, in the order of the menus."""
        return tuple(action for action in self._actions.values() if action.isVisible())

    def button(self, command: str, parent: QWidget, kind: str = "") -> "CommandButton":
        """A button for the command, showing its key; ``kind`` as in :func:`theme.dress`."""
        return CommandButton(self._actions[command], parent, kind)

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus; one without a single visible command does not show."""
        bar.clear()
        for old in bar.findChildren(QMenu):
            old.deleteLater()
        for menu in Menu:
            made = bar.addMenu(QCoreApplication.translate("Menu", menu.word))
            self._fill_menu(made, [one for one in COMMANDS if one.menu is menu])
            made.menuAction().setVisible(_shows_any(made))
            made.aboutToShow.connect(partial(_hide_empty, made))

    def _fill_menu(self, menu: QMenu, declared: Iterable[Declared]) -> None:
        below: dict[str, QMenu] = {}
        area = ""
        for one in declared:
            if area and one.area != area and not one.submenu:
                menu.addSeparator()
            area = one.area
            if not one.submenu:
                menu.addAction(self._actions[one.id])
                continue
            if one.submenu not in below:
                below[one.submenu] = menu.addMenu(_translated(one.submenu))
            below[one.submenu].addAction(self._actions[one.id])

    def _make(self, one: Declared) -> QAction:
        action = QAction(_translated(one.text), self)
        action.setObjectName(one.id)
        action.setShortcuts([QKeySequence(key) for key in one.keys])
        if one.reach is Reach.LIST:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if one.group:
            action.setCheckable(True)
            self._group(one.group).addAction(action)
        action.triggered.connect(partial(self._give, one))
        action.setVisible(False)
        action.setEnabled(False)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    def _give(self, one: Declared, _checked: bool = False) -> None:
        if one.reach is Reach.ANYWHERE and one.area != self._front:
            self.opening.emit(one.area)
        handler = self._handlers.get(one.id)
        if handler is not None:
            handler()

    def _refresh(self, command: str) -> None:
        one = self._declared.get(command)
        handled = one is not None and command in self._handlers
        here = one is None or one.reach in _EVERYWHERE or one.area == self._front
        refused = self._refused.get(command)
        action = self._actions[command]
        action.setVisible(handled)
        action.setEnabled(handled and here and refused is None)
        action.setToolTip(refused or plain(action.text()))


class CommandButton(QPushButton):
    """A button that gives a command: same words, same key, same moment as its menu entry."""

    def __init__(self, action: QAction, parent: QWidget, kind: str = "") -> None:
        super().__init__(parent)
        self._action = action
        self.setProperty("kind", kind)
        self.setObjectName(action.objectName())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        key = key_text(self._action)
        words = plain(self._action.text())
        self.setText(f"{words}  {key}" if key else words)
        self.setAccessibleName(words)
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self._action.isVisible())
        self.setToolTip(self._action.toolTip())


_EVERYWHERE = {Reach.WINDOW, Reach.ANYWHERE}


def _useful(one: Declared, me: Me | None) -> bool:
    if me is None:
        return not one.signed_in
    return not one.needs or any(me.may(need) for need in one.needs)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


def plain(text: str) -> str:
    """A command's words without their mnemonic."""
    head, _, tail = text.partition("(&")
    return (head.rstrip() + tail[2:]) if tail else text.replace("&", "")


def key_text(action: QAction) -> str:
    """The command's first key as it stands on buttons, or nothing."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _shows_any(menu: QMenu) -> bool:
    return any(
        _shows_any(below) if isinstance(below := action.menu(), QMenu) else action.isVisible()
        for action in menu.actions()
        if not action.isSeparator()
    )


def _hide_empty(menu: QMenu) -> None:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            action.setVisible(_shows_any(below))
