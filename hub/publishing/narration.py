"""Recorded narration at the hub: a folder of recordings, named after the words they read.

Owns which of them go into a release, taking them from authors' folders and from people who read, and having the rest
read by the neural voice. That voice belongs to the station's side: `kiosk narrate` runs as a process. Leaves to others:
which texts there are (`content.narration`).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from content.aloud import PERSON
from content.bundle import to_files
from content.narration import MAX_BYTES, Reading, recorded, wanted
from content.schema import Exhibition

_HEAD = b"OggS"
_CONVERTING_S = 120.0


class NarrationRefused(Exception):
    """A recording can't be taken or made; the message says why."""


@dataclass(frozen=True)
class Narration:
    """The recordings in a folder."""

    folder: Path

    def files(self, exhibition: Exhibition) -> dict[str, bytes]:
        """Logical path -> the recordings that belong to this exhibition; a broken one is left out."""
        found = {path: (self.folder / path).read_bytes() for path in recorded(exhibition, self._has)}
        return {path: data for path, data in found.items() if data.startswith(_HEAD)}

    def take(self, authors: Path, exhibition: Exhibition) -> int:
        """Copy the recordings that lie beside authors' texts. Returns how many were new."""
        paths = recorded(exhibition, lambda path: (authors / path).is_file())
        new = [path for path in paths if not self._has(path)]
        for path in new:
            self._put(path, (authors / path).read_bytes())
        return len(new)

    def take_person(self, file: Path, exhibition: Exhibition, exhibit: str, language: str, beginning: str) -> Reading:
        """Keep a person's reading of the one text of an exhibit that begins so. Raises NarrationRefused."""
        reading = _the_one(exhibition, exhibit, language, beginning)
        with tempfile.TemporaryDirectory(prefix="reading-") as folder:
            made = Path(folder) / "made.opus"
            _convert(file, made)
            data = made.read_bytes()
        if len(data) > MAX_BYTES:
            raise NarrationRefused(f"{file.name} is longer than a text may be; one recording reads one text.")
        self._put(reading.path(PERSON), data)
        return reading

    def record(self, exhibition: Exhibition, minutes: float | None) -> None:
        """Have the neural voice read what nobody has read yet; it tells how far it is. Raises NarrationRefused."""
        limit = () if minutes is None else ("--minutes", str(minutes))
        with tempfile.TemporaryDirectory(prefix="narrate-") as folder:
            for path, data in to_files(exhibition).items():
                target = Path(folder) / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            command = (sys.executable, "-m", "kiosk", "narrate", str(self.folder), "--content", folder, *limit)
            ended = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
        if ended.returncode:
            raise NarrationRefused(ended.stderr.strip() or "`kiosk narrate` ended without a word.")

    def missing(self, exhibition: Exhibition) -> int:
        """How many texts have no recording."""
        return sum(not (self._has(one.path()) or self._has(one.path(PERSON))) for one in wanted(exhibition))

    def _has(self, path: str) -> bool:
        return (self.folder / path).is_file()

    def _put(self, path: str, data: bytes) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_suffix(".part")
        aside.write_bytes(data)
        aside.replace(target)


def _the_one(exhibition: Exhibition, exhibit: str, language: str, beginning: str) -> Reading:
    of_it = [one for one in wanted(exhibition) if one.exhibit == exhibit and one.language == language]
    found = [one for one in of_it if one.text.startswith(beginning)]
    exact = [one for one in found if one.text == beginning]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    if not found:
        raise NarrationRefused(f"no text of {exhibit} in {language} begins like this; write its first words as shown.")
    raise NarrationRefused(f"{len(found)} texts of {exhibit} begin like this; write more of the one you mean.")


def _convert(file: Path, target: Path) -> None:
    """Any sound file that ffmpeg reads, as a station plays it: one channel, evened in loudness."""
    if shutil.which("ffmpeg") is None:
        raise NarrationRefused("ffmpeg is missing; install the Debian package of that name.")
    command = (
        "ffmpeg", "-nostdin", "-v", "error", "-i", str(file), "-map", "a:0", "-map_metadata", "-1", "-ac", "1",
        "-af", "loudnorm=I=-18:TP=-2", "-ar", "24000", "-c:a", "libopus", "-b:a", "24k", "-application", "voip", "-y",
        str(target),
    )  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=_CONVERTING_S, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise NarrationRefused(f"{file.name} is no sound file that can be read.") from error
