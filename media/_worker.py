"""An engine in a process of its own that turns clauses into samples, and the narrator who speaks through it.

Owns the supervision: the process is started when first needed, killed when it hangs, started anew when it died, ended
when it is not needed for a while, and left alone for some minutes after repeated trouble. Words go to it and samples
come back through pipes, so nothing of them is written anywhere. Leaves to others: what the engine is
(`media.neural.worker`, `media._say_once`).

A job is one JSON line: `{"text", "language", "clauses": [[start, end], ...], "first", "slow"}`. The answer is a frame
for each clause, in order, then one with the clause -1: `clause, rate, length` as little-endian 32-bit numbers, then
`length` bytes of 16-bit samples.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Sequence

from media._playback import Playback, Sound, Starved
from media._sink import OpenSink
from media.speech import Passage

log = logging.getLogger(__name__)

HEADER = struct.Struct("<iii")
END = -1
_MOST_BYTES = 64 << 20
_TROUBLES = 3
_REST_S = 300.0
_LEAVING_S = 1.5  # a clause in the making, longer than starting anew


class EngineGone(Exception):
    """The process ended, or answered what is no answer."""


class Engine:
    """One process. Not for several threads at once, save `kill`."""

    def __init__(self, command: Sequence[str], env: dict[str, str] | None = None) -> None:
        """Raises OSError when it can't be started."""
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
            env=env,
        )  # fmt: skip
        assert self._process.stdout is not None
        os.set_blocking(self._process.stdout.fileno(), False)
        self._read = b""
        self._ended = True

    @property
    def idle(self) -> bool:
        """Whether it has answered the last job to its end."""
        return self._ended and self._process.poll() is None

    def begin(self, passage: Passage, first: int) -> None:
        """Give it a job. Raises EngineGone."""
        job = {
            "text": passage.text, "language": passage.language, "clauses": passage.clauses, "first": first,
            "slow": passage.slow,
        }  # fmt: skip
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(job).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise EngineGone from error
        self._ended = False

    def break_off(self) -> None:
        """The rest of the job is not wanted."""
        assert self._process.stdin is not None
        if not self._ended:
            with contextlib.suppress(OSError):
                self._process.stdin.write(b"\n")
                self._process.stdin.flush()

    def arrivals(self) -> list[Sound] | None:
        """The clauses that have come; None after the last. Raises EngineGone."""
        if self._ended:
            return None
        assert self._process.stdout is not None
        while chunk := self._chunk():
            self._read += chunk
        came = []
        while (sound := self._frame()) is not None:
            came.append(sound)
        return None if self._ended and not came else came

    def _chunk(self) -> bytes:
        assert self._process.stdout is not None
        try:
            chunk = os.read(self._process.stdout.fileno(), 1 << 16)
        except BlockingIOError:
            return b""
        if not chunk:
            raise EngineGone
        return chunk

    def _frame(self) -> Sound | None:
        if len(self._read) < HEADER.size:
            return None
        clause, rate, length = HEADER.unpack_from(self._read)
        if clause == END:
            self._ended, self._read = True, b""
            return None
        if not (0 <= length <= _MOST_BYTES and 8000 <= rate <= 48_000 and clause >= 0):
            raise EngineGone
        if len(self._read) < HEADER.size + length:
            return None
        samples = self._read[HEADER.size : HEADER.size + length]
        self._read = self._read[HEADER.size + length :]
        return Sound(clause, rate, samples)

    def kill(self) -> None:
        """End it and whatever it started."""
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            self._process.kill()
        self._process.wait(timeout=2)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


class EngineNarrator:
    """Speaks through an engine. `patience_s` is the longest silence before the next narrator takes over."""

    joins = True

    def __init__(
        self, name: str, start: Callable[[], Engine], open_sink: OpenSink, patience_s: float, unused_s: float = 60.0,
        clock: Callable[[], float] = time.monotonic, *, unhurried: bool = False,
        languages: frozenset[str] | None = None,
    ) -> None:  # fmt: skip
        self.name = name
        self.unhurried = unhurried
        self._languages = languages  # the only ones it can read; none: it finds out for itself
        self._start = start
        self._open_sink = open_sink
        self._patience_s = patience_s
        self._unused_s = unused_s
        self._clock = clock
        self._engine: Engine | None = None
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._troubles = 0
        self._rests_until = 0.0

    def can(self, passage: Passage) -> bool:
        """Whether it reads the language and is not resting."""
        return self._reads(passage) and not self.rests

    def _reads(self, passage: Passage) -> bool:
        return self._languages is None or passage.language in self._languages

    def prepare(self) -> None:
        """Start the engine: while a recording is heard, it loads."""
        with self._lock:
            self._keep()
            try:
                if self._engine is None and not self.rests:
                    self._engine = self._start()
            except OSError:
                self._engine = None  # it is tried again, and counted, when it is to speak
            self._end_when_unused()

    @property
    def rests(self) -> bool:
        """Whether it is left alone after repeated trouble."""
        return self._clock() < self._rests_until

    def speak(self, passage: Passage, first: int, stopped: threading.Event, heard: Callable[[int], None]) -> int:
        """See `media.speech.Narrator`."""
        if not self.can(passage):
            return first
        with self._lock:
            self._keep()
            try:
                said = self._spoken(passage, first, stopped, heard)
            finally:
                self._end_when_unused()
        return said

    def close(self) -> None:
        """End the engine."""
        with self._lock:
            self._keep()
            self._end()

    def _spoken(self, passage: Passage, first: int, stopped: threading.Event, heard: Callable[[int], None]) -> int:
        latest = first

        def hear(clause: int) -> None:
            nonlocal latest
            latest = clause + 1
            heard(clause)

        try:
            engine = self._ready()
            engine.begin(passage, first)
            playback = Playback(self._open_sink, stopped, hear)
            said = playback.play(first, engine.arrivals, self._patience_s)
        except (OSError, EngineGone, Starved) as error:
            self._trouble(type(error).__name__)
            return error.clause if isinstance(error, Starved) else latest
        if stopped.is_set():
            engine.break_off()
            return said
        self._troubles = 0
        return len(passage.clauses) if said > first else first

    def _ready(self) -> Engine:
        """An engine that waits for a job; one in the middle of another is not waited for long. Raises OSError."""
        if self._engine is not None and not self._comes_free(self._engine):
            self._end()
        if self._engine is None:
            self._engine = self._start()
        return self._engine

    def _comes_free(self, engine: Engine) -> bool:
        until = self._clock() + _LEAVING_S
        try:
            while not engine.idle and self._clock() < until:
                if engine.arrivals() == []:
                    time.sleep(0.01)
        except EngineGone:
            return False
        return engine.idle

    def _trouble(self, what: str) -> None:
        log.warning("the %s voice stopped: %s", self.name, what)
        self._end()
        self._troubles += 1
        if self._troubles >= _TROUBLES:
            self._troubles = 0
            self._rests_until = self._clock() + _REST_S

    def _keep(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _end_when_unused(self) -> None:
        if self._engine is not None:
            self._timer = threading.Timer(self._unused_s, self._ended)
            self._timer.daemon = True
            self._timer.start()

    def _ended(self) -> None:
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._engine is not None:
            self._engine.kill()
            self._engine = None
