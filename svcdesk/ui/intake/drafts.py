"""Nothing typed is lost: every draft goes to this machine's disk, a moment after the last key."""

import threading
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from svcdesk.rules.intake import Draft, KeptDraft
from svcdesk.ui.background import Background

PAUSE_MS = 800
"""How long the hands rest before the draft is written (毫秒)."""


class Drafts(Protocol):
    """Where drafts are kept; :mod:`svcdesk.store.local` keeps them on disk."""

    def keep(self, login: str, draft: Draft) -> None:
        """Keep this state of the draft, in place of an earlier one."""

    def waiting(self, login: str) -> Sequence[KeptDraft]:
        """The person's drafts, latest first."""

    def drop(self, draft_id: UUID) -> None:
        """Forget a draft that has become a case."""


class DraftKeeper(QObject):
    """Writes the person's drafts off the GUI thread, the latest state last.

    Every change goes into the out-tray; whichever worker comes first empties it in order,
    so an older state can never overwrite a newer one.
    """

    kept = Signal()
    """The drafts on disk have changed."""

    def __init__(
        self, background: Background, drafts: Drafts, login: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._drafts = drafts
        self._login = login
        self._resting: Draft | None = None
        self._tray: SimpleQueue[tuple[UUID, Draft | None]] = SimpleQueue()
        self._writing = threading.Lock()
        self._on_disk: set[UUID] = set()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.keep_now)

    def note(self, draft: Draft) -> None:
        """The draft has changed; it is written when the hands rest."""
        self._resting = draft
        self._pause.start()

    def keep_now(self) -> None:
        """Write what is still resting, at once (focus out, hide, close, before an act)."""
        self._pause.stop()
        draft, self._resting = self._resting, None
        if draft is None:
            return
        if not draft.empty:
            self._on_disk.add(draft.id)
            self._send(draft.id, draft)
        elif draft.id in self._on_disk:
            self.drop(draft.id)

    def keep(self, draft: Draft) -> None:
        """Write this draft at once."""
        self.note(draft)
        self.keep_now()

    def drop(self, draft_id: UUID) -> None:
        """The draft has become a case, or was thrown away."""
        if self._resting is not None and self._resting.id == draft_id:
            self._resting = None
        self._on_disk.discard(draft_id)
        self._send(draft_id, None)

    def waiting(self) -> Sequence[KeptDraft]:
        """The drafts on disk; called on a worker."""
        self._empty_tray()
        return self._drafts.waiting(self._login)

    def finish(self) -> None:
        """Write everything before the session ends, here and now: its workers may not come."""
        self.keep_now()
        self._empty_tray()

    def _send(self, draft_id: UUID, draft: Draft | None) -> None:
        self._tray.put((draft_id, draft))
        self._background.make(self, self._empty_tray).then(lambda _: self.kept.emit())

    def _empty_tray(self) -> None:
        with self._writing:
            try:
                while True:
                    self._write(*self._tray.get_nowait())
            except Empty:
                return

    def _write(self, draft_id: UUID, draft: Draft | None) -> None:
        if draft is None:
            self._drafts.drop(draft_id)
        else:
            self._drafts.keep(self._login, draft)
