"""How a deputy's suggestion (代表建议) is handled, and by when. Each term names its article.

重庆市人民代表大会代表建议批评和意见工作条例 (2017-11-30, in force 2018-01-01; art. 39: districts, counties and
townships follow it too), 代表法 (2025-03-11) art. 51, 重庆市乡镇人民代表大会工作条例 (2016-03-31) art. 16, and, for
residents' own petitions, 信访工作条例 (2022-02-25) art. 22, 23, 34-36.

Owns the terms and what follows from an evaluation. Leaves to others: holidays (`working_days`), telling who is in
charge, reminding anybody. A resident's message is no suggestion: no term of a suggestion begins before a deputy has put
one forward.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from content.civics.working_days import WorkCalendar, after, between, months_after

SUGGESTIONS = "重庆市代表建议条例(2017-11-30)"
DEPUTIES = "代表法(2025-03-11)"
TOWNSHIPS = "重庆市乡镇人大条例(2016-03-31)"
PETITIONS = "信访工作条例(2022-02-25)"

TermKey = Literal[
    "assign", "refuse", "reassign", "contact", "co_opinion", "co_opinion_again", "reply", "reply_hard",
    "evaluate_reply", "redo", "promise_notice", "evaluate_promise", "town_reply", "town_reply_hard", "petition_forward",
    "petition_inform", "petition_objection", "petition_conclude", "petition_extension", "petition_review_request",
    "petition_review", "petition_recheck_request", "petition_recheck",
]  # fmt: skip
Unit = Literal["working_days", "months", "days", "year_end"]
Grade = Literal["satisfied", "mostly", "dissatisfied"]
Round = Literal["reply", "redone_reply", "promise"]
Next = Literal["closed", "promise_follows", "redo_may_be_asked", "studied_together"]
Excluded = Literal["own_matter", "court_case", "forwarded_letter", "research", "promotion", "complaint"]


@dataclass(frozen=True)
class Term:
    """A time the law sets: so many of a unit, counted from what `runs_from` says. `since` is when the rule came in."""

    key: TermKey
    amount: int
    unit: Unit
    runs_from: str
    article: str
    since: date
    note: str = ""


@dataclass(frozen=True)
class Deadline:
    """A term that runs: the last day, and whether that day is worked and known to the calendar."""

    term: Term
    start: date
    due: date
    works: bool
    known: bool


@dataclass(frozen=True)
class Standing:
    """How a deadline stands: `left` of its own unit (days for months); negative once it has passed."""

    state: Literal["open", "today", "over"]
    left: int
    unit: Literal["working_days", "days"]


_2018 = date(2018, 1, 1)
_DEPUTIES_SINCE = date(2025, 3, 11)  # art. 65: from the day of publication
_TOWNSHIPS_SINCE = date(2016, 3, 31)  # its second amendment
_PETITIONS_SINCE = date(2022, 5, 1)
_OPEN = "法规未说明第一日是否计入；此处不计入"
_MONTHS = "法规未说明最后一日为休息日时是否顺延；此处不顺延"


def _term(key: TermKey, amount: int, unit: Unit, runs_from: str, article: str, since: date, note: str = "") -> Term:
    return Term(key, amount, unit, runs_from, article, since, note or (_MONTHS if unit == "months" else _OPEN))


TERMS: dict[TermKey, Term] = {
    one.key: one
    for one in (
        _term("assign", 10, "working_days", "闭会期间收到代表建议", f"{SUGGESTIONS}第十三条第二款", _2018),
        _term("refuse", 10, "working_days", "交办", f"{SUGGESTIONS}第十六条", _2018),
        _term("reassign", 10, "working_days", "收到退回的建议", f"{SUGGESTIONS}第十六条", _2018),
        _term("contact", 20, "working_days", "承办单位收到建议", f"{SUGGESTIONS}第十八条", _2018),
        _term("co_opinion", 30, "working_days", "交办", f"{SUGGESTIONS}第二十条第一款", _2018),
        _term("co_opinion_again", 5, "working_days", "主办单位要求重新提出", f"{SUGGESTIONS}第二十条第一款", _2018),
        _term("reply", 3, "months", "交办", f"{SUGGESTIONS}第二十一条；{DEPUTIES}第五十一条第二款", _2018),
        _term("reply_hard", 6, "months", "交办", f"{SUGGESTIONS}第二十一条；{DEPUTIES}第五十一条第二款", _2018),
        _term("evaluate_reply", 20, "working_days", "代表收到答复函", f"{SUGGESTIONS}第二十七条第一款", _2018),
        _term("redo", 2, "months", "承办单位收到重新办理要求", f"{SUGGESTIONS}第二十七条第二款", _2018),
        _term("promise_notice", 1, "year_end", "答复函作出承诺", f"{SUGGESTIONS}第二十四条第二款", _2018,
              "每年第四季度，含本年度和上一年的承诺事项"),
        _term("evaluate_promise", 20, "working_days", "代表收到落实情况", f"{SUGGESTIONS}第二十八条第一款", _2018),
        _term("town_reply", 2, "months", "主席团交办", f"{TOWNSHIPS}第十六条", _TOWNSHIPS_SINCE),
        _term("town_reply_hard", 4, "months", "主席团交办", f"{TOWNSHIPS}第十六条", _TOWNSHIPS_SINCE),
        _term("petition_forward", 15, "days", "信访部门收到信访事项", f"{PETITIONS}第二十二条", _PETITIONS_SINCE),
        _term("petition_inform", 15, "days", "收到信访事项", f"{PETITIONS}第二十三条", _PETITIONS_SINCE),
        _term("petition_objection", 5, "working_days", "收到转送、交办的事项", f"{PETITIONS}第二十三条第三款",
              _PETITIONS_SINCE),
        _term("petition_conclude", 60, "days", "受理", f"{PETITIONS}第三十四条", _PETITIONS_SINCE),
        _term("petition_extension", 90, "days", "受理", f"{PETITIONS}第三十四条", _PETITIONS_SINCE,
              "情况复杂，经批准，延长不超过三十日"),
        _term("petition_review_request", 30, "days", "收到书面答复", f"{PETITIONS}第三十五条", _PETITIONS_SINCE),
        _term("petition_review", 30, "days", "收到复查请求", f"{PETITIONS}第三十五条", _PETITIONS_SINCE),
        _term("petition_recheck_request", 30, "days", "收到书面答复", f"{PETITIONS}第三十六条第一款", _PETITIONS_SINCE),
        _term("petition_recheck", 30, "days", "收到复核请求", f"{PETITIONS}第三十六条第一款", _PETITIONS_SINCE),
    )
}  # fmt: skip
assert set(TERMS) == set(get_args(TermKey))


def deadline(key: TermKey, start: date, calendar: WorkCalendar) -> Deadline:
    """The last day of a term that begins on `start`.

    Working days skip what the calendar has off. Months end on the same day of the month, or on its last one. The report
    on promises (art. 24 para. 2) is due by the end of the year's fourth quarter.

    Raises: ValueError if the rule was not yet in force on `start`.
    """
    term = TERMS[key]
    if start < term.since:
        raise ValueError(f"{term.article} is in force since {term.since}, not on {start}")
    if term.unit == "working_days":
        due = after(start, term.amount, calendar)
    elif term.unit == "months":
        due = months_after(start, term.amount)
    elif term.unit == "days":
        due = start + timedelta(days=term.amount)
    else:
        due = date(start.year, 12, 31)
    return Deadline(term, start, due, calendar.works(due), calendar.knows(start, due))


def standing(one: Deadline, today: date, calendar: WorkCalendar) -> Standing:
    """Where `today` lies: days left, the last day, or days over."""
    unit: Literal["working_days", "days"] = "working_days" if one.term.unit == "working_days" else "days"
    left = between(today, one.due, calendar) if unit == "working_days" else (one.due - today).days
    if today > one.due:
        return Standing("over", min(left, -1), unit)
    return Standing("today" if today == one.due else "open", left, unit)


def promise_window(year: int) -> tuple[date, date]:
    """条例 art. 24 para. 2: in the fourth quarter deputies are told what became of this and last year's promises."""
    return date(year, 10, 1), date(year, 12, 31)


