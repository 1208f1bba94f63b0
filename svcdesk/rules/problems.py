"""What can go wrong that a person can put right.

A Problem says in one Chinese sentence what happened, what is safe and what to do;
the interface translates the sentence, the command line prints it. Anything else that
is raised is a defect and goes to the crash report.

``sqlstate`` names the error code under which the database raises the same problem;
its DETAIL carries the values as JSON.
"""

from typing import ClassVar

from svcdesk.rules.words import QT_TRANSLATE_NOOP


class Problem(Exception):
    """Something the person at the counter can understand and act on."""

    words: ClassVar[str]
    sqlstate: ClassVar[str | None] = None

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    def say(self, words: str | None = None) -> str:
        """The sentence with its values, in Chinese or in the given translation of it."""
        return (words or self.words).format_map(_Gaps(self.values))

    def __str__(self) -> str:
        return self.say()


class _Gaps(dict[str, object]):
    """A value the database did not send reads as a dash, never as a crash."""

    def __missing__(self, key: str) -> str:
        return "—"


class NotAllowed(Problem):
    """The person's post does not include this."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "这项操作不在你的岗位权限内，没有做任何改动。需要时请找窗口负责人或管理员。"
    )
    sqlstate = "SV001"


class WrongStep(Problem):
    """The case is not in a state from which this step is possible."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "这个件现在是“{state}”，不能再做这一步。列表已刷新，请按最新状态处理。"
    )
    sqlstate = "SV002"


class ChangedElsewhere(Problem):
    """Somebody else saved first (design: never a lost update)."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "{who} 在 {at} 已经改过这个件，你的这一步没有保存。列表已刷新，请看过再决定。"
    )
    sqlstate = "SV003"


class NoSeat(Problem):
    """The connection has not taken a seat (席位), so it may not number a case."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "这台电脑还没有登记为窗口席位，不能受理。填写的内容都在，请管理员登记席位。"
    )
    sqlstate = "SV004"


class OutOfReach(Problem):
    """The item or the case belongs to another window or unit."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "{what} 不归本窗口办理，没有保存。请换事项，或请对应窗口受理。"
    )
    sqlstate = "SV005"


class MaterialsMissing(Problem):
    """Acceptance needs every required material (行政许可法 32(五))."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "还有 {count} 份必交材料没有收齐，不能受理。填写的内容都在，请逐项核对材料。"
    )
    sqlstate = "SV006"


class BadNumber(Problem):
    """The document number (证件号码) does not satisfy its check."""

    words = QT_TRANSLATE_NOOP("Problem", "证件号码的校验位对不上，没有保存。请对照证件再核一遍。")
    sqlstate = "SV007"


class TooLate(Problem):
    """The ten minutes for taking a step back are over."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "已过 {minutes} 分钟，不能直接撤销。件没有改动，请窗口负责人更正。"
    )
    sqlstate = "SV008"


class TooManyLookups(Problem):
    """Looking people up by document number is limited, so that nobody can trawl."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "一小时内按证件号码查了 {count} 次，暂停查询。已填的内容都在，可先按姓名或编号查。",
    )
    sqlstate = "SV009"


class OnOneself(Problem):
    """Nobody reviews, corrects or promotes himself."""

    words = QT_TRANSLATE_NOOP("Problem", "不能给自己办这件事，没有改动。请另一位管理员来办。")
    sqlstate = "SV010"


class KeyReused(Problem):
    """The same idempotency key came with another act."""

    words = QT_TRANSLATE_NOOP("Problem", "这张单子已经提交过，没有重复保存。请按 F2 开始新的一件。")
    sqlstate = "SV011"


class BadValue(Problem):
    """A value the database refuses; ``field`` says which."""

    words = QT_TRANSLATE_NOOP("Problem", "“{field}”填的内容存不了，请改一下再试。其他内容都在。")
    sqlstate = "SV012"


class DayFull(Problem):
    """The seat has used its 999 numbers of the day."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "本席位今天的编号已用完（999 个），没有保存。请换一个席位受理。"
    )
    sqlstate = "SV013"


class NoCalendar(Problem):
    """No working days are published that far, so no due date can be given."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "{year} 年起的工作日历还没有发布，算不出期限，没有保存。填写的内容都在，请管理员发布日历。",
    )
    sqlstate = "SV014"


class CatalogueThere(Problem):
    """The hall has a catalogue already; loading another over it is not what this does."""

    words = QT_TRANSLATE_NOOP("Problem", "大厅里已经有目录了，没有改动。")


class Unreachable(Problem):
    """The shared database cannot be reached; whether the act was done is not known."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "暂时连不上数据库。填写的内容都存在本机，连上后再按一次即可，不会重复登记。"
    )


class WrongPassword(Problem):
    """The server refused the login name or the password."""

    words = QT_TRANSLATE_NOOP("Problem", "用户名或密码不对。请核对大小写和输入法后再试。")


class Untrusted(Problem):
    """The server offers no encrypted connection, or a certificate that proves nothing."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "服务器没有加密连接，或者证书核对不上，没有发送密码。请管理员在服务器上配置证书，"
        "并把签发机构的证书装到这台电脑。",
    )


class NotOnStaff(Problem):
    """The login exists but no active person belongs to it."""

    words = QT_TRANSLATE_NOOP("Problem", "这个用户名没有对应的在岗人员。请管理员在“人员”里登记。")


class NewerSchema(Problem):
    """The database was written by a newer svcdesk."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "数据库是更新版本的 svcdesk 建的（{theirs}），这个版本（{ours}）不能打开，数据没有动。"
        "请升级这台电脑上的 svcdesk。",
    )


class OlderSchema(Problem):
    """The database still has an older schema; only an administrator may migrate it."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "数据库还是旧版结构（{theirs}），需要升级到 {ours}，数据没有动。"
        "请管理员在服务器上运行 svcdesk setup，它会先备份再升级。",
    )


class NotPrepared(Problem):
    """The database has no svcdesk schema at all."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "这个数据库里还没有 svcdesk 的数据。请管理员先运行 svcdesk setup。"
    )


class WrongLocale(Problem):
    """The database's character type is not C.UTF-8, which is part of the schema."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "数据库的字符设置是 {locale}，需要 UTF8 编码和 C.UTF-8，没有做任何改动。"
    )


class EmbeddedMissing(Problem):
    """The embedded server's binaries are not installed."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "这台电脑没有装内嵌数据库。请安装 svcdesk[embedded]，或改用大厅的服务器。"
    )


class EmbeddedBusy(Problem):
    """Another svcdesk of this user runs the embedded server."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "本机数据库正由另一个 svcdesk（进程 {pid}）使用，数据安全。请先关闭那个窗口。"
    )


class EmbeddedFailed(Problem):
    """The embedded server did not start; its log says why."""

    words = QT_TRANSLATE_NOOP(
        "Problem", "本机数据库没有启动，数据没有动。日志在 {log}，最后一行是：{line}"
    )
