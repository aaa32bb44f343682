"""What lies between a marked paper and a result: who stands on the ballot, how simulated voters mark it, the count.

Owns the made-up voters. Leaves the rules to `content.civics.ballots` and the visitor's way through to `model`.
Every draw is derived from the visit's seed, so the others vote the same however often the visitor goes back.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from content.civics.ballots import RULES, Budget, Outcome, tally
from content.schema import BallotBlock, Proposal, RuleSet, Voters

Fate = Literal["done", "smaller", "later"]
Grade = Literal["satisfied", "basically", "not"]
GRADES: tuple[Grade, ...] = ("satisfied", "basically", "not")
#: A tie is voted on again at most so often; then its places stay open. An exhibit rule, said on the screen.
REVOTES = 2
_SPREAD = 0.9  # how far one voter's order strays from the group's, in places


@dataclass(frozen=True, slots=True)
class Paper:
    """A ballot paper: what stands on it, how many may be marked, and what they may cost together (10,000 yuan)."""

    options: tuple[str, ...]
    places: int
    budget: int
    costs: dict[str, int]

    def cost(self, marks: Sequence[str]) -> int:
        """What the marked projects cost together."""
        return sum(self.costs[one] for one in marks)

    def short(self, marks: Sequence[str], option: str) -> int:
        """How much money is missing to mark `option` too; 0 when it fits."""
        return max(0, self.cost(marks) + self.costs[option] - self.budget)

    def takes(self, marks: Sequence[str], option: str) -> bool:
        """Whether `option` may be marked beside `marks`."""
        return option in self.options and len(marks) < self.places and not self.short(marks, option)


def passes(proposal: Proposal) -> bool:
    """Whether it meets all three tests of the screening."""
    return proposal.public and proposal.within_year and proposal.within_powers


def candidates(block: BallotBlock) -> tuple[Proposal, ...]:
    """What stands on the ballot, in content's order."""
    return block.candidates


def first_paper(block: BallotBlock) -> Paper:
    """The paper of the first round."""
    listed = candidates(block)
    return Paper(tuple(one.id for one in listed), block.places, block.budget, {one.id: one.cost for one in listed})


def members(rules: RuleSet) -> int:
    """Everybody who votes: the simulated voters and the visitor."""
    return sum(group.count for group in rules.groups) + 1


def simulated(rules: RuleSet, paper: Paper, seed: int, round: int) -> list[frozenset[str]]:
    """The papers of all simulated voters: their group's order with a little of their own, within places and budget."""
    rng = random.Random(f"{seed}:{rules.id}:{round}")
    return [_mark(group, paper, rng) for group in rules.groups for _ in range(group.count)]


def _mark(group: Voters, paper: Paper, rng: random.Random) -> frozenset[str]:
    wish = [one for one in group.prefers if one in paper.options]
    strayed = {one: rank + rng.gauss(0, _SPREAD) for rank, one in enumerate(wish)}
    marks: list[str] = []
    for one in sorted(wish, key=strayed.__getitem__):
        if paper.takes(marks, one):
            marks.append(one)
    return frozenset(marks)


@dataclass(frozen=True, slots=True)
class Count:
    """The result so far: the outcome, the votes of the last round, and the paper of that round."""

    outcome: Outcome
    paper: Paper
    budget: int
    votes: dict[str, int]
    round: int
    members: int

    @property
    def revote(self) -> bool:
        """Whether equal votes ask for another round."""
        return self.outcome.state == "tie" and self.round < REVOTES

    @property
    def again(self) -> Paper:
        """The paper of the next round: the tied projects, the open places and the money that is left."""
        tied = self.outcome.tied
        costs = {one: self.paper.costs[one] for one in tied}
        return Paper(tied, self.outcome.open_places, self.budget - self.outcome.spent, costs)


def count(block: BallotBlock, rules: RuleSet, seed: int, rounds: Sequence[Sequence[str]]) -> Count:
    """Count the visitor's papers (`rounds`, the first one and those of re-votes) together with everybody else's.

    Raises: ValueError without a paper, or with one more than there were ties.
    """
    if not rounds:
        raise ValueError("nobody has voted yet")
    first = first_paper(block)
    voters = members(rules)
    ballots = [frozenset(rounds[0]), *simulated(rules, first, seed, 0)]
    revotes: list[list[frozenset[str]]] = []
    paper, votes = first, _votes(ballots, first)

    def outcome() -> Outcome:
        return tally(
            ballots, RULES[rules.id], block.places, options=first.options, members=voters,
            budget=Budget(block.budget, first.costs), revotes=revotes,
        )  # fmt: skip

    result = outcome()
    for number, marks in enumerate(rounds[1:], start=1):
        tied = result.tied
        costs = {one: first.costs[one] for one in tied}
        paper = Paper(tied, result.open_places, block.budget - result.spent, costs)
        papers = [frozenset(marks), *simulated(rules, paper, seed, number)]
        revotes.append(papers)
        votes = _votes(papers, paper)
        result = outcome()
    return Count(result, paper, block.budget, votes, len(rounds) - 1, voters)


def _votes(ballots: Sequence[frozenset[str]], paper: Paper) -> dict[str, int]:
    found = Counter(one for marks in ballots for one in marks)
    return {option: found[option] for option in paper.options}


def served(proposal: Proposal, fate: Fate) -> int:
    """Per cent of residents it serves this year: all, the part that the money reaches (half, if only time ran out)."""
    if fate == "later":
        return 0
    if fate == "done":
        return proposal.serves
    whole = proposal.cost + (proposal.surprise_cost or proposal.cost)
    return proposal.serves * proposal.cost // whole


def grades(rules: RuleSet, proposal: Proposal, fate: Fate, seed: int, places: int) -> dict[Grade, int]:
    """How the simulated voters appraise a project: by what became of it, and by whether they had wished for it."""
    rng = random.Random(f"{seed}:{rules.id}:appraise:{proposal.id}")
    found: Counter[Grade] = Counter()
    for group in rules.groups:
        wished = proposal.id in group.prefers[:places]
        for _ in range(group.count):
            score = {"done": 2, "smaller": 1, "later": 0}[fate] + wished + rng.choice((-1, 0, 0, 0, 1))
            found["satisfied" if score >= 3 else "basically" if score == 2 else "not"] += 1
    return {grade: found[grade] for grade in GRADES}
