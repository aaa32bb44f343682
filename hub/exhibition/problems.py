"""What is wrong with what a form holds, as plain Chinese sentences at the fields they belong to.

Owns asking the schema, wording its answers, and turning each location into the nested errors that the forms show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from pydantic import TypeAdapter
from pydantic import ValidationError as SchemaError
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from hub.exhibition.labels import label_of, sentence_of_rule
from hub.exhibition.shapes import Leaf, ListOf, OneOf, Record, Shape, Table

Location = tuple[int | str, ...]

_SENTENCES: Mapping[str, str] = {
    "missing": "这一项要填写。",
    "string_pattern_mismatch": "写法不对：只用小写字母、数字、连字符和下划线，并以字母或数字开头。",
    "string_too_short": "这一项要填写。",
    "too_short": "至少要有 {min_length} 项，现在是 {actual_length} 项。",
    "too_long": "最多 {max_length} 项，现在是 {actual_length} 项。",
    "greater_than": "要大于 {gt}。",
    "greater_than_equal": "不能小于 {ge}。",
    "less_than": "要小于 {lt}。",
    "less_than_equal": "不能大于 {le}。",
    "int_parsing": "这里要填整数。",
    "int_type": "这里要填整数。",
    "date_from_datetime_parsing": "这里要填日期，例如 2026-11-23。",
    "literal_error": "请从给出的选项里选一个。",
    "union_tag_invalid": "没有这一类内容块。",
    "extra_forbidden": "没有这个字段。",
}


@dataclass(frozen=True)
class Problem:
    """`where`: the location in the published JSON, as pydantic gives it. `sentence`: for the person who edits."""

    where: Location
    sentence: str


def problems_of(annotation: Any, data: Any) -> tuple[Problem, ...]:
    """Everything the schema says against `data` (JSON form, read strictly); empty when it is fit."""
    try:
        TypeAdapter(annotation).validate_python(data, extra="forbid")
    except SchemaError as error:
        return tuple(Problem(one["loc"], _sentence(one)) for one in error.errors(include_url=False))
    return ()


def doubled_keys(shape: Shape, stream: Any, at: Location = ()) -> tuple[Problem, ...]:
    """Rows of tables that repeat a key: in JSON the later would silently replace the earlier."""
    match shape:
        case Record():
            inner = ((slot.shape, (stream or {}).get(slot.name), (*at, slot.key)) for slot in shape.slots)
        case ListOf(OneOf() as union):
            kinds = dict(union.variants)
            inner = ((kinds[one["type"]], one["value"], (*at, i, one["type"])) for i, one in enumerate(stream or ()))
        case ListOf(item):
            inner = ((item, one["value"], (*at, i)) for i, one in enumerate(stream or ()))
        case Table():
            keys = [one["value"]["key"] for one in stream or ()]
            again = sorted({key for key in keys if keys.count(key) > 1})
            return tuple(Problem(at, f"“{key}”出现了两次，请合并。") for key in again)
        case _:
            return ()
    return tuple(problem for part in inner for problem in doubled_keys(*part))


def in_words(shape: Shape, problem: Problem) -> str:
    """The problem with its place in front: 标题 › 中文：这一项要填写。"""
    names: list[str] = []
    current: Shape | None = shape
    for part in problem.where:
        match current:
            case Record():
                slot = next((one for one in current.slots if one.key == part), None)
                names.append(label_of(current.model, slot.name) if slot else str(part))
                current = slot.shape if slot else None
            case ListOf(item):
                names.append(f"第 {int(part) + 1} 项" if isinstance(part, int) else str(part))
                current = item
            case OneOf():
                current = dict(current.variants).get(str(part))
            case Table(value):
                names.append(str(part))
                current = value
            case _:
                break
    return f"{' › '.join(names)}：{problem.sentence}" if names else problem.sentence


def as_form_error(shape: Shape, problems: Sequence[Problem], stream: Any) -> ValidationError:
    """The same problems nested as the forms want them; each shows at its own field."""
    return _nest(shape, [(one.where, one.sentence) for one in problems], stream)


def _sentence(error: Any) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return sentence_of_rule(str(context.get("error", error["msg"])))
    if kind == "string_pattern_mismatch" and "^D[1-9]" in str(context.get("pattern", "")):
        return "编号是 D 加数字，例如 D1。"
    if kind == "string_pattern_mismatch" and "webp" in str(context.get("pattern", "")):
        return "文件名只用小写字母、数字、连字符和下划线，以 .png、.jpg 或 .webp 结尾，例如 lift-door.webp。"
    template = _SENTENCES.get(kind)
    return template.format(**context) if template else f"内容不合要求：{error['msg']}"


def _nest(shape: Shape, found: list[tuple[Location, str]], stream: Any) -> ValidationError:
    own = [sentence for where, sentence in found if not where or isinstance(shape, Leaf)]
    if isinstance(shape, Leaf):
        return ValidationError([*dict.fromkeys(own)])
    below: dict[Any, list[tuple[Location, str]]] = {}
    for where, sentence in found:
        if where:
            below.setdefault(where[0], []).append((where[1:], sentence))
    match shape:
        case Record():
            slots = {slot.key: slot for slot in shape.slots}
            own += [f"{key}：{text}" for key in below if key not in slots for _, text in below[key]]
            nested = {
                slots[key].name: _nest(slots[key].shape, inner, (stream or {}).get(slots[key].name))
                for key, inner in below.items()
                if key in slots
            }
            return StructBlockValidationError(block_errors=nested, non_block_errors=own)
        case ListOf(OneOf() as union):
            kinds = dict(union.variants)
            parts = {
                index: _nest(kinds[stream[index]["type"]], [(w[1:], s) for w, s in inner], stream[index]["value"])
                for index, inner in below.items()
            }
            return StreamBlockValidationError(block_errors=parts, non_block_errors=own)
        case ListOf(item):
            rows = {index: _nest(item, inner, stream[index]["value"]) for index, inner in below.items()}
            return ListBlockValidationError(block_errors=rows, non_block_errors=own)
        case Table(value):
            return _nest_table(value, below, stream, own)
        case OneOf():
            raise TypeError("a union is edited as an item of a list")


def _nest_table(value: Shape, below: Mapping[Any, list[tuple[Location, str]]], stream: Any, own: list[str]) -> Any:
    rows = {}
    for index, row in enumerate(one["value"] for one in stream):
        inner = below.get(row["key"])
        if inner is None:
            continue
        of_key = [sentence for where, sentence in inner if where == ("[key]",)]
        of_value = [(where, sentence) for where, sentence in inner if where != ("[key]",)]
        nested: dict[str, ValidationError] = {}
        if of_key:
            nested["key"] = ValidationError(of_key)
        if of_value:
            nested["value"] = _nest(value, of_value, row["value"])
        rows[index] = StructBlockValidationError(block_errors=nested)
    return ListBlockValidationError(block_errors=rows, non_block_errors=own)
