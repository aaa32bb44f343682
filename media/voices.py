"""Choosing a voice for a station, and the fall from one that fails to the next."""

from __future__ import annotations

from media._pyttsx3 import PlatformVoice
from media.speech import SilentVoice, Voice


def open_voice(wanted: str) -> Voice:
    """The voice a setting asks for: `auto` and `pyttsx3` speak with the platform's engine, `silent` does not speak."""
    return SilentVoice() if wanted == "silent" else PlatformVoice()
