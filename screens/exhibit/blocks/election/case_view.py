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
_BIG = 220.0
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
    inner, icon, pages = _laid(look, sheet, paras)
    nodes: list[Node] = [*panel(sheet, look)]
    if pages == 1:
        return [*nodes, *_one_page(state, look, sheet, paras, inner, icon)]
    if icon:
        nodes.append(Icon(Box(sheet.x + 40, sheet.y + 40, icon, icon), state.case.icon, "teal"))
    if not turns:  # the arrows under the ruling turn both
        text, _ = read(look, inner, paras, min(state.page % pages, pages - 1))
        return [*nodes, *text]
    high = pager_height(look)
    words = (look.t("page.previous"), look.t("page.next"))
    upper = Box(inner.x, inner.y, inner.w, inner.h - high - 16)
    text, pages = read(look, upper, paras, state.page)
    foot = Box(inner.x, inner.bottom - high, inner.w, high)
    return [*nodes, *text, *pager(look, foot, "election", words, state.page, pages)]


def _one_page(
    state: ElectionState, look: Look, sheet: Box, paras: list[Para], inner: Box, icon: float
) -> list[Node]:  # fmt: skip
    """Words and sign together in the middle of a wide sheet; on a tall one at its top, the weeks or the sign below."""
    text, _ = read(look, inner, paras)
    bottom = max((one.box.bottom for one in text if isinstance(one, Label)), default=inner.y)
    counted = state.case.rule in _COUNTED
    used = bottom - inner.y + (28 + _SIGN if counted else 0)
    drop = max(0.0, (inner.h - used) / 2) if look.landscape else 0.0
    at = Box(inner.x, inner.y + drop, inner.w, inner.h - drop)
    text, _ = read(look, at, paras)
    nodes: list[Node] = [*text, *_signs(state, Box(at.x, bottom + drop + 28, at.w, at.bottom - bottom - drop - 28))]
    if icon:
        y = sheet.center[1] - icon / 2 if look.landscape else sheet.y + 40
        nodes.append(Icon(Box(sheet.x + 40, y, icon, icon), state.case.icon, "teal"))
    low = max(bottom + 40 + (_SIGN + 28) * counted, sheet.y + 40 + icon + 28 if icon else 0)
    rest = Box(sheet.x + 32, low, sheet.w - 64, sheet.bottom - 32 - low)
    wall = _wall(state, look, rest)
    if not wall and not icon and not look.landscape and rest.h >= _ICON:
        size = min(_BIG, rest.h)
        x, y = rest.center
        wall = [Icon(Box(x - size / 2, y - size / 2, size, size), state.case.icon, "teal")]
    return [*nodes, *wall]


def _laid(look: Look, sheet: Box, paras: list[Para]) -> tuple[Box, float, int]:
    """Where the words stand, how large their sign is, and how many pages they take: a sign never costs a page."""
    sizes = (_BIG, _ICON, 0.0) if look.landscape else (0.0,) if look.large else (_ICON, 0.0)
    pages, inner, icon = 0, sheet, 0.0
    for icon in sizes:
        left = 40.0 + (icon + 40 if icon else 0.0)
        inner = Box(sheet.x + left, sheet.y + 32, sheet.w - left - 40, sheet.h - 64)
        pages = read(look, inner, paras)[1]
        if pages == 1:
            break
    return inner, icon, pages


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
    pages = _laid(look, sheet, left)[2]
    sheet, nodes = verdict(look, box, right, state.page, "election", onward, pages, agrees)
    return [*_sheet(state, look, sheet, left, turns=False), *nodes]


def _said(state: ElectionState, look: Look) -> str:
    """The answer given, in the words of its button."""
    case = state.case
    if case.refuse is None:
        return look.say(case.allow).replace("{n}", str(state.answer))
    return look.say(case.allow if state.answer == ALLOW else case.refuse)
