"""The tree, the way to the top drawn strongly; beside or below it what is chosen and what goes up from there."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.tree.model import TreeState
from screens.look import Look
from screens.parts.buttons import button, button_height, centred
from screens.parts.paged import Para, read
from screens.parts.reader import reader
from screens.scene import Box, Disc, Fill, Group, Icon, Label, Node, Picture, Stroke, Target

_GUTTER = 32.0
_TREE = 0.56
_NODE_GAP = 28.0
_RISE = 64.0
_TALLEST = 168.0
_LEAST_TOLD = 300.0
_WIDEST = 560.0
_DOT_LIFT = 2.0
_LEAST_ART, _MOST_ART = 120.0, 340.0


def view(state: TreeState, look: Look, box: Box) -> BlockView:
    """Landscape: tree left. Portrait: tree above; below where controls must be low."""
    if look.landscape:
        area = Box(box.x, box.y, box.w * _TREE, box.h)
        told = Box(area.right + _GUTTER, box.y, box.w - area.w - _GUTTER, box.h)
    else:
        high = min(box.h - _LEAST_TOLD - 24, _wanted(state, look, box.w))
        if look.low:
            high = min(high, box.bottom - max(box.y, look.reach_top))
            area = Box(box.x, box.bottom - high, box.w, high)
            told = Box(box.x, box.y, box.w, area.y - 24 - box.y)
        else:
            area = Box(box.x, box.y, box.w, high)
            told = Box(box.x, area.bottom + 24, box.w, box.bottom - area.bottom - 24)
    if look.low and not look.landscape and state.chosen and _pages(state, look, told) > 1:
        return BlockView(tuple(_alone(state, look, box)))
    nodes = [*_tree(state, look, area), *_told(state, look, told)]
    return BlockView(tuple(nodes), hint=look.t("tree.hint") if state.chosen else "")


def _wanted(state: TreeState, look: Look, width: float) -> float:
    tiers = len(state.tiers)
    return tiers * (_TALLEST + (24 if look.large else 0)) + (tiers - 1) * _RISE


# ---- the tree ----------------------------------------


def _places(state: TreeState, box: Box) -> dict[str, Box]:
    """A box for every body: tiers share the height, bodies of a tier the width."""
    tiers = state.tiers
    high = min(_TALLEST + 24, (box.h - _RISE * (len(tiers) - 1)) / len(tiers))
    rise = min(1.6 * _RISE, (box.h - high * len(tiers)) / max(1, len(tiers) - 1))
    places: dict[str, Box] = {}
    y = box.y + (box.h - high * len(tiers) - rise * (len(tiers) - 1)) / 2
    for tier in tiers:
        wide = min(_WIDEST, (box.w - _NODE_GAP * (len(tier) - 1)) / len(tier))
        left = box.x + (box.w - wide * len(tier) - _NODE_GAP * (len(tier) - 1)) / 2
        for i, node in enumerate(tier):
            places[node.id] = Box(left + i * (wide + _NODE_GAP), y, wide, high)
        y += high + rise
    return places


def _tree(state: TreeState, look: Look, box: Box) -> list[Node]:
    places = _places(state, box)
    way = [one.id for one in state.way]
    nodes: list[Node] = []
    for node in state.block.nodes:
        if node.parent is not None:
            strong = node.id in way
            nodes.append(
                Stroke(_link(places[node.id], places[node.parent]), "ink" if strong else "control", 7 if strong else 3)
            )
    for node in state.block.nodes:
        lit, chosen = node.id in way, node.id == state.chosen
        nodes += _node(look, places[node.id], node.id, look.say(node.name), lit, chosen, node.id == state.here)
    if state.chosen:
        x, y = places[state.chosen].center[0], places[state.chosen].y + _DOT_LIFT
        dot: tuple[Node, ...] = (Disc(0, 0, 20, "paper", "vermilion", 4), Disc(0, 0, 11, "vermilion"))
        nodes.append(Group("tree.dot", dot, x, y, look.tokens.duration("dot_travel")))
    return nodes


def _link(child: Box, parent: Box) -> tuple[tuple[float, float], ...]:
    middle = (parent.bottom + child.y) / 2
    return (
        (child.center[0], child.y),
        (child.center[0], middle),
        (parent.center[0], middle),
        (parent.center[0], parent.bottom),
    )


def _node(look: Look, box: Box, id: str, name: str, lit: bool, chosen: bool, here: bool) -> list[Node]:
    """A body; the one this station belongs to says so in words, on a line of its own where there is room."""
    fill, ink = ("ink", "on_ink") if chosen else ("teal_wash" if lit else "raised", "ink")
    target = f"tree.node.{id}"
    style = look.fit(name, ("h3", "label"), box.w - 32, box.h - 16)
    edge = None if chosen else "ink" if lit else "control"
    said = look.t("tree.node.spoken", name=name)
    words = Box(box.x, box.y, box.w, box.h)
    nodes: list[Node] = [Fill(box, fill, 12, edge, 4 if lit else 2)]
    if here:
        said = f"{said}，{look.t('tree.here')}"
        line = look.style("meta").line
        above = Box(box.x, box.y + 8, box.w, box.h - line - 16)
        mark = "on_ink" if chosen else "teal_deep"
        if look.height(name, "label", box.w - 32) <= above.h:
            words = above
            own = Box(box.x, box.bottom - line - 12, box.w, line)
            nodes.append(centred(look, own, look.t("tree.here"), "meta", mark, box.w - 24, of=target))
            style = look.fit(name, ("h3", "label"), box.w - 32, words.h)
        else:
            nodes.append(Icon(Box(box.x + 8, box.y + 8, 40, 40), "pin", mark))
    return [
        *nodes,
        centred(look, words, name, style, ink, box.w - 32, of=target),
        Target(box, target, "option", name, said, chosen, False, 12, chosen),
    ]


# ---- the words ----------------------------------------


def _told(state: TreeState, look: Look, box: Box) -> list[Node]:
    """What the body is and what goes up from it; a button leads up where that is within reach."""
    up = len(state.way) > 1 and (look.landscape or not look.low)
    high = button_height(look, primary=False)
    room = Box(box.x, box.y, box.w, box.h - (high + 16 if up else 0))
    nodes = reader(look, room, _paras(state, look), state.page, "tree")
    inner = room.inset(32, 24)
    bottom = max(one.box.bottom for one in nodes if isinstance(one, Label))
    paged = any(isinstance(one, Target) for one in nodes)
    if not state.chosen and not paged and state.block.art and inner.bottom - bottom > _LEAST_ART + 32:
        high = min(inner.bottom - bottom - 32, _MOST_ART)
        nodes.append(Picture(Box(inner.x, bottom + 32, inner.w, high), state.block.art))
    if up:
        words = look.t("tree.up", name=look.say(state.way[1].name))
        nodes += button(look, Box(box.x, box.bottom - high, box.w, high), "tree.up", words, "secondary", style="label")
    return nodes


def _pages(state: TreeState, look: Look, box: Box) -> int:
    return read(look, box.inset(32, 24), _paras(state, look))[1]


def _alone(state: TreeState, look: Look, box: Box) -> list[Node]:
    """The words by themselves, where turning them over the tree would be out of reach."""
    foot = Box(box.x, box.bottom - button_height(look), box.w, button_height(look))
    told = reader(look, Box(box.x, box.y, box.w, box.h - foot.h - 20), _paras(state, look), state.page, "tree")
    return [*told, *button(look, foot, "tree.close", look.t("tree.close"))]


def _paras(state: TreeState, look: Look) -> list[Para]:
    node = state.node
    if node is None:
        question = Para(look.t("tree.question"), "h2", gap=0, heads=True, role="heading")
        return [question, Para(look.t("tree.start"))]
    said = [Para(look.say(node.name), "h2", gap=0, heads=True, role="heading"), Para(look.say(node.text))]
    if node.up is not None:
        said += [Para(look.t("tree.goes"), "label", "teal_deep", gap=24, heads=True), Para(look.say(node.up))]
    return said
