"""Form blocks derived from shapes: the whole editing form of a schema model, without a line per model.

Owns which widget a shape gets. Validity is the schema's alone: `SchemaField.clean` asks it once for the whole form,
so the blocks themselves only refuse what is no value at all (letters in a number, a date that is none).
"""

from __future__ import annotations

from typing import Any

from wagtail import blocks
from wagtail.admin.widgets import AdminAutoHeightTextInput

from hub.exhibition import labels
from hub.exhibition.rootblocks import RootList, RootStruct
from hub.exhibition.shapes import Leaf, ListOf, OneOf, Record, Shape, Slot, Table
from hub.exhibition.widgets import SourcesField

_ICONS = {"Words": "title", "Text": "pilcrow", "LevelsBlock": "site", "SeatsBlock": "order", "BallotBlock": "check"}
_FOLDED = ("zh_hant", "spoken", "id", "art", "hint", "opens", "opens_label")
"""Rarely changed: they wait behind the settings button of their record."""


class _Marked:
    """Shows the asterisk of a required field, and leaves refusing an empty one to the schema."""

    marked = False

    @property
    def required(self) -> bool:
        return self.marked


class LineBlock(_Marked, blocks.CharBlock):
    """One line."""


class RunningBlock(_Marked, blocks.TextBlock):
    """Running text, growing with what is typed."""


class NumberBlock(_Marked, blocks.IntegerBlock):
    """A whole number."""


class DayBlock(_Marked, blocks.DateBlock):
    """A day."""


class OptionBlock(_Marked, blocks.ChoiceBlock):
    """One of the choices of a Literal."""


class SourcesBlock(_Marked, blocks.FieldBlock):
    """Which sources a text cites, in order."""

    def __init__(self, **kwargs: Any) -> None:
        self.field = SourcesField(required=False, help_text=kwargs.get("help_text", ""))
        super().__init__(**kwargs)

    def value_for_form(self, value: Any) -> str:
        return " ".join(value or ())

    def value_from_form(self, value: Any) -> list[str]:
        return list(value.split() if isinstance(value, str) else value or ())

    def get_form_state(self, value: Any) -> str:
        return self.value_for_form(value)

    class Meta:
        icon = "doc-full"
        default: tuple[str, ...] = ()


def root_block_of(shape: Shape) -> blocks.Block:
    """The block of a whole form."""
    if isinstance(shape, Record):
        return _record(shape, {}, RootStruct)
    if isinstance(shape, ListOf):
        return RootList(block_of(shape.item, required=True, label=_item_label(shape.item)), default=[], collapsed=True)
    raise TypeError("a form is a record or a list")


def block_of(shape: Shape, *, required: bool = False, label: str = "", help_text: str = "") -> blocks.Block:
    """The block that edits a shape. Raises TypeError for a union outside a list."""
    words = {"label": label, "help_text": help_text} if label else {}
    match shape:
        case Leaf():
            return _leaf(shape, required, words)
        case Record():
            return _record(shape, words)
        case ListOf(OneOf() as union):
            variants = [(kind, _record(one, {"label": labels.name_of(one.model)})) for kind, one in union.variants]
            return blocks.StreamBlock(variants, required=False, collapsed=True, **words)
        case ListOf(item):
            child = block_of(item, required=True, label=_item_label(item))
            return blocks.ListBlock(child, default=[], collapsed=isinstance(item, Record), **words)
        case Table(value):
            return blocks.ListBlock(_row(value), default=[], collapsed=True, **words)
        case OneOf():
            raise TypeError("a union is edited as an item of a list")


def _leaf(leaf: Leaf, required: bool, words: dict[str, str]) -> blocks.Block:
    match leaf.kind:
        case "sources":
            block: Any = SourcesBlock(**words)
        case "bool":
            return blocks.BooleanBlock(required=False, **words)
        case "int":
            block = NumberBlock(required=False, **words)
        case "date":
            block = DayBlock(required=False, **words)
        case "choice":
            options = [(value, labels.choice_of(value)) for value in leaf.choices]
            block = OptionBlock(choices=options, required=False, **words)
        case "text":
            block = RunningBlock(required=False, rows=1, **words)
        case _:
            block = LineBlock(required=False, **words)
            block.field.widget = AdminAutoHeightTextInput(attrs={"rows": 1})
    block.marked = required
    return block


def _record(
    record: Record, words: dict[str, str], struct: type[blocks.StructBlock] = blocks.StructBlock
) -> blocks.StructBlock:
    children = [(slot.name, _slot(record, slot)) for slot in record.slots]
    names = [name for name, _ in children]
    folded = [name for name in names if struct is blocks.StructBlock and name in _FOLDED and _may_fold(record, name)]
    layout = blocks.BlockGroup([name for name in names if name not in folded], settings=folded)
    name = record.model.__name__
    options: dict[str, Any] = {"icon": _ICONS.get(name, "placeholder"), "form_layout": layout, **words}
    options.setdefault("label", labels.name_of(record.model))
    kind = "words" if name in ("Words", "Text") else "record"
    return struct(children, form_classname=f"struct-block bayu-{kind}", **options)


def _may_fold(record: Record, name: str) -> bool:
    """An id folds away only where another field already says what the record is."""
    others = {slot.name for slot in record.slots}
    return name != "id" or bool(others & {"name", "title", "heading", "term", "question", "text"})


def _slot(record: Record, slot: Slot) -> blocks.Block:
    label = labels.label_of(record.model, slot.name)
    return block_of(slot.shape, required=slot.required, label=label, help_text=labels.help_of(slot.description))


def _row(value: Shape) -> blocks.StructBlock:
    key = LineBlock(required=False, label="键")
    key.marked = True
    return blocks.StructBlock([("key", key), ("value", block_of(value, required=True, label="内容"))], label="一行")


def _item_label(item: Shape) -> str:
    return labels.name_of(item.model) if isinstance(item, Record) else "一项"
