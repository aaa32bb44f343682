"""The table: left cards beside right cards, each with a knob towards the other side."""

from __future__ import annotations

from collections.abc import Sequence

from content.schema import MatchPair
from screens.exhibit.blocks.match.model import MatchState
from screens.look import Look
from screens.parts import panel
from screens.parts.paged import Para, read
from screens.parts.paging import Turn, pager, pager_height
from screens.parts.told import drawing
from screens.scene import Box, Disc, Fill, Icon, Node, Stroke, Target

_GAP = 10.0
_AISLE = 72.0  # between the sides, where the knobs are
_PAD = 24.0
_ICON = 44.0
_LEAST = 96.0
_LEAST_JOINED = 60.0  # height of a pair that is found
_TALLEST = {True: 170.0, False: 310.0}  # landscape, portrait
_SIGN = 72.0  # over the words of a tall card that has no room beside them


def table(state: MatchState, look: Look, box: Box) -> list[Node]:
    """The cards of both sides under their names; where a side does not fit, it has pages of its own."""
    head = look.style("meta").line + 8
    left, right = _sides(look, box)
    nodes: list[Node] = []
    for side, words in ((left, state.block.left_name), (right, state.block.right_name)):
        nodes.append(look.text(side.x, side.y, side.w, look.say(words), "meta", color="ink2", max_h=head))
    left, right = (Box(one.x, one.y + head, one.w, one.h - head) for one in (left, right))
    if not look.large and not look.reach_top:
        free = _freed(state, look, left, right)
        nodes += _joined(state, look, left, right, free)
        left, right = (Box(one.x, one.y, one.w, one.h - free) for one in (left, right))
    needs = [_left_need(look, left.w, one) for one in state.open_lefts]
    shelf, pairs, more = _side(look, left, state.open_lefts, needs, state.shelf, "match.shelf")
    nodes += more
    for cell, pair in zip(shelf, pairs, strict=True):
        nodes += _left(look, cell, pair, pair.id == state.left)
    style, needs = _right_style(look, right, state.open_rights)
    rows, pairs, more = _side(look, right, state.open_rights, needs, state.page, "match")
    nodes += more
    for cell, pair in zip(rows, pairs, strict=True):
        nodes += _right(look, cell, pair, pair.id == state.right, style)
    return nodes


def _freed(state: MatchState, look: Look, left: Box, right: Box) -> float:
    """Height that the pairs already found leave free: cards keep their size as the table empties."""
    count = len(state.settled)
    needs = (
        sum(_left_need(look, left.w, one) + _GAP for one in state.open_lefts),
        sum(_right_need(look, right.w, one, "body") + _GAP for one in state.open_rights),
    )
    free = min((left.h + _GAP) * count / len(state.rights), left.h - max(needs))
    return free if count and free >= count * _LEAST_JOINED else 0.0


def _joined(state: MatchState, look: Look, left: Box, right: Box, free: float) -> list[Node]:
    """The pairs found so far, at the foot of the table: tied together, nothing to touch."""
    nodes: list[Node] = []
    if not free:
        return nodes
    each = free / len(state.settled)
    for i, (id, _) in enumerate(state.settled):
        pair = state.pair(id)
        y = left.bottom - free + _GAP + i * each + (each - _GAP) / 2
        name, words = look.say(pair.left), look.say(pair.right)
        rooms = left.w - 2 * _PAD - 48, right.w - 2 * _PAD
        high = look.height(name, "label", rooms[0]), look.height(words, "meta", rooms[1])
        if max(high) > each:
            continue
        nodes += [
            Icon(Box(left.x + _PAD - 8, y - 20, 40, 40), "check", "teal"),
            look.text(left.x + _PAD + 48, y - high[0] / 2, rooms[0], name, "label", color="teal_deep"),
            look.text(right.x + _PAD, y - high[1] / 2, rooms[1], words, "meta", color="ink2"),
            Stroke(((left.right, y), (right.x, y)), "teal", 4),
            Disc(left.right, y, 8, "teal"),
            Disc(right.x, y, 8, "teal"),
        ]
    return nodes


def _right_style(look: Look, box: Box, pairs: Sequence[MatchPair]) -> tuple[str, list[float]]:
    """The largest style in which all right cards fit, and their heights in it; the smaller one where none does."""
    for style in ("body_l", "body"):
        needs = [_right_need(look, box.w, one, style) for one in pairs]
        if len(_pages(box, pairs, needs)) == 1:
            break
    return style, needs


def _side(
    look: Look, box: Box, pairs: Sequence[MatchPair], needs: Sequence[float], page: int, prefix: str
) -> tuple[list[Box], list[MatchPair], list[Node]]:
    """The rows of one side's page, their pairs, and the pager below them if there are more pages."""
    pages = _pages(box, pairs, needs)
    nodes: list[Node] = []
    if len(pages) > 1:
        high = pager_height(look)
        place = Box(box.x, box.bottom - high, box.w, high)
        box = Box(box.x, box.y, box.w, box.h - high - _GAP)
        pages = _pages(box, pairs, needs)
        at = page % len(pages)
        before = f"{prefix}.page.prev" if at else None
        after = f"{prefix}.page.next" if at + 1 < len(pages) else None
        nodes = pager(look, place, Turn(before, after), at, len(pages), f"{prefix}.page")
    shown = pages[page % len(pages)]
    return _rows(look, box, [needs[i] for i in shown]), [pairs[i] for i in shown], nodes


