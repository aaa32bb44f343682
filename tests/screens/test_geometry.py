"""Sizes on real glass, computed from the fonts, the tokens and the diagonal: EN 301 549 5.1.4 and 8.3.2, ADA 707.7."""

from math import hypot, tan

import pytest

from kiosk.siting import capital_mm
from screens import tokens
from screens.enlarge import enlarged
from screens.huge import FULL
from screens.look import PORTRAIT
from screens.site import Site
from tests.screens.looks import look
from tests.screens.test_site import SITES

TOKENS = tokens.load()
DEGREES_07 = 0.7 * 3.141592653589793 / 180
READ = [
    name for name in TOKENS.raw["type"] if name not in ("micro",)
]  # source lines and the sample tag: design guide 3


def mm_per_px(diagonal_in: float) -> float:
    """Of a 1920x1080 glass."""
    return diagonal_in * 25.4 / hypot(1920, 1080)


def cap_mm(style: str, size: str, diagonal_in: float) -> float:
    """The height of a capital H, as the font itself says."""
    glass = Site(1920 * mm_per_px(diagonal_in), 1080 * mm_per_px(diagonal_in), 700)
    return capital_mm(glass, TOKENS.style(style, size))  # type: ignore[arg-type]


@pytest.mark.parametrize("style", READ)
@pytest.mark.parametrize("diagonal", [27, 32, 43])
def test_in_large_text_a_capital_spans_seven_tenths_of_a_degree_at_600_mm(style: str, diagonal: int) -> None:
    """EN 301 549 5.1.4 (rule C-05)."""
    assert cap_mm(style, "large", diagonal) >= 600 * tan(DEGREES_07)


@pytest.mark.parametrize("style", READ)
@pytest.mark.parametrize("site", SITES, ids=["wall", "stand", "ledge"])
@pytest.mark.parametrize("text", ["large", "huge"])
def test_at_each_site_a_capital_spans_seven_tenths_of_a_degree_at_600_mm(style: str, site: Site, text: str) -> None:
    """EN 301 549 5.1.4, from the site's own numbers; huge pages at the least they are drawn larger (test_huge)."""
    resolved = enlarged(TOKENS.style(style, "large"), 1.0 if text == "large" else 1.125)
    assert capital_mm(site, resolved) >= 600 * tan(DEGREES_07)


@pytest.mark.parametrize("style", READ)
@pytest.mark.parametrize("diagonal", [15.6, 21.5])
def test_twice_as_large_a_capital_is_high_enough_on_small_glass_too(style: str, diagonal: float) -> None:
    small = Site(1920 * mm_per_px(diagonal), 1080 * mm_per_px(diagonal), 700)
    assert capital_mm(small, enlarged(TOKENS.style(style, "large"), FULL)) >= (7.3 if diagonal > 20 else 4.8)


@pytest.mark.parametrize("style", READ)
@pytest.mark.parametrize("diagonal", [27, 32, 43])
def test_in_normal_text_a_capital_is_at_least_4_8_mm_high(style: str, diagonal: int) -> None:
    """ADA 707.7 (rule C-08). Smaller glass starts in large text (docs/settings.md)."""
    assert cap_mm(style, "normal", diagonal) >= 4.8


@pytest.mark.parametrize("diagonal", [21.5, 24, 27, 32, 43])
def test_a_target_is_at_least_20_mm_wide_and_2_mm_from_the_next(diagonal: float) -> None:
    """Rule C-13 asks for 11.6 mm, rule C-14 for 9.5 mm in an elder's interface."""
    assert TOKENS.touch_min * mm_per_px(diagonal) >= 20
    assert 8 * mm_per_px(diagonal) >= 1.9


@pytest.mark.parametrize(("diagonal", "lower_edge_mm"), [(27, 400), (32, 600), (43, 380)])
def test_in_low_reach_everything_lies_between_380_and_1220_mm(diagonal: float, lower_edge_mm: float) -> None:
    """EN 301 549 8.3.2 (rule C-07): three ways of mounting a portrait glass, by the height of its lower edge."""
    top = look(landscape=False, reach="low").reach_top
    highest = lower_edge_mm + (PORTRAIT[1] - top) * mm_per_px(diagonal)
    assert lower_edge_mm >= 380
    assert highest <= 1220


def test_the_measure_would_refuse_a_glass_that_is_too_small_or_hangs_too_high() -> None:
    assert cap_mm("meta", "normal", 15.6) < 4.8
    assert 1000 + (PORTRAIT[1] - 768) * mm_per_px(32) > 1220
