"""The mailbox's picture: each stage is drawn by its own module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from screens.look import Look
from screens.mailbox import (
    receipt_view,
    step_before,
    step_check,
    step_place,
    step_reply,
    step_topic,
    step_words,
    track_view,
)  # fmt: skip
from screens.mailbox.state import MailboxState, Stage
from screens.screen import View

_VIEWS: dict[Stage, Callable[[MailboxState, Look], View]] = {
    "urgent": step_before.urgent,
    "danger": step_before.danger,
    "door": step_before.door,
    "topic": step_topic.view,
    "place": step_place.view,
    "words": step_words.view,
    "reply": step_reply.view,
    "age": step_reply.view,
    "consent": step_reply.view,
    "phone": step_reply.view,
    "name": step_reply.view,
    "check": step_check.view,
    "flight": step_check.flight,
    "receipt": receipt_view.view,
    "track": track_view.view,
}


def view(state: MailboxState, look: Look) -> View:
    """The stage the visitor is at; a letter to a made-up deputy carries the tag 示例."""
    drawn = _VIEWS[state.stage](state, look)
    return replace(drawn, sample=state.deputy is not None and state.deputy.is_sample)
