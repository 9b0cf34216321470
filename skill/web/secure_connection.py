"""A connection over TLS, read and written without waiting, as waitress does all of its work."""

import ssl
import time

from skill.web.connection import Connection

_NOT_YET = (ssl.SSLWantReadError, ssl.SSLWantWriteError)


class SecureConnection(Connection):
    """A connection whose socket speaks TLS; its handshake is a part of the first reading."""

    socket: ssl.SSLSocket

    def handle_read(self) -> None:
        """Read all that has come: what TLS has unpacked already wakes nobody again."""
        data = b""
        try:
            data = self.socket.recv(self.adj.recv_bytes)
            while waiting := self.socket.pending():
                data += self.socket.recv(waiting)
        except _NOT_YET:
            if not data:
                return
        except OSError:  # no TLS, a certificate that the client refuses, or it is gone
            self.handle_close()
            return
        if data:
            self.last_activity = time.time()
            self.received(data)
        else:
            self.handle_close()

    def send(self, data: bytes, do_close: bool = True) -> int:  # noqa: FBT001, FBT002 - waitress's signature
        """Send what goes out at once; the rest is tried again."""
        try:
            return super().send(data, do_close)
        except _NOT_YET:
            return 0
