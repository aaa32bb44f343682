"""Films on the glass: one texture a film that takes the newest frame, while its node is there and no longer.

Owns which processes run: one for a film that plays, one for a moment where a paused film was moved, none where it
stands still. Leaves to others: where a film stands (its node says so, by the app's clock), the processes
(`media.films`), what is told of a film that can't be shown (`failed`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.graphics.texture import Texture

from screens.scene import Film

if TYPE_CHECKING:  # not before a film is first played
    from media.films import Films, Frame, Reel, Size, Sound

_LOOK_EVERY_S = 1 / 30  # for a new frame; a film has at most 20 a second
_SETTLES_S = 0.25  # a finger on the slider asks for many moments: no two processes begin closer than this
_SAME_MOMENT_S = 0.4  # where a film stands after a pause, give or take a frame in flight
_BEHIND_S = 0.15
_TOO_LATE_S, _CATCHES_UP_EVERY_S = 1.5, 4.0  # on a machine that can't decode a film as fast as it runs
_GIVES_UP_S = 16.0  # of real time, catching up in vain: captions over pictures of long ago tell less than words do

Place = tuple[tuple[int, int], tuple[int, int]]


@dataclass
class _Held:
    """A film on the glass: its node, where it is drawn, its process while it has one, the last frame shown."""

    node: Film
    ink: InstructionGroup
    place: Place
    changed: Callable[[], None]
    reel: Reel | None = None
    sound: Sound | None = None
    textures: list[Any] = field(default_factory=list)
    shown_s: float | None = None
    began: float = -1.0
    looking: Any = None
    starting: Any = None
    broken: bool = False
    late_since: float | None = None  # in real time: a clock that is wound on makes no player late


class Reels:
    """Every film on the glass, by key. `now` is the clock that nodes count in."""

    def __init__(self, films: Callable[[], Films], now: Callable[[], float], failed: Callable[[str], None]) -> None:
        self._films = films
        self._now = now
        self._failed = failed
        self._held: dict[str, _Held] = {}

    @property
    def behind(self) -> bool:
        """Whether a frame that is due is still on its way."""
        return any(self._is_behind(one) for one in self._held.values())

    def show(
        self, node: Film, ink: InstructionGroup, place: Place, changed: Callable[[], None],
        draw_instead: Callable[[InstructionGroup], None],
    ) -> None:  # fmt: skip
        """Draw a film as it stands, into `ink` from now on; what is drawn instead comes first, until a frame does."""
        held = self._held.get(node.key)
        if held is not None and (held.node.path != node.path or held.place[1] != place[1]):
            self._drop(node.key)
            held = None
        if held is None:
            held = self._held[node.key] = _Held(node, ink, place, changed)
            before = None
        else:
            before, held.node, held.ink, held.place, held.changed = held.node, node, ink, place, changed
        if held.shown_s is None:
            draw_instead(ink)
        else:
            self._draw(held)
        if before is None or _moment(before) != _moment(node):
            self._turn(held)
        elif before.heard != node.heard:
            self._listen(held)

    def wind(self, before: Film, node: Film) -> bool:
        """The same film in the same place, started, stopped or moved: whether nothing of it must be drawn for that."""
        held = self._held.get(node.key)
        if held is None or held.node != before or _elsewhere(before) != _elsewhere(node):
            return False
        held.node = node
        if _moment(before) != _moment(node):
            self._turn(held)
        elif before.heard != node.heard:
            self._listen(held)
        return True

    def shows(self, key: str) -> bool:
        """Whether a frame of this film is on the glass."""
        held = self._held.get(key)
        return held is not None and held.shown_s is not None

    def keep(self, keys: set[str]) -> None:
        """End the films that are no longer on the glass."""
        for key in set(self._held) - keys:
            self._drop(key)

    def _drop(self, key: str) -> None:
        held = self._held.pop(key)
        self._end(held)
        if held.starting is not None:
            held.starting.cancel()

    def _end(self, held: _Held) -> None:
        """No process any more; what was shown last stays."""
        for worker in (held.reel, held.sound):
            if worker is not None:
                worker.close()
        held.reel = held.sound = None
        if held.looking is not None:
            held.looking.cancel()
            held.looking = None

    def _turn(self, held: _Held) -> None:
        """The film was started, stopped or moved."""
        stands = not held.node.playing and held.shown_s is not None
        held.late_since = None
        self._end(held)
        if held.broken or (stands and abs((held.shown_s or 0.0) - held.node.at) < _SAME_MOMENT_S):
            return
        wait = held.began + _SETTLES_S - Clock.get_time() if held.began >= 0 else 0.0
        if held.starting is not None:
            held.starting.cancel()
        held.starting = Clock.schedule_once(lambda _: self._start(held), wait) if wait > 0 else None
        if held.starting is None:
            self._start(held)

    def _start(self, held: _Held) -> None:
        held.starting, held.began = None, Clock.get_time()
        node, start = held.node, self._position(held.node)
        films = self._films()
        held.reel = films.show(node.path, held.place[1], start, single=not node.playing)
        if held.reel is None:
            held.broken = True
            Clock.schedule_once(lambda _: self._failed(node.key), 0)
            return
        self._listen(held)
        held.looking = Clock.schedule_interval(lambda _: self._look(held), _LOOK_EVERY_S)

    def _listen(self, held: _Held) -> None:
        """Its sound from where it is, or none: the visitor may have switched it off."""
        if held.sound is not None:
            held.sound.close()
            held.sound = None
        if held.reel is not None and held.node.playing and held.node.heard:
            held.sound = self._films().hear(held.node.path, self._position(held.node))

    def _look(self, held: _Held) -> None:
        """Take the newest frame, if there is one."""
        reel = held.reel
        if reel is None:
            return
        frame = reel.take(self._position(held.node))
        state = reel.state
        if frame is not None:
            self._upload(held, frame)
        if state == "broken":
            self._give_up(held)
        elif frame is None and state == "done":
            self._end(held)
        elif state == "running" and self._falls_behind(held):
            if held.late_since is None:
                held.late_since = monotonic()
            if monotonic() - held.late_since >= _GIVES_UP_S:
                self._give_up(held)
            else:
                self._catch_up(held)

    def _give_up(self, held: _Held) -> None:
        self._end(held)
        held.broken = True
        self._failed(held.node.key)

    def _falls_behind(self, held: _Held) -> bool:
        """Whether frames come so late that captions are no longer theirs."""
        started_lately = Clock.get_time() - held.began < _CATCHES_UP_EVERY_S
        late = self._position(held.node) - (held.shown_s or 0.0)
        return held.node.playing and held.shown_s is not None and not started_lately and late > _TOO_LATE_S

    def _catch_up(self, held: _Held) -> None:
        """Begin anew where the film should be; what is heard goes on."""
        if held.reel is not None:
            held.reel.close()
        held.began = Clock.get_time()
        held.reel = self._films().show(held.node.path, held.place[1], self._position(held.node))

    def _upload(self, held: _Held, frame: Frame) -> None:
        """Into the texture that is not on the glass: the other one may still be read by the frame before."""
        if not held.textures or held.textures[0].size != frame.size:
            held.textures = [_texture(frame.size), _texture(frame.size)]
        held.textures.reverse()
        held.textures[0].blit_buffer(frame.data, colorfmt="rgba", bufferfmt="ubyte")
        held.shown_s = frame.at_s
        if self._position(held.node) - frame.at_s < _BEHIND_S and Clock.get_time() - held.began > _CATCHES_UP_EVERY_S:
            held.late_since = None  # it keeps up
        self._draw(held)
        held.changed()

    def _draw(self, held: _Held) -> None:
        texture, ((x, y), (wide, high)) = held.textures[0], held.place
        ratio = min(wide / texture.width, high / texture.height)
        size = round(texture.width * ratio), round(texture.height * ratio)
        held.ink.clear()
        held.ink.add(Color(1, 1, 1, 1))
        held.ink.add(Rectangle(texture=texture, pos=(x + (wide - size[0]) // 2, y + (high - size[1]) // 2), size=size))

    def _position(self, node: Film) -> float:
        return node.at + (max(0.0, self._now() - node.since) if node.playing else 0.0)

    def _is_behind(self, held: _Held) -> bool:
        if held.broken:
            return False
        if held.starting is not None:
            return True
        if held.reel is None or held.reel.state == "done":
            return False
        wanted = min(self._position(held.node), held.node.seconds)
        return held.shown_s is None or wanted - held.shown_s > _BEHIND_S


def _moment(node: Film) -> tuple[bool, float, float]:
    return node.playing, node.at, node.since


def _elsewhere(node: Film) -> Film:
    """What of a film decides how it is drawn until its next frame comes."""
    return replace(node, at=0.0, since=0.0, playing=False, heard=True)


def _texture(size: Size) -> Any:
    texture = Texture.create(size=size, colorfmt="rgba")
    texture.flip_vertical()
    return texture
