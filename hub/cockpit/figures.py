"""What the cockpit counts: stations, deputies and letters, each from what happened anyway; nobody fills anything in.

Owns the queries, which are few and grouped by the database, however much there is. It ranks no place and no deputy:
rows stand in the order of their list, never of their numbers. Leaves hiding small numbers to `hub.cockpit.small`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from hub.cockpit.scope import Scope
from hub.deputies.models import Deputy
from hub.deputies.values import LEVELS
from hub.letters.access import district_name
from hub.letters.models import Letter
from hub.letters.names import place_name, topic_name, topics
from hub.letters.stages import OPEN, STAGES
from hub.stations.models import QUIET_AFTER, Station

Rows = tuple[tuple[str, int], ...]
MONTHS: Final = 12
SHOWN: Final = 20
"""Lines of a list in full; the rest is a number and a door to its page."""
_NAMELESS: Final = "没有归类"
_AGES: Final = (("5 天以内", 5), ("6–15 天", 15), ("16–30 天", 30), ("31–90 天", 90), ("90 天以上", None))


@dataclass(frozen=True)
class Stations:
    states: Rows
    versions: Rows
    quiet: tuple[Station, ...]
    """Some that have not been heard of, the longest silent first, each with its `last_letter`."""


@dataclass(frozen=True)
class Deputies:
    total: int
    levels: Rows
    places: Rows
    expired: int
    unchecked: int


@dataclass(frozen=True)
class Letters:
    came: int
    owed: int
    late: int
    topics: Rows
    places: Rows
    stages: Rows
    ages: Rows
    months: Rows
    latest: tuple[Letter, ...]
    """Some of those past their day, the longest past first."""


def stations(found: QuerySet[Station], now: datetime) -> Stations:
    """How the stations are."""
    counted: Counter[str] = Counter()
    used = found.filter(revoked=False)
    heard = used.filter(last_seen__gte=now - QUIET_AFTER)
    silent = used.filter(last_seen__lt=now - QUIET_AFTER)
    troubled = heard.filter(~Q(findings=[]) | Q(outbox_refused__gt=0)).only("findings", "outbox_refused", "last_seen")
    counted["problem"] = sum(one.state(now) == "problem" for one in troubled.iterator())
    counted["ok"] = heard.count() - counted["problem"]
    counted["quiet"], counted["new"] = silent.count(), used.filter(last_seen=None).count()
    counted["revoked"] = found.filter(revoked=True).count()
    names = {"ok": "在线", "problem": "有问题", "quiet": "没有联系", "new": "还没联系过", "revoked": "已停用"}
    versions = used.exclude(app_version="").order_by().values_list("app_version").annotate(n=Count("pk"))
    first = [one.pk for one in silent.order_by("last_seen", "id").only("pk")[:SHOWN]]
    listed = Station.objects.filter(pk__in=first).annotate(last_letter=Max("letters__received"))
    return Stations(
        tuple((name, counted[state]) for state, name in names.items()),
        tuple(sorted((str(version), int(n)) for version, n in versions)),
        tuple(listed.order_by("last_seen", "id")),
    )


def deputies(found: QuerySet[Deputy], today: date, by_township: bool) -> Deputies:
    """How many serve, where, and whose term the directory says is over."""
    levels: Counter[str] = Counter()
    for said, n in found.order_by().values_list("levels").annotate(n=Count("pk")):
        for one in said.replace("、", ",").replace(" ", ",").split(","):
            levels[one] += n
    key = "record__township__zh-Hans" if by_township else "region"
    places: Counter[str] = Counter()
    for place, n in found.order_by().values_list(key).annotate(n=Count("pk")):
        places[str(place or _NAMELESS) if by_township else district_name(place)] += n
    return Deputies(
        found.count(),
        tuple((name, levels[level] + levels[name]) for level, name in LEVELS.items()),
        tuple(sorted(places.items())),
        found.filter(record__term_to__lt=today.isoformat()).count(),
        found.filter(unchecked=True).count(),
    )


def letters(found: QuerySet[Letter], today: date) -> Letters:
    """The letters of the last twelve months, and all that still wait for an answer."""
    first = _month_before(today, MONTHS - 1)
    begin = timezone.make_aware(datetime(first.year, first.month, 1))
    kept = found.filter(withdrawn_at=None).filter(Q(received__gte=begin) | Q(stage__in=OPEN)).order_by()
    topic: Counter[str] = Counter()
    place: Counter[str] = Counter()
    stage: Counter[str] = Counter()
    for by_topic, by_place, by_stage, n in kept.values_list("topic", "place", "stage").annotate(n=Count("pk")):
        topic[by_topic] += n
        place[by_place] += n
        stage[by_stage] += n
    owed, late = kept.filter(stage__in=OPEN), kept.filter(stage__in=OPEN, due__lt=today)
    months = kept.filter(received__gte=begin).annotate(month=TruncMonth("received"))
    by_month = {timezone.localdate(month): n for month, n in months.values_list("month").annotate(n=Count("pk"))}
    listed = late.filter(merged_into=None).select_related("station__area").defer("sealed", "reply")
    return Letters(
        sum(by_month.values()), owed.count(), late.count(),
        _in_order(topic, [id for id, _ in topics()], topic_name),
        _in_order(place, (), place_name),
        tuple((name, stage[id]) for id, name in STAGES.items() if stage[id]),
        _ages(owed, today),
        tuple((f"{one:%Y-%m}", by_month.get(one, 0)) for one in (_month_before(today, back) for back in
                                                                   range(MONTHS - 1, -1, -1))),
        tuple(listed.order_by("due", "id")[:SHOWN]),
    )  # fmt: skip


def everything(scope: Scope, now: datetime, by_township: bool) -> tuple[Stations, Deputies, Letters]:
    """All of the cockpit."""
    today = timezone.localdate(now)
    return stations(scope.stations, now), deputies(scope.deputies, today, by_township), letters(scope.letters, today)


def _ages(owed: QuerySet[Letter], today: date) -> Rows:
    """How long those that are owed an answer have waited, in days of the calendar."""
    wanted: dict[str, Any] = {}
    newest = 0
    for at, (_, oldest) in enumerate(_AGES):
        asked = Q(received__lt=_midnight(today - timedelta(days=newest - 1)))
        if oldest is not None:
            asked &= Q(received__gte=_midnight(today - timedelta(days=oldest)))
            newest = oldest + 1
        wanted[f"age{at}"] = Count("pk", filter=asked)
    counted = owed.aggregate(**wanted)
    return tuple((name, counted[f"age{at}"]) for at, (name, _) in enumerate(_AGES))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))


def _month_before(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 - months
    return date(total // 12, total % 12 + 1, 1)


def _in_order(counted: Counter[str], order: Iterable[str], named: Any) -> Rows:
    """By the mailbox's own order, then by name; what has no name comes last."""
    first = [one for one in order if counted[one]]
    rest = sorted(one for one in counted if one and one not in first)
    rows = [(str(named(one)), counted[one]) for one in (*first, *rest)]
    return tuple([*rows, (_NAMELESS, counted[""])] if counted[""] else rows)
