"""The home screen of the bundled exhibition stands in every variant; doors in large letters keep their icons."""

from __future__ import annotations

from datetime import date

import pytest

from content import bundled
from content.catalog import Catalog
from screens.home.model import HomeScreen
from screens.home.view import view
from screens.look import Look
from screens.scene import Icon, Target
from tests.screens.exhibit.blocks.d1 import measured
from tests.screens.looks import all_looks, complaints, torn

HOME = HomeScreen(Catalog(bundled.read(date(2026, 11, 23)))).state
LOOKS = [measured(one) for one in all_looks()]


@pytest.mark.parametrize("look", LOOKS, ids=lambda one: f"{one.variant}-{one.landscape}")
def test_the_home_screen_stands_in_every_variant(look: Look) -> None:
    nodes = view(HOME, look).nodes
    assert complaints(nodes, look) + torn(nodes) == []


@pytest.mark.parametrize("look", [one for one in LOOKS if one.large], ids=lambda one: f"{one.variant}-{one.landscape}")
def test_large_letters_keep_a_sign_on_most_doors(look: Look) -> None:
    nodes = view(HOME, look).nodes
    doors = [one for one in nodes if isinstance(one, Target)]
    signed = [one for one in doors if any(isinstance(n, Icon) and one.box.contains(*n.box.center) for n in nodes)]
    assert len(signed) * 2 > len(doors)


def test_the_city_fills_what_low_reach_leaves_free() -> None:
    low = [one for one in LOOKS if one.large and one.reach_top]
    assert low
    assert all(view(HOME, one).background for one in low)
