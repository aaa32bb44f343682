"""A bad network between stations and their hub: requests and answers are dropped, cut, delayed, doubled and replayed.

Owns what happens to one exchange, drawn from a seeded dice and counted; knows nothing of letters. `calm` makes it a
good network.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any, Final

ACTS: Final = {
    "pass": 8,
    "delay": 3,
    "drop request": 3,
    "cut request": 3,
    "drop answer": 4,
    "cut answer": 3,
    "double": 3,
    "replay later": 3,
    "answer 502": 2,
}
"""What may happen to an exchange, and how often beside the others."""
_TIMEOUT_S: Final = 20.0
_LATER_S: Final = (0.5, 4.0)


class BadNetwork:
    """What stands between. `met` counts what happened to exchanges that the hub would have answered or did answer."""

    def __init__(self, hub_port: int, seed: int) -> None:
        self.calm = False
        self.met: Counter[str] = Counter()
        self._hub_port = hub_port
        self._rng = Random(seed)
        self._lock = threading.Lock()
        self._later: list[threading.Timer] = []

    def draw(self) -> tuple[str, float]:
        """The next act, and a share from 0 to 1 for whatever of it is a matter of degree."""
        with self._lock:
            act = "pass" if self.calm else self._rng.choices(list(ACTS), list(ACTS.values()))[0]
            return act, self._rng.random()

    def count(self, act: str) -> None:
        with self._lock:
            self.met[act] += 1

    def ask_hub(self, request: Request) -> tuple[int, bytes, str]:
        """Status, body and type of the hub's answer. Raises: OSError, http.client.HTTPException."""
        connection = http.client.HTTPConnection("127.0.0.1", self._hub_port, timeout=_TIMEOUT_S)
        try:
            connection.request(request.command, request.path, request.body, request.sent_on)
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers.get("Content-Type", "")
        finally:
            connection.close()

    def half_ask_hub(self, request: Request, share: float) -> None:
        """The head and a part of the body, and then nothing more."""
        connection = http.client.HTTPConnection("127.0.0.1", self._hub_port, timeout=_TIMEOUT_S)
        try:
            connection.putrequest(request.command, request.path, skip_host=True, skip_accept_encoding=True)
            for name, value in {**request.sent_on, "Content-Length": str(len(request.body))}.items():
                connection.putheader(name, value)
            connection.endheaders(request.body[: int(len(request.body) * share)])
        finally:
            connection.close()

    def replay(self, request: Request, after_s: float) -> None:
        """The same bytes again, when nobody expects them."""

        def again() -> None:
            with suppress(OSError, http.client.HTTPException):
                self.ask_hub(request)
                self.count("replayed")

        timer = threading.Timer(after_s, again)
        with self._lock:
            self._later.append(timer)
        timer.start()

    def settle(self) -> None:
        """Wait for every replay."""
        for timer in self._later:
            timer.join()


class Request(BaseHTTPRequestHandler):
    """One exchange of a station."""

    network: BadNetwork
    body = b""

    def do_GET(self) -> None:
        self._exchange()

    def do_POST(self) -> None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self._exchange()

    def log_message(self, format: str, *args: Any) -> None:
        """Thousands of lines would tell nothing that `met` does not."""

    @property
    def sent_on(self) -> dict[str, str]:
        """Headers for the hub."""
        return {name: value for name, value in self.headers.items() if name not in ("Connection", "Content-Length")}

    def _exchange(self) -> None:
        self.close_connection = True
        act, share = self.network.draw()
        with suppress(OSError, http.client.HTTPException):  # the hub or the station is dead: this exchange is lost
            self._meet(act, share)
            self.network.count(act)

    def _meet(self, act: str, share: float) -> None:
        network = self.network
        if act == "drop request":
            return
        if act == "cut request":
            network.half_ask_hub(self, share)
            return
        if act == "answer 502":
            self._answer(502, b"bad gateway", "text/plain")
            return
        if act == "delay":
            time.sleep(share)
        status, body, kind = network.ask_hub(self)
        if act == "double":
            status, body, kind = network.ask_hub(self)
        if act == "replay later":
            network.replay(self, _LATER_S[0] + share * (_LATER_S[1] - _LATER_S[0]))
        if act != "drop answer":
            self._answer(status, body, kind, share if act == "cut answer" else 1.0)

    def _answer(self, status: int, body: bytes, kind: str, share: float = 1.0) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: int(len(body) * share)])


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A station killed in the middle of its request is what this is for."""


@contextmanager
def bad_network(port: int, hub_port: int, seed: int) -> Iterator[BadNetwork]:
    """Serve on `port` of this machine, in front of a hub on `hub_port`."""
    network = BadNetwork(hub_port, seed)
    server = _Server(("127.0.0.1", port), type("Meeting", (Request,), {"network": network}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield network
    finally:
        server.shutdown()
        server.server_close()
        network.settle()
        thread.join()
