"""The steps after the vote: what turns up while projects are carried out, the appraisal, and what really happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.schema import Proposal
from screens.exhibit.blocks.ballot.count import GRADES, grades, members, served
from screens.exhibit.blocks.ballot.model import REACTIONS, BallotState, Reaction, offered
from screens.exhibit.blocks.ballot.money import said
from screens.exhibit.blocks.ballot.pieces import GAP, Press, Step
from screens.exhibit.blocks.ballot.ring import ring
from screens.look import Look
from screens.parts import panel
from screens.parts.buttons import centred
from screens.parts.paged import Para, read
from screens.scene import Box, Fill, Icon, Label, Node, Stroke, Target


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few ways to go on."""

    id: str
    text: str
    second: str
    on: bool
    disabled: bool = False


def _choices_height(look: Look, width: float, options: Sequence[Option]) -> float:
    high = _option_height(look, _option_width(look, width, len(options)), options)
    return high if look.landscape else high * len(options) + 16 * (len(options) - 1)


def _option_width(look: Look, width: float, count: int) -> float:
    return (width - 16 * (count - 1)) / count if look.landscape else width


def _option_height(look: Look, width: float, options: Sequence[Option]) -> float:
    room = width - 48
    tall = max(
        look.height(one.text, "label_l", room) + (look.height(one.second, "meta", room) + 4 if one.second else 0)
        for one in options
    )
    return max(120.0 if look.large else 104.0, tall + 32)


def _choices(look: Look, box: Box, options: Sequence[Option]) -> list[Node]:
    """The options side by side (portrait: one below the other), the chosen one in ink."""
    cells = box.columns(len(options), 16) if look.landscape else box.rows(len(options), 16)
    nodes: list[Node] = []
    for cell, one in zip(cells, options, strict=True):
        fill, edge, ink, soft = ("ink", None, "on_ink", "on_ink") if one.on else ("raised", "ink", "ink", "ink2")
        if one.disabled:
            fill, edge, ink, soft = "disabled_fill", "control", "disabled_text", "disabled_text"
        room = cell.w - 48
        first = look.height(one.text, "label_l", room)
        below = look.height(one.second, "meta", room) + 4 if one.second else 0
        top = cell.y + (cell.h - first - below) / 2
        nodes.append(Fill(cell, fill, 12, edge, 3, dashed=one.disabled))
        nodes.append(centred(look, Box(cell.x, top, cell.w, first), one.text, "label_l", ink, room, of=one.id))
        if one.second:
            nodes.append(
                centred(
                    look, Box(cell.x, top + first + 4, cell.w, below - 4), one.second, "meta", soft, room, of=one.id
                )
            )
        spoken = (", " if look.english else "，").join(part for part in (one.text, one.second) if part)
        nodes.append(Target(cell, one.id, "option", one.text, spoken, one.on, one.disabled, dark=one.on))
    return nodes


def _over_choices(
    look: Look, box: Box, page: int, paras: Sequence[Para], options: Sequence[Option], icon: str
) -> tuple[list[Node], int]:
    high = _choices_height(look, box.w, options)
    ground = Box(box.x, box.y, box.w, box.h - high - GAP)
    text, pages = _told(look, ground, paras, page, icon)
    foot = Box(box.x, box.bottom - high, box.w, high)
    return [*text, *_choices(look, foot, options)], pages


def _told(look: Look, ground: Box, paras: Sequence[Para], page: int, icon: str) -> tuple[list[Node], int]:
    """A panel with the project's icon and what is said of it; large text leaves the icon out."""
    if look.large:
        text, pages = read(look, ground.inset(36, 20), paras, page)
        return [*panel(ground, look), *text], pages
    inner = Box(ground.x + 168, ground.y + 20, ground.w - 204, ground.h - 40)
    text, pages = read(look, inner, paras, page)
    return [*panel(ground, look), Icon(Box(ground.x + 36, ground.y + 28, 96, 96), icon, "teal"), *text], pages


# ---- carrying out ----------------------------------------


