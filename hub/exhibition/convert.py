"""Published JSON <-> what the blocks of the forms hold ("stream data"), following a shape. Pure, exact both ways.

Owns the two translations. Leaves validity to the schema: what a form holds may be incomplete, and is still translated,
so that `problems` can say at the right field what is missing.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from hub.exhibition.shapes import Leaf, ListOf, OneOf, Record, Shape, Slot, Table

Json = Any
Stream = Any


def to_stream(shape: Shape, data: Json) -> Stream:
    """Stream data that shows `data`; None gives the empty form. Unknown keys of `data` are dropped."""
    match shape:
        case Leaf("sources"):
            return list(data or ())
        case Leaf("bool"):
            return bool(data)
        case Leaf(kind):
            return data if data is not None or kind in ("int", "date") else ""
        case ListOf(item):
            return [{**_stream_item(item, one), "id": str(index)} for index, one in enumerate(data or ())]
        case Table(value):
            pairs = [{"key": key, "value": to_stream(value, one)} for key, one in (data or {}).items()]
            return [{"type": "item", "value": pair, "id": str(index)} for index, pair in enumerate(pairs)]
        case Record():
            return {slot.name: _stream_slot(slot, data) for slot in shape.slots}
        case OneOf():
            raise TypeError("a union is edited as an item of a list")


def to_json(shape: Shape, stream: Stream) -> Json:
    """The published form of what a form holds. Blank fields are left out, so that the schema calls them missing."""
    match shape:
        case Leaf("sources"):
            return list(stream or ())
        case Leaf("bool"):
            return bool(stream)
        case Leaf("date"):
            return stream.isoformat() if isinstance(stream, date) else stream
        case Leaf():
            return stream.replace("\r\n", "\n") if isinstance(stream, str) else stream
        case ListOf(item):
            return [_json_item(item, one) for one in stream or ()]
        case Table(value):
            rows = [one["value"] for one in stream or ()]
            return {row["key"]: to_json(value, row["value"]) for row in rows}
        case Record():
            return _json_record(shape, stream or {})
        case OneOf():
            raise TypeError("a union is edited as an item of a list")


def is_blank(shape: Shape, stream: Stream) -> bool:
    """Whether nothing has been entered: what an optional part says that is not there."""
    return bool(to_json(shape, stream) == to_json(shape, to_stream(shape, None)))


def _stream_slot(slot: Slot, data: Json) -> Stream:
    value = None if data is None else data.get(slot.key)
    return to_stream(slot.shape, slot.default if value is None else value)


def _stream_item(item: Shape, data: Json) -> Stream:
    if isinstance(item, OneOf):
        kind = data[item.tag]
        return {"type": kind, "value": to_stream(dict(item.variants)[kind], data)}
    return {"type": "item", "value": to_stream(item, data)}


def _json_item(item: Shape, stream: Stream) -> Json:
    if isinstance(item, OneOf):
        return to_json(dict(item.variants)[stream["type"]], stream["value"])
    return to_json(item, stream["value"])


def _json_record(record: Record, stream: Stream) -> Json:
    found: dict[str, Any] = dict(record.constants)
    for slot in record.slots:
        value = stream.get(slot.name)
        # a cleared list or an unticked box is said aloud where the schema would otherwise put its default
        if slot.required or slot.default or not is_blank(slot.shape, value):
            written = to_json(slot.shape, value)
            if written not in ("", None):
                found[slot.key] = written
    return found
