"""The sky over the city follows the sun of that day."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from screens.attract.hours import hour_of, sun

# sunrise and sunset at Chongqing in Beijing time, from almanacs
ALMANAC = [
    (datetime(2026, 3, 21), 6 + 58 / 60, 19 + 4 / 60),
    (datetime(2026, 6, 21), 5 + 54 / 60, 19 + 58 / 60),
    (datetime(2026, 9, 23), 6 + 43 / 60, 18 + 50 / 60),
    (datetime(2026, 12, 22), 7 + 43 / 60, 17 + 59 / 60),
]


@pytest.mark.parametrize(("day", "rises", "sets"), ALMANAC, ids=[f"{day:%m-%d}" for day, _, _ in ALMANAC])
def test_the_sun_rises_and_sets_as_the_almanac_says(day: datetime, rises: float, sets: float) -> None:
    assert sun(day) == pytest.approx((rises, sets), abs=6 / 60)


@pytest.mark.parametrize(
    ("wall", "hour"),
    [
        (datetime(2026, 12, 22, 6, 50), "night"), (datetime(2026, 12, 22, 7, 30), "dawn"),
        (datetime(2026, 12, 22, 8, 50), "day"), (datetime(2026, 12, 22, 17, 30), "dusk"),
        (datetime(2026, 12, 22, 18, 50), "night"), (datetime(2026, 6, 21, 6, 50), "day"),
        (datetime(2026, 6, 21, 18, 50), "day"), (datetime(2026, 6, 21, 19, 45), "dusk"),
        (datetime(2026, 6, 21, 0, 0), "night"), (datetime(2026, 6, 21, 12, 0), "day"),
    ],
)  # fmt: skip
def test_summer_evenings_are_light_and_winter_mornings_dark(wall: datetime, hour: str) -> None:
    assert hour_of(wall) == hour


def test_the_hours_follow_each_other_on_every_day_of_the_year() -> None:
    for day in range(365):
        begin = datetime(2026, 1, 1) + timedelta(days=day)
        seen = [hour_of(begin + timedelta(minutes=5 * i)) for i in range(288)]
        changes = [seen[0]] + [b for a, b in pairwise(seen) if a != b]
        assert changes == ["night", "dawn", "day", "dusk", "night"]
