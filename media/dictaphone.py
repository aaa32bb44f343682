"""A visitor's voice for as long as the visit lasts: recorded, heard back, handed over small.

Values, a protocol, and choosing one; `media._recorder` is the real one. Nothing is ever written to a file; what was
said is in memory only, and overwritten by `wipe`. Leaves to others: consent, sealing, sending. No voice is recognised
or compared.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Protocol

LONGEST_S: Final = 90.0
MOST_BYTES: Final = 250_000
_CARDS: Final = Path("/proc/asound/pcm")
_PROGRAMS: Final = ("arecord", "ffmpeg")

Doing = Literal["", "recording", "playing"]
Trouble = Literal["", "absent", "quiet"]
"""`absent`: the microphone gave nothing, or stopped giving. `quiet`: nothing can be heard on what was recorded."""


@dataclass(frozen=True, slots=True)
class Take:
    """What there is now. `level` is the loudness of the moment, 0 to 1; `at` where hearing back has come to."""

    doing: Doing = ""
    seconds: float = 0.0
    level: float = 0.0
    at: float = 0.0
    trouble: Trouble = ""
    ready: bool = True
    """Whether `taken` answers at once."""


class Dictaphone(Protocol):
    """Nothing here blocks or raises, save `taken`."""

    @property
    def present(self) -> bool:
        """Whether there is a microphone to offer."""

    def record(self) -> None:
        """Begin, or go on where it was stopped; ends by itself after LONGEST_S in all."""

    def stop(self) -> None:
        """End recording or hearing back; what was recorded stays."""

    def play(self) -> None:
        """Let what was recorded be heard, from its beginning."""

    def look(self) -> Take:
        """How it is."""

    def taken(self, patience_s: float) -> bytes | None:
        """What was recorded, as an Ogg Opus file of at most MOST_BYTES; None when nothing was, or it can't be made."""

    def wipe(self) -> None:
        """The visitor has left, or records anew: overwrite everything."""


class NoDictaphone:
    """A station without a microphone."""

    present = False

    def record(self) -> None:
        """Nothing is recorded."""

    def stop(self) -> None:
        """Nothing to end."""

    def play(self) -> None:
        """Nothing is heard."""

    def look(self) -> Take:
        """Nothing."""
        return Take()

    def taken(self, patience_s: float) -> bytes | None:
        """Nothing."""
        return None

    def wipe(self) -> None:
        """Nothing to forget."""


def missing(wanted: str, cards: Path = _CARDS, which: Callable[[str], str | None] = shutil.which) -> str:
    """Why no voice can be recorded, in one sentence with its cure; empty when it can.

    `wanted` is the setting: `auto` (whatever this machine has), `off`, or the name of an ALSA device.
    """
    if wanted == "off":
        return "The microphone is switched off (setting microphone)."
    absent = [name for name in _PROGRAMS if which(name) is None]
    if absent:
        return f"{' and '.join(absent)} can't be found; `make setup` installs them (alsa-utils, ffmpeg)."
    if wanted == "auto" and not _captures(cards):
        return "No microphone was found; plug one in, or name its ALSA device in the setting microphone (`arecord -L`)."
    return ""


def open_dictaphone(wanted: str, *, aloud: bool = True) -> Dictaphone:
    """The dictaphone a setting asks for. Nothing is started before somebody records; not `aloud`: what is heard back
    is not sounded."""
    if wanted == "off":
        return NoDictaphone()
    from media._recorder import Recorder
    from media._sink import NoSink, open_aplay

    device = "default" if wanted == "auto" else wanted
    return Recorder(lambda: not missing(wanted), device, open_aplay if aloud else lambda _rate: NoSink())


def _captures(cards: Path) -> bool:
    try:
        return "capture" in cards.read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
