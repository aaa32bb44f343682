"""The No. 1 mailbox: write a letter in five steps, keep its receipt, look it up again."""

from __future__ import annotations

from screens.mailbox.letters import LetterDraft, MailboxServices, Posted, PostRefused, Tracking
from screens.mailbox.model import Mailbox
from screens.mailbox.view import view
from screens.screen import ScreenKind

__all__ = ["LetterDraft", "MailboxServices", "PostRefused", "Posted", "Tracking", "kind"]


def kind(services: MailboxServices) -> ScreenKind:
    """The mailbox over what the station lets it do. A scanned receipt opens it at the look-up."""
    return ScreenKind("mailbox", lambda about: Mailbox(services, about), view, opens_code="R")
