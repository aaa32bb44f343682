"""The steps before the vote that weigh proposals one by one: screening and debate."""

from __future__ import annotations

from content.schema import Proposal
from screens.exhibit.blocks.ballot.count import passes
from screens.exhibit.blocks.ballot.model import BallotState
from screens.exhibit.blocks.ballot.money import said
from screens.exhibit.blocks.ballot.pieces import GAP, Press, Step
from screens.look import Look
from screens.parts import panel
from screens.parts.paged import Para, read
from screens.scene import Box, Disc, Icon, Node


def screen_step(state: BallotState, look: Look) -> Step:
    """One proposal and the three tests: keep it or not, then learn what the tests say."""
    here = state.screened
    verdict = state.verdict(here.id)

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        left, right = _halves(look, box, _tests_height(look, box.w))
        text, pages = read(look, left.inset(32, 20), _screen_paras(state, look, here), page)
        return [*panel(left, look), *text, *_tests(look, right, here, verdict is not None)], pages

    title = look.t("ballot.screen.title")
    subtitle = look.t("ballot.screen.sub", i=state.item + 1, n=len(state.block.proposals))
    skip = Press("ballot.skip", look.t("ballot.screen.skip"))
    buttons: tuple[Press, ...]
    if verdict is None:
        keep = Press("ballot.keep", look.t("ballot.screen.keep"))
        drop = Press("ballot.drop", look.t("ballot.screen.drop"))
        buttons = (keep, drop, skip)
    else:
        buttons = (Press("ballot.next", look.t("ballot.next"), "primary", "next"), skip)
    return Step(title, subtitle, draw, buttons, "screen")


def _halves(look: Look, box: Box, low: float) -> tuple[Box, Box]:
    """What is read and what is checked: side by side, or one above the other (`low` high)."""
    if look.landscape:
        wide = box.w * (0.5 if look.large else 0.56)
        return Box(box.x, box.y, wide, box.h), Box(box.x + wide + 24, box.y, box.w - wide - 24, box.h)
    return Box(box.x, box.y, box.w, box.h - low - GAP), Box(box.x, box.bottom - low, box.w, low)


def _screen_paras(state: BallotState, look: Look, one: Proposal) -> list[Para]:
    paras = [
        Para(look.say(one.name), "h2", heads=True, role="heading"),
        Para(look.t("ballot.cost", x=said(one.cost, look.variant.language), n=one.serves), "meta", "ink2", 4),
    ]
    verdict = state.verdict(one.id)
    if verdict is None:
        return [
            *paras,
            Para(look.t("ballot.screen.asks"), "meta", "teal_deep", 16),
            Para(look.say(one.argument_for), gap=4),
        ]
    good = passes(one)
    result = look.t("ballot.screen.kept" if good else "ballot.screen.dropped")
    agree = look.t("ballot.screen.same" if verdict == good else "ballot.screen.differs")
    paras += [Para(agree, "meta", "teal_deep", 16), Para(result, "h3", gap=4, heads=True, role="heading")]
    return [*paras, Para(_why(state, look, one), gap=8)]


def _why(state: BallotState, look: Look, one: Proposal) -> str:
    if not passes(one):
        return look.say(one.why_not) if one.why_not else look.t("ballot.screen.fails")
    listed = any(one.id == other.id for other in state.listed)
    return look.t("ballot.screen.passes") if listed else look.t("ballot.screen.full", n=state.block.ballot_size)


_TESTS = (("public", "public"), ("year", "within_year"), ("powers", "within_powers"))


def _tests_height(look: Look, width: float, style: str = "body") -> float:
    return 24 + sum(look.height(look.t(f"ballot.test.{key}"), style, width - 120) + 16 for key, _ in _TESTS)


def _tests(look: Look, box: Box, one: Proposal, known: bool) -> list[Node]:
    """The three tests; what each says of the proposal appears after the visitor's own judgement."""
    nodes: list[Node] = list(panel(box, look))
    style = "body" if _tests_height(look, box.w) <= box.h else "meta"
    y = box.y + 20
    for key, field in _TESTS:
        good = bool(getattr(one, field))
        label = look.text(box.x + 96, y, box.w - 120, look.t(f"ballot.test.{key}"), style, max_h=box.bottom - y)
        mark = Box(box.x + 32, y + look.style(style).line / 2 - 22, 44, 44)
        if not known:
            nodes.append(Disc(*mark.center, 14, None, "control", 3))
        else:
            nodes.append(Icon(mark, "check" if good else "close", "teal" if good else "ochre_deep"))
        nodes.append(label)
        y = label.box.bottom + 16
    return nodes


def debate_step(state: BallotState, look: Look) -> Step:
    """For and against, project by project; may be skipped."""
    here = state.listed[state.item]

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        sides = box.columns(2, 24) if look.landscape else box.rows(2, GAP)
        nodes: list[Node] = []
        pages = 1
        for side, key, said_ in zip(sides, ("for", "against"), (here.argument_for, here.argument_against), strict=True):
            paras = [
                Para(look.t(f"ballot.debate.{key}"), "h3", "teal_deep", heads=True),
                Para(look.say(said_), "body_l"),
            ]
            text, more = read(look, side.inset(36, 28), paras, page)
            nodes += [*panel(side, look), *text]
            pages = max(pages, more)
        return nodes, pages

    cost = said(here.cost, look.variant.language)
    subtitle = look.t("ballot.debate.sub", i=state.item + 1, n=len(state.listed), x=cost, part=here.serves)
    last = state.item + 1 == len(state.listed)
    buttons: tuple[Press, ...] = (
        Press("ballot.next", look.t("ballot.debate.vote" if last else "ballot.next"), "primary", "next"),
    )
    if not last:
        buttons += (Press("ballot.skip", look.t("ballot.debate.skip")),)
    return Step(look.say(here.name), subtitle, draw, buttons, "debate")
