"""The platform voice's process: pyttsx3 answers jobs on its standard input (`media._worker`).

pyttsx3 plays what it synthesised itself, on Linux from a wave file. We take the samples out of that file instead, which
lies in memory (tmpfs) and is gone at once; so sound can be stopped, marked and timed like any other voice's.
"""

from __future__ import annotations

import io
import os
import shlex
import sys
import tempfile
import wave
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyttsx3

from content.numerals import written_out
from media._jobs import Clause, answer, own_output

_VOICES = {"zh": ("cmn-latn-pinyin", "zh-CN", "Chinese"), "en": ("en-us", "en-gb", "English")}
_WORDS_A_MINUTE = {False: 150, True: 110}
_MEMORY = Path("/dev/shm")
_PAUSE_S = 0.15


class Taken:
    """What pyttsx3 would have played."""

    def __init__(self) -> None:
        self.rate = 22_050
        self.samples = b""

    def system(self, command: str) -> int:
        """Stands where pyttsx3 calls `os.system("aplay FILE -q")`."""
        file = Path(shlex.split(command)[1])
        with wave.open(io.BytesIO(file.read_bytes())) as opened:
            self.rate = opened.getframerate()
            self.samples += opened.readframes(opened.getnframes())
        return 0

    def take(self) -> bytes:
        """The samples since the last call, with a pause after them."""
        taken, self.samples = self.samples, b""
        return taken + bytes(int(self.rate * _PAUSE_S) * 2) if taken else b""


def main() -> int:
    """Answer until the pipe is closed."""
    if _MEMORY.is_dir():
        tempfile.tempdir = str(_MEMORY)
    out = own_output()
    engine = pyttsx3.init()
    taken = Taken()
    _catch(taken)
    voices = engine.getProperty("voices")

    def say(clause: Clause) -> tuple[int, bytes]:
        english = clause.language == "en"
        ours = english or clause.language.startswith("zh")
        engine.setProperty("rate", _WORDS_A_MINUTE[clause.slow])
        voice = _voice(voices, "en" if english else "zh") if ours else voice_of(voices, clause.language)
        if voice is None and not ours:
            return taken.rate, b""  # better silent than read by the letters of another language
        if voice is not None:
            engine.setProperty("voice", voice)
        text = clause.text.strip()
        engine.say(written_out(text) if ours and not english else text)
        engine.runAndWait()
        return taken.rate, taken.take()

    answer(say, out)
    return 0


def _catch(taken: Taken) -> None:
    """Have pyttsx3's espeak driver hand over what it would play. Elsewhere it plays by itself."""
    driver: Any = sys.modules.get("pyttsx3.drivers.espeak")
    if driver is not None:
        driver.os = SimpleNamespace(system=taken.system, remove=os.remove)


def _voice(voices: list[object], language: str) -> str | None:
    """The first voice whose id or name ends with one of those we want; Debian's `cmn` itself reads letters."""
    for wish in _VOICES[language]:
        for voice in voices:
            id, name = str(getattr(voice, "id", "")), str(getattr(voice, "name", ""))
            if id.lower().endswith(wish.lower()) or wish.lower() in name.lower():
                return id
    return None


def voice_of(voices: list[object], language: str) -> str | None:
    """The voice of a pack's language, by the tag that espeak-ng's own ids end with; none where there is none."""
    tag = language.lower()
    for wanted in (tag, tag.partition("-")[0]):
        for voice in voices:
            id = str(getattr(voice, "id", ""))
            if id.lower().rpartition("/")[2] == wanted:
                return id
    return None


if __name__ == "__main__":
    sys.exit(main())
