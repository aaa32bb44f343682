"""The real dictaphone: ALSA's `arecord` and ffmpeg in processes of their own, pipes and memory between them.

Owns that a device which is missing, silent or stuck is told and never waited for, and that every sample lies in one
buffer, which `wipe` overwrites. Each thread belongs to one recording; what comes for an older one is dropped.
"""

from __future__ import annotations

import contextlib
import math
import os
import select
import subprocess
import threading
from collections.abc import Callable, Iterator
from typing import cast

from media._playback import Playback, Sound
from media._sink import OpenSink
from media.dictaphone import LONGEST_S, MOST_BYTES, Doing, Take, Trouble

RATE = 16_000
_A_SECOND = RATE * 2
_ROOM = int(LONGEST_S) * _A_SECOND
_CHUNK = _A_SECOND // 10
_FIRST_S = 3.0  # a device that is opened by a sound server takes a second or two
_NEXT_S = 1.5
_FLOOR_DB = -54.0
_QUIET = 260  # of 32768: a closed microphone's noise stays below
_ENCODING_S = 30.0
_STEP_S = 0.25
_ENCODER = (
    "ffmpeg", "-nostdin", "-v", "error", "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0", "-threads", "1",
    "-c:a", "libopus", "-b:a", "20k", "-vbr", "constrained", "-compression_level", "3", "-application", "voip",
    "-map_metadata", "-1", "-fflags", "+bitexact", "-f", "ogg", "pipe:1",
)  # fmt: skip  # measured: 90 s of noise make 206 kB in 3 s of one core


