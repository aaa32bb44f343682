"""A hub, a station that can be killed, and disks whose power can be cut."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests

from sync.client import SyncClient
from sync.seal import private_text
from tests.faults import zygote
from tests.sync.inbox import Inbox, listen
from tests.sync.simulator import START, Clock, Hub, serve

REPOSITORY = Path(__file__).parents[2]


class Station:
    """A station process that lives job by job."""

    def __init__(self) -> None:
        command = [sys.executable, "-W", "error", "-m", "tests.faults.zygote"]
        self._process = subprocess.Popen(
            command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def run(self, job: dict[str, Any], kill_after: float | None = None) -> bool:
        """Whether the job ended well; False when it was killed. Any other end fails the test."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        pid = self._said()["pid"]
        if kill_after is not None:
            time.sleep(kill_after)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        status = self._said()["status"]
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the station failed instead of dying"
        return not os.WIFSIGNALED(status)

    def close(self) -> None:
        _, errors = self._process.communicate()
        assert errors == "", errors

    def _said(self) -> dict[str, int]:
        assert self._process.stdout
        answer: dict[str, int] = json.loads(self._process.stdout.readline())
        return answer


@dataclass
class Ground:
    """Where a station is tortured."""

    folder: Path
    hub: Hub
    inbox: Inbox
    station: Station
    session: requests.Session
    repo_url: str
    inbox_url: str

    def job(self, do: str, state: Path, **more: object) -> dict[str, Any]:
        root = self.hub.folder / "metadata" / "1.root.json"
        basics = {"do": do, "state": str(state), "url": self.repo_url, "root": str(root), "letters": 12}
        letters = {
            "acks": str(self.folder / "acks"),
            "hub_keys": self.inbox.keys.to_bytes().decode(),
            "key": private_text(self.inbox.station_key),
        }
        return {**basics, **letters, **more}

    def client(self, state: Path) -> SyncClient:
        root = self.hub.folder / "metadata" / "1.root.json"
        return zygote.client(state, self.repo_url, root, self.session)

    def acks(self) -> set[str]:
        path = self.folder / "acks"
        # the last line may be torn: then nobody saw that receipt
        return {line for line in path.read_text().split("\n")[:-1] if line} if path.exists() else set()


@pytest.fixture(scope="module")
def station() -> Iterator[Station]:
    station = Station()
    yield station
    station.close()


@pytest.fixture
def ground(tmp_path: Path, station: Station) -> Iterator[Ground]:
    with ExitStack() as stack:
        hub = Hub(tmp_path / "repo", Clock(START))
        hub.init()
        inbox = Inbox(Clock(START))
        repo_url, _ = stack.enter_context(serve(hub.folder))
        inbox_url = stack.enter_context(listen(inbox.post))
        session = stack.enter_context(requests.Session())
        yield Ground(tmp_path, hub, inbox, station, session, repo_url, inbox_url)


class Disk:
    """A small ext4 disk in a file. Copying the file while it is mounted keeps only what was flushed: a power cut."""

    def __init__(self, image: Path, mount_point: Path) -> None:
        self.image = image
        self.mount_point = mount_point

    @contextmanager
    def mounted(self) -> Iterator[Path]:
        self.mount_point.mkdir(exist_ok=True)
        # commit=300: the kernel's own timer must not save what the program forgot to flush
        _sh("mount", "-o", "loop,commit=300", self.image, self.mount_point)
        try:
            yield self.mount_point
        finally:
            _sh("umount", self.mount_point)

    def copy(self, name: str) -> Disk:
        image = self.image.with_name(f"{name}.img")
        _sh("cp", "--sparse=always", self.image, image)
        return Disk(image, self.mount_point.with_name(name))


@pytest.fixture
def blank_disk(tmp_path: Path) -> Disk:
    """An empty disk; skips where loop devices cannot be mounted."""
    image = tmp_path / "blank.img"
    _sh("truncate", "-s", "48M", image)
    disk = Disk(image, tmp_path / "blank")
    try:
        _sh("mkfs.ext4", "-q", image)
        with disk.mounted():
            pass
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs mkfs.ext4 and the right to mount a loop device")
    return disk


def journal_commit(folder: Path) -> None:
    """Another program flushes its own file: names reach the disk, our unflushed data does not."""
    descriptor = os.open(folder / "other", os.O_CREAT | os.O_WRONLY)
    os.write(descriptor, b"x")
    os.fsync(descriptor)
    os.close(descriptor)


def _sh(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
