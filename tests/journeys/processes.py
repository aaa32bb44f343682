"""A hub and a station as real processes on loopback, driven the way people and machines drive them."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).parents[2]
PASSWORD = "correct horse battery staple"
EXHIBITION = ROOT / "content" / "exhibition"
ANSWER_S = 60.0


class StationEnded(AssertionError):
    """The station was killed, or died, before it answered."""


def wait_until(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Poll until it holds; fail with `what` otherwise."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError(f"after {seconds} s: {what}")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _plain_environ() -> dict[str, str]:
    """This environment without settings of hubs and stations: a test states its own."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HUB_", "KIOSK_")) and name != "DJANGO_SETTINGS_MODULE"
    }


class HubProcess:
    """`hub` with a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.password = PASSWORD
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        self.environ = {**_plain_environ(), "HUB_HOME": str(home), "HUB_BASE_URL": self.url}
        self.environ["HUB_LAYOUT_PROGRAM"] = "off"  # tests/hub and tests/kiosk try it; here it would only take time

    def found(self, deputies: int = 60) -> None:
        """Everything a new hub needs, by its own commands: keys, a publisher, deputies, the exhibition."""
        self.home.parent.mkdir(parents=True, exist_ok=True)
        table = self.home.parent / "deputies.csv"
        subprocess.run(
            [sys.executable, "-m", "content.samples", str(table), "--count", str(deputies)], cwd=ROOT, check=True
        )
        self.command("init", str(self.home))
        self.command("user", "add", "test-publisher", "--role", "publisher", "--password-stdin", stdin=PASSWORD + "\n")
        self.command("import", "deputies", str(table))
        self.command("import", "content", str(EXHIBITION))
        self.command("publish")

    def copy(self, home: Path) -> HubProcess:
        """Another hub with the same keys and content. The first must not run meanwhile."""
        shutil.copytree(self.home, home)
        return HubProcess(home)

    def copy_with_other_keys(self, home: Path) -> HubProcess:
        """Another city's hub: the same content, signed with keys of its own."""
        other = self.copy(home)
        shutil.rmtree(home / "keys")
        shutil.rmtree(other.repository)
        other.command("init", str(home))
        other.command("publish")
        return other

    def take_place_of(self, other: HubProcess) -> None:
        """Serve at the other's address from the next start on."""
        self.port, self.url = other.port, other.url
        self.environ["HUB_BASE_URL"] = self.url

    def release(self, folder: Path) -> None:
        """Bring in a changed exhibition and send it to the stations."""
        self.command("import", "content", str(folder), "--overwrite")
        self.command("publish")

    @property
    def repository(self) -> Path:
        """The folder of published files."""
        return self.home / "repo"

    def command(self, *words: str, stdin: str = "") -> str:
        """Run one `hub` command; its output. Fails when the command does."""
        done = subprocess.run(
            [sys.executable, "-m", "hub", *words], cwd=ROOT, env=self.environ, input=stdin, capture_output=True,
            text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"hub {' '.join(words)}: {done.stderr[-2000:]}"
        return done.stdout

    def start(self) -> None:
        """Serve, until `stop`."""
        command = [sys.executable, "-m", "hub", "run", "--port", str(self.port)]
        log = (self.home.parent / "hub.log").open("ab")
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=self.environ, stdout=log, stderr=log, start_new_session=True
        )
        log.close()
        wait_until(self._healthy, 60, "the hub answers")

    def stop(self) -> None:
        """Cut the hub off."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGTERM)
            self._process.wait(timeout=20)
            self._process = None

    def kill(self) -> None:
        """kill -9, as a power cut would."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(timeout=20)
            self._process = None

    def letters(self) -> list[dict[str, Any]]:
        """Every letter as staff may export it."""
        return [json.loads(line) for line in self.command("letters", "export").splitlines() if line.startswith("{")]

    def _healthy(self) -> bool:
        try:
            return requests.get(f"{self.url}/v1/health", timeout=2).status_code == 200
        except requests.RequestException:
            return False


