"""Language packs at the hub: compiled packs that staff uploaded, which go into every release until they are taken away.

Owns the folder they are kept in, and what is taken: a pack whose every file can be read, whose face is a face and says
truly what it draws. Leaves to others: making one (`kiosk words`), what a pack is (`content.packs`).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from content.packs import FOLDER, Manifest, PackError, compiling, sources
from content.packs.pack import MANIFEST, Pack
from content.packs.reading import MAX_BYTES, checked, unzipped
from content.schema import Exhibition


@dataclass(frozen=True)
class Held:
    """A pack that stations get, and how many texts of the live exhibition it has words for."""

    manifest: Manifest
    translated: int
    of: int


@dataclass(frozen=True)
class Languages:
    """The packs in a folder, each in a folder of its tag."""

    folder: Path

    def files(self) -> dict[str, bytes]:
        """Logical path -> bytes, for a release."""
        return {
            f"{FOLDER}/{tag}/{file.name}": file.read_bytes()
            for tag in self._tags()
            for file in sorted((self.folder / tag).iterdir())
        }

    def held(self, exhibition: Exhibition | None) -> tuple[Held, ...]:
        """Every pack; without an exhibition nothing is counted."""
        entries = list(sources.of_content(exhibition)) if exhibition else []
        found = []
        for tag in self._tags():
            place = self.folder / tag
            pack = checked({one.name: one.read_bytes() for one in place.iterdir()})
            ready = sum(pack.text(one.chinese, one.english) is not None for one in entries)
            found.append(Held(pack.manifest, ready, len(entries)))
        return tuple(found)

    def take(self, data: bytes) -> Manifest:
        """Keep a zipped pack; one of the same language gives way. Raises: PackError."""
        if len(data) > MAX_BYTES:
            raise PackError(f"the pack is larger than {MAX_BYTES >> 20} MB")
        held = unzipped(data)
        pack = checked(held)
        _true_faces(pack, held)
        kept = {MANIFEST, "words.mo", "content.json"}
        kept |= {f"{weight}.{end}" for weight in pack.manifest.faces for end in ("ttf", "chars")}
        aside = self.folder / f".{pack.tag}.part"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        for name in kept:
            (aside / name).write_bytes(held[name])
        self.remove(pack.tag)
        aside.replace(self.folder / pack.tag)
        return pack.manifest

    def remove(self, tag: str) -> bool:
        """Take a language away from the next release on. Whether there was one."""
        known = tag in set(self._tags())
        if known:
            shutil.rmtree(self.folder / tag)
        return known

    def _tags(self) -> Iterable[str]:
        if not self.folder.is_dir():
            return []
        return sorted(one.name for one in self.folder.iterdir() if (one / MANIFEST).is_file() and one.name[0] != ".")


def _true_faces(pack: Pack, held: dict[str, bytes]) -> None:
    """A station takes the list of a face at its word, so it is looked into here."""
    for weight in pack.manifest.faces:
        if compiling.points_of(held[f"{weight}.ttf"], weight) != held[f"{weight}.chars"]:
            raise PackError(f"the {weight} face is not the one its list of letters was made from; compile it anew")
