"""One case: where it lies on the way to election day, what happened, the answers; afterwards what the law says."""

from __future__ import annotations

from datetime import timedelta

from screens.exhibit.blocks.election.model import ALLOW, ElectionState
from screens.exhibit.blocks.election.month import month
from screens.exhibit.blocks.election.road import road, road_height
from screens.exhibit.blocks.election.wording import before, day_words, weekday
from screens.look import Look
from screens.parts import panel
from screens.parts.paged import Para, pager, pager_height, read
from screens.parts.stage import Onward, answers, law, stage, verdict
from screens.scene import Box, Icon, Label, Node

_SIGN = 56.0
_ICON = 128.0
_WALL = 350.0
#: Rules whose number is a date counted from election day, and whether it lies before it.
_DATED = {
    "comes_of_age": 1, "rights_restored": 1, "list_posted": -1, "first_list": -1, "formal_list": -1,
    "introduction": -1,
}  # fmt: skip
_COUNTED = {"nominators": "person", "proxies": "doc"}


def case_view(state: ElectionState, look: Look, box: Box) -> list[Node]:
    """Heading, the road with the point on it, and below it the question or the ruling."""
    case = state.case
    where = before(look, case.day)
    subtitle = look.t(
        "election.case.sub", i=state.at + 1, n=len(state.block.cases), where=where,
        date=day_words(look, state.election_day - timedelta(days=case.day)),
    )  # fmt: skip
    nodes, top = stage(look, box, look.say(case.title), subtitle, look.t("ballot.sim"), "election.title")
    if not (look.large and look.landscape and state.answer is not None):  # large words of a ruling need the room
        high = road_height(look)
        nodes += road(state, look, Box(box.x, top, box.w, high))
        top += high + 16
    body = Box(box.x, top, box.w, box.bottom - top)
    if state.answer is None:
        return [*nodes, *_question(state, look, body)]
    return [*nodes, *_ruled(state, look, body)]


def _story(state: ElectionState, look: Look) -> list[Para]:
    """What happened, and the dates or numbers that decide; they follow from the day the visitor chose."""
    return [
        Para(look.say(state.case.story), "h2" if not look.large else "body"),
        *(Para(one, "h3", gap=18) for one in _facts(state, look)),
    ]


def _facts(state: ElectionState, look: Look) -> list[str]:
    case = state.case
    facts: list[str] = []
    if case.rule in _DATED:
        day = state.election_day + timedelta(days=_DATED[case.rule] * case.number)
        key = "election.fact.posted" if case.rule.endswith(("_list", "_posted")) else f"election.fact.{case.rule}"
        facts.append(look.t(key, date=day_words(look, day), weekday=weekday(look, day)))
    elif case.rule == "objection":
        posted = state.days[0][0]
        raised = posted + timedelta(days=case.number)
        facts.append(look.t("election.fact.list", date=day_words(look, posted)))
        facts.append(look.t("election.fact.objection", date=day_words(look, raised)))
    elif case.rule in _COUNTED:
        facts.append(look.t(f"election.fact.{case.rule}", n=case.number))
    elif case.rule == "candidates":
        facts.append(look.t("election.fact.seats", n=state.block.seats))
    if case.rule in _DATED and case.number:
        facts.append(look.t("election.fact.day", date=day_words(look, state.election_day)))
    return facts


# ---- the question ----------------------------------------


def _question(state: ElectionState, look: Look, box: Box) -> list[Node]:
    sheet, nodes = answers(look, box, _answers(state, look))
    return [*_sheet(state, look, sheet, _story(state, look), turns=True), *nodes]


def _answers(state: ElectionState, look: Look) -> list[tuple[str, str]]:
    case = state.case
    if case.refuse is None:
        return [(f"election.choose.{n}", look.say(case.allow).replace("{n}", str(n))) for n in case.choices]
    return [("election.allow", look.say(case.allow)), ("election.refuse", look.say(case.refuse))]


