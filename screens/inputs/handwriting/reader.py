"""Reading ink: the port, and the process that does it.

Owns the life of one worker process: started when somebody wants to write by hand, ended when they leave, so that what
it was shown is gone with it and a station at rest pays nothing. No call here waits. Trouble is told as "absent": the
other ways to write stay.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

log = logging.getLogger(__name__)

MODEL = Path(__file__).with_name("model.onnx")
Status = Literal["off", "starting", "ready", "absent"]
Strokes = tuple[tuple[tuple[float, float], ...], ...]
Spawn = Callable[[Sequence[str]], "subprocess.Popen[bytes]"]

_GIVE_UP_AFTER = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """Readings for one question: for each character those that it may be, likeliest first."""

    ticket: int
    readings: tuple[tuple[str, ...], ...]


class InkReader(Protocol):
    """Something that reads strokes. Answers come later: ask `answer` until it has one."""

    @property
    def status(self) -> Status:
        """`absent` is for good: there is no model here, or it can't run."""

    def start(self) -> None:
        """Make ready to read. Harmless when it is."""

    def ask(self, strokes: Strokes, *, line: bool, most: int) -> int:
        """Read one character, or a line of them. Returns the ticket that its answer will carry."""

    def answer(self) -> Answer | None:
        """The latest answer, each once."""

    def end(self) -> None:
        """Forget everything that was read, and rest until the next `start`."""


def _spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "ORT_DISABLE_TELEMETRY": "1"},
    )  # fmt: skip


class ReaderProcess:
    """The model in a process of its own. After repeated trouble it stays absent instead of starting for ever."""

    def __init__(self, model: Path = MODEL, spawn: Spawn = _spawn) -> None:
        self._model = model
        self._spawn = spawn
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._answer: Answer | None = None
        self._asked = 0
        self._failures = 0
        self._waiting: bytes | None = None

    @property
    def status(self) -> Status:
        if self._failures >= _GIVE_UP_AFTER or not self._model.is_file():
            return "absent"
        if self._process is None:
            return "off"
        return "ready" if self._ready else "starting"

    @property
    def pid(self) -> int | None:
        """The worker's, while there is one."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        with self._lock:
            if self._process is not None or self.status == "absent":
                return
            try:
                self._process = self._spawn(
                    (sys.executable, "-m", "screens.inputs.handwriting._worker", str(self._model))
                )
            except OSError as error:
                self._failures = _GIVE_UP_AFTER
                log.warning("handwriting: no process could be started (%s)", error.strerror)
                return
            threading.Thread(target=self._listen, args=(self._process,), name="handwriting", daemon=True).start()

    def ask(self, strokes: Strokes, *, line: bool, most: int) -> int:
        self.start()
        with self._lock:
            self._asked += 1
            question = {"ticket": self._asked, "line": line, "most": most, "strokes": strokes}
            self._waiting = json.dumps(question).encode() + b"\n"
            self._send()
            return self._asked

    def answer(self) -> Answer | None:
        with self._lock:
            answer, self._answer = self._answer, None
            return answer

    def end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
            self._ready, self._answer, self._waiting = False, None, None
            self._asked += 1  # whatever still comes answers nobody
        if process is not None:
            _put_down(process)

    def _send(self) -> None:
        """Hand over the question that waits, once somebody can hear it: the worker reads whatever it is sent."""
        process = self._process
        if process is None or process.stdin is None or not self._ready or self._waiting is None:
            return
        question, self._waiting = self._waiting, None
        try:
            process.stdin.write(question)
            process.stdin.flush()
        except (OSError, ValueError):
            pass  # it has ended: its listener says so

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        """On a thread: take what the worker says until it ends."""
        assert process.stdout is not None
        with process.stdout as said, contextlib.suppress(OSError, ValueError, LookupError, TypeError):
            for line in said:
                self._heard(process, json.loads(line))
        with self._lock:
            by_itself = self._process is process
            if by_itself:
                self._process, self._ready = None, False
                self._failures += 1
                log.warning("handwriting: its process ended by itself, or said what nobody understands")
        if by_itself:
            _put_down(process)

    def _heard(self, process: subprocess.Popen[bytes], said: dict[str, Any]) -> None:
        with self._lock:
            if self._process is not process:
                return
            if said.get("ready"):
                self._ready = True
                self._send()
            elif said["ticket"] == self._asked:
                self._answer = Answer(self._asked, tuple(tuple(map(str, one)) for one in said["readings"]))
                self._failures = 0


def _put_down(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    assert process.stdin is not None
    with contextlib.suppress(OSError):
        process.stdin.close()
    process.wait()
