"""How the walk is put into words: minutes, the verdict, a crossing read aloud."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from content.schema import ReachPlace
from screens.exhibit.blocks.reach.model import HOME, ReachState
from screens.look import Look


def taken(look: Look, minutes: Fraction | None) -> str:
    """Whole minutes, rounded up; that there is no way."""
    return look.t("reach.noway") if minutes is None else look.t("reach.taken", n=ceil(minutes))


def verdict(state: ReachState, look: Look) -> str:
    """How much of what people need is within the time; that everybody reaches everything, once they do."""
    every = len(state.block.services)
    if all(len(state.reached(one)) == every for one in state.block.walkers):
        return look.t("reach.all", n=state.minutes, all=every)
    return look.t(
        "reach.verdict",
        who=look.say(state.walker.name),
        n=state.minutes,
        k=len(state.reached(state.walker)),
        all=every,
    )


def name_of(state: ReachState, look: Look, thing: str) -> str:
    """Home, or a service's name."""
    if thing == HOME:
        return look.t("reach.home")
    return next(look.say(one.name) for one in state.block.services if one.id == thing)


def spoken_place(state: ReachState, look: Look, place: ReachPlace, minutes: Fraction | None) -> str:
    """A crossing as it is read aloud: where it is, what stands there, how long it takes."""
    standing = next((one for one, at in state.stands if at == place.id), None)
    what = name_of(state, look, standing) if standing else look.t("reach.crossing")
    return look.t("reach.place", row=place.y + 1, column=place.x + 1, what=what, time=taken(look, minutes))
