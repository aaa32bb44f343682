"""From a made-up box to its rounds: the papers as the rules see them, and how made-up voters vote when it goes on.

Owns the simulation's one invention, the papers of later rounds: each is drawn from the visit's seed, its round and the
voter's number, so going back shows the same again. Leaves what counts and what follows to `content.civics.ballot_box`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from content.civics.ballot_box import WRITE_IN, Paper, Round, Validity, first_round, later_round, next_round, validity
from content.schema import BallotBox, BallotPaper, CountBlock

#: So many rounds are played at most; votes equal even then stay so. An exhibit rule, said on the screen.
MOST_ROUNDS = 5
#: Out of a hundred: how likely a voter who chose none of those standing abstains in a later round.
ABSTAIN = 35


def paper_of(one: BallotPaper) -> Paper:
    """The paper as the rules see it."""
    return Paper((*one.chosen, *((WRITE_IN,) if one.writes_in else ())), one.against)


def papers_of(box: BallotBox) -> tuple[Paper, ...]:
    """All papers of the box."""
    return tuple(paper_of(one) for one in box.papers)


def validity_of(box: BallotBox) -> Validity:
    """Whether the election of this box stands."""
    return validity(box.voters, box.took_part, len(box.papers))


def rounds_of(block: CountBlock, box_id: str, seed: int) -> tuple[Round, ...]:
    """Every round that the box leads to; none where the election does not stand."""
    box = next(one for one in block.boxes if one.id == box_id)
    if not validity_of(box).valid:
        return ()
    first = papers_of(box)
    rounds = [first_round(first, tuple(one.id for one in block.candidates), block.seats, took_part=box.took_part)]
    while len(rounds) < MOST_ROUNDS and (following := next_round(rounds[-1])) is not None:
        kind, standing, seats = following
        marked = [_again(paper, standing, seats, f"{seed}:{len(rounds)}:{i}") for i, paper in enumerate(first)]
        rounds.append(later_round(kind, marked, standing, seats))
    return tuple(rounds)


def elected_by(rounds: Sequence[Round], upto: int) -> tuple[str, ...]:
    """Everybody elected in the rounds before and with number `upto`."""
    return tuple(who for one in rounds[: upto + 1] for who in one.count.elected)


def _again(first: Paper, standing: Sequence[str], seats: int, seed: str) -> Paper:
    """A voter's paper of a later round: those chosen before; who chose none of them abstains, or picks anybody."""
    rng = random.Random(seed)
    before = [one for one in standing if one in first.chosen]
    others = [one for one in standing if one not in first.chosen and one not in first.against]
    rng.shuffle(before)
    rng.shuffle(others)
    if not before and rng.randrange(100) < ABSTAIN:
        return Paper()
    wish = before or others[:1]
    return Paper(tuple(wish[:seats]))
