"""The files that an exhibition shows: which there are, and the logical path of each in a release.

Owns the names. Leaves to others: what is in the files (`media.photos`), where they lie on a station (`sync.release`,
`content.bundled`), how they travel (`content.bundle`).
"""

from __future__ import annotations

from collections.abc import Iterator

from content.schema import Exhibition, Media
from content.walk import Way, models

FOLDER = "media"
MAX_BYTES = 4 << 20


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


def named(exhibition: Exhibition) -> tuple[str, ...]:
    """The logical paths of all files that the exhibition shows, in order of first use."""
    paths = (path_of(one.id, file) for one in exhibition.exhibits for _, file in files_in(one))
    return tuple(dict.fromkeys(paths))


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
    """What speaks against a picture file, and the cure; None when it may be published."""
    if len(data) > MAX_BYTES:
        return f"{file} is larger than {MAX_BYTES >> 20} MB", "save it smaller: 1600 pixels wide is enough"
    ending = file.rpartition(".")[2]
    if kind_of(data[:12]) != ending:
        return f"{file} is not what its name says", f"save it as a real .{ending} file"
    return None
