"""The data wall: the question over the bars, what they are beside or below them, and the way to the other charts."""

from __future__ import annotations

from dataclasses import replace

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.bars.drawing import bar_row, row_height
from screens.exhibit.blocks.bars.model import NONE, BarsState
from screens.look import Look
from screens.parts.buttons import button, segmented
from screens.parts.paged import Para, read
from screens.parts.paging import Turn, pager, pager_height
from screens.parts.reader import reader
from screens.scene import Box, Disc, Fill, Label, Node, Target

_GUTTER = 28.0
_SIDE = 0.36
_LEAST_TOLD = 220.0
_TALLEST = 176.0
_KEY = 26.0


def view(state: BarsState, look: Look, box: Box) -> BlockView:
    """Landscape: bars left, words right. Portrait: words below; controls stay within reach."""
    foot = pager_height(look)
    hint = look.t("bars.hint.told" if state.told else "bars.hint.ask")
    if look.landscape:
        wide = (box.w - _GUTTER) * (1 - _SIDE)
        left = Box(box.x, box.y, wide, box.h)
        right = Box(left.right + _GUTTER, box.y, box.w - wide - _GUTTER, box.h)
        nodes, _ = _chart(state, look, left)
        nodes += _told(state, look, Box(right.x, right.y, right.w, right.h - foot - 16))
        nodes += _turns(state, look, Box(right.x, right.bottom - foot, right.w, foot))
        return BlockView(tuple(nodes), hint=hint)
    row = Box(box.x, box.bottom - foot, box.w, foot)
    body = Box(box.x, box.y, box.w, row.y - 16 - box.y)
    if look.large or (look.low and _paged(state, look, body)):
        return BlockView(tuple(_one_face(state, look, body, row)), hint=hint)
    nodes = _stacked(state, look, body)
    return BlockView((*nodes, *_turns(state, look, row)), hint=hint)


def _one_face(state: BarsState, look: Look, box: Box, row: Box) -> list[Node]:
    """In large text either the bars or the words, and a button to change over."""
    wide = row.w * 0.42
    words = look.t("bars.face.bars" if state.words else "bars.face.words")
    cell = Box(row.right - wide, row.y, wide, row.h)
    turns = _turns(state, look, Box(row.x, row.y, row.w - wide - _GUTTER, row.h))
    nodes = [*turns, *button(look, cell, "bars.face", words, "secondary", style="label")]
    if state.words:
        return [*nodes, *_told(state, look, box)]
    if look.low:  # the heading may stand above the reach, the bars may not
        head = _head_height(state, look, box.w)
        if switch := _switch_height(state, look):
            head -= switch + _gap(look)
        reach = look.reach_top - head
        lifted = max(box.y, min(box.bottom - _chart_height(state, look, box.w), reach))
        drawn, _ = _chart(state, look, Box(box.x, lifted, box.w, box.bottom - lifted))
        spare = Box(box.x, box.y, box.w, lifted - 20 - box.y)
    else:
        drawn, bottom = _chart(state, look, box)
        spare = Box(box.x, bottom + 20, box.w, box.bottom - bottom - 20)
    return [*nodes, *drawn, *_in_short(state, look, spare)]


def _in_short(state: BarsState, look: Look, box: Box) -> list[Node]:
    """As many of the words as fit a room on one page, more than a heading; nothing where they don't."""
    paras = _paras(state, look)
    room = box.inset(32, 24)
    for count in range(len(paras), 1, -1):
        lines = sum(look.height(one.text, one.style, room.w) + one.gap for one in paras[:count])
        if lines <= room.h:
            high = lines + 48 if look.low else box.h
            return reader(look, Box(box.x, box.y, box.w, min(box.h, high)), paras[:count], 0, "bars")
    return []


def _paged(state: BarsState, look: Look, box: Box) -> bool:
    """Whether the words over the bars would need buttons, out of a low reach."""
    room = Box(box.x, box.y, box.w, _told_height(state, look, box)).inset(32, 24)
    return read(look, room, _paras(state, look))[1] > 1


def _told_height(state: BarsState, look: Look, box: Box) -> float:
    return max(_LEAST_TOLD, box.h - _chart_height(state, look, box.w) - 20)


