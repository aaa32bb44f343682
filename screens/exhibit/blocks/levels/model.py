"""Where a visitor is among the levels: the hill, the relation shown, the organ or arrow chosen, the aside opened."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.schema import Arrow, Aside, CongressLevel, LevelsBlock, Organ, Relation, Text
from screens.exhibit.blocks import BlockEffects, BlockModel

VOTERS = "voters"
BELOW = "below"
RELATIONS: tuple[Relation, ...] = ("elects", "reports", "oversees")
#: What may be chosen inside a level besides an organ or an arrow: the level's own summary.
ABOUT = "about"


@dataclass(frozen=True, slots=True)
class LevelsState:
    """`chosen` is empty, `about`, `organ.<id>` or `arrow.<id>`; `opened`: entered from the list."""

    block: LevelsBlock
    start: str
    level: str
    relation: Relation
    opened: bool = False
    chosen: str = ""
    aside: str = ""
    part: int = 0

    @property
    def current(self) -> CongressLevel:
        """The level shown."""
        return next(one for one in self.block.levels if one.id == self.level)

    @property
    def organ(self) -> Organ | None:
        """The organ chosen."""
        wanted = self.chosen.removeprefix("organ.")
        return next((one for one in self.current.organs if one.id == wanted), None) if self._is("organ.") else None

    @property
    def arrow(self) -> Arrow | None:
        """The arrow chosen."""
        wanted = self.chosen.removeprefix("arrow.")
        return next((one for one in self.current.arrows if one.id == wanted), None) if self._is("arrow.") else None

    @property
    def opened_aside(self) -> Aside | None:
        """The aside being read."""
        return next((one for one in self.block.asides if one.id == self.aside), None)

    def _is(self, prefix: str) -> bool:
        return self.chosen.startswith(prefix)


def relations_of(level: CongressLevel) -> tuple[Relation, ...]:
    """The relations that have arrows inside the level, in the order elects, reports, oversees."""
    inner = {one.relation for one in level.arrows if one.origin not in (VOTERS, BELOW)}
    return tuple(one for one in RELATIONS if one in inner)


def entrance(level: CongressLevel) -> Arrow | None:
    """The arrow from outside: how the level's congress itself is elected, by voters or by the level below."""
    return next((one for one in level.arrows if one.origin in (VOTERS, BELOW)), None)


def peers(level: CongressLevel, arrow: Arrow) -> tuple[Arrow, ...]:
    """The arrows drawn and told as one with `arrow`: same relation and body, or all that come from outside."""
    if _is_outer(arrow):
        return tuple(one for one in level.arrows if _is_outer(one))
    mine = _touched(level, arrow)
    return tuple(
        one
        for one in level.arrows
        if one.relation == arrow.relation and not _is_outer(one) and _touched(level, one) == mine
    )  # fmt: skip


def inner_groups(level: CongressLevel, relation: Relation) -> tuple[tuple[Arrow, ...], ...]:
    """The arrows of a relation inside the level, those told as one together, in the order of content."""
    groups: list[tuple[Arrow, ...]] = []
    for arrow in level.arrows:
        if arrow.relation == relation and not _is_outer(arrow):
            group = peers(level, arrow)
            if group not in groups:
                groups.append(group)
    return tuple(groups)


def bodies_of(level: CongressLevel) -> tuple[Organ, ...]:
    """The organs that a congress brings forth, besides its own standing committee or presidium."""
    return tuple(one for one in level.organs if one.role not in ("congress", "standing", "presidium"))


def _is_outer(arrow: Arrow) -> bool:
    return bool({arrow.origin, arrow.target} & {VOTERS, BELOW})


def _touched(level: CongressLevel, arrow: Arrow) -> frozenset[str]:
    """The body an arrow touches; both its ends where it touches none."""
    ends = frozenset((arrow.origin, arrow.target))
    return ends & {one.id for one in bodies_of(level)} or ends


