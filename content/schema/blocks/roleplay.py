"""Talking a matter over: scenes with sides, what each wants, what may be agreed and how it is checked afterwards."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.civics import deliberation
from content.schema.base import BlockBase, Published, Slug, Text, Words


class Party(Published):
    """One side of a matter, played by the visitor or by the simulation; what it wants is disclosed."""

    id: Slug
    name: Words
    count: int = Field(gt=0, le=30, description="How many of those affected it stands for, made up")
    wants: Text = Field(description="Its interests, on its card")
    says: Text = Field(description="What it says when it is listened to, in the first person")


class PartyPoints(Published):
    """What an offer is worth to one side. Over all issues a side can get 10 points at most."""

    party: Slug
    points: int = Field(ge=0, le=10)


class Offer(Published):
    """One way to settle an issue: a few words on the button, a clause in the agreement."""

    id: Slug
    name: Words
    clause: Text
    points: tuple[PartyPoints, ...] = Field(min_length=2)


class Issue(Published):
    """One thing that has to be settled, and the ways to settle it."""

    id: Slug
    name: Words
    offers: tuple[Offer, ...] = Field(min_length=2, max_length=3)


class Attendance(Published):
    """How many of one side come to a meeting."""

    party: Slug
    count: int = Field(ge=0)


class Gathering(Published):
    """A time and a way to meet, and who can come to it."""

    id: Slug
    name: Words
    note: Text
    comes: tuple[Attendance, ...] = Field(min_length=2)


class Checking(Published):
    """How it is seen afterwards that the agreement is kept: a few words on the button, a clause in the agreement."""

    id: Slug
    name: Words
    clause: Text


class TalkScene(Published):
    """One matter to be talked over. All its numbers are made up."""

    id: Slug
    name: Words
    way: Words = Field(description="The form of consultation it shows")
    picture: str
    matter: Text
    unit: Literal["households", "people"]
    parties: tuple[Party, ...] = Field(min_length=3, max_length=4)
    issues: tuple[Issue, ...] = Field(min_length=2, max_length=3)
    gatherings: tuple[Gathering, ...] = Field(min_length=2, max_length=3)
    majority: Literal["more_than_half", "two_thirds", "every_side"]
    floor: int = Field(default=0, ge=0, le=4, description="No side may be left below so many points")
    rule: Text = Field(description="The rule of agreement in words")
    unwritten: Text = Field(description="What happens if nothing is put in writing")
    checks: tuple[Checking, ...] = Field(min_length=2, max_length=3)

    @property
    def table(self) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """Points by issue, offer and side, for `content.civics.deliberation`."""
        return tuple(
            tuple(
                tuple({one.party: one.points for one in offer.points}[party.id] for party in self.parties)
                for offer in issue.offers
            )
            for issue in self.issues
        )

    @property
    def agreement(self) -> deliberation.Rule:
        """The rule in numbers."""
        return deliberation.Rule(self.majority, self.floor)

    def present(self, gathering: Gathering) -> tuple[int, ...]:
        """How many of each side come, in the order of the sides."""
        counts = {one.party: one.count for one in gathering.comes}
        return tuple(counts[party.id] for party in self.parties)

    @model_validator(mode="after")
    def _sides_are_those_of_the_scene(self) -> TalkScene:
        ids = [party.id for party in self.parties]
        for issue in self.issues:
            for offer in issue.offers:
                _same(f"offer {offer.id!r} of issue {issue.id!r}", "points", [one.party for one in offer.points], ids)
        for gathering in self.gatherings:
            _same(f"gathering {gathering.id!r}", "an attendance", [one.party for one in gathering.comes], ids)
            for party, count in zip(self.parties, self.present(gathering), strict=True):
                if count > party.count:
                    raise ValueError(
                        f"{count} of {party.id!r} come to {gathering.id!r}, but there are only {party.count}; lower it"
                    )
        return self

    @model_validator(mode="after")
    def _nobody_gets_everything_and_everybody_can_agree(self) -> TalkScene:
        table = self.table
        for place, party in enumerate(self.parties):
            most = sum(max(offer[place] for offer in issue) for issue in table)
            if most != deliberation.FULL:
                raise ValueError(f"{party.id!r} can get {most} points; make its best offers add up to 10")
        if any(min(deliberation.points(table, one)) == deliberation.FULL for one in deliberation.proposals(table)):
            raise ValueError("one proposal gives every side everything; there must be something to give up")
        affected = [party.count for party in self.parties]
        quorate = [one for one in self.gatherings if 2 * sum(self.present(one)) >= sum(affected)]
        if not quorate:
            raise ValueError("no gathering brings half of those affected together; let more come to one")
        for gathering in quorate:
            found = deliberation.workable(self.agreement, table, affected, self.present(gathering))
            for place, party in enumerate(self.parties):
                if deliberation.wishes(table, place) in found:
                    raise ValueError(
                        f"at {gathering.id!r} all agree to what {party.id!r} wants; let others lose more by it"
                    )
                good = [one for one in found if deliberation.points(table, one)[place] >= deliberation.ACCEPTS]
                if len(good) < 2:
                    raise ValueError(
                        f"at {gathering.id!r} there are {len(good)} agreements that {party.id!r} accepts; "
                        "change points until there are at least two"
                    )
        return self


def _same(what: str, needs: str, given: list[str], wanted: list[str]) -> None:
    if sorted(given) != sorted(wanted):
        raise ValueError(f"{what} names {', '.join(given)}; give {needs} to each of {', '.join(wanted)} once")


class RoleplayBlock(BlockBase):
    """Pick a matter and a side, call a meeting, listen, propose, agree, put it in writing."""

    kind: Literal["roleplay"] = "roleplay"
    scenes: tuple[TalkScene, ...] = Field(min_length=1, max_length=4)
    disclaimer: Text

    @model_validator(mode="after")
    def _scenes_have_their_own_ids(self) -> RoleplayBlock:
        ids = [scene.id for scene in self.scenes]
        if len(set(ids)) != len(ids):
            raise ValueError("two scenes share an id; give each its own")
        return self
