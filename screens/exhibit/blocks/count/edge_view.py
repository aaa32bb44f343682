"""Where a box begins and ends: who stands, and what came of it."""

from __future__ import annotations

from screens.exhibit.blocks.count.board import board, names
from screens.exhibit.blocks.count.model import CountState
from screens.exhibit.blocks.count.turnout_view import dots
from screens.look import Look
from screens.parts import button_height, panel
from screens.parts.buttons import button, centred
from screens.parts.paged import Para, read
from screens.parts.stage import arrows, stage
from screens.scene import Box, Label, Node, Picture

_GAP = 20.0


def open_view(state: CountState, look: Look, box: Box) -> list[Node]:
    """The four trees and the closed box, below the exhibit's heading."""
    high = button_height(look)
    foot = Box(box.x, box.bottom - high, box.w, high)
    lead = look.t("count.open.lead", n=len(state.box.papers), seats=state.block.seats)
    note = look.say(state.block.disclaimer)
    room = box.w - (520 + 40 if look.landscape else 0)
    lead_h, note_h = look.height(lead, "body", room), look.height(note, "meta", room)
    text_h = lead_h + 8 + note_h
    if look.landscape:
        text_y = box.bottom - max(high, text_h) + (max(high, text_h) - text_h) / 2
        foot = Box(box.right - 520, box.bottom - max(high, text_h) / 2 - high / 2, 520, high)
        cards = Box(box.x, box.y, box.w, box.bottom - max(high, text_h) - 28 - box.y)
        cells = cards.columns(len(state.block.candidates), 24)
    else:
        text_y = foot.y - 24 - text_h
        cards = Box(box.x, box.y, box.w, text_y - 24 - box.y)
        rows = -(-len(state.block.candidates) // 2)
        cells = [cell for row in cards.rows(rows, 20) for cell in row.columns(2, 20)]
    nodes: list[Node] = []
    for cell, one in zip(cells, state.block.candidates, strict=False):
        line = look.style("h2").line
        size = min(cell.w - 60, cell.h - line - 60)
        x = cell.center[0]
        top = cell.y + (cell.h - size - line - 12) / 2
        nodes += [*panel(cell, look), Picture(Box(x - size / 2, top, size, size), one.art)]
        nodes.append(centred(look, Box(cell.x, top + size + 12, cell.w, line), look.say(one.name), "h2", "ink"))
    return [
        *nodes,
        look.text(box.x, text_y, room, lead, "body"),
        look.text(box.x, text_y + lead_h + 8, room, note, "meta", color="ink2"),
        *button(look, foot, "count.open", look.t("count.open"), icon="ballot"),
    ]


def end_view(state: CountState, look: Look, box: Box) -> list[Node]:
    """Who is elected, by which rounds, how the visitor judged; what was made up, and the number to draw it again."""
    who = state.elected
    known = names(state, look)
    joined = (", " if look.english else "、").join(known[one] for one in who)
    title = look.t("count.end.title" if who else "count.end.none", who=joined)
    nodes, top = stage(look, box, title, "", look.t("ballot.sim"), "count.title")
    body = Box(box.x, top, box.w, box.bottom - top)
    paras = [Para(text, "body", gap=10) for text in _way(state, look, known)]
    paras[0] = Para(paras[0].text, "body")
    paras += [
        Para(look.t("count.end.judged", n=len(state.judged), m=state.right), "body", gap=20),
        Para(look.say(state.block.disclaimer), "meta", "ink2", 20),
        Para(look.t("count.end.seed", n=state.draw), "meta", "ink2", 8),
    ]
    trees = tuple(one.art for one in state.block.candidates if one.id in who)
    high = button_height(look)
    if look.landscape:
        left = Box(body.x, body.y, body.w * 0.54, body.h)
        side = Box(left.right + 32, body.y, body.w - left.w - 32, body.h)
        foot = Box(side.x, side.bottom - high, side.w, high)
        wall = Box(side.x, side.y, side.w, foot.y - _GAP - side.y)
    else:
        foot = Box(body.x, body.bottom - high, body.w, high)
        room = foot.y - 2 * _GAP - body.y
        left = Box(body.x, body.y, body.w, room * 0.6)
        wall = Box(body.x, left.bottom + _GAP, body.w, room * 0.4)
    said, pages = _result(state, look, left, paras, trees)
    turn, rest = arrows(look, foot, "count", state.page, pages)
    again = button(look, rest, "count.again", look.t("count.again"))
    return [*nodes, *said, *board(state, look, wall), *turn, *again]


def _result(
    state: CountState, look: Look, box: Box, paras: list[Para], trees: tuple[str, ...]
) -> tuple[list[Node], int]:
    """The words, below the elected trees where there is room for both on one page."""
    inner = box.inset(40, 32)
    text, pages = read(look, inner, paras, state.page)
    bottom = max((one.box.bottom for one in text if isinstance(one, Label)), default=inner.y)
    spare = min(280.0, inner.bottom - bottom - 24)
    if pages > 1 or spare < 100:
        return [*panel(box, look), *text], pages
    if not trees:
        return [*panel(box, look), *text, *dots(state, look, Box(inner.x, bottom + 28, inner.w, spare))], 1
    text, _ = read(look, Box(inner.x, inner.y + spare + 24, inner.w, inner.h - spare - 24), paras)
    pictures = [Picture(Box(inner.x + i * (spare + 32), inner.y, spare, spare), art) for i, art in enumerate(trees)]
    return [*panel(box, look), *pictures, *text], 1


def _way(state: CountState, look: Look, known: object) -> list[str]:
    """Each round in a sentence."""
    assert isinstance(known, dict)
    found = state.validity
    if not found.valid:
        key = "count.end.few" if not found.enough else "count.end.more"
        return [look.t(key, took=state.box.took_part, n=state.box.voters, cast=len(state.box.papers))]
    said: list[str] = []
    joint = ", " if look.english else "、"
    for one in state.rounds:
        names_ = joint.join(known[who] for who in one.count.elected)
        key = f"count.end.{one.kind}" if one.count.elected else f"count.end.{one.kind}.none"
        said.append(look.t(key, who=names_, need=one.count.votes_needed))
    if state.still_tied:
        said.append(look.t("count.end.tied", n=state.open_seats))
    elif state.open_seats:
        said.append(look.t("count.end.open", n=state.open_seats))
    return said
