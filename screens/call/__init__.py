"""Asking for somebody to come: from every screen in two touches, with what to do when nobody can."""

from __future__ import annotations

from screens.call.model import Bell, Call, CallServices, CallStatus, said
from screens.call.view import view
from screens.screen import ScreenKind

__all__ = ["Bell", "CallServices", "CallStatus", "kind", "said"]


def kind(services: CallServices) -> ScreenKind:
    """The page over the station's bell, which outlives visits."""
    return ScreenKind("call", lambda _about: Call(services), view, likely=lambda: ("",))
