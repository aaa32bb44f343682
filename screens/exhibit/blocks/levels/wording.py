"""How what is chosen is named: an organ by its name, an arrow by both its ends."""

from __future__ import annotations

from content.schema import Arrow
from screens.exhibit.blocks.levels.model import BELOW, VOTERS, LevelsState
from screens.exhibit.blocks.levels.reading import Ends
from screens.look import Look


def heading_of(state: LevelsState, look: Look) -> str:
    """The heading of the words shown: empty for a level's own summary."""
    if state.organ:
        return look.say(state.organ.name)
    if state.arrow:
        verb = verb_of(look, state.arrow)
        ends = (end_name(state, look, state.arrow.origin), end_name(state, look, state.arrow.target))
        return f"{ends[0]} {verb} {ends[1]}" if look.english else f"{ends[0]} → {ends[1]}：{verb}"
    return ""


def end_name(state: LevelsState, look: Look, end: str) -> str:
    """The name of an arrow's end: an organ of the level, the voters, or the level below."""
    if end in (VOTERS, BELOW):
        return look.t(f"levels.{end}")
    return next((look.say(one.name) for one in state.current.organs if one.id == end), end)


def ends_of(state: LevelsState, look: Look) -> Ends | None:
    """Both ends of the arrow chosen, and what it says; none while no arrow is chosen."""
    arrow = state.arrow
    if arrow is None:
        return None
    return Ends(end_name(state, look, arrow.origin), verb_of(look, arrow), end_name(state, look, arrow.target))


def verb_of(look: Look, arrow: Arrow) -> str:
    """Voters and the congresses below elect, and are many; a congress also decides on persons others nominate."""
    many = arrow.relation == "elects" and arrow.origin in (VOTERS, BELOW)
    return look.t("levels.verb.elects.many" if many else f"levels.verb.{arrow.relation}")
