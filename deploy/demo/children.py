"""Processes that live as long as the one that started them: started in order, ended in the opposite one.

Each child leads a process group of its own, so that what it starts ends with it and Ctrl-C reaches only us.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE_S = 8.0
_ASK = 0


class ChildEnded(Exception):
    """A child that should still run has ended; the message names it, its exit code and its log."""


@dataclass
class Children:
    """The running children. Use as a context: leaving it, in whatever way, ends them all."""

    logs: Path
    _running: list[tuple[str, subprocess.Popen[bytes]]] = field(default_factory=list)

    def __enter__(self) -> Self:
        self.logs.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _, process in reversed(self._running):
            _end(process)

    def start(
        self, name: str, command: Sequence[str | Path], environ: Mapping[str, str], *, keep_fds: Sequence[int] = ()
    ) -> subprocess.Popen[bytes]:
        """Start a child; what it says goes to `<logs>/<name>.log`."""
        with self._log(name).open("wb") as log:
            process = subprocess.Popen(
                [str(part) for part in command],
                env=dict(environ),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=tuple(keep_fds),
            )
        self._running.append((name, process))
        return process

    def check(self) -> None:
        """Raises: ChildEnded when any child has ended."""
        for name, process in self._running:
            if process.poll() is not None:
                raise ChildEnded(f"{name} ended with {process.returncode}; {self._last_words(name)}")

    def wait_until(self, ready: Callable[[], bool], what: str, seconds: float) -> None:
        """Wait for `ready`. Raises: ChildEnded when a child ends first; TimeoutError naming `what`."""
        deadline = time.monotonic() + seconds
        while not ready():
            self.check()
            if time.monotonic() > deadline:
                raise TimeoutError(f"{what} did not come within {seconds:.0f} s; see {self.logs}")
            time.sleep(0.1)

    def _last_words(self, name: str) -> str:
        lines = self._log(name).read_text(errors="replace").strip().splitlines()[-5:]
        return "\n".join([f"the end of {self._log(name)}:", *(f"  {line}" for line in lines)])

    def _log(self, name: str) -> Path:
        return self.logs / f"{name}.log"


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the child's whole group to end, then insist."""
    for word in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + PATIENCE_S
        _tell(process.pid, word)
        while _tell(process.pid, _ASK) and time.monotonic() < deadline:
            process.poll()
            time.sleep(0.02)


def _tell(group: int, word: int) -> bool:
    """Signal every member of a group (0 only asks). Returns whether there was one."""
    try:
        os.killpg(group, word)
    except ProcessLookupError:
        return False
    return True


def answers(port: int) -> bool:
    """Whether something listens on this port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port(wanted: int = 0) -> int:
    """`wanted` if nothing has it, else any free port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            return free_port()
        return int(probe.getsockname()[1])
