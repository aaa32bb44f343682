"""The real app on an invisible window, with a clock that tests hold: nothing sleeps, every frame is asked for.

Touches go through Kivy's input as real ones do. Pictures are drawn into a buffer of the window's size.
"""

from __future__ import annotations

import time as real_time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import kivy.input.motionevent
from kivy.base import EventLoop, runTouchApp, stopTouchApp
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.graphics.opengl import glFlush
from kivy.input.motionevent import MotionEvent
from PIL import Image

from kiosk.app import KioskApp
from screens.shell import Shell
from screens.widgets.describe import describe

FRAME_S = 1 / 60
_START_S = 1000.0


class Touch(MotionEvent):
    """A finger."""

    def __init__(self, x: float, y: float) -> None:
        place = {"x": x / max(1.0, Window.width - 1.0), "y": y / max(1.0, Window.height - 1.0)}
        super().__init__("test", 0, place, is_touch=True, type_id="touch")
        self.profile = ["pos"]

    def depack(self, args: Any) -> None:
        """Kivy's contract."""
        self.sx, self.sy = args["x"], args["y"]
        super().depack(args)


class Driver:
    """Starts an app and drives it. Coordinates are window pixels, origin top left."""

    def __init__(self, make_app: Callable[[Callable[[], float]], KioskApp]) -> None:
        self.now = _START_S
        self._app = make_app(lambda: self.now)

    @property
    def shell(self) -> Shell:
        """The root widget."""
        shell = self._app.shell
        assert shell is not None
        return shell

    @property
    def app(self) -> KioskApp:
        """The app under the driver."""
        return self._app

    def start(self) -> None:
        """Build the app and draw its first frames."""
        Clock.time = lambda: self.now
        Clock._max_fps = 0
        Clock._last_tick = Clock._start_tick = self.now
        kivy.input.motionevent.time = lambda: self.now
        if EventLoop.status == "closed":
            EventLoop.status = "idle"
        self._app._run_prepare()
        runTouchApp(embedded=True)
        self.advance(0.1)
        self.settle()

    def stop(self) -> None:
        """Take the app down; the window stays for the next one."""
        stopTouchApp()
        self._app._stop()
        for widget in Window.children[:]:
            Window.remove_widget(widget)
        for event in list(Clock.get_events()):
            event.cancel()

    # -- time ----------------------------------------

    def frame(self) -> None:
        """One sixtieth of a second."""
        self.now += FRAME_S
        EventLoop.idle()
        Window.mainloop()
        glFlush()  # nothing shows these frames: unflushed, a software rasteriser keeps every texture ever used (2 GB)

    def advance(self, seconds: float) -> None:
        """Let time pass, frame by frame for the first second, then in steps to each thing that is due."""
        end = self.now + seconds
        while self.now < end - 1e-9:
            if end - self.now > 1.0 and seconds > 2.0:
                due = min(self._app.station.director.next_due(), self.shell.assist.next_due())
                self.now = min(self.now + max(FRAME_S, due), end - 0.5)
            self.frame()

    def settle(self, limit: float = 5.0) -> None:
        """Until nothing travels any more."""
        while limit > 0:
            painter = self.shell.painter
            self.frame()
            limit -= FRAME_S
            if painter is not None and not painter.motion.moving:
                return

    def _arrive(self) -> None:
        """What travels is there: a driver has no eyes to please, and each frame of a journey costs a full picture."""
        if self.shell.painter is not None:
            self.shell.painter.motion.finish()

    def wait_real(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Let real time pass (threads, network) while frames go on, until the condition holds."""
        end = real_time.monotonic() + seconds
        while real_time.monotonic() < end:
            self.frame()
            if condition():
                return True
            real_time.sleep(0.01)
        return False

    # -- touching ----------------------------------------

    def center_of(self, id: str) -> tuple[float, float]:
        """Where the middle of a target is. Raises: LookupError when it isn't there or can't be pressed."""
        painter = self.shell.painter
        hits = [one for one in self.shell.pressable() if one.id == id]
        if not hits or painter is None:
            raise LookupError(f"no target {id!r} can be pressed here")
        x, y = painter.frame.to_window(*hits[-1].box.center)
        return x, Window.height - y

    def tap(self, x: float, y: float, hold_s: float = 0.08) -> None:
        """A finger down and up."""
        touch = Touch(x, Window.height - y)
        EventLoop.post_dispatch_input("begin", touch)
        self.advance(hold_s)
        EventLoop.post_dispatch_input("end", touch)
        self.frame()
        self._arrive()
        self.advance(0.32)  # past the time in which a second tap is ignored
        self.settle()

    def drag(self, start: tuple[float, float], end: tuple[float, float], seconds: float = 0.3) -> None:
        """A finger down, moved, up."""
        self._path([start, end], seconds)
        self.settle()

    def _path(self, points: list[tuple[float, float]], seconds: float = 0.3) -> None:
        touch = Touch(points[0][0], Window.height - points[0][1])
        EventLoop.post_dispatch_input("begin", touch)
        steps = max(2, round(seconds / FRAME_S))
        for i in range(1, steps + 1):
            spot = i / steps * (len(points) - 1)
            k = min(int(spot), len(points) - 2)
            (ax, ay), (bx, by) = points[k], points[k + 1]
            x, y = ax + (bx - ax) * (spot - k), ay + (by - ay) * (spot - k)
            touch.move({"x": x / (Window.width - 1), "y": (Window.height - y) / (Window.height - 1)})
            EventLoop.post_dispatch_input("update", touch)
            self.frame()
        EventLoop.post_dispatch_input("end", touch)
        self.frame()

    def strokes(self, strokes: list[list[tuple[float, float]]]) -> None:
        """Pen strokes, one after another."""
        for stroke in strokes:
            self._path(stroke, max(0.2, (len(stroke) - 1) * FRAME_S))
        self.wait_real(lambda: not self._app.station.director.model.awaits, 10.0)
        self.settle()

    def type(self, keys: str, gap_s: float = 0.1) -> None:
        """Hardware keys through the window's own event; newline is Enter."""
        for key in keys:
            code = {"\n": 13, "\t": 9, "\b": 8, " ": 32}.get(key, ord(key) if ord(key) < 128 else 0)
            Window.dispatch("on_key_down", code, 0, key if key.isprintable() else None, [])
            self.advance(gap_s)
        self.settle()

    def scan(self, text: str) -> None:
        """What a wedge scanner sends: the code within milliseconds, then Enter."""
        for key in text:
            Window.dispatch("on_key_down", ord(key) if ord(key) < 128 else 0, 0, key, [])
            self.now += 0.004
        Window.dispatch("on_key_down", 13, 0, None, [])
        self.advance(0.1)
        self.settle()

    # -- looking ----------------------------------------

    def describe(self) -> dict[str, Any]:
        """The layout dump of what is on the glass."""
        shell = self.shell
        self._photos_there()
        assert shell.current is not None and shell.painter is not None
        size = (Window.width, Window.height)
        return describe(shell.current, shell.painter, self._app.station.director.session.variant, size)

    def picture(self, path: Path | None = None) -> Image.Image:
        """What the window shows; saved as PNG when a path is given."""
        self._photos_there()
        texture = self.shell.export_as_image().texture  # the offscreen buffer keeps the size it was born with
        image = Image.frombytes("RGBA", texture.size, texture.pixels).convert("RGB")
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            image.save(path, compress_level=1)
        return image

    def _photos_there(self) -> None:
        """Pictures are read on a thread that keeps its own time."""
        if self.shell.awaits_photos:
            self.wait_real(lambda: not self.shell.awaits_photos, 5.0)
            self.frame()

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        if tuple(Window.size) != size:
            Window.size = size
            self.advance(0.1)
            self.settle()
