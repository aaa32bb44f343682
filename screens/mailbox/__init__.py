"""The No. 1 mailbox: write a letter in five steps, keep its receipt, look it up again."""

from __future__ import annotations

from typing import Any

from screens.inputs._deferred import DeferredEngine
from screens.mailbox.letters import LetterDraft, MailboxServices, Posted, PostRefused, Tracking
from screens.mailbox.model import Letter
from screens.mailbox.tracking import LookUp
from screens.mailbox.view import view
from screens.screen import Screen, ScreenKind

__all__ = ["LetterDraft", "MailboxServices", "PostRefused", "Posted", "Tracking", "kind"]


def kind(services: MailboxServices) -> ScreenKind:
    """The mailbox over what the station lets it do. `about`: empty for a new letter, `to:<deputy id>` for one addressed
    to them, `track` or the seven characters of a scanned receipt for the look-up.

    The engine is opened once, in the background, when the station has settled or somebody comes here. It outlives a
    visit, as the lock of the look-up does.
    """
    engine = DeferredEngine(services.open_engine)

    def open_(about: str) -> Screen[Any]:
        engine.start()
        if about and not about.startswith("to:"):
            return LookUp(services, engine, services.lock, about)
        return Letter(services, engine, about.removeprefix("to:"))

    return ScreenKind(
        "mailbox", open_, view, opens_code="R", warm=engine.start, likely=lambda: ("", "track"), service=True
    )
