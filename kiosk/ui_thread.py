"""The one crossing from worker threads to the Kivy clock."""

from __future__ import annotations

from collections.abc import Callable

from kivy.clock import Clock

from kiosk.glass.loop import wake


def run_on_ui(action: Callable[[], None]) -> None:
    """Run `action` on the UI thread, soon; the loop is woken if it sleeps."""
    Clock.schedule_once(lambda _: action(), 0)
    wake()
