"""Small real servers: HTTP and SMTP on this machine that answer well, badly, late or never."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from weakref import WeakKeyDictionary

from typing_extensions import override


class Received:
    """What arrived, and how the server behaves."""

    def __init__(self, status: int = 200, answer: str = "ok", *, silent: bool = False) -> None:
        self.status, self.answer, self.silent = status, answer, silent
        self.bodies: list[str] = []
        self.paths: list[str] = []
        self.recipients: list[str] = []
        self.refused = ""
        self.drips = False
        self.over = threading.Event()
        self.port = 0


_RECEIVED: WeakKeyDictionary[socketserver.BaseServer, Received] = WeakKeyDictionary()


def _of(server: socketserver.BaseServer) -> Received:
    """What arrived at a server; the library gives its handlers no other way to it."""
    return _RECEIVED[server]


class _Http(BaseHTTPRequestHandler):
    """One request."""

    def do_POST(self) -> None:
        received = _of(self.server)
        length = int(self.headers.get("Content-Length") or 0)
        received.bodies.append(self.rfile.read(length).decode())
        received.paths.append(self.path)
        if received.silent:
            received.over.wait(30)
            return
        body = received.answer.encode()
        self.send_response(received.status)
        self.send_header("Content-Length", str(len(body) + 1000 * received.drips))
        self.end_headers()
        self.wfile.write(body)
        while received.drips and not received.over.wait(0.1):
            self.wfile.write(b".")
            self.wfile.flush()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class _Smtp(socketserver.StreamRequestHandler):
    """One conversation, as far as a mail needs it."""

    def handle(self) -> None:
        received = _of(self.server)
        if received.silent:
            received.over.wait(30)
            return
        self._say("220 desk")
        while line := self.rfile.readline().decode().strip():
            verb = line[:4].upper()
            if verb == "QUIT":
                self._say("221 bye")
                return
            if verb == "RCPT" and received.refused:
                self._say(received.refused)
            elif verb == "DATA":
                self._say("354 go on")
                self._take(received)
            else:
                if verb == "RCPT":
                    received.recipients.append(line)
                self._say("250 ok")

    def _take(self, received: Received) -> None:
        lines: list[str] = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        received.bodies.append("\n".join(lines))
        self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class _Tcp(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


class _QuietHttp(ThreadingHTTPServer):
    daemon_threads = True

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """The other side hung up: that is what the test is about."""


@contextmanager
def _served(server: socketserver.BaseServer, received: Received) -> Iterator[int]:
    _RECEIVED[server] = received
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        received.port = int(server.server_address[1])  # type: ignore[index]  # of an internet socket
        yield received.port
    finally:
        received.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def http_server(received: Received):
    """An HTTP server; gives its port."""
    return _served(_QuietHttp(("127.0.0.1", 0), _Http), received)


def smtp_server(received: Received):
    """A mail server; gives its port."""
    return _served(_Tcp(("127.0.0.1", 0), _Smtp), received)
