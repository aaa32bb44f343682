"""Topics and places by the names the mailbox has for them now."""

from __future__ import annotations

from hub.exhibition.models import Mailbox


def topic_name(topic: str) -> str:
    """The topic's name as the mailbox has it now; its id when it has gone."""
    return _name("topics", topic)


def place_name(place: str) -> str:
    """The place's name as the mailbox has it now; what was sent when it has gone."""
    return _name("places", place)


def topics() -> list[tuple[str, str]]:
    """Ids and names, in the mailbox's order."""
    return list(_held("topics").items())


def _name(kind: str, wanted: str) -> str:
    return _held(kind).get(wanted, wanted)


def _held(kind: str) -> dict[str, str]:
    mailbox = Mailbox.objects.filter(live=True).first()
    held = mailbox.content.get(kind, []) if mailbox else []
    return {str(one["id"]): str(one["name"]["zh-Hans"]) for one in held}
