"""Sample deputies as a directory of the published bundle, for the exhibition that is in the package.

Owns putting the two together. Leaves to others: the people (`deputies`), districts by date (`content.civics.regions`).
"""

from __future__ import annotations

from datetime import date
from random import Random

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
        deputies=tuple(schema.Deputy.model_validate(one) for one in people),
    )
