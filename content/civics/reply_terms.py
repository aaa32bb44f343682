"""By when a letter is answered: rules with the days they hold, lawful extensions, times that don't count.

No law sets a term for a letter to the mailbox: it is neither a deputy's suggestion nor a petition (信访). Its term is
the station's own pledge, and is never presented as law. The others begin only with the act their article names: a
deputy's suggestion with its assignment (代表法 art. 51, 条例 art. 21, 乡镇人大条例 art. 16), a petition with its
acceptance (信访工作条例 art. 34-36).

Owns the rules, their versions and the arithmetic of extensions and pauses. Leaves holidays to `working_days`, whether
an extension is deserved to people, and every other step of a suggestion to `content.civics.suggestions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from content.civics.suggestions import DEPUTIES, PETITIONS, SUGGESTIONS, TOWNSHIPS
from content.civics.working_days import WorkCalendar, after, between, months_after

RuleId = Literal["pledge", "deputy", "township", "petition", "review", "recheck"]
Span = Literal["working_days", "months", "days"]
_DAY: Final = timedelta(days=1)


class NoSuchTerm(ValueError):
    """No version of the rule holds on that day."""


class UnlawfulExtension(ValueError):
    """The rule knows no such extension; the message says why, for staff."""


@dataclass(frozen=True)
class Rule:
    """A term in one version, held from `since` up to the day before `until`.

    `longest`: the amount with the largest extension, None where there is none. `pauses`: the article that lets the
    clock stand still, '' where it never does. `basis`: a pledge is the station's own word.
    """

    id: RuleId
    amount: int
    unit: Span
    runs_from: str
    article: str
    since: date
    until: date | None = None
    longest: int | None = None
    condition: str = ""
    """What the article asks for before the longer term holds."""
    pauses: str = ""
    basis: Literal["law", "pledge"] = "law"

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Pause:
    """Days that don't count, both ends included; no end while it lasts."""

    first: date
    last: date | None = None


@dataclass(frozen=True)
class Term:
    """A rule that runs for one case since `start`, which is not counted itself."""

    rule: Rule
    start: date
    extended_to: date | None = None
    pauses: tuple[Pause, ...] = ()

    @property
    def standing_still(self) -> bool:
        """The clock is stopped now: there is no last day."""
        return any(one.last is None for one in self.pauses)


@dataclass(frozen=True)
class Due:
    """The last day, and how sure it is: `known` is False past the last holiday notice, where only weekends count."""

    on: date
    works: bool
    known: bool
    extended: bool
    paused: int
    """Days by which pauses moved it."""


_LAW: Final = (
    Rule("deputy", 3, "months", "代表建议交办", f"{SUGGESTIONS}第二十一条", date(2018, 1, 1), date(2025, 3, 11),
         longest=6, condition="涉及面广、处理难度大"),
    Rule("deputy", 3, "months", "代表建议交办", f"{DEPUTIES}第五十一条第二款；{SUGGESTIONS}第二十一条",
         date(2025, 3, 11), longest=6, condition="涉及面广、处理难度大"),
    Rule("township", 2, "months", "乡镇人大主席团交办", f"{TOWNSHIPS}第十六条", date(2016, 3, 31),
         longest=4, condition="个别确实需要延长办理期限"),
    Rule("petition", 60, "days", "受理", f"{PETITIONS}第三十四条", date(2022, 5, 1),
         longest=90, condition="情况复杂，经本机关、单位负责人批准，并告知延期理由"),
    Rule("review", 30, "days", "收到复查请求", f"{PETITIONS}第三十五条", date(2022, 5, 1)),
    Rule("recheck", 30, "days", "收到复核请求", f"{PETITIONS}第三十六条第一款", date(2022, 5, 1),
         pauses=f"{PETITIONS}第三十六条第二款：听证所需时间不计算在内"),
)  # fmt: skip


def pledge(working_days: int, longest: int) -> Rule:
    """The station's own term for a letter, and how far it may lengthen it once, with a reason told to the writer.

    Raises: ValueError for a longest term shorter than the term.
    """
    if not 0 < working_days <= longest:
        raise ValueError("the longest term is at least the term, and both are at least a day")
    return Rule(
        "pledge", working_days, "working_days", "收到信件", "本站公布的期限，不是法律规定的期限", date.min,
        longest=longest if longest > working_days else None, condition="写明理由，并告知写信人",
        pauses="等写信人补充情况的时间不计算在内", basis="pledge",
    )  # fmt: skip


