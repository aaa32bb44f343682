"""How deputies are elected: candidates, validity, results, run-off, calendar. 选举法 (2020) art. 28-34, 44, 45.

Owns the arithmetic and the dates of the law. Leaves to others: who may vote, what is shown when, local rules of
implementation (art. 60). It counts made-up ballots of the exhibition; there is no path to a real vote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from typing import Literal

STATUTE = "选举法(2020-10-17)"

Mode = Literal["direct", "indirect"]  # by voters (county, township), or by the congress of the level below


@dataclass(frozen=True)
class CandidateRange:
    """How many candidates may stand for `seats` seats, both ends included."""

    seats: int
    least: int
    most: int
    article: str

    def allows(self, candidates: int) -> bool:
        """Whether this many candidates may stand."""
        return self.least <= candidates <= self.most


@dataclass(frozen=True)
class Verdict:
    """Whether a condition of the law is met, and what it takes: at least (or at most) `needed`."""

    met: bool
    needed: int
    article: str


@dataclass(frozen=True)
class Count:
    """The result of a count. `tied` candidates stand again for `open_seats`; without a tie these go to a run-off."""

    elected: tuple[str, ...]
    tied: tuple[str, ...]
    open_seats: int
    votes_needed: int
    article: str


@dataclass(frozen=True)
class Step:
    """One day of the election calendar. `day` is the last (or only) day; `note` says what the law leaves open."""

    key: str
    day: date
    article: str
    note: str = ""


def candidates(seats: int, mode: Mode) -> CandidateRange:
    """选举法 art. 31 para. 2: more candidates than seats, by 1/3 to 1 (direct) or by 1/5 to 1/2 (indirect).

    A fraction of a candidate counts up at the lower end and down at the upper one, so that both limits hold. For one
    seat in an indirect election no whole number lies between 1/5 and 1/2; then one more, as art. 45 para. 4 has it
    ("如果只选一人，候选人应为二人").

    Raises: ValueError if there is no seat.
    """
    if seats < 1:
        raise ValueError("an election fills at least one seat")
    low, high = (Fraction(1, 3), Fraction(1)) if mode == "direct" else (Fraction(1, 5), Fraction(1, 2))
    least = seats - (-seats * low.numerator // low.denominator)
    most = seats + seats * high.numerator // high.denominator
    return CandidateRange(seats, least, max(least, most), f"{STATUTE}第三十一条第二款")


def turnout(voters: int, took_part: int) -> Verdict:
    """选举法 art. 45 para. 1: a direct election is valid if more than half of all voters of the constituency take part.

    Raises: ValueError if more took part than there are voters, or a number is negative.
    """
    if not 0 <= took_part <= voters:
        raise ValueError("between none and all of the voters take part")
    needed = voters // 2 + 1
    return Verdict(took_part >= needed, needed, f"{STATUTE}第四十五条第一款")


def votes_match(cast: int, took_part: int) -> Verdict:
    """选举法 art. 44 para. 1: void if more votes are cast than people took part; `needed` is the most."""
    return Verdict(cast <= took_part, took_part, f"{STATUTE}第四十四条第一款")


def ballot(marks: int, seats: int) -> Verdict:
    """选举法 art. 44 para. 2: a ballot choosing more people than seats is void; as many or fewer is valid."""
    return Verdict(marks <= seats, seats, f"{STATUTE}第四十四条第二款")


def elect(votes: Mapping[str, int], seats: int, *, base: int) -> Count:
    """选举法 art. 45 paras. 1-3: elected with more than half, by most votes; a tie that decides is voted on again.

    `base` is what more than half is taken of: voters who took part (direct, para. 1), all deputies (indirect, para. 2).

    Raises: ValueError if there is no seat or somebody has more votes than `base`.
    """
    needed = base // 2 + 1
    _check(votes, seats, base)
    elected, tied, left = _fill({who: n for who, n in votes.items() if n >= needed}, seats)
    return Count(elected, tied, left, needed, f"{STATUTE}第四十五条第一款至第三款")


def vote_again(votes: Mapping[str, int], seats: int) -> Count:
    """选举法 art. 45 para. 3: in a vote between the tied, most votes win; no share of the votes is asked for.

    Raises: ValueError if there is no seat.
    """
    _check(votes, seats, sum(votes.values()))
    elected, tied, left = _fill({who: n for who, n in votes.items() if n > 0}, seats)
    return Count(elected, tied, left, 1, f"{STATUTE}第四十五条第三款")


def run_off_candidates(votes: Mapping[str, int], elected: tuple[str, ...], seats: int, mode: Mode) -> tuple[str, ...]:
    """选举法 art. 45 para. 4: who stands for the open seats, by votes of the first round, in the numbers of art. 31.

    Two stand if one seat is open. The lowest number that art. 31 allows is taken; others with as many votes as the last
    of them stand too if the highest number has room for all of them (the law leaves this open).
    """
    limits = candidates(seats, mode)
    rest = [(who, n) for who, n in votes.items() if who not in elected]
    rest.sort(key=lambda one: (-one[1], one[0]))
    chosen = rest[: limits.least]
    level = [one for one in rest[limits.least :] if chosen and one[1] == chosen[-1][1]]
    if len(chosen) + len(level) <= limits.most:
        chosen += level
    return tuple(who for who, _ in chosen)


def run_off(votes: Mapping[str, int], seats: int, *, cast: int) -> Count:
    """选举法 art. 45 para. 5: in a run-off (county, township) most votes win, but no fewer than 1/3 of the votes.

    `cast` is the number of votes cast. Indirect run-offs need more than half of all deputies again: use `elect`.

    Raises: ValueError if there is no seat or somebody has more votes than were cast.
    """
    _check(votes, seats, cast)
    needed = max(1, -(-cast // 3))
    elected, tied, left = _fill({who: n for who, n in votes.items() if n >= needed}, seats)
    return Count(elected, tied, left, needed, f"{STATUTE}第四十五条第五款")


def calendar(election_day: date, *, list_published: date | None = None) -> tuple[Step, ...]:
    """选举法 art. 28, 29, 32, 34: the days of a direct election, backward from election day, in order of time.

    `list_published` is when the list of voters was really published (the last day it may be, unless given); objections
    run from it.

    Raises: ValueError if the list is published later than twenty days before election day.
    """
    latest_list = election_day - timedelta(days=20)
    published = list_published or latest_list
    if published > latest_list:
        raise ValueError("the list of voters is published twenty days before election day at the latest (art. 28)")
    not_counted = "第一日不计入；法律未另作说明"
    steps = (
        Step("voter_list", latest_list, f"{STATUTE}第二十八条"),
        Step("objections", published + timedelta(days=5), f"{STATUTE}第二十九条", not_counted),
        Step("objection_ruling", published + timedelta(days=8), f"{STATUTE}第二十九条", "按最后一日提出申诉推算"),
        Step("first_candidates", election_day - timedelta(days=15), f"{STATUTE}第三十二条第一款"),
        Step("formal_candidates", election_day - timedelta(days=7), f"{STATUTE}第三十二条第一款"),
        Step("court_action", election_day - timedelta(days=5), f"{STATUTE}第二十九条"),
        Step("judgment", election_day - timedelta(days=1), f"{STATUTE}第二十九条"),
        Step("introductions_end", election_day - timedelta(days=1), f"{STATUTE}第三十四条"),
        Step("election_day", election_day, f"{STATUTE}第十一条第一款第三项"),
    )
    return tuple(sorted(steps, key=lambda step: step.day))


def may_introduce_candidates(today: date, election_day: date) -> bool:
    """选举法 art. 34: introductions must stop on election day. Afterwards there is nobody left to introduce."""
    return today < election_day


def _check(votes: Mapping[str, int], seats: int, most: int) -> None:
    if seats < 1:
        raise ValueError("an election fills at least one seat")
    if any(not 0 <= n <= most for n in votes.values()):
        raise ValueError("nobody has more votes than were given, or fewer than none")


def _fill(votes: Mapping[str, int], seats: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Fill seats by most votes: (elected, those tied for the last seats, seats left open)."""
    elected: list[str] = []
    ranked = sorted(votes, key=lambda who: (-votes[who], who))
    for _, group in groupby(ranked, key=lambda who: votes[who]):
        equal = tuple(group)
        left = seats - len(elected)
        if left == 0:
            break
        if len(equal) > left:
            return tuple(elected), equal, left
        elected += equal
    return tuple(elected), (), seats - len(elected)
