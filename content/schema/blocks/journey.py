"""A case that branches, told on a working-day clock: who decides next, what it takes, which term of the law runs."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from content.civics.suggestions import TermKey
from content.schema.base import BlockBase, Published, Slug, Text, Words

Stage = Literal["speak", "propose", "assign", "handle", "reply", "evaluate"]


class DaysOff(Published):
    """A holiday: its first and last day off."""

    name: Words
    first: date
    last: date

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> DaysOff:
        if self.last < self.first:
            raise ValueError(f"the holiday ends on {self.last}, before it begins on {self.first}; swap them")
        return self


class Holidays(Published):
    """Which weekdays are off and which weekend days are worked, as the cited notices say, from `first` to `last`."""

    days_off: tuple[DaysOff, ...]
    worked: tuple[date, ...] = ()
    first: date
    last: date
    note: Text


class JourneyChoice(Published):
    """What the visitor may decide. Without `to` it is a detour: time passes, it is explained, the question stays."""

    id: Slug
    label: Words
    working_days: int = Field(ge=0, le=60, description="How long it takes, made up")
    waits: Literal["fourth_quarter"] | None = Field(default=None, description="First waits until 1 October")
    told: Text = Field(description="What happens, and why")
    closes: tuple[TermKey, ...] = Field(default=(), description="Terms that end when it is done")
    within: TermKey | None = Field(default=None, description="A term that begins and ends with it")
    opens: tuple[TermKey, ...] = Field(default=(), description="Terms that begin when it is done")
    to: Slug | None = Field(default=None, description="The scene it leads to")


class JourneyScene(Published):
    """One question to one person of the story; a scene without choices is an ending."""

    id: Slug
    stage: Stage
    role: Words = Field(description="Whom the visitor plays here")
    heading: Words
    text: Text
    choices: tuple[JourneyChoice, ...] = Field(default=(), max_length=4)


class JourneyCase(Published):
    """One made-up matter from its first day to an ending."""

    id: Slug
    name: Words
    line: Words = Field(description="What it is about, in one line")
    picture: str = Field(description="Name of a drawing in media/art")
    begins: date
    scenes: tuple[JourneyScene, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _every_way_ends(self) -> JourneyCase:
        scenes = {one.id: one for one in self.scenes}
        if len(scenes) != len(self.scenes):
            raise ValueError("two scenes share an id; give each its own")
        for scene in self.scenes:
            ids = [one.id for one in scene.choices]
            if len(set(ids)) != len(ids):
                raise ValueError(f"two choices of {scene.id!r} share an id; give each its own")
            for choice in scene.choices:
                if choice.to is not None and choice.to not in scenes:
                    raise ValueError(f"choice {choice.id!r} leads to {choice.to!r}, which is no scene of this case")
            if scene.choices and all(one.to is None for one in scene.choices):
                raise ValueError(f"no choice of {scene.id!r} leads on; give one of them a scene in `to`")
        seen = _walk(self.scenes[0], scenes, (), frozenset(), set())
        lost = sorted(set(scenes) - {id for id, _ in seen})
        if lost:
            raise ValueError(f"no choice leads to {lost[0]!r}; lead there or take it out")
        return self


def _walk(
    scene: JourneyScene,
    scenes: dict[str, JourneyScene],
    way: tuple[str, ...],
    running: frozenset[str],
    seen: set[tuple[str, frozenset[str]]],
) -> set[tuple[str, frozenset[str]]]:
    """Every scene that can be reached with the terms that may run there.

    Raises: ValueError where a way turns back on itself, ends a term that does not run, or begins one that does.
    """
    if scene.id in way:
        raise ValueError(f"{scene.id!r} leads back to itself; a detour has no `to` instead")
    if (scene.id, running) in seen:
        return seen
    seen.add((scene.id, running))
    for choice in scene.choices:
        idle = sorted(set(choice.closes) - running)
        if idle:
            raise ValueError(f"{choice.id!r} in {scene.id!r} closes {idle[0]!r}, which may not run then; open it first")
        left = running - set(choice.closes)
        doubled = sorted(left & {*choice.opens, *((choice.within,) if choice.within else ())})
        if doubled:
            raise ValueError(
                f"{choice.id!r} in {scene.id!r} opens {doubled[0]!r}, which may run by then; close it first"
            )
        if choice.to is None and (choice.closes or choice.opens):
            raise ValueError(f"{choice.id!r} in {scene.id!r} leads nowhere, so it opens and closes no term")
        if choice.to is not None:
            _walk(scenes[choice.to], scenes, (*way, scene.id), left | set(choice.opens), seen)
    return seen


class JourneyBlock(BlockBase):
    """Made-up cases on the calendar of a real year: the visitor decides, time passes, the terms of the law run."""

    kind: Literal["journey"] = "journey"
    cases: tuple[JourneyCase, ...] = Field(min_length=1, max_length=4)
    holidays: Holidays
    disclaimer: Text
    comparison: Text = Field(description="What sources report of real ones, dated")

    @model_validator(mode="after")
    def _cases_have_their_own_ids(self) -> JourneyBlock:
        ids = [one.id for one in self.cases]
        if len(set(ids)) != len(ids):
            raise ValueError("two cases share an id; give each its own")
        for case in self.cases:
            if not self.holidays.first <= case.begins <= self.holidays.last:
                raise ValueError(f"{case.id!r} begins on {case.begins}, outside the table of holidays; extend it")
        return self
