"""Checks of pictures: they exist, and none of them is an emblem or a flag."""

from __future__ import annotations

from content.checks.finding import Found, Part, Stock
from content.schema import Exhibit, Exhibition, HomeCard, Panel, Proposal, Step, Topic
from content.walk import models

#: Never drawn (国徽法 art. 7, 12, 13; 国旗法; design guide 1): in names of pictures, in any of these spellings.
EMBLEMS = ("emblem", "guohui", "danghui", "guoqi", "dangqi", "flag", "国徽", "国旗", "党徽", "党旗", "五角星", "天安门")
_ART = {Exhibit: "picture", HomeCard: "picture", Step: "art", Panel: "art"}
_ICONS = {Proposal: "icon", Topic: "icon"}


def drawings_exist(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """Every picture and icon that is named is one the station has."""
    for way, model in models(part.content):
        for fields, names, kind in ((_ART, stock.art, "drawing"), (_ICONS, stock.icons, "icon")):
            field = fields.get(type(model))
            name = getattr(model, field) if field else None
            if field and name and names is not None and name not in names:
                yield (*way, field), f"there is no {kind} {name!r}", f"choose one of {', '.join(sorted(names))}"


def emblems(part: Part, exhibition: Exhibition, stock: Stock) -> Found:
    """No picture is named after an emblem or flag; such pictures come from the hub alone, with approval."""
    for way, model in models(part.content):
        field = _ART.get(type(model)) or _ICONS.get(type(model))
        if field and any(one in (getattr(model, field) or "").lower() for one in EMBLEMS):
            yield (*way, field), f"{getattr(model, field)!r} names an emblem or flag", "choose another picture"
    for file in part.media:
        if any(one in file.name.lower() for one in EMBLEMS):
            yield (), f"the file {file.name!r} names an emblem or flag", "take it out of the media folder"
