"""Language packs: more languages than the three that this house writes itself.

A pack is a folder (or a zip of it) made by a translator: `pack.yaml`, `words.po` for the interface, `content.po` for
the exhibition, a face where ours lack its letters. Compiled it is a handful of files that travel in a release, or lie
on a developer's disk. Owns what a pack is, which are installed, and how one is written, checked and compiled
(`sources`, `checking`, `compiling`). Leaves to others: what falls back on what (`content.language`,
`screens.strings`), how letters are drawn (`screens.widgets`).
"""

from content.packs.installed import find, install, installed
from content.packs.pack import Face, Manifest, Pack, PackError
from content.packs.reading import FOLDER, pack_in, packs_in, packs_of

__all__ = [
    "FOLDER",
    "Face",
    "Manifest",
    "Pack",
    "PackError",
    "find",
    "install",
    "installed",
    "pack_in",
    "packs_in",
    "packs_of",
]
