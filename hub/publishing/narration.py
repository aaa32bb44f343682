"""Recorded narration at the hub: a folder of recordings, named after the words they read.

Owns which of them go into a release, taking them from authors' folders and from people who read, and having the rest
read by the neural voice. That voice belongs to the station's side: `kiosk narrate` runs as a process. Leaves to others:
which texts there are (`content.narration`).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from content.aloud import PERSON
from content.bundle import to_files
from content.narration import ENDING, FOLDER, MAX_BYTES, Reading, recorded, wanted
from content.schema import Exhibition

_HEAD = b"OggS"
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")
_NOTE = ".txt"  # beside a person's recording: the language, and the words that it reads
_CONVERTING_S = 120.0
_LONGEST_S = 180
_FORMATS = "wav,ogg,matroska,webm,mov,mp3,flac,aac,w64,aiff"
_FENCE = ("prlimit", f"--as={1 << 30}", "--cpu=60", "--core=0", "--nofile=64")


class NarrationRefused(Exception):
    """A recording can't be taken or made; the message says why."""


@dataclass(frozen=True)
class Kept:
    """A person's recording and what it reads, whether or not such a text is still shown."""

    exhibit: str
    language: str
    text: str
    path: str


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
        read_by_persons = {one.path(PERSON): one for one in wanted(exhibition)}
        for path in new:
            self._put(path, (authors / path).read_bytes())
            if path in read_by_persons:
                self._note(read_by_persons[path])
        return len(new)

    def take_person(self, file: Path, exhibition: Exhibition, exhibit: str, language: str, beginning: str) -> Reading:
        """Keep a person's reading of the one text of an exhibit that begins so. Raises NarrationRefused."""
        reading = _the_one(exhibition, exhibit, language, beginning)
        self.keep(file, reading)
        return reading

    def keep(self, file: Path, reading: Reading) -> None:
        """Keep a person's reading of this text; one that was there gives way. Raises NarrationRefused."""
        with tempfile.TemporaryDirectory(prefix="reading-") as folder:
            made = Path(folder) / "made.opus"
            _convert(file, made)
            data = made.read_bytes()
        if len(data) > MAX_BYTES:
            raise NarrationRefused(f"{file.name} is longer than a text may be; one recording reads one text.")
        self._put(reading.path(PERSON), data)
        self._note(reading)

    def remove(self, exhibit: str, name: str) -> bool:
        """Take a person's recording away, whatever it reads. Whether there was one."""
        note, file = self._named(exhibit, name, _NOTE), self._named(exhibit, name, f".{ENDING}")
        known = file.is_file()
        for one in (file, note):
            one.unlink(missing_ok=True)
        return known

    def person(self, exhibit: str, name: str) -> bytes | None:
        """A person's recording, whatever it reads; None where there is none."""
        file = self._named(exhibit, name, f".{ENDING}")
        return file.read_bytes() if file.is_file() else None

    def state(self, reading: Reading) -> Literal["person", "neural", "none"]:
        """Who reads this text."""
        if self._has(reading.path(PERSON)):
            return "person"
        return "neural" if self._has(reading.path()) else "none"

    def persons(self) -> tuple[Kept, ...]:
        """Every person's recording of which is known what it reads."""
        found = []
        for note in sorted(self.folder.glob(f"exhibits/*/{FOLDER}/*{_NOTE}")):
            language, _, text = note.read_text("utf-8").partition("\n")
            file = note.with_suffix(f".{ENDING}")
            if file.is_file():
                path = file.relative_to(self.folder).as_posix()
                found.append(Kept(note.parent.parent.name, language, text, path))
        return tuple(found)

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

    def _named(self, exhibit: str, name: str, ending: str) -> Path:
        """A file beside an exhibit's recordings. Raises ValueError for a name that leads elsewhere."""
        if not (_SLUG.fullmatch(exhibit) and _SLUG.fullmatch(name)):
            raise ValueError("no name of a recording")
        return self.folder / "exhibits" / exhibit / FOLDER / f"{name}{ending}"

    def _note(self, reading: Reading) -> None:
        note = (self.folder / reading.path(PERSON)).with_suffix(_NOTE)
        self._put(note.relative_to(self.folder).as_posix(), f"{reading.language}\n{reading.text}".encode())

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
    fence = _FENCE if shutil.which(_FENCE[0]) else ()
    command = (
        *fence, "ffmpeg", "-nostdin", "-v", "error", "-protocol_whitelist", "file,pipe", "-format_whitelist", _FORMATS,
        "-t", str(_LONGEST_S), "-i", f"file:{file}", "-map", "a:0", "-map_metadata", "-1", "-ac", "1",
        "-af", "loudnorm=I=-18:TP=-2", "-ar", "24000", "-c:a", "libopus", "-b:a", "24k", "-application", "voip", "-y",
        str(target),
    )  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=_CONVERTING_S, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise NarrationRefused(f"{file.name} is no sound file that can be read.") from error
