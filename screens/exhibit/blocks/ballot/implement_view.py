"""Carrying out: a surprise, the money to scale, and what the visitor would propose."""

from __future__ import annotations

from content.schema import Proposal
from screens.exhibit.blocks.ballot.choices import Option, over_choices
from screens.exhibit.blocks.ballot.count import served
from screens.exhibit.blocks.ballot.state import REACTIONS, BallotState, Reaction, offered
from screens.look import Look
from screens.parts.foot import GAP, Press
from screens.parts.money import said
from screens.parts.paged import Para
from screens.parts.walked import Step
from screens.scene import Box, Fill, Label, Node, Stroke, Target

_MONEY = 128.0  # height of the money to scale


def implement_step(state: BallotState, look: Look) -> Step:
    """A surprise, and what the visitor would propose."""
    here = state.surprised[state.item]
    paras = _surprise(state, look, here)
    options = [_reaction(state, look, here, one) for one in _ways(here)]
    chosen = state.reaction(here.id) is not None
    subtitle = look.t("ballot.implement.sub", i=state.item + 1, n=len(state.surprised))
    next_ = Press("ballot.next", look.t("ballot.next"), "primary", "next", not chosen)

    def draw(box: Box, page: int) -> tuple[list[Node], int]:
        keep = 0.0 if look.large or not here.surprise_cost else _MONEY
        nodes, pages = over_choices(look, box, page, paras, options, here.icon, keep)
        if pages > 1 and keep:
            nodes, pages = over_choices(look, box, page, paras, options, here.icon)
        low = max(one.box.bottom for one in nodes if isinstance(one, Label) and not one.of)
        foot = min(one.box.y for one in nodes if isinstance(one, Target)) - GAP
        room = Box(box.x + 36, foot - _MONEY + 8, box.w - 72, 92)
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
