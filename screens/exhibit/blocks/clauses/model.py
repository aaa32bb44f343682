"""What the visitor has said about each clause, and the clause as it reads before and after it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from content.schema import Clause, ClauseOpinion, ClausesBlock, Text
from screens.exhibit.blocks import BlockEffects, BlockModel

Mark = Literal["", "about", "added", "removed"]
Wording = tuple[tuple[Text, Mark], ...]


@dataclass(frozen=True, slots=True)
class ClausesState:
    """`raised` holds (clause, opinion) in the order they were raised; `sent` shows what became of them."""

    block: ClausesBlock
    clause_id: str
    raised: tuple[tuple[str, str], ...] = ()
    shown: str = ""
    sent: bool = False
    page: int = 0

    @property
    def clause(self) -> Clause:
        """The clause being read."""
        return next(one for one in self.block.clauses if one.id == self.clause_id)

    def raised_on(self, clause: Clause) -> tuple[ClauseOpinion, ...]:
        """The visitor's opinions on a clause, in the order of the content."""
        return tuple(one for one in clause.opinions if (clause.id, one.id) in self.raised)

    @property
    def outcomes(self) -> Counter[str]:
        """How many were adopted, adopted in part, declined."""
        every = (opinion for clause in self.block.clauses for opinion in self.raised_on(clause))
        return Counter(one.outcome for one in every)


def as_drafted(clause: Clause, shown: str) -> Wording:
    """The draft, with the words marked that the opinion `shown` is about."""
    about = next((one.about for one in clause.opinions if one.id == shown), ())
    return tuple((piece.text, "about" if piece.id in about else "") for piece in clause.pieces)


def before(clause: Clause, opinions: tuple[ClauseOpinion, ...]) -> Wording:
    """The draft, with the words marked that `opinions` take out."""
    gone = {change.piece for one in opinions for change in one.changes if change.how == "replace"}
    return tuple((piece.text, "removed" if piece.id in gone else "") for piece in clause.pieces)


def after(clause: Clause, opinions: tuple[ClauseOpinion, ...]) -> Wording:
    """The clause as `opinions` change it; a declined one changes nothing. New words are marked."""
    changes = [change for one in opinions for change in one.changes]
    wording: list[tuple[Text, Mark]] = []
    for piece in clause.pieces:
        instead = next((one for one in changes if one.piece == piece.id and one.how == "replace"), None)
        wording.append((instead.text, "added") if instead else (piece.text, ""))
        wording += [(one.text, "added") for one in changes if one.piece == piece.id and one.how == "follow"]
    return tuple(wording)


class ClausesModel(BlockModel[ClausesState]):
    """Begins with the first clause and no opinion. Opinions may be raised and taken back until they are sent."""

    def __init__(self, block: ClausesBlock) -> None:
        self._start = ClausesState(block, block.clauses[0].id)
        self.state = self._start

    def press(self, id: str, now: float) -> BlockEffects:
        if id == "dock.back":
            self.state = replace(self.state, sent=False, page=0) if self.state.sent else self.state
            return ()
        verb, _, rest = id.removeprefix("clauses.").partition(".")
        if not id.startswith("clauses."):
            return ()
        if verb == "clause" and any(one.id == rest for one in self.state.block.clauses):
            self.state = replace(self.state, clause_id=rest, shown="", page=0)
        elif verb == "raise" and not self.state.sent:
            self._toggle(rest)
        elif verb == "send" and self.state.raised and not self.state.sent:
            self._send()
        elif verb == "edit":
            self.state = replace(self.state, sent=False, page=0, shown="")
        elif verb == "again":
            self.state = self._start
        elif verb == "page" and rest in ("prev", "next"):
            self.state = replace(self.state, page=max(0, self.state.page + (1 if rest == "next" else -1)))
        return ()

    def _toggle(self, opinion: str) -> None:
        if all(one.id != opinion for one in self.state.clause.opinions):
            return
        pair = (self.state.clause_id, opinion)
        had = pair in self.state.raised
        raised = tuple(one for one in self.state.raised if one != pair) + (() if had else (pair,))
        self.state = replace(self.state, raised=raised, shown="" if had else opinion, page=0)

    def _send(self) -> None:
        """The answers begin with a clause that something was said about: the one being read, or else the first."""
        said = {clause for clause, _ in self.state.raised}
        order = (self.state.clause_id, *(one.id for one in self.state.block.clauses))
        first = next(one for one in order if one in said)
        self.state = replace(self.state, sent=True, clause_id=first, shown="", page=0)
