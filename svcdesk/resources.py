"""Where a resource file lies: source tree, installed wheel or frozen bundle."""

import sys
from functools import cache
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of one of the files under ``resources/``, whether or not it exists."""
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    if bundle is not None:
        return Path(bundle) / "resources"
    tree = Path(__file__).resolve().parents[1]
    if (tree / "pyproject.toml").is_file():
        return tree / "resources"
    return _installed()


def _installed() -> Path:
    """Where the wheel's shared data went; Debian and ``pip --user`` have roots of their own."""
    import site
    import sysconfig

    roots = [sys.prefix, sysconfig.get_path("data"), site.getuserbase()]
    folders = [Path(root) / "share" / "svcdesk" for root in roots]
    return next((folder for folder in folders if (folder / "fonts").is_dir()), folders[0])
