"""Between the glass and `screens.access`: fingers and keys in, the clock's ticks, the ring around what has the focus.

Owns when time is told and how the ring is drawn. Leaves to others: what a gesture or a key means (`screens.access`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.graphics import InstructionGroup

from screens import tokens
from screens.access.contact import Contacts
from screens.access.keypad import Keypad, Meaning
from screens.access.listening import Listening, NoSounds, Sounds
from screens.access.tree import Tree
from screens.director import Director
from screens.flow import ATTRACT
from screens.scene import Box, Fill, Scene
from screens.widgets.painter import Painter

_GAP = 6.0
_RING = {"light": 6.0, "contrast": 8.0}
_HALO = 4.0
_AFTER_TYPING_S = 0.04  # Enter so soon after a character comes from a scanner, not from a hand


class Assistance:
    """`held` is called when a hold is complete: the finger presses nothing any more. `refresh` draws the glass."""

    def __init__(
        self, director: Director, sounds: Sounds | None, keypad: Keypad, refresh: Callable[[], object],
        held: Callable[[], None],
    ) -> None:  # fmt: skip
        self.listening = Listening(director, sounds or NoSounds(), refresh)
        self._director = director
        self._keypad = keypad
        self._refresh = refresh
        self._held = held
        self._contacts = Contacts()
        self._ignored: set[Any] = set()
        self._pens: set[Any] = set()  # fingers that write on the pad, in touch-to-hear
        self._typed_at = -1e9
        self._due: Any = None
        self._told: Callable[[Tree, str, float], None] | None = None
        self._scale = 1.0

    @property
    def hearing(self) -> bool:
        """Whether touch-to-hear is on: no touch presses anything by itself."""
        return self.listening.hearing

    def seen(self, scene: Scene, size: tuple[float, float]) -> None:
        """What is on the glass now."""
        self.listening.size = size
        self.listening.see(scene)
        if self._told is not None:
            self._told(self.listening.tree, self.listening.pointed, self._scale)

    def tell(self, told: Callable[[Tree, str, float], None]) -> None:
        """Assistive technology listens: tell it what is there, what has the focus, how large a design pixel is."""
        self._told = told
        self._refresh()

    def asked(self, action: str, id: str) -> None:
        """Assistive technology asks to `press`, `focus`, or move `more` or `less`."""
        self.listening.asked(action, id)
        self._refresh()

    # -- fingers ----------------------------------------

    def takes_down(self, touch: Any, painter: Painter, pen: bool = False) -> bool:
        """Whether an arrival is dealt with: a finger reported twice, or one that explores. `pen`: it came to a pad."""
        now = Clock.get_time()
        self._scale = painter.frame.scale
        x, y = painter.frame.to_design(*touch.pos)
        if self._contacts.again(x, y, now, pen):
            self._ignored.add(touch.uid)
            return True
        if self.listening.writes(x, y):
            self._pens.add(touch.uid)
            return False
        self.listening.down(touch.uid, x, y, now)
        self._wait()
        return self.hearing

    def takes_move(self, touch: Any, painter: Painter) -> bool:
        """Whether a movement is dealt with."""
        if touch.uid in self._ignored or touch.uid in self._pens:
            return touch.uid in self._ignored
        x, y = painter.frame.to_design(*touch.pos)
        before = self.listening.heard
        self.listening.move(touch.uid, x, y, Clock.get_time())
        self._wait()
        if self.hearing and self.listening.heard != before:
            self._refresh()
        return self.hearing

    def takes_up(self, touch: Any, painter: Painter) -> bool:
        """Whether a lifting is dealt with."""
        if touch.uid in self._ignored:
            self._ignored.discard(touch.uid)
            return True
        now = Clock.get_time()
        self._contacts.lifted(*painter.frame.to_design(*touch.pos), now)
        if touch.uid in self._pens:
            self._pens.discard(touch.uid)
            return False
        hearing = self.hearing
        self.listening.up(touch.uid, now)
        self._wait()
        if hearing:
            self._refresh()
        return hearing

    def next_due(self) -> float:
        """Seconds until time matters to a finger on the glass."""
        due = self.listening.next_due(Clock.get_time())
        return due if due is not None else float("inf")

    def _wait(self) -> None:
        if self._due is not None:
            self._due.cancel()
        due = self.listening.next_due(Clock.get_time())
        self._due = Clock.schedule_once(self._tick, due) if due is not None else None

    def _tick(self, _: float) -> None:
        before = self.listening.heard
        if self.listening.tick(Clock.get_time()):
            self._held()
        if self.listening.heard != before:
            self._refresh()
        self._wait()

    # -- keys ----------------------------------------

    def takes_key(self, key: str, now: float) -> bool:
        """Whether a key belongs to the keypad."""
        listening = self.listening
        meaning = self._keypad.meaning(key, listening.marked is not None)
        if meaning is None:
            if len(key) == 1:
                self._typed_at = now
            return False
        scanned = key == "enter" and now - self._typed_at <= _AFTER_TYPING_S
        if scanned or self._keypad.again(key, meaning, now):
            return True
        if self._keypad.there and self._director.flow.here.screen == ATTRACT:
            listening.keys_used = True
            listening.switch()
        else:
            self._do(meaning)
        return True

    def _do(self, meaning: Meaning) -> None:
        listening = self.listening
        if meaning in ("next", "previous"):
            listening.step(1 if meaning == "next" else -1)
        elif meaning == "press":
            listening.press()
        elif meaning == "leave":
            listening.leave()
        elif meaning == "hear":
            listening.keys_used = True
            listening.switch()
        else:
            listening.repeat()

    def forget(self) -> None:
        """The visitor has left."""
        self.listening.clear()
        self._contacts.clear()
        self._ignored.clear()
        self._pens.clear()
        self._typed_at = -1e9

    # -- the ring ----------------------------------------

    def draw_ring(self, painter: Painter, onto: InstructionGroup, theme: str) -> list[Box]:
        """The ring and its halo, 3:1 against any ground; where they lie. At an edge they stay on the glass."""
        box = self.listening.marked
        if box is None:
            return []
        wide = _RING[theme]
        reach = _GAP + wide + _HALO
        around = _within(box.inset(-reach), self.listening.size)
        radius = tokens.load().radius("m") + _GAP
        inset = 0.0
        for color, line in (("on_ink", _HALO), ("focus", wide), ("on_ink", _HALO)):
            painter.brushes.draw(Fill(around.inset(inset), None, radius, color, line), onto)
            inset += line
        return [around]


def _within(box: Box, size: tuple[float, float]) -> Box:
    left, top = max(0.0, box.x), max(0.0, box.y)
    return Box(left, top, min(size[0], box.right) - left, min(size[1], box.bottom) - top)
