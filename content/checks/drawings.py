"""Checks of pictures: they exist, and none of them is an emblem or a flag."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.finding import Found, Part, Stock
from content.schema import Exhibition
from content.walk import Way, models

#: Never drawn (国徽法 art. 7, 12, 13; 国旗法; design guide 1): in names of pictures, in any of these spellings.
EMBLEMS = ("emblem", "guohui", "danghui", "guoqi", "dangqi", "flag", "国徽", "国旗", "党徽", "党旗", "五角星", "天安门")
#: A field of this name, in whatever model, names a drawing or an icon.
_FIELDS = {"picture": "drawing", "art": "drawing", "icon": "icon"}


def drawings_exist(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """Every picture and icon that is named is one the station has."""
    known = {"drawing": stock.art, "icon": stock.icons}
    for way, field, name in named_drawings(part):
        kind = _FIELDS[field]
        names = known[kind]
        if names is not None and name not in names:
            yield (*way, field), f"there is no {kind} {name!r}", f"choose one of {', '.join(sorted(names))}"


def emblems(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """No picture is named after an emblem or flag; such pictures come from the hub alone, with approval."""
    for way, field, name in named_drawings(part):
        if any(one in name.lower() for one in EMBLEMS):
            yield (*way, field), f"{name!r} names an emblem or flag", "choose another picture"
    for file in part.media:
        if any(one in file.name.lower() for one in EMBLEMS):
            yield (), f"the file {file.name!r} names an emblem or flag", "take it out of the media folder"


def named_drawings(part: Part) -> Iterator[tuple[Way, str, str]]:
    """Every picture and icon that is named: where, in which field, its name."""
    for way, model in models(part.content):
        for field in _FIELDS:
            name = getattr(model, field, None)
            if isinstance(name, str) and name:
                yield way, field, name
