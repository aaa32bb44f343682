"""The scene of a moment: a view between the strip and the dock, what lies over it, and what of it is read aloud.

Plain functions over what the director knows. Leaves to the director which place it is and what lies over it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from screens import reading, strings
from screens.look import Look
from screens.parts import chrome, overlays
from screens.scene import Layer, Node, Scene, targets
from screens.screen import ScreenKind, Toast, View
from screens.spot import Spot

log = logging.getLogger(__name__)
_TOP = Spot()


def draw(
    look: Look, name: tuple[str, str], view_of: Callable[[Look], View], station: chrome.Station, toast: Toast | None,
    idle: tuple[int, int] | None, spot: Spot = _TOP,
) -> tuple[Scene, Spot]:  # fmt: skip
    """Everything on the glass, and the part of the page shown where text is huge or the glass hangs high."""
    if look.huge:
        from screens import huge  # neither this nor what follows is loaded before a visitor asks for it

        page = huge.settle(look, view_of)
        if not page.view.bare:
            return huge.compose(look, name, page, station, toast, idle, spot)
    view = view_of(look)
    scene = compose(look, name, view, station, toast, idle)
    if not look.low or look.site is None:
        return scene, spot
    from screens import lowered

    if not lowered.needed(look, view):
        return scene, spot
    moved, buttons, spot = lowered.layers(look, name, view, spot)
    return replace(scene, layers=(scene.layers[0], moved, buttons, *scene.layers[2:])), spot


def compose(
    look: Look, name: tuple[str, str], view: View, station: chrome.Station, toast: Toast | None,
    idle: tuple[int, int] | None,
) -> Scene:  # fmt: skip
    """Everything on the glass. `name` is the screen and what it is about; `idle` the seconds left and all of them."""
    layers = [Layer("ground", view.background), Layer(":".join(name), view.nodes, enters=not view.bare)]
    if not view.bare:
        layers.append(Layer("chrome", tuple(_around(look, view, station, at_home=name[0] == "home"))))
    if view.sheet:
        layers.append(Layer("sheet", tuple(overlays.sheet(look, view.sheet)), blocks=True))
    if toast:
        said = look.t(toast.key, **dict(toast.values))
        layers.append(Layer("toast", tuple(overlays.toast(look, said, toast.icon))))
    if idle:
        layers.append(Layer("idle", tuple(overlays.idle_question(look, *idle)), blocks=True))
    return Scene(name[0], tuple(layers), many=view.many)


def choosing(scene: Scene, look: Look) -> Scene:
    """The same with every language to choose from over it."""
    offered = Layer("languages", tuple(overlays.languages(look, strings.names())), blocks=True)
    return replace(scene, layers=(*scene.layers, offered))


def _around(look: Look, view: View, station: chrome.Station, *, at_home: bool) -> Iterable[Node]:
    status = station.status or (view.guide.status if view.guide else "")
    sample = station.sample or view.sample
    shown = chrome.Station(station.name, station.clock, station.updated, sample, status, view.chinese)
    yield from chrome.strip(look, shown)
    cites = view.cites and view.guide is None
    yield from chrome.dock(
        look, at_home=at_home, hint=view.hint, action=view.action, guide=view.guide, cites=cites
    )  # fmt: skip


def glimpse(kind: ScreenKind, about: str, look: Look, station: chrome.Station) -> tuple[Node, ...]:
    """What is drawn of a page nobody has opened yet; nothing where it can't be drawn."""
    try:
        state = kind.open(about).state
        scene, _ = draw(look, (kind.id, about), lambda on: kind.view(state, on), station, None, None)
    except Exception as error:  # it will be told of when it is shown
        log.error("%s can't be drawn ahead: %s", kind.id, type(error).__name__)
        return ()
    return tuple(node for layer in scene.layers for node in layer.nodes)


def spoken(scene: Scene) -> str:
    """The screen as it is read aloud: headings and texts in order; an overlay alone, when there is one."""
    return "\n".join(line.words for line in reading.lines(scene))


def topmost(scene: Scene) -> list[Any]:
    """The targets that can be pressed now: those of the topmost blocking layer, or of all layers."""
    found: list[Any] = []
    for layer in scene.layers:
        if layer.blocks:
            found = []
        found += targets(layer.nodes)
    return found
