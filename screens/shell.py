"""The glass itself: one Kivy widget that draws the director's scene and turns touches, keys and scans into its calls.

One touch at a time: while one presses something a second finger is ignored, unless the scene takes `many`; a palm that
rests beside everything is no hindrance. A target acts on release inside it (16 px slop), answers within a frame of
touch-down, and ignores a second tap for 300 ms. The touch that wakes the screen presses nothing behind it, and one that
began on a screen that is gone presses nothing either. Touch-to-hear and keypads are `widgets.assistance`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.graphics import ClearBuffers, ClearColor, InstructionGroup
from kivy.uix.widget import Widget
from kivy.utils import get_color_from_hex

from media.photos import Photos
from screens import tokens
from screens.composition import topmost
from screens.director import Director
from screens.fingers import MoreFingers
from screens.look import LANDSCAPE, PORTRAIT
from screens.scene import Box, Fill, Scene, Target
from screens.widgets.damage import Parts
from screens.widgets.frame import Frame
from screens.widgets.hardware import Hardware, Read
from screens.widgets.keys import PAD_ONLY
from screens.widgets.painter import Painter
from screens.widgets.reels import Reels
from screens.widgets.rehearsal import Rehearsal, Work
from screens.widgets.textures import Textures
from screens.widgets.writing import Writing

if TYPE_CHECKING:  # not before a film is first played, nor before the first page is up
    from media.films import Films
    from screens.access.keypad import Keypad
    from screens.access.listening import Sounds
    from screens.widgets.assistance import Assistance

_SECOND_TAP_S = 0.3
_VEIL, _SLIDER_VEIL = 0.16, 0.06  # of ink over what a finger holds
_LEANING_S = 8.0  # a finger that stays this long leans on the glass, or its end got lost: the next one counts


class Shell(Widget):
    """Root widget. `refresh` after anything that may have changed the director's state."""

    def __init__(
        self,
        director: Director,
        photos: Photos | None = None,
        films: Callable[[], Films] | None = None,
        sounds: Sounds | None = None,
        keypad: Keypad | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.director = director
        self.painter: Painter | None = None
        self.current: Scene | None = None
        self._textures = Textures(photos)
        self._textures.photos.on_news = self._photo_came
        self._reels = Reels(films, director.clock, self._film_failed) if films is not None else None
        self._ground = InstructionGroup()
        self._ink = InstructionGroup()
        self._feedback = InstructionGroup()
        for part in (self._ground, self._ink, self._feedback):
            self.canvas.add(part)
        self._writing = Writing(self.canvas)
        self._assist: Assistance | None = None
        self._sounds, self._keypad = sounds, keypad
        self._marked: list[Box] = []
        self._veiled: object = None  # what is drawn over pressed targets
        self._finger: Any = None
        self._finger_at = 0.0
        self._held: Target | None = None
        self._more = MoreFingers()
        self._slide_to: float | None = None
        self._before_frame = Clock.create_trigger(self._slide_now, -1)
        self._next_frame = Clock.create_trigger(self._slide_now, 0)
        self._refresh_soon = Clock.create_trigger(self.refresh, -1)
        self._hold_event: Any = None
        self._presses: dict[str, float] = {}
        self._worn: object = None
        self._due: Any = None
        self._hardware = Hardware(self._heard)
        self._forgotten = director.forgotten
        self.on_forgotten: Callable[[], None] = lambda: None  # the visitor has left, and nothing here holds their words
        self._rehearsal = Rehearsal(
            self._rehearse, lambda: (director.session.variant, tuple(self.size)), lambda: self._finger is not None
        )
        self._rehearses = False
        self.bind(size=lambda *_: self.refresh())

    @property
    def assist(self) -> Assistance:
        """Touch-to-hear and keypads; made behind the first page, or at the first touch or key."""
        if self._assist is None:
            from screens.access.keypad import Keypad
            from screens.widgets.assistance import Assistance

            pad = self._keypad or Keypad()
            self._assist = Assistance(self.director, self._sounds, pad, self.refresh, self._let_all_go)
            if self.current is not None:
                self._assist.seen(self.current, LANDSCAPE if self.landscape else PORTRAIT)
        return self._assist

    # -- drawing ----------------------------------------

    @property
    def landscape(self) -> bool:
        """Whether the window is wider than high."""
        return bool(self.width >= self.height)

    def refresh(self, *_: Any) -> None:
        """Draw what the director says the glass looks like now, and come back when it will change by itself."""
        variant = self.director.session.variant
        worn = (tuple(self.size), variant.theme, variant.reduced_motion)
        if self.painter is None or worn != self._worn:
            self._dress(worn)
        painter = self.painter
        assert painter is not None
        if self.director.forgotten != self._forgotten:
            self._forget(painter)
        self.current = self.director.scene(self.landscape, painter.glyphs.ruler)
        if self._assist is not None:
            self._assist.seen(self.current, LANDSCAPE if self.landscape else PORTRAIT)
        painter.show(self.current)
        self._rehearsal.renew()
        self._draw_feedback()
        self._schedule()

    def take_damage(self) -> Parts | None:
        """The parts of the window that changed since the last call, in window pixels; None for all of it."""
        return self.painter.damage.take() if self.painter is not None else None

    @property
    def awaits_photos(self) -> bool:
        """Whether a picture of the exhibition, or a frame of a film that is due, is on its way to the glass."""
        return self._textures.photos.busy or (self._reels is not None and self._reels.behind)

    def _photo_came(self) -> None:
        if self.painter is not None:
            self.painter.fill_in()

    def _film_failed(self, key: str) -> None:
        self.director.failed(key)
        self.refresh()

    def _forget(self, painter: Painter) -> None:
        """The visitor has left: no picture of a line they wrote, no key they pressed stays here."""
        self._forgotten = self.director.forgotten
        if self._assist is not None:
            self._assist.forget()
        self._let_go()
        self._more.clear()
        self._presses.clear()
        self._hardware.forget()
        self._writing.clear(painter)
        painter.forget()
        self.on_forgotten()
        if self._rehearses:
            self._rehearsal.begin()

    def nobody_there(self) -> bool:
        """Whether no visitor is, and nothing is being made ready for the next."""
        return not self.director.session.awake and not self._rehearsal.under_way

    def rehearse(self) -> None:
        """From now on, draw ahead what visitors are likely to open while nobody touches the glass."""
        self._rehearses = True
        self._rehearsal.begin()

    def _rehearse(self) -> Work:
        """With nobody there, into the frame that is drawn over before anybody sees it: so the graphics driver is ready
        too. Whoever is there would wait for that frame.
        """
        painter = self.painter
        assert painter is not None
        for page in self.director.likely_pages(self.landscape, painter.glyphs.ruler):
            ink = InstructionGroup()
            yield
            for node in page():
                ink.add(painter.rehearse((node,)))
                yield
            if not self.director.session.awake:
                self.canvas.add(ink)
                Window.render_context.draw()
                self.canvas.remove(ink)
                painter.damage.all()

    def _dress(self, worn: Any) -> None:
        size, theme, reduced = worn
        frame = Frame.of(size, LANDSCAPE if self.landscape else PORTRAIT)
        if self.painter is None or self.painter.frame != frame:
            self._ink.clear()
            if self.painter is not None:
                self.painter.forget()
            self.painter = Painter(self._ink, frame, theme, reduced, self._textures, self._reels)
        else:
            self.painter.wear(theme, reduced)
        self._worn = worn
        self._ground.clear()  # cleared to paper: a rectangle of it costs a software rasteriser a third of each frame
        self._ground.add(ClearColor(*get_color_from_hex(tokens.load().color(theme, "paper"))))
        self._ground.add(ClearBuffers(clear_color=True))

    def _schedule(self) -> None:
        if self._due is not None:
            self._due.cancel()
        self._due = Clock.schedule_once(self._tick, self.director.next_due())

    def _tick(self, _: float) -> None:
        self.director.tick()
        self.refresh()

    def _draw_feedback(self) -> None:
        painter = self.painter
        if painter is None:
            self._feedback.clear()
            return
        beside = [one for one in self._more.held if self._still_there(one.id)]
        pressed = (*beside, *((self._held,) if self._held is not None else ()))
        veils = tuple(_veil(one) for one in pressed if not (one.covers or one.disabled))
        ring = self._assist.listening.marked if self._assist is not None else None
        drawn = (veils, ring, painter, self._worn)
        if drawn == self._veiled:  # a finger that slides: nothing of this is to be drawn anew
            return
        self._veiled = drawn
        self._feedback.clear()
        for box in self._marked:
            painter.damage.add(box)
        self._marked = [veil.box for veil in veils]
        for veil in veils:
            painter.brushes.draw(veil, self._feedback)
        if self._assist is not None:
            self._marked += self._assist.draw_ring(painter, self._feedback, self.director.session.variant.theme)
        for box in self._marked:
            painter.damage.add(box)

    # -- touch ----------------------------------------

    def pressable(self) -> list[Target]:
        """What can be pressed now, back to front."""
        return topmost(self.current) if self.current else []

    def on_touch_down(self, touch: Any) -> bool:
        self._rehearsal.put_off()
        other_button = touch.button not in (None, "left")  # a touch panel's touches carry no button
        now = Clock.get_time()
        pressing = self._held is not None or not self._writing.rests
        busy = self._finger is not None and pressing and now - self._finger_at < _LEANING_S
        if other_button or self.painter is None:
            return True
        spot = self._hit(touch)
        pen = spot is not None and spot.pen > 0
        if self.assist.takes_down(touch, self.painter, pen):
            return True
        if spot is not None and pen:
            self._write(touch, spot)
            return True
        if busy:
            if self.current is not None and self.current.many:
                self._more.down(touch.uid, self._hit(touch))
                self._draw_feedback()
            return True
        self._let_go()
        self._finger, self._finger_at = touch.uid, now
        self._held = self._hit(touch)
        if self._slides(*self.painter.frame.to_design(*touch.pos), self._next_frame):
            self._draw_feedback()
            return True
        if self._held is not None and self._held.hold_ms:
            self._hold_event = Clock.schedule_once(self._held_long, self._held.hold_ms / 1000)
        self._draw_feedback()
        return True

    def _write(self, touch: Any, pad: Target) -> None:
        """A finger came to a pad: it writes, unless another one does. One that only rests is no hindrance."""
        assert self.painter is not None
        if self._writing.rests:
            self._let_go()
            self._draw_feedback()
            self._finger, self._finger_at = touch.uid, Clock.get_time()
            self._writing.begin(touch, pad, self.painter, self._finger_at)

    def _written(self) -> None:
        """The finger that wrote was lifted."""
        assert self.painter is not None
        stroke = self._writing.end(self.painter, Clock.get_time())
        self._finger = None
        if stroke is not None and self._still_there(stroke[0]):
            self.director.draw(*stroke)
        else:
            self.director.touched()
        self.refresh()
        self._writing.clear(self.painter)

    def _hit(self, touch: Any) -> Target | None:
        """The topmost target under a finger."""
        assert self.painter is not None
        x, y = self.painter.frame.to_design(*touch.pos)
        return next((one for one in reversed(self.pressable()) if one.box.contains(x, y)), None)

    def on_touch_move(self, touch: Any) -> bool:
        self._rehearsal.put_off()
        if self.painter is not None and self.assist.takes_move(touch, self.painter):
            return True
        if self.painter is not None and self._writing.takes(touch):
            self._writing.move(touch, self.painter, Clock.get_time())
            return True
        beside = self._more.on(touch.uid)
        if beside is not None and not self._inside(touch, beside):
            self._more.left(touch.uid)
            self._draw_feedback()
        if touch.uid != self._finger or self._held is None or self.painter is None:
            return True
        x, y = self.painter.frame.to_design(*touch.pos)
        if not self._slides(x, y, self._before_frame) and not self._inside(touch, self._held):
            self._let_go()
            self._draw_feedback()
        return True

    def on_touch_up(self, touch: Any) -> bool:
        self._rehearsal.put_off()
        if self.painter is not None and self.assist.takes_up(touch, self.painter):
            self._finger = None if touch.uid == self._finger else self._finger
            return True
        if self._writing.takes(touch):
            self._written()
            return True
        if touch.uid in self._more:
            self._press(self._more.up(touch.uid))
            return True
        if touch.uid != self._finger:
            return True
        self._finger = None
        held = self._held
        self._slide_now()
        self._let_go()
        self._press(held)
        return True

    def _press(self, held: Target | None) -> None:
        """A finger was lifted from a target, or from nothing."""
        single = held is not None and not held.hold_ms and not held.slides
        if held is not None and single and self._still_there(held.id) and not self._too_soon(held.id):
            self.director.press(held.id)
        else:
            self.director.touched()
        if self.current is not None and self.current.many:  # eight fingers in one frame are drawn once
            self._refresh_soon()
        else:
            self.refresh()

    def _slides(self, x: float, y: float, soon: Callable[[], object]) -> bool:
        """Whether the finger moves something. Of all its places between two frames only the last is told, `soon`: what
        a touch moves to comes a frame after the sign that it was felt.
        """
        held = self._held
        if held is None or not held.slides:
            return False
        way = held.box.inset(held.inset, 0) if held.slides == "x" else held.box.inset(0, held.inset)
        across = (way.right - x if held.turned else x - way.x) / way.w
        self._slide_to = across if held.slides == "x" else (y - way.y) / way.h
        soon()
        return True

    def _slide_now(self, *_: Any) -> None:
        share, self._slide_to = self._slide_to, None
        if share is not None and self._held is not None and self._still_there(self._held.id):
            self.director.slide(self._held.id, share)
            self.refresh()

    def _inside(self, touch: Any, target: Target) -> bool:
        assert self.painter is not None
        x, y = self.painter.frame.to_design(*touch.pos)
        return target.box.contains(x, y, tokens.load().slop)

    def _let_go(self) -> None:
        self._held = None
        self._slide_to = None
        if self._hold_event is not None:
            self._hold_event.cancel()
            self._hold_event = None

    def _let_all_go(self) -> None:
        """What the finger does from now on presses nothing."""
        self._let_go()
        self.refresh()

    def _held_long(self, _: float) -> None:
        held = self._held
        self._let_go()
        if held is not None and self._still_there(held.id):
            self.director.press(held.id)
        self.refresh()

    def _still_there(self, id: str) -> bool:
        """Whether what was touched can be pressed yet: the screen may have changed under the finger."""
        return any(one.id == id and not one.disabled for one in self.pressable())

    def _too_soon(self, id: str) -> bool:
        """A trembling hand taps twice. Keys of a keyboard may repeat: each press of theirs changes what is shown."""
        now = Clock.get_time()
        recent = {one: at for one, at in self._presses.items() if now - at < _SECOND_TAP_S}
        again = id in recent
        many = self.current is not None and self.current.many  # elsewhere another target in between is meant
        self._presses = {**recent, id: now} if many else {id: now}
        return again and not id.startswith(("keys.", "pin."))

    # -- keys ----------------------------------------

    def listen(self) -> None:
        """Take the hardware keyboard."""
        self._hardware.listen()

    def unlisten(self) -> None:
        """Give the keyboard back (tests)."""
        self._rehearsal.end()
        if self._reels is not None:
            self._reels.keep(set())
        self._hardware.unlisten()

    def _heard(self, read: Read) -> None:
        """What was scanned opens something; a key moves the focus or types."""
        self._rehearsal.put_off()
        for kind, value in read:
            if kind == "scan":
                self.director.scan(value)
            elif not self.assist.takes_key(value, Clock.time()) and value not in PAD_ONLY:
                self.director.key(value)
        self.refresh()


def _veil(held: Target) -> Fill:
    """What is drawn over a target while a finger presses it."""
    alpha = _SLIDER_VEIL if held.slides else _VEIL
    return Fill(held.box, "on_ink" if held.dark else "ink", held.radius, alpha=alpha)