def _stacked(state: BarsState, look: Look, box: Box) -> list[Node]:
    """In portrait bars come last where controls must be low."""
    if look.low:
        top = Box(box.x, box.y, box.w, _told_height(state, look, box))
        nodes, _ = _chart(state, look, Box(box.x, top.bottom + 20, box.w, box.bottom - top.bottom - 20))
        return [*_told(state, look, top), *nodes]
    nodes, bottom = _chart(state, look, Box(box.x, box.y, box.w, box.h - _LEAST_TOLD - 20))
    return [*nodes, *_told(state, look, Box(box.x, bottom + 20, box.w, box.bottom - bottom - 20))]


# ---- the bars ----------------------------------------


def _head_style(state: BarsState, look: Look) -> tuple[str, str]:
    """What stands over the bars: the question until it is answered, then the chart's name."""
    question = state.chart.question
    return (look.say(question), "h3") if question and not state.told else (look.say(state.chart.name), "h3")


def _gap(look: Look) -> float:
    return 8.0 if look.large else 12.0


def _switch_height(state: BarsState, look: Look) -> float:
    return (112.0 if look.large else 96.0) if state.told and state.chart.average_name else 0.0


def _head_height(state: BarsState, look: Look, width: float) -> float:
    text, style = _head_style(state, look)
    name = look.height(text, style, width - 8)
    key = look.style("meta").line + 8 if state.told and not look.large else 0.0
    switch = _switch_height(state, look)
    return name + _gap(look) + (switch + _gap(look) if switch else key)


def _rows_height(state: BarsState, look: Look, width: float) -> float:
    rows = [row_height(state, look, one, width) for one in state.chart.bars]
    if not state.told and state.chart.asks == "actual":
        rows.append(_none_height(look))
    return sum(rows) + _gap(look) * (len(rows) - 1)


def _chart_height(state: BarsState, look: Look, width: float) -> float:
    return _head_height(state, look, width) + _rows_height(state, look, width)


def _none_height(look: Look) -> float:
    return 112.0 if look.large else 96.0


def _chart(state: BarsState, look: Look, box: Box) -> tuple[list[Node], float]:
    """Heading, bars, and while it is asked the answer that it is none of them. Rows share what room is left."""
    text, style = _head_style(state, look)
    nodes: list[Node] = [look.text(box.x + 4, box.y, box.w - 8, text, style, role="heading")]
    head = _head_height(state, look, box.w)
    y = box.y + look.height(text, style, box.w - 8) + _gap(look)
    if switch := _switch_height(state, look):
        nodes += _switch(state, look, Box(box.x, y, box.w, switch))
    elif state.told and not look.large:
        nodes += _key(look, Box(box.x + 4, y - 4, box.w - 8, 0))
    y = box.y + head
    spare = box.h - _chart_height(state, look, box.w)
    more = max(0.0, spare / len(state.chart.bars))
    for bar in state.chart.bars:
        least = row_height(state, look, bar, box.w)
        high = max(least, min(least + more, _TALLEST))
        nodes += bar_row(state, look, Box(box.x, y, box.w, high), bar)
        y += high + _gap(look)
    if not state.told and state.chart.asks == "actual":
        cell = Box(box.x, y, box.w, _none_height(look))
        nodes += button(look, cell, f"bars.bar.{NONE}", look.t("bars.none"), "secondary", style="label")
        y = cell.bottom + _gap(look)
    return nodes, y - _gap(look)


def _switch(state: BarsState, look: Look, box: Box) -> list[Node]:
    name = state.chart.average_name
    options = [("bars.by.total", look.t("bars.total")), ("bars.by.average", look.say(name) if name else "")]
    return segmented(look, box, options, "bars.by.average" if state.average else "bars.by.total")


def _key(look: Look, box: Box) -> list[Node]:
    """Filled is so, hollow is a target."""
    line = look.style("meta").line
    nodes: list[Node] = []
    x = box.x
    for fill, border, key in (("teal", None, "bars.key.actual"), ("teal_wash", "teal", "bars.key.target")):
        nodes.append(Fill(Box(x, box.y + (line - _KEY) / 2, 2 * _KEY, _KEY), fill, 4, border, 3, dashed=bool(border)))
        text = look.t(key)
        wide = look.width(text, "meta")
        nodes.append(look.text(x + 2 * _KEY + 12, box.y, wide + 4, text, "meta", color="ink2"))
        x += 2 * _KEY + 12 + wide + 36
    return nodes


