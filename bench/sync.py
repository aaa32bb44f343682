"""One changed text among a thousand files: bytes over the wire, headers and both directions included, and the time.

The station's own client against a repository signed by python-tuf's classes (tests.sync.simulator), on loopback,
through a relay that counts.
"""

from __future__ import annotations

import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import requests

from sync.client import SyncClient
from tests.sync.simulator import CHANNEL, Clock, Hub, serve

FILES = 1000
FILE_BYTES = 2000


@dataclass(frozen=True)
class Sync:
    """Bytes and milliseconds of: the first sync, a poll without news, one changed text."""

    first: tuple[int, float]
    idle: tuple[int, float]
    changed: tuple[int, float]


def measure() -> Sync:
    """Publish, sync, poll, change one text, sync."""
    files = {f"exhibits/e{i // 20:02}/t{i:04}.json": _text(i, "before") for i in range(FILES)}
    with tempfile.TemporaryDirectory(prefix="bench-sync-") as folder, requests.Session() as session:
        session.trust_env = False
        clock = Clock()
        hub = Hub(Path(folder) / "hub", clock)
        root = hub.init()
        hub.publish(files)
        with serve(hub.folder) as (url, _), _relay(url) as relay:
            client = SyncClient(Path(folder) / "station", [relay.url], root, CHANNEL, session, clock)
            first = relay.cost(client)
            clock.forward(seconds=60)
            idle = relay.cost(client)
            files["exhibits/e07/t0142.json"] = _text(142, "after")
            hub.publish(files)
            clock.forward(seconds=60)
            changed = relay.cost(client)
    return Sync(first, idle, changed)


def _text(number: int, word: str) -> bytes:
    """A file that does not compress to nothing, of the usual size of a text in two languages."""
    line = f"{word} {number} {number * 2654435761 % 2**32:x}\n".encode()
    return (line * (FILE_BYTES // len(line) + 1))[:FILE_BYTES]


class _Relay:
    """Forwards connections and counts what passes."""

    def __init__(self, url: str) -> None:
        target = urlsplit(url)
        self._target = (target.hostname or "127.0.0.1", target.port or 80)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.bytes = 0
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def cost(self, client: SyncClient) -> tuple[int, float]:
        """Bytes and milliseconds of one poll."""
        before, began = self.bytes, time.perf_counter()
        client.poll()
        passed = (time.perf_counter() - began) * 1e3
        time.sleep(0.05)  # let the last bytes be counted
        return self.bytes - before, passed

    def close(self) -> None:
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._socket.accept()
            except OSError:
                return
            far = socket.create_connection(self._target)
            for source, goal in ((near, far), (far, near)):
                source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._pump, args=(source, goal), daemon=True).start()

    def _pump(self, source: socket.socket, goal: socket.socket) -> None:
        try:
            while data := source.recv(1 << 16):
                with self._lock:
                    self.bytes += len(data)
                goal.sendall(data)
            goal.shutdown(socket.SHUT_WR)
        except OSError:
            return


@contextmanager
def _relay(url: str) -> Iterator[_Relay]:
    relay = _Relay(url)
    try:
        yield relay
    finally:
        relay.close()
