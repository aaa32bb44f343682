"""From a translator's folder to the files that a station reads. What is missing, fuzzy or stale is left out."""

from __future__ import annotations

import io
import json
import zipfile
from array import array
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from content.packs import cldr
from content.packs.pack import CONTENT, MANIFEST, WORDS, Manifest, PackError, Weight, hashed
from content.packs.sources import Entry, Source, by_cldr, done

_EPOCH = (2000, 1, 1, 0, 0, 0)
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


def compiled(source: Source, words: list[Entry], content: list[Entry]) -> dict[str, bytes]:
    """Name -> bytes. The same folder always gives the same bytes. Raises: PackError."""
    about = source.about
    tag = about.tag
    manifest = Manifest(
        tag=tag, name=about.name, english=about.english, script=cldr.script(tag), rtl=cldr.is_rtl(tag),
        faces=tuple(about.faces),
    )  # fmt: skip
    files = {
        MANIFEST: _json(manifest.model_dump(mode="json")),
        WORDS: _mo(source.words, words, tag),
        CONTENT: _json(_map(source.content, content)),
    }
    for weight, name in about.faces.items():
        files[f"{weight}.ttf"], files[f"{weight}.chars"] = face(source.folder, weight, name)
    return files


def zipped(files: dict[str, bytes]) -> bytes:
    """The files as a zip; the same files always as the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for name, data in sorted(files.items()):
            held.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def write(files: dict[str, bytes], out: Path) -> None:
    """Into a zip where the name says so, else into a folder."""
    if out.suffix == ".zip":
        out.write_bytes(zipped(files))
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (out / name).write_bytes(data)


def face(folder: Path, weight: Weight, name: str) -> tuple[bytes, bytes]:
    """A face's bytes and the code points it draws. Raises: PackError."""
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise PackError(f"the {weight} face {name} can't be read: {error.strerror}") from error
    return data, points_of(data, weight)


def points_of(data: bytes, weight: Weight) -> bytes:
    """The code points that a face draws, as half-open ranges. Raises: PackError."""
    from fontTools.ttLib import TTFont

    try:
        points = sorted(TTFont(io.BytesIO(data), lazy=True).getBestCmap() or ())
    except Exception as error:  # fontTools raises whatever a broken table leads it to
        raise PackError(f"the {weight} face is no TrueType or OpenType face") from error
    ranges = array("I")
    for point in points:
        if ranges and ranges[-1] == point:
            ranges[-1] = point + 1
        else:
            ranges.extend((point, point + 1))
    return ranges.tobytes()


def current(catalog: Any, entries: list[Entry]) -> list[tuple[Entry, Any]]:
    """What is translated, and from the words of today."""
    wanted = {(one.context, one.chinese): one for one in entries}
    found = []
    for message in catalog:
        chinese = message.id[0] if isinstance(message.id, tuple | list) else message.id
        entry = wanted.get((message.context, chinese))
        if entry is not None and done(message):
            found.append((entry, message))
    return found


def _mo(catalog: Any, entries: list[Entry], tag: str) -> bytes:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    kept = Catalog(locale=cldr.locale(tag), fuzzy=False)
    by_cldr(kept, tag)
    kept.creation_date = kept.revision_date = _BEGINNING  # the same words are the same bytes
    for entry, message in current(catalog, entries):
        kept.add(message.id, message.string, context=entry.context)
    out = io.BytesIO()
    write_mo(out, kept)
    return out.getvalue()


def _map(catalog: Any, entries: list[Entry]) -> dict[str, dict[str, str]]:
    return {
        entry.context: {"of": hashed(entry.chinese), "en": hashed(entry.english), "text": str(message.string)}
        for entry, message in current(catalog, entries)
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
