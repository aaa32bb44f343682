"""The clause and the opinions as passages: before the opinions are sent, and after."""

from __future__ import annotations

from typing import Literal

from content.schema import Clause, ClauseOpinion
from screens.exhibit.blocks.clauses.model import ClausesState, Wording, after, as_drafted, before
from screens.look import Look
from screens.parts.marked import Passage, Run, plain

Listed = Literal["all", "last", "none"]

_ICONS = {"adopted": ("check", "teal"), "partly": ("minus", "ochre_deep"), "declined": ("close", "ochre_deep")}


def _runs(look: Look, wording: Wording) -> tuple[Run, ...]:
    return tuple(Run(look.say(text), mark) for text, mark in wording)


def drafted(state: ClausesState, look: Look, style: str, whole: bool, listed: Listed) -> list[Passage]:
    """The clause being read, with `whole` the draft around it, and as much of what is said about it as `listed`."""
    current = Passage(_runs(look, as_drafted(state.clause, state.shown)), style, gap=20)
    passages = [current]
    if whole:
        passages = [plain(look.say(state.block.draft), "meta", color="ink2")]
        passages += [current if one == state.clause else _other(look, one) for one in state.block.clauses]
    said = state.raised_on(state.clause)
    if not said:
        return [*passages, plain(look.t("clauses.none"), "meta", color="ink2", gap=28)]
    if listed == "all":
        passages.append(plain(look.t("clauses.yours"), "meta", color="ink2", gap=28, heads=True))
    recent = sorted(said, key=lambda one: one.id != state.shown)[: {"all": None, "last": 1, "none": 0}[listed]]
    return passages + [plain(look.say(one.says), "body", gap=8, icon="pen") for one in recent]


def _other(look: Look, clause: Clause) -> Passage:
    name = Run(look.t("clauses.name", name=look.say(clause.name)))
    return Passage((name, *_runs(look, as_drafted(clause, ""))), "body_l", "ink2", gap=24)


def changed(state: ClausesState, look: Look, style: str) -> list[Passage]:
    """The clause before and after."""
    said = state.raised_on(state.clause)
    if not any(one.changes for one in said):
        told = plain(look.t("clauses.same"), "meta", color="ink2", heads=True)
        return [told, Passage(_runs(look, before(state.clause, ())), style, gap=8)]
    return [
        plain(look.t("clauses.before"), "meta", color="ink2", heads=True),
        Passage(_runs(look, before(state.clause, said)), "body", "ink2", gap=4),
        plain(look.t("clauses.after"), "meta", color="ink2", gap=28, heads=True),
        Passage(_runs(look, after(state.clause, said)), style, gap=4),
    ]


def answered(state: ClausesState, look: Look) -> list[Passage]:
    """Each opinion on the clause, with what became of it and why."""
    said = state.raised_on(state.clause)
    passages = [passage for one in said for passage in _answer(look, one)]
    if not said:
        passages.append(plain(look.t("clauses.unsaid"), "body"))
    return passages


def made_up(state: ClausesState, look: Look) -> Passage:
    """That draft, opinions and answers are made up."""
    return plain(look.say(state.block.disclaimer), "meta", color="ink2", gap=28)


def _answer(look: Look, one: ClauseOpinion) -> list[Passage]:
    icon, color = _ICONS[one.outcome]
    head = look.t(f"clauses.{one.outcome}", reason=look.say(one.reason))
    return [
        plain(head, "label_l", gap=18, heads=True, icon=icon, icon_color=color),
        plain(look.say(one.reply), "meta", gap=2),
    ]


def summary(state: ClausesState, look: Look) -> str:
    """How many of the visitor's opinions were adopted, in part, or not."""
    counts = state.outcomes
    return look.t(
        "clauses.sum",
        n=sum(counts.values()),
        adopted=counts["adopted"],
        partly=counts["partly"],
        declined=counts["declined"],
    )
