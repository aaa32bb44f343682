"""A main loop that sleeps until something happens, instead of asking sixty times a second.

Kivy polls SDL once a tick of its clock: that costs 2-3 % of a core at rest and up to 16 ms a touch. Here the thread
sleeps in SDL's own wait until an event comes or the next scheduled callback is due, then runs one ordinary pass of
Kivy's loop. Nothing of Kivy is patched: its loop's parts are public (see docs/adr/0004).
"""

from __future__ import annotations

import ctypes
import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kivy.base import EventLoop, ExceptionManager, stopTouchApp
from kivy.clock import Clock

from kiosk.glass.tidying import Tidying

log = logging.getLogger(__name__)

FRAME_S = 1 / 60
LONGEST_SLEEP_S = 30.0  # the watchdog wants to hear from us
_LONG_REST_S = 1.0  # nobody touches, nothing moves: time to tidy
_PUMP_S = 0.004  # how often to look where the video driver has no wait of its own
_SDL_USEREVENT = 0x8000


class _Sdl:
    """SDL as Kivy loaded it, for its wait and its wake-up. The same library file, so the same instance."""

    def __init__(self) -> None:
        import kivy

        libs = Path(kivy.__file__).parent.parent / "Kivy.libs"
        found = sorted(libs.glob("libSDL2-2*.so*")) or sorted(libs.parent.glob("kivy.libs/libSDL2-2*.so*"))
        self._lib = ctypes.CDLL(str(found[0]) if found else "libSDL2-2.0.so.0")
        self._lib.SDL_WaitEventTimeout.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._lib.SDL_PushEvent.argtypes = [ctypes.c_void_p]

    def wait(self, seconds: float) -> None:
        """Sleep until an event is queued (it stays queued) or the time is over. Releases the interpreter lock."""
        self._lib.SDL_WaitEventTimeout(None, max(1, round(seconds * 1000)))

    def push(self) -> None:
        """End a wait, from any thread."""
        event = (ctypes.c_uint32 * 32)()
        event[0] = _SDL_USEREVENT
        self._lib.SDL_PushEvent(ctypes.byref(event))


_sdl: _Sdl | None = None
_asleep = threading.Event()


def wake() -> None:
    """Let a sleeping loop run a pass; harmless at any other time and from any thread."""
    if _sdl is not None and _asleep.is_set():
        _sdl.push()


def next_due_s(now: float) -> float | None:
    """Seconds until the clock's next callback; 0 when one is due, None when none is scheduled."""
    soonest = None
    event: Any = Clock._root_event
    while event is not None:
        if event.is_triggered:
            left = event._last_dt + event.timeout - now
            soonest = left if soonest is None else min(soonest, left)
        event = event.next
    return None if soonest is None else max(0.0, soonest)


def stop() -> None:
    """End the loop after the pass that is under way."""
    stopTouchApp()


class Loop:
    """Runs Kivy until it is told to stop. `sdl_only` says that no input comes that SDL does not know of (mtdev),
    `nobody_there` that what moves on the glass moves for nobody in particular.
    """

    def __init__(
        self, sdl_only: bool = True, tidying: Tidying | None = None, nobody_there: Callable[[], bool] = lambda: False
    ) -> None:
        self.sdl_only = sdl_only
        self._tidying = tidying or Tidying()
        self._nobody_there = nobody_there

    def run(self) -> None:
        """The main loop: wait, read events, one pass of Kivy."""
        global _sdl
        _sdl = _Sdl()
        Clock._max_fps = 0  # the clock must not sleep: we do
        Clock.clock_resolution = 0.0005
        last = 0.0
        while not EventLoop.quit and EventLoop.status == "started":
            try:
                self._rest(last)
                last = time.monotonic()
                EventLoop.window.mainloop()
                EventLoop.idle()
            except BaseException as error:
                if ExceptionManager.handle_exception(error) == ExceptionManager.RAISE:
                    stopTouchApp()
                    raise

    def _rest(self, last: float) -> None:
        assert _sdl is not None
        if EventLoop.window.canvas.needs_redraw:
            return
        due = next_due_s(Clock.time())
        since = time.monotonic() - last
        pause = LONGEST_SLEEP_S if due is None else due
        if pause < FRAME_S - since:
            pause = max(0.0, FRAME_S - since)  # things that move do so at 60 frames a second
        if not self.sdl_only:
            pause = min(pause, FRAME_S)
        if pause <= 0.0005:
            return
        alone = self._nobody_there()
        if pause >= _LONG_REST_S or alone:
            self._tidying.rest(alone)
        _asleep.set()
        try:
            _sdl.wait(min(pause, LONGEST_SLEEP_S))
        finally:
            _asleep.clear()
