"""Letters in the console: a list that shows no words, and one letter, opened and written down as read.

The letter's page also takes what staff do with it; what that means is in `hub.letters.retention`.
"""

from __future__ import annotations

import contextlib
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from hub.exhibition.models import Mailbox
from hub.letters import retention
from hub.letters.drawing import svg
from hub.letters.models import Letter, Reading
from hub.letters.reading import opened, read
from hub.letters.voices import arrived, hear
from hub.publishing.services import hub_settings, keyring
from hub.site.console import ConsolePage
from sync.messages import Contact, LetterDocument
from sync.seal import CannotOpen

_DONE = {
    "close": "这封信已办结，联系方式到期会自动删除。",
    "correct": "联系方式已更正。",
    "erase": "联系方式已删除，信的内容还在。",
    "mute": "录音已删除，写的内容还在。",
    "withdraw": "整封信已删除，只留下展台和时间。",
}

_SOUND_ONLY = {
    "Cache-Control": "no-store",
    "Content-Disposition": 'inline; filename="letter.ogg"',
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class LetterList(ConsolePage):
    """What has come, newest first."""

    permission_required = "letters.read_letter"
    template_name = "letters/list.html"
    page_title = "信件"
    header_icon = "mail"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        letters = Letter.objects.select_related("station").defer("sealed")
        return context | {"page": self.page_of(letters), "unread": Letter.unread().count()}


class LetterPage(ConsolePage):
    """One letter. Opening this page is a reading; what is done here leads back to the list, which is none."""

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
        readings = list(letter.readings.select_related("reader"))
        return context | {
            "letter": letter,
            "document": document,
            "drawings": [(one.mark, svg(one)) for one in document.drawings] if document else [],
            "voice": voice_of(letter, document) if document else None,
            "topic": topic_name(document.topic) if document else "",
            "place": place_name(document.place) if document else "",
            "readings": readings,
            "erased": any(one.action == Reading.Action.ERASE for one in readings),
            "contact_days": hub_settings().contact_days,
        }

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        get_object_or_404(Letter, pk=pk)
        action = request.POST.get("act", "")
        if action not in _DONE:
            return HttpResponseBadRequest()
        try:
            done = _act(action, pk, request)
        except CannotOpen:
            messages.error(request, "这封信打不开，里面的联系方式改不了也删不了。仍然可以删除整封信。")
        except ValueError:  # pydantic's for a text too long is one, too
            messages.error(request, "称呼最多 60 个字，电话最多 30 个字，至少填一样。联系方式没有改。")
        else:
            messages.success(request, _DONE[action] if done else "这一步早就做过了，没有再改。")
        return redirect("letters")


def _act(action: str, pk: UUID, request: HttpRequest) -> bool:
    actor = retention.Actor(request.user, timezone.now())
    match action:
        case "close":
            return retention.close(pk, actor)
        case "correct":
            name, phone = (request.POST.get(field, "").strip() for field in ("name", "phone"))
            if not name and not phone:
                raise ValueError("a correction without a name and a phone is an erasure")
            return retention.correct_contact(pk, Contact(name=name, phone=phone), keyring(), actor)
        case "mute":
            return retention.erase_voice(pk, actor)
        case "erase":
            return retention.erase_contact(pk, keyring(), actor)
        case _:
            return retention.withdraw(pk, actor)


def voice_of(letter: Letter, document: LetterDocument) -> dict[str, Any] | None:
    """What the page says of a recording; None where there never was one."""
    if document.voice is None:
        return None
    here = arrived(letter)
    return {
        "seconds": document.voice.seconds,
        "here": here,
        "parts": document.voice.parts,
        "whole": here >= document.voice.parts,
        "erased": letter.voice_erased_at is not None,
    }


def voice_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The recording, for the player of the letter's page; getting it is a hearing.

    No cache keeps it, and its bytes are nothing but sound to a browser, whatever they are.
    """
    if not request.user.has_perm("letters.read_letter"):
        raise PermissionDenied
    letter = get_object_or_404(Letter, pk=pk)
    keys = keyring()
    try:
        audio = hear(letter, opened(letter, keys), request.user, keys, timezone.now())
    except CannotOpen as error:
        raise Http404 from error
    response = HttpResponse(audio, content_type="audio/ogg")
    for name, value in _SOUND_ONLY.items():
        response.headers[name] = value
    return response


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
