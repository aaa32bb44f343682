"""Who is wanted where: a page that looks again by itself, and two buttons."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from hub.calls.models import Call
from hub.site.console import ConsolePage

REFRESH_S: Final = 10
_RECENT: Final = 20
_LANGUAGES: Final = {"zh-Hans": "简体中文", "zh-Hant": "繁体中文", "en": "英文"}


class CallList(ConsolePage):
    """Those who wait, the longest first; below, what was."""

    permission_required = "calls.answer_call"
    template_name = "calls/list.html"
    page_title = "叫人"
    header_icon = "user"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().get(request, *args, **kwargs)
        response.headers["Refresh"] = str(REFRESH_S)  # the page holds nothing that looking again would lose
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        now = timezone.now()
        waiting = list(Call.waiting(now).select_related("station", "coming"))
        past = Call.objects.exclude(id__in=[one.id for one in waiting]).select_related("station", "coming")[:_RECENT]
        return context | {
            "waiting": [(one, minutes(one, now), _LANGUAGES.get(one.language, "")) for one in waiting],
            "past": past,
            "refresh_s": REFRESH_S,
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            wanted = UUID(request.POST.get("call", ""))
        except ValueError:
            return HttpResponseBadRequest()
        act = {"coming": _coming, "done": _done}.get(request.POST.get("act", ""))
        if act is None:
            return HttpResponseBadRequest()
        with transaction.atomic():
            call = get_object_or_404(Call.objects.select_for_update(of=("self",)), pk=wanted)
            messages.success(request, act(call, request.user, timezone.now()))
        return redirect("calls")


def minutes(call: Call, now: datetime) -> int:
    """Whole minutes that somebody has waited."""
    return max(0, int((now - call.rung_at).total_seconds() // 60))


def _coming(call: Call, person: Any, now: datetime) -> str:
    if call.ended_at is not None:
        return "这位观众已经不等了，没有改。"
    if call.coming_at is not None:
        return f"{call.coming or '同事'} 已经应答了，没有改。"
    call.coming_at, call.coming = now, person
    call.save(update_fields=["coming_at", "coming"])
    return f"已告诉“{call.station}”：有人来了。"


def _done(call: Call, person: Any, now: datetime) -> str:
    if call.ended_at is None:
        call.ended_at, call.ending = now, Call.Ending.DONE
        call.coming_at, call.coming = call.coming_at or now, call.coming or person
        call.save(update_fields=["ended_at", "ending", "coming_at", "coming"])
    return f"“{call.station}”办好了。"
