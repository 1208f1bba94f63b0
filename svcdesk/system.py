"""The libraries of the system that Qt needs on Linux, named before Qt can crash over them."""

import ctypes
import sys
from collections.abc import Iterable, Mapping

from svcdesk.rules.problems import Problem
from svcdesk.rules.words import QT_TRANSLATE_NOOP

ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""What every Qt window needs, by its file and the Debian package that has it."""
ON_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}
"""What a window on an X11 display needs besides."""


class LibrariesMissing(Problem):
    """Qt would end the program without a word."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "打开窗口还缺系统库：{files}。在 Debian、UOS、Kylin 上以管理员身份运行："
        "apt-get install {packages}。数据没有动，装好后再打开即可。",
    )


def require_libraries(platform: str) -> None:
    """Raise LibrariesMissing for what Qt's ``platform`` plug-in lacks here (Linux only)."""
    if not sys.platform.startswith("linux"):
        return
    needed = ALWAYS | (ON_X11 if platform == "xcb" else {})
    if missing := list(_missing(needed)):
        raise LibrariesMissing(
            files="、".join(missing), packages=" ".join(needed[name] for name in missing)
        )


def _missing(libraries: Mapping[str, str]) -> Iterable[str]:
    for name in libraries:
        try:
            ctypes.CDLL(name)
        except OSError:
            yield name
