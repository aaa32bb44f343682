"""In grey: what is chosen, what was right, where a letter is and whether the hub is heard differ in more than hue."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

import pytest

from kiosk.fits.rooms import Plan, parts_of
from kiosk.fits.walk import states
from screens.look import Look
from screens.parts import chrome
from screens.scene import Disc, Fill, Icon, Node, Target, targets
from screens.session import Variant
from screens.tokens import ThemeName, load
from tests.screens.grey import differ, flat, twins, within
from tests.screens.looks import look, ruler
from tests.screens.pages import catalog

#: (part of a room's name, what is drawn, its colours): why hue is no carrier there.
_REASONS: dict[tuple[str, str], str] = {
    ("ballot", "icon person"): "one person stands apart from the others, with words beside",
}


@lru_cache(maxsize=1)
def _walked() -> tuple[tuple[str, tuple[Node, ...], tuple[Target, ...]], ...]:
    """Scenes of every room of the exhibition, by touching what may be touched."""
    plan, found = Plan(date(2026, 1, 1)), []
    for part in parts_of(catalog()):
        if part in ("glossary", "answers", "quiz", "directory"):
            continue
        for room in plan.rooms(catalog(), part):
            for _, scene in islice(states(room, look(), 12), 14):
                nodes = tuple(flat(node for layer in scene.layers for node in layer.nodes))
                found.append((room.id, nodes, tuple(one for layer in scene.layers for one in targets(layer.nodes))))
    return tuple(found)


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_what_is_on_differs_from_what_is_off_in_more_than_hue(theme: ThemeName) -> None:
    seen: defaultdict[tuple[str, str], dict[bool, list[Node]]] = defaultdict(dict)
    for room, nodes, found in _walked():
        for one in found:
            if one.on is not None and not one.covers:
                seen[room, one.id].setdefault(one.on, within(nodes, one.box))
    both = {key: states_ for key, states_ in seen.items() if len(states_) == 2}
    assert len(both) > 60  # ballots, quiz answers, cards to sort, tabs, levels, tiles of the map
    assert [key for key, states_ in both.items() if not differ(states_[True], states_[False], theme)] == []


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_no_two_marks_of_one_shape_are_told_apart_by_hue(theme: ThemeName) -> None:
    wrong: Counter[tuple[str, Any]] = Counter()
    for room, nodes, _ in _walked():
        for (which, a, b), times in twins(nodes, theme).items():
            if not any(part in room and which.startswith(what) for part, what in _REASONS):
                wrong[room, (which, a, b)] += times
    assert dict(wrong) == {}


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("text", ["normal", "large"])
def test_an_aid_that_is_on_and_a_hub_that_is_silent_are_seen_in_grey(theme: ThemeName, text: str) -> None:
    own = Look(load(), Variant("zh-Hans", theme, text), True, ruler)  # type: ignore[arg-type]
    low = Look(load(), Variant("zh-Hans", theme, text, "low"), True, ruler)  # type: ignore[arg-type]
    assert differ(chrome.dock(own, at_home=True), chrome.dock(low, at_home=True), theme)
    heard, silent = (chrome.strip(own, chrome.Station("站", "12:00", when)) for when in ("12:00", None))
    assert differ(heard, silent, theme)


def test_the_measure_sees_shape_and_luminance_and_is_blind_to_hue() -> None:
    from screens.scene import Box

    def bar(color: str) -> Fill:
        return Fill(Box(0, 0, 100, 20), color)

    assert not differ([bar("teal")], [bar("ochre")])
    assert differ([bar("teal")], [bar("paper")])
    assert differ([bar("teal")], [bar("teal"), Icon(Box(0, 0, 20, 20), "check", "ink")])
    red, green = Disc(0, 0, 10, "vermilion"), Disc(40, 0, 10, "mail")
    assert twins([red, green]) and not twins([red, Disc(40, 0, 14, "mail")])
