"""Sample deputies as a directory of the published bundle, for the exhibition that is in the package.

Owns putting the two together. Leaves to others: the people (`deputies`), districts by date (`content.civics.regions`).
"""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from content import schema
from content.civics.regions import districts, table
from content.samples.deputies import generate


def published_regions(on: date) -> tuple[schema.Region, ...]:
    """The districts of that day as the bundle names them.

    Raises: content.civics.regions.NotCovered for a day before the table begins.
    """
    return tuple(
        schema.Region.model_validate(
            {"id": one.id, "name": {"zh-Hans": one.name, "en": one.en}, "since": one.since, "until": one.until}
        )
        for one in districts(on)
    )


def sample_directory(rng: Random, count: int, today: date) -> schema.Directory:
    """A directory of `count` sample deputies; the same generator gives the same people.

    A station whose clock has lost the time still opens: days before the table of districts count as its first day.
    """
    on = max(today, table().covers_from)
    people = generate(rng.getrandbits(63), count, on)
    return schema.Directory(
        as_of=on,
        regions=published_regions(on),
        deputies=tuple(schema.Deputy.model_validate({**one, **_work(i, on)}) for i, one in enumerate(people)),
    )


def _work(turn: int, on: date) -> dict[str, Any]:
    """What two in three sample deputies reported, pledged and did; made up, as they are."""
    if turn % 3 == 0:
        return {}
    visits, meetings = 12 + turn % 17, 2 + turn % 5
    said: dict[str, Any] = {
        "reports": [{"year": on.year, "approved": on, "text": {
            "zh-Hans": f"走访 {visits} 户居民，接待选民 {meetings} 次，提出建议 2 件，都有书面答复。",
            "en": f"{visits} households visited, residents met {meetings} times; 2 suggestions made, both answered.",
        }}],
        "pledges": [{"state": ("begun", "going", "kept", "changed")[turn % 4], "as_of": on, "approved": on, "text": {
            "zh-Hans": "一年之内走遍本选区的每一个小区，把反映最多的三件事写成建议。",
            "en": "Walk every block of the constituency within a year and put the three commonest wishes in writing.",
        }}],
    }  # fmt: skip
    if turn % 3 == 2:
        said["stories"] = [{"consented": on, "until": date(on.year + 1, 12, 31), "approved": on, "title": {
            "zh-Hans": "数清楼道里的灯", "en": "Counting the stairway lamps",
        }, "text": {
            "zh-Hans": "三个晚上和居民一层一层数：一百二十盏灯，坏了三十一盏。数字写进建议，各修各的。",
            "en": "On three evenings residents counted floor by floor: of 120 lamps 31 were dark. The numbers went "
            "into a suggestion; each mended their own.",
        }}]  # fmt: skip
    return said
