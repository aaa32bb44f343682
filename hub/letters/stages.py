"""Which stage of a letter follows which, and what each step needs: a table, without a database or a clock.

A letter is received, looked at (triaged) and then answered, passed on, told to the congress (情况反映), studied for a
deputy's suggestion, or shown another door. An answer is rated; where it promised something, what became of that is
reported and rated once more (两次评价: 条例 art. 26-28 speak of deputies' suggestions; here it is the station's own
rule). What is not in the table is refused with a sentence for staff.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from sync.progress import Grade, Round, State

Act = Literal[
    "triage", "answer", "transfer", "report", "study", "refer", "back", "extend", "term", "deliver", "rate", "redo",
    "close", "withdraw",
]  # fmt: skip

STAGES: Final[Mapping[State, str]] = {
    "received": "已收到",
    "triaged": "已受理",
    "answered": "已答复",
    "transferred": "已转办",
    "reported": "已作情况反映",
    "studied": "研究建议中",
    "out_of_scope": "不属这里办理",
    "rated": "已评价",
    "closed": "已办结",
    "withdrawn": "已撤回",
}
ACTS: Final[Mapping[Act, str]] = {
    "triage": "受理",
    "answer": "答复",
    "transfer": "转办",
    "report": "作情况反映",
    "study": "研究建议",
    "refer": "指另一个门",
    "back": "重新受理",
    "extend": "延期",
    "term": "登记交办",
    "deliver": "告知落实情况",
    "rate": "评价",
    "redo": "重新办理",
    "close": "办结",
    "withdraw": "撤回",
}
OPEN: Final[tuple[State, ...]] = ("received", "triaged", "transferred", "reported", "studied")
"""Stages in which an answer is still owed."""
DECIDE: Final[frozenset[Act]] = frozenset({"answer", "transfer", "report", "study", "refer"})
"""What may be done with a letter that was looked at; doing it at once is looking at it, too."""


class Impossible(Exception):
    """This step can't be taken; the message is a sentence for staff."""


@dataclass(frozen=True)
class Case:
    """Of a letter, what decides which step may follow. `promised`: the answer promised something not yet reported."""

    stage: State = "received"
    round: Round = 0
    promised: bool = False
    extended: bool = False


@dataclass(frozen=True)
class Step:
    """A step and what comes with it. `promise`: the answer promises something for a later day."""

    act: Act
    why: str = ""
    office: str = ""
    reply: str = ""
    promise: bool = False
    round: Literal[0, 1, 2] = 0
    grade: Grade | None = None


_MOVES: Final[Mapping[State, Mapping[Act, State]]] = {
    "received": {"triage": "triaged", "extend": "received", "close": "closed"},
    "triaged": {
        "answer": "answered", "transfer": "transferred", "report": "reported", "study": "studied",
        "refer": "out_of_scope", "extend": "triaged", "close": "closed",
    },
    "transferred": {
        "answer": "answered", "transfer": "transferred", "back": "triaged", "extend": "transferred", "close": "closed",
    },
    "reported": {
        "answer": "answered", "study": "studied", "back": "triaged", "extend": "reported", "close": "closed",
    },
    "studied": {
        "answer": "answered", "report": "reported", "back": "triaged", "extend": "studied", "term": "studied",
        "close": "closed",
    },
    "out_of_scope": {"back": "triaged", "close": "closed"},
    "answered": {"rate": "rated", "deliver": "answered", "close": "closed"},
    "rated": {"deliver": "answered", "redo": "triaged", "close": "closed"},
    "closed": {"rate": "closed"},
    "withdrawn": {},
}  # fmt: skip
"""What the writer may do at any stage, withdrawing, is not in it."""
_NEEDS: Final[Mapping[Act, tuple[str, ...]]] = {
    "answer": ("reply",),
    "deliver": ("reply",),
    "transfer": ("office", "why"),
    "refer": ("office", "why"),
    "back": ("why",),
    "extend": ("why",),
    "redo": ("why",),
}
_MISSING: Final = {
    "reply": "先写好要告诉写信人的话。",
    "office": "先写明是哪个单位。",
    "why": "先写明理由，写信人看得到。",
}
_CURES: Final[Mapping[State, str]] = {
    "received": "先受理这封信。",
    "answered": "已经答复了；写信人评价以后，不满意的可以重新办理。",
    "rated": "写信人已经评价；要改答复，先“重新办理”。",
    "out_of_scope": "已经指了另一个门；要在这里办，先“重新受理”。",
    "closed": "已经办结，只等写信人评价或者撤回。",
    "withdrawn": "写信人撤回了，什么都不再做。",
}


def allowed(case: Case) -> tuple[Act, ...]:
    """The acts the table knows for this stage, in the order they are offered."""
    return tuple(act for act in ACTS if _after(case, act) and not _hindered(case, act))


def take(case: Case, step: Step) -> Case:
    """The case after a step.

    Raises: Impossible, with the sentence.
    """
    after = _after(case, step.act)
    if after is None:
        cure = _CURES.get(case.stage, "")
        raise Impossible(f"“{STAGES[case.stage]}”的信不能{ACTS[step.act]}。{cure}")
    if hindrance := _hindered(case, step.act):
        raise Impossible(hindrance)
    for name in _NEEDS.get(step.act, ()):
        if not getattr(step, name).strip():
            raise Impossible(_MISSING[name])
    if step.act == "close" and case.stage in OPEN and not step.why.strip():
        raise Impossible("还没有答复。不答复就办结，要写明理由，写信人看得到。")
    if step.act == "rate":
        return _rated(case, step, after)
    return replace(case, stage=after, **_changes(case, step))  # type: ignore[arg-type]


def _after(case: Case, act: Act) -> State | None:
    if act == "withdraw" and case.stage != "withdrawn":
        return "withdrawn"
    return _MOVES[case.stage].get(act)


def _hindered(case: Case, act: Act) -> str:
    """Why an act that the table knows can't be done in this case; '' when it can."""
    if act == "extend" and case.extended:
        return "已经延期过一次，不能再延。"
    if act == "deliver" and not case.promised:
        return "答复里没有承诺还没告知的事。"
    if act == "close" and case.promised and case.stage in ("answered", "rated"):
        return "答复里承诺的事还没告知落实情况，先告知，再办结。"
    if act == "rate" and case.round == 0:
        return "现在没有要评价的答复。"
    return ""


def _changes(case: Case, step: Step) -> dict[str, object]:
    match step.act:
        case "answer":
            return {"round": 1, "promised": step.promise}
        case "deliver":
            return {"round": 2, "promised": False}
        case "extend":
            return {"extended": True}
        case "redo" | "back" | "withdraw":
            return {"round": 0, "promised": False}
        case _:
            return {}


def _rated(case: Case, step: Step, after: State) -> Case:
    if step.grade is None or step.round not in (1, 2):
        raise Impossible("评价要写明是第几次、哪一等。")
    if step.round != case.round:
        raise Impossible("这一次评价已经给过，或者还没轮到。")
    return replace(case, stage=after, round=0)
