"""Letters for other programs: a table and Open311-like service requests. Only what is on the envelope, and the stages.

No words, no name, no phone and no receipt leaves by these files; what was withdrawn is not in them at all. A cell that
a spreadsheet would run as a formula is kept from it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views import View

from hub.letters.access import READ, area_of, district_name, visible
from hub.letters.inbox import Filter, ordered
from hub.letters.models import Letter, Reading
from hub.letters.moves import Actor
from hub.letters.names import place_name, topic_name
from hub.letters.stages import STAGES

MOST: Final = 10_000
_COLUMNS: Final = (
    "编号", "收到", "写于", "展台", "区县", "乡镇（街道）", "事由", "地点", "办理", "阶段自", "答复期限", "已延期",
    "单位", "经办人", "并入", "第一次评价", "第二次评价",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: object) -> str:
    """Text that a spreadsheet shows and never runs."""
    text = "".join(char if char.isprintable() else " " for char in str(value))
    return "'" + text if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def table(letters: Iterable[Letter]) -> str:
    """CSV with a BOM, so that spreadsheets read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in letters:
        writer.writerow([cell(value) for value in _values(one)])
    return "\ufeff" + out.getvalue()


def requests(letters: Iterable[Letter]) -> list[dict[str, Any]]:
    """GeoReport v2's service requests, as far as a letter has its fields; where it has none the field is null."""
    return [_request(one) for one in letters]


class _Export(PermissionRequiredMixin, View):
    """A file of the letters this person sees, narrowed as the list is. Making one is written down for each letter."""

    permission_required = READ
    raise_exception = True

    def rows(self, request: HttpRequest) -> list[Letter]:
        now = timezone.now()
        today = timezone.localdate(now)
        found: QuerySet[Letter] = visible(request.user, today).filter(withdrawn_at=None)
        found = Filter.of(request.GET).narrow(found, request.user, today).select_related("station__area", "assignee")
        rows = list(ordered(found.defer("sealed", "reply").prefetch_related("moves"))[:MOST])
        actor = Actor(request.user, now, "file")
        Reading.objects.bulk_create(
            Reading(letter=one, reader=actor.person, at=now, channel=actor.channel, action=Reading.Action.EXPORT)
            for one in rows
        )
        return rows


class TableFile(_Export):
    def get(self, request: HttpRequest) -> HttpResponse:
        return _file(HttpResponse(table(self.rows(request)), content_type="text/csv; charset=utf-8"), "letters.csv")


class RequestsFile(_Export):
    def get(self, request: HttpRequest) -> HttpResponse:
        answer = JsonResponse(requests(self.rows(request)), safe=False, json_dumps_params={"ensure_ascii": False})
        return _file(answer, "requests.json")


def _file(response: HttpResponse, name: str) -> HttpResponse:
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _values(letter: Letter) -> list[object]:
    area = area_of(letter.station)
    grades = {one.round: one.graded for one in letter.moves.all() if one.act == "rate"}
    return [
        letter.pk, _minute(letter.received), _minute(letter.created), letter.station,
        district_name(area.district) if area else "", area.township if area else "",
        topic_name(letter.topic) if letter.topic else "", place_name(letter.place) if letter.place else "",
        STAGES[letter.case.stage], _minute(letter.stage_since or letter.received), letter.due or "",
        "是" if letter.extended else "", letter.office, letter.assignee or "", letter.merged_into_id or "",
        grades.get(1, ""), grades.get(2, ""),
    ]  # fmt: skip


def _request(letter: Letter) -> dict[str, Any]:
    area = area_of(letter.station)
    place = place_name(letter.place) if letter.place else ""
    closed = letter.case.stage == "closed"
    return {
        "service_request_id": str(letter.pk),
        "status": "closed" if closed else "open",
        "status_notes": STAGES[letter.case.stage],
        "service_name": topic_name(letter.topic) if letter.topic else None,
        "service_code": letter.topic or None,
        "description": None,
        "agency_responsible": letter.office or None,
        "service_notice": None,
        "requested_datetime": letter.received.isoformat(),
        "updated_datetime": (letter.progress_at or letter.stage_since or letter.received).isoformat(),
        "expected_datetime": letter.due.isoformat() if letter.due and letter.owes_answer else None,
        "address": " ".join(filter(None, (_area_words(area), place))) or None,
        "address_id": None,
        "zipcode": None,
        "lat": None,
        "long": None,
        "media_url": None,
    }


def _area_words(area: Any) -> str:
    return f"{district_name(area.district)}{area.township}" if area else ""


def _minute(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")
