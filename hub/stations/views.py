"""Stations in the console: how each is, new codes, and stopping one that is lost."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from hub.publishing.models import Release
from hub.publishing.services import publisher
from hub.site.console import ConsolePage
from hub.stations.enrolment import issue_code
from hub.stations.models import EnrolmentCode, Station
from sync.messages import fingerprint

_WORDS = {"problem": "要处理", "quiet": "离线", "new": "还没联系", "ok": "在线", "revoked": "已停用"}
_FIRST = {state: place for place, state in enumerate(_WORDS)}


class StationList(ConsolePage):
    """All stations, those with problems first."""

    permission_required = "stations.view_station"
    template_name = "stations/list.html"
    page_title = "展台"
    header_icon = "desktop"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        now = timezone.now()
        rows = [(one, one.state(now)) for one in Station.objects.all()]
        rows.sort(key=lambda row: _FIRST[row[1]])
        release = Release.objects.first()
        return context | {
            "rows": [(one, state, _WORDS[state]) for one, state in rows],
            "waiting": EnrolmentCode.objects.filter(used_at=None, expires_at__gt=now),
            "release": release.label if release else "",
            "fingerprint": _fingerprint(),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        if "revoke" in request.POST:
            return _revoke(request)
        return _new_code(request)


def _fingerprint() -> str:
    """Of the root of trust that stations get; empty before there is one."""
    try:
        return fingerprint(publisher().repository().first_root())
    except FileNotFoundError:
        return ""


def _new_code(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("stations.add_enrolmentcode"):
        raise PermissionDenied
    name = request.POST.get("name", "").strip()[:80]
    if name:
        code = issue_code(name, timezone.now())
        messages.success(request, f"“{name}”的登记码：{code}。24 小时内有效，只显示这一次。")
    else:
        messages.error(request, "先写下展台的名称。")
    return redirect("stations")


def _revoke(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("stations.change_station"):
        raise PermissionDenied
    station = get_object_or_404(Station, pk=request.POST["revoke"])
    station.revoked = True
    station.save(update_fields=["revoked"])
    messages.success(request, f"“{station}”已停用，它送来的信和消息都不再收。")
    return redirect("stations")
