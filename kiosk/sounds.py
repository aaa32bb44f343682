"""The tones of touch-to-hear, made when the first one sounds: most visitors never hear one."""

from __future__ import annotations

from kiosk.late import Late
from media.earcons import Earcons
from screens.access.listening import Sound


def _make() -> Earcons:
    from media._sink import open_aplay

    return Earcons(open_aplay)


class StationSounds:
    """Played through the station's loudspeaker."""

    def __init__(self) -> None:
        self._earcons = Late(_make)

    def play(self, sound: Sound, pitch: float = 0.5) -> None:
        """Sound and return at once."""
        self._earcons().play(sound, pitch)
