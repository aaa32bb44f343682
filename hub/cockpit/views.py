"""The cockpit's page, and its numbers as a table for spreadsheets. It asks nobody for anything but where to look."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString

from hub.cockpit import figures, plots
from hub.cockpit.scope import areas_offered, may_look, scope_of
from hub.cockpit.small import HIDDEN, Shown, said, shown
from hub.letters.access import READ
from hub.letters.exports import cell
from hub.letters.inbox import standing
from hub.letters.names import topic_name
from hub.site.console import ConsolePage


@dataclass(frozen=True)
class Part:
    """A plot and the table beside it."""

    group: str
    title: str
    rows: Shown
    plot: SafeString


class CockpitPage(ConsolePage):
    """For the screen and for paper; `?as=csv` for a spreadsheet."""

    template_name = "cockpit/cockpit.html"
    page_title = "数据管理舱"
    header_icon = "desktop"

    def has_permission(self) -> bool:
        return may_look(self.request.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.get("as") != "csv":
            response: HttpResponse = super().get(request, *args, **kwargs)
            return response
        told = self._told()
        answer = HttpResponse(_table(told["totals"], told["parts"]), content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = 'attachment; filename="cockpit.csv"'
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | self._told()

    def _told(self) -> dict[str, Any]:
        now, person = timezone.now(), self.request.user
        today, area = timezone.localdate(now), self.request.GET.get("area", "")[:80]
        offered = areas_offered(person, today)
        area = area if area in dict(offered) else ""
        scope = scope_of(person, area, today)
        stations, deputies, letters = figures.everything(scope, now, by_township=bool(area) or scope.narrow)
        reads = person.has_perm(READ)
        return {
            "areas": offered, "area": area, "area_name": dict(offered).get(area, "分管的全部区县"), "now": now,
            "narrow": scope.narrow, "parts": _parts(stations, deputies, letters, scope.narrow),
            "totals": _totals(stations, deputies, letters, scope.narrow),
            "late": [{"letter": one, "topic": topic_name(one.topic) if one.topic else "没有归类",
                      "due": standing(one, today)[1]} for one in letters.latest] if reads else [],
            "late_more": max(0, letters.late - len(letters.latest)) if reads else 0,
            "reads": reads, "quiet": stations.quiet,
        }  # fmt: skip


def _totals(
    stations: figures.Stations, deputies: figures.Deputies, letters: figures.Letters, narrow: bool
) -> tuple[tuple[str, str], ...]:
    """Late ones first."""
    states = dict(stations.states)
    return (
        ("过了答复期限的信", said(letters.late, narrow)), ("还没答复的信", said(letters.owed, narrow)),
        ("没有联系的展台", str(states["没有联系"])), ("任期已过的代表", str(deputies.expired)),
        ("十二个月收到的信", said(letters.came, narrow)), ("在用的展台", str(sum(states.values()) - states["已停用"])),
        ("在任代表", str(deputies.total)), ("待核实的代表", str(deputies.unchecked)),
    )  # fmt: skip


def _parts(
    stations: figures.Stations, deputies: figures.Deputies, letters: figures.Letters, narrow: bool
) -> list[Part]:
    """Letters first; what is about public offices and machines hides nothing."""
    wanted: Iterable[tuple[str, str, Sequence[tuple[str, int]], bool]] = (
        ("信", "等了多久（还没答复的）", letters.ages, narrow), ("信", "办理到哪一步", letters.stages, narrow),
        ("信", "事由", letters.topics, narrow), ("信", "地点", letters.places, narrow),
        ("展台", "联系情况", stations.states, False), ("展台", "程序版本", stations.versions, False),
        ("代表", "层级", deputies.levels, False), ("代表", "所在地方", deputies.places, False),
    )  # fmt: skip
    parts = [Part(group, title, (found := shown(rows, hide)), plots.bars(found)) for group, title, rows, hide in wanted]
    months = shown(letters.months, narrow)
    return [Part("信", "每月收到", months, plots.columns(months)), *parts]


def _table(totals: Sequence[tuple[str, str]], parts: Sequence[Part]) -> str:
    """Group, what, which, how many, with a BOM, so that spreadsheets read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows: list[tuple[object, ...]] = [("类别", "项目", "名称", "数量")]
    rows += [("总数", "", *one) for one in totals]
    rows += [(p.group, p.title, name, HIDDEN if n is None else n) for p in parts for name, n in p.rows]
    writer.writerows([[cell(value) for value in row] for row in rows])
    return "\ufeff" + out.getvalue()