def implement_step(state: BallotState, look: Look) -> Step:
    """A surprise, and what the visitor would propose."""
    here = state.surprised[state.item]
    paras = _surprise(state, look, here)
    options = [_reaction(state, look, here, one) for one in _ways(here)]
    chosen = state.reaction(here.id) is not None
    subtitle = look.t("ballot.implement.sub", i=state.item + 1, n=len(state.surprised))
    next_ = Press("ballot.next", look.t("ballot.next"), "primary", "next", not chosen)

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        nodes, pages = _over_choices(look, box, page, paras, options, here.icon)
        low = max(one.box.bottom for one in nodes if isinstance(one, Label) and not one.of)
        foot = min(one.box.y for one in nodes if isinstance(one, Target)) - GAP
        room = Box(box.x + 36, foot - 120, box.w - 72, 92)
        fits = here.surprise_cost and pages == 1 and not look.large and low + 16 <= room.y
        return [*nodes, *(_planned(state, look, here, room) if fits else [])], pages

    return Step(look.t("ballot.implement.title"), subtitle, draw, (next_,), "implement")


def _surprise(state: BallotState, look: Look, one: Proposal) -> list[Para]:
    language = look.variant.language
    left = state.block.budget - state.spent(besides=one.id)
    paras = [Para(look.say(one.name), "h2", heads=True, role="heading")]
    if one.surprise:
        paras.append(Para(look.say(one.surprise), "body_l"))
    if one.surprise_cost:
        key = "ballot.implement.cost" if "add" in offered(state, one) else "ballot.implement.short"
        paras.append(Para(look.t(key, x=said(one.surprise_cost, language), left=said(left, language)), "meta", "ink2"))
    if look.large:
        paras += [Para(_does(look, way) + _effect(look, one, way), "meta", gap=8) for way in _ways(one)]
    return paras


def _planned(state: BallotState, look: Look, one: Proposal, box: Box) -> list[Node]:
    """The money to scale: what is planned, what is asked for on top, the limit."""
    language, limit = look.variant.language, state.block.budget
    planned = state.spent(besides=one.id)
    track = Box(box.x, box.bottom - 32, box.w, 32)
    most = max(limit, planned + one.surprise_cost)
    end = track.x + track.w * planned / most
    edge = track.x + track.w * limit / most
    cap = look.t("ballot.paper.cap", x=said(limit, language))
    line = ((edge - 2, track.y - 8), (edge - 2, track.bottom + 8))
    return [
        look.text(box.x, box.y, box.w / 2, look.t("ballot.implement.planned", x=said(planned, language)), "meta"),
        look.text(box.center[0], box.y, box.w / 2, cap, "meta", color="ink2", align="right"),
        Fill(track, "sunk"),
        Fill(Box(track.x, track.y, end - track.x, 32), "teal"),
        Fill(Box(end, track.y, track.w * one.surprise_cost / most, 32), "ochre"),
        Stroke(line, "paper", 10),
        Stroke(line, "ink", 4),
    ]


def _ways(one: Proposal) -> list[Reaction]:
    return [reaction for reaction in REACTIONS if reaction != "add" or one.surprise_cost]


def _does(look: Look, reaction: Reaction) -> str:
    return look.t(f"ballot.react.{reaction}") + (": " if look.english else "：")


def _effect(look: Look, one: Proposal, reaction: Reaction) -> str:
    language = look.variant.language
    if reaction == "add":
        return look.t("ballot.react.add.then", x=said(one.surprise_cost, language), n=one.serves)
    if reaction == "cut":
        return look.t("ballot.react.cut.then", n=one.serves, m=served(one, "smaller"))
    return look.t("ballot.react.postpone.then", x=said(one.cost, language))


def _reaction(state: BallotState, look: Look, one: Proposal, reaction: Reaction) -> Option:
    second = "" if look.large else _effect(look, one, reaction)
    on = state.reaction(one.id) == reaction
    id = f"ballot.react.{reaction}"
    return Option(id, look.t(id), second, on, reaction not in offered(state, one))


# ---- appraisal ----------------------------------------


