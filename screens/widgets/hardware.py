"""The hardware keyboard: a scanner that types, a keypad, or keys. Nothing on it leaves the exhibition.

A key may be the beginning of a scan, so it is held back for some milliseconds (media.scanner). What keys mean is for
whoever listens.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.core.window import Window

from media.scanner import WedgeReader
from screens.widgets.keys import key_name

#: What was read: ("scan", text) or ("key", name).
Read = list[tuple[str, str]]


class Hardware:
    """Tells `heard` what was scanned and typed, in order."""

    def __init__(self, heard: Callable[[Read], None]) -> None:
        self._heard = heard
        self._wedge = WedgeReader()
        self._flush: Any = None

    def listen(self) -> None:
        """From now on."""
        Window.bind(on_key_down=self._on_key_down)

    def unlisten(self) -> None:
        """No longer."""
        Window.unbind(on_key_down=self._on_key_down)

    def forget(self) -> None:
        """Keep no key."""
        self._wedge = WedgeReader()

    def _on_key_down(self, _window: Any, code: int, _scan: int, text: str | None, modifiers: list[str]) -> bool:
        name = key_name(code, text, modifiers)
        if name:
            self._tell(self._wedge.feed(name, Clock.time()))
            self._await()
        return True

    def _await(self) -> None:
        if self._flush is not None:
            self._flush.cancel()
        wait = self._wedge.waits_s(Clock.time())
        self._flush = Clock.schedule_once(self._flush_now, wait) if wait is not None else None

    def _flush_now(self, _: float) -> None:
        now = Clock.time()
        if (self._wedge.waits_s(now) or 0.0) > 0.001:
            # keys come before the clock's tick, so after a rest it counts from before the rest and is far too early
            self._await()
        else:
            self._tell(self._wedge.flush(now))

    def _tell(self, read: Read) -> None:
        if read:  # a key held back changes nothing: a frame drawn for it could outlast the scanner's next key
            self._heard(read)
