"""Compiled packs from where they lie: the files of a release, a folder or a zip on a developer's disk."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from content.packs.pack import CONTENT, MANIFEST, OWN, WORDS, Face, Manifest, Pack, PackError

log = logging.getLogger(__name__)

FOLDER: Final = "languages"
MAX_BYTES: Final = 24 << 20


def packs_in(
    read: Callable[[str], bytes], paths: Iterable[str], file: Callable[[str], Path], folder: str = FOLDER
) -> tuple[Pack, ...]:
    """The packs among the files of a release; one that is broken is left out, and the log says so."""
    present = set(paths)
    packs = []
    for path in sorted(one for one in present if one.startswith(f"{folder}/") and one.endswith(f"/{MANIFEST}")):
        try:
            packs.append(_pack(path.removesuffix(MANIFEST), present, read, file))
        except (PackError, OSError) as error:
            log.error("%s is left out: %s", path, error)
    return tuple(packs)


def packs_of(folder: Path) -> Iterator[Pack]:
    """The compiled packs in a folder: each a folder or a zip. Raises: PackError, OSError."""
    for one in sorted(folder.iterdir()):
        if one.suffix == ".zip" or (one / MANIFEST).is_file():
            yield pack_in(one)


def pack_in(place: Path) -> Pack:
    """The compiled pack in a folder or a zip. Faces of a zip are laid out beside it. Raises: PackError, OSError."""
    if place.is_dir():
        present = {one.name for one in place.iterdir()}
        return _pack("", present, lambda name: (place / name).read_bytes(), lambda name: place / name)
    held = unzipped(place.read_bytes())
    beside = place.with_suffix("")
    for name in (one for one in held if one.endswith(".ttf")):
        beside.mkdir(exist_ok=True)
        (beside / name).write_bytes(held[name])
    return _pack("", set(held), held.__getitem__, lambda name: beside / name)


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zipped pack, by name. Raises: PackError."""
    import io

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as held:
            if sum(one.file_size for one in held.infolist()) > MAX_BYTES:
                raise PackError(f"the pack is larger than {MAX_BYTES >> 20} MB")
            return {one.filename: held.read(one) for one in held.infolist() if "/" not in one.filename}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise PackError("this is no zip file") from error


def checked(held: dict[str, bytes]) -> Pack:
    """A pack of these files whose words can be read, too. Raises: PackError."""
    pack = _pack("", set(held), held.__getitem__, lambda name: Path(name))
    try:
        pack.word("", "")
        pack.text("", "")
    except Exception as error:
        raise PackError(f"its words can't be read ({type(error).__name__}); compile it anew") from error
    return pack


def _pack(prefix: str, present: set[str], read: Callable[[str], bytes], file: Callable[[str], Path]) -> Pack:
    wanted = (MANIFEST, WORDS, CONTENT)
    for name in wanted:
        if prefix + name not in present:
            raise PackError(f"{name} is missing; a pack is compiled with `kiosk words compile`")
    try:
        manifest = Manifest.model_validate_json(read(prefix + MANIFEST))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise PackError(f"{MANIFEST}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    if manifest.tag in OWN:
        raise PackError(f"{manifest.tag} is written by this house, not by a pack")
    faces = {}
    for weight in manifest.faces:
        if not {f"{prefix}{weight}.ttf", f"{prefix}{weight}.chars"} <= present:
            raise PackError(f"the {weight} face is missing")
        faces[weight] = Face(file(f"{prefix}{weight}.ttf"), read(f"{prefix}{weight}.chars"))
    return Pack(manifest, lambda name: read(prefix + name), faces)
