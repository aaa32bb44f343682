"""What a film file may be: MP4 with one H.264 picture, read from its head before any decoder sees it.

Owns the limits and a reader of the few boxes that state size, duration and kind (ISO/IEC 14496-12). It trusts nothing:
what is not stated, or states too much, is no film. Leaves decoding to `media.films`.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

MAX_BYTES: Final = 24 << 20
MAX_SECONDS: Final = 300
MAX_SIDE: Final = 1920
MIN_SIDE: Final = 64
MAX_RATE: Final = 60.0
_MAX_HEAD: Final = 4 << 20  # `moov` of a film of five minutes has some hundred kilobytes
_MOST_BOXES: Final = 4096  # a head of nothing but empty boxes is none
_CURE = "save it as MP4 with H.264, see docs/content-authors.md"


class NoFilm(ValueError):
    """A file that no station plays. The message says why, `cure` what to do."""

    def __init__(self, message: str, cure: str = _CURE) -> None:
        super().__init__(message)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Head:
    """What a film says of itself: upright width and height, frames a second, whether something is heard."""

    seconds: float
    width: int
    height: int
    rate: float
    sound: bool


def read_head(file: Path | BinaryIO) -> Head:
    """The head of a film within all limits. Raises: NoFilm, OSError."""
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return read_head(opened)
    length = file.seek(0, io.SEEK_END)
    if length > MAX_BYTES:
        raise NoFilm(f"larger than {MAX_BYTES >> 20} MB", "encode it again at 960 pixels wide, or cut it shorter")
    try:
        return _within(_parsed(_moov(file, length)))
    except (struct.error, IndexError, ZeroDivisionError, OverflowError) as error:
        raise NoFilm("its head is damaged") from error


def fault_of_film(data: bytes) -> tuple[str, str] | None:
    """What speaks against a film file, and the cure; None when stations play it."""
    try:
        read_head(io.BytesIO(data))
    except NoFilm as error:
        return str(error), error.cure
    return None


def _within(head: Head) -> Head:
    if not 0.5 <= head.seconds <= MAX_SECONDS:
        raise NoFilm(f"{head.seconds:.0f} seconds long, at most {MAX_SECONDS} are shown", "cut it, or make two films")
    if not (MIN_SIDE <= head.width <= MAX_SIDE and MIN_SIDE <= head.height <= MAX_SIDE):
        raise NoFilm(
            f"{head.width} by {head.height} pixels, a side has {MIN_SIDE} to {MAX_SIDE}", "encode it at 960 pixels wide"
        )
    if not 1 <= head.rate <= MAX_RATE:
        raise NoFilm(f"{head.rate:.1f} frames a second, at most {MAX_RATE:.0f} are shown", "encode it at 25 a second")
    return head


def _moov(file: BinaryIO, length: int) -> bytes:
    """The box that describes the film, wherever it stands (cameras write it last), in a file that is whole."""
    at, first, moov = 0, True, None
    for _ in range(_MOST_BOXES):
        if at >= length:
            break
        file.seek(at)
        size, kind = struct.unpack(">I4s", file.read(8))
        start = 8
        if size == 1:
            (size,), start = struct.unpack(">Q", file.read(8)), 16
        elif size == 0 and kind == b"mdat":  # to the end
            size = length - at
        if first and kind != b"ftyp":
            raise NoFilm("no MP4 file")
        if size < start or at + size > length:
            raise NoFilm("cut off or damaged", "copy or upload it again")
        if kind == b"moov":
            if size > _MAX_HEAD:
                raise NoFilm("its head is damaged")
            moov = file.read(size - start)
        at, first = at + size, False
    if moov is None or at != length:
        raise NoFilm("no MP4 file" if first else "cut off or damaged", "copy or upload it again")
    return moov


def _parsed(moov: bytes) -> Head:
    pictures, sounds = [], []
    for kind, track in _boxes(moov):
        if kind == b"mvex":
            raise NoFilm("an MP4 in fragments")
        media = _one(track, b"mdia") if kind == b"trak" else None
        if media is None:
            continue
        handler = (_one(media, b"hdlr") or b"")[8:12]
        if handler == b"vide":
            pictures.append((track, media))
        elif handler == b"soun":
            sounds.append(media)
    if len(pictures) != 1:
        raise NoFilm(f"it has {len(pictures)} pictures, one is shown")
    track, media = pictures[0]
    if _codec(media) != b"avc1":
        raise NoFilm("its picture is not H.264")
    if len(sounds) > 1 or any(_codec(one) != b"mp4a" for one in sounds):
        raise NoFilm("its sound is not a single AAC track")
    width, height = _size(_need(track, b"tkhd"))
    seconds = _seconds(_need(media, b"mdhd"))
    frames = _frames(_need(_table(media), b"stts"))
    if seconds <= 0:
        raise NoFilm("it says no duration")
    return Head(seconds, width, height, frames / seconds, bool(sounds))


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    for _ in range(_MOST_BOXES):
        if at + 8 > len(data):
            return
        size, kind = struct.unpack_from(">I4s", data, at)
        if size < 8 or at + size > len(data):
            raise NoFilm("its head is damaged")
        yield kind, data[at + 8 : at + size]
        at += size


def _one(data: bytes, wanted: bytes) -> bytes | None:
    return next((inner for kind, inner in _boxes(data) if kind == wanted), None)


def _need(data: bytes, wanted: bytes) -> bytes:
    found = _one(data, wanted)
    if found is None:
        raise NoFilm("its head is damaged")
    return found


def _table(media: bytes) -> bytes:
    return _need(_need(media, b"minf"), b"stbl")


def _codec(media: bytes) -> bytes:
    """The four letters of the first sample entry."""
    return _need(_table(media), b"stsd")[12:16]


def _size(tkhd: bytes) -> tuple[int, int]:
    """Width and height as shown: a camera held upright says so in its matrix."""
    long = tkhd[0] == 1
    a, b = struct.unpack_from(">ii", tkhd, 52 if long else 40)
    width, height = (value >> 16 for value in struct.unpack_from(">II", tkhd, 88 if long else 76))
    return (height, width) if a == 0 and b != 0 else (width, height)


def _seconds(mdhd: bytes) -> float:
    scale, length = struct.unpack_from(">IQ", mdhd, 20) if mdhd[0] == 1 else struct.unpack_from(">II", mdhd, 12)
    return float(length / scale)


def _frames(stts: bytes) -> int:
    (count,) = struct.unpack_from(">I", stts, 4)
    if count > _MAX_HEAD // 8:
        raise NoFilm("its head is damaged")
    return sum(struct.unpack_from(">I", stts, 8 + 8 * n)[0] for n in range(count))
