"""How much shorter a text must be to fit: found by laying out ever shorter ones, in the state that clips it."""

from __future__ import annotations

from typing import Any

from content.catalog import Catalog
from content.schema import Exhibit, Exhibition, Published
from content.walk import Way
from kiosk.fits.laying import Clip, clipped
from kiosk.fits.rooms import Plan
from kiosk.fits.walk import at
from screens.look import Look


def excess(plan: Plan, catalog: Catalog, part: str, file: str, way: Way, clip: Clip, look: Look) -> int | None:
    """Characters to take away; None where even one character would not fit, so that the text is not to blame."""
    text = _value(_content(catalog.exhibition, file), way)
    before = _clipped(plan, catalog, part, clip, look)

    def fits(length: int) -> bool:
        shorter = replaced(_content(catalog.exhibition, file), way, text[:length].rstrip() or text[:1])
        changed = Catalog(_with_content(catalog.exhibition, file, shorter), catalog.media)
        return _clipped(plan, changed, part, clip, look) < before

    if not isinstance(text, str) or len(text) < 2 or not fits(1):
        return None
    low, high = 1, len(text)  # low fits, high does not
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return len(text) - low


def replaced(value: Any, way: Way, text: str) -> Any:
    """The value with another text at `way`. Not validated: it is only looked at."""
    if not way:
        return text
    step, rest = way[0], way[1:]
    if isinstance(value, Published):
        name = _field(value, str(step))
        return value.model_copy(update={name: replaced(getattr(value, name), rest, text)})
    if isinstance(value, dict):
        return {**value, step: replaced(value[step], rest, text)}
    return tuple(replaced(one, rest, text) if n == step else one for n, one in enumerate(value))


def _value(value: Any, way: Way) -> Any:
    for step in way:
        value = getattr(value, _field(value, str(step))) if isinstance(value, Published) else value[step]
    return value


def _field(model: Published, step: str) -> str:
    return next(name for name, field in type(model).model_fields.items() if step in (name, field.alias))


def _content(exhibition: Exhibition, file: str) -> Any:
    """What a file of a release holds: `home`, `sources`... or `exhibits/<id>`."""
    _, _, id = file.partition("/")
    if not id:
        return getattr(exhibition, file)
    return next(one for one in exhibition.exhibits if one.id == id)


def _with_content(exhibition: Exhibition, file: str, value: Any) -> Exhibition:
    if isinstance(value, Exhibit):
        value = tuple(value if one.id == value.id else one for one in exhibition.exhibits)
        file = "exhibits"
    return exhibition.model_copy(update={file: value})


def _clipped(plan: Plan, catalog: Catalog, part: str, clip: Clip, look: Look) -> int:
    room = next(one for one in plan.rooms(catalog, part) if one.id == clip.room)
    scene = room.draw(at(room, clip.way, clip.language).state, look)
    return sum(1 for _ in clipped(scene, look))