def rule(id: RuleId, on: date) -> Rule:
    """The version of a rule of law that holds on that day.

    Raises: NoSuchTerm.
    """
    for one in _LAW:
        if one.id == id and one.holds(on):
            return one
    raise NoSuchTerm(f"no rule {id!r} is known to hold on {on}")


def due(term: Term, calendar: WorkCalendar) -> Due | None:
    """The last day of a term; None while its clock stands still."""
    if term.standing_still:
        return None
    whole = term.extended_to or _reach(term.rule, term.rule.amount, term.start, calendar)
    on = _without(term, whole, calendar)
    return Due(on, calendar.works(on), calendar.knows(term.start, on), term.extended_to is not None, (on - whole).days)


def latest(term: Term, calendar: WorkCalendar) -> date | None:
    """The last day that the largest extension allows, pauses aside; None where the rule knows none."""
    longest = term.rule.longest
    return None if longest is None else _reach(term.rule, longest, term.start, calendar)


def extend(term: Term, to: date, calendar: WorkCalendar) -> Term:
    """The term lengthened to that day, pauses aside.

    Raises: UnlawfulExtension where the rule knows none, for a second one, and for a day too early or too late.
    """
    last = latest(term, calendar)
    if last is None:
        raise UnlawfulExtension(f"{term.rule.article}没有规定可以延长。")
    if term.extended_to is not None:
        raise UnlawfulExtension("已经延长过一次，不能再延长。")
    if to <= _reach(term.rule, term.rule.amount, term.start, calendar):
        raise UnlawfulExtension("延长后的日期要晚于原来的日期。")
    if to > last:
        raise UnlawfulExtension(f"最多延长到 {last}（{term.rule.article}）。")
    return Term(term.rule, term.start, to, term.pauses)


def stop(term: Term, on: date) -> Term:
    """The clock stands still from that day on.

    Raises: UnlawfulExtension where the rule knows no such time.
    """
    if not term.rule.pauses:
        raise UnlawfulExtension(f"{term.rule.article}没有规定可以暂停计时。")
    if term.standing_still:
        raise UnlawfulExtension("计时已经暂停了。")
    return Term(term.rule, term.start, term.extended_to, (*term.pauses, Pause(on)))


def resume(term: Term, on: date) -> Term:
    """The clock runs again; the day before is the last that did not count. Raises: UnlawfulExtension if it ran."""
    if not term.standing_still:
        raise UnlawfulExtension("计时没有暂停。")
    open_ = term.pauses[-1]
    kept = (Pause(open_.first, on - _DAY),) if on > open_.first else ()
    return Term(term.rule, term.start, term.extended_to, (*term.pauses[:-1], *kept))


def left(term: Term, today: date, calendar: WorkCalendar) -> int | None:
    """Days until it is due in the rule's own unit (days for months): 0 on the day, negative after it; None while the
    clock stands still."""
    found = due(term, calendar)
    if found is None:
        return None
    if term.rule.unit == "working_days":
        count = between(today, found.on, calendar)
        return count or (today < found.on) - (today > found.on)
    return (found.on - today).days


def _reach(rule: Rule, amount: int, start: date, calendar: WorkCalendar) -> date:
    if rule.unit == "working_days":
        return after(start, amount, calendar)
    return months_after(start, amount) if rule.unit == "months" else start + timedelta(days=amount)


def _without(term: Term, whole: date, calendar: WorkCalendar) -> date:
    """`whole`, moved on so that as many days count without the pauses as would have with them."""

    def paused(day: date) -> bool:
        return any(one.first <= day <= (one.last or date.max) for one in term.pauses)

    def counts(day: date) -> bool:
        return term.rule.unit != "working_days" or calendar.works(day)

    day, owed = term.start, 0
    while day < whole or owed:
        day += _DAY
        if counts(day):
            if day <= whole:
                owed += paused(day)
            elif not paused(day):
                owed -= 1
    return day
