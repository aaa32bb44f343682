"""The card of a stop: where on the route, what to do here, what to talk over, and the button that begins."""

from __future__ import annotations

from screens.look import Look
from screens.parts import button, button_height, panel
from screens.parts.paged import Para, read
from screens.scene import Box, Disc, Icon, Label, Node, Picture, Stroke
from screens.screen import View
from screens.tour.pieces import GAP, heading, turns
from screens.tour.state import TourState

_PICTURE_W = 420.0


def card_view(state: TourState, look: Look) -> View:
    """Landscape: the route left, the task right. Portrait: the route as a row above it."""
    content = look.content
    stop, run = state.stop, state.run
    assert run is not None
    minutes = look.t("tour.here.own", n=-(-run.leg.planned_ms // 60_000))
    here = look.t("tour.at", i=run.at + 1, n=len(state.stops))
    nodes, top = heading(look, content, look.say(stop.title), f"{here} · {minutes}")
    if look.landscape and not look.large:
        side = Box(content.x, top, 440, content.bottom - top)
        nodes += _list(state, look, side)
        task = Box(side.right + GAP, top, content.right - side.right - GAP, content.bottom - top)
    else:
        row = Box(content.x, top, content.w, 60)
        nodes += _row(state, look, row)
        task = Box(content.x, row.bottom + 20, content.w, content.bottom - row.bottom - 20)
    nodes += _task(state, look, task)
    return View(tuple(nodes), hint=look.t("tour.card.hint"))


def _task(state: TourState, look: Look, box: Box) -> list[Node]:
    high = button_height(look)
    foot = Box(box.x, box.bottom - high, box.w, high)
    body = Box(box.x, box.y, box.w, foot.y - GAP - box.y)
    picture = _picture(state)
    drawn = bool(picture) and look.landscape and not look.large
    inner = body.inset(40, 32)
    text_box = Box(inner.x, inner.y, inner.w - (_PICTURE_W + 40 if drawn else 0), inner.h)
    paras = _paras(state, look, text_box)
    text, pages = read(look, text_box, paras, state.leaf)
    if drawn and pages == 1:  # in the middle, as the drawing beside it
        high = max((one.box.bottom for one in text if isinstance(one, Label)), default=text_box.y) - text_box.y
        down = (text_box.h - high) / 2
        text, _ = read(look, Box(text_box.x, text_box.y + down, text_box.w, text_box.h - down), paras)
    start = foot
    nodes: list[Node] = [*panel(body, look), *text]
    if pages > 1:
        turn = Box(foot.x, foot.y, foot.w * 0.5, foot.h)
        nodes += turns(look, turn, state.leaf, pages)
        start = Box(turn.right + GAP, foot.y, foot.right - turn.right - GAP, foot.h)
    elif look.landscape:
        start = Box(foot.right - 520, foot.y, 520, foot.h)
    if drawn:
        high = min(inner.h, 400.0)
        place = Box(inner.right - _PICTURE_W, inner.y + (inner.h - high) / 2, _PICTURE_W, high)
        nodes.append(Picture(place, picture))
    elif picture and not look.landscape and pages == 1:
        low = max((one.box.bottom for one in text if hasattr(one, "box")), default=inner.y)
        if inner.bottom - low > 260:
            nodes.append(Picture(Box(inner.x, low + 32, inner.w, inner.bottom - low - 32), picture))
    begun = state.inner is not None or (state.vote is not None and state.stop.plays == "vote")
    begun = begun or (state.quiz is not None and state.stop.plays == "quiz")
    word = look.t("tour.continue" if begun else "tour.start")
    return nodes + button(look, start, "tour.start", word, icon="next")


def _picture(state: TourState) -> str:
    """What the stop's exhibit is drawn as; a stop without one shows the tour's drawing."""
    exhibit = state.exhibit_of(state.stop)
    return exhibit.picture if exhibit is not None else state.tour.picture if state.tour is not None else ""


def _paras(state: TourState, look: Look, box: Box) -> list[Para]:
    """A class reads the task from some steps away: as large as one page of it can be."""
    if not look.large:
        large = _task_paras(state, look, "h2")
        if read(look, box, large)[1] == 1:
            return large
    return _task_paras(state, look, "body_l")


def _task_paras(state: TourState, look: Look, style: str) -> list[Para]:
    paras = [
        Para(look.t("tour.do"), "label", "teal_deep", heads=True),
        Para(look.say(state.stop.todo), style, gap=4),
    ]
    if state.question is not None:
        paras += [
            Para(look.t("tour.talk"), "label", "teal_deep", 36, heads=True),
            Para(look.say(state.question), "h3" if look.large else "h2", gap=4),
        ]
    return paras


def _list(state: TourState, look: Look, box: Box) -> list[Node]:
    """The stops below one another: done, now (the vermilion point), to come."""
    run = state.run
    assert run is not None
    nodes: list[Node] = [*panel(box, look)]
    cells = box.inset(24, 16).rows(len(state.stops), 0)
    x = box.x + 56
    nodes.append(Stroke(((x, cells[0].center[1]), (x, cells[-1].center[1])), "control", 3))
    for i, (stop, cell) in enumerate(zip(state.stops, cells, strict=True)):
        nodes += _mark(x, cell.center[1], i, run.at)
        room = box.right - 24 - (x + 44)
        color = "ink" if i == run.at else "ink2"
        style = "label_l" if i == run.at else "label"
        nodes.append(_middle(look, Box(x + 44, cell.y, room, cell.h), look.say(stop.title), style, color))
    return nodes


def _middle(look: Look, cell: Box, text: str, style: str, color: str) -> Node:
    high = look.height(text, style, cell.w)
    return look.text(cell.x, cell.center[1] - high / 2, cell.w, text, style, color=color, max_h=cell.h)


def _row(state: TourState, look: Look, box: Box) -> list[Node]:
    """The stops beside one another, as points."""
    run = state.run
    assert run is not None
    cells = box.columns(len(state.stops), 0)
    y = box.center[1]
    nodes: list[Node] = [Stroke(((cells[0].center[0], y), (cells[-1].center[0], y)), "control", 3)]
    for i, cell in enumerate(cells):
        nodes += _mark(cell.center[0], y, i, run.at)
    return nodes


def _mark(x: float, y: float, i: int, now: int) -> list[Node]:
    if i < now:
        return [Disc(x, y, 14, "ink"), Icon(Box(x - 11, y - 11, 22, 22), "check", "on_ink")]
    if i == now:
        return [Disc(x, y, 22, "paper", "vermilion", 3), Disc(x, y, 13, "vermilion")]
    return [Disc(x, y, 13, "paper", "control", 3)]
