"""The last steps: the appraisal, and what this run came to beside what really happened."""

from __future__ import annotations

from collections.abc import Sequence

from content.schema import Proposal
from screens.exhibit.blocks.ballot.choices import Option, over_choices, sign, told
from screens.exhibit.blocks.ballot.count import GRADES, Fate, grades, members, served
from screens.exhibit.blocks.ballot.ring import ring
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts import panel
from screens.parts.ample import ample
from screens.parts.foot import GAP, Press
from screens.parts.money import said
from screens.parts.paged import Para, read
from screens.parts.walked import Step
from screens.scene import Box, Fill, Icon, Node


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
            lambda box, page: over_choices(look, box, page, paras, options, here.icon), (), "appraise",
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
    nodes, pages = told(look, ground, said_, page, one.icon)
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


def end_step(state: BallotState, look: Look) -> Step:
    """What this run came to, what deputies really chose, and the ways on."""
    projects = state.projects
    total = sum(served(one, state.fate(one)) > 0 for one in projects)
    key = "ballot.end.sub" if projects else "ballot.end.none"
    spent = said(state.spent(), look.variant.language)
    cap = said(state.block.budget, look.variant.language)
    subtitle = look.t(key, n=len(projects), m=total, x=spent, cap=cap)
    really = [
        Para(look.say(state.rules.effect), "meta", "ink2"),
        Para(look.t("ballot.end.really"), "h3", gap=20, heads=True, role="heading"),
        Para(look.say(state.block.comparison), gap=4),
        Para(look.t("ballot.end.seed", n=state.seed), "meta", "ink2", 12),
    ]

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        high = _rows_height(look, len(projects))
        if look.large or not projects or (not look.landscape and high > box.h * 0.6):
            return _in_words(state, look, box, page, really)
        if look.landscape:
            left = Box(box.x, box.y, (box.w - 24) * 0.56, box.h)
            right = Box(left.right + 24, box.y, box.right - left.right - 24, box.h)
        else:
            left = Box(box.x, box.y, box.w, high + 56)
            right = Box(box.x, left.bottom + GAP, box.w, box.bottom - left.bottom - GAP)
        inner = right.inset(36, 24)
        text, pages = read(look, inner, ample(look, inner, really), page)
        return [*panel(left, look), *_became(state, look, left.inset(36, 24)), *panel(right, look), *text], pages

    buttons: tuple[Press, ...] = (Press("ballot.again", look.t("ballot.end.again"), "primary"),)
    if state.other:
        buttons += (Press("ballot.other", look.t("ballot.end.other", what=look.say(state.other.name))),)
    return Step(look.t("ballot.end.title"), subtitle, draw, buttons)


def _in_words(state: BallotState, look: Look, box: Box, page: int, really: list[Para]) -> tuple[list[Node], int]:
    paras = [Para(look.t(f"ballot.end.yours.{state.rule}"), "h3", heads=True, role="heading")]
    for one in state.projects:
        fate = look.t(f"ballot.end.{state.fate(one)}")
        paras.append(Para(f"{look.say(one.name)}{': ' if look.english else '：'}{fate}", gap=4))
    if not state.projects:
        paras.append(Para(look.t("ballot.end.nothing"), gap=4))
    text, pages = read(look, box.inset(36, 24), [*paras, *really], page, columns=2 if look.landscape else 1)
    return [*panel(box, look), *text], pages


_ROW = 84.0
_MARKS: dict[Fate, tuple[str, str]] = {
    "done": ("check", "teal"), "smaller": ("minus", "teal"), "later": ("clock", "ochre_deep"),
}  # fmt: skip


def _rows_height(look: Look, count: int) -> float:
    return look.style("h3").line + 12 + count * _ROW


def _became(state: BallotState, look: Look, box: Box) -> list[Node]:
    """Each decided project with its sign, and what became of it this year."""
    head = look.text(box.x, box.y, box.w, look.t(f"ballot.end.yours.{state.rule}"), "h3", role="heading")
    rows = Box(box.x, head.box.bottom + 12, box.w, box.bottom - head.box.bottom - 12)
    high = min(rows.h / max(1, len(state.projects)), 110.0)
    fates = [look.t(f"ballot.end.{state.fate(one)}") for one in state.projects]
    fate_w = max(look.width(one, "meta") for one in fates)
    line, small = look.style("label").line, look.style("meta").line
    nodes: list[Node] = [head]
    for i, (one, fate) in enumerate(zip(state.projects, fates, strict=True)):
        row = Box(rows.x, rows.y + i * high, rows.w, high)
        if i:
            nodes.append(Fill(Box(row.x, row.y, row.w, 2), "line"))
        middle = row.center[1]
        room = row.w - 84 - fate_w - 80
        name = look.say(one.name)
        style = look.fit(name, ("label", "meta"), room, line)
        tall = look.height(name, style, room)
        icon, color = _MARKS[state.fate(one)]
        nodes += [
            *sign(Box(row.x, middle - 32, 64, 64), one.icon),
            look.text(row.x + 84, middle - tall / 2, room, name, style, max_h=row.h),
            Icon(Box(row.right - fate_w - 60, middle - 20, 40, 40), icon, color),
            look.text(row.right - fate_w, middle - small / 2, fate_w, fate, "meta"),
        ]
    return nodes
