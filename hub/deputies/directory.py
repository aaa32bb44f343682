"""The directory in the database: read as the schema's values, and changed as a plan says, all of it or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from content import schema
from hub.deputies.models import Deputy, DirectoryState, Note, Portrait, Region
from hub.deputies.plan import Known, Plan, Step

_BATCH = 500
_WRITTEN = (
    "name", "name_pinyin", "unit", "levels", "region_id", "is_sample", "source_id", "unchecked", "retired_on", "record",
)  # fmt: skip


class NoDirectory(Exception):
    """No directory has been imported yet."""


def read_directory() -> schema.Directory:
    """What stations may have: who serves and was checked, with what was approved. Raises NoDirectory."""
    state = DirectoryState.objects.first()
    if state is None:
        raise NoDirectory("还没有导入代表名录，请先运行 hub import deputies。")
    extras = _extras()
    rows = list(Deputy.objects.all())
    return schema.Directory(
        as_of=state.as_of,
        regions=tuple(schema.Region.model_validate(one) for one in Region.objects.values_list("record", flat=True)),
        deputies=tuple(_published(one, extras.get(one.id, {})) for one in rows if _serves(one)),
        retired=tuple(_retired(one, state.as_of) for one in rows if not _serves(one)),
        letters_to=settings.HUB.letters_to,
    )


def known() -> list[Known]:
    """Everybody whom the hub knows, in the order of the directory."""
    return [
        Known(
            one.id, one.source_id, schema.Deputy.model_validate(one.record), one.retired_on is not None, one.unchecked
        )
        for one in Deputy.objects.all()
    ]


@transaction.atomic
def store_directory(directory: schema.Directory, now: datetime) -> None:
    """Replace the whole directory, as if there had been none."""
    Deputy.objects.all().delete()
    Region.objects.all().delete()
    DirectoryState.objects.all().delete()
    _store_regions(directory.regions)
    Deputy.objects.bulk_create([_row(one, position) for position, one in enumerate(directory.deputies)], _BATCH)
    DirectoryState.objects.create(as_of=directory.as_of, imported_at=now)


@transaction.atomic
def apply(plan: Plan, regions: tuple[schema.Region, ...], on: date, now: datetime) -> None:
    """Make the directory what the plan says."""
    _store_regions(regions)
    last = Deputy.objects.order_by("-position").values_list("position", flat=True).first()
    position = 0 if last is None else last + 1
    rows = []
    for step in plan.steps:
        if step.kind is not None:
            rows.append(_stepped(step, position))
            position += 1
    Deputy.objects.bulk_create(rows, _BATCH, update_conflicts=True, unique_fields=["id"], update_fields=list(_WRITTEN))
    gone = [one.id for one in plan.leaving]
    for start in range(0, len(gone), _BATCH):
        Deputy.objects.filter(id__in=gone[start : start + _BATCH]).update(retired_on=on)
    Region.objects.exclude(slug__in=[one.id for one in regions]).filter(deputies__isnull=True).delete()
    DirectoryState.objects.all().delete()
    DirectoryState.objects.create(as_of=on, imported_at=now)


def regions_differ(regions: tuple[schema.Region, ...]) -> bool:
    """Whether the districts of a day are others than those kept."""
    kept = dict(Region.objects.values_list("slug", "record"))
    return any(kept.get(one.id) != _json(one) for one in regions)


def _store_regions(regions: Iterable[schema.Region]) -> None:
    Region.objects.bulk_create(
        [
            Region(slug=one.id, name=one.name.zh_hans, record=_json(one), position=position)
            for position, one in enumerate(regions)
        ],
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["name", "record", "position"],
    )


def _serves(one: Deputy) -> bool:
    return one.retired_on is None and not one.unchecked


def _published(one: Deputy, extras: dict[str, Any]) -> schema.Deputy:
    return schema.Deputy.model_validate(one.record | extras)


def _retired(one: Deputy, as_of: date) -> schema.Retired:
    if one.retired_on is not None:
        return schema.Retired(id=one.id, why="left", since=one.retired_on)
    return schema.Retired(id=one.id, why="unchecked", since=as_of)


def _extras() -> dict[str, dict[str, Any]]:
    """What was approved beside the table, by deputy: reports, pledges, stories whose consent still holds; photos."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    today = timezone.localdate()
    for one in Note.objects.filter(approved_on__isnull=False).order_by("-year", "id"):
        if one.kind == Note.Kind.STORY and one.until is not None and one.until < today:
            continue
        found[one.deputy_id].setdefault(_FIELD[one.kind], []).append(_note(one))
    for id in Portrait.objects.values_list("deputy_id", flat=True):
        found[id]["photo"] = schema.PORTRAIT_PATH.format(id=id)
    return found


_FIELD = {Note.Kind.REPORT.value: "reports", Note.Kind.PLEDGE.value: "pledges", Note.Kind.STORY.value: "stories"}


def _note(one: Note) -> dict[str, Any]:
    said: dict[str, Any] = {"text": _words(one.text_zh, one.text_en), "approved": one.approved_on}
    if one.kind == Note.Kind.REPORT:
        return said | {"year": one.year}
    if one.kind == Note.Kind.PLEDGE:
        return said | {"state": one.state, "as_of": one.as_of}
    return said | {"title": _words(one.title_zh, one.title_en), "consented": one.consented, "until": one.until}


def _words(chinese: str, english: str) -> dict[str, str]:
    return {"zh-Hans": chinese, "en": english} if english else {"zh-Hans": chinese}


def _stepped(step: Step, position: int) -> Deputy:
    row = _row(step.deputy, position)
    row.source_id = step.source_id
    row.unchecked = step.entry.unchecked
    return row


def _row(one: schema.Deputy, position: int) -> Deputy:
    bare = one.model_copy(update={"reports": (), "pledges": (), "stories": (), "photo": None})
    return Deputy(
        id=one.id,
        name=one.name,
        name_pinyin=one.name_pinyin,
        unit=one.unit.zh_hans,
        levels=" ".join(one.levels),
        region_id=one.region,
        is_sample=one.is_sample,
        record=_json(bare),
        position=position,
    )


def _json(one: schema.Published) -> dict[str, object]:
    return one.model_dump(mode="json", by_alias=True, exclude_none=True)
