"""Letters in the console: a list that shows no words, and one letter, opened and written down as read."""

from __future__ import annotations

import contextlib
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from hub.exhibition.models import Mailbox
from hub.letters.models import Letter
from hub.letters.reading import read
from hub.publishing.services import keyring
from hub.site.console import ConsolePage
from sync.seal import CannotOpen


class LetterList(ConsolePage):
    """What has come, newest first."""

    permission_required = "letters.read_letter"
    template_name = "letters/list.html"
    page_title = "信件"
    header_icon = "mail"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        letters = Letter.objects.select_related("station").defer("sealed")
        unread = letters.filter(first_read_at=None).count()
        return context | {"page": self.page_of(letters), "unread": unread}


class LetterPage(ConsolePage):
    """One letter. Opening this page is a reading."""

    permission_required = "letters.read_letter"
    template_name = "letters/letter.html"
    page_title = "阅读信件"
    header_icon = "mail"

    def get_breadcrumbs_items(self) -> list[Any]:
        items = super().get_breadcrumbs_items()
        return [*items[:-1], {"url": reverse("letters"), "label": "信件"}, items[-1]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        letter = get_object_or_404(Letter.objects.select_related("station"), pk=self.kwargs["pk"])
        document = None
        with contextlib.suppress(CannotOpen):
            document = read(letter, self.request.user, keyring(), timezone.now())
        return context | {
            "letter": letter,
            "document": document,
            "topic": topic_name(document.topic) if document else "",
            "place": place_name(document.place) if document else "",
            "readings": letter.readings.select_related("reader"),
        }


def topic_name(topic: str) -> str:
    """The topic's name as the mailbox has it now; its id when it has gone."""
    return _name("topics", topic)


def place_name(place: str) -> str:
    """The place's name as the mailbox has it now; what was sent when it has gone."""
    return _name("places", place)


def _name(kind: str, wanted: str) -> str:
    mailbox = Mailbox.objects.filter(live=True).first()
    held = mailbox.content.get(kind, []) if mailbox else []
    return next((str(one["name"]["zh-Hans"]) for one in held if one.get("id") == wanted), wanted)
