"""The platform's own engine through pyttsx3, each utterance in a process of its own.

pyttsx3 may hang or end its process (its issues 131, 219, 280), and one that speaks can't be interrupted. So a worker
speaks once and ends; being quiet means killing it, and the next one already waits. After repeated trouble the voice
stays silent instead of starting processes for ever.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

log = logging.getLogger(__name__)

_GIVE_UP_AFTER = 3
_SECONDS_A_CHARACTER = 0.6
_SECONDS_AT_LEAST = 15.0

Spawn = Callable[[Sequence[str]], "subprocess.Popen[bytes]"]


def _spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


class PlatformVoice:
    """Speaks through workers. Every call returns at once; trouble is logged without the words."""

    def __init__(
        self, spawn: Spawn = _spawn, command: Sequence[str] = (sys.executable, "-m", "media._say_once")
    ) -> None:
        self._spawn = spawn
        self._command = tuple(command)
        self._speaking: subprocess.Popen[bytes] | None = None
        self._waiting: subprocess.Popen[bytes] | None = None
        self._deadline: threading.Timer | None = None
        self._troubles = 0

    @property
    def busy(self) -> bool:
        """Whether a worker is speaking."""
        speaking = self._speaking
        if speaking is None:
            return False
        code = speaking.poll()
        if code is None:
            return True
        self._speaking = None
        self._troubles = self._troubles + 1 if code else 0
        return False

    @property
    def failed(self) -> bool:
        """Whether the voice has given up."""
        return self._troubles >= _GIVE_UP_AFTER

    def say(self, text: str, language: str) -> None:
        """Interrupt what is being said and speak `text`."""
        self.stop()
        if not text.strip() or self.failed:
            return
        worker, self._waiting = self._waiting or self._start(), None
        if worker is None or worker.stdin is None:
            return
        try:
            worker.stdin.write(json.dumps({"text": text, "language": language}).encode() + b"\n")
            worker.stdin.close()
        except OSError:
            self._troubles += 1
            worker.kill()
            return
        self._speaking = worker
        self._deadline = threading.Timer(max(_SECONDS_AT_LEAST, len(text) * _SECONDS_A_CHARACTER), self.stop)
        self._deadline.daemon = True
        self._deadline.start()
        self._waiting = self._start()

    def stop(self) -> None:
        """Be quiet now."""
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        if self.busy and self._speaking is not None:
            _end(self._speaking)
        self._speaking = None

    def close(self) -> None:
        """End every worker."""
        self.stop()
        if self._waiting is not None:
            _end(self._waiting)
            self._waiting = None

    def _start(self) -> subprocess.Popen[bytes] | None:
        try:
            return self._spawn(self._command)
        except OSError as error:
            self._troubles += 1
            log.warning("no voice could be started: %s", error.strerror)
            return None


def _end(worker: subprocess.Popen[bytes]) -> None:
    """Kill a worker and whatever plays its sound (its process group)."""
    try:
        os.killpg(worker.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        worker.kill()
    worker.wait(timeout=2)
    if worker.stdin is not None and not worker.stdin.closed:
        worker.stdin.close()
