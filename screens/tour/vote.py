"""A vote by teams: each comes to the glass in turn and casts one ballot; counted as the law's rules have it.

Plain values: `answer` takes a state and a pressed name. The rules and the count are content.civics.ballots'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from content.civics.ballots import RULES, Budget, Outcome, tally
from content.schema import BallotBlock, Proposal, RuleSet

Phase = Literal["turn", "mark", "count"]
Ballots = tuple[frozenset[str], ...]
#: Teams vote again on a tie once; then its places stay open. An exhibit rule: a class has no more time.
REVOTES = 1


@dataclass(frozen=True, slots=True)
class TeamVote:
    """`cast` are the ballots of this round, one a team in their order; `before` whole rounds; `marks` are in hand.

    `closed`: the time was up, and what was cast is counted.
    """

    block: BallotBlock
    teams: int
    cast: Ballots = ()
    before: tuple[Ballots, ...] = ()
    marks: tuple[str, ...] = ()
    at_paper: bool = False
    closed: bool = False

    @property
    def rules(self) -> RuleSet:
        """The rule set the exhibit begins with."""
        return self.block.rule_sets[0]

    @property
    def phase(self) -> Phase:
        """Whether a team is awaited, marks its paper, or all is counted."""
        if self.closed or len(self.cast) == self.teams:
            return "count"
        return "mark" if self.at_paper else "turn"

    @property
    def team(self) -> int:
        """Whose turn it is, from 0."""
        return len(self.cast)

    @property
    def options(self) -> tuple[Proposal, ...]:
        """What stands on this round's paper."""
        tied = _outcome(self, self.before).tied if self.before else None
        return tuple(one for one in self.block.candidates if tied is None or one.id in tied)

    @property
    def places(self) -> int:
        """How many may be marked."""
        return _outcome(self, self.before).open_places if self.before else self.block.places

    @property
    def budget(self) -> int:
        """What the marked may cost together, 10,000 yuan."""
        return self.block.budget - (_outcome(self, self.before).spent if self.before else 0)

    @property
    def spent(self) -> int:
        """What the marks in hand cost together."""
        return sum(one.cost for one in self.options if one.id in self.marks)

    def takes(self, id: str) -> bool:
        """Whether it may be marked besides."""
        costs = {one.id: one.cost for one in self.options}
        return id in costs and len(self.marks) < self.places and self.spent + costs[id] <= self.budget

    @property
    def outcome(self) -> Outcome:
        """The count of what was cast. A ballot that nobody cast is a team that was not there."""
        return _outcome(self, (*self.before, self.cast))

    @property
    def again(self) -> bool:
        """Whether the teams vote once more on equal votes."""
        whole = self.phase == "count" and not self.closed
        return whole and self.outcome.state == "tie" and len(self.before) < REVOTES

    def chosen_by(self, team: int) -> tuple[int, int]:
        """Of a team's first ballot: how many of its marks were chosen, and how many it made."""
        marks = (*self.before, self.cast)[0][team : team + 1]
        made = marks[0] if marks else frozenset()
        return len(made & set(self.outcome.chosen)), len(made)


def answer(vote: TeamVote, name: str) -> TeamVote:
    """The state after `name` was pressed; the same where it means nothing."""
    if vote.phase == "turn" and name == "come":
        return replace(vote, at_paper=True, marks=())
    if vote.phase == "mark" and name == "cast":
        return replace(vote, cast=(*vote.cast, frozenset(vote.marks)), marks=(), at_paper=False)
    if vote.phase == "mark" and name.startswith("mark."):
        return _marked(vote, name.removeprefix("mark."))
    if name == "again" and vote.again:
        return replace(vote, before=(*vote.before, vote.cast), cast=())
    return vote


def closed(vote: TeamVote) -> TeamVote:
    """The time is up: what was cast is counted. A second round that not all took part in leaves the tie open."""
    if vote.phase == "count":
        return vote
    if vote.before:
        return replace(vote, cast=vote.before[-1], before=vote.before[:-1], marks=(), at_paper=False, closed=True)
    return replace(vote, marks=(), at_paper=False, closed=True)


def _marked(vote: TeamVote, id: str) -> TeamVote:
    if id in vote.marks:
        return replace(vote, marks=tuple(one for one in vote.marks if one != id))
    return replace(vote, marks=(*vote.marks, id)) if vote.takes(id) else vote


def _outcome(vote: TeamVote, rounds: Sequence[Ballots]) -> Outcome:
    costs = {one.id: one.cost for one in vote.block.candidates}
    return tally(
        rounds[0],
        RULES[vote.rules.id],
        vote.block.places,
        options=tuple(costs),
        members=vote.teams,
        budget=Budget(vote.block.budget, costs),
        revotes=rounds[1:],
    )
