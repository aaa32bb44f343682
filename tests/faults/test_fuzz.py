"""Whatever visitors do, the station stands: random events at the real app, the same for the same seed."""

import gc

import pytest

from kiosk.glass.driver import Driver

pytestmark = pytest.mark.glass

SEEDS = (1, 20261123)
QUICK = 1_000  # events a seed
LONG = 100_000


def wander(driver: Driver, seed: int, events: int) -> set[str]:
    """Let a visitor do things; returns the screens they saw."""
    from tests.faults.visitors import Errors, Visitor, drawn_as_on_a_station

    with Errors().watching() as errors, drawn_as_on_a_station(driver):
        visitor = Visitor(driver, seed, errors)
        for _ in range(events):
            visitor.act()
    return visitor.screens


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_visitors_do_breaks_the_glass(enrolled: Driver, seed: int) -> None:
    print(f"seed {seed}")  # noqa: T201
    seen = wander(enrolled, seed, QUICK)
    assert {"attract", "home", "exhibit"} <= seen
    assert len(seen) >= 6, seen


@pytest.mark.slow
def test_a_month_of_visitors_takes_no_memory(enrolled: Driver) -> None:
    from tests.faults.visitors import pss_kb

    wander(enrolled, 7, LONG // 4)
    gc.collect()
    early = pss_kb()
    wander(enrolled, 8, LONG - LONG // 4)
    gc.collect()
    assert pss_kb() < 1.1 * early
