"""Worker of `media._pyttsx3`: reads one JSON line, speaks it, ends. Exit code 0 when it was said."""

from __future__ import annotations

import json
import sys

import pyttsx3

_VOICES = {"zh": ("cmn-latn-pinyin", "zh-CN", "Chinese"), "en": ("en-us", "en-gb", "English")}
_WORDS_A_MINUTE = 150


def main() -> int:
    """Say what stands on standard input."""
    line = sys.stdin.readline()
    if not line:
        return 0
    wanted = json.loads(line)
    engine = pyttsx3.init()
    engine.setProperty("rate", _WORDS_A_MINUTE)
    voice = _voice(engine.getProperty("voices"), "en" if wanted["language"] == "en" else "zh")
    if voice is not None:
        engine.setProperty("voice", voice)
    engine.say(wanted["text"])
    engine.runAndWait()
    return 0


def _voice(voices: list[object], language: str) -> str | None:
    """The first voice whose id or name ends with one of those we want; Debian's `cmn` itself reads letters."""
    for wish in _VOICES[language]:
        for voice in voices:
            id, name = str(getattr(voice, "id", "")), str(getattr(voice, "name", ""))
            if id.lower().endswith(wish.lower()) or wish.lower() in name.lower():
                return id
    return None


if __name__ == "__main__":
    sys.exit(main())
