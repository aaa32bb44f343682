"""Text twice as large: nothing is clipped, everything can be reached, and one button leads there and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens import tokens
from screens.composition import draw
from screens.enlarge import Lens, leaves
from screens.huge import FULL, cuts, settle
from screens.look import Look
from screens.parts import big_chrome
from screens.parts.chrome import Station
from screens.parts.overlays import Choice, Sheet
from screens.scene import Box, Fill, Group, Label, Layer, Scene, Target
from screens.screen import Toast, View
from screens.session import Session, Variant
from screens.spot import Spot
from tests.screens.looks import look, ruler
from tests.screens.pages import paged

_STATION = Station("示例站", "12:00", None)
#: Pages whose narrowest layout needs more than the glass has: their type is between x1.4 and x2.0 in portrait.
_LESS = {
    "exhibit:who-elects-whom/seats", "exhibit:election-day/election", "exhibit:livelihood-vote/ballot",
    "exhibit:deputies-near-you/roles", *(f"exhibit:{one}/sources" for one in (
        "who-elects-whom", "timeline", "election-day", "suggestion-journey", "livelihood-vote", "deliberation-hall",
        "law-workshop", "map-and-data", "deputies-near-you",
    )),
}  # fmt: skip


def _page_layer(scene: Scene) -> Layer:
    return scene.layers[1]


def _parts(on: Look, name: str, kind: Any, state: Any) -> list[Scene]:
    spot, scenes = Spot(), []
    while True:
        scene, spot = draw(on, (name, ""), lambda inner: kind.view(state, inner), _STATION, None, None, spot)
        scenes.append(scene)
        if spot.part + 1 >= spot.of:
            return scenes
        spot = spot.moved("down")


def _high(target: Target, zoom: float, on: Look) -> int:
    """As high as it can be on the glass: some cards are higher than the room below the line of low reach."""
    room = big_chrome.window(on).bottom - on.reach_top
    high = target.box.h * zoom
    return round(high) if high <= room - 20 else -1


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("reach", ["normal", "low"])
def test_everything_on_every_page_is_whole_in_one_of_its_parts(landscape: bool, language: str, reach: str) -> None:
    on = look(landscape, language, "light", "huge", reach)
    window = big_chrome.window(on)
    missing = []
    for name, kind, state in paged():
        page = settle(on, lambda inner, kind=kind, state=state: kind.view(state, inner))
        seen_labels, seen_targets = set(), set()
        for scene in _parts(on, name, kind, state):
            for one in leaves(_page_layer(scene).nodes):
                inside = one.box.y >= window.y - 1 and one.box.bottom <= window.bottom + 1
                if isinstance(one, Label) and inside:
                    seen_labels.add(one.full)
                elif isinstance(one, Target) and inside and one.box.y >= on.reach_top - 1:
                    seen_targets |= {(one.id, _high(one, 1.0, on)), (one.id, -1)}
        for one in leaves(page.view.nodes):
            if isinstance(one, Label) and one.full not in seen_labels and one.box.h * page.zoom <= window.h:
                missing.append(f"{name}: {one.full}")
            elif isinstance(one, Target) and (one.id, _high(one, page.zoom, on)) not in seen_targets:
                missing.append(f"{name}: {one.id}")
    assert missing == []


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("landscape", [True, False])
def test_nothing_is_clipped_and_type_is_twice_as_large(landscape: bool, language: str) -> None:
    on = look(landscape, language, "light", "huge")
    normal = tokens.load().style("body")
    for name, kind, state in paged():
        page = settle(on, lambda inner, kind=kind, state=state: kind.view(state, inner))
        assert page.wrong == (), name
        twice = page.look.style("body").size * page.zoom / normal.size
        assert twice >= (1.5 if name in _LESS and not landscape else 2.0), (name, twice)
        for one in leaves(page.view.nodes):
            if isinstance(one, Target) and not one.covers:
                assert min(one.box.w, one.box.h) * page.zoom >= on.tokens.touch_min - 0.5, (name, one.id)


@pytest.mark.parametrize("landscape", [True, False])
def test_in_low_reach_nothing_above_the_line_can_be_pressed(landscape: bool) -> None:
    on = look(landscape, "zh-Hans", "light", "huge", "low")
    for name, kind, state in paged():
        for scene in _parts(on, name, kind, state):
            for layer in scene.layers:
                for one in leaves(layer.nodes):
                    assert not isinstance(one, Target) or one.box.y >= on.reach_top - 1, (name, one.id)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("aids", [True, False])
def test_the_docks_words_fit_and_its_buttons_lie_beside_the_page(landscape: bool, language: str, aids: bool) -> None:
    on = look(landscape, language, "light", "huge")
    window = big_chrome.window(on)
    size = (1920, 1080) if landscape else (1080, 1920)
    for view in (View(()), View((), cites=True)):
        for at_home in (True, False):
            nodes = tuple(big_chrome.dock(on, view, 1, 3, aids, at_home=at_home))
            for one in leaves(nodes):
                if isinstance(one, Label):
                    assert not one.overflow and one.style.size >= 36, one.full
                else:
                    box = one.box
                    assert min(box.w, box.h) >= 96
                    assert box.x >= window.right or box.y >= window.bottom
                    assert box.right <= size[0] and box.bottom <= size[1]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("landscape", [True, False])
def test_what_lies_over_a_page_is_large_and_whole(landscape: bool, language: str) -> None:
    on = look(landscape, language, "light", "huge")
    window = big_chrome.window(on)
    choices = (Choice("a", "投进信箱", "mail"), Choice("b", "再看看"))
    ask = Sheet("投进一号信箱？", ("投出后就不能改了，请再看一遍。",), choices)
    scene, _ = draw(
        on, ("x", ""), lambda _: View((), sheet=ask), _STATION, Toast("err.page", icon="warn"), (29, 30)
    )  # fmt: skip
    names = [layer.name for layer in scene.layers]
    assert names[-3:] == ["sheet", "toast", "idle"]
    for layer in scene.layers[-3:]:
        for one in leaves(layer.nodes):
            assert one.box.y >= 0 and one.box.bottom <= window.bottom + 1 and one.box.right <= window.right + 1
            assert not isinstance(one, Label) or (not one.overflow and one.style.size >= 39)


def test_one_button_leads_from_normal_to_large_to_twice_and_back() -> None:
    session = Session.asleep(Variant(), 0.0).touched(0.0)
    sizes = [session.variant.text]
    for _ in range(3):
        session = session.toggled("text", 1.0)
        sizes.append(session.variant.text)
    assert sizes == ["normal", "large", "huge", "normal"]


def test_twice_as_large_waits_as_long_as_large() -> None:
    assert Variant(text="huge").unhurried


def test_another_question_begins_at_its_top_and_the_same_one_stays() -> None:
    def view(title: str) -> Any:
        def of(on: Look) -> View:
            head = on.text(40, 100, 600, title, "h1", role="heading")
            return View((head, *(on.text(40, 300 + n * 200, 600, f"{n}", "body") for n in range(7))))

        return of

    on = look(True, "zh-Hans", "light", "huge")
    _, spot = draw(on, ("x", ""), view("甲"), _STATION, None, None)
    _, moved = draw(on, ("x", ""), view("甲"), _STATION, None, None, spot.moved("down"))
    _, other = draw(on, ("x", ""), view("乙"), _STATION, None, None, moved)
    assert (spot.part, moved.part, other.part) == (0, 1, 0)


def test_a_lens_takes_every_measure_of_a_node_along() -> None:
    lens = Lens(2.0, 10.0, 20.0)
    group = Group("g", (Fill(Box(1, 2, 3, 4), "ink", 5, "ink", 6),), dx=7, dy=8)
    assert lens.node(group) == Group("g", (Fill(Box(12, 24, 6, 8), "ink", 10, "ink", 12),), dx=14, dy=16)


_SPANS = st.lists(st.tuples(st.floats(64, 1700), st.floats(10, 400)), min_size=1, max_size=20)


@given(_SPANS, st.floats(500, 1200), st.sampled_from([0.0, 80.0]))
def test_wherever_things_stand_each_is_whole_in_some_part(spans: Any, seen: float, low: float) -> None:
    nodes = tuple(Target(Box(0, y, 100, h), f"t{n}") for n, (y, h) in enumerate(spans))
    parts = cuts(nodes, 64, 2200, seen, low)
    for one in nodes:
        assert any(at + low <= one.box.y + 0.6 and one.box.bottom <= at + seen + 0.6 for at in parts)


def test_the_ruler_of_these_tests_is_no_narrower_than_the_glass() -> None:
    assert ruler("字", tokens.load().style("body")) == tokens.load().style("body").size
    assert pytest.approx(2.0) == FULL * 1.4
