"""Where stations stand and whose letters people see: a page for those who manage people."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from content.civics import regions
from hub.letters import areas
from hub.letters.access import OVERSEE, READ
from hub.site.console import ConsolePage
from hub.stations.models import Station


class AreaPage(ConsolePage):
    """Two lists: stations with their place, people with their areas."""

    permission_required = "auth.change_user"
    template_name = "letters/areas.html"
    page_title = "信件分管"
    header_icon = "site"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        stations = Station.objects.filter(revoked=False).select_related("area")
        return context | {
            "stations": [(one, getattr(one, "area", None)) for one in stations],
            "people": [(one, _of(one)) for one in readers()],
            "districts": regions.districts(timezone.localdate()),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        try:
            area = areas.checked(request.POST.get("district", ""), request.POST.get("township", ""), today)
        except areas.NoSuchDistrict as error:
            messages.error(request, str(error))
            return redirect("letter_areas")
        if "station" in request.POST:
            station = get_object_or_404(Station, pk=request.POST["station"])
            areas.place(station, area)
            where = areas.in_words(area) if area[0] else "还没有填"
            messages.success(request, f"“{station}”在：{where}。")
        else:
            person = get_object_or_404(get_user_model(), pk=_number(request.POST.get("person", "")))
            messages.success(request, _change(person, area, request.POST.get("act", "")))
        return redirect("letter_areas")


def readers() -> list[Any]:
    """People who may read letters, or watch over the reading."""
    model: Any = get_user_model()
    backend = "hub.site.door.LimitedBackend"
    found = Q(pk__in=model.objects.with_perm(READ, backend=backend)) | Q(
        pk__in=model.objects.with_perm(OVERSEE, backend=backend)
    )
    return list(model.objects.filter(found, is_superuser=False).order_by("username"))


def _change(person: Any, area: areas.Area, act: str) -> str:
    held = [(one.district, one.township) for one in person.letter_areas.all()]
    if act == "none":
        areas.give(person, ())
        return f"“{person}”现在看不到信。"
    wanted = [area] if areas.EVERYWHERE in (area, *held) else [*held, area]
    return f"“{person}”看得到：{areas.give(person, wanted)}。"


def _of(person: Any) -> str:
    held = [(one.district, one.township) for one in person.letter_areas.all()]
    return "、".join(areas.in_words(one) for one in held)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