def appraise_step(state: BallotState, look: Look) -> Step:
    """How well was it done: the visitor first, then everybody else."""
    here = state.projects[state.item]
    mine = state.grade(here.id)
    fate = state.fate(here)
    what = look.t(f"ballot.appraise.{fate}", n=served(here, fate))
    paras = [Para(look.say(here.name), "h2", heads=True, role="heading"), Para(what, "body_l")]
    subtitle = look.t("ballot.appraise.sub", i=state.item + 1, n=len(state.projects))
    if mine is None:
        options = [Option(f"ballot.grade.{one}", look.t(f"ballot.grade.{one}"), "", False) for one in GRADES]
        paras.append(Para(look.t("ballot.appraise.how"), "meta", "ink2"))
        return Step(
            look.t("ballot.appraise.title"), subtitle,
            lambda box, page: _over_choices(look, box, page, paras, options, here.icon), (), "appraise",
        )  # fmt: skip
    buttons = (Press("ballot.next", look.t("ballot.next"), "primary", "next"),)
    return Step(
        look.t("ballot.appraise.title"), subtitle,
        lambda box, page: _appraised(state, look, box, page, here, paras), buttons, "appraise",
    )  # fmt: skip


def _appraised(
    state: BallotState, look: Look, box: Box, page: int, one: Proposal, paras: Sequence[Para]
) -> tuple[list[Node], int]:
    """The three grades as bars; the visitor's own carries the ring and counts in."""
    found = dict(grades(state.rules, one, state.fate(one), state.seed, state.block.places))
    mine = state.grade(one.id)
    if mine:
        found[mine] += 1
    line = look.style("label").line
    row = max(64.0, line + 16)
    high = row * len(GRADES) + 40
    ground = Box(box.x, box.y, box.w, box.h - high - GAP)
    said_ = [*paras, Para(look.t("ballot.appraise.others", n=members(state.rules) - 1), "meta", "ink2")]
    nodes, pages = _told(look, ground, said_, page, one.icon)
    words = [look.t(f"ballot.grade.{grade}") for grade in GRADES]
    name_w = max(look.width(word, "label") for word in words) + 24
    number_w = look.width(look.t("ballot.people", n=88), "meta") + 24
    y = box.bottom - high + 20
    for grade, word in zip(GRADES, words, strict=True):
        nodes.append(look.text(box.x + 64, y + (row - line) / 2, name_w, word, "label"))
        track = Box(box.x + 64 + name_w, y + row / 2 - 16, box.w - 64 - name_w - number_w, 32)
        part = found[grade] / max(1, members(state.rules))
        nodes.append(Fill(track, "sunk"))
        if found[grade]:
            nodes.append(Fill(Box(track.x, track.y, track.w * part, 32), "teal"))
        meta = look.style("meta").line
        count = look.t("ballot.people", n=found[grade])
        nodes.append(look.text(track.right + 16, y + (row - meta) / 2, number_w - 16, count, "meta"))
        if grade == mine:
            nodes += ring(Box(box.x + 4, y + row / 2 - 22, 44, 44))
        y += row
    return nodes, pages


# ---- the end ----------------------------------------


def end_step(state: BallotState, look: Look) -> Step:
    """What this run came to, what deputies really chose, and the ways on."""
    projects = state.projects
    total = sum(served(one, state.fate(one)) > 0 for one in projects)
    key = "ballot.end.sub" if projects else "ballot.end.none"
    spent = said(state.spent(), look.variant.language)
    cap = said(state.block.budget, look.variant.language)
    subtitle = look.t(key, n=len(projects), m=total, x=spent, cap=cap)
    paras = [Para(look.t(f"ballot.end.yours.{state.rule}"), "h3", heads=True, role="heading")]
    for one in projects:
        fate = look.t(f"ballot.end.{state.fate(one)}")
        paras.append(Para(f"{look.say(one.name)}{': ' if look.english else '：'}{fate}", gap=4))
    if not projects:
        paras.append(Para(look.t("ballot.end.nothing"), gap=4))
    paras += [
        Para(look.say(state.rules.effect), "meta", "ink2", 16),
        Para(look.t("ballot.end.really"), "h3", gap=20, heads=True, role="heading"),
        Para(look.say(state.block.comparison), gap=4),
    ]

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        text, pages = read(look, box.inset(36, 24), paras, page, columns=2 if look.landscape else 1)
        return [*panel(box, look), *text], pages

    buttons: tuple[Press, ...] = (Press("ballot.again", look.t("ballot.end.again"), "primary"),)
    if state.other:
        buttons += (Press("ballot.other", look.t("ballot.end.other", what=look.say(state.other.name))),)
    return Step(look.t("ballot.end.title"), subtitle, draw, buttons)