# ---- the words ----------------------------------------


def _paras(state: BarsState, look: Look) -> list[Para]:
    chart, bar = state.chart, state.bar
    if not state.told:
        return [
            Para(look.t("bars.ask.head"), "h2", gap=0, heads=True, role="heading"),
            Para(look.t(f"bars.ask.{chart.asks}")),
        ]
    if bar is not None:
        texts = [bar.text, *((bar.reached_text,) if bar.reached_text else ())]
        said = [Para(look.say(one)) for one in texts]
        return [Para(look.say(bar.name), "h2", gap=0, heads=True, role="heading"), *said]
    head = look.t("bars.right" if state.right else "bars.wrong") if state.guess else look.say(chart.name)
    answer = [Para(look.say(chart.answer))] if chart.answer else []
    return [
        Para(head, "h2", gap=0, heads=True, role="heading"),
        *answer,
        Para(look.say(chart.caveat), "meta", "ink2", gap=20),
        Para(look.t("bars.read"), "meta", "teal_deep", gap=20),
    ]


def _told(state: BarsState, look: Look, box: Box) -> list[Node]:
    nodes = reader(look, box, _paras(state, look), state.page, "bars")
    inner = box.inset(32, 24)
    if not state.told and not any(isinstance(one, Target) for one in nodes):
        bottom = max(one.box.bottom for one in nodes if isinstance(one, Label))
        if bottom + 32 + _asked_key_height(state, look) <= inner.bottom:
            nodes += _asked_key(state, look, Box(inner.x, bottom + 32, inner.w, 0))
    return [*nodes, *_mark(state, inner, nodes)]


def _asked_key_height(state: BarsState, look: Look) -> float:
    line = look.style("meta").line
    return 2 * (line + 44 + 20) if state.chart.asks == "actual" else look.style("h3").line


def _asked_key(state: BarsState, look: Look, box: Box) -> list[Node]:
    """How the answer will be drawn: hollow and filled, or what is divided."""
    if state.chart.asks == "average":
        return [look.text(box.x, box.y, box.w, look.t("bars.divide"), "h3", color="teal_deep")]
    line = look.style("meta").line
    nodes: list[Node] = []
    y = box.y
    for fill, key in (("teal", "bars.key.actual"), ("teal_wash", "bars.key.target")):
        hollow = key.endswith("target")
        bar = Box(box.x, y, box.w * (0.8 if hollow else 0.5), 44)
        nodes.append(Fill(bar, fill, 4, "teal" if hollow else None, 3, dashed=hollow))
        nodes.append(look.text(box.x, bar.bottom, box.w, look.t(key), "meta", color="ink2"))
        y = bar.bottom + line + 20
    return nodes


def _mark(state: BarsState, inner: Box, nodes: list[Node]) -> list[Node]:
    """The vermilion point, where the guess was that it is none of the bars; else it stands with the bar."""
    head = next((one for one in nodes if isinstance(one, Label) and one.role == "heading"), None)
    if state.guess != NONE or state.read or head is None:
        return []
    y = head.box.y + head.style.line / 2
    return [Disc(inner.right - 22, y, 18, None, "vermilion", 4), Disc(inner.right - 22, y, 9, "vermilion")]


def _turns(state: BarsState, look: Look, box: Box) -> list[Node]:
    last = len(state.block.charts) - 1
    turn = Turn(
        f"bars.chart.{state.at - 1}" if state.at else None,
        f"bars.chart.{state.at + 1}" if state.at < last else None,
    )
    nodes = pager(look, box, turn, state.at, last + 1, "bars.chart")
    return [_chart_way(look, one) if isinstance(one, Target) else one for one in nodes]


def _chart_way(look: Look, way: Target) -> Target:
    """Heard beside the ways through a chart's pages, those to other charts say what they lead to."""
    return replace(way, spoken=look.t("bars.chart.spoken", way=way.spoken or way.label))
