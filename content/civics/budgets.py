"""Sharing out a fixed sum: what a use can still get, and whose wishes a division meets.

A congress examines and approves the budget of its level (地方组织法 2022, 第十一条、第十二条). Minimums, wishes and
sums of the exhibition's game are made up; what is certain here is arithmetic: no division exceeds its total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Sums = Mapping[str, int]


def left(total: int, sums: Sums) -> int:
    """What has not been given out."""
    return total - sum(sums.values())


def bounded(wanted: int, use: str, sums: Sums, *, total: int, least: int, most: int, step: int) -> int:
    """The sum nearest to `wanted` that a use may have: whole steps, no less than its minimum, no more than there is."""
    room = left(total, sums) + sums[use]
    highest = min(most, room) // step * step
    steps = (wanted + step // 2) // step * step
    return max(least, min(steps, highest))


def met(wishes: Sequence[tuple[str, int]], sums: Sums) -> int:
    """How many of these wishes (a use, and the sum from which on it counts) are met."""
    return sum(sums[use] >= least for use, least in wishes)


def all_wishes_cost(wishes: Sequence[tuple[str, int]], least: Sums) -> int:
    """What it would take to meet every wish and keep every minimum: for each use the highest of them."""
    needed = dict(least)
    for use, sum_ in wishes:
        needed[use] = max(needed.get(use, 0), sum_)
    return sum(needed.values())
