"""Raising the first window when the program is started again. The only file that uses QtNetwork.

Who may write is decided by the lock on the data folder alone; this only carries the wish to be seen, over a
local socket (a named pipe on Windows), never over the network.
"""

import hashlib
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from kyodo_desktop.base.paths import DataFolder

_WAIT_MS = 300


def _server_name(folder: DataFolder) -> str:
    return "kyodo-" + hashlib.sha256(str(folder.root).encode()).hexdigest()[:16]


def raise_first_window(folder: DataFolder) -> bool:
    """Ask a window already open on this data folder to come to the front; return whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(_server_name(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.disconnectFromServer()
    return True


class FirstWindow(QObject):
    """Listens for later starts and calls `raise_window`."""

    def __init__(self, folder: DataFolder, raise_window: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._raise_window = raise_window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = _server_name(folder)
        # The lock on the folder is ours, so a socket of that name is left over from a crash.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def _on_connection(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.deleteLater()
        self._raise_window()