def after_evaluation(round_: Round, grade: Grade, *, promised: bool = False) -> Next:
    """What a deputy's evaluation leads to: 条例 art. 27 para. 2 (the reply), art. 28 para. 2 (promises).

    "Dissatisfied" with a first reply: the standing committee's office may ask that it be handled again. With a reply
    made anew, or with what became of a promise: it brings deputies and the office in charge together to find a way.
    """
    if grade == "dissatisfied":
        return "redo_may_be_asked" if round_ == "reply" else "studied_together"
    return "promise_follows" if promised and round_ != "promise" else "closed"


def counts_in_statistics(one: Deadline, evaluated: date | None, *, reminded: bool, today: date) -> bool:
    """条例 art. 29: an evaluation overdue and, in spite of a reminder, not given is left out of the statistics."""
    return evaluated is not None or not (reminded and today > one.due)


#: 条例 art. 9 para. 2: what may not be put forward as a suggestion, and under which item.
EXCLUDED: dict[Excluded, str] = {
    "own_matter": f"{SUGGESTIONS}第九条第二款第一项",
    "court_case": f"{SUGGESTIONS}第九条第二款第二项",
    "forwarded_letter": f"{SUGGESTIONS}第九条第二款第二项",
    "research": f"{SUGGESTIONS}第九条第二款第三项",
    "promotion": f"{SUGGESTIONS}第九条第二款第三项",
    "complaint": f"{SUGGESTIONS}第九条第二款第四项",
}