class Recorder:
    """One visitor's recording at a time."""

    def __init__(self, present: Callable[[], bool], device: str, open_sink: OpenSink) -> None:
        self._is_present = present
        self._device = device
        self._open_sink = open_sink
        self._lock = threading.Lock()
        self._sound = bytearray()
        self._length = 0
        self._doing: Doing = ""
        self._level = 0.0
        self._loudest = 0
        self._at = 0.0
        self._trouble: Trouble = ""
        self._arecord: subprocess.Popen[bytes] | None = None
        self._quieted = threading.Event()
        self._turn = 0  # grows with every wipe
        self._coded = _Coded()

    @property
    def present(self) -> bool:
        """Whether there is a microphone to offer."""
        return self._is_present()

    def record(self) -> None:
        """Begin, or go on."""
        self.stop()
        if self._length >= _ROOM:
            return
        if not self._sound:
            self._sound = bytearray(_ROOM)
        self._coded.drop()
        self._length -= self._length % 2  # half a sample that was cut off would make noise of all that follows
        self._trouble = ""
        try:
            process = subprocess.Popen(
                ("arecord", "-q", "-D", self._device, "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", str(RATE)),
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        except OSError:
            self._trouble = "absent"
            return
        self._arecord, self._doing = process, "recording"
        threading.Thread(target=self._listen, args=(process, self._turn), name="microphone", daemon=True).start()

    def stop(self) -> None:
        """End what is being done."""
        self._quieted.set()
        with self._lock:
            process, self._arecord = self._arecord, None
            was, self._doing, self._level = self._doing, "", 0.0
        if process is not None:
            process.kill()
        if was == "recording":
            self._recorded()

    def play(self) -> None:
        """Let it be heard."""
        self.stop()
        if self._length:
            self._quieted = threading.Event()
            self._doing, self._at = "playing", 0.0
            args = (self._quieted, self._turn, self._length)
            threading.Thread(target=self._sounded, args=args, name="heard-back", daemon=True).start()

    def look(self) -> Take:
        """How it is."""
        with self._lock:
            return Take(
                self._doing, self._length / _A_SECOND, self._level, self._at, self._trouble, self._coded.settled
            )

    def taken(self, patience_s: float) -> bytes | None:
        """What was recorded, small."""
        return self._coded.wait(patience_s) if self._length else None

    def wipe(self) -> None:
        """Overwrite everything."""
        self.stop()
        with self._lock:
            self._turn += 1
            self._sound[:] = bytes(len(self._sound))
            self._sound = bytearray()
            self._length, self._loudest, self._at, self._trouble = 0, 0, 0.0, ""
        self._coded.drop()

    # -- recording ----------------------------------------

    def _listen(self, process: subprocess.Popen[bytes], turn: int) -> None:
        """Read until it is stopped, there is no more room, or nothing comes."""
        assert process.stdout is not None
        patience, came = _FIRST_S, False
        while self._arecord is process:
            if not select.select([process.stdout], [], [], patience)[0] or not self._read(process, turn):
                break
            patience, came = _NEXT_S, True
        process.kill()
        process.wait()
        process.stdout.close()
        with self._lock:
            mine = self._arecord is process and turn == self._turn
            if mine:
                self._arecord = None
                self._trouble = "" if self._length >= _ROOM else "absent"
        if mine and came:
            self._recorded()
        with self._lock:
            if mine and turn == self._turn and self._arecord is None and self._doing == "recording":
                self._doing, self._level = "", 0.0

    def _read(self, process: subprocess.Popen[bytes], turn: int) -> bool:
        """Take one chunk into the buffer, without a copy that would stay somewhere. Whether to go on."""
        assert process.stdout is not None
        with self._lock:
            if self._arecord is not process or turn != self._turn or self._length >= _ROOM:
                return False
            start = self._length
            with memoryview(self._sound)[start : min(_ROOM, start + _CHUNK)] as room:
                came = os.readv(process.stdout.fileno(), [room])
                skipped = start % 2  # the other half of a sample
                whole = (came - skipped) // 2 * 2
                if whole > 0:
                    self._measure(room[skipped : skipped + whole])
            self._length += came
        return came > 0

    def _measure(self, chunk: memoryview) -> None:
        with chunk, chunk.cast("h") as all_samples:
            samples = all_samples.tolist()[::4]
        self._loudest = max(self._loudest, max(samples), -min(samples))
        mean = math.sqrt(sum(one * one for one in samples) / len(samples))
        loud_db = 20 * math.log10(max(mean, 1.0) / 32768)
        self._level = round(min(1.0, max(0.0, 1 - loud_db / _FLOOR_DB)), 2)

    def _recorded(self) -> None:
        """Recording has ended: what there is becomes a file, aside."""
        with self._lock:
            if not self._length:
                return
            if self._loudest < _QUIET and not self._trouble:
                self._trouble = "quiet"
            self._coded.begin(self._sound, self._length)

    # -- hearing back ----------------------------------------

    def _sounded(self, quieted: threading.Event, turn: int, length: int) -> None:
        step = int(RATE * _STEP_S) * 2

        def pieces() -> Iterator[list[Sound] | None]:
            for number, at in enumerate(range(0, length, step)):
                with self._lock:
                    if turn != self._turn:
                        return
                    piece = memoryview(self._sound)[at : min(length, at + step)]  # a copy would outlast the wipe
                yield [Sound(number, RATE, cast(bytes, piece))]
            yield None

        def heard(number: int) -> None:
            self._at = number * _STEP_S

        coming = pieces()
        Playback(self._open_sink, quieted, heard).play(0, lambda: next(coming, None), 1.0)
        with self._lock:
            if not quieted.is_set() and turn == self._turn:
                self._doing, self._at = "", 0.0


class _Coded:
    """The recording as a small file, made by ffmpeg on a thread; a newer one takes its place."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._file = bytearray()
        self._length = 0
        self._done = threading.Event()
        self._done.set()

    @property
    def settled(self) -> bool:
        """Whether nothing is in the making."""
        return self._done.is_set()

    def begin(self, sound: bytearray, length: int) -> None:
        """Make it of this sound."""
        self.drop()
        try:
            process = subprocess.Popen(
                _ENCODER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
        except OSError:
            return
        self._process, self._file, self._done = process, bytearray(MOST_BYTES + 1), threading.Event()
        end = threading.Timer(_ENCODING_S, process.kill)
        end.daemon = True
        end.start()
        threading.Thread(target=self._feed, args=(process, sound, length), name="voice-in", daemon=True).start()
        args = (process, self._file, self._done, end)
        threading.Thread(target=self._collect, args=args, name="voice-out", daemon=True).start()

    def wait(self, patience_s: float) -> bytes | None:
        """The file, once it is made; None when it can't be, or does not fit."""
        self._done.wait(patience_s)
        if not self._done.is_set() or not 0 < self._length <= MOST_BYTES:
            return None
        return bytes(memoryview(self._file)[: self._length])

    def drop(self) -> None:
        """Forget it, and what is in the making."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
        self._done.wait(2.0)
        self._file[:] = bytes(len(self._file))
        self._file, self._length = bytearray(), 0
        self._done.set()

    def _feed(self, process: subprocess.Popen[bytes], sound: bytearray, length: int) -> None:
        assert process.stdin is not None
        with contextlib.suppress(OSError), memoryview(sound) as view:
            at = 0
            while at < length and self._process is process:
                at += os.write(process.stdin.fileno(), view[at : min(length, at + (64 << 10))])
        with contextlib.suppress(OSError):
            process.stdin.close()

    def _collect(
        self, process: subprocess.Popen[bytes], file: bytearray, done: threading.Event, end: threading.Timer
    ) -> None:
        assert process.stdout is not None
        length = 0
        with memoryview(file) as view:
            while length < len(view) and (came := os.readv(process.stdout.fileno(), [view[length:]])):
                length += came
        process.stdout.close()
        if length > MOST_BYTES:
            process.kill()
        fine = process.wait() == 0
        end.cancel()
        if self._process is process:
            self._length = length if fine else 0
        done.set()
