"""Staff measure with a ruler where the glass hangs; the station keeps it, and says what it means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kiosk.config import Settings
from kiosk.siting import FILE, Siting
from kiosk.supervise import doctor
from screens.site import Site
from screens.staff import StaffServices, hash_staff_pin, kind
from screens.staff.measure import Measure
from screens.staff.view import view
from tests.screens.looks import all_looks, complaints, look
from tests.screens.test_small_screens import STATUS


def _opened(kept: list[Site], known: Site | None = None, written: bool = True) -> Any:
    services = StaffServices(
        hash_staff_pin("123456"), lambda: STATUS, lambda: None, lambda: None,
        site=lambda: known, measured=lambda site: (kept.append(site), written)[1],
    )  # fmt: skip
    page = kind(services).open("")
    for digit in "123456":
        page.press(f"pin.{digit}", 0.0)
    page.press("staff.measure", 0.0)
    return page


def test_two_numbers_and_what_stands_before_it_make_a_site() -> None:
    kept: list[Site] = []
    page = _opened(kept)
    for id in ("bar.10", "bar.10", "bar.-1", "edge.10", "over"):
        page.press(f"measure.{id}", 0.0)
    (effect,) = page.press("measure.save.portrait", 0.0)
    each = 319 / 800
    assert kept == [Site(round(1080 * each, 1), round(1920 * each, 1), 710.0, True)]
    assert effect.key == "measure.saved" and page.state.measure is None


def test_what_cannot_be_kept_is_said() -> None:
    (effect,) = _opened([], written=False).press("measure.save.landscape", 0.0)
    assert effect.key == "measure.unsaved"


def test_the_page_begins_with_what_is_known() -> None:
    page = _opened([], Site(941, 529, 850, over=True))
    assert page.state.measure == Measure(392, 850, True)


def test_without_the_pin_nothing_is_measured() -> None:
    kept: list[Site] = []
    services = StaffServices(hash_staff_pin("123456"), lambda: STATUS, lambda: None, lambda: None,
                             measured=lambda site: (kept.append(site), True)[1])  # fmt: skip
    page = kind(services).open("")
    for id in ("staff.measure", "measure.bar.10", "measure.save.portrait"):
        page.press(id, 0.0)
    assert kept == [] and page.state.measure is None


@pytest.mark.parametrize("on", list(all_looks()))
def test_the_page_stands_in_every_look(on: Any) -> None:
    for own in (Measure(), Measure(300, 1500)):
        state = _opened([]).state
        state = type(state)(status=STATUS, measure=own)
        shown = view(state, on)
        assert [one for one in complaints(shown.nodes, on) if "above the reach" not in one] == []


def test_what_was_measured_outlives_the_station_and_goes_before_the_settings(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, glass_width_mm=941, glass_height_mm=529, glass_edge_mm=850)
    assert Siting(settings).now() == Site(941, 529, 850)
    measured = Site(398, 708, 640, over=True)
    assert Siting(settings).keep(measured)
    assert Siting(settings).now() == measured


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"wide_mm": 0, "high_mm": 1, "edge_mm": 1, "over": false}'])
def test_a_file_that_is_no_measure_is_left_aside(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    assert Siting(Settings(home=tmp_path)).now() is None


def test_the_doctor_says_when_low_reach_cannot_be_kept_and_what_to_do(tmp_path: Path) -> None:
    def said(**numbers: Any) -> list[str]:
        return [one.text for one in doctor._site(Settings(home=tmp_path, **numbers))]

    assert "Nobody measured" in said()[0]
    assert said(glass_width_mm=941, glass_height_mm=529, glass_edge_mm=850) == []
    (small,) = said(glass_width_mm=345, glass_height_mm=194, glass_edge_mm=700)
    assert "3.7 mm" in small and "text = large" in small
    (why,) = said(glass_width_mm=685, glass_height_mm=1218, glass_edge_mm=300)
    assert "Raise the glass by 80 mm" in why


def test_the_line_is_as_long_in_every_look_but_where_it_would_be_drawn_larger() -> None:
    state = type(_opened([]).state)(status=STATUS, measure=Measure())
    assert look().canvas is None
    for on in all_looks():
        from screens.scene import Fill

        assert any(isinstance(one, Fill) and one.box.w == 800 and one.box.h == 8 for one in view(state, on).nodes)
