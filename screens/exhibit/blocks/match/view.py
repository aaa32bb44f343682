"""The matching game's pictures: the table, what holds for the last two cards, and all pairs."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.match.model import MatchState
from screens.exhibit.blocks.match.table import above_reach, table
from screens.look import Look
from screens.parts.foot import Press
from screens.parts.paged import Para
from screens.parts.told import bare, citation, roomy, told
from screens.scene import Box


def view(state: MatchState, look: Look, box: Box) -> BlockView:
    """One view for each phase."""
    if state.phase == "told":
        return _told(state, look, box)
    if state.phase == "end":
        return _end(state, look, box)
    top = max(box.y, look.reach_top)
    nodes = above_reach(state, look, Box(box.x, box.y, box.w, top - 24 - box.y)) if top > box.y + 200 else []
    nodes += table(state, look, Box(box.x, top, box.w, box.bottom - top))
    return BlockView(tuple(nodes), hint=_hint(state, look), sample=bool(state.block.disclaimer))


def _hint(state: MatchState, look: Look) -> str:
    if state.left:
        return look.t("match.then", what=look.say(state.block.right_name))
    if state.right:
        return look.t("match.then", what=look.say(state.block.left_name))
    return look.t("match.left", n=len(state.open_rights)) if state.settled else ""


def _told(state: MatchState, look: Look, box: Box) -> BlockView:
    """The two cards chosen, beside what the right one belongs to and why."""
    right_id, left_id = state.settled[-1]
    pair = state.pair(right_id)
    asked = [
        Para(look.t("match.asked", n=len(state.settled), m=len(state.rights)), "meta", "ink2"),
        Para(look.say(pair.right), "body_l", gap=12),
        Para(look.t("match.yours"), "meta", "ink2", 20, heads=True),
        Para(look.say(state.pair(left_id).left), "h3", gap=2),
    ]
    if state.block.disclaimer:
        asked.append(Para(look.say(state.block.disclaimer), "meta", "ink2", 24))
    verdict = look.t("match.right" if right_id == left_id else "match.other")
    why = [
        Para(verdict, "h3", "teal_deep", heads=True),
        Para(look.say(pair.left), "h2", gap=2, heads=True, role="heading"),
        Para(look.say(pair.reason), "body_l", gap=12),
    ]
    said = citation(look, pair.reason.sources, state.sources)
    if said:
        why.append(Para(said, "meta", "ink2", 20))
    on = Press("match.next", look.t("match.next" if state.open_rights else "match.finish"), "primary", "next")
    nodes = told(look, roomy(look, box), "match", (asked, why), state.page, (on,), state.block.art)
    left = look.t("match.left", n=len(state.open_rights))
    return BlockView(tuple(nodes), hint=left, sample=bool(state.block.disclaimer), bare=bare(look))


def _end(state: MatchState, look: Look, box: Box) -> BlockView:
    """What the pairs show together, and all of them; one first joined otherwise says so."""
    title = look.t("match.end")
    paras = [Para(title, "h2", heads=True, role="heading")] if bare(look) else []
    paras.append(Para(look.say(state.block.outcome), "body_l"))
    said = citation(look, state.block.outcome.sources, state.sources)
    if said:
        paras.append(Para(said, "meta", "ink2", 8))
    chosen = dict(state.settled)
    for pair in state.block.pairs:
        paras.append(Para(look.say(pair.left), "h3", "teal_deep", 24, heads=True, role="heading"))
        paras.append(Para(look.say(pair.right), gap=4))
        if chosen[pair.id] != pair.id:
            where = look.t("match.first", what=look.say(state.pair(chosen[pair.id]).left))
            paras.append(Para(where, "meta", "ink2", 0))
    if state.block.disclaimer:
        paras.append(Para(look.say(state.block.disclaimer), "meta", "ink2", 24))
    again = Press("match.again", look.t("match.again"), "primary")
    nodes = told(look, roomy(look, box), "match", (paras,), state.page, (again,), state.block.art)
    hint = look.t("match.end.hint")
    return BlockView(tuple(nodes), title=title, hint=hint, sample=bool(state.block.disclaimer), bare=bare(look))
