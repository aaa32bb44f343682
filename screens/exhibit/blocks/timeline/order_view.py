"""Putting cards in order: they lie as dealt, get their numbers as they are tapped, then travel to where they belong."""

from __future__ import annotations

from dataclasses import replace

from content.schema import TimelineEvent
from screens.exhibit.blocks.timeline.state import TimelineState
from screens.exhibit.blocks.timeline.wording import lane_name, when
from screens.look import Look
from screens.parts import button
from screens.parts.buttons import centred
from screens.scene import Box, Disc, Fill, Group, Icon, Label, Node, Picture, Target

_GAP = 20.0
_BALL = 34.0
_TALLEST = 520.0
_ART_LEAST = 110.0


def order(state: TimelineState, look: Look, box: Box, foot: Box | None = None) -> list[Node]:
    """The question, the cards, and what can be done next: in `foot`, or in a row of its own below the cards."""
    head = _head(state, look, box)
    if foot is None:
        high = 112.0 if look.large else 104.0
        foot = Box(box.x, box.bottom - high, box.w, high)
        box = Box(box.x, box.y, box.w, foot.y - 12 - box.y)
    top = max(head[-1].box.bottom + _GAP, look.reach_top)
    cells = _cells(look, Box(box.x, top, box.w, box.bottom - top), len(state.dealt))
    nodes: list[Node] = [*head]
    lying = state.right if state.told else state.dealt
    for cell, id in zip(cells, lying, strict=True):
        nodes.append(Group(f"timeline.{id}", tuple(_card(state, look, cell, id)), cell.x, cell.y,
                           look.tokens.duration("slow")))  # fmt: skip
    return nodes + _foot(state, look, foot)


def _head(state: TimelineState, look: Look, box: Box) -> list[Label]:
    """The question and how to answer it; once told, how it went and what the order shows."""
    if state.told:
        key = "timeline.all" if state.placed == len(state.right) else "timeline.some"
        first, second = look.t(key, k=state.placed, n=len(state.right)), look.say(state.order.told)
    else:
        first, second = look.say(state.order.question), look.t("timeline.pick")
    head = look.text(box.x, box.y, box.w, first, "h3", role="heading")
    return [head, look.text(box.x, head.box.bottom + 2, box.w, second, "meta", color="ink2", role="status")]


def _cells(look: Look, area: Box, count: int) -> list[Box]:
    """Side by side in landscape, one below the other in portrait."""
    if look.landscape:
        return Box(area.x, area.y, area.w, min(area.h, _TALLEST)).columns(count, _GAP)
    return Box(area.x, area.y, area.w, min(area.h, 260.0 * count)).rows(count, 8 if look.large else 16)


def _card(state: TimelineState, look: Look, cell: Box, id: str) -> list[Node]:
    """One card about its own top left, so that it can travel."""
    event = state.named(id)
    box = Box(0, 0, cell.w, cell.h)
    on = id in state.picked
    name = look.say(event.name)
    place = state.picked.index(id) + 1 if on else 0
    spoken = look.t("timeline.card.spoken", n=place, name=name) if place else name
    nodes: list[Node] = [Fill(box, "raised", 12, "ink" if on else "control", 5 if on else 3)]
    nodes += _upright(state, look, box, event, place) if look.landscape else _lying(state, look, box, event, place)
    return [*nodes, Target(box, f"timeline.card.{id}", "option", name, spoken, on)]


def _ball(state: TimelineState, look: Look, x: float, y: float, id: str, place: int) -> list[Node]:
    """The number a card was given; a tick once it is known to be right."""
    if state.told and state.right.index(id) + 1 == place:
        return [Disc(x, y, _BALL, "ink"), Icon(Box(x - 22, y - 22, 44, 44), "check", "on_ink")]
    if not place:
        return [Disc(x, y, _BALL, "paper", "control", 3)]
    cell = Box(x - _BALL, y - _BALL, 2 * _BALL, 2 * _BALL)
    if state.told:
        return [Disc(x, y, _BALL, "paper", "ink", 3), centred(look, cell, str(place), "label", "ink")]
    return [Disc(x, y, _BALL, "ink"), centred(look, cell, str(place), "label", "on_ink")]


