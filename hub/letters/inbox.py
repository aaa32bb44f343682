"""The inbox: letters by township, topic, stage and day, without a word of any of them.

Owns what the list asks for and how it is ordered: what is owed first, the soonest due on top.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When
from django.utils import timezone

from content.civics.holidays import CALENDAR
from content.civics.working_days import between
from hub.letters import sorting
from hub.letters.access import district_name, visible
from hub.letters.models import Letter
from hub.letters.names import place_name, topic_name, topics
from hub.letters.stages import OPEN, STAGES
from hub.publishing.keys import KeyMissing
from hub.publishing.services import keyring
from hub.site.console import ConsolePage

SOON: Final = timedelta(days=5)
_UNDUE: Final = ("", "late", "soon")


@dataclass(frozen=True)
class Filter:
    """What is asked for; '' asks for everything. `place` is an area as `district|township`."""

    area: str = ""
    topic: str = ""
    stage: str = ""
    due: str = ""
    mine: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Filter:
        """From an address; what it does not know is left out."""
        stage = asked.get("stage", "")
        return cls(
            area=asked.get("area", "")[:80],
            topic=asked.get("topic", "")[:80],
            stage=stage if stage in STAGES or stage == "open" else "",
            due=asked.get("due", "") if asked.get("due", "") in _UNDUE else "",
            mine="1" if asked.get("mine") == "1" else "",
        )

    def query(self) -> str:
        """As it stands in an address."""
        return urlencode({name: value for name, value in asdict(self).items() if value})

    def narrow(self, letters: QuerySet[Letter], person: Any, today: date) -> QuerySet[Letter]:
        """The letters asked for."""
        district, _, township = self.area.partition("|")
        if district:
            letters = letters.filter(station__area__district=district)
        if township:
            letters = letters.filter(station__area__township=township)
        if self.topic:
            letters = letters.filter(topic=self.topic)
        if self.stage:
            letters = letters.filter(stage__in=OPEN if self.stage == "open" else (self.stage,))
        if self.due:
            last = today - timedelta(days=1) if self.due == "late" else today + SOON
            letters = letters.filter(stage__in=OPEN, due__lte=last)
            if self.due == "soon":
                letters = letters.filter(due__gte=today)
        if self.mine:
            letters = letters.filter(assignee=person)
        return letters


def ordered(letters: QuerySet[Letter]) -> QuerySet[Letter]:
    """What is owed first, by its day; then the others, newest first."""
    owed = Case(When(stage__in=OPEN, then=0), default=1, output_field=IntegerField())
    day = Case(When(stage__in=OPEN, then=F("due")), default=None)
    return letters.annotate(owed=owed, day=day).order_by("owed", F("day").asc(nulls_last=True), "-received", "id")


def standing(letter: Letter, today: date) -> tuple[str, str]:
    """The day an answer is due, as a kind of state and in words; ('', '') where none is."""
    if not letter.owes_answer or letter.due is None:
        return "", ""
    if letter.due < today:
        return "problem", f"过期 {max(1, between(letter.due, today, CALENDAR))} 个工作日"
    if letter.due == today:
        return "problem", "今天到期"
    left = between(today, letter.due, CALENDAR)
    return ("new" if letter.due <= today + SOON else "quiet"), f"还有 {left} 个工作日"


def areas_of(letters: QuerySet[Letter]) -> list[tuple[str, str]]:
    """The areas that letters come from, as a form offers them."""
    found = letters.exclude(station__area=None).values_list("station__area__district", "station__area__township")
    offered: dict[str, str] = {}
    for district, township in sorted(set(found.order_by())):
        offered.setdefault(district, district_name(district))
        if township:
            offered[f"{district}|{township}"] = f"{district_name(district)} {township}"
    return list(offered.items())


class LetterList(ConsolePage):
    """What has come, and what is owed."""

    permission_required = "letters.read_letter"
    template_name = "letters/list.html"
    page_title = "信件"
    header_icon = "mail"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        with contextlib.suppress(KeyMissing, ValueError):  # shown without what only a key can tell
            sorting.sort_waiting(keyring())
        today, person = timezone.localdate(), self.request.user
        mine = visible(person, today)
        asked = Filter.of(self.request.GET)
        found = asked.narrow(mine, person, today).select_related("station__area", "assignee", "merged_into")
        page = self.page_of(ordered(found.defer("sealed", "reply").annotate(others=Count("merged"))))
        return context | {
            "page": page,
            "rows": [_row(one, today) for one in page],
            "unread": mine.filter(first_read_at=None, withdrawn_at=None).count(),
            "late": mine.filter(Q(due__lt=today), stage__in=OPEN, merged_into=None).count(),
            "asked": asked,
            "query": asked.query(),
            "areas": areas_of(mine),
            "topics": topics(),
            "stages": [("open", "还没答复"), *STAGES.items()],
        }


def _row(letter: Letter, today: date) -> dict[str, Any]:
    area = getattr(letter.station, "area", None)
    return {
        "letter": letter,
        "topic": topic_name(letter.topic) if letter.topic else "",
        "place": place_name(letter.place) if letter.place else "",
        "area": f"{district_name(area.district)}{area.township}" if area else "",
        "due": standing(letter, today),
    }
