"""Choosing a district, a township, a community or a station: large keys, paged; where nobody would be found, dashed."""

from __future__ import annotations

from dataclasses import dataclass

from screens.deputies.model import DirectoryState
from screens.look import Look
from screens.parts import button, button_height
from screens.parts.buttons import centred
from screens.scene import Box, Fill, Node, Target
from screens.screen import View

_GAP = 12.0


def view(state: DirectoryState, look: Look) -> View:
    """A grid of names; the first key of the first page is the whole city."""
    content = look.content
    head = look.text(
        content.x, content.y + 16, content.w, look.t(f"deputies.place.title.{state.places_of}"), "h1", role="heading"
    )
    foot_h = button_height(look, primary=False)
    top = max(head.box.bottom + 20, look.reach_top)
    key_h = 112.0 if look.large else 96.0
    places: list[_Place] = [_everywhere(state, look), *_places(state, look)]
    columns = _columns(places, look)
    each = columns * max(1, int((content.bottom - top + _GAP) // (key_h + _GAP)))
    if len(places) > each:
        each = columns * max(1, int((content.bottom - foot_h - 20 - top + _GAP) // (key_h + _GAP)))
    first = state.first // each * each
    nodes: list[Node] = [head]
    for i, place in enumerate(places[first : first + each]):
        line = Box(content.x, top + i // columns * (key_h + _GAP), content.w, key_h)
        nodes += _key(look, place, line.columns(columns, _GAP)[i % columns])
    if len(places) > each:
        foot = Box(content.x, content.bottom - foot_h, content.w, foot_h)
        nodes += _pager(look, foot, first, each, len(places))
    return View(tuple(nodes), hint=look.t("deputies.place.hint"), sample=state.sample)


@dataclass(frozen=True, slots=True)
class _Place:
    """What can be chosen: its id's end, its name, whether it is chosen, and whether nobody would be found there."""

    id: str
    name: str
    on: bool
    dead: bool = False


def _everywhere(state: DirectoryState, look: Look) -> _Place:
    chosen = {
        "region": state.region, "township": state.township, "community": state.community, "station": state.station,
    }[state.places_of]  # fmt: skip
    return _Place("all", look.t(f"deputies.place.all.{state.places_of}"), chosen is None)


def _places(state: DirectoryState, look: Look) -> list[_Place]:
    if state.places_of == "region":
        here = state.region.id if state.region else None
        return [
            _Place(one.id, look.say(one.name), one.id == here, one.id not in state.peopled and one.id != here)
            for one in state.regions
        ]
    chosen = {"township": state.township, "community": state.community, "station": state.station}[state.places_of]
    return [_Place(str(i), look.say(one), one == chosen) for i, one in enumerate(state.named)]


def _columns(places: list[_Place], look: Look) -> int:
    """As many abreast as the longest name allows."""
    widest = max(max(look.width(word, "label") for word in _words(look, one.name)) for one in places)
    return max(1, min(6 if look.landscape else 4, int((look.content.w + _GAP) // (widest + 40 + _GAP))))


def _words(look: Look, name: str) -> list[str]:
    """What of a name must stand in one line: all of it in Chinese, half of it in English."""
    if not look.english:
        return [name]
    return [name[: len(name) * 5 // 8], *name.split()]


def _key(look: Look, place: _Place, box: Box) -> list[Node]:
    text, id = place.name, f"deputies.place.{place.id}"
    on, dead = place.on, place.dead
    fill, edge, ink = ("ink", None, "on_ink") if on else (None if dead else "raised", "control", "ink")
    style = look.fit(text, ("label", "meta"), box.w - 24, box.h)
    return [
        Fill(box, fill, 12, edge, 2 if dead else 3, dashed=dead),
        centred(look, box, text, style, "ink3" if dead else ink, box.w - 24, of=id),
        Target(box, id, "option", text, text, on, dead, 12, on),
    ]


def _pager(look: Look, box: Box, first: int, each: int, count: int) -> list[Node]:
    back, on = look.t("page.previous"), look.t("page.next")
    wide = min(box.w * 0.36, max(look.width(word, "label") for word in (back, on)) + 72)
    before, after = Box(box.x, box.y, wide, box.h), Box(box.right - wide, box.y, wide, box.h)
    between = Box(before.right, box.y, after.x - before.right, box.h)
    here, pages = first // each + 1, -(-count // each)
    last = first + each >= count
    onward = "deputies.from.end" if last else f"deputies.from.{first + each}"
    return [
        *button(
            look, before, f"deputies.from.{max(0, first - each)}", back, "secondary", disabled=first == 0, style="label"
        ),
        centred(look, between, f"{here} / {pages}", "meta", "ink2"),
        *button(look, after, onward, on, "secondary", disabled=last, style="label"),
    ]
