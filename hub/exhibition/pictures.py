"""The picture, film and caption files of the exhibition: from authors' folders into the database, and into releases.

Owns which file belongs to which logical path. Leaves to others: uploads (`uploads`), which files are named
(`content.media`), what captions say (`content.captions`), what a station makes of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from content import captions
from content.media import fault_of, files_in, kept
from content.schema import PORTRAIT_PATH, Exhibition
from hub.deputies.notes import portrait
from hub.exhibition.models import Exhibit, Picture


class UnfitPicture(Exception):
    """A file that cannot be published; the message says which, why and the cure."""


def of_folder(folder: Path, exhibition: Exhibition) -> dict[str, bytes]:
    """Logical path -> the files that the exhibition names. Raises UnfitPicture where one is missing or unfit."""
    found = {}
    for path in kept(exhibition):
        try:
            found[path] = (folder / path).read_bytes()
        except OSError as error:
            raise UnfitPicture(f"{path}: {error.strerror}; put the file there.") from error
        if fault := fault_of(path, found[path]):
            raise UnfitPicture(f"{fault[0]}; {fault[1]}.")
    return found


def keep(files: Mapping[str, bytes]) -> None:
    """Put files beside their exhibits, which are there already."""
    for path, data in files.items():
        slug, name = _parted(path)
        Picture.objects.update_or_create(exhibit=Exhibit.objects.get(slug=slug), name=name, defaults={"data": data})


def read(path: str) -> bytes:
    """The file of a logical path. Raises Picture.DoesNotExist, Portrait.DoesNotExist."""
    if path.startswith(PORTRAIT_PATH.partition("{")[0]):
        return portrait(path)
    slug, name = _parted(path)
    return bytes(Picture.objects.get(exhibit__slug=slug, name=name).data)


def captioned(exhibition: Exhibition) -> tuple[Exhibition, tuple[str, ...]]:
    """The exhibition with the cues of every film, and a sentence for each caption file that is wrong."""

    def uploaded(path: str) -> bytes:
        try:
            return read(path)
        except Picture.DoesNotExist as error:
            raise LookupError(path) from error

    filled, troubles = captions.captioned(exhibition, uploaded)
    names = {one.id: one.title.zh_hans for one in exhibition.exhibits}
    return filled, tuple(
        f"展项“{names[one.exhibit]}”（字幕）：{one.path.rpartition('/')[2]} 第 {one.problem.line} 行：{one.problem}"
        for one in troubles
    )


def missing(exhibition: Exhibition) -> tuple[str, ...]:
    """A sentence for each file that an exhibit names and nobody has uploaded."""
    known = set(Picture.objects.values_list("exhibit__slug", "name"))
    return tuple(
        f"展项“{one.title.zh_hans}”（图片与影片）：还没有文件 {file}，请在“图片与影片”里上传。"
        for one in exhibition.exhibits
        for file in dict.fromkeys(file for _, file in files_in(one))
        if (one.id, file) not in known
    )


def _parted(path: str) -> tuple[str, str]:
    _, exhibit, _, name = path.split("/")
    return exhibit, name