def _sides(look: Look, box: Box) -> tuple[Box, Box]:
    share = 0.34 if look.landscape else (0.43 if look.large and look.english else 0.36)
    wide = (box.w - _AISLE) * share
    return Box(box.x, box.y, wide, box.h), Box(box.x + wide + _AISLE, box.y, box.w - wide - _AISLE, box.h)


def _left_need(look: Look, width: float, pair: MatchPair) -> float:
    high = look.height(look.say(pair.left), _left_style(look, width, pair), _left_room(look, width, pair))
    return max(_LEAST, high + 16)


def _right_need(look: Look, width: float, pair: MatchPair, style: str) -> float:
    return max(_LEAST, look.height(look.say(pair.right), style, width - 2 * _PAD) + 28)


def _left_room(look: Look, width: float, pair: MatchPair) -> float:
    return width - 2 * _PAD - (_ICON + 16 if pair.icon and look.landscape and not look.large else 0)


def _left_style(look: Look, width: float, pair: MatchPair) -> str:
    """The largest style in which no word is broken and three lines are enough."""
    words = look.say(pair.left)
    room = _left_room(look, width, pair)
    for style in ("label_l", "label"):
        whole = not look.english or all(look.width(one, style) <= room for one in words.split())
        if whole and len(look.lines(words, style, room)) <= 3:
            return style
    return "meta"


def _rows(look: Look, box: Box, needs: list[float]) -> list[Box]:
    """One row each, the spare room shared out up to a height."""
    spare = box.h - sum(needs) - _GAP * (len(needs) - 1)
    more = max(0.0, spare / max(1, len(needs)))
    cells: list[Box] = []
    y = box.y
    for need in needs:
        high = max(need, min(need + more, _TALLEST[look.landscape]))
        cells.append(Box(box.x, y, box.w, high))
        y += high + _GAP
    return cells


def _pages(box: Box, pairs: Sequence[MatchPair], needs: Sequence[float]) -> list[list[int]]:
    """Indices of the pairs, page by page."""
    pages: list[list[int]] = [[]]
    used = 0.0
    for i, _ in enumerate(pairs):
        if pages[-1] and used + needs[i] > box.h + 0.5:
            pages.append([])
            used = 0.0
        pages[-1].append(i)
        used += needs[i] + _GAP
    return pages


def _left(look: Look, box: Box, pair: MatchPair, on: bool) -> list[Node]:
    id = f"match.left.{pair.id}"
    words = look.say(pair.left)
    room = _left_room(look, box.w, pair)
    style = _left_style(look, box.w, pair)
    x = box.right - _PAD - room
    high = look.height(words, style, room)
    nodes: list[Node] = _ground(box, on)
    if x > box.x + _PAD + 1 and pair.icon:
        nodes.append(Icon(Box(box.x + _PAD, box.center[1] - _ICON / 2, _ICON, _ICON), pair.icon, "teal"))
    y = box.center[1] - high / 2
    if x <= box.x + _PAD + 1 and pair.icon and box.h >= high + _SIGN + 64:
        y += (_SIGN + 16) / 2
        nodes.append(Icon(Box(x, y - _SIGN - 16, _SIGN, _SIGN), pair.icon, "teal"))
    nodes.append(look.text(x, y, room, words, style, max_h=box.h, of=id))
    nodes += _knob(box.right, box.center[1], on)
    nodes.append(Target(box, id, "option", words, words, on))
    return nodes


def _right(look: Look, box: Box, pair: MatchPair, on: bool, style: str) -> list[Node]:
    id = f"match.right.{pair.id}"
    words = look.say(pair.right)
    room = box.w - 2 * _PAD
    high = look.height(words, style, room)
    return [
        *_ground(box, on),
        look.text(box.x + _PAD, box.center[1] - high / 2, room, words, style, max_h=box.h, of=id),
        *_knob(box.x, box.center[1], on),
        Target(box, id, "option", words, words, on),
    ]


def _ground(box: Box, on: bool) -> list[Node]:
    return [Fill(box, "raised", 12, *(("ink", 5.0) if on else ("control", 2.0)))]


def _knob(x: float, y: float, on: bool) -> list[Node]:
    """Where a thread would be tied: vermilion on the card in hand."""
    return [Disc(x, y, 15, "vermilion")] if on else [Disc(x, y, 11, "paper", "control", 3)]


def above_reach(state: MatchState, look: Look, box: Box) -> list[Node]:
    """The pairs found so far, or how it goes, where nothing can be touched."""
    paras: list[Para] = []
    for right, _ in state.settled:
        pair = state.pair(right)
        paras.append(Para(look.say(pair.left), "h3", "teal_deep", 14, heads=True))
        paras.append(Para(look.say(pair.right), "meta", gap=0))
    if not paras:
        sides = {"a": look.say(state.block.left_name), "b": look.say(state.block.right_name)}
        paras.append(Para(look.t("match.how", **sides), "body"))
        if state.block.disclaimer:
            paras.append(Para(look.say(state.block.disclaimer), "meta", "ink2", 12))
    while paras:
        text, pages = read(look, box.inset(36, 24), paras)
        if pages == 1:
            art = drawing(box, text, state.block.art) if state.block.art else []
            return [*panel(box, look), *text, *art]
        paras = paras[2:]
    return []
