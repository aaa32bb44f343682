"""代表法 (2025) art. 51, 代表建议条例 (2017) art. 21, 乡镇人大条例 (2016) art. 16, 信访工作条例 (2022) art. 34-36, and
the station's own pledge: last days, extensions, days that don't count, and how a resident is told."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content.civics.holidays import CALENDAR
from content.civics.reply_terms import (
    NoSuchTerm,
    Pause,
    Term,
    UnlawfulExtension,
    due,
    extend,
    latest,
    left,
    pledge,
    resume,
    rule,
    stop,
)
from content.civics.reply_words import in_words
from content.civics.working_days import between

PLEDGE = pledge(15, 30)
JOURNEY = Path(__file__).parents[3] / "content" / "exhibition" / "exhibits" / "suggestion-journey" / "exhibit.yaml"


def term(id_, start):
    return Term(PLEDGE if id_ == "pledge" else rule(id_, start), start)


@pytest.mark.parametrize(
    ("id_", "start", "last", "longest", "article"),
    [
        # 代表法 art. 51 para. 2: three months, six where it is hard; month ends
        ("deputy", date(2025, 9, 15), date(2025, 12, 15), date(2026, 3, 15), "第五十一条第二款"),
        ("deputy", date(2025, 11, 30), date(2026, 2, 28), date(2026, 5, 30), "第五十一条第二款"),
        ("deputy", date(2025, 8, 31), date(2025, 11, 30), date(2026, 2, 28), "第五十一条第二款"),
        # before it, the same terms by 条例 art. 21 alone; a leap year
        ("deputy", date(2023, 11, 30), date(2024, 2, 29), date(2024, 5, 30), "第二十一条"),
        ("deputy", date(2025, 3, 10), date(2025, 6, 10), date(2025, 9, 10), "第二十一条"),
        # 乡镇人大条例 art. 16: two months, four at most
        ("township", date(2025, 12, 31), date(2026, 2, 28), date(2026, 4, 30), "第十六条"),
        ("township", date(2025, 10, 31), date(2025, 12, 31), date(2026, 2, 28), "第十六条"),
        # 信访工作条例 art. 34: sixty days, thirty more at most; they run through holidays
        ("petition", date(2025, 9, 15), date(2025, 11, 14), date(2025, 12, 14), "第三十四条"),
        ("petition", date(2025, 12, 31), date(2026, 3, 1), date(2026, 3, 31), "第三十四条"),
        # art. 35, art. 36 para. 1: thirty days, nothing about more
        ("review", date(2025, 9, 15), date(2025, 10, 15), None, "第三十五条"),
        ("recheck", date(2026, 1, 31), date(2026, 3, 2), None, "第三十六条第一款"),
        # the pledge counts working days: over October 2025, over the Spring Festival and its worked Saturdays
        ("pledge", date(2025, 9, 15), date(2025, 10, 11), date(2025, 10, 31), "不是法律"),
        ("pledge", date(2026, 2, 9), date(2026, 3, 6), date(2026, 3, 27), "不是法律"),
        ("pledge", date(2026, 9, 14), date(2026, 10, 10), date(2026, 10, 30), "不是法律"),
    ],
)
def test_each_term_ends_on_its_day_and_no_later_than_its_article_allows(id_, start, last, longest, article):
    running = term(id_, start)
    found = due(running, CALENDAR)
    assert found.on == last
    assert (found.extended, found.paused) == (False, 0)
    assert latest(running, CALENDAR) == longest
    assert article in running.rule.article


@pytest.mark.parametrize(
    ("id_", "before"),
    [
        ("deputy", date(2017, 12, 31)),  # 条例 art. 40
        ("township", date(2016, 3, 30)),
        ("petition", date(2022, 4, 30)),  # 信访工作条例 art. 50
        ("review", date(2022, 4, 30)),
        ("recheck", date(2022, 4, 30)),
    ],
)
def test_no_rule_reaches_back_before_it_held(id_, before):
    with pytest.raises(NoSuchTerm):
        rule(id_, before)
    assert rule(id_, before + timedelta(days=1)).since == before + timedelta(days=1)


def test_the_newer_version_of_a_rule_holds_from_its_first_day():
    assert "代表法" not in rule("deputy", date(2025, 3, 10)).article
    assert "代表法" in rule("deputy", date(2025, 3, 11)).article


def test_an_extension_is_taken_once_and_within_the_article():
    running = term("petition", date(2025, 9, 15))
    longer = extend(running, date(2025, 12, 14), CALENDAR)
    assert due(longer, CALENDAR).on == date(2025, 12, 14)
    assert due(longer, CALENDAR).extended
    with pytest.raises(UnlawfulExtension, match="延长过一次"):
        extend(longer, date(2025, 12, 14), CALENDAR)
    with pytest.raises(UnlawfulExtension, match="最多延长到 2025-12-14"):
        extend(running, date(2025, 12, 15), CALENDAR)
    with pytest.raises(UnlawfulExtension, match="晚于"):
        extend(running, date(2025, 11, 14), CALENDAR)


@pytest.mark.parametrize("id_", ["review", "recheck"])
def test_what_no_article_lengthens_is_not_lengthened(id_):
    with pytest.raises(UnlawfulExtension, match="没有规定可以延长"):
        extend(term(id_, date(2025, 9, 15)), date(2025, 10, 20), CALENDAR)


def test_a_pledge_without_room_is_not_lengthened_either():
    with pytest.raises(UnlawfulExtension):
        extend(Term(pledge(15, 15), date(2025, 9, 15)), date(2025, 11, 3), CALENDAR)
    with pytest.raises(ValueError, match="longest"):
        pledge(15, 10)


@pytest.mark.parametrize(
    ("id_", "pauses", "last", "moved"),
    [
        # art. 36 para. 2: a hearing of five days is not counted; one before or after the term moves nothing
        ("recheck", [Pause(date(2025, 9, 20), date(2025, 9, 24))], date(2025, 10, 20), 5),
        ("recheck", [Pause(date(2025, 9, 1), date(2025, 9, 15))], date(2025, 10, 15), 0),
        ("recheck", [Pause(date(2025, 10, 16), date(2025, 10, 20))], date(2025, 10, 15), 0),
        # a pause that lies in the days won by another
        (
            "recheck",
            [Pause(date(2025, 10, 11), date(2025, 10, 15)), Pause(date(2025, 10, 17), date(2025, 10, 18))],
            date(2025, 10, 22),
            7,
        ),
        # two that overlap are not counted twice
        (
            "recheck",
            [Pause(date(2025, 9, 20), date(2025, 9, 24)), Pause(date(2025, 9, 22), date(2025, 9, 25))],
            date(2025, 10, 21),
            6,
        ),
        # the pledge: days that nobody works count neither way
        ("pledge", [Pause(date(2025, 10, 1), date(2025, 10, 8))], date(2025, 10, 11), 0),
        ("pledge", [Pause(date(2025, 9, 25), date(2025, 9, 28))], date(2025, 10, 15), 4),
    ],
)
def test_days_that_do_not_count_move_the_last_day(id_, pauses, last, moved):
    running = term(id_, date(2025, 9, 15))
    found = due(Term(running.rule, running.start, None, tuple(pauses)), CALENDAR)
    assert (found.on, found.paused) == (last, moved)


def test_a_clock_that_stands_still_has_no_last_day_and_runs_on_from_where_it_stood():
    running = term("recheck", date(2025, 9, 15))
    stopped = stop(running, date(2025, 9, 20))
    assert due(stopped, CALENDAR) is None
    assert left(stopped, date(2025, 9, 30), CALENDAR) is None
    with pytest.raises(UnlawfulExtension, match="已经暂停"):
        stop(stopped, date(2025, 9, 21))
    assert due(resume(stopped, date(2025, 9, 25)), CALENDAR).on == date(2025, 10, 20)
    assert resume(stopped, date(2025, 9, 20)) == running  # on the same day: nothing was lost
    with pytest.raises(UnlawfulExtension, match="没有暂停"):
        resume(running, date(2025, 9, 25))


@pytest.mark.parametrize("id_", ["deputy", "township", "petition", "review"])
def test_where_no_article_stops_the_clock_it_runs(id_):
    with pytest.raises(UnlawfulExtension, match="没有规定可以暂停"):
        stop(term(id_, date(2025, 9, 15)), date(2025, 9, 20))


@pytest.mark.parametrize(
    ("id_", "today", "count"),
    [
        ("pledge", date(2025, 9, 15), 15),
        ("pledge", date(2025, 10, 9), 2),
        ("pledge", date(2025, 10, 11), 0),  # a worked Saturday
        ("pledge", date(2025, 10, 12), -1),  # a Sunday: late all the same
        ("pledge", date(2025, 10, 13), -1),
        ("petition", date(2025, 11, 13), 1),
        ("petition", date(2025, 11, 16), -2),
        ("deputy", date(2025, 12, 1), 14),
    ],
)
def test_what_is_left_is_counted_in_the_rules_own_unit(id_, today, count):
    assert left(term(id_, date(2025, 9, 15)), today, CALENDAR) == count


def test_beyond_the_last_notice_a_day_is_an_estimate():
    assert due(term("pledge", date(2026, 11, 2)), CALENDAR).known
    assert not due(term("pledge", date(2026, 12, 21)), CALENDAR).known


@given(
    st.sampled_from(["pledge", "deputy", "township", "petition", "recheck"]),
    st.dates(date(2025, 4, 1), date(2026, 8, 31)),
    st.lists(st.tuples(st.integers(-5, 60), st.integers(0, 20)), max_size=3),
)
def test_pauses_only_ever_move_it_on_and_take_nothing_from_the_days_to_work(id_, start, gaps):
    plain = term(id_, start)
    pauses = tuple(Pause(start + timedelta(a), start + timedelta(a + n)) for a, n in gaps)
    base, found = due(plain, CALENDAR), due(Term(plain.rule, start, None, pauses), CALENDAR)
    assert found.on == base.on + timedelta(found.paused) >= base.on
    still = {start + timedelta(a + i) for a, n in gaps for i in range(n + 1)}
    if id_ == "pledge":
        worked = sum(
            CALENDAR.works(start + timedelta(i)) and start + timedelta(i) not in still
            for i in range(1, (found.on - start).days + 1)
        )
        assert worked == between(start, base.on, CALENDAR)
    else:
        assert sum(start + timedelta(i) not in still for i in range(1, (found.on - start).days + 1)) == (
            (base.on - start).days
        )


def test_the_calendar_is_the_one_the_exhibition_shows():
    days = next(
        one["holidays"] for one in yaml.safe_load(JOURNEY.read_text(encoding="utf-8"))["blocks"] if "holidays" in one
    )
    off = {
        span["first"] + timedelta(i)
        for span in days["days_off"]
        for i in range((span["last"] - span["first"]).days + 1)
    }
    assert off == CALENDAR.days_off
    assert set(days["worked"]) == CALENDAR.extra_days
    assert (days["first"], days["last"]) == CALENDAR.covers


@pytest.mark.parametrize(
    ("running", "today", "reason", "zh", "en"),
    [
        (term("pledge", date(2025, 9, 15)), date(2025, 9, 30), "",
         "本站承诺在 2025 年 10 月 11 日前答复。还有 3 个工作日。",
         "This station has promised to answer by 11 October 2025. 3 working days left."),
        (term("pledge", date(2025, 9, 15)), date(2025, 10, 11), "",
         "本站承诺在 2025 年 10 月 11 日前答复。今天是最后一天。",
         "This station has promised to answer by 11 October 2025. Today is the last day."),
        (term("deputy", date(2025, 11, 30)), date(2026, 3, 1), "",
         "按代表法(2025-03-11)第五十一条第二款；重庆市代表建议条例(2017-11-30)第二十一条，"
         "应当在 2026 年 2 月 28 日前答复。已经过了 1 天，您可以请工作人员催办。",
         "By regulation it is to be answered by 28 February 2026. It is 1 day late; staff can ask for it."),
        (extend(term("pledge", date(2025, 9, 15)), date(2025, 10, 30), CALENDAR),
         date(2025, 10, 29), "要请特检院来看。",
         "本站承诺在 2025 年 10 月 30 日前答复。还有 1 个工作日。期限延长过一次，原因：要请特检院来看。",
         "This station has promised to answer by 30 October 2025. 1 working day left. The term was lengthened once: "
         "要请特检院来看."),
        (stop(term("pledge", date(2025, 9, 15)), date(2025, 9, 16)), date(2025, 9, 17), "",
         "等您补充情况，计时暂停。", "We're waiting for more from you; the days don't count meanwhile."),
        (term("pledge", date(2026, 12, 21)), date(2026, 12, 21), "",
         "本站预计在 2027 年 1 月 11 日前答复。还有 15 个工作日。那时的放假安排还没有公布，日期可能变动。",
         "This station expects to answer by 11 January 2027. 15 working days left. "
         "Holidays for then aren't announced yet; it may move."),
    ],
)  # fmt: skip
def test_a_resident_is_told_in_plain_words(running, today, reason, zh, en):
    said = in_words(running, today, CALENDAR, reason)
    assert (said.zh, said.en) == (zh, en)


def test_a_pledge_is_never_said_to_be_law():
    for today in (date(2025, 9, 16), date(2025, 10, 10), date(2025, 11, 10)):
        said = in_words(term("pledge", date(2025, 9, 15)), today, CALENDAR)
        assert "条例" not in said.zh + said.en
        assert "regulation" not in said.en
