"""Big files over poor lines: nothing that came is fetched twice, and a slow drip is not waited for."""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from sync.blobs import fetch_all
from sync.errors import SyncRefused, SyncUnreachable
from sync.layout import Blob
from sync.staging import Store
from sync.transport import Answer, HttpSource, read_all
from tests.sync.conftest import World, shown

FILM = random.Random(5).randbytes(3_000_000)


def _poll_until_done(world: World, tries: int) -> None:
    for _ in range(tries):
        with pytest.raises(SyncUnreachable):
            world.station().poll()


def test_a_broken_download_goes_on_where_it_broke(world: World) -> None:
    world.hub.publish({"a/b/film": FILM})
    world.line.cut_blobs_at = 1_000_000
    _poll_until_done(world, 2)
    world.line.sent = 0
    assert shown(world.station().poll().release) == {"a/b/film": FILM}
    assert world.line.sent < 1_100_000
    assert len(world.line.ranged) == 2


def test_a_server_without_ranges_costs_time_but_not_truth(world: World) -> None:
    world.hub.publish({"a/b/film": FILM})
    world.line.ranges = False
    world.line.cut_blobs_at = 1_000_000
    _poll_until_done(world, 1)
    world.line.cut_blobs_at = 0
    world.line.asked.clear()
    assert shown(world.station().poll().release) == {"a/b/film": FILM}
    assert len(world.line.blobs_asked()) == 1


@dataclass
class _Endless:
    """A source that sends a thousand times what it should, and would go on."""

    name: str = "endless"
    chunks: int = 0

    @contextmanager
    def open(self, path: str, *, start: int = 0, etag: str = "", compressed: bool = False) -> Iterator[Answer]:
        yield Answer(self._zeros(), start)

    def _zeros(self) -> Iterator[bytes]:
        while self.chunks < 10_000:
            self.chunks += 1
            yield bytes(1000)


def test_no_more_is_read_than_was_signed(tmp_path: Path) -> None:
    source = _Endless()
    with pytest.raises(SyncRefused):
        fetch_all(Store(tmp_path), source, [Blob("0" * 64, 10_000)])
    assert source.chunks == 11
    assert list((tmp_path / "incoming").iterdir()) == []


@pytest.mark.parametrize("held", [FILM, FILM + b"more", b"x" * 100, b"x" * len(FILM)])
def test_whatever_a_part_holds_the_film_comes_whole(world: World, held: bytes) -> None:
    world.hub.publish({"a/b/film": FILM})
    incoming = world.folder / "station" / "incoming"
    incoming.mkdir(parents=True)
    (incoming / f"{Blob.of(FILM).sha256}.part").write_bytes(held)
    assert shown(world.station().poll().release) == {"a/b/film": FILM}


def test_parts_of_an_abandoned_release_are_cleared_away(world: World) -> None:
    world.hub.publish({"a/b/film": FILM})
    world.line.cut_blobs_at = 1_000_000
    _poll_until_done(world, 1)
    world.line.cut_blobs_at = 0
    world.hub.publish({"a/b/text": b"instead"})
    world.station().poll()
    assert list((world.folder / "station" / "incoming").iterdir()) == []


@contextmanager
def _dripping_server() -> Iterator[str]:
    """Promises nine megabytes and hands out a byte a millisecond."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def talk() -> None:
            connection, _ = listener.accept()
            with connection, suppress(OSError):
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n")
                while not done.wait(0.001):
                    connection.sendall(b".")

        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            done.set()
            thread.join()


def test_a_drip_is_given_up_long_before_its_length_is_reached() -> None:
    seconds = iter(range(0, 100_000, 31))
    with _dripping_server() as url, requests.Session() as session:
        source = HttpSource(url, session, tick=lambda: float(next(seconds)))
        with pytest.raises(SyncUnreachable, match="too slow"), source.open("blobs/x") as answer:
            read_all(answer, 9_000_000)


def test_a_short_answer_is_unreachable_not_empty() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, requests.Session() as session:

        def talk() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")

        threading.Thread(target=talk, daemon=True).start()
        source = HttpSource(f"http://127.0.0.1:{listener.getsockname()[1]}", session)
        with pytest.raises(SyncUnreachable), source.open("x") as answer:
            read_all(answer, 1000)


def test_nobody_listening_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with requests.Session() as session, pytest.raises(SyncUnreachable):
        HttpSource(f"http://127.0.0.1:{port}", session).open("x").__enter__()
