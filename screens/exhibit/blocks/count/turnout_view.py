"""Does the election stand? Every voter a dot, those who took part filled; two numbers against two conditions."""

from __future__ import annotations

from screens.exhibit.blocks.count.model import CountState
from screens.look import Look
from screens.parts.paged import Para, read
from screens.parts.panels import panel
from screens.parts.stage import Onward, answers, law, stage, verdict
from screens.scene import Box, Disc, Label, Node

_ACROSS = 10
_WIDEST = 92.0


def turnout_view(state: CountState, look: Look, box: Box) -> list[Node]:
    """The question with its picture; afterwards the two conditions of the law."""
    nodes, top = stage(
        look, box, look.t("count.turnout.title"), look.t("count.turnout.sub"), look.t("ballot.sim"), "count.title"
    )
    body = Box(box.x, top, box.w, box.bottom - top)
    if state.stands is None:
        options = [("count.stands", look.t("count.stands")), ("count.falls", look.t("count.falls"))]
        sheet, buttons = answers(look, body, options)
        return [*nodes, *_sheet(state, look, sheet, _facts(state, look)), *buttons]
    return [*nodes, *_ruled(state, look, body)]


def _facts(state: CountState, look: Look) -> list[Para]:
    box = state.box
    return [
        Para(look.t("count.turnout.voters", n=box.voters), "h3"),
        Para(look.t("count.turnout.took", n=box.took_part), "h3", gap=8),
        Para(look.t("count.turnout.cast", n=len(box.papers)), "h3", gap=8),
    ]


def _sheet(state: CountState, look: Look, sheet: Box, paras: list[Para], page: int = 0) -> list[Node]:
    inner = _inner(sheet)
    text, pages = read(look, inner, paras)
    text, _ = read(look, inner, paras, min(page, pages - 1))
    bottom = max((one.box.bottom for one in text if isinstance(one, Label)), default=inner.y)
    below = Box(inner.x, bottom + 28, inner.w, inner.bottom - bottom - 28)
    return [*panel(sheet, look), *text, *dots(state, look, below)]


def _inner(sheet: Box) -> Box:
    return sheet.inset(40, 28)


def dots(state: CountState, look: Look, box: Box) -> list[Node]:
    """Rows of ten as large as the room allows, those who took part first; nothing where they would be too small."""
    rows = -(-state.box.voters // _ACROSS)
    line = look.style("meta").line
    step = min(_WIDEST, box.w / _ACROSS, (box.h - line - 12) / rows)
    if step < 30:
        return []
    r = step * 0.38
    nodes: list[Node] = []
    for i in range(state.box.voters):
        x, y = box.x + r + 2 + i % _ACROSS * step, box.y + step * (0.5 + i // _ACROSS)
        took = i < state.box.took_part
        nodes.append(Disc(x, y, r, "teal" if took else None, "teal" if took else "control", 3))
    said = look.t("count.turnout.dots")
    y = box.y + rows * step + 12
    if look.height(said, "meta", box.w) > line:
        return nodes
    return [*nodes, look.text(box.x, y, box.w, said, "meta", color="ink2")]


def _ruled(state: CountState, look: Look, box: Box) -> list[Node]:
    found = state.validity
    agrees = state.stands == found.valid
    half = look.t("count.turnout.half", n=found.needed, took=state.box.took_part)
    key = "count.turnout.enough" if found.enough else "count.turnout.few"
    match = "count.turnout.match" if found.matches else "count.turnout.more"
    outcome = look.t("count.turnout.valid" if found.valid else "count.turnout.invalid")
    left = [*_facts(state, look), Para(look.t("count.said", what=_mine(state, look)), "body", "ink2", 18)]
    right = [
        Para(
            look.t("count.agrees" if agrees else "count.differs", what=outcome),
            "h3" if look.large else "h2",
            heads=True,
            role="heading",
        ),
        Para(f"{half}{' ' if look.english else ''}{look.t(key)}", "body"),
        Para(law(look, 45, 1), "meta", "ink2", 4),
        Para(look.t(match, n=len(state.box.papers), took=state.box.took_part), "body"),
        Para(law(look, 44, 1), "meta", "ink2", 4),
    ]
    text = look.t("count.turnout.next" if found.valid else "count.end.next")
    onward = Onward("count.next", text)
    sheet, _ = verdict(look, box, right, state.page, "count", onward)
    _, pages = read(look, _inner(sheet), left)
    sheet, nodes = verdict(look, box, right, state.page, "count", onward, pages, agrees)
    return [*_sheet(state, look, sheet, left, state.page), *nodes]


def _mine(state: CountState, look: Look) -> str:
    return look.t("count.stands" if state.stands else "count.falls")
