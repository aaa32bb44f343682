"""Importing deputies: a file is read, compared and written in one go, and whatever happens there is a report.

Owns the order of things. Leaves to others: opening files (`files`), columns (`columns`), rows (`rows`), who is who
(`plan`), the database (`directory`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from random import SystemRandom

from django.db import transaction

from content.civics.codes import CodeType, new_code
from content.civics.regions import find
from hub.deputies import columns as c
from hub.deputies.columns import Mapped, has_heading, mapped
from hub.deputies.directory import apply, known, regions_differ
from hub.deputies.files import Unreadable, opened
from hub.deputies.models import DirectoryState
from hub.deputies.plan import Plan, plan
from hub.deputies.report import Problem, Report
from hub.deputies.rows import Entry, RowReader, covered, entries, published_regions
from hub.exhibition.models import Mailbox


@dataclass(frozen=True, slots=True)
class Wish:
    """How to import: as of which day, for one region only, what to fill in, and whether it is only a trial."""

    on: date
    only: str = ""
    fills: Mapping[str, str] = field(default_factory=dict)
    many_may_go: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says, before anything is compared."""

    report: Report
    entries: tuple[Entry, ...] = ()
    row_word: str = "行"


class BadFile(Exception):
    """Nothing was imported; the report says why, row by row."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(report.text())


def read(data: bytes, name: str, wish: Wish, topics: Mapping[str, str] | None = None) -> Read:
    """What the file says; its problems are in the report."""
    report = Report(name, dry_run=wish.dry_run)
    if problem := _of_wish(wish):
        return Read(replace(report, problems=(problem,)))
    fills = _named(wish.fills)
    try:
        sheet = opened(data, has_heading)
        found = mapped(sheet, fills)
    except Unreadable as error:
        return Read(replace(report, problems=(Problem(error.row, "", error.what, error.cure),)))
    reader = RowReader(sheet, found.places, wish.on, fills, topics or {})
    good: list[Entry] = []
    problems: list[Problem] = []
    for entry, wrong in entries(reader, found.body):
        problems += wrong
        if entry is not None:
            good.append(entry)
    problems += _outside(good, wish, sheet.row_word)
    if not good and not problems:
        problems.append(Problem(None, "", "文件里没有代表", "表头下面请一行写一位代表"))
    report = replace(
        report, kind=sheet.kind, heading_row=found.heading_row, mapping=found.names, ignored=found.ignored,
        notes=(*sheet.notes, *_notes(found, fills, good)), people=len(good), problems=tuple(problems),
    )  # fmt: skip
    return Read(report, tuple(good), sheet.row_word)


def bring_in(data: bytes, name: str, wish: Wish, now: datetime) -> Report:
    """Make the directory what the file says; where anything is wrong, or it is a trial, nothing is changed."""
    what = read(data, name, wish, known_topics())
    if what.report.refused:
        return what.report
    with transaction.atomic():
        state = DirectoryState.objects.select_for_update().first()
        everyone = known()
        only = find(wish.only, wish.on) if wish.only else None
        made: Plan = plan(
            what.entries, everyone, _ids({one.id for one in everyone} | {one.id for one in what.entries}),
            only=only.id if only else None, many_may_go=wish.many_may_go, row_word=what.row_word,
        )  # fmt: skip
        if made.problems:
            return replace(what.report, problems=made.problems)
        regions = published_regions(wish.on)
        changes = made.changes
        report = replace(what.report, changes=changes, same=sum(one.kind is None for one in made.steps))
        if wish.dry_run:
            return replace(report, changes=tuple(replace(one, id="") if one.kind == "new" else one for one in changes))
        if changes or state is None or regions_differ(regions):
            apply(made, regions, wish.on, now)
    return replace(report, applied=True)


def known_topics() -> dict[str, str]:
    """Topics of the live mailbox, by name and by id."""
    mailbox = Mailbox.objects.filter(live=True).first()
    content = mailbox.content if mailbox else None
    topics = content.get("topics", []) if isinstance(content, dict) else []
    found: dict[str, str] = {}
    for one in topics:
        found |= {one["id"]: one["id"], one["name"]["zh-Hans"]: one["id"]}
    return found


def _of_wish(wish: Wish) -> Problem | None:
    if not covered(wish.on):
        return Problem(None, "", f"{wish.on} 那天的区县不在我们的表里", "请写 2025-03-26 以后的日期")
    if wish.only and find(wish.only, wish.on) is None:
        return Problem(None, "", f"“只更新”的“{wish.only[:30]}”不是区县", "请写区县的全名")
    unknown = [one for one in wish.fills if c.meaning(one) is None]
    if unknown:
        return Problem(None, "", f"没有“{unknown[0][:30]}”这一列可以填", f"可以填：{'、'.join(c.ALL)}")
    return None


def _named(fills: Mapping[str, str]) -> dict[str, str]:
    return {c.meaning(column) or column: value for column, value in fills.items()}


def _outside(good: list[Entry], wish: Wish, row_word: str) -> list[Problem]:
    """Rows of another region, where only one is to be changed."""
    only = find(wish.only, wish.on) if wish.only else None
    if only is None:
        return []
    cure = f"只更新{only.name}时，文件里只能有{only.name}的代表"
    return [
        Problem(one.row, c.REGION, "不是要更新的区县", cure, row_word) for one in good if one.deputy.region != only.id
    ]


def _notes(found: Mapped, fills: Mapping[str, str], good: list[Entry]) -> list[str]:
    """What a clerk should know although it is not wrong."""
    notes = [f"“{column}”空着的地方填了“{value[:40]}”。" for column, value in fills.items()]
    if c.RECEPTION not in found.places and c.RECEPTION not in fills:
        notes.append("没有“接待”一列，展台上写“接待时间请问站里的工作人员”。")
    unchecked = sum(one.unchecked for one in good)
    if unchecked:
        notes.append(f"{unchecked} 位待核实，核实以前不上展台，印出的码只说明正在核对。")
    if not any(c.ENGLISH in theirs for _, theirs in found.names) and good:
        notes.append("没有英文的列，英文页面上这些地方写中文。")
    return notes


def _ids(taken: set[str]) -> Callable[[], str]:
    """New ids that nobody has; printed codes must not be guessed."""
    rng = SystemRandom()

    def fresh() -> str:
        while (id := new_code(CodeType.DEPUTY, rng).id) in taken:
            pass
        taken.add(id)
        return id

    return fresh
