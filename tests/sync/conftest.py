"""A world with one hub, one clock, and as many stations as a test wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from sync.client import SyncClient
from sync.outbox import Outbox
from sync.release import Release
from tests.sync.inbox import Inbox
from tests.sync.simulator import CHANNEL, Clock, Hub, Line, serve

PLENTY = 1 << 40


@dataclass
class World:
    folder: Path
    hub: Hub
    root: bytes
    url: str
    line: Line
    clock: Clock
    session: requests.Session
    mirror: Callable[[Path], tuple[str, Line]]

    def station(self, name: str = "station", urls: Sequence[str] | None = None, **options: object) -> SyncClient:
        """A station; the same name is the same disk, started again."""
        settings = {"free": lambda _path: PLENTY, **options}
        root = settings.pop("root", self.root)
        return SyncClient(
            self.folder / name,
            urls or [self.url],
            root,
            CHANNEL,
            self.session,
            self.clock,
            **settings,  # type: ignore[arg-type]
        )


def shown(release: Release | None) -> dict[str, bytes]:
    """Everything a release shows."""
    assert release is not None
    return {path: release.read(path) for path in release.paths()}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with ExitStack() as stack:
        clock = Clock()
        hub = Hub(tmp_path / "repo", clock)
        root = hub.init()
        url, line = stack.enter_context(serve(hub.folder))
        session = stack.enter_context(requests.Session())
        yield World(tmp_path, hub, root, url, line, clock, session, lambda path: stack.enter_context(serve(path)))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def inbox(clock: Clock) -> Inbox:
    return Inbox(clock)


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    box = Outbox(tmp_path / "outbox.db")
    yield box
    box.close()
