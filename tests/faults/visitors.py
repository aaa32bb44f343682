"""A visitor without a plan: random touches, keys, scans and pauses at the real app, and what must hold after each.

The seed decides everything, so whatever is found can be found again. Events go through Kivy's own input.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kivy.base import EventLoop, ExceptionHandler, ExceptionManager
from kivy.core.window import Window
from kivy.graphics.opengl import glFinish

from content.catalog import Catalog
from kiosk.glass.driver import Driver, Touch
from kiosk.glass.partial import PartialDraw, keeps_last_frame
from screens import tokens
from screens.flow import ATTRACT
from screens.scene import Label, Node, Target

_KEYS = "abcdeginuz019 .,?!-\n\t\b电梯坏了"
_CODES = ("", "BY1.D", "BY1.R.ABCDEFG.H", "https://example.org/?q=1", "\u202e<b>'; --", "1234567", "x" * 600, "码" * 9)


class Found(AssertionError):
    """Something that must hold does not."""


class Errors(ExceptionHandler):
    """Remembers what the app's own guard would have had to catch."""

    def __init__(self) -> None:
        self.caught: list[BaseException] = []

    def handle_exception(self, error: BaseException) -> int:
        """Kivy's contract."""
        self.caught.append(error)
        return int(ExceptionManager.PASS)

    @contextmanager
    def watching(self) -> Iterator[Errors]:
        """From here to the end of the block."""
        ExceptionManager.add_handler(self)
        try:
            yield self
        finally:
            ExceptionManager.remove_handler(self)


@contextmanager
def drawn_as_on_a_station(driver: Driver) -> Iterator[None]:
    """Only what changed is drawn, where a station would do so."""
    partial = PartialDraw(Window, driver.shell.take_damage)
    if keeps_last_frame():
        partial.start()
    try:
        yield
    finally:
        partial.stop()


