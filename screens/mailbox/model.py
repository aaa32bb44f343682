"""The No. 1 mailbox without its looks."""

from __future__ import annotations

from dataclasses import dataclass

from screens.mailbox.letters import LetterDraft, MailboxServices, Posted, PostRefused, Tracking
from screens.screen import Screen

__all__ = ["LetterDraft", "Mailbox", "MailboxServices", "MailboxState", "PostRefused", "Posted", "Tracking"]


@dataclass(frozen=True, slots=True)
class MailboxState:
    """Where the visitor is."""

    step: int = 0


class Mailbox(Screen[MailboxState]):
    """One letter."""

    idle = "form"

    def __init__(self, services: MailboxServices, about: str) -> None:
        self._services = services
        self.state = MailboxState()
