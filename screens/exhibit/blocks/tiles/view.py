"""The tile map: whole, with what is chosen beside it; in portrait and in large text a cut of it at a time."""

from __future__ import annotations

from dataclasses import replace

from content.civics.regions import districts
from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.tiles.drawing import legend, legend_line, overview, rivers, tile
from screens.exhibit.blocks.tiles.grid import COLS, ROWS, ZONES, Plan, within, zone_of
from screens.exhibit.blocks.tiles.model import MOST, TilesState
from screens.exhibit.blocks.tiles.rows import count_line, short_of
from screens.exhibit.blocks.tiles.table import about, comparison, side_by_side
from screens.look import Look
from screens.parts.buttons import ButtonKind, button, button_height, segmented
from screens.scene import Box, Group, Label, Node

_TILE, _GAP = 98.0, 8.0
_BETWEEN = 32.0
_ROW = 96.0
_TALLEST = 150.0
_SMALL_MAP = 260.0


def view(state: TilesState, look: Look, box: Box) -> BlockView:
    """Names fit on the whole map only in landscape and normal text."""
    sample = state.people.sample and bool(state.chosen)
    if len(state.chosen) == MOST and not state.about:
        return BlockView(tuple(_compared(state, look, box)), hint=look.t("tiles.hint.compare"), sample=sample)
    if look.landscape and not look.large:
        return _whole(state, look, box, sample)
    if state.about:
        return BlockView(tuple(_about_page(state, look, box)))
    return BlockView(tuple(_enlarged(state, look, box)), hint=_hint(state, look))


def _hint(state: TilesState, look: Look) -> str:
    if not state.chosen:
        return look.t("tiles.hint.two")
    if len(state.chosen) < MOST:
        return look.t("tiles.hint.one", name=short_of(state, look, state.pair[0]))
    return look.t("tiles.hint.pair")


def _compared(state: TilesState, look: Look, box: Box) -> list[Node]:
    """The table over the whole page, below it the two days where they have room, and the ways on.

    Where a tall page has room left, the small map shows where the two lie.
    """
    high = button_height(look, primary=False)
    table = Box(box.x, box.y, box.w, box.h - high - 16)
    foot = Box(box.x, box.bottom - high, box.w, high)
    if look.landscape:
        days = Box(foot.x, foot.y, 760.0 if look.large else 620.0, high)
        foot = Box(days.right + _BETWEEN, foot.y, foot.right - days.right - _BETWEEN, high)
        return [*side_by_side(state, look, table, foot), *_days(state, look, days)]
    nodes = side_by_side(state, look, table, foot)
    words = max(one.box.bottom for one in nodes if isinstance(one, Label) and one.box.bottom < table.bottom)
    room = Box(table.x, words + 48, table.w, table.bottom - words - 48)
    if room.h < _SMALL_MAP:
        return nodes
    nodes = side_by_side(state, look, Box(table.x, table.y, table.w, words + 24 - table.y), foot)
    return [*nodes, *overview(replace(state, zone=""), look, within(room, 4, tallest=72))]


# ---- the whole map ----------------------------------------


def _whole(state: TilesState, look: Look, box: Box, sample: bool) -> BlockView:
    """Heading and switch stand in the map's empty corner; the exhibit's tabs over the panel at the right."""
    plan = Plan(box.x, box.bottom - ROWS * (_TILE + _GAP) + _GAP, _TILE, _TILE, _GAP)
    right = plan.x + COLS * (_TILE + _GAP) - _GAP
    nodes: list[Node] = _corner(state, look, Box(box.x, box.y, plan.corner(6, 0)[0] - box.x - 12, 0))
    nodes += rivers(plan, 5)
    for region in state.regions:
        nodes += tile(state, look, plan.box(region), region, "meta")
    x, y = plan.corner(9, 3)
    nodes += legend(look, Box(x + 8, y, right - x - 8, 0))
    side = Box(right + _BETWEEN, box.y + 8, box.right - right - _BETWEEN, 2 * _ROW + 12)
    below = Box(side.x, side.bottom + 20, side.w, box.bottom - side.bottom - 20)
    drawn = (
        comparison(state, look, below) if state.chosen and not state.about else about(state, look, below, beside=True)
    )
    return BlockView((*nodes, *drawn), hint=_hint(state, look), sample=sample, bare=True, tabs=side)


def _corner(state: TilesState, look: Look, box: Box) -> list[Node]:
    title = look.text(box.x, box.y, box.w, look.say(state.block.title), "h1", role="heading", id="exhibit.title")
    note = look.text(box.x, title.box.bottom, box.w, look.say(state.block.caveat), "meta", color="ink2")
    nodes: list[Node] = [title, note]
    return nodes + _days(state, look, Box(box.x, note.box.bottom + 12, box.w, _ROW))


