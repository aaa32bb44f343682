"""The choice of tours: a card each, with its drawing, whom it is for and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence

from content.schema import Tour
from screens.look import Look
from screens.scene import Box, Fill, Icon, Label, Node, Picture, Target
from screens.screen import View
from screens.tour.pieces import GAP, heading
from screens.tour.state import TourState

_ICONS = {"class": "school", "visitor": "person", "family": "people"}
_LEAST_PICTURE = 120.0
_PAD = 32.0


def choose_view(state: TourState, look: Look) -> View:
    """Landscape: cards side by side. Portrait: one below the other, within reach."""
    content = look.content
    sub = look.t("tours.sub" if state.tours else "tours.none")
    nodes, top = heading(look, content, look.t("tours.title"), sub)
    top = max(top, look.reach_top)
    area = Box(content.x, top, content.w, content.bottom - top)
    count = max(1, len(state.tours))
    wide = look.landscape and count <= 4
    cells = area.columns(count, GAP) if wide else area.rows(count, GAP)
    style = _title_style(look, cells[0], state.tours, beside=not wide)
    for tour, cell in zip(state.tours, cells, strict=False):
        nodes += _card(look, cell, tour, style, beside=not wide)
    return View(tuple(nodes))


def _takes(look: Look, tour: Tour) -> str:
    if len(tour.lengths) > 1:
        return look.t("tours.lengths", n=look.t("tours.or").join(map(str, tour.lengths)))
    return look.t("tours.minutes", n=tour.lengths[0], m=sum(bool(one.minutes[0]) for one in tour.stops))


def _picture_width(box: Box, beside: bool) -> float:
    return min(360.0, box.w * 0.34) if beside else box.w - 2 * _PAD


def _title_style(look: Look, box: Box, tours: Sequence[Tour], *, beside: bool) -> str:
    """One style for all titles: the larger where each of them fits."""
    room = box.w - 2 * _PAD - (_picture_width(box, beside) + _PAD if beside else 0)
    most = (1 if look.large else 2) * look.style("h2").line
    styles = {look.fit(look.say(tour.title), ("h2", "h3"), room, most) for tour in tours}
    return "h3" if "h3" in styles else "h2"


def _card(look: Look, box: Box, tour: Tour, style: str, *, beside: bool) -> list[Node]:
    """The drawing above the words, or left of them."""
    id = f"tour.pick.{tour.id}"
    pad = _PAD
    picture_w = _picture_width(box, beside)
    left = box.x + pad + (picture_w + pad if beside else 0)
    room = box.right - pad - left
    words = _words(look, left, room, tour, id, style)
    high = sum(one.box.h for one in words) + 12
    free = box.h - 2 * pad if beside else box.h - high - 3 * pad
    drawn = free >= _LEAST_PICTURE and high <= box.h - 24
    if beside and not drawn:
        left, room = box.x + pad, box.w - 2 * pad
        words = _words(look, left, room, tour, id, style)
        high = sum(one.box.h for one in words) + 12
        if high > box.h - 24:  # the title and how long it takes say enough
            words = [words[0], words[-1]]
            high = sum(one.box.h for one in words) + 12
    nodes: list[Node] = [Fill(box, "raised", 12, "control", 4 if look.variant.theme == "contrast" else 2)]
    if drawn:
        nodes.append(Picture(Box(box.x + pad, box.y + pad, picture_w, min(free, 420.0)), tour.picture))
    y = box.y + max(16.0, (box.h - high) / 2) if beside else box.bottom - pad - high
    for one in words:
        nodes.append(_at(one, y, box.bottom - 8))
        y += one.box.h + 6
    side = 44.0
    nodes.append(Icon(Box(box.right - pad - side, box.y + 20, side, side), _ICONS[tour.audience], "ink2"))
    spoken = "，".join((look.say(tour.title), look.say(tour.subtitle), _takes(look, tour)))
    nodes.append(Target(box, id, "button", look.say(tour.title), spoken))
    return nodes


def _words(look: Look, x: float, room: float, tour: Tour, id: str, style: str) -> list[Label]:
    title = look.say(tour.title)
    return [
        look.text(x, 0, room, title, style, role="heading", of=id),
        look.text(x, 0, room, look.say(tour.subtitle), "meta" if look.large else "body", color="ink2", of=id),
        look.text(x, 0, room, _takes(look, tour), "meta", color="ink", of=id),
    ]


def _at(label: Label, y: float, bottom: float) -> Label:
    box = Box(label.box.x, y, label.box.w, label.box.h)
    over = label.overflow or box.bottom > bottom
    return Label(
        box, label.lines, label.style, label.color, label.align, label.id, label.role, label.full, label.spoken, over,
        label.of,
    )  # fmt: skip
