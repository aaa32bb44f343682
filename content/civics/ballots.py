"""Choosing livelihood projects: 票决 by a congress's deputies, 票选 by a street's meeting. Two rule sets, kept apart.

Owns the rules of the vote simulation and its count. Leaves to others: the projects, their made-up costs, how simulated
deputies vote (content and the ballot block).

Two different things: deputies of a district, town or township *decide* by vote in a session of their congress (票决).
A street has no congress; its 议事代表会议 *chooses* by vote (票选), mostly residents' representatives; deputies of the
area attend, and whether they vote is not stated. Statutes fix quorum and majority of a session; our sources fix neither
for choosing projects nor for streets. Each rule therefore carries a `basis`: "stated" with the article that says it, or
"exhibit rule" with the reason for our choice. Any of them can be replaced: `dataclasses.replace(TOWN, majority=...)`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import ceil, floor
from types import MappingProxyType
from typing import Literal

Basis = Literal["stated", "exhibit rule"]
State = Literal["decided", "tie", "open_places", "no_quorum", "void"]

_ORGANIC = "地方组织法(2022-03-11)"
_TOWNSHIP = "重庆市乡镇人民代表大会工作条例(2016-03-31)"
_DEPUTIES = "代表法(2025-03-11)"
_ELECTION = "选举法(2020-10-17)"


@dataclass(frozen=True)
class Provision:
    """Where one rule comes from: `cite` for what is stated, `reason` for what this exhibit chose."""

    basis: Basis
    cite: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Share:
    """A part of a number of people: `part` or more of them (以上), or, if `exceeded`, more than that (过)."""

    part: Fraction
    exceeded: bool
    of: Literal["members", "present"]
    provision: Provision

    def needed(self, number: int) -> int:
        """The smallest whole number that meets it out of `number`."""
        exact = number * self.part
        return floor(exact) + 1 if self.exceeded else ceil(exact)


@dataclass(frozen=True)
class VoteRules:
    """How one kind of body votes on projects, rule by rule, each with its basis."""

    id: Literal["county", "town", "street"]
    term: Literal["票决", "票选"]
    body: str
    voters: str
    quorum: Share
    majority: Share
    too_many_marks: Provision
    blank: Provision
    tie: Provision
    budget: Provision
    effect: Provision


@dataclass(frozen=True)
class Budget:
    """What may be spent on the chosen projects together, and what each costs (one unit throughout)."""

    limit: int
    costs: Mapping[str, int]


@dataclass(frozen=True)
class Outcome:
    """The result of a count.

    `chosen` in order of votes. `tied` are to be voted on again for `open_places`. `over_budget` had the votes but not
    the money, `below_majority` not the votes. `votes` of the first round, most first.
    """

    state: State
    chosen: tuple[str, ...]
    tied: tuple[str, ...]
    open_places: int
    over_budget: tuple[str, ...]
    below_majority: tuple[str, ...]
    votes: tuple[tuple[str, int], ...]
    valid: int
    invalid: int
    blank: int
    quorum_needed: int
    votes_needed: int
    spent: int


_NOT_IN_SOURCES = "所据资料没有写明，展项参照选举规则设定"
_MARKS = Provision(
    "exhibit rule", reason=f"参照{_ELECTION}第四十四条第二款对选票的规定；民生实事项目的票如何认定，所据资料没有写明"
)
_BLANK = Provision("exhibit rule", f"{_DEPUTIES}第二十三条", "该条规定表决可以弃权；把空白票算作弃权是展项的做法")
_TIE = Provision("exhibit rule", reason=f"参照{_ELECTION}第四十五条第三款：票数相等不能确定时，就相等的再次投票")
_MONEY = Provision("exhibit rule", reason="模拟的总金额；得票够而钱不够的项目跳过，由下一项递补")

COUNTY = VoteRules(
    id="county",
    term="票决",
    body="区县人民代表大会",
    voters="区县人大代表",
    quorum=Share(Fraction(2, 3), False, "members", Provision("stated", f"{_ORGANIC}第十四条第四款")),
    majority=Share(
        Fraction(1, 2),
        True,
        "members",
        Provision(
            "exhibit rule",
            f"{_ORGANIC}第二十五条",
            "该条规定选举和通过决议以全体代表的过半数通过；票决是否同样要求，所据资料没有写明，各地可以另定",
        ),
    ),
    too_many_marks=_MARKS,
    blank=_BLANK,
    tie=_TIE,
    budget=_MONEY,
    effect=Provision("stated", "S2", "代表在人代会上以投票方式决定正式项目，交政府及有关方面组织实施"),
)

TOWN = VoteRules(
    id="town",
    term="票决",
    body="乡镇人民代表大会",
    voters="乡镇人大代表",
    quorum=Share(Fraction(2, 3), False, "members", Provision("stated", f"{_TOWNSHIP}第十条；{_ORGANIC}第十四条第四款")),
    majority=Share(
        Fraction(1, 2),
        True,
        "members",
        Provision(
            "exhibit rule",
            f"{_TOWNSHIP}第十七条",
            "该条规定进行选举和作出决议、决定以全体代表的过半数通过；票决是否同样要求，所据资料没有写明，各地可以另定",
        ),
    ),
    too_many_marks=_MARKS,
    blank=_BLANK,
    tie=_TIE,
    budget=_MONEY,
    effect=COUNTY.effect,
)

STREET = VoteRules(
    id="street",
    term="票选",
    body="街道议事代表会议",
    voters="议事代表",
    quorum=Share(Fraction(1, 2), True, "members", Provision("exhibit rule", reason=_NOT_IN_SOURCES)),
    majority=Share(Fraction(1, 2), True, "present", Provision("exhibit rule", reason=_NOT_IN_SOURCES)),
    too_many_marks=_MARKS,
    blank=Provision("exhibit rule", reason=_NOT_IN_SOURCES),
    tie=_TIE,
    budget=_MONEY,
    effect=Provision("stated", "S2", "街道没有本级人大代表，不能召开人代会；议事代表会议票选街道民生实事项目"),
)

#: The rule sets by the id content gives them (`content.schema.RuleSet.id`).
RULES: Mapping[str, VoteRules] = MappingProxyType({"county": COUNTY, "town": TOWN, "street": STREET})


def tally(
    ballots: Sequence[Collection[str]],
    rules: VoteRules,
    places: int,
    *,
    options: Sequence[str],
    members: int,
    present: int | None = None,
    budget: Budget | None = None,
    revotes: Sequence[Sequence[Collection[str]]] = (),
) -> Outcome:
    """Count secret ballots, each the set of options marked, under `rules`.

    `members` is all who may vote, `present` those at the meeting (as many as ballots, unless given). A ballot with more
    marks than places, or a mark for no option, is invalid; one without marks abstains. Without a quorum, or with more
    ballots than people present, nothing is chosen. If equal votes leave open which are in (or can be paid), `state` is
    "tie": vote again on `tied` and call again with those ballots added to `revotes`; they order only the tied.

    Raises: ValueError for impossible numbers, or a re-vote where there is no tie.
    """
    here = len(ballots) if present is None else present
    if places < 1 or not 0 <= here <= members or len(set(options)) != len(options):
        raise ValueError("needs a place, distinct options and no more people present than there are members")
    quorum = rules.quorum.needed(members if rules.quorum.of == "members" else here)
    needed = rules.majority.needed(members if rules.majority.of == "members" else here)
    votes, valid, invalid, blank = _count(ballots, options, places)
    ranks: dict[str, tuple[int, ...]] = {option: (votes[option],) for option in options}
    enough = [option for option in options if votes[option] >= needed]
    stopped: State | None = "void" if len(ballots) > here else "no_quorum" if here < quorum else None
    choice = _choose({option: ranks[option] for option in enough}, places, budget)
    for again in revotes:
        if not choice.tied or stopped:
            raise ValueError("there is nothing to vote on again")
        more, *_ = _count(again, choice.tied, choice.open_places)
        ranks = {option: (*rank, more[option]) for option, rank in ranks.items()}
        choice = _choose({option: ranks[option] for option in enough}, places, budget)
    if stopped:
        choice = _Choice((), (), places, ())
    spent = sum(budget.costs[option] for option in choice.chosen) if budget else 0
    return Outcome(
        state=stopped or ("tie" if choice.tied else "open_places" if choice.open_places else "decided"),
        chosen=choice.chosen,
        tied=choice.tied,
        open_places=choice.open_places,
        over_budget=choice.over_budget,
        below_majority=tuple(option for option in options if option not in enough),
        votes=tuple((option, ranks[option][0]) for option in sorted(options, key=ranks.__getitem__, reverse=True)),
        valid=valid,
        invalid=invalid,
        blank=blank,
        quorum_needed=quorum,
        votes_needed=needed,
        spent=spent,
    )


@dataclass(frozen=True)
class _Choice:
    chosen: tuple[str, ...]
    tied: tuple[str, ...]
    open_places: int
    over_budget: tuple[str, ...]


def _count(
    ballots: Iterable[Collection[str]], options: Collection[str], places: int
) -> tuple[Counter[str], int, int, int]:
    votes: Counter[str] = Counter()
    valid = invalid = blank = 0
    for marks in map(set, ballots):
        if not marks:
            blank += 1
        elif len(marks) > places or not marks <= set(options):
            invalid += 1
        else:
            valid += 1
            votes.update(marks)
    return votes, valid, invalid, blank


def _choose(ranks: Mapping[str, tuple[int, ...]], places: int, budget: Budget | None) -> _Choice:
    """Go down the ranks; equal ranks are taken together or not at all. Ranks are equal as tuples of votes per round."""
    chosen: list[str] = []
    over: list[str] = []
    money = budget.limit if budget else 0
    cost = budget.costs if budget else dict.fromkeys(ranks, 0)
    for _, group in groupby(sorted(ranks, key=ranks.__getitem__, reverse=True), key=ranks.__getitem__):
        equal = tuple(group)
        left = places - len(chosen)
        if not left:
            break
        over += [option for option in equal if cost[option] > money]
        fit = tuple(option for option in equal if cost[option] <= money)
        if len(fit) > left or sum(cost[option] for option in fit) > money:
            return _Choice(tuple(chosen), fit, left, tuple(over))
        chosen += fit
        money -= sum(cost[option] for option in fit)
    return _Choice(tuple(chosen), (), places - len(chosen), tuple(over))
