"""The table: left cards beside right cards, each with a knob towards the other side."""

from __future__ import annotations

from collections.abc import Sequence

from content.schema import MatchPair
from screens.exhibit.blocks.match.model import MatchState
from screens.look import Look
from screens.parts import panel
from screens.parts.paged import Para, pager, pager_height, read
from screens.scene import Box, Disc, Fill, Icon, Node, Target

_GAP = 14.0
_AISLE = 72.0  # between the sides, where the knobs are
_PAD = 24.0
_ICON = 44.0
_LEAST = 96.0
_TALLEST = 170.0


def table(state: MatchState, look: Look, box: Box) -> list[Node]:
    """All left cards; of the right ones as many as fit, the others on further pages."""
    head = look.style("meta").line + 8
    left, right = _sides(look, box)
    nodes: list[Node] = []
    for side, words in ((left, state.block.left_name), (right, state.block.right_name)):
        label = look.text(side.x, side.y, side.w, look.say(words), "meta", color="ink2", max_h=head)
        nodes.append(label)
    left, right = (Box(one.x, one.y + head, one.w, one.h - head) for one in (left, right))
    for cell, pair in zip(_rows(left, _needs(look, left.w, state.open_lefts, "left")), state.open_lefts, strict=True):
        nodes += _left(look, cell, pair, pair.id == state.left)
    pages = _pages(look, right, state.open_rights)
    if len(pages) > 1:
        high = pager_height(look)
        place = Box(right.x, right.bottom - high, right.w, high)
        right = Box(right.x, right.y, right.w, right.h - high - _GAP)
        pages = _pages(look, right, state.open_rights)
        words_ = (look.t("page.previous"), look.t("page.next"))
        nodes += pager(look, place, "match", words_, state.page, len(pages))
    shown = pages[state.page % len(pages)]
    for cell, pair in zip(_rows(right, _needs(look, right.w, shown, "right")), shown, strict=True):
        nodes += _right(look, cell, pair, pair.id == state.right)
    return nodes


def _sides(look: Look, box: Box) -> tuple[Box, Box]:
    share = 0.34 if look.landscape else 0.36
    wide = (box.w - _AISLE) * share
    return Box(box.x, box.y, wide, box.h), Box(box.x + wide + _AISLE, box.y, box.w - wide - _AISLE, box.h)


def _needs(look: Look, width: float, pairs: Sequence[MatchPair], side: str) -> list[float]:
    return [_need(look, width, one, side) for one in pairs]


def _need(look: Look, width: float, pair: MatchPair, side: str) -> float:
    if side == "left":
        high = look.height(look.say(pair.left), _left_style(look, width, pair), _left_room(look, width, pair))
        return max(_LEAST, high + 16)
    return max(_LEAST, look.height(look.say(pair.right), "body", width - 2 * _PAD) + 28)


def _left_room(look: Look, width: float, pair: MatchPair) -> float:
    return width - 2 * _PAD - (_ICON + 16 if pair.icon and look.landscape and not look.large else 0)


def _left_style(look: Look, width: float, pair: MatchPair) -> str:
    return look.fit(look.say(pair.left), ("label_l", "label", "meta"), _left_room(look, width, pair), 2 * 60.0)


def _rows(box: Box, needs: list[float]) -> list[Box]:
    """One row each, the spare room shared out up to a height."""
    spare = box.h - sum(needs) - _GAP * (len(needs) - 1)
    more = max(0.0, spare / max(1, len(needs)))
    cells: list[Box] = []
    y = box.y
    for need in needs:
        high = max(need, min(need + more, _TALLEST))
        cells.append(Box(box.x, y, box.w, high))
        y += high + _GAP
    return cells


def _pages(look: Look, box: Box, pairs: Sequence[MatchPair]) -> list[list[MatchPair]]:
    pages: list[list[MatchPair]] = [[]]
    used = 0.0
    for one in pairs:
        need = _need(look, box.w, one, "right")
        if pages[-1] and used + need > box.h + 0.5:
            pages.append([])
            used = 0.0
        pages[-1].append(one)
        used += need + _GAP
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
    nodes.append(look.text(x, box.center[1] - high / 2, room, words, style, max_h=box.h, of=id))
    nodes += _knob(box.right, box.center[1], on)
    nodes.append(Target(box, id, "option", words, words, on))
    return nodes


def _right(look: Look, box: Box, pair: MatchPair, on: bool) -> list[Node]:
    id = f"match.right.{pair.id}"
    words = look.say(pair.right)
    room = box.w - 2 * _PAD
    high = look.height(words, "body", room)
    return [
        *_ground(box, on),
        look.text(box.x + _PAD, box.center[1] - high / 2, room, words, "body", max_h=box.h, of=id),
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
            return [*panel(box, look), *text]
        paras = paras[2:]
    return []
