"""A hub and a station as real processes on loopback, driven the way people and machines drive them."""

from __future__ import annotations

import json
import os
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


class HubProcess:
    """`hub` with a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        base = {**os.environ, "HUB_HOME": str(home), "HUB_BASE_URL": self.url}
        self._environ = {k: v for k, v in base.items() if k not in ("DJANGO_SETTINGS_MODULE", "HUB_DATABASE_URL")}

    def command(self, *words: str, stdin: str = "") -> str:
        """Run one `hub` command; its output. Fails when the command does."""
        done = subprocess.run(
            [sys.executable, "-m", "hub", *words], cwd=ROOT, env=self._environ, input=stdin, capture_output=True,
            text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"hub {' '.join(words)}: {done.stderr[-2000:]}"
        return done.stdout

    def start(self) -> None:
        """Serve, until `stop`."""
        command = [sys.executable, "-m", "hub", "run", "--port", str(self.port)]
        log = (self.home.parent / "hub.log").open("ab")
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=self._environ, stdout=log, stderr=log, start_new_session=True
        )
        log.close()
        wait_until(self._healthy, 60, "the hub answers")

    def stop(self) -> None:
        """Cut the hub off."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGTERM)
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

    def __init__(self, home: Path, poll_seconds: float = 1.0) -> None:
        self.home = home
        self._process: subprocess.Popen[str] | None = None
        self._environ = {
            **os.environ,
            "KIOSK_HOME": str(home),
            "KIOSK_POLL_SECONDS": str(poll_seconds),
            "KIOSK_VOICE": "silent",
        }

    def enrol(self, hub: HubProcess, name: str) -> None:
        """Join a hub with a fresh one-time code."""
        code = hub.command("enrol", name).split()[-1]
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", "enrol", "--hub", hub.url, "--code", code], cwd=ROOT, env=self._environ,
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    def start(self) -> None:
        """Switch the station on."""
        log = (self.home.parent / "station.log").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "drive", "--home", str(self.home)], cwd=ROOT, env=self._environ,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, start_new_session=True,
        )  # fmt: skip
        log.close()
        self.do("wait", seconds=0.1)

    def do(self, what: str, **fields: Any) -> dict[str, Any]:
        """One command that must succeed; its answer."""
        answer = self.ask(what, **fields)
        assert answer["ok"], answer
        return answer

    def ask(self, what: str, **fields: Any) -> dict[str, Any]:
        """One command; its answer, whatever it is."""
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": what, **fields}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the station has ended"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def tap(self, *ids: str) -> None:
        """Touch targets one after another."""
        for id in ids:
            self.do("tap", id=id)

    def texts(self) -> list[str]:
        """Every text on the glass."""
        self.do("wait", seconds=0.05)
        return [widget["text"] for widget in self.do("screen")["widgets"]]

    def shows(self, words: str) -> bool:
        """Whether some text on the glass contains these words."""
        return any(words in text for text in self.texts())

    def ids(self) -> list[str]:
        """Everything that can be touched."""
        return [widget["id"] for widget in self.do("screen")["widgets"] if widget["target"]]

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
                if pipe is not None:
                    pipe.close()
            self._process = None
