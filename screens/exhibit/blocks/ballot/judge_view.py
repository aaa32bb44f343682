"""The steps before the vote that weigh proposals one by one: screening and debate."""

from __future__ import annotations

from content.schema import Proposal
from screens.exhibit.blocks.ballot.choices import told
from screens.exhibit.blocks.ballot.count import passes
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts import panel
from screens.parts.foot import GAP, Press
from screens.parts.money import said
from screens.parts.paged import Para, read
from screens.parts.walked import Step
from screens.scene import Box, Disc, Fill, Icon, Label, Node


def screen_step(state: BallotState, look: Look) -> Step:
    """One proposal and the three tests: keep it or not, then learn what the tests say."""
    here = state.screened
    verdict = state.verdict(here.id)

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        left, right = _halves(look, box, _tests_height(look, box.w))
        text, pages = told(look, left, _screen_paras(state, look, here), page, here.icon)
        return [*text, *_tests(look, right, here, verdict is not None)], pages

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
            _voice(look, look.say(one.argument_for)),
        ]
    good = passes(one)
    result = look.t("ballot.screen.kept" if good else "ballot.screen.dropped")
    agree = look.t("ballot.screen.same" if verdict == good else "ballot.screen.differs")
    paras += [Para(agree, "meta", "teal_deep", 16), Para(result, "h3", gap=4, heads=True, role="heading")]
    return [*paras, Para(_why(state, look, one), gap=8)]


def _voice(look: Look, words: str) -> Para:
    """What somebody says is set in the serif, as on paper; large text has no room for that."""
    quoted = f'"{words}"' if look.english else f"“{words}”"
    return Para(quoted, "body_l" if look.large else "h2", gap=4)


def _why(state: BallotState, look: Look, one: Proposal) -> str:
    if not passes(one):
        return look.say(one.why_not) if one.why_not else look.t("ballot.screen.fails")
    listed = any(one.id == other.id for other in state.listed)
    return look.t("ballot.screen.passes") if listed else look.t("ballot.screen.full", n=state.block.ballot_size)


_TESTS = (("public", "public"), ("year", "within_year"), ("powers", "within_powers"))


def _tests_height(look: Look, width: float, style: str = "body") -> float:
    return sum(look.height(look.t(f"ballot.test.{key}"), style, width - 128) + 24 for key, _ in _TESTS) + 16


def _tests(look: Look, box: Box, one: Proposal, known: bool) -> list[Node]:
    """The three tests; what each says of the proposal appears after the visitor's own judgement."""
    styles = ("body_l", "body", "meta")
    style = next((name for name in styles if _tests_height(look, box.w, name) <= box.h), "meta")
    nodes: list[Node] = list(panel(box, look))
    spare = min(120.0, (box.h - _tests_height(look, box.w, style)) / len(_TESTS))
    y = box.y + 8
    for i, (key, field) in enumerate(_TESTS):
        words = look.t(f"ballot.test.{key}")
        high = look.height(words, style, box.w - 128) + 24 + spare
        row = Box(box.x + 32, y, box.w - 64, high)
        label = look.text(row.x + 72, y + 12 + spare / 2, row.w - 64, words, style, max_h=high)
        mark = Box(row.x, label.box.y + look.style(style).line / 2 - 22, 44, 44)
        if i:
            nodes.append(Fill(Box(row.x, y, row.w, 2), "line"))
        if known:
            good = bool(getattr(one, field))
            nodes.append(Icon(mark, "check" if good else "close", "teal" if good else "ochre_deep"))
        else:
            nodes.append(Disc(*mark.center, 14, None, "control", 3))
        nodes.append(label)
        y += high
    return nodes


def debate_step(state: BallotState, look: Look) -> Step:
    """For and against, project by project; may be skipped."""
    here = state.listed[state.item]

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        scales = _scales_height(look)
        sides = box.columns(2, 24) if look.landscape else box.rows(2, GAP)
        read_: list[tuple[Box, list[Node]]] = []
        pages = 1
        for side, key, words in zip(sides, ("for", "against"), (here.argument_for, here.argument_against), strict=True):
            paras = [
                Para(look.t(f"ballot.debate.{key}"), "h3", "teal_deep", heads=True),
                Para(look.say(words), "body_l"),
            ]
            text, more = read(look, side.inset(36, 28), paras, page)
            read_.append((side, text))
            pages = max(pages, more)
        low = max(one.box.bottom for _, text in read_ for one in text if isinstance(one, Label)) + 28
        room = Box(box.x, box.bottom - scales, box.w, scales)
        nodes: list[Node] = []
        scaled = look.landscape and pages == 1 and low + GAP <= room.y
        for side, text in read_:
            ground = Box(side.x, side.y, side.w, room.y - GAP - side.y if scaled else side.h)
            nodes += [*panel(ground, look), *text]
        return [*nodes, *(_scales(state, look, here, room) if scaled else [])], pages

    cost = said(here.cost, look.variant.language)
    subtitle = look.t("ballot.debate.sub", i=state.item + 1, n=len(state.listed), x=cost, part=here.serves)
    last = state.item + 1 == len(state.listed)
    buttons: tuple[Press, ...] = (
        Press("ballot.next", look.t("ballot.debate.vote" if last else "ballot.next"), "primary", "next"),
    )
    if not last:
        buttons += (Press("ballot.skip", look.t("ballot.debate.skip")),)
    return Step(look.say(here.name), subtitle, draw, buttons, "debate")


def _scales_height(look: Look) -> float:
    return 2 * (look.style("meta").line + 20) + 8


def _scales(state: BallotState, look: Look, one: Proposal, box: Box) -> list[Node]:
    """What it takes of the budget and how many it serves, both to scale."""
    rows = (
        ("cost", one.cost / max(1, state.block.budget), said(one.cost, look.variant.language)),
        ("serves", one.serves / 100, f"{one.serves}%"),
    )
    line = look.style("meta").line
    names = max(look.width(look.t(f"ballot.debate.{key}"), "meta") for key, _, _ in rows) + 28
    figures = max(look.width(text, "meta") for _, _, text in rows) + 28
    nodes: list[Node] = []
    for i, (key, part, text) in enumerate(rows):
        y = box.y + 8 + i * (line + 20)
        track = Box(box.x + names, y + line / 2 - 16, box.w - names - figures, 32)
        nodes.append(look.text(box.x, y, names, look.t(f"ballot.debate.{key}"), "meta", color="ink2"))
        nodes += [Fill(track, "sunk"), Fill(Box(track.x, track.y, track.w * min(1.0, part), 32), "teal")]
        nodes.append(look.text(track.right + 28, y, figures - 28, text, "meta"))
    return nodes
