"""Maps among the uploaded pictures and films: the number said at the upload must be the one that stations show.

Leaves to others: what a number looks like and what a map is called (`content.checks.maps`), the upload (`uploads`).
"""

from __future__ import annotations

from collections.abc import Iterator

from content.media import CAPTIONS, files_in
from content.schema import Exhibit, Exhibition, FilmBlock, Media
from content.walk import models
from hub.exhibition.models import Picture


def unapproved(exhibition: Exhibition) -> tuple[str, ...]:
    """A sentence for each map that was uploaded with its number and is shown without it, or with another."""
    uploaded = Picture.objects.filter(shows_map=True).values_list("exhibit__slug", "name", "map_approval")
    numbers = {(slug, name): number for slug, name, number in uploaded}
    return tuple(
        f"展项“{one.title.zh_hans}”（地图）：{file} 上传时填的审图号是 {numbers[one.id, file]}，"
        f"展项里{f'填的是 {said}' if said else '没有填'}，请填成一样。"
        for one in exhibition.exhibits
        for file, said in _shown(one)
        if (one.id, file) in numbers and said != numbers[one.id, file]
    )


def _shown(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    """Each picture and film with the number that stands beside it."""
    for _, one in models(exhibit):
        if isinstance(one, Media | FilmBlock):
            for file in dict.fromkeys(file for _, file in files_in(one) if not file.endswith(CAPTIONS)):
                yield file, (one.map_approval or "").strip()
