"""The settings of this computer as the window reads and changes them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from svcdesk import settings
from svcdesk.settings import Settings


class Remembered:
    """Reads before it writes, because others write to the same file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._now = settings.load(path)

    @property
    def now(self) -> Settings:
        """The settings as last read or written."""
        return self._now

    def again(self) -> Settings:
        """Read the file again."""
        self._now = settings.load(self._path)
        return self._now

    def change(self, **values: Any) -> Settings:
        """Change some of them, on disk when this returns."""
        self._now = settings.save(self._path, replace(settings.load(self._path), **values))
        return self._now
