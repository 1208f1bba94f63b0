"""Every command of the window, declared once: its words, its key, its menu, who may see it."""

from dataclasses import dataclass
from enum import StrEnum

from svcdesk.rules.access import Permission
from svcdesk.rules.words import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "file"
    EDIT = "edit"
    INTAKE = "intake"
    VIEW = "view"
    ATTENDANCE = "attendance"
    REPORTS = "reports"
    TOOLS = "tools"
    HELP = "help"

    @property
    def word(self) -> str:
        """The menu's Chinese name with its mnemonic."""
        return _MENU_WORDS[self]


_MENU_WORDS = {
    Menu.FILE: QT_TRANSLATE_NOOP("Menu", "文件(&F)"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Menu", "编辑(&E)"),
    Menu.INTAKE: QT_TRANSLATE_NOOP("Menu", "受理(&S)"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Menu", "查看(&V)"),
    Menu.ATTENDANCE: QT_TRANSLATE_NOOP("Menu", "考勤(&K)"),
    Menu.REPORTS: QT_TRANSLATE_NOOP("Menu", "报表(&R)"),
    Menu.TOOLS: QT_TRANSLATE_NOOP("Menu", "工具(&O)"),
    Menu.HELP: QT_TRANSLATE_NOOP("Menu", "帮助(&H)"),
}


class Reach(StrEnum):
    """Where a command works."""

    WINDOW = "window"
    """Always."""
    ANYWHERE = "anywhere"
    """From every tab; the window goes to the command's own tab first."""
    TAB = "tab"
    """While its own tab is in front."""
    LIST = "list"
    """While a list to which the tab gave the action (``addAction``) has the focus."""


@dataclass(frozen=True)
class Declared:
    """One command. The part of ``id`` before the dot is the tab or area it belongs to."""

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    reach: Reach = Reach.WINDOW
    needs: frozenset[Permission] = frozenset()
    """Any of these lets a person see it; none named: everybody."""
    signed_in: bool = True
    """Whether it only makes sense once somebody has signed in."""
    group: str = ""
    """Commands of one group exclude each other and show which one holds."""
    submenu: str = ""

    @property
    def area(self) -> str:
        """The tab or area it belongs to."""
        return self.id.partition(".")[0]


_TAKE_IN = frozenset({Permission.TAKE_IN})
_DECIDE = frozenset({Permission.DECIDE_CASES})
_READ_CASES = frozenset({Permission.READ_CASES})
_READ_UNITS = frozenset({Permission.READ_UNITS})
_PUNCH = frozenset({Permission.PUNCH})
_ATTENDANCE = frozenset({Permission.READ_ATTENDANCE, Permission.PUNCH})
_REPORTS = frozenset({Permission.READ_REPORTS})
_ADMINISTER = frozenset({Permission.ADMINISTER})


def _declared(  # a row of the table below reads like the menu it makes
    menu: Menu,
    id: str,  # noqa: A002
    text: str,
    *keys: str,
    reach: Reach = Reach.WINDOW,
    needs: frozenset[Permission] = frozenset(),
    signed_in: bool = True,
    group: str = "",
    submenu: str = "",
) -> Declared:
    return Declared(id, text, menu, keys, reach, needs, signed_in, group, submenu)


_LISTS = QT_TRANSLATE_NOOP("Commands", "清单(&L)")
_TABS = QT_TRANSLATE_NOOP("Commands", "页签(&T)")
_SIZE = QT_TRANSLATE_NOOP("Commands", "字号(&Z)")
_SCHEME = QT_TRANSLATE_NOOP("Commands", "明暗(&C)")
_LANGUAGE = QT_TRANSLATE_NOOP("Commands", "语言 Language(&G)")

COMMANDS = (
    _declared(
        Menu.FILE, "intake.save_draft", QT_TRANSLATE_NOOP("Commands", "保存草稿(&S)"), "Ctrl+S",
        reach=Reach.TAB, needs=_TAKE_IN,
    ),
    _declared(
        Menu.FILE, "print.preview", QT_TRANSLATE_NOOP("Commands", "打印预览(&V)"), "Ctrl+Shift+P",
    ),
    _declared(Menu.FILE, "print.queue", QT_TRANSLATE_NOOP("Commands", "打印队列(&J)"), "Ctrl+J"),
    _declared(
        Menu.FILE, "window.sign_out", QT_TRANSLATE_NOOP("Commands", "锁屏换人(&L)"), "Ctrl+L",
    ),
    _declared(
        Menu.FILE, "window.quit", QT_TRANSLATE_NOOP("Commands", "退出(&Q)"), "Ctrl+Q",
        signed_in=False,
    ),
    _declared(
        Menu.EDIT, "intake.take_back", QT_TRANSLATE_NOOP("Commands", "撤销上一步(&U)"), "Ctrl+Z",
        reach=Reach.LIST, needs=_DECIDE,
    ),
    _declared(
        Menu.EDIT, "intake.find", QT_TRANSLATE_NOOP("Commands", "找件(&F)"), "Ctrl+K",
        reach=Reach.ANYWHERE, needs=_READ_CASES,
    ),
    _declared(
        Menu.INTAKE, "intake.next", QT_TRANSLATE_NOOP("Commands", "下一位(&N)"), "F2",
        reach=Reach.ANYWHERE, needs=_TAKE_IN,
    ),
    _declared(
        Menu.INTAKE, "intake.item", QT_TRANSLATE_NOOP("Commands", "选事项(&I)"), "F3",
        reach=Reach.TAB, needs=_TAKE_IN,
    ),
    _declared(
        Menu.INTAKE, "intake.materials", QT_TRANSLATE_NOOP("Commands", "核材料(&M)"), "F4",
        reach=Reach.TAB, needs=_TAKE_IN,
    ),
    _declared(
        Menu.INTAKE, "intake.accept", QT_TRANSLATE_NOOP("Commands", "受理并打印(&A)"), "F9",
        reach=Reach.TAB, needs=_TAKE_IN,
    ),
    _declared(
        Menu.INTAKE, "intake.close", QT_TRANSLATE_NOOP("Commands", "办结…(&C)"),
        reach=Reach.TAB, needs=_DECIDE,
    ),
    _declared(
        Menu.INTAKE, "intake.reprint", QT_TRANSLATE_NOOP("Commands", "补打通知书(&P)"), "Ctrl+P",
        reach=Reach.TAB, needs=_TAKE_IN,
    ),
    _declared(
        Menu.INTAKE, "intake.list_today", QT_TRANSLATE_NOOP("Commands", "今日受理(&T)"),
        reach=Reach.ANYWHERE, needs=_READ_CASES, submenu=_LISTS,
    ),
    _declared(
        Menu.INTAKE, "intake.list_open", QT_TRANSLATE_NOOP("Commands", "在办(&O)"),
        reach=Reach.ANYWHERE, needs=_READ_CASES, submenu=_LISTS,
    ),
    _declared(
        Menu.INTAKE, "intake.list_due_soon", QT_TRANSLATE_NOOP("Commands", "即将到期(&S)"),
        reach=Reach.ANYWHERE, needs=_READ_CASES, submenu=_LISTS,
    ),
    _declared(
        Menu.INTAKE, "intake.list_overdue", QT_TRANSLATE_NOOP("Commands", "已超期(&D)"),
        reach=Reach.ANYWHERE, needs=_READ_CASES, submenu=_LISTS,
    ),
    _declared(
        Menu.INTAKE, "intake.list_closed", QT_TRANSLATE_NOOP("Commands", "已办结(&C)"),
        reach=Reach.ANYWHERE, needs=_READ_CASES, submenu=_LISTS,
    ),
    _declared(
        Menu.INTAKE, "intake.list_every", QT_TRANSLATE_NOOP("Commands", "全部(&A)"),
        reach=Reach.ANYWHERE, needs=_READ_CASES, submenu=_LISTS,
    ),
    _declared(
        Menu.VIEW, "tab.intake", QT_TRANSLATE_NOOP("Commands", "受理(&I)"), "Alt+1",
        needs=_READ_CASES | _TAKE_IN, submenu=_TABS,
    ),
    _declared(
        Menu.VIEW, "tab.merging", QT_TRANSLATE_NOOP("Commands", "综合窗口(&M)"), "Alt+2",
        needs=_READ_UNITS, submenu=_TABS,
    ),
    _declared(
        Menu.VIEW, "tab.attendance", QT_TRANSLATE_NOOP("Commands", "考勤(&A)"), "Alt+3",
        needs=_ATTENDANCE, submenu=_TABS,
    ),
    _declared(
        Menu.VIEW, "tab.reports", QT_TRANSLATE_NOOP("Commands", "报表(&R)"), "Alt+4",
        needs=_REPORTS, submenu=_TABS,
    ),
    _declared(Menu.VIEW, "view.refresh", QT_TRANSLATE_NOOP("Commands", "刷新(&R)"), "F5"),
    _declared(
        Menu.VIEW, "view.full_screen", QT_TRANSLATE_NOOP("Commands", "全屏(&F)"), "F11",
        signed_in=False,
    ),
    _declared(
        Menu.VIEW, "view.larger", QT_TRANSLATE_NOOP("Commands", "放大(&L)"), "Ctrl++", "Ctrl+=",
        signed_in=False, submenu=_SIZE,
    ),
    _declared(
        Menu.VIEW, "view.smaller", QT_TRANSLATE_NOOP("Commands", "缩小(&S)"), "Ctrl+-",
        signed_in=False, submenu=_SIZE,
    ),
    _declared(
        Menu.VIEW, "view.plain_size", QT_TRANSLATE_NOOP("Commands", "原来的大小(&N)"), "Ctrl+0",
        signed_in=False, submenu=_SIZE,
    ),
    _declared(
        Menu.VIEW, "scheme.system", QT_TRANSLATE_NOOP("Commands", "跟随系统(&S)"),
        signed_in=False, group="scheme", submenu=_SCHEME,
    ),
    _declared(
        Menu.VIEW, "scheme.light", QT_TRANSLATE_NOOP("Commands", "浅色(&L)"),
        signed_in=False, group="scheme", submenu=_SCHEME,
    ),
    _declared(
        Menu.VIEW, "scheme.dark", QT_TRANSLATE_NOOP("Commands", "深色(&D)"),
        signed_in=False, group="scheme", submenu=_SCHEME,
    ),
    _declared(
        Menu.VIEW, "language.zh", QT_TRANSLATE_NOOP("Commands", "简体中文(&C)"),
        signed_in=False, group="language", submenu=_LANGUAGE,
    ),
    _declared(
        Menu.VIEW, "language.en", QT_TRANSLATE_NOOP("Commands", "English(&E)"),
        signed_in=False, group="language", submenu=_LANGUAGE,
    ),
    _declared(
        Menu.ATTENDANCE, "attendance.sign_in", QT_TRANSLATE_NOOP("Commands", "签到(&I)"),
        reach=Reach.ANYWHERE, needs=_PUNCH,
    ),
    _declared(
        Menu.ATTENDANCE, "attendance.sign_out", QT_TRANSLATE_NOOP("Commands", "签退(&O)"),
        reach=Reach.ANYWHERE, needs=_PUNCH,
    ),
    _declared(
        Menu.REPORTS, "reports.export", QT_TRANSLATE_NOOP("Commands", "导出 Excel…(&E)"), "Ctrl+E",
        reach=Reach.TAB, needs=_REPORTS,
    ),
    _declared(
        Menu.REPORTS, "reports.word", QT_TRANSLATE_NOOP("Commands", "成文（Word）…(&W)"),
        reach=Reach.TAB, needs=_REPORTS,
    ),
    _declared(
        Menu.REPORTS, "reports.pdf", QT_TRANSLATE_NOOP("Commands", "导出 PDF…(&D)"),
        reach=Reach.TAB, needs=_REPORTS,
    ),
    _declared(
        Menu.REPORTS, "reports.print", QT_TRANSLATE_NOOP("Commands", "打印报表(&P)"),
        reach=Reach.TAB, needs=_REPORTS,
    ),
    _declared(
        Menu.REPORTS, "reports.copy_sentence", QT_TRANSLATE_NOOP("Commands", "复制文字(&C)"),
        reach=Reach.TAB, needs=_REPORTS,
    ),
    _declared(
        Menu.REPORTS, "merging.export", QT_TRANSLATE_NOOP("Commands", "导出综合窗口清单…(&M)"),
        reach=Reach.TAB, needs=_READ_UNITS,
    ),
    _declared(
        Menu.TOOLS, "office.people", QT_TRANSLATE_NOOP("Commands", "人员与岗位(&P)"),
        needs=_ADMINISTER,
    ),
    _declared(
        Menu.TOOLS, "office.seats", QT_TRANSLATE_NOOP("Commands", "窗口与席位(&W)"),
        needs=_ADMINISTER,
    ),
    _declared(
        Menu.TOOLS, "office.password", QT_TRANSLATE_NOOP("Commands", "改我的密码…(&M)"),
    ),
    _declared(
        Menu.TOOLS, "window.settings", QT_TRANSLATE_NOOP("Commands", "打印机与纸张…(&S)"), "Ctrl+,",
        signed_in=False,
    ),
    _declared(
        Menu.HELP, "help.keys", QT_TRANSLATE_NOOP("Commands", "快捷键一览(&K)"), "Ctrl+F1",
        signed_in=False,
    ),
    _declared(
        Menu.HELP, "help.notices", QT_TRANSLATE_NOOP("Commands", "消息记录(&N)"), signed_in=False,
    ),
    _declared(
        Menu.HELP, "help.about", QT_TRANSLATE_NOOP("Commands", "关于(&A)"), signed_in=False,
    ),
)  # fmt: skip

BANNED_KEYS = frozenset(
    {
        "F10", "Alt+Space", "Ctrl+Space", "Shift+Space", "Ctrl+Shift", "Ctrl+.", "Ctrl+;",
        "Ctrl+Shift+F", "Alt+A", "Ctrl+Alt+A",
    }
)  # fmt: skip
"""Keys that input methods, screenshot tools or the desktop take for themselves."""
