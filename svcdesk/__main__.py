"""The command line: the window, and what is done without one."""

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from svcdesk import __version__
from svcdesk.rules.problems import Problem

PASSWORD = "SVCDESK_PASSWORD"  # noqa: S105 - the name of a variable
"""Environment variable that answers for a person's password where nobody can be asked."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is success, 1 a problem said in words, 2 wrong arguments."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="svcdesk", description="区行政服务中心窗口软件。不带命令时打开窗口。"
    )
    parser.add_argument("--version", action="version", version=f"svcdesk {__version__}")
    parser.add_argument("--url", help="大厅服务器的地址，例如 10.1.2.3:5432/svcdesk（不含密码）")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="命令", metavar="")

    demo = commands.add_parser("demo", help="在样例大厅里走一遍：受理一件、打印、出半年报表")
    demo.add_argument("--out", type=Path, default=Path("svcdesk-demo"), help="文件放到哪里")
    demo.add_argument("--no-window", action="store_true", help="做完不打开窗口")
    demo.set_defaults(run=_demo)

    setup = commands.add_parser("setup", help="准备大厅的数据库服务器，可以重复运行")
    setup.add_argument("server", metavar="URL", help="postgresql://管理员@主机:端口/数据库")
    setup.add_argument("--hall", default="区行政服务中心", help="大厅名称")
    setup.add_argument("--login", help="第一位管理员的用户名")
    setup.add_argument("--name", help="第一位管理员的姓名")
    setup.add_argument("--catalogue", type=Path, help="目录 CSV 所在的文件夹")
    setup.set_defaults(run=_setup)

    verify = commands.add_parser("verify", help="核对日志链，找出被改动、删除的记录")
    verify.add_argument("server", metavar="URL", help="postgresql://监督员@主机:端口/数据库")
    verify.add_argument("--checkpoint", type=Path, help="库外保存的检查点；核对后更新")
    verify.set_defaults(run=_verify)
    return parser


def _window(chosen: argparse.Namespace) -> int:
    from svcdesk import app

    return app.run(chosen.url)


def _demo(chosen: argparse.Namespace) -> int:
    from svcdesk import demo
    from svcdesk.desk.sample.practice import PracticeHall
    from svcdesk.settings import Places

    ticker = demo.Ticker()
    hall = PracticeHall.open(Places.of().practice, ticker)
    try:
        shown = demo.run(hall, chosen.out, ticker)
    finally:
        hall.stop()
    print(*demo.lines(shown), sep="\n")
    if chosen.no_window:
        return 0
    if not demo.has_display():
        print("这里没有显示器，不打开窗口。文件都在上面的位置。")
        return 0
    from svcdesk import app

    return app.run(practice=True)


def _setup(chosen: argparse.Namespace) -> int:
    from svcdesk import serving

    serving.prepare(
        serving.url_of(chosen.server, _ask),
        serving.Wanted(chosen.hall, chosen.login, chosen.name, chosen.catalogue),
        ask=_ask,
        say=print,
    )
    return 0


def _verify(chosen: argparse.Namespace) -> int:
    from svcdesk import serving

    sound = serving.verify(chosen.server, chosen.checkpoint, ask=_ask, say=print)
    return 0 if sound else 1


def _ask(what: str) -> str:
    """A password from the environment, or from the person without echo."""
    return os.environ.get(PASSWORD) or getpass.getpass(f"{what}：")


if __name__ == "__main__":
    sys.exit(main())
