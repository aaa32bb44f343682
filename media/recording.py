"""Recordings of spoken texts: Opus files that say, clause by clause, when each ends.

Owns the form: an Ogg Opus file with a comment `CLAUSES=1840,3610`, in milliseconds from its beginning. A person's
reading may come without it. Leaves to others: where recordings lie (`content.narration`), making the sound
(`media.neural`), playing it. ffmpeg writes and reads the sound, in a process.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

RATE = 24_000
_BYTES_A_SECOND = RATE * 2
_BITS_A_SECOND = "24k"  # measured: 3 kB a second; speech keeps its full band
_ENCODING_S = 60.0
_HEAD = 64 << 10
_TAG = b"CLAUSES="


class BadRecording(ValueError):
    """Not a recording that can be read; the message says why, and never what was said."""


@dataclass(frozen=True)
class Marks:
    """When each clause ends, in seconds; empty where nobody has said."""

    ends: tuple[float, ...]


def marks(file: Path) -> Marks:
    """When the clauses of a recording end. Raises BadRecording."""
    try:
        with file.open("rb") as opened:
            return marks_in(opened.read(_HEAD))
    except OSError as error:
        raise BadRecording(str(error.strerror)) from error


def marks_in(head: bytes) -> Marks:
    """The same, of the first bytes of a file. Raises BadRecording."""
    if not head.startswith(b"OggS") or b"OpusHead" not in head[:64] or b"OpusTags" not in head[:512]:
        raise BadRecording("not an Ogg Opus file")
    at = head.find(_TAG, head.find(b"OpusTags"))
    if at < 4:
        return Marks(())
    length = int.from_bytes(head[at - 4 : at], "little") - len(_TAG)
    written = head[at + len(_TAG) : at + len(_TAG) + length]
    try:
        ends = tuple(int(one) / 1000 for one in written.split(b","))
    except ValueError as error:
        raise BadRecording("its clauses are not numbers") from error
    if any(b <= a for a, b in zip((0.0, *ends), ends, strict=False)):
        raise BadRecording("its clauses are out of order")
    return Marks(ends)


def encode(clauses: Iterable[bytes], target: Path) -> float:
    """Write 16-bit samples, clause by clause, as a recording, whole or not at all. Returns its seconds.

    Raises: BadRecording when there is nothing to hear or ffmpeg can't write it.
    """
    sound, ends = b"", []
    for one in clauses:
        sound += one
        ends.append(round(len(sound) / _BYTES_A_SECOND * 1000))
    if not sound:
        raise BadRecording("there is nothing to hear")
    for index in range(1, len(ends)):  # a clause without sound still has its place
        ends[index] = max(ends[index], ends[index - 1] + 1)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_suffix(".part")
    try:
        subprocess.run((*_encoder(ends), str(aside)), input=sound, capture_output=True, timeout=_ENCODING_S, check=True)
        aside.replace(target)
    except (OSError, subprocess.SubprocessError) as error:
        raise BadRecording(f"ffmpeg could not write it ({type(error).__name__})") from None
    finally:
        aside.unlink(missing_ok=True)
    return len(sound) / _BYTES_A_SECOND


def _encoder(ends: Sequence[int]) -> tuple[str, ...]:
    """The same sound gives the same bytes: nothing of the day or the machine goes into the file."""
    return (
        "ffmpeg", "-nostdin", "-v", "error", "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0",
        "-threads", "1", "-c:a", "libopus", "-b:a", _BITS_A_SECOND, "-application", "voip", "-fflags", "+bitexact",
        "-flags:a", "+bitexact", "-metadata", f"CLAUSES={','.join(map(str, ends))}", "-y", "-f", "ogg",
    )  # fmt: skip


def decoder(file: Path, tempo: float = 1.0) -> tuple[str, ...]:
    """The command that gives a recording as 16-bit samples on its standard output, slower with a tempo below 1."""
    slower = () if tempo == 1.0 else ("-af", f"atempo={tempo}")
    return (
        "ffmpeg", "-nostdin", "-v", "error", "-threads", "1", "-i", str(file), *slower,
        "-f", "s16le", "-ar", str(RATE), "-ac", "1", "pipe:1",
    )  # fmt: skip
