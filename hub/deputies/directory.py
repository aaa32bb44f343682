"""The directory in the database: read as the schema's values, replaced as a whole.

A new directory replaces the old in one transaction: who is no longer in the file is no longer shown.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from content import schema
from hub.deputies.models import Deputy, DirectoryState, Region

_BATCH = 500


class NoDirectory(Exception):
    """No directory has been imported yet."""


def read_directory() -> schema.Directory:
    """Raises NoDirectory."""
    state = DirectoryState.objects.first()
    if state is None:
        raise NoDirectory("还没有导入代表名录，请先运行 hub import deputies。")
    return schema.Directory(
        as_of=state.as_of,
        regions=tuple(schema.Region.model_validate(one) for one in Region.objects.values_list("record", flat=True)),
        deputies=tuple(schema.Deputy.model_validate(one) for one in Deputy.objects.values_list("record", flat=True)),
    )


@transaction.atomic
def store_directory(directory: schema.Directory, now: datetime) -> None:
    """Replace the whole directory."""
    Deputy.objects.all().delete()
    Region.objects.all().delete()
    DirectoryState.objects.all().delete()
    Region.objects.bulk_create(
        [
            Region(slug=one.id, name=one.name.zh_hans, record=_json(one), position=position)
            for position, one in enumerate(directory.regions)
        ]
    )
    Deputy.objects.bulk_create([_row(one, position) for position, one in enumerate(directory.deputies)], _BATCH)
    DirectoryState.objects.create(as_of=directory.as_of, imported_at=now)


def _row(one: schema.Deputy, position: int) -> Deputy:
    return Deputy(
        id=one.id,
        name=one.name,
        name_pinyin=one.name_pinyin,
        unit=one.unit.zh_hans,
        levels=" ".join(one.levels),
        region_id=one.region,
        is_sample=one.is_sample,
        record=_json(one),
        position=position,
    )


def _json(one: schema.Published) -> dict[str, object]:
    return one.model_dump(mode="json", by_alias=True, exclude_none=True)
