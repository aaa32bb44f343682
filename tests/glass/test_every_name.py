"""Every page, wherever a visitor's presses lead: each thing that can be pressed has a name, and no other has it too."""

import random
import re
from collections import Counter

import pytest

from kiosk import drive
from kiosk.glass.driver import Driver
from screens.access.tree import Tree, tree_of
from screens.flow import Place
from screens.session import Variant
from tests.screens.looks import ruler

pytestmark = [pytest.mark.glass, pytest.mark.slow]

WALKS, STEPS = 2, 10
HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAVES = ("dock.", "attract.language", "strip.", "keys.", "staff.", "idle.", "mailbox.post")


def complaints(tree: Tree, language: str) -> list[str]:
    """What somebody who only hears names would stumble over."""
    pressable = tree.pressable()
    count = Counter(one.name for one in pressable)
    found = [f"{one.id} has no name" for one in pressable if not re.search(r"\w|[，。、：；？！\W]", one.name)]
    found += [f"{one.id} shares its name {one.name!r}" for one in pressable if count[one.name] > 1]
    found += [f"{one.id} is drawn and not said" for one in tree.items if not one.name.strip()]
    if not tree.title:
        found.append("the page has no title")
    if language == "en":
        own = [one for one in pressable if not one.id.startswith(("dock.language", "attract.language", "deputies."))]
        own = [one for one in own if not one.id.startswith(("keys.", "candidates.", "tiles."))]
        found += [f"{one.id} is named in Chinese: {one.name!r}" for one in own if HAN.search(one.name)]
    return found


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_thing_has_a_name_of_its_own(driver: Driver, language: str) -> None:
    director = driver.app.station.director
    rng = random.Random(4)
    found: set[str] = set()
    for screen in drive.all_screens(driver):
        id, _, about = screen.partition(":")
        for _ in range(WALKS):
            director.end_visit()
            director.visit(Place(id, about), Variant(language))  # type: ignore[arg-type]
            for _ in range(STEPS):
                tree = tree_of(director.scene(True, ruler))
                here = director.flow.here
                found |= {f"{here.screen}:{here.about}: {one}" for one in complaints(tree, language)}
                ways = [one.target for one in tree.pressable() if "press" in one.actions]
                ways = [one for one in ways if not one.startswith(_LEAVES)]
                if not ways:
                    break
                director.press(rng.choice(ways))
                director.tick()
    director.end_visit()
    assert not found, "\n".join(sorted(found))


def test_the_search_would_find_what_it_seeks() -> None:
    from screens.scene import Box, Layer, Scene, Target

    twins = (Target(Box(0, 0, 9, 9), "a", spoken="返回"), Target(Box(9, 0, 9, 9), "b", spoken="返回"))
    nameless = Target(Box(0, 9, 9, 9), "c")
    tree = tree_of(Scene("x", (Layer("ground"), Layer("x:", (*twins, nameless)))))
    assert len(complaints(tree, "zh-Hans")) == 5  # two twins, a nameless one twice, no title
