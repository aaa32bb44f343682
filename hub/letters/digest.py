"""The digest for the 管理调度站: what came and what became of it, in numbers, for a township or a district and a time.

Owns counting. All of it follows from what happened anyway; nobody fills anything in. It counts letters and ranks no
place; a small number says so little that it can point at nobody.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from hub.letters.access import visible
from hub.letters.exports import cell
from hub.letters.inbox import Filter, areas_of
from hub.letters.models import GRADES, Letter, Move
from hub.letters.names import place_name, topic_name
from hub.letters.stages import OPEN, STAGES
from hub.site.console import ConsolePage

DAYS: Final = 30
_COUNTS: Final = ("收到", "还没答复", "过了期限", "延期", "合并", "撤回")
_NAMELESS: Final = "没有归类"


@dataclass(frozen=True)
class Digest:
    """Numbers of a time, both ends included, as of a day."""

    first: date
    last: date
    came: int
    owed: int
    late: int
    extended: int
    merged: int
    withdrawn: int
    topics: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...]
    stages: tuple[tuple[str, int], ...]
    grades: tuple[tuple[str, int, int], ...]
    """Name of the grade; how often in the first and in the second round."""


def of(letters: QuerySet[Letter], first: date, last: date, today: date) -> Digest:
    """The digest of the letters that came in that time."""
    rows = list(letters.filter(received__date__range=(first, last)).defer("sealed", "reply"))
    kept = [one for one in rows if one.withdrawn_at is None]
    owed = [one for one in kept if one.owes_answer]
    given = Move.objects.filter(act="rate", letter__in=[one.pk for one in kept]).values_list("grade", "round")
    rated = Counter(given)
    return Digest(
        first, last, len(rows), len(owed),
        sum(one.due is not None and one.due < today for one in owed),
        sum(one.extended for one in kept), sum(one.merged_into_id is not None for one in kept), len(rows) - len(kept),
        _counted(topic_name(one.topic) if one.topic else _NAMELESS for one in kept),
        _counted(place_name(one.place) if one.place else _NAMELESS for one in kept),
        tuple((name, count) for stage, name in STAGES.items() if (count := sum(one.stage == stage for one in rows))),
        tuple((name, rated[grade, 1], rated[grade, 2]) for grade, name in GRADES.items()),
    )  # fmt: skip


def table(digest: Digest) -> str:
    """The digest as CSV: what, which, how many."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows: list[tuple[object, ...]] = [
        ("项目", "名称", "数量"),
        ("收到", "", digest.came),
        ("还没答复", "", digest.owed),
    ]
    rows += [("过了期限", "", digest.late), ("延期", "", digest.extended), ("合并", "", digest.merged)]
    rows += [("撤回", "", digest.withdrawn)]
    for name, found in (("事由", digest.topics), ("地点", digest.places), ("办理", digest.stages)):
        rows += [(name, *one) for one in found]
    rows += [("第一次评价", name, first) for name, first, _ in digest.grades]
    rows += [("第二次评价", name, second) for name, _, second in digest.grades]
    writer.writerows([[cell(value) for value in row] for row in rows])
    return "\ufeff" + out.getvalue()


class DigestPage(ConsolePage):
    """For the screen and for paper; `?as=csv` for a spreadsheet."""

    permission_required = "letters.read_letter"
    template_name = "letters/digest.html"
    page_title = "信件汇总"
    header_icon = "doc-full"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.get("as") != "csv":
            response: HttpResponse = super().get(request, *args, **kwargs)
            return response
        answer = HttpResponse(table(self._digest()), content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = 'attachment; filename="digest.csv"'
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        today = timezone.localdate()
        mine = visible(self.request.user, today)
        asked = Filter.of(self.request.GET)
        offered = areas_of(mine)
        return context | {
            "digest": self._digest(),
            "areas": offered,
            "area": dict(offered).get(asked.area, "全部"),
            "asked": asked,
            "today": today,
            "open_stages": [STAGES[one] for one in OPEN],
        }

    def _digest(self) -> Digest:
        today, asked = timezone.localdate(), self.request.GET
        last = _day(asked.get("to", "")) or today
        first = _day(asked.get("from", "")) or last - timedelta(days=DAYS - 1)
        found = Filter(area=Filter.of(asked).area).narrow(visible(self.request.user, today), self.request.user, today)
        return of(found, min(first, last), max(first, last), today)


def _counted(names: Any) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda one: (-one[1], one[0])))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
