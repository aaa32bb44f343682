"""Where a visitor of the simulation is and what they did, as one frozen value, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from content.schema import BallotBlock, Proposal, RuleSet
from screens.exhibit.blocks.ballot.count import Count, Fate, Grade, Paper, candidates, count, first_paper

Phase = Literal["rules", "collect", "screen", "debate", "vote", "confirm", "count", "implement", "appraise", "end"]
Reaction = Literal["add", "cut", "postpone"]
PHASES: tuple[Phase, ...] = (
    "rules", "collect", "screen", "debate", "vote", "confirm", "count", "implement", "appraise", "end",
)  # fmt: skip
REACTIONS: tuple[Reaction, ...] = ("add", "cut", "postpone")
_FATE: dict[Reaction, Fate] = {"add": "done", "cut": "smaller", "postpone": "later"}


@dataclass(frozen=True, slots=True)
class BallotState:
    """Where a visitor is and what they did. `rounds` are papers already cast; `marks` the one in hand, in order."""

    block: BallotBlock
    seed: int
    rule: str
    phase: Phase = "rules"
    page: int = 0
    leaf: int = 0  # page of what was opened over the page
    open: str = ""
    item: int = 0
    verdicts: tuple[tuple[str, bool], ...] = ()
    marks: tuple[str, ...] = ()
    ink: float = 1.0  # how much of the last ring is drawn, 0 to 1
    rounds: tuple[tuple[str, ...], ...] = ()
    reactions: tuple[tuple[str, Reaction], ...] = ()
    appraisals: tuple[tuple[str, Grade], ...] = ()

    @property
    def rules(self) -> RuleSet:
        """The rule set in force."""
        return next(one for one in self.block.rule_sets if one.id == self.rule)

    @property
    def other(self) -> RuleSet | None:
        """The rule set one might try next."""
        return next((one for one in self.block.rule_sets if one.id != self.rule), None)

    def proposal(self, id: str) -> Proposal:
        """A proposal by id."""
        return next(one for one in self.block.proposals if one.id == id)

    @property
    def listed(self) -> tuple[Proposal, ...]:
        """What stands on the ballot."""
        return candidates(self.block)

    @property
    def counted(self) -> Count:
        """The result of the papers cast so far. Raises: ValueError before the first one."""
        return count(self.block, self.rules, self.seed, self.rounds)

    @property
    def paper(self) -> Paper:
        """The paper in hand."""
        return self.counted.again if self.rounds else first_paper(self.block)

    @property
    def projects(self) -> tuple[Proposal, ...]:
        """What the vote decided, most votes first."""
        return tuple(self.proposal(id) for id in self.counted.outcome.chosen) if self.rounds else ()

    @property
    def surprised(self) -> tuple[Proposal, ...]:
        """Decided projects that meet with a surprise."""
        return tuple(one for one in self.projects if one.surprise is not None)

    @property
    def screened(self) -> Proposal:
        """The proposal being screened."""
        return self.block.proposals[self.item]

    def verdict(self, id: str) -> bool | None:
        """What the visitor said of a proposal: keep it, or not; None before."""
        return dict(self.verdicts).get(id)

    def reaction(self, id: str) -> Reaction | None:
        """What the visitor proposed to do about a surprise."""
        return dict(self.reactions).get(id)

    def grade(self, id: str) -> Grade | None:
        """The visitor's appraisal of a project."""
        return dict(self.appraisals).get(id)

    def fate(self, proposal: Proposal) -> Fate:
        """What became of a project this year."""
        reaction = self.reaction(proposal.id)
        return _FATE[reaction] if reaction else "done"

    def spent(self, besides: str = "") -> int:
        """10,000 yuan spent: the decided projects and what was added; a postponed project costs nothing this year."""
        total = 0
        for one in self.projects:
            reaction = self.reaction(one.id) if one.id != besides else None
            total += 0 if reaction == "postpone" else one.cost + (one.surprise_cost if reaction == "add" else 0)
        return total

    def affordable(self, proposal: Proposal) -> bool:
        """Whether the surprise's extra cost can be paid from what is left."""
        return self.spent(besides=proposal.id) + proposal.surprise_cost <= self.block.budget


def offered(state: BallotState, proposal: Proposal) -> tuple[Reaction, ...]:
    """What can be done about a surprise: money is offered where money is asked for and there is enough."""
    pays = proposal.surprise_cost > 0 and state.affordable(proposal)
    return REACTIONS if pays else ("cut", "postpone")