def _sheet(state: ElectionState, look: Look, sheet: Box, paras: list[Para], *, turns: bool) -> list[Node]:
    """What happened beside its sign, and as many smaller signs as there are people or papers, where there is room."""
    inner = _inner(look, sheet)
    text, pages = read(look, inner, paras)
    nodes: list[Node] = [*panel(sheet, look)]
    if not look.large:
        nodes.append(Icon(Box(sheet.x + 40, sheet.y + 40, _ICON, _ICON), state.case.icon, "teal"))
    if pages == 1:
        bottom = max((one.box.bottom for one in text if isinstance(one, Label)), default=inner.y)
        nodes += [*text, *_signs(state, Box(inner.x, bottom + 28, inner.w, inner.bottom - bottom - 28))]
        low = max(bottom + 40 + (_SIGN + 28) * (state.case.rule in _COUNTED), sheet.y + 40 + _ICON + 28)
        return [*nodes, *_wall(state, look, Box(sheet.x + 32, low, sheet.w - 64, sheet.bottom - 32 - low))]
    if not turns:  # the arrows under the ruling turn both
        text, _ = read(look, inner, paras, min(state.page % pages, pages - 1))
        return [*nodes, *text]
    high = pager_height(look)
    words = (look.t("page.previous"), look.t("page.next"))
    upper = Box(inner.x, inner.y, inner.w, inner.h - high - 16)
    text, pages = read(look, upper, paras, state.page)
    foot = Box(inner.x, inner.bottom - high, inner.w, high)
    return [*nodes, *text, *pager(look, foot, "election", words, state.page, pages)]


def _inner(look: Look, sheet: Box) -> Box:
    left = 40.0 if look.large else 40.0 + _ICON + 40
    return Box(sheet.x + left, sheet.y + 32, sheet.w - left - 40, sheet.h - 64)


def _wall(state: ElectionState, look: Look, box: Box) -> list[Node]:
    """The weeks to election day and where the case lies in them, where a tall page has room."""
    if look.landscape or box.h < _WALL:
        return []
    today = state.election_day - timedelta(days=state.case.day)
    return month(state, look, Box(box.x, box.bottom - min(box.h, 560.0), box.w, min(box.h, 560.0)), today=today)


def _signs(state: ElectionState, box: Box) -> list[Node]:
    icon = _COUNTED.get(state.case.rule)
    count = state.case.number
    step = min(_SIGN + 28, box.w / max(1, count))
    if icon is None or box.h < _SIGN or step < _SIGN:
        return []
    return [Icon(Box(box.x + i * step, box.y, _SIGN, _SIGN), icon, "teal") for i in range(count)]


# ---- the ruling ----------------------------------------


def _ruled(state: ElectionState, look: Look, box: Box) -> list[Node]:
    agrees = state.agrees(state.at)
    ruling = state.ruling(state.at)
    mine = look.t("election.answer", what=_said(state, look))
    left = [*_story(state, look), Para(mine, "body", "ink2", 18)]
    right = [
        Para(
            look.t("election.agrees" if agrees else "election.differs"),
            "h3" if look.large else "h2",
            heads=True,
            role="heading",
        ),
        Para(look.say(state.case.why), "body" if look.large or look.english else "body_l", gap=12),
        Para(law(look, ruling.provision.article, ruling.provision.paragraph), "meta", "ink2", 12),
    ]
    last = state.at + 1 == len(state.block.cases)
    on = look.t("election.end" if last else "election.next")
    onward = (
        Onward("election.next", on) if last else Onward("election.next", on, "election.skip", look.t("election.skip"))
    )
    sheet, _ = verdict(look, box, right, state.page, "election", onward)
    _, pages = read(look, _inner(look, sheet), left)
    sheet, nodes = verdict(look, box, right, state.page, "election", onward, pages, agrees)
    return [*_sheet(state, look, sheet, left, turns=False), *nodes]


def _said(state: ElectionState, look: Look) -> str:
    """The answer given, in the words of its button."""
    case = state.case
    if case.refuse is None:
        return look.say(case.allow).replace("{n}", str(state.answer))
    return look.say(case.allow if state.answer == ALLOW else case.refuse)