def _days(state: TilesState, look: Look, box: Box) -> list[Node]:
    options = [
        (f"tiles.day.{one.id}", look.t("tiles.day", name=look.say(one.name), n=len(districts(one.day))))
        for one in state.block.days
    ]
    room = box.w / len(options) - 24
    fits = (one for one in ("label", "meta") if all(look.width(text, one) <= room for _, text in options))
    return segmented(look, box, options, f"tiles.day.{state.day_id}", next(fits, "dock"))


# ---- a cut of it ----------------------------------------


def _enlarged(state: TilesState, look: Look, box: Box) -> list[Node]:
    """A small map to find one's place, and the tiles of one cut large enough to touch."""
    if look.landscape:
        row = 128.0
        left = Box(box.x, box.y, 680, box.h)
        choices = Box(left.x, left.bottom - 3 * row - 24, left.w, 3 * row + 24)
        nodes = _choices_beside(state, look, choices, row)
        small = Box(left.x, left.y, left.w, left.h - choices.h - 24)
        tiles = Box(left.right + _BETWEEN, box.y, box.right - left.right - _BETWEEN, box.h)
    else:
        days = 112.0 if look.large else _ROW
        tile_h = 112.0 if look.large else 130.0
        need = days + 12 + _ROW + 20 + 4 * tile_h + 3 * _GAP
        top = max(box.bottom - need, box.y, look.reach_top)
        nodes = _choices_above(state, look, Box(box.x, top, box.w, days + 12 + _ROW), days)
        small = Box(box.x, box.y, box.w, top - box.y - 24)
        tiles = Box(box.x, top + days + _ROW + 32, box.w, box.bottom - top - days - _ROW - 32)
    plan = within(small.inset(8), 4, tallest=72)
    nodes.append(Group("tiles.overview", tuple(overview(state, look, plan)), whole=True))
    nodes += _in_the_corner(state, look, plan)
    cut = within(tiles, _GAP, state.zone, tallest=_TALLEST if ZONES[state.zone][3] > 2 else 1.4 * _TALLEST)
    style = "meta" if look.large else "label"
    for region in state.regions:
        if zone_of(region) == state.zone:
            nodes += tile(state, look, cut.box(region), region, style)
    return nodes


def _in_the_corner(state: TilesState, look: Look, plan: Plan) -> list[Node]:
    """How many there are, where the small map leaves room for it."""
    x, y = plan.corner(0, 0)
    right, bottom = plan.corner(6, 2)
    text = count_line(state, look)
    if look.height(text, "meta", right - x - 12) > bottom - y:
        return []
    said = look.text(x, y, right - x - 12, text, "meta", color="ink2")
    if said.box.bottom + 12 + look.style("meta").line > plan.corner(0, 3)[1]:
        return [said]
    return [said, *legend_line(look, x, said.box.bottom + 12, right)]


def _about_page(state: TilesState, look: Look, box: Box) -> list[Node]:
    """What the map says, with the way back to it."""
    foot = Box(box.x, box.bottom - button_height(look), box.w, button_height(look))
    read = about(state, look, Box(box.x, box.y, box.w, box.h - foot.h - 20))
    return [*read, *button(look, foot, "tiles.close", look.t("tiles.close"))]


def _choices_beside(state: TilesState, look: Look, box: Box, row: float) -> list[Node]:
    """The days over the cuts of the map and what the map says, three abreast."""
    nodes = _days(state, look, Box(box.x, box.y, box.w, row))
    rows = Box(box.x, box.y + row + 12, box.w, 2 * row + 12).rows(2, 12)
    *places, about_at = [cell for line in rows for cell in line.columns(3, 12)]
    for zone, place in zip(ZONES, places, strict=True):
        name, on = look.t(f"tiles.zone.{zone}"), zone == state.zone
        spoken = look.t("tiles.zone.spoken", name=name)
        kind: ButtonKind = "primary" if on else "secondary"
        nodes += button(look, place, f"tiles.zone.{zone}", name, kind, style="label", role="tab", on=on, spoken=spoken)
    return [*nodes, *_about_button(look, about_at)]


def _choices_above(state: TilesState, look: Look, box: Box, row: float) -> list[Node]:
    """The days and what the map says in one row, the cuts of the map in another."""
    days = Box(box.x, box.y, box.w - 212, row)
    zones = [(f"tiles.zone.{zone}", look.t(f"tiles.zone.{zone}")) for zone in ZONES]
    cuts = Box(box.x, days.bottom + 12, box.w, _ROW)
    return [
        *_days(state, look, days),
        *_about_button(look, Box(days.right + 12, box.y, 200, row)),
        *segmented(look, cuts, zones, f"tiles.zone.{state.zone}"),
    ]


def _about_button(look: Look, box: Box) -> list[Node]:
    words = look.t("tiles.about.short")
    return button(look, box, "tiles.about", words, "secondary", style="label", spoken=look.t("tiles.about"))
