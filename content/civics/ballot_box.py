"""One constituency's ballot box, opened and counted to the end: validity, majority, votes on ties, run-off.

Owns the way from papers to a result and from one round to the next, by 选举法 (2020) art. 44 and 45. Leaves the single
rules to `content.civics.elections`, and whose papers they are to the exhibition, which made them up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from content.civics import elections
from content.civics.election_calendar import Provision
from content.civics.elections import Count

RoundKind = Literal["first", "again", "run_off"]
#: Where a paper names somebody who is no candidate: any other voter (art. 41).
WRITE_IN = "other"


@dataclass(frozen=True)
class Paper:
    """A ballot paper: whom it is for (candidates or `WRITE_IN`), whom against. Blank abstains (art. 41)."""

    chosen: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class PaperRuling:
    """Whether a paper counts: at most as many people chosen as seats (art. 44 para. 2)."""

    valid: bool
    chosen: int
    seats: int
    provision: Provision


@dataclass(frozen=True)
class Validity:
    """Whether the election stands: more than half of the voters took part, no more votes than took part."""

    enough: bool
    matches: bool
    needed: int

    @property
    def valid(self) -> bool:
        """Both conditions hold."""
        return self.enough and self.matches

    @property
    def provision(self) -> Provision:
        """The paragraph that decides: the one broken, or that of the turnout (art. 45 para. 1, art. 44 para. 1)."""
        return Provision(45, 1) if not self.enough or self.matches else Provision(44, 1)


@dataclass(frozen=True)
class Round:
    """One round of voting: who stands for how many seats, its papers, the votes, and what comes of them."""

    kind: RoundKind
    standing: tuple[str, ...]
    seats: int
    papers: tuple[Paper, ...]
    votes: dict[str, int]
    void: int
    count: Count
    base: int

    @property
    def provision(self) -> Provision:
        """What the result of this round rests on."""
        return {"first": Provision(45, 1), "again": Provision(45, 3), "run_off": Provision(45, 5)}[self.kind]


def judge(paper: Paper, seats: int) -> PaperRuling:
    """选举法 art. 44 para. 2. Votes against choose nobody, and a blank paper is valid."""
    chosen = len(set(paper.chosen))
    return PaperRuling(elections.ballot(chosen, seats).met, chosen, seats, Provision(44, 2))


def validity(voters: int, took_part: int, cast: int) -> Validity:
    """选举法 art. 45 para. 1 and art. 44 para. 1."""
    turnout = elections.turnout(voters, took_part)
    return Validity(turnout.met, elections.votes_match(cast, took_part).met, turnout.needed)


def first_round(papers: Sequence[Paper], standing: Sequence[str], seats: int, *, took_part: int) -> Round:
    """选举法 art. 45 paras. 1 and 3: more than half of those who took part; void papers took part too."""
    votes, void = tally(papers, (*standing, WRITE_IN), seats)
    named = {who: n for who, n in votes.items() if who != WRITE_IN}
    count = elections.elect(named, seats, base=took_part)
    return Round("first", tuple(standing), seats, tuple(papers), votes, void, count, took_part)


def next_round(before: Round) -> tuple[RoundKind, tuple[str, ...], int] | None:
    """What follows: a vote again between the tied (art. 45 para. 3), a run-off (para. 4), or nothing.

    Returns its kind, who stands, and for how many seats.
    """
    count = before.count
    if count.tied:
        return "again", count.tied, count.open_seats
    if count.open_seats and before.kind == "first":
        votes = {who: before.votes[who] for who in before.standing}
        return (
            "run_off",
            elections.run_off_candidates(votes, count.elected, count.open_seats, "direct"),
            count.open_seats,
        )
    return None


def later_round(kind: RoundKind, papers: Sequence[Paper], standing: Sequence[str], seats: int) -> Round:
    """A vote again: most votes win (art. 45 para. 3). A run-off: most votes, and a third of them (para. 5).

    Raises: ValueError for a first round.
    """
    votes, void = tally(papers, standing, seats)
    if kind == "again":
        count = elections.vote_again(votes, seats)
    elif kind == "run_off":
        count = elections.run_off(votes, seats, cast=len(papers))
    else:
        raise ValueError("a first round is counted by `first_round`")
    return Round(kind, tuple(standing), seats, tuple(papers), votes, void, count, len(papers))


def tally(papers: Sequence[Paper], names: Sequence[str], seats: int) -> tuple[dict[str, int], int]:
    """Votes for each name on valid papers, and how many papers are void."""
    valid = [paper for paper in papers if judge(paper, seats).valid]
    votes = {who: sum(who in paper.chosen for paper in valid) for who in names}
    return votes, len(papers) - len(valid)