class StationProcess:
    """`kiosk drive` with a home of its own: JSON lines in, JSON lines out."""

    def __init__(self, home: Path, poll_seconds: float = 1.0, size: str = "1920x1080") -> None:
        self.home = home
        self._size = size
        self._process: subprocess.Popen[str] | None = None
        self._environ = {
            **_plain_environ(),
            "KIOSK_HOME": str(home),
            "KIOSK_POLL_SECONDS": str(poll_seconds),
            "KIOSK_VOICE": "silent",
        }

    def set(self, **environ: str) -> None:
        """Variables of its environment, from its next start on."""
        self._environ.update(environ)

    def command(self, *words: str, stdin: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        """Run one `kiosk` command to its end; how it ended."""
        return subprocess.run(
            [sys.executable, "-m", "kiosk", *words], cwd=ROOT, env={**self._environ, **environ}, input=stdin,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    def enrol(self, hub: HubProcess, name: str) -> None:
        """Join a hub with a fresh one-time code."""
        code = hub.command("enrol", name).split()[-1]
        done = self.command("enrol", "--hub", hub.url, "--code", code)
        assert done.returncode == 0, done.stderr

    def start(self) -> None:
        """Switch the station on, until it answers."""
        self.spawn()
        self.do("wait", seconds=0.1)

    def spawn(self) -> None:
        """Switch the station on and wait for nothing."""
        log = (self.home.parent / "station.log").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "drive", "--size", self._size, "--home", str(self.home)], cwd=ROOT,
            env=self._environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, encoding="utf-8",
            start_new_session=True,
        )  # fmt: skip
        log.close()

    @property
    def pid(self) -> int:
        """The process, which leads a group of its own."""
        assert self._process is not None
        return self._process.pid

    def do(self, what: str, **fields: Any) -> dict[str, Any]:
        """One command that must succeed; its answer."""
        answer = self.ask(what, **fields)
        assert answer["ok"], answer
        return answer

    def ask(self, what: str, **fields: Any) -> dict[str, Any]:
        """One command; its answer, whatever it is. Raises: StationEnded."""
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps({"do": what, **fields}) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise StationEnded(f"before {what}") from error
        ready, _, _ = select.select([self._process.stdout], [], [], ANSWER_S)
        assert ready, f"no answer to {what} {fields} within {ANSWER_S} s"
        line = self._process.stdout.readline()
        if not line.endswith("\n"):
            raise StationEnded(f"during {what}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def tap(self, *ids: str) -> None:
        """Touch targets one after another."""
        for id in ids:
            self.do("tap", id=id)

    def texts(self) -> list[str]:
        """Every text on the glass."""
        self.do("wait", seconds=0.05)
        return [widget["text"] for widget in self.widgets()]

    def shows(self, words: str) -> bool:
        """Whether some text on the glass contains these words."""
        return any(words in text for text in self.texts())

    def ids(self) -> list[str]:
        """Everything that can be touched, by its id."""
        return [widget["id"] for widget in self.targets()]

    def targets(self) -> list[dict[str, Any]]:
        """Everything that can be touched, as the layout dump has it."""
        return [widget for widget in self.widgets() if widget["target"]]

    def widgets(self) -> list[dict[str, Any]]:
        """Everything on the glass, as the layout dump has it."""
        found: list[dict[str, Any]] = self.do("screen")["widgets"]
        return found

    def kill(self) -> None:
        """kill -9, as a power cut would."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(timeout=20)
            self._close()

    def stop(self) -> None:
        """Switch it off."""
        if self._process is not None:
            self.ask("quit")
            self._process.wait(timeout=20)
            self._close()

    def _close(self) -> None:
        if self._process is not None:
            for pipe in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(BrokenPipeError):  # a killed station leaves words unread
                    if pipe is not None:
                        pipe.close()
            self._process = None
