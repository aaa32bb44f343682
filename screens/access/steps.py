"""The focus of somebody with keys for previous, next and press: where it can stand, and where it goes.

The order is that of the tree, round and round. A keyboard on the glass is scanned in groups: its rows, the words it
offers, any long run of like things; a press goes into a group, its last step leads out again. Who listens also steps
over what is only read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from screens.access.tree import Item, Tree
from screens.scene import Box

LEAVE = "leave"
_LONG = 16  # so many like things in a run are stepped over row by row
_PANEL = ("keys.", "candidates.", "pin.")


@dataclass(frozen=True, slots=True)
class Step:
    """Where the focus can stand: a thing, a group of things, or the way out of one."""

    id: str
    kind: Literal["item", "group", "leave"]
    box: Box
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Focus:
    """`at` is the id of a step; `within` that of the group one has gone into."""

    at: str = ""
    within: str = ""


def steps_of(tree: Tree, hearing: bool) -> tuple[Step, ...]:
    """All steps of a page, groups closed."""
    items = [one for one in tree.items if hearing or one.actions]
    steps: list[Step] = []
    for family, run in groupby(items, _family):
        members = tuple(run)
        if family.startswith(_PANEL) and len(members) > 2:
            steps += [_group(row) for row in _rows(members)]
        elif family and len(members) >= _LONG:
            steps += [_group(row) if len(row) > 2 else _one(row[0]) for row in _rows(members)]
        else:
            steps += [_one(one) for one in members]
    return tuple(steps)


def inside(step: Step) -> tuple[Step, ...]:
    """The steps of a group: its members and the way out."""
    return (*(_one(one) for one in step.items), Step(LEAVE, "leave", step.box, ()))


def standing(focus: Focus, tree: Tree, hearing: bool) -> tuple[tuple[Step, ...], int]:
    """The steps there are now and which of them has the focus; -1 for none."""
    steps = steps_of(tree, hearing)
    group = next((one for one in steps if focus.within and one.id == focus.within), None)
    if group is not None:
        steps = inside(group)
    at = next((i for i, one in enumerate(steps) if one.id == focus.at), -1)
    if at < 0 and not focus.within:  # what had the focus may have come to lie in a group
        at = next((i for i, one in enumerate(steps) if any(i.id == focus.at for i in one.items)), -1)
    return steps, at


def moved(focus: Focus, tree: Tree, hearing: bool, way: int) -> Focus:
    """One step on or back, round at the ends."""
    steps, at = standing(focus, tree, hearing)
    if not steps:
        return Focus()
    if at < 0:
        within = focus.within if any(one.kind == "leave" for one in steps) else ""
        return Focus(steps[0 if way > 0 else -1].id, within)
    return Focus(steps[(at + way) % len(steps)].id, focus.within if steps[-1].kind == "leave" else "")


def pressed(focus: Focus, tree: Tree, hearing: bool) -> tuple[Focus, Item | None]:
    """What a press of the focus does: the focus afterwards, and the thing to act on, if any."""
    steps, at = standing(focus, tree, hearing)
    if at < 0:
        return focus, None
    step = steps[at]
    if step.kind == "group":
        return Focus(step.items[0].id, step.id), None
    if step.kind == "leave":
        return Focus(focus.within), None
    item = step.items[0]
    typed = item.id.startswith(_PANEL)  # after a letter the next is sought from its row
    return (Focus(focus.within) if typed and focus.within else focus), item


def _one(item: Item) -> Step:
    return Step(item.id, "item", item.box, (item,))


def _group(items: tuple[Item, ...]) -> Step:
    left, top = min(one.box.x for one in items), min(one.box.y for one in items)
    right, bottom = max(one.box.right for one in items), max(one.box.bottom for one in items)
    return Step(f"group.{_row_name(items)}", "group", Box(left, top, right - left, bottom - top), items)


def _row_name(items: tuple[Item, ...]) -> str:
    """Stable while the row's things change: the family and where the row stands."""
    return f"{_family(items[0])}{round(items[0].box.y)}"


def _family(item: Item) -> str:
    """Like things have ids that differ in their last part only."""
    if not item.target:
        return ""
    for start in _PANEL:
        if item.id.startswith(start):
            return start
    return item.id.rpartition(".")[0] + "."


def _rows(items: Iterable[Item]) -> list[tuple[Item, ...]]:
    """Things side by side; a row is as high as its first thing."""
    rows: list[list[Item]] = []
    for one in items:
        if rows and abs(rows[-1][0].box.center[1] - one.box.center[1]) < rows[-1][0].box.h / 2:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [tuple(row) for row in rows]
