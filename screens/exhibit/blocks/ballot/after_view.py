"""The last steps: the appraisal, and what this run came to beside what really happened."""

from __future__ import annotations

from collections.abc import Sequence

from content.schema import Proposal
from screens.exhibit.blocks.ballot.choices import Option, over_choices, told
from screens.exhibit.blocks.ballot.count import GRADES, grades, members, served
from screens.exhibit.blocks.ballot.ring import ring
from screens.exhibit.blocks.ballot.state import BallotState
from screens.look import Look
from screens.parts import panel
from screens.parts.foot import GAP, Press
from screens.parts.money import said
from screens.parts.paged import Para, read
from screens.parts.walked import Step
from screens.scene import Box, Fill, Node


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