class Visitor:
    """Does `count` things that `seed` decides. `log` holds the last of them, for whoever asks how it came about."""

    def __init__(self, driver: Driver, seed: int, errors: Errors) -> None:
        self._driver = driver
        self._rng = random.Random(seed)
        self._errors = errors
        self._seed = seed
        self.log: list[str] = []
        self.screens: set[str] = set()
        catalog = driver.app.station.shelf.catalog
        self._deputies = [one.id for one in catalog.exhibition.directory.deputies[:40]]
        self._acts: tuple[tuple[int, Callable[[], str]], ...] = (
            (120, self._tap_target), (12, self._tap_anywhere), (8, self._two_fingers), (10, self._drag),
            (2, self._hold), (14, self._keys), (3, self._scan), (12, self._pause), (2, self._long_pause),
            (1, self._leave), (1, self._new_content), (1, self._turn),
        )  # fmt: skip

    def act(self) -> None:
        """One thing, and what must hold after it. Raises: Found."""
        weights = [weight for weight, _ in self._acts]
        (_, deed) = self._rng.choices(self._acts, weights)[0]
        self.log = [*self.log[-11:], deed.__name__]
        try:
            self.log[-1] += f" {deed()}"
            glFinish()  # nobody presents these frames: unfinished ones would pile up as memory
            self._must_hold()
        except Exception as error:
            raise Found(f"seed {self._seed}: {error!r} after\n  " + "\n  ".join(self.log)) from error

    # -- deeds ----------------------------------------

    def _tap_target(self) -> str:
        targets = self._driver.shell.pressable()
        if not targets:
            return "nothing"
        target = self._rng.choice(targets)
        self._tap(*self._window(*target.box.center))
        return target.id

    def _tap_anywhere(self) -> str:
        x, y = self._somewhere()
        self._tap(x, y)
        return f"{x:.0f} {y:.0f}"

    def _two_fingers(self) -> str:
        """Two hands at once, lifted in any order, one of them perhaps after the screen has changed."""
        fingers = [Touch(*self._somewhere()), Touch(*self._target_or_anywhere())]
        self._rng.shuffle(fingers)
        for finger in fingers:
            EventLoop.post_dispatch_input("begin", finger)
            self._driver.frame()
        if self._rng.random() < 0.2:
            self._driver.advance(self._rng.choice((0.2, 3.2, 300.0)))
        self._rng.shuffle(fingers)
        for finger in fingers:
            EventLoop.post_dispatch_input("end", finger)
        self._driver.frame()
        return ""

    def _drag(self) -> str:
        finger = Touch(*self._target_or_anywhere())
        EventLoop.post_dispatch_input("begin", finger)
        for _ in range(self._rng.randint(1, 4)):
            x, y = self._somewhere()
            finger.move({"x": x / Window.width, "y": y / Window.height})
            EventLoop.post_dispatch_input("update", finger)
            self._driver.frame()
        EventLoop.post_dispatch_input("end", finger)
        self._driver.frame()
        return ""

    def _hold(self) -> str:
        self._tap(*self._rng.choice((self._window(200, 40), self._target_or_anywhere())), hold_s=3.2)
        return ""

    def _keys(self) -> str:
        keys = "".join(self._rng.choices(_KEYS, k=self._rng.randint(1, 6)))
        for key in keys:
            code = {"\n": 13, "\t": 9, "\b": 8, " ": 32}.get(key, ord(key) if ord(key) < 128 else 0)
            Window.dispatch("on_key_down", code, 0, key if key.isprintable() else None, [])
            self._driver.now += self._rng.choice((0.004, 0.05, 0.2))
            self._driver.frame()
        return repr(keys)

    def _scan(self) -> str:
        code = self._rng.choice((*_CODES, *self._deputies[:4]))
        for key in code:
            Window.dispatch("on_key_down", ord(key) if ord(key) < 128 else 0, 0, key, [])
            self._driver.now += 0.002
        Window.dispatch("on_key_down", 13, 0, None, [])
        self._driver.advance(0.1)
        return code[:40]

    def _pause(self) -> str:
        seconds = self._rng.choice((0.02, 0.3, 1.5, 6.0))
        self._driver.advance(seconds)
        return f"{seconds} s"

    def _long_pause(self) -> str:
        seconds = self._rng.choice((61.0, 92.0, 125.0))
        self._driver.advance(seconds)
        return f"{seconds} s"

    def _leave(self) -> str:
        """Nobody touches anything for a quarter of an hour, or all night: the glass must rest."""
        self._driver.advance(self._rng.choice((900.0, 20_000.0)))
        director = self._driver.app.station.director
        if director.flow.here.screen != ATTRACT or director.session.awake:
            raise Found(f"still at {director.flow.here} long after the visitor left")
        return ""

    def _new_content(self) -> str:
        station = self._driver.app.station
        station.director.renew(Catalog(station.shelf.catalog.exhibition))
        self._driver.shell.refresh()
        return ""

    def _turn(self) -> str:
        self._driver.resize(self._rng.choice(((1920, 1080), (1080, 1920))))
        return str(Window.size)

    # -- what must hold ----------------------------------------

    def _must_hold(self) -> None:
        director, shell = self._driver.app.station.director, self._driver.shell
        if self._errors.caught:
            raise self._errors.caught[0]
        here = director.flow.here.screen
        if here not in director.kind_ids:
            raise Found(f"at {here}, which is no screen")
        self.screens.add(here)
        if (here == ATTRACT) == director.session.awake:
            raise Found(f"at {here} while {'awake' if director.session.awake else 'asleep'}")
        scene = shell.current
        if scene is None or scene.screen != here:
            raise Found(f"the glass shows {scene and scene.screen}, not {here}")
        if not shell.pressable():
            raise Found("nothing can be pressed")
        least = tokens.load().touch_min
        for node in _flat(layer.nodes for layer in scene.layers):
            if isinstance(node, Target) and min(node.box.w, node.box.h) < least - 0.01:
                raise Found(f"{node.id} is only {node.box.w:.0f} x {node.box.h:.0f}")
            if isinstance(node, Label) and node.overflow:
                raise Found(f"{node.full[:40]!r} does not fit its place at {director.flow.here}")

    # -- where ----------------------------------------

    def _tap(self, x: float, y: float, hold_s: float = 0.0) -> None:
        finger = Touch(x, y)
        EventLoop.post_dispatch_input("begin", finger)
        self._driver.advance(hold_s or 1 / 60)
        EventLoop.post_dispatch_input("end", finger)
        self._driver.now += self._rng.choice((0.0, 0.3, 0.3))
        self._driver.frame()

    def _window(self, x: float, y: float) -> tuple[float, float]:
        painter = self._driver.shell.painter
        assert painter is not None
        place: tuple[float, float] = painter.frame.to_window(x, y)
        return place

    def _somewhere(self) -> tuple[float, float]:
        return self._rng.uniform(0, Window.width - 1), self._rng.uniform(0, Window.height - 1)

    def _target_or_anywhere(self) -> tuple[float, float]:
        targets = self._driver.shell.pressable()
        if not targets or self._rng.random() < 0.2:
            return self._somewhere()
        return self._window(*self._rng.choice(targets).box.center)


def _flat(sheets: Any) -> Iterator[Node]:
    for nodes in sheets:
        for node in nodes:
            yield node
            inner = getattr(node, "nodes", None)
            if inner is not None:
                yield from _flat([inner])


def pss_kb() -> int:
    """Memory this process answers for, in KiB: its own and its share of what it shares."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise OSError("the kernel tells no Pss")
