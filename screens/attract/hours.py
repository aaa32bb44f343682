"""The hour of the day over the city: when it is dawn, day, dusk and night there. Pure: a clock's time in, a name out.

The sun's times are reckoned for the city by the usual approximation (declination and equation of time), right to some
minutes. A station's clock shows Beijing time whatever zone its machine believes in.
"""

from __future__ import annotations

from datetime import datetime
from math import acos, cos, degrees, pi, radians, sin
from typing import Literal

Hour = Literal["dawn", "day", "dusk", "night"]

_NORTH, _EAST = 29.56, 106.55  # Chaotianmen, where the rivers meet
_MERIDIAN = 120.0  # of Beijing time
_HORIZON = -0.833  # degrees: refraction, and the sun's upper edge
_DARK_H, _LIGHT_H = 35 / 60, 50 / 60  # the sky colours so long before the sun is up, and so long after


def hour_of(wall: datetime) -> Hour:
    """What the sky over the city looks like."""
    rises, sets = sun(wall)
    now = wall.hour + wall.minute / 60
    if rises - _DARK_H <= now < rises + _LIGHT_H:
        return "dawn"
    if rises + _LIGHT_H <= now < sets - _LIGHT_H:
        return "day"
    return "dusk" if sets - _LIGHT_H <= now < sets + _DARK_H else "night"


def sun(wall: datetime) -> tuple[float, float]:
    """Sunrise and sunset of that day as hours of Beijing time."""
    day = wall.timetuple().tm_yday
    declination = radians(-23.44) * cos(2 * pi * (day + 10) / 365)
    turn = 2 * pi * (day - 81) / 364
    equation_min = 9.87 * sin(2 * turn) - 7.53 * cos(turn) - 1.5 * sin(turn)
    noon = 12 + (4 * (_MERIDIAN - _EAST) - equation_min) / 60
    north = radians(_NORTH)
    half = acos((sin(radians(_HORIZON)) - sin(north) * sin(declination)) / (cos(north) * cos(declination)))
    return noon - degrees(half) / 15, noon + degrees(half) / 15
