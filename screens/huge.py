"""Text twice as large: a page laid out in large type on a narrower canvas, drawn larger, seen a part at a time.

A view knows nothing of it. It is given a portrait canvas on which its large type (x1.4) becomes x2.0 when the page is
drawn 10/7 as large; lines are as long as the glass is wide, so that one moves through a page downwards only. Where a
view cannot stand the narrowest canvas, it gets the next wider one: its type is then between x1.4 and x2.0.

Owns the choice of the canvas, where a page may be cut, and which part is shown. Leaves to others: the dock that goes
with it (`parts.big_chrome`), the arithmetic of nodes (`enlarge`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from screens.enlarge import Lens, each, leaves
from screens.look import STRIP_H, Look
from screens.parts import big_chrome
from screens.parts.overlays import Choice, Sheet, sheet, toast
from screens.scene import Box, Label, Layer, Node, Scene, Target
from screens.screen import Toast, View
from screens.session import Variant
from screens.spot import Spot
from screens.standing import complaints

log = logging.getLogger(__name__)

FULL = 10 / 7  # of large type, which is x1.4
_ZOOMS = (FULL, 4 / 3, 1.25, 1.125, 1.0)
_HEIGHTS = (1920.0, 2400.0, 3000.0)
_PAD = 12.0  # design pixels of the page kept clear above what a part begins with
_LEAST = 140.0  # of what is higher than there is room for, so much is shown to be pressed

ViewOf = Callable[[Look], View]


@dataclass(frozen=True, slots=True)
class Page:
    """A view on the canvas that was found for it. `wrong` is what even there does not stand."""

    look: Look
    view: View
    zoom: float
    wrong: tuple[str, ...] = ()


def settle(look: Look, view_of: ViewOf) -> Page:
    """The view on the narrowest canvas that it can stand: the widest type."""
    best: Page | None = None
    for zoom in _ZOOMS:
        for high in _HEIGHTS if zoom > 1 else _HEIGHTS[:1]:
            page = _laid(look, view_of, zoom, high)
            if page is not None and not page.wrong:
                return page
            best = page or best
    if best is None:
        raise ValueError("the view stands on no canvas")
    return best


def _laid(look: Look, view_of: ViewOf, zoom: float, high: float) -> Page | None:
    on = canvas(look, zoom, high)
    try:
        view = view_of(on)
        wrong = tuple(complaints(view, on, zoom))
    except Exception as error:  # no view was made for every width; the widest it was made for
        if zoom == 1.0:
            raise
        log.debug("not at %.2f: %s", zoom, type(error).__name__)
        return None
    return Page(on, view, zoom, wrong)


def canvas(look: Look, zoom: float, high: float = _HEIGHTS[0]) -> Look:
    """The look a page is laid out in: large type on a portrait canvas as wide as the glass has room for."""
    wide = min(1080.0, big_chrome.window(look).w / zoom)
    return replace(look, variant=_plain(look), landscape=False, canvas=(wide, high))


def _plain(look: Look) -> Variant:
    """Large type; and no low reach, since every part of a page is moved to where hands are."""
    return replace(look.variant, text="large", reach="normal")


# ---- cutting ----------------------------------------


def cuts(
    nodes: Iterable[Node], top: float, bottom: float, seen: float, low: float, head: float = 0.0
) -> tuple[float, ...]:
    """Where each part of a page from `top` to `bottom` begins, so that everything is whole in one part at least.

    A part shows `seen` of the page, of which the first `head` is hidden; what is pressed has to lie at `low` or more
    below the part's beginning.
    """
    spans: list[tuple[float, float]] = []
    for one in leaves(nodes):
        if isinstance(one, Target):
            begin = max(one.box.y, one.box.bottom - _LEAST) if one.box.h > seen - low - _PAD else one.box.y
            spans += [] if one.covers else [(begin - low, one.box.bottom)]
        elif one.box.h > seen - head:
            step, first = one.style.line, one.box.y - head
            spans += [(first + n * step, one.box.y + (n + 1) * step) for n in range(len(one.lines))]
        else:
            spans.append((one.box.y - head, one.box.bottom))
    end = max([bottom for _, bottom in spans], default=top) + 2 * _PAD
    end = max(min(end, bottom), max((b for _, b in spans), default=top))
    start = min([top, *(a for a, _ in spans)])
    found = [start]
    while found[-1] + seen < end - 0.5:
        at = found[-1]
        left = [a for a, b in spans if b > at + seen + 0.5]
        following = min([end - seen, *(a - _PAD for a in left)])
        if following <= at + 1:  # something higher than the glass
            following = min(end - seen, at + seen * 0.8)
        if following <= at + 1:
            break
        found.append(following)
    return tuple(found)


# ---- the scene ----------------------------------------


def compose(
    look: Look, name: tuple[str, str], page: Page, station: big_chrome.Station, note: Toast | None,
    idle: tuple[int, int] | None, spot: Spot,
) -> tuple[Scene, Spot]:  # fmt: skip
    """Everything on the glass in huge text, and the part of the page that is shown of it."""
    view = page.view
    window = big_chrome.window(look)
    band = tuple(big_chrome.band(page.look, station, view))
    low = max(0.0, (look.line - window.y) / page.zoom)
    nodes = (*band, *view.nodes)
    top = min([STRIP_H - 24, *(one.box.y - _PAD for one in leaves(band))])
    bottom = page.look.size[1] - page.look.dock_h - 24
    parts = cuts(nodes, top, bottom, window.h / page.zoom, low)
    spot = at(spot, (*name, *headings(view.nodes)), len(parts))
    left = window.x + (window.w - page.look.size[0] * page.zoom) / 2
    lens = Lens(page.zoom, left, window.y - parts[spot.part] * page.zoom)
    shown = within(lens.nodes(nodes), window, look)
    layers = [
        Layer("ground"), Layer(":".join(name), shown, enters=True),
        Layer("chrome", tuple(big_chrome.dock(look, view, spot.part, spot.of, spot.aids, at_home=name[0] == "home"))),
    ]  # fmt: skip
    if view.sheet:
        layers.append(Layer("sheet", _sheet(look, view.sheet), blocks=True))
    if note:
        said = look.t(note.key, **dict(note.values))
        layers.append(Layer("toast", _over(look, lambda on: toast(on, said, note.icon))))
    if idle:
        choices = (Choice("idle.stay", look.t("idle.stay"), "primary"), Choice("idle.end", look.t("idle.end")))
        question = Sheet(look.t("idle.q"), (look.t("idle.body", n=idle[0]),), choices)
        layers.append(Layer("idle", _sheet(look, question), blocks=True))
    return Scene(name[0], tuple(layers), many=view.many), spot


def whole(look: Look, name: tuple[str, str], page: Page) -> Scene:
    """The page as it was laid out, uncut, with what lies over it: for whoever asks whether all of it fits."""
    layers = [Layer("ground"), Layer(":".join(name), page.view.nodes)]
    if page.view.sheet:
        layers.append(Layer("sheet", _sheet(look, page.view.sheet), blocks=True))
    return Scene(name[0], tuple(layers), many=page.view.many)


def at(spot: Spot, about: tuple[str, ...], count: int) -> Spot:
    """Another question begins at its top; the same one stays where it is."""
    part = spot.part if spot.about == about else 0
    aids = spot.aids and spot.about[:2] == about[:2]
    return Spot(min(part, count - 1), count, aids, about)


def headings(nodes: Iterable[Node]) -> tuple[str, ...]:
    """What a page asks: another question is another page."""
    return tuple(one.full for one in leaves(nodes) if isinstance(one, Label) and one.role == "heading")


def within(nodes: tuple[Node, ...], window: Box, look: Look) -> tuple[Node, ...]:
    """What is in the window: texts outside are gone, targets are as large as what is seen of them."""
    top = max(window.y, look.line)
    least = look.tokens.touch_min - 0.5

    def cut(one: Target, dx: float, dy: float) -> Target | None:
        box = one.box.moved(dx, dy)
        a, b = max(box.y, top), min(box.bottom, window.bottom)
        whole = b - a >= box.h - 1
        if one.pen or one.slides == "y":  # where on it a finger is counts: it can't be cut, but is given where too high
            return one if whole or box.h > window.bottom - top - 2 * _PAD else None
        if b - a < min(least, box.h - 1):
            return None
        return one if whole else replace(one, box=Box(one.box.x, a - dy, one.box.w, b - a))

    return tuple(_visible(each(nodes, cut), window))


def _visible(nodes: Iterable[Node], window: Box) -> Iterable[Node]:
    for node in nodes:
        box = getattr(node, "box", None)
        if box is None or (box.bottom > window.y and box.y < window.bottom):
            yield node


def _sheet(look: Look, content: Sheet) -> tuple[Node, ...]:
    return _over(look, lambda on: sheet(on, replace(content, picture=None)))


def _over(look: Look, drawn: Callable[[Look], list[Node]]) -> tuple[Node, ...]:
    """What lies over a page, as large as it can be without being cut."""
    window = big_chrome.window(look)
    nodes: tuple[Node, ...] = ()
    for zoom in _ZOOMS:
        size = (window.w / zoom, window.h / zoom)
        on = replace(look, variant=_plain(look), landscape=False, canvas=size, docked=False)
        made = tuple(drawn(on))
        nodes = Lens(zoom, window.x, window.y).nodes(made)
        found = list(leaves(made))
        inside = all(one.box.y >= 0 and one.box.bottom <= size[1] and one.box.right <= size[0] + 1 for one in found)
        if inside and not any(one.overflow for one in found if isinstance(one, Label)):
            break
    return nodes
