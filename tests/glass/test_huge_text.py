"""Huge text on the glass: a visitor asks for it, moves down a page, opens what lies there, goes back to normal."""

import subprocess
import sys

import pytest

from kiosk.glass.driver import Driver

pytestmark = pytest.mark.glass


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_a_visitor_asks_for_huge_text_and_finds_what_lies_below(fresh: Driver, size: tuple[int, int]) -> None:
    fresh.resize(size)
    director = fresh.app.station.director
    fresh.tap(size[0] / 2, size[1] / 2)
    for _ in range(2):
        fresh.tap(*fresh.center_of("dock.text"))
    assert director.variant.text == "huge"
    seen = [{one.id for one in fresh.shell.pressable()}]
    while any(one.id == "dock.down" and not one.disabled for one in fresh.shell.pressable()):
        fresh.tap(*fresh.center_of("dock.down"))
        seen.append({one.id for one in fresh.shell.pressable()})
    assert len(seen) > 1 and seen[-1] - seen[0], "there is more below"
    assert {"home.mailbox", "home.deputies", "home.levels", "home.tours"} <= set().union(*seen)
    last = next(one for one in sorted(seen[-1] - seen[0]) if one.startswith("home."))
    fresh.tap(*fresh.center_of(last))
    assert director.flow.here.screen != "home", "what lies there opens"
    fresh.tap(*fresh.center_of("dock.more"))
    fresh.tap(*fresh.center_of("dock.text"))
    assert director.variant.text == "normal"
    director.end_visit()
    fresh.resize((1920, 1080))


def test_nothing_of_it_is_loaded_before_somebody_asks() -> None:
    code = (
        "import sys; import screens.director; "
        "sys.exit(any(f'screens.{one}' in sys.modules for one in ('huge', 'lowered', 'enlarge', 'parts.big_chrome')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
