"""Pictures from an exhibition's own files, read and made smaller on a thread of their own.

Owns decoding within bounds (bytes, pixels, kinds of file), how many wait, and what could not be shown: a picture that
is broken, too large or of another kind is remembered as such and not tried again. Leaves to others: where a file lies
(`find`), how word gets to the UI thread (`tell`), textures and drawing (`screens.widgets`).
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

log = logging.getLogger(__name__)

MAX_BYTES = 4 << 20
MAX_PIXELS = 24_000_000
_KINDS = ("PNG", "JPEG", "WEBP")
_WAITING = 16  # asked for and not begun; older ones are no longer looked at
_READY_BYTES = 24 << 20  # read and not yet fetched
_REMEMBERED = 256  # what could not be shown

Size: TypeAlias = tuple[int, int]
State: TypeAlias = Literal["ready", "coming", "none"]
Find: TypeAlias = Callable[[str], Path | None]
Tell: TypeAlias = Callable[[Callable[[], None]], None]
_Key: TypeAlias = tuple[str, Size]


class Unreadable(ValueError):
    """No picture that a station shows; the message says why."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as RGBA bytes, rows from the top."""

    size: Size
    data: bytes


def decode(file: Path | BinaryIO, box: Size) -> Pixels:
    """The picture upright, as large as fits the box, never larger than it is.

    Raises: Unreadable or OSError; with a file made to do harm, whatever Pillow raises.
    """
    from PIL import Image, ImageOps

    if isinstance(file, Path) and file.stat().st_size > MAX_BYTES:
        raise Unreadable("larger than a picture may be")
    with Image.open(file, formats=_KINDS) as opened:
        if opened.width * opened.height > MAX_PIXELS:  # known from its head, before anything is unpacked
            raise Unreadable("more pixels than a picture may have")
        opened.draft("RGB", (max(box), max(box)))  # a photograph is unpacked no larger than needed
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    ratio = min(1.0, box[0] / upright.width, box[1] / upright.height)
    size = max(1, round(upright.width * ratio)), max(1, round(upright.height * ratio))
    if size != upright.size:
        upright = upright.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return Pixels(size, upright.tobytes())


class Photos:
    """Pictures by logical path. `find` and every method are called on one thread, decoding is done on another.

    `tell` runs a call on that one thread; `on_news` is what it runs when a picture came or turned out to be none.
    """

    def __init__(self, find: Find = lambda _: None, tell: Tell = lambda call: call()) -> None:
        self._find = find
        self._tell = tell
        self.on_news: Callable[[], None] = lambda: None
        self._lock = threading.Condition()
        self._wanted: list[_Key] = []  # the last one first
        self._in_hand: _Key | None = None
        self._telling = False
        self._ready: OrderedDict[_Key, Pixels] = OrderedDict()
        self._broken: OrderedDict[_Key, None] = OrderedDict()
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a picture is on its way."""
        with self._lock:
            return bool(self._wanted) or self._in_hand is not None or self._telling

    def place(self, path: str) -> str | None:
        """What names the file's content at this moment; None when there is no such file."""
        file = self._find(path)
        return None if file is None else str(file)

    def ask(self, place: str, box: Size) -> State:
        """Whether the picture can be fetched; from the first asking on it is on its way, unless it is none."""
        key = (place, box)
        with self._lock:
            if key in self._ready:
                return "ready"
            if key in self._broken:
                return "none"
            if key != self._in_hand:
                self._wanted = [key, *(one for one in self._wanted if one != key)][:_WAITING]
                self._begin()
                self._lock.notify()
            return "coming"

    def fetch(self, place: str, box: Size) -> Pixels | None:
        """The picture, which is then no longer kept here."""
        with self._lock:
            return self._ready.pop((place, box), None)

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="photos", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            with self._lock:
                self._lock.wait_for(lambda: bool(self._wanted))
                key = self._in_hand = self._wanted.pop(0)
            found = _decoded(*key)
            with self._lock:
                self._in_hand = None
                self._keep(key, found)
                self._telling = True
            self._tell(lambda: self.on_news())
            with self._lock:
                self._telling = False

    def _keep(self, key: _Key, found: Pixels | None) -> None:
        if found is None:
            self._broken[key] = None
            if len(self._broken) > _REMEMBERED:
                self._broken.popitem(last=False)
            return
        self._ready[key] = found
        while len(self._ready) > 1 and sum(len(one.data) for one in self._ready.values()) > _READY_BYTES:
            self._ready.popitem(last=False)


def _decoded(place: str, box: Size) -> Pixels | None:
    try:
        return decode(Path(place), box)
    except Exception as error:  # a picture may be anything: whatever it does, its description is shown instead
        log.warning("a picture can't be shown: %s: %s", Path(place).name, type(error).__name__)
        return None
