"""One page of help: how to use the screen, the aids at the bottom, whom to ask."""

from __future__ import annotations

from screens.help.view import HelpState, view
from screens.screen import Screen, ScreenKind


class Help(Screen[HelpState]):
    """Nothing to remember."""

    def __init__(self) -> None:
        self.state = HelpState()


def kind() -> ScreenKind:
    """The help page."""
    return ScreenKind("help", lambda _about: Help(), view, likely=lambda: ("",))
