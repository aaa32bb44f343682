"""States of a screen, found by touching what its view offers: breadth first, what showed something new before the rest.

Nobody can see all states of a simulation; each text is seen in some of them. The walk goes on while it still finds
texts, and ends when `patience` states in a row said nothing new; then it strolls on, straight ahead to what was
touched least or to anything, which reaches the end of a game. What it finds is a way there: it is walked again in each
variant, so that no two of them share a model.
"""

from __future__ import annotations

import heapq
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, cast

from content.schema import Published
from screens.composition import topmost
from screens.look import Look
from screens.scene import Label, Node, Scene, Target
from screens.screen import Screen

PATIENCE, MOST = 50, 420
STROLLS, _STEPS, _VAIN = 16, 48, 3  # how many, how long, and how many in a row may find nothing
_TICKS = 400
_LEADS_AWAY = ("dock.", "strip.", "exhibit.tab.")
DIGITS = re.compile(r"\d+")
#: What a finger does: the target, and for a slider where on it.
Touch = tuple[str, float | None]
Way = tuple[Touch, ...]


@dataclass(frozen=True)
class Room:
    """A place to look at: how it opens (anew at each call, with the same chances), and how it is drawn."""

    id: str
    part: str
    open: Callable[[], Screen[Any]]
    draw: Callable[[Any, Look], Scene]
    most: int = MOST
    strolls: int = STROLLS


class Stay:
    """A visitor in a room: what was touched so far, and what is seen."""

    def __init__(self, room: Room, language: str = "zh-Hans") -> None:
        self.screen = room.open()
        self.screen.language = cast(Any, language)
        self._now = _rested(self.screen, 0.0)

    def touch(self, touch: Touch) -> None:
        """One touch; whatever then moves by itself comes to rest."""
        id, share = touch
        if share is None:
            self.screen.press(id, self._now)
        else:
            self.screen.slide(id, share, self._now)
        self._now = _rested(self.screen, self._now + 1.0)


def at(room: Room, way: Way, language: str = "zh-Hans") -> Screen[Any]:
    """The screen after these touches, at rest."""
    stay = Stay(room, language)
    for touch in way:
        stay.touch(touch)
    return stay.screen


class _Drawn:
    """What a room looks like, drawn once for each state: strolls come by the same places again and again."""

    def __init__(self, room: Room, look: Look) -> None:
        self._room, self._look = room, look
        self._scenes: dict[Any, tuple[Scene, set[str], list[Touch]]] = {}
        self._states: list[Any] = []  # kept: a key names content by its place in memory

    def __call__(self, state: Any, key: Any = None) -> tuple[Scene, set[str], list[Touch]]:
        """The scene, its texts, and what may be touched there."""
        key = _key(state) if key is None else key
        found = self._scenes.get(key)
        if found is None:
            self._states.append(state)
            scene = self._room.draw(state, self._look)
            found = self._scenes[key] = (scene, texts(scene), offered(scene))
        return found


def states(room: Room, look: Look, patience: int = PATIENCE) -> Iterator[tuple[Way, Scene]]:
    """Ways to states that each show something the ones before did not, with what is drawn there."""
    drawn = _Drawn(room, look)
    said: set[str] = set()
    tried: Counter[str] = Counter()
    for way, scene, there in _abroad(room, look, patience, tried, drawn):
        if new := there - said:
            said |= new
            yield way, scene
    vain, rng = 0, random.Random(room.id)
    for _ in range(room.strolls if tried else 0):
        vain += 1
        for way, scene, there in _stroll(room, look, tried, rng, drawn):
            if new := there - said:
                said |= new
                vain = 0
                yield way, scene
        if vain >= _VAIN:
            break


def _abroad(
    room: Room, look: Look, patience: int, tried: Counter[str], drawn: _Drawn
) -> Iterator[tuple[Way, Scene, set[str]]]:
    """States by the number of touches since one that said something new."""
    seen: set[Any] = set()
    said: set[str] = set()
    queue: list[tuple[int, int, Way]] = [(0, 0, ())]
    count = quiet = 0
    while queue and quiet < patience and len(seen) < room.most:
        stale, _, way = heapq.heappop(queue)
        state = at(room, way, look.variant.language).state
        key = _key(state)
        if key in seen:
            continue
        seen.add(key)
        if way:
            tried[way[-1][0]] += 1
        scene, there, touches = drawn(state, key)
        new = there - said
        said |= new
        quiet = 0 if new else quiet + 1
        yield way, scene, there
        for touch in touches:
            count += 1
            heapq.heappush(queue, (0 if new else stale + 1, count, (*way, touch)))


def _stroll(
    room: Room, look: Look, tried: Counter[str], rng: random.Random, drawn: _Drawn
) -> Iterator[tuple[Way, Scene, set[str]]]:
    """Straight ahead: to what was touched least often so far, or to anything."""
    way: Way = ()
    stay = Stay(room, look.variant.language)
    for _ in range(_STEPS):
        scene, there, touches = drawn(stay.screen.state)
        yield way, scene, there
        if not touches:
            return
        least = min(touches, key=lambda one: tried[one[0]])
        touch = rng.choice((least, rng.choice(touches)))
        tried[touch[0]] += 1
        way = (*way, touch)
        stay.touch(touch)


def offered(scene: Scene) -> list[Touch]:
    """What may be touched and stays in the room."""
    found: list[Touch] = []
    for target in topmost(scene):
        if not target.disabled and not target.hold_ms and not target.id.startswith(_LEADS_AWAY):
            found += _touches(target)
    return found


def texts(scene: Scene) -> set[str]:
    """What is written there; numbers alone make no new text."""
    return {DIGITS.sub("0", one.full) for layer in scene.layers for one in labels(layer.nodes) if one.full}


def labels(nodes: tuple[Node, ...]) -> Iterator[Label]:
    """Every label, those that move and those in place of pictures included."""
    for node in nodes:
        if isinstance(node, Label):
            yield node
        else:
            yield from labels(getattr(node, "nodes", ()) or getattr(node, "instead", ()))


def _touches(target: Target) -> list[Touch]:
    return [(target.id, share) for share in (0.0, 0.5, 1.0)] if target.slides else [(target.id, None)]


def _rested(screen: Screen[Any], now: float) -> float:
    for _ in range(_TICKS):
        due = screen.next_due(now)
        if due is None:
            break
        now += due + 0.001
        screen.tick(now)
    return now


def _key(value: Any) -> Any:
    """What tells states apart. Content is the same object in all states of a room, and too large to be compared."""
    if isinstance(value, Published):
        return id(value)
    if is_dataclass(value):
        return (type(value), *(_key(getattr(value, one.name)) for one in fields(value)))
    if isinstance(value, tuple | list):
        return tuple(map(_key, value))
    if isinstance(value, dict):
        return tuple((name, _key(one)) for name, one in value.items())
    if isinstance(value, set | frozenset):
        return frozenset(map(_key, value))
    return value
