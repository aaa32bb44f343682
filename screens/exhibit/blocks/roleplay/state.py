"""Where a visitor of the talk is and what they did, as one frozen value, and what follows from it.

Points, quorum and agreement are `content.civics.deliberation`'s; nothing here is drawn by lot.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from content.civics.deliberation import Choice, Result, Side, mood, points, proposals, quorum, result, wishes, workable
from content.schema import Checking, Gathering, Issue, Offer, Party, RoleplayBlock, TalkScene

Phase = Literal["scenes", "role", "meet", "listen", "propose", "why", "vote", "sign", "oral", "end"]
PHASES: tuple[Phase, ...] = ("scenes", "role", "meet", "listen", "propose", "why", "vote", "sign", "oral", "end")


@dataclass(frozen=True, slots=True)
class TalkState:
    """Where a visitor is. `choice` holds the place of an offer for each issue, `heard` the sides listened to."""

    block: RoleplayBlock
    phase: Phase = "scenes"
    scene_id: str = ""
    role: str = ""
    gathering_id: str = ""
    at: int = 0
    heard: tuple[str, ...] = ()
    choice: Choice = ()
    rounds: int = 0
    check: str = ""
    page: int = 0

    @property
    def scene(self) -> TalkScene:
        """The matter that is talked over. Raises: StopIteration before one is picked."""
        return next(one for one in self.block.scenes if one.id == self.scene_id)

    @property
    def me(self) -> Party:
        """The side the visitor plays."""
        return next(one for one in self.scene.parties if one.id == self.role)

    @property
    def others(self) -> tuple[Party, ...]:
        """The other sides, in the scene's order."""
        return tuple(one for one in self.scene.parties if one.id != self.role)

    @property
    def speaking(self) -> Party:
        """The side that is being listened to."""
        return self.others[self.at]

    @property
    def unheard(self) -> tuple[Party, ...]:
        """Sides that have not been listened to: what they think of a proposal stays unknown to the visitor."""
        return tuple(one for one in self.others if one.id not in self.heard)

    @property
    def gathering(self) -> Gathering | None:
        """The meeting that is called, if one is chosen."""
        return next((one for one in self.scene.gatherings if one.id == self.gathering_id), None)

    @property
    def checking(self) -> Checking | None:
        """How it is checked afterwards, if that is chosen."""
        return next((one for one in self.scene.checks if one.id == self.check), None)

    def coming(self, party: Party) -> int:
        """How many of a side come to the meeting that is called; none before that."""
        counts = {one.party: one.count for one in self.gathering.comes} if self.gathering else {}
        return counts.get(party.id, 0)

    @property
    def present(self) -> int:
        """How many come in all."""
        return sum(self.coming(one) for one in self.scene.parties)

    @property
    def affected(self) -> int:
        """How many the matter affects."""
        return sum(one.count for one in self.scene.parties)

    @property
    def quorate(self) -> bool:
        """Whether at least half of those affected come."""
        return self.present >= quorum(self.affected)

    @property
    def offers(self) -> tuple[tuple[Issue, Offer], ...]:
        """The proposal on the table, issue by issue."""
        return tuple((issue, issue.offers[i]) for issue, i in zip(self.scene.issues, self.choice, strict=True))

    def place(self, party: Party) -> int:
        """A side's place in the tables."""
        return self.scene.parties.index(party)

    def points(self, party: Party) -> int:
        """What the proposal is worth to a side, of 10."""
        return points(self.scene.table, self.choice)[self.place(party)]

    def gets(self, party: Party, issue: int) -> tuple[int, int]:
        """What the proposal gives a side on one issue, and the most it could have got there."""
        rows = self.scene.table[issue]
        place = self.place(party)
        return rows[self.choice[issue]][place], max(row[place] for row in rows)

    def best(self, party: Party) -> Choice:
        """What a side asked for on every issue."""
        return wishes(self.scene.table, self.place(party))

    def agrees(self, party: Party) -> bool:
        """Whether a side agrees to the proposal."""
        return mood(self.points(party)) != "opposed"

    @property
    def result(self) -> Result:
        """What the proposal comes to at the meeting that is called."""
        sides = [Side(one.count, self.coming(one), self.points(one)) for one in self.scene.parties]
        return result(self.scene.agreement, sides)

    @property
    def ways_out(self) -> tuple[int, int]:
        """How many proposals would have been agreed on at this meeting, and how many there are."""
        affected = [one.count for one in self.scene.parties]
        present = [self.coming(one) for one in self.scene.parties]
        table = self.scene.table
        return len(workable(self.scene.agreement, table, affected, present)), sum(1 for _ in proposals(table))
