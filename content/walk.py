"""Going through published values: every model inside another, with the way to it.

Owns the order (as the fields are declared) and the ways, which are the same as pydantic's error locations and as the
keys of the authors' YAML, so that a way can be turned into a line. Leaves to others what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from content.schema import Published, Text

Way = tuple[str | int, ...]


def models(value: object, way: Way = ()) -> Iterator[tuple[Way, Published]]:
    """Every model in `value`, itself included, outer before inner."""
    found: list[tuple[Way, Published]] = []
    _gather(value, way, found)
    return iter(found)


def _gather(value: object, way: Way, found: list[tuple[Way, Published]]) -> None:
    """Most of what there is are words and numbers: they end here without a call of their own."""
    if isinstance(value, Published):
        found.append((way, value))
        held = value.__dict__
        for name, step in _steps(type(value)):
            one = held[name]
            if type(one) not in _PLAIN:
                _gather(one, (*way, step), found)
    elif isinstance(value, dict):
        for key, one in value.items():
            if type(one) not in _PLAIN:
                _gather(one, (*way, key), found)
    elif isinstance(value, tuple | list):
        for index, one in enumerate(value):
            if type(one) not in _PLAIN:
                _gather(one, (*way, index), found)


_PLAIN = frozenset({str, int, bool, type(None), date})


@cache
def _steps(model: type[Published]) -> tuple[tuple[str, str], ...]:
    """Names of the fields, and what authors write for them."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def cited(value: object) -> tuple[str, ...]:
    """Ids of the sources that texts in `value` name, in order of first use."""
    return tuple(dict.fromkeys(one for _, text in models(value) if isinstance(text, Text) for one in text.sources))
