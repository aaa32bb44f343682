"""Where samples are heard: ALSA's `aplay` in a process of its own, or nothing where there is no device.

Owns that a device which is missing or stuck is only silence: samples are taken and dropped. Leaves keeping time to
`media._playback`.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Callable
from typing import Protocol

_STUCK_S = 1.5
_BUFFER_US = 150_000  # what a device holds after its process was killed is dropped, so this is no delay of silence


class Sink(Protocol):
    """One stretch of sound, to be ended by `finish` (let what was given be heard) or `kill` (silence now)."""

    def write(self, samples: bytes) -> None: ...

    def finish(self) -> None: ...

    def kill(self) -> None: ...


OpenSink = Callable[[int], Sink]
"""Opens a sink for samples of a rate."""


class NoSink:
    """Nobody hears it."""

    def write(self, samples: bytes) -> None:
        """Dropped."""

    def finish(self) -> None:
        """Nothing to wait for."""

    def kill(self) -> None:
        """Nothing to end."""


class Aplay:
    """Plays through ALSA, which PipeWire and PulseAudio offer too."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        assert process.stdin is not None
        self._pipe = process.stdin
        os.set_blocking(self._pipe.fileno(), False)
        self._deaf = False
        self._stuck_since: float | None = None

    def write(self, samples: bytes) -> None:
        """Hand over samples; a device that takes none for long is given up."""
        rest = memoryview(samples)
        while rest and not self._deaf:
            try:
                rest = rest[os.write(self._pipe.fileno(), rest) :]
                self._stuck_since = None
            except BlockingIOError:
                self._wait()
            except OSError:
                self._deaf = True

    def finish(self) -> None:
        """What was given is played to its end; whoever gave it kept the time, so little is left."""
        self._close_pipe()
        try:
            self._process.wait(timeout=0.6)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """Silence now."""
        self._process.kill()
        self._process.wait(timeout=2)
        self._close_pipe()

    def _wait(self) -> None:
        now = time.monotonic()
        self._stuck_since = self._stuck_since or now
        if now - self._stuck_since > _STUCK_S:
            self._deaf = True
        time.sleep(0.01)

    def _close_pipe(self) -> None:
        self._deaf = True
        with contextlib.suppress(OSError):
            self._pipe.close()


def open_aplay(rate: int) -> Sink:
    """A device playing 16-bit samples of one channel, or no sink where there is none."""
    form = ("-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(rate), f"--buffer-time={_BUFFER_US}", "-")
    command = ("aplay", "-q", *form)
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, bufsize=0,
            start_new_session=True,
        )  # fmt: skip
    except OSError:
        return NoSink()
    return Aplay(process)