def said(state: LevelsState) -> tuple[Text, ...]:
    """The texts of what is chosen; the level's summary while nothing is."""
    level = state.current
    if state.organ:
        return (state.organ.note, *(one.text for one in _loose(level, state.organ.id)))
    if state.arrow:
        return tuple(one.text for one in peers(level, state.arrow))
    return (level.summary,)


def _loose(level: CongressLevel, organ: str) -> list[Arrow]:
    """Arrows of an organ whose other end is no organ of the level: no line can be drawn, so its note says them."""
    known = {one.id for one in level.organs}
    outside = known | {VOTERS, BELOW}
    return [
        one
        for one in level.arrows
        if organ in (one.origin, one.target) and not {one.origin, one.target} <= outside
    ]  # fmt: skip


class LevelsModel(BlockModel[LevelsState]):
    """Begins at the county, the highest level that voters elect themselves (the lowest level where there is none)."""

    def __init__(self, block: LevelsBlock) -> None:
        direct = [one for one in block.levels if one.election == "direct"]
        start = (direct or list(block.levels))[-1 if direct else 0]
        self.state = LevelsState(block, start.id, start.id, _first_relation(start))

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            self._back()
        elif id.startswith("levels."):
            self._act(id.removeprefix("levels."))
        return ()

    def _act(self, what: str) -> None:
        verb, _, rest = what.partition(".")
        if verb == "hill":
            self._enter(rest, opened=False)
        elif verb == "open":
            self._enter(rest, opened=True)
        elif verb == "climb":
            self._climb(rest)
        elif verb == VOTERS:
            self._voters(opened=rest == "open")
        elif verb == "relation" and rest in RELATIONS:
            relation = next(one for one in RELATIONS if one == rest)
            self.state = replace(self.state, relation=relation, chosen="", part=0)
        elif verb in ("organ", "arrow"):
            self._choose(what)
        elif verb == ABOUT:
            self.state = replace(self.state, chosen=ABOUT, part=0)
        elif verb == "aside" and any(one.id == rest for one in self.state.block.asides):
            self.state = replace(self.state, aside=rest, part=0)
        elif verb == "part" and rest.isdecimal():
            self.state = replace(self.state, part=int(rest))

    def _enter(self, level: str, opened: bool) -> None:
        found = next((one for one in self.state.block.levels if one.id == level), None)
        if found is None:
            return
        relation = self.state.relation if self.state.relation in relations_of(found) else _first_relation(found)
        self.state = replace(self.state, level=level, relation=relation, opened=opened, chosen="", aside="", part=0)

    def _climb(self, level: str) -> None:
        """The arrow up to a hill: that level, and how it is elected."""
        self._enter(level, opened=self.state.opened)
        arrow = entrance(self.state.current)
        if arrow is not None and self.state.level == level:
            self._choose(f"arrow.{arrow.id}")

    def _voters(self, opened: bool) -> None:
        """The ground: how direct election works, at the level shown or else at the lowest one that has it."""
        levels = (self.state.current, *self.state.block.levels)
        for level in levels:
            arrow = entrance(level)
            if arrow is not None and arrow.origin == VOTERS:
                self._enter(level.id, opened=opened or self.state.opened)
                self._choose(f"arrow.{arrow.id}")
                return

    def _choose(self, what: str) -> None:
        kind, _, wanted = what.partition(".")
        level = self.state.current
        known = {one.id for one in (level.organs if kind == "organ" else level.arrows)}
        if wanted in known:
            self.state = replace(self.state, chosen=what, part=0)

    def _back(self) -> None:
        """One step out: the aside, what is chosen, the level entered. At the beginning nothing changes."""
        if self.state.aside:
            self.state = replace(self.state, aside="", part=0)
        elif self.state.chosen:
            self.state = replace(self.state, chosen="", part=0)
        elif self.state.opened or self.state.level != self.state.start:
            self._enter(self.state.start, opened=False)


def _first_relation(level: CongressLevel) -> Relation:
    found = relations_of(level)
    return found[0] if found else "elects"
