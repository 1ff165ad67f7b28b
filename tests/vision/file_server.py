"""A web server on loopback that misbehaves as it is told."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from unittest.mock import patch


@dataclass
class Behaviour:
    """files: path -> bytes; cuts: after how many bytes of each of the first answers the line goes dead."""

    files: dict[str, bytes]
    cuts: list[int] = field(default_factory=list)
    ranges: bool = True
    status: int = 200
    silent: threading.Event | None = None
    requests: list[tuple[str, str]] = field(default_factory=list)


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[str]:
    """The address of a server with this behaviour."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            return

        def do_GET(self) -> None:
            _answer(self, behaviour)

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """Whoever has heard enough hangs up: no fault of anybody's."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        with patch.dict(os.environ, {"no_proxy": "127.0.0.1"}):
            yield f"http://127.0.0.1:{server.server_port}"
    finally:
        if behaviour.silent:
            behaviour.silent.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(handler: BaseHTTPRequestHandler, behaviour: Behaviour) -> None:
    wanted = handler.headers.get("Range", "")
    behaviour.requests.append((handler.path, wanted))
    data = behaviour.files.get(handler.path)
    if data is None or behaviour.status != 200:
        handler.send_error(404 if data is None else behaviour.status)
        return
    _send(handler, behaviour, data, wanted)


def _send(handler: BaseHTTPRequestHandler, behaviour: Behaviour, data: bytes, wanted: str) -> None:
    found = re.fullmatch(r"bytes=(\d+)-(\d*)", wanted) if behaviour.ranges else None
    start = int(found[1]) if found else 0
    end = int(found[2]) + 1 if found and found[2] else len(data)
    if start >= len(data):
        handler.send_error(416)
        return
    handler.send_response(206 if found else 200)
    handler.send_header("Content-Length", str(min(end, len(data)) - start))
    if found:
        handler.send_header("Content-Range", f"bytes {start}-{min(end, len(data)) - 1}/{len(data)}")
    handler.end_headers()
    probe = wanted == "bytes=0-0"
    cut = behaviour.cuts.pop(0) if behaviour.cuts and not probe else None
    handler.wfile.write(data[start : end if cut is None else start + cut])
    handler.wfile.flush()
    if behaviour.silent and not probe:
        behaviour.silent.wait(30)
    handler.close_connection = True
