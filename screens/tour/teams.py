"""The teams of a class: a number, a shape and a ground each, never a name of a pupil and never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST, MOST = 4, 8


@dataclass(frozen=True, slots=True)
class Team:
    """`name` is the key of an interface string; `fill` a colour token under ink text."""

    number: int
    name: str
    icon: str
    fill: str


TEAMS: tuple[Team, ...] = (
    Team(1, "tour.team.hill", "hill", "teal_wash"),
    Team(2, "tour.team.water", "drop", "ochre_wash"),
    Team(3, "tour.team.bridge", "bridge", "mail_wash"),
    Team(4, "tour.team.lane", "steps", "sunk"),
    Team(5, "tour.team.tree", "tree", "fill_4"),
    Team(6, "tour.team.lamp", "lamp", "river_changjiang_fill"),
    Team(7, "tour.team.car", "car", "river_jialing_fill"),
    Team(8, "tour.team.book", "book", "raised"),
)