def _words(state: TimelineState, look: Look, event: TimelineEvent) -> list[tuple[str, str, str]]:
    """What stands on a card: its name, and whose it is; once told its date and its name."""
    name = (look.say(event.name), "label" if look.large else "h3", "ink")
    if not state.told:
        return [name, (lane_name(state, look, event), "meta", "ink2")]
    return [(when(look, event), "label", "teal_deep"), name]


def _verdict(state: TimelineState, look: Look, id: str, place: int) -> str:
    """Where the visitor had the card."""
    right = state.right.index(id) + 1 == place
    return look.t("timeline.right") if right else look.t("timeline.yours", n=place)


def _upright(state: TimelineState, look: Look, box: Box, event: TimelineEvent, place: int) -> list[Node]:
    """The number on top, beside it the verdict; the words below."""
    nodes = _ball(state, look, 24 + _BALL, 20 + _BALL, event.id, place)
    top = 20 + 2 * _BALL
    if state.told:
        x = 24 + 2 * _BALL + 16
        cell = Box(x, 20, box.w - x - 20, 2 * _BALL)
        said = look.text(cell.x, cell.y, cell.w, _verdict(state, look, event.id, place), "meta", color="ink2",
                         max_h=cell.h, of=f"timeline.card.{event.id}")  # fmt: skip
        nodes.append(replace(said, box=said.box.moved(0, (cell.h - said.box.h) / 2)))
    below = Box(24, top + 12, box.w - 44, box.h - top - 24)
    nodes += _stack(state, look, below, _words(state, look, event), event)
    tallest = max(_words_height(state, look, state.named(one), below.w) for one in state.dealt)
    y = max(below.y + tallest, *(one.box.bottom for one in nodes if isinstance(one, Label))) + 16  # alike on all cards
    return nodes + _drawing(event, Box(24, y, box.w - 48, min(box.h - 20 - y, 240.0)))


def _words_height(state: TimelineState, look: Look, event: TimelineEvent, width: float) -> float:
    return sum(look.height(text, style, width) for text, style, _ in _words(state, look, event))


def _lying(state: TimelineState, look: Look, box: Box, event: TimelineEvent, place: int) -> list[Node]:
    """The number left, the words beside it; the verdict after the date."""
    nodes = _ball(state, look, 28 + _BALL, box.h / 2, event.id, place)
    art_w = 0.0 if look.large else 300.0
    room = Box(28 + 2 * _BALL + 28, 0, box.w - 2 * _BALL - 84 - art_w, box.h)
    nodes += _drawing(event, Box(box.w - art_w, 16, art_w - 24, box.h - 32))
    words = _words(state, look, event)
    if state.told:
        date, style, color = words[0]
        words[0] = (f"{date} · {_verdict(state, look, event.id, place)}", style, color)
    high = sum(look.height(text, style, room.w) for text, style, _ in words)
    top = max(0.0, (box.h - high) / 2)
    return nodes + _stack(state, look, Box(room.x, top, room.w, box.h - top), words, event)


def _drawing(event: TimelineEvent, box: Box) -> list[Node]:
    """The event's drawing, where there is room for one."""
    if event.picture is None or min(box.w, box.h) < _ART_LEAST:
        return []
    return [Picture(box, event.picture)]


def _stack(
    state: TimelineState, look: Look, box: Box, words: list[tuple[str, str, str]], event: TimelineEvent
) -> list[Node]:  # fmt: skip
    nodes: list[Node] = []
    y = box.y
    id = f"timeline.card.{event.id}"
    for text, style, color in words:
        label = look.text(box.x, y, box.w, text, style, color=color, max_h=box.bottom - y, of=id)
        if label.overflow and nodes and not state.told:  # whose it is may be left out
            break
        nodes.append(label)
        y = label.box.bottom
    return nodes


def _foot(state: TimelineState, look: Look, box: Box) -> list[Node]:
    """One button, at the right: see the order, or another round."""
    key = "another" if state.told else "tell"
    text = look.t(f"timeline.{key}")
    wide = max(360.0, look.width(text, "label_l") + 120)
    dead = not state.told and len(state.picked) < len(state.dealt)
    if not state.told and dead:
        return []
    cell = Box(box.right - wide, box.y, wide, box.h)
    return button(look, cell, f"timeline.{key}", text, "primary", icon="next")
