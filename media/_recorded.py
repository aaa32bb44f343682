"""Recorded narration: plays the recording of a passage where there is one, found by its words.

A recording that is missing, broken or of other clauses than it says is not played, and the next narrator takes over.
Leaves to others: where recordings lie (`content.narration`), their form (`media.recording`).
"""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from media._playback import Playback, Sound
from media._sink import OpenSink
from media.recording import RATE, BadRecording, decoder, marks
from media.speech import Passage

log = logging.getLogger(__name__)

SLOWER = 0.8
_DECODING_S = 4.0
_LOOK_S = 0.02
_MOST_BYTES = 20 << 20
Find = Callable[[str, str], Path | None]
"""The recording of a language and a text, if there is one."""


class RecordedNarrator:
    """Plays recordings."""

    unhurried = False
    joins = False

    def __init__(self, find: Find, open_sink: OpenSink) -> None:
        self._find = find
        self._open_sink = open_sink

    def can(self, passage: Passage) -> bool:
        """Whether somebody has read these words."""
        return self._find(passage.language, passage.text) is not None

    def prepare(self) -> None:
        """Nothing takes long."""

    def speak(self, passage: Passage, first: int, stopped: threading.Event, heard: Callable[[int], None]) -> int:
        """See `media.speech.Narrator`."""
        file = self._find(passage.language, passage.text)
        if file is None:
            return first
        tempo = SLOWER if passage.slow else 1.0
        try:
            ends = marks(file).ends
            samples = _decoded(file, tempo, stopped)
        except (BadRecording, OSError) as error:
            log.warning("the recording %s can't be played: %s", file.name[:12], type(error).__name__)
            return first
        if stopped.is_set():
            return first
        waiting = [sounds(passage, samples, tuple(end / tempo for end in ends))[first:]]
        return Playback(self._open_sink, stopped, heard).play(first, lambda: waiting.pop() if waiting else None, 1.0)

    def close(self) -> None:
        """Nothing is kept."""


def sounds(passage: Passage, samples: bytes, ends: tuple[float, ...]) -> list[Sound]:
    """The samples clause by clause; where the recording does not say when they end, by the length of their words."""
    count = len(passage.clauses)
    whole = len(samples) / 2 / RATE
    if len(ends) != count:
        ends = tuple(whole * end / passage.clauses[-1].end for _, end in passage.clauses)
    cuts = [0, *(min(len(samples), int(end * RATE) * 2) for end in ends[:-1]), len(samples)]
    return [Sound(i, RATE, samples[cuts[i] : max(cuts[i], cuts[i + 1])]) for i in range(count)]


def _decoded(file: Path, tempo: float, stopped: threading.Event) -> bytes:
    """All samples of a recording. Raises BadRecording, OSError."""
    process = subprocess.Popen(
        decoder(file, tempo), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    timer = threading.Timer(_DECODING_S, process.kill)
    timer.daemon = True
    timer.start()
    try:
        with process.stdout:
            samples = b""
            while not stopped.is_set() and len(samples) <= _MOST_BYTES and (chunk := process.stdout.read(1 << 16)):
                samples += chunk
        if stopped.is_set() or len(samples) > _MOST_BYTES:
            process.kill()
        ended = process.wait(timeout=2)
    finally:
        timer.cancel()
    if (ended and not stopped.is_set()) or len(samples) % 2 or (not samples and not stopped.is_set()):
        raise BadRecording("it could not be decoded")
    return samples
