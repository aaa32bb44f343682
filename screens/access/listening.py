"""Touch-to-hear and the focus of a keypad: told of fingers, keys, time and each new scene, it speaks, sounds and acts.

Owns what is heard last and where the focus stands. Leaves to others: what a press does (the director), how it sounds
(`media`), the ring that is drawn around `marked` (the shell).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, Protocol

from screens.access.gestures import Gesture, Gestures
from screens.access.hold import CornerHold
from screens.access.news import arrival, news
from screens.access.steps import Focus, Step, moved, pressed, standing
from screens.access.tree import Item, Tree, tree_of
from screens.access.words import Words, is_candidate
from screens.scene import Box, Scene
from screens.session import Variant

Sound = Literal["thing", "text", "empty", "act", "limit", "hold", "on", "off"]
_STEPS = 20  # of a slider, from end to end


class Hands(Protocol):
    """What a visitor can do; the director."""

    def press(self, id: str) -> None: ...

    def slide(self, id: str, share: float) -> None: ...

    def touched(self) -> None: ...

    def say(self, text: str) -> None: ...

    def hush(self) -> None: ...

    @property
    def variant(self) -> Variant: ...

    @property
    def forgets_min(self) -> int: ...


class Sounds(Protocol):
    """Short tones; `pitch` is 0 (low) to 1 (high)."""

    def play(self, sound: Sound, pitch: float = 0.5) -> None: ...


class NoSounds:
    """A station without a loudspeaker."""

    def play(self, sound: Sound, pitch: float = 0.5) -> None:
        """Nothing is heard."""


class Listening:
    """`look` draws the glass anew, which tells `see`; `size` is that of the canvas in design pixels."""

    def __init__(self, hands: Hands, sounds: Sounds, look: Callable[[], object]) -> None:
        self._hands = hands
        self._sounds = sounds
        self._look = look
        self._scene: Scene | None = None
        self._tree: Tree | None = None
        self.focus = Focus()  # of the keys
        self.heard = ""  # the id of what was heard last: a double tap acts on it
        self.keys_used = False  # the ring is drawn for keys, until a finger touches
        self.size = (1920.0, 1080.0)
        self._was_hearing = False  # when last seen
        self._language = ""
        self._acted = ""
        self._last = ""
        self._muted = False
        self._pad = ""  # the id of what the finger writes on
        self._gestures = Gestures()
        self._hold = CornerHold()

    # -- what the shell tells ----------------------------------------

    @property
    def tree(self) -> Tree:
        """What is on the glass as named things; read from the scene when it is first asked for."""
        if self._tree is None:
            self._tree = tree_of(self._scene) if self._scene is not None else Tree("", "", ())
        return self._tree

    @property
    def hearing(self) -> bool:
        """Whether touch-to-hear is on."""
        return self._hands.variant.hearing

    @property
    def marked(self) -> Box | None:
        """Where the ring is drawn: around what has the focus of the keys, or what was heard last."""
        if self.keys_used:
            step = self._step()
            return step.box if step is not None else None
        item = self.tree.find(self.heard) if self.hearing else None
        return item.box if item is not None else None

    @property
    def target(self) -> str:
        """The target that has the focus of the keys; empty when none has."""
        step = self._step() if self.keys_used else None
        return step.items[0].target if step is not None and step.kind == "item" else ""

    @property
    def pointed(self) -> str:
        """The id of the thing that has the focus; empty when none has."""
        step = self._step() if self.keys_used else None
        if step is not None:
            return step.items[0].id if step.kind == "item" else ""
        return self.heard if self.hearing else ""

    @property
    def focused(self) -> str:
        """What the ring is drawn around, in words; empty where there is none."""
        if self.keys_used:
            step = self._step()
            return self._told(step) if step is not None else ""
        item = self.tree.find(self.heard) if self.hearing else None
        return self._words.item(item) if item is not None else ""

    def see(self, scene: Scene) -> None:
        """What is on the glass now."""
        if scene is self._scene and self._was_hearing == self.hearing:
            return
        if not (self.hearing or self._was_hearing or self.keys_used):
            self._scene, self._tree = scene, None  # most visitors never need it
            return
        before, self._tree, self._scene = self.tree, tree_of(scene), scene
        acted, self._acted = self._acted, ""
        if self._pad and (not self.hearing or self.tree.find(self._pad) is None):
            self._pad = ""  # another way of writing, another page, or a question before it
        came = (before.place, before.modal) != (self.tree.place, self.tree.modal)
        gone = before.title != self.tree.title and self.tree.find(self.focus.at or self.heard) is None
        if (came or gone) and (self.keys_used or self.hearing):
            self._stand_at_the_beginning()
        if not self._muted:
            self._tell(before, acted)
        self._was_hearing, self._language = self.hearing, self._hands.variant.language

    def writes(self, x: float, y: float) -> bool:
        """Whether a finger that arrives here is a pen: it was asked to be one, and this is the pad. What is being said
        is broken off."""
        pad = self.tree.find(self._pad) if self.hearing and self._pad else None
        if pad is None or pad.disabled or not pad.box.contains(x, y):
            return False
        self._gestures.clear()
        self._hands.hush()
        self.keys_used = False
        return True

    def down(self, finger: Any, x: float, y: float, now: float) -> None:
        """A finger arrives, in touch-to-hear or not."""
        self._hold.down(finger, x, y, self.size, now)
        if self.hearing:
            self._mean(self._gestures.down(finger, x, y, now))
        self.keys_used = False

    def move(self, finger: Any, x: float, y: float, now: float) -> None:
        """It moves."""
        self._hold.move(finger, x, y, self.size)
        if self.hearing:
            self._mean(self._gestures.move(finger, x, y, now))

    def up(self, finger: Any, now: float) -> None:
        """It is lifted. Everything a visitor does counts as being here."""
        self._hold.up(finger)
        if self.hearing:
            self._hands.touched()
            self._mean(self._gestures.up(finger, now))

    def tick(self, now: float) -> bool:
        """Time passes. True when a hold is complete: whatever the finger pressed is off."""
        done = False
        for sign in self._hold.tick(now):
            if sign == "prompt":
                self._say(self._words.t("hold.off" if self.hearing else "hold"))
            elif sign == "tone":
                self._sounds.play("hold", self._hold.tones / 5)
            else:
                done = True
                self._gestures.clear()
                self.switch()
        if self.hearing and not done:
            self._mean(self._gestures.tick(now))
        return done

    def next_due(self, now: float) -> float | None:
        """Seconds until `tick` matters."""
        own = (self._hold.next_due(now), self._gestures.next_due(now) if self.hearing else None)
        return min((one for one in own if one is not None), default=None)

    def switch(self) -> None:
        """Touch-to-hear on or off."""
        self._hands.press("dock.hear")
        self._look()

    def clear(self) -> None:
        """The visitor has left: nothing heard, nothing said, no focus stays."""
        self.focus, self.keys_used, self._acted, self._last = Focus(), False, "", ""
        self._was_hearing, self.heard, self._pad = False, "", ""
        self._gestures.clear()
        self._hold.clear()
        self._tree, self._scene = None, None

    # -- keys ----------------------------------------

    def step(self, way: int) -> None:
        """The focus goes on or back."""
        if self.hearing and not self.keys_used:
            self.focus = Focus(self.heard)
        self.keys_used = True
        self._hands.touched()
        self.focus = moved(self.focus, self.tree, self.hearing, way)
        step = self._step()
        if step is not None and self.hearing:
            self.heard = step.items[0].id if step.kind == "item" else ""
            self._sounds.play("thing" if step.kind != "item" or step.items[0].target else "text", self._pitch(step.box))
            self._say(self._told(step))

    def press(self) -> None:
        """The key that acts: into a group, out of it, or what has the focus is pressed."""
        if self.hearing and not self.keys_used:
            self.keys_used, self.focus = True, Focus(self.heard)
        self.focus, item = pressed(self.focus, self.tree, self.hearing)
        self._hands.touched()
        if item is not None:
            self._act(item)
        elif self.hearing:
            step = self._step()
            self._say(self._told(step) if step is not None else self._words.t("nothing"))

    def leave(self) -> None:
        """Out of a group, else back."""
        if self.focus.within:
            self.focus = Focus(self.focus.within)
            self.step(0)
        elif self.tree.find("dock.back") is not None:
            self._hands.press("dock.back")

    def asked(self, action: str, id: str) -> None:
        """Assistive technology does what fingers and keys do."""
        item = self.tree.find(id)
        if item is None:
            return
        self.heard, self.focus, self.keys_used = id, Focus(id), True
        self._hands.touched()
        if action == "press":
            self._act(item)
        elif action in item.actions:
            self._turn(1 if action == "more" else -1)

    def repeat(self) -> None:
        """Say once more what was said last."""
        if self._last:
            self._hands.say(self._last)

    # -- within ----------------------------------------

    @property
    def _words(self) -> Words:
        return Words(self._hands.variant.language)

    def _step(self) -> Step | None:
        steps, at = standing(self.focus, self.tree, self.hearing)
        return steps[at] if at >= 0 else None

    def _stand_at_the_beginning(self) -> None:
        """On a new page the focus is on its heading, or on its first control for those who see."""
        things = self.tree.items if self.hearing else self.tree.pressable()
        own = [one for one in things if self.hearing or one.actions]
        heading = next((one for one in own if one.role == "heading"), None)
        first = heading or next(iter(own), None)
        self.heard = first.id if first is not None else ""
        self.focus = Focus(self.heard)

    def _tell(self, before: Tree, acted: str) -> None:
        words = self._words
        if self.hearing and not self._was_hearing:
            keys = words.t("on.keys") if self.keys_used else ""
            forgets = words.t("forgets", n=self._hands.forgets_min)
            self._sounds.play("on")
            self._stand_at_the_beginning()
            self._say("\n".join(one for one in (words.t("on"), keys, forgets, arrival(self.tree, words)) if one))
        elif self._was_hearing and not self.hearing:
            self._sounds.play("off")
            self._say(words.t("off"))
        elif self.hearing and self._language != words.language:
            self._say(arrival(self.tree, words))
        elif self.hearing:
            said = news(before, self.tree, acted, words)
            if said:
                self._say(said)

    def _mean(self, gestures: list[Gesture]) -> None:
        for one in gestures:
            if one.kind == "touch":
                self._sound_at(one.x, one.y)
            elif one.kind == "explore":
                self._hear(one.x, one.y)
            elif one.kind == "hush":
                self._hands.hush()
            elif one.kind == "act":
                self._act_on_heard()
            elif one.kind in ("next", "previous"):
                self._walk(1 if one.kind == "next" else -1)
            else:
                self._turn(1 if one.kind == "more" else -1)

    def _sound_at(self, x: float, y: float) -> None:
        item = self.tree.at(x, y)
        sound: Sound = "empty" if item is None else "thing" if item.target else "text"
        self._sounds.play(sound, 1 - y / self.size[1])

    def _hear(self, x: float, y: float) -> None:
        """What lies under the finger, once while it stays there."""
        item = self.tree.at(x, y)
        if item is None:
            if self._last:
                self._last = ""
                self._hands.hush()
                self._sound_at(x, y)
            return
        said = self._words.item(item)
        if item.id == self.heard and said == self._last and self._gestures.exploring:
            return
        if item.id != self.heard:
            self._sound_at(x, y)
            self._hands.touched()
        self.heard = item.id
        self._say(said)

    def _act_on_heard(self) -> None:
        item = self.tree.find(self.heard)
        if item is None:
            self._say(self._words.t("nothing"))
        else:
            self._act(item)

    def _act(self, item: Item) -> None:
        if "more" in item.actions:  # with three keys a slider has one: on to the next place
            self.heard = item.id
            self._turn(1)
            return
        if "press" not in item.actions:
            if self.hearing:
                self._sounds.play("limit")
                self._say(self._words.item(item))
            return
        if self.hearing:
            self._sounds.play("act")
        if self.hearing and item.pen:
            self._take_pen(item)
            return
        self._acted = item.id
        self._hands.press(item.target)
        self._look()

    def _take_pen(self, pad: Item) -> None:
        """A finger on the pad writes from now on, or explores again."""
        words = self._words
        self._pad = pad.id if self._pad != pad.id else ""
        if not self._pad:
            self._say(words.t("pen.off"))
            return
        x = pad.box.center[0] / self.size[0]
        side = words.t("pen.left" if x < 0.4 else "pen.right" if x > 0.6 else "pen.middle")
        self._say("\n".join((words.t("pen.place", side=side), words.t("pen.on"))))

    def _walk(self, way: int) -> None:
        """The thing after or before, whether it can be pressed or only read."""
        items = self.tree.items
        at = next((i for i, one in enumerate(items) if one.id == self.heard), -1 if way > 0 else len(items))
        if not 0 <= at + way < len(items):
            self._sounds.play("limit")
            self._say(self._words.t("end"))
            return
        item = items[at + way]
        self.heard = item.id
        self._sounds.play("thing" if item.target else "text", self._pitch(item.box))
        self._say(self._words.item(item))

    def _turn(self, way: int) -> None:
        """A slider to its next place; anywhere else, to the heading before or after."""
        item = self.tree.find(self.heard)
        if item is None or item.share is None:
            self._to_heading(-way)
            return
        self._muted = True
        for n in range(1, _STEPS + 1):
            share = min(1.0, max(0.0, item.share + way * n / _STEPS))
            self._hands.slide(item.target, share)
            self._look()
            now = self.tree.find(item.id)
            if now is None or now.value != item.value or share in (0.0, 1.0):
                break
        self._muted = False
        now = self.tree.find(item.id)
        if not self.hearing:
            return
        if now is not None and now.value != item.value:
            self._say(now.value)
        else:
            self._sounds.play("limit")
            self._say(self._words.t("no_more"))

    def _to_heading(self, way: int) -> None:
        items = self.tree.items
        at = next((i for i, one in enumerate(items) if one.id == self.heard), -1)
        rest = items[at + 1 :] if way > 0 else tuple(reversed(items[: max(0, at)]))
        found = next((one for one in rest if one.role == "heading"), None)
        if found is None:
            self._sounds.play("limit")
            self._say(self._words.t("end"))
            return
        self.heard = found.id
        self._say(self._words.item(found))

    def _told(self, step: Step) -> str:
        words = self._words
        if step.kind == "leave":
            return words.t("group.leave")
        if step.kind == "item":
            return words.item(step.items[0])
        first, last, n = step.items[0], step.items[-1], len(step.items)
        if is_candidate(first):
            return words.t("group.candidates", n=n, first=words.explained(first.name))
        return words.t("group", first=first.name, last=last.name, n=n)

    def _pitch(self, box: Box) -> float:
        return 1 - box.center[1] / self.size[1]

    def _say(self, text: str) -> None:
        self._last = text
        self._hands.say(text)
