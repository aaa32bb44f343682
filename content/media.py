"""The files that an exhibition shows: which there are, and the logical path of each in a release.

Owns the names. Leaves to others: what is in the files (`media.photos`, `content.films`, `content.captions`), where they
lie on a station (`sync.release`, `content.bundled`), how they travel (`content.bundle`).
"""

from __future__ import annotations

from collections.abc import Iterator

from content.films import fault_of_film
from content.schema import Exhibition, FilmBlock, Media
from content.walk import Way, models

FOLDER = "media"
MAX_BYTES = 4 << 20
CAPTIONS = ".vtt"
_OF_A_FILM = ("file", "contrast", "poster", "poster_contrast", "captions_zh", "captions_en", "sign")


def path_of(exhibit: str, file: str) -> str:
    """The logical path of a file of an exhibit; authors keep it there, too."""
    return f"exhibits/{exhibit}/{FOLDER}/{file}"


def files_in(value: object) -> Iterator[tuple[Way, str]]:
    """Every file named in some content, with the way to the field that names it."""
    for way, model in models(value):
        if isinstance(model, Media):
            yield (*way, "file"), model.file
            if model.contrast is not None:
                yield (*way, "contrast"), model.contrast
        elif isinstance(model, FilmBlock):
            for name in _OF_A_FILM:
                file = getattr(model, name)
                if file is not None:
                    yield (*way, name), file


def kept(exhibition: Exhibition) -> tuple[str, ...]:
    """The logical paths of all files that authors keep for the exhibition, in order of first use."""
    return tuple(dict.fromkeys(path_of(one.id, file) for one in exhibition.exhibits for _, file in files_in(one)))


def named(exhibition: Exhibition) -> tuple[str, ...]:
    """Those of them that stations need: captions travel as words. And the photos of deputies."""
    photos = (one.photo for one in exhibition.directory.deputies if one.photo)
    return (*(path for path in kept(exhibition) if not path.endswith(CAPTIONS)), *photos)


def kind_of(head: bytes) -> str | None:
    """What a file's first bytes say it is: `png`, `jpg` or `webp`; None for anything else."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return None


def fault_of(file: str, data: bytes) -> tuple[str, str] | None:
    """What speaks against a file, and the cure; None when it may be published. Captions are not looked at here."""
    if file.endswith(CAPTIONS):
        return None
    if file.endswith(".mp4"):
        fault = fault_of_film(data)
        return fault and (f"{file}: {fault[0]}", fault[1])
    if len(data) > MAX_BYTES:
        return f"{file} is larger than {MAX_BYTES >> 20} MB", "save it smaller: 1600 pixels wide is enough"
    ending = file.rpartition(".")[2]
    if kind_of(data[:12]) != ending:
        return f"{file} is not what its name says", f"save it as a real .{ending} file"
    return None
