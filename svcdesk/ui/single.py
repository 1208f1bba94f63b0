"""One window per person and data folder: a second start raises the first."""

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500


class Single(QObject):
    """The claim of being the one svcdesk of this user on this data folder."""

    raised = Signal()
    """Somebody started svcdesk once more: come to the front."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._name = _name(folder)
        self._lock = QLockFile(str(folder / "svcdesk.lock"))
        self._lock.setStaleLockTime(0)  # a long day is not a crash: only a dead process is stale
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come_forward)

    def claim(self) -> bool:
        """Be the one; False if another is running, which has then been asked to show itself."""
        if not self._lock.tryLock(0):
            self._call_first()
            return False
        QLocalServer.removeServer(self._name)  # what a crash left behind
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let another be the one."""
        self._server.close()
        self._lock.unlock()

    def _call_first(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_PATIENCE_MS):
            socket.disconnectFromServer()

    def _come_forward(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
        self.raised.emit()


def _name(folder: Path) -> str:
    """A name no other user and no other data folder has, short enough for every system."""
    whole = f"{getpass.getuser()}|{folder.resolve()}"
    return f"svcdesk-{hashlib.sha256(whole.encode()).hexdigest()[:20]}"
