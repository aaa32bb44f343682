"""Plays samples as they come, and tells which clause is being heard.

Owns the time: samples are handed over at the pace at which they are heard, a moment ahead, so that silence is a moment
away and marks keep their time on a station without a loudspeaker too. Leaves to others: where samples come from and
where they are heard.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from media._sink import OpenSink, Sink

_AHEAD_S = 0.25
_CHUNK_S = 0.05
_LATENCY_S = 0.1  # from handing over to being heard
_LOOK_S = 0.02


@dataclass(frozen=True)
class Sound:
    """The samples of one clause."""

    clause: int
    rate: int
    samples: bytes


Arrivals = Callable[[], "list[Sound] | None"]
"""What has come since it was last asked; None when nothing more will come."""


class Starved(Exception):
    """Nothing more came in time; `clause` is the first of which nothing was heard."""

    def __init__(self, clause: int) -> None:
        super().__init__(clause)
        self.clause = clause


class Playback:
    """One stretch of sound from its first sample to its last."""

    def __init__(
        self, open_sink: OpenSink, stopped: threading.Event, heard: Callable[[int], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._open = open_sink
        self._stopped = stopped
        self._heard = heard
        self._clock = clock
        self._sink: Sink | None = None
        self._origin = 0.0  # when the first sample was due
        self._given = 0.0  # seconds of sound handed over
        self._marks: list[tuple[float, int]] = []

    def play(self, first: int, arrivals: Arrivals, patience_s: float) -> int:
        """Play what comes until no more comes or it is stopped. Returns the first clause not begun.

        Raises: Starved when nothing came for longer than `patience_s` while nothing was left to play.
        """
        following, waiting = first, self._clock()
        try:
            while not self._stopped.is_set():
                came = arrivals()
                if came is None:
                    self._play_out()
                    return following
                for sound in came:
                    self._give(sound)
                    following, waiting = sound.clause + 1, self._clock()
                if not came:
                    self._mark()
                    if self._clock() - waiting > patience_s:
                        raise Starved(following)
                    self._stopped.wait(_LOOK_S)
            return following
        finally:
            if self._sink is not None:
                self._sink.kill()

    def _give(self, sound: Sound) -> None:
        """Hand the samples over, chunk by chunk, as they are due."""
        if self._sink is None:
            self._sink = self._open(sound.rate)
            self._origin, self._given = self._clock(), 0.0
        self._origin = max(self._origin, self._clock() - self._given)  # it came late: what follows is later, too
        self._marks.append((self._origin + self._given + _LATENCY_S, sound.clause))
        chunk = int(sound.rate * _CHUNK_S) * 2
        for at in range(0, len(sound.samples), chunk):
            if self._wait_until(self._origin + self._given - _AHEAD_S):
                return
            piece = sound.samples[at : at + chunk]
            self._sink.write(piece)
            self._given += len(piece) / 2 / sound.rate

    def _play_out(self) -> None:
        if not self._wait_until(self._origin + self._given) and self._sink is not None:
            self._sink.finish()

    def _wait_until(self, due: float) -> bool:
        """Let time pass, telling of clauses as they begin. Returns whether it was stopped."""
        while True:
            self._mark()
            now = self._clock()
            if self._stopped.is_set():
                return True
            if now >= due:
                return False
            until = min([due, *(at for at, _ in self._marks)])
            self._stopped.wait(max(0.001, until - now))

    def _mark(self) -> None:
        now = self._clock()
        while self._marks and self._marks[0][0] <= now:
            self._heard(self._marks.pop(0)[1])
