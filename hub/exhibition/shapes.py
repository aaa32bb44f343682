"""The shape of a schema model as plain values: records, lists, choices, tables and leaves.

Owns reading `content.schema` by introspection, once, for everything that edits it. Leaves widgets to `blocks`,
values to `convert`, wording to `labels`. What is added to the schema needs no line here; a kind of
annotation never used before is refused with a TypeError that names it.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from content import schema

LeafKind = Literal["line", "text", "int", "bool", "date", "choice", "sources"]


@dataclass(frozen=True)
class Leaf:
    """One value. `sources` is the exception that holds several: ids of sources, in the order they are cited."""

    kind: LeafKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListOf:
    """Any number of one shape, from `least` to `most` (None: no bound)."""

    item: Shape
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class OneOf:
    """One of several records, told apart by the value of the field `tag`."""

    tag: str
    variants: tuple[tuple[str, Record], ...]


@dataclass(frozen=True)
class Table:
    """Pairs of a short key and a value: a JSON object whose keys are content."""

    value: Shape


@dataclass(frozen=True)
class Slot:
    """A field of a record: `name` in Python, `key` in JSON. `default` is in JSON form, None without one."""

    name: str
    key: str
    shape: Shape
    required: bool
    default: Any
    description: str


@dataclass(frozen=True)
class Record:
    """A model: its editable fields, and its constants (`kind`, `schema_version`) as they are written."""

    model: type[BaseModel]
    slots: tuple[Slot, ...]
    constants: tuple[tuple[str, Any], ...] = ()


Shape = Leaf | ListOf | OneOf | Table | Record


@cache
def shape_of(annotation: Any) -> Shape:
    """The shape of an annotation of the schema. Raises TypeError for a kind of annotation never used before."""
    return _shape(annotation)


def _shape(annotation: Any, info: FieldInfo | None = None, *, running: bool = False) -> Shape:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        inner = next((item for item in arguments[1:] if isinstance(item, FieldInfo)), info)
        return _shape(arguments[0], inner, running=running)
    if origin in (typing.Union, types.UnionType):
        return _union(arguments, info, running)
    if origin is tuple:
        return _tuple(arguments[0], info, running)
    if origin is Literal:
        return Leaf("choice", tuple(arguments))
    if origin in (dict, Mapping):
        return Table(_shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _record(annotation)
    return _leaf(annotation, running)


def _leaf(annotation: Any, running: bool) -> Leaf:
    kinds: dict[Any, LeafKind] = {str: "text" if running else "line", bool: "bool", int: "int", date: "date"}
    if annotation not in kinds:
        raise TypeError(f"the forms cannot yet edit a field of type {annotation!r}")
    return Leaf(kinds[annotation])


def _union(arguments: tuple[Any, ...], info: FieldInfo | None, running: bool) -> Shape:
    members = [one for one in arguments if one is not type(None)]
    if len(members) == 1:
        return _shape(members[0], info, running=running)
    tag = info.discriminator if info is not None else None
    if not isinstance(tag, str):
        raise TypeError(f"a union needs a discriminator: {members!r}")
    return OneOf(tag, tuple((_tag_value(one, tag), _record(one)) for one in members))


def _tuple(item: Any, info: FieldInfo | None, running: bool) -> Shape:
    if item == schema.SourceId:
        return Leaf("sources")
    bounds = info.metadata if info is not None else []
    least = next((one.min_length for one in bounds if isinstance(one, MinLen)), 0)
    most = next((one.max_length for one in bounds if isinstance(one, MaxLen)), None)
    return ListOf(_shape(item, running=running), least, most)


@cache
def _record(model: type[BaseModel]) -> Record:
    model.model_rebuild()  # a model may name one defined after it
    constants = tuple(
        (info.alias or name, info.default) for name, info in model.model_fields.items() if _is_constant(name, info)
    )
    running = issubclass(model, schema.Text)
    slots = tuple(
        _slot(name, info, running)
        for name, info in model.model_fields.items()
        if not (_is_constant(name, info) or any(isinstance(one, schema.Made) for one in info.metadata))
    )
    return Record(model, slots, constants)


def _slot(name: str, info: FieldInfo, running: bool) -> Slot:
    shape = _shape(info.annotation, info, running=running)
    default = None if info.is_required() else info.get_default(call_default_factory=True)
    default = None if default is PydanticUndefined else default
    plain = list(default) if isinstance(default, tuple) else default
    return Slot(name, info.alias or name, shape, info.is_required(), plain, info.description or "")


def _is_constant(name: str, info: FieldInfo) -> bool:
    single = typing.get_origin(info.annotation) is Literal and len(typing.get_args(info.annotation)) == 1
    return name == "schema_version" or (single and not info.is_required())


def _tag_value(model: type[BaseModel], tag: str) -> str:
    return str(model.model_fields[tag].default)
