"""Every page of a class tour as it is laid out on the glass, with the station's own fonts, in every variant."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from kiosk.glass.driver import Driver
from screens.flow import Place
from screens.session import Variant
from tests.glass.test_every_screen import AXES, complaints
from tests.screens.tour.test_views import PAGES

pytestmark = pytest.mark.glass


@pytest.mark.parametrize(("size", "theme", "text"), AXES)
def test_every_page_of_a_tour_stands(driver: Driver, size: tuple[int, int], theme: str, text: str) -> None:
    driver.resize(size)
    director = driver.app.station.director
    director.end_visit()
    found = []
    for page, language, reach in product(PAGES, ("zh-Hans", "en"), ("normal", "low")):
        director.visit(Place("tour"), Variant(language, theme, text, reach))  # type: ignore[arg-type]
        director.model.state = replace(PAGES[page](), sheet="")  # a sheet lies over words, as it should
        driver.shell.refresh()
        found += [f"{page} {language} {reach}: {one}" for one in complaints(driver.describe())]
    director.end_visit()
    assert not found, "\n".join(found)
