"""Checks of maps: one in a picture or film has its approval number, and our own grid of tiles says that it is none.

地图管理条例 art. 15 and 22: a map shown to the public is reviewed and bears the number; a simple sketch does not.
Whether one shows a map is said by who put it there; words and file names that say so are held against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from content.checks.drawings import named_drawings
from content.checks.finding import Found, Part, Stock
from content.schema import Exhibition, FilmBlock, Media, TilesBlock, Words
from content.walk import models

#: GS（2024）0650号 of the ministry, GS京（2022）0018号 on its behalf, 渝S（2024）001号 of a province or city.
NUMBER = re.compile(r"(GS[一-鿿]?|[一-鿿]S)\s?[（(]\d{4}[）)]\s?\d{1,5}号")
_SAYS_MAP = re.compile(r"地图|政区图|行政区划图|版图|疆域|\b[Mm]aps?\b")
_NAMED_MAP = re.compile(r"(^|[_-])(map|maps|ditu)([_.-]|$)")
_SCHEMATIC = {"zh-Hans": re.compile(r"示意.*界"), "en": re.compile(r"(?i)schematic.*(border|boundar)")}


def maps(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """No map without 审图号, and none that passes for something else."""
    for way, model in models(part.content):
        if isinstance(model, Media):
            for field, message, cure in _shown(model, model.file, (model.name, model.alt, model.caption)):
                yield (*way, field), message, cure
        elif isinstance(model, FilmBlock):
            said = (model.title, model.told, *(one.words for one in model.cues))
            for field, message, cure in _shown(model, model.file, said):
                yield (*way, field), message, cure
        elif isinstance(model, TilesBlock):
            for language, written in (("zh-Hans", model.caveat.zh_hans), ("en", model.caveat.en or "")):
                if not _SCHEMATIC[language].search(written):
                    cure = "say so: 示意图，不表示边界; schematic, no borders"
                    yield (*way, "caveat", language), "it does not say that the map is schematic without borders", cure
    for way, field, name in named_drawings(part):
        if named_a_map(name):
            cure = "use a block of tiles, or a gallery whose picture has its 审图号"
            yield (*way, field), f"the drawing {name!r} is named a map; drawings have no approval number", cure


def _shown(one: Media | FilmBlock, file: str, said: Sequence[Words]) -> Iterator[tuple[str, str, str]]:
    if one.map_approval is not None:
        if not NUMBER.fullmatch(one.map_approval.strip()):
            cure = "write what is printed on the map, such as GS（2024）0650号 or 渝S（2024）001号"
            yield "map_approval", f"{one.map_approval!r} is no approval number (审图号)", cure
    elif one.shows_map:
        cure = "give the number printed on it in `map_approval`, or take the map out"
        yield "shows_map", f"the map {file!r} has no approval number (审图号)", cure
    elif named_a_map(file) or any(map(_SAYS_MAP.search, _both(*said))):
        cure = "say `shows_map: true` and its 审图号 in `map_approval`; if there is none in it, say it otherwise"
        yield "file", f"{file!r} seems to show a map", cure


def named_a_map(file: str) -> bool:
    """Whether the name of a file or drawing says that it is a map."""
    return _NAMED_MAP.search(file) is not None


def _both(*texts: Words) -> list[str]:
    return [one for words in texts for one in (words.zh_hans, words.en or "")]
