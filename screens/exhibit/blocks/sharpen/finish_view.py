"""The finished page beside the rubric that is computed from it."""

from __future__ import annotations

from content.schema import Slot
from screens.exhibit.blocks.sharpen.state import RULES, SharpenState
from screens.look import Look
from screens.parts import panel
from screens.parts.foot import Press, foot_row
from screens.parts.paged import Para, read
from screens.parts.told import told
from screens.scene import Box, Fill, Icon, Label, Node

_GAP = 20.0


def finished(state: SharpenState, look: Look, box: Box) -> list[Node]:
    """The page beside the rubric; one could still mend it."""
    presses = [Press("sharpen.again", look.t("sharpen.again"), icon="undo")]
    if state.first_flaw is not None:
        presses.insert(0, Press("sharpen.mend", look.t("sharpen.mend"), "primary", "pen"))
    for style in () if look.large else ("body_l", "body", "label"):
        drawn = _drawn(state, look, box, presses, style)
        if drawn:
            return drawn
    return told(look, box, "sharpen", (_page(state, look, "body"), _rubric(state, look)), state.page, presses)


def _page(state: SharpenState, look: Look, style: str) -> list[Para]:
    paras = [Para(look.say(state.block.vague), "meta", "ink2")]
    chosen = (state.wording(slot) for slot in state.block.slots)
    return [*paras, *(Para(look.say(one.words), style, gap=14) for one in chosen if one)]


def _drawn(state: SharpenState, look: Look, box: Box, presses: list[Press], style: str) -> list[Node]:
    """Page and rubric with its signs, if both fit."""
    foot, left = foot_row(look, box, presses)
    room = Box(box.x, box.y, box.w, left.y - _GAP - box.y)
    cells = room.columns(2, 24) if look.landscape else room.rows(2, _GAP)
    sheet = Box(cells[0].x + 44, cells[0].y + 28, cells[0].w - 80, cells[0].h - 56)
    page, rule = _page(state, look, style), Para(look.say(state.block.rule), "meta", "ink2", 40)
    words, pages = read(look, sheet, page)
    rubric = _signs(state, look, cells[1].inset(36, 24), 10)
    if _low(rubric) > cells[1].bottom - 16:
        rubric = _signs(state, look, cells[1].inset(36, 20), 2)
    noted = _low(rubric) + 20 + look.height(rule.text, "meta", cells[1].w - 72)
    if noted <= cells[1].bottom - 16:  # the rule stands below what it asks, or below the page
        rubric.append(look.text(cells[1].x + 36, _low(rubric) + 20, cells[1].w - 72, rule.text, "meta", color="ink2"))
    else:
        words, pages = read(look, sheet, [*page, rule])
    if pages > 1 or _low(rubric) > cells[1].bottom - 16:
        return []
    edge = Fill(Box(cells[0].x, cells[0].y, 6, cells[0].h), "teal")
    return [*panel(cells[0], look), edge, *words, *panel(cells[1], look), *rubric, *foot]


def _signs(state: SharpenState, look: Look, box: Box, gap: float) -> list[Node]:
    """The rubric as rows: a sign, what it asks, whether it is met, what would help."""
    slots = state.block.slots
    rows = [(look.say(one.name), state.concrete(one), "met", "unmet", _advice(state, look, one)) for one in slots]
    rows += [(look.t(f"sharpen.rule.{one}"), state.keeps(one), "kept", "broken", "") for one in RULES]
    nodes: list[Node] = []
    y = box.y
    for name, good, yes, no, advice in rows:
        said = look.t("sharpen.line", name=name, said=look.t(f"sharpen.{yes if good else no}"))
        label = look.text(box.x + 56, y, box.w - 56, said, "label", color="ink" if good else "ochre_deep")
        nodes += [Icon(Box(box.x, y + 2, 36, 36), "check" if good else "pen", "teal" if good else "ochre_deep"), label]
        y = label.box.bottom
        if advice:
            more = look.text(box.x + 56, y, box.w - 56, advice, "meta", color="ink2")
            nodes.append(more)
            y = more.box.bottom
        y += gap
    return nodes


def _low(nodes: list[Node]) -> float:
    return max(one.box.bottom for one in nodes if isinstance(one, Label))


def _rubric(state: SharpenState, look: Look) -> list[Para]:
    paras: list[Para] = []
    for slot in state.block.slots:
        paras += _point(look, look.say(slot.name), state.concrete(slot), "met", "unmet", _advice(state, look, slot))
    for rule in RULES:
        paras += _point(look, look.t(f"sharpen.rule.{rule}"), state.keeps(rule), "kept", "broken", "")
    return [*paras, Para(look.say(state.block.rule), "meta", "ink2", 20)]


def _advice(state: SharpenState, look: Look, slot: Slot) -> str:
    one = state.wording(slot)
    return look.say(one.why) if one and one.flaw else ""


def _point(look: Look, name: str, good: bool, yes: str, no: str, advice: str) -> list[Para]:
    said = look.t("sharpen.line", name=name, said=look.t(f"sharpen.{yes if good else no}"))
    paras = [Para(said, "label", "ink" if good else "ochre_deep", 12, heads=bool(advice))]
    return [*paras, Para(advice, "meta", "ink2", 0)] if advice else paras
