"""Going through published values: every model inside another, with the way to it.

Owns the order (as the fields are declared) and the ways, which are the same as pydantic's error locations and as the
keys of the authors' YAML, so that a way can be turned into a line. Leaves to others what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from content.schema import Published, Text

Way = tuple[str | int, ...]


def models(value: object, way: Way = ()) -> Iterator[tuple[Way, Published]]:
    """Every model in `value`, itself included, outer before inner."""
    if isinstance(value, Published):
        yield way, value
        for name, field in type(value).model_fields.items():
            yield from models(getattr(value, name), (*way, field.alias or name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from models(one, (*way, key))
    elif isinstance(value, tuple | list):
        for index, one in enumerate(value):
            yield from models(one, (*way, index))


def cited(value: object) -> tuple[str, ...]:
    """Ids of the sources that texts in `value` name, in order of first use."""
    return tuple(dict.fromkeys(one for _, text in models(value) if isinstance(text, Text) for one in text.sources))
