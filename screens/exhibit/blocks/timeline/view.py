"""The timeline's pages: the line with its reading, the cards to be put in order, the pairs; a switch between them."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.timeline.lanes import height, lanes
from screens.exhibit.blocks.timeline.order_view import order
from screens.exhibit.blocks.timeline.pairs_view import pairs
from screens.exhibit.blocks.timeline.reading import reading, reading_above
from screens.exhibit.blocks.timeline.state import TimelineState
from screens.look import Look
from screens.parts import button, icon_button, segmented
from screens.scene import Box, Node

_GAP = 16.0
_LEFT = 0.385


def view(state: TimelineState, look: Look, box: Box) -> BlockView:
    """Landscape: words left, lanes right, the switch below the words. Portrait: one above the other."""
    if state.mode == "order":
        row = _foot(look, box)
        beside = Box(row.right + _GAP, row.y, box.right - row.right - _GAP, row.h) if look.landscape else None
        nodes = order(state, look, _above(look, box), beside)
        hint = look.t("timeline.hint.told" if state.told else "timeline.hint.order")
        return BlockView((*nodes, *_modes(state, look, row)), hint=hint)
    if state.mode == "pairs":
        nodes = pairs(state, look, box) if look.landscape and not look.large else pairs(state, look, _above(look, box))
        hint = look.t("timeline.hint.pairs")
        return BlockView((*nodes, *_modes(state, look, _foot(look, box))), hint=hint)
    nodes = _landscape(state, look, box) if look.landscape else _portrait(state, look, box)
    linked = state.index > 0 and (state.later is not None or state.earlier is not None)
    return BlockView(tuple(nodes), hint=look.t("timeline.hint.link") if linked else "")


def _row(look: Look) -> float:
    return 112.0 if look.large else 96.0


def _foot(look: Look, box: Box) -> Box:
    wide = min(box.w, 960.0 if look.large else 720.0) if look.landscape else box.w
    return Box(box.x, box.bottom - _row(look), wide, _row(look))


def _above(look: Look, box: Box) -> Box:
    return Box(box.x, box.y, box.w, box.h - _row(look) - _GAP)


def _modes(state: TimelineState, look: Look, box: Box) -> list[Node]:
    """The line, the cards, the pairs: those the block has."""
    names = ["line", *(["order"] if state.block.orders else []), *(["pairs"] if state.block.pairs else [])]
    if len(names) < 2:
        return []
    options = [(f"timeline.mode.{one}", look.t(f"timeline.mode.{one}")) for one in names]
    return segmented(look, box, options, f"timeline.mode.{state.mode}")


def _landscape(state: TimelineState, look: Look, box: Box) -> list[Node]:
    left_w = box.w * (0.43 if look.large else _LEFT)
    above = _above(look, box)
    left = Box(above.x, above.y, left_w, above.h)
    right = Box(left.right + 24, above.y, above.right - left.right - 24, above.h)
    row = _row(look)
    nodes = [*reading(state, look, left), *lanes(state, look, right)]
    nodes += _modes(state, look, Box(left.x, box.bottom - row, left.w, row))
    return nodes + _ways(state, look, Box(right.x, box.bottom - row, right.w, row))


def _portrait(state: TimelineState, look: Look, box: Box) -> list[Node]:
    row = _row(look)
    modes = Box(box.x, box.bottom - row, box.w, row)
    ways = Box(box.x, modes.y - _GAP - row, box.w, row)
    room = ways.y - _GAP - box.y
    high = min(max(height(state, look), room * (0.4 if look.large else 0.5)), room - _GAP - 280)
    chart = Box(box.x, ways.y - _GAP - high, box.w, high)
    told = Box(box.x, box.y, box.w, chart.y - _GAP - box.y)
    if not look.reach_top:
        nodes = reading(state, look, told)
    else:
        nodes, pages = reading_above(state, look, told)
        if pages > 1:
            to = (state.page + 1) % pages
            cell, ways = Box(ways.right - row, ways.y, row, row), Box(ways.x, ways.y, ways.w - row - 12, row)
            nodes += icon_button(look, cell, f"timeline.page.{to}", "book", look.t("timeline.turn", n=to + 1))
    return [*nodes, *lanes(state, look, chart), *_ways(state, look, ways), *_modes(state, look, modes)]


def _ways(state: TimelineState, look: Look, box: Box) -> list[Node]:
    """What led here and what followed, where the line names it; and the lanes that can be switched on."""
    cells = box.columns(2 + len(state.switches), 12)
    nodes: list[Node] = []
    for cell, verb, to in zip(cells, ("earlier", "later"), (state.earlier, state.later), strict=False):
        if to:
            spoken = look.t(f"timeline.{verb}.spoken", name=look.say(state.named(to).name))
            text = look.t(f"timeline.{verb}")
            nodes += button(look, cell, f"timeline.{verb}", text, "secondary", spoken=spoken, style="label")
    for cell, lane in zip(cells[2:], state.switches, strict=False):
        on = lane.id in state.lanes
        spoken = look.t("timeline.off" if on else "timeline.on", name=look.say(lane.name))
        text, icon = _switch_words(look, cell, spoken, look.say(lane.name), on)
        nodes += button(look, cell, f"timeline.lane.{lane.id}", text, "primary" if on else "secondary", icon=icon,
                        spoken=spoken, style="label", role="toggle", on=on)  # fmt: skip
    return nodes


def _switch_words(look: Look, cell: Box, whole: str, name: str, on: bool) -> tuple[str, str | None]:
    """What a lane's switch shows: the whole sentence, its name with a sign, or the name alone, as there is room."""
    if look.width(whole, "label") <= cell.w - 56:
        return whole, None
    return name, ("minus" if on else "plus") if look.width(name, "label") <= cell.w - 112 else None
