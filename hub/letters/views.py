"""One letter in the console, opened and written down as read, and what staff do with it there.

What that means is in `hub.letters.retention` for personal data, and in `hub.letters.handling` for the steps.
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

from hub.letters import retention
from hub.letters.access import READ, visible
from hub.letters.desk_of_letter import UnknownAct, act, desk_of
from hub.letters.drawing import svg
from hub.letters.models import Letter, Reading
from hub.letters.moves import Actor
from hub.letters.names import place_name, topic_name
from hub.letters.reading import opened, read
from hub.letters.stages import Impossible
from hub.letters.voices import arrived, hear
from hub.publishing.services import hub_settings, keyring
from hub.site.console import ConsolePage
from hub.site.sounds import begins, sound
from sync.messages import Contact, LetterDocument
from sync.seal import CannotOpen

_PERSONAL = {
    "correct": "联系方式已更正。",
    "erase": "联系方式已删除，信的内容还在。",
    "mute": "录音已删除，写的内容还在。",
    "withdraw": "整封信已删除，只留下展台和时间。",
}


class LetterPage(ConsolePage):
    """One letter. Opening this page is a reading; what is done here leads back to the list, which is none."""

    permission_required = READ
    template_name = "letters/letter.html"
    page_title = "阅读信件"
    header_icon = "mail"

    def get_breadcrumbs_items(self) -> list[Any]:
        items = super().get_breadcrumbs_items()
        return [*items[:-1], {"url": reverse("letters"), "label": "信件"}, items[-1]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        mine = visible(self.request.user, timezone.localdate())
        letter = get_object_or_404(mine.select_related("station", "assignee"), pk=self.kwargs["pk"])
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
            "work": desk_of(letter, document, self.request.user),
        }

    def post(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        letter = get_object_or_404(visible(request.user, timezone.localdate()), pk=pk)
        action = request.POST.get("act", "")
        try:
            if action in _PERSONAL:
                done = _PERSONAL[action] if _of_person(action, pk, request) else "这一步早就做过了，没有再改。"
            else:
                done = act(action, letter, request)
        except UnknownAct:
            return HttpResponseBadRequest()
        except Impossible as error:
            messages.error(request, str(error))
        except CannotOpen:
            messages.error(request, "这封信打不开，里面的联系方式改不了也删不了。仍然可以删除整封信。")
        except ValueError:  # pydantic's for a text too long is one, too
            messages.error(request, "称呼最多 60 个字，电话最多 30 个字，至少填一样。联系方式没有改。")
        else:
            messages.success(request, done)
        return redirect("letters")


def _of_person(action: str, pk: UUID, request: HttpRequest) -> bool:
    actor = Actor(request.user, timezone.now())
    match action:
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
    """The recording, for the player of the letter's page; getting it is a hearing, moving about in it the same one."""
    if not request.user.has_perm(READ):
        raise PermissionDenied
    letter = get_object_or_404(visible(request.user, timezone.localdate()), pk=pk)
    keys = keyring()
    try:
        audio = hear(letter, opened(letter, keys), request.user, keys, timezone.now(), begins=begins(request))
    except CannotOpen as error:
        raise Http404 from error
    return sound(request, audio)
