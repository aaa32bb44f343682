"""A model field that holds published content as the schema writes it, and edits it through derived blocks.

Owns the way from database to form and back. The database keeps the published JSON itself, so an old revision reads as
well as an old bundle does, and changing a form never needs a migration. A draft may be incomplete; going live asks the
schema (see `Document.clean`).
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db import models
from wagtail.blocks.base import Block, BlockField
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.blocks.struct_block import StructValue

from hub.exhibition import blocks, convert, problems
from hub.exhibition.shapes import Shape, shape_of


class SchemaFormField(BlockField):
    """Shows published JSON in blocks; cleans to published JSON, or raises every problem at its own field."""

    def __init__(self, annotation: Any, shape: Shape, block: Block, **kwargs: Any) -> None:
        self.annotation = annotation
        self.shape = shape
        super().__init__(block=block, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Published JSON (or None) -> block value; what comes back from a refused form is a block value already."""
        if isinstance(value, (StructValue, ListValue, StreamValue)):
            return value
        return self.block.to_python(convert.to_stream(self.shape, value or None))

    def clean(self, value: Any) -> Any:
        # no block requires anything, so Wagtail's deferring, which changes blocks shared by threads, is not needed
        cleaned = self.block.clean(value)
        stream = self.block.get_prep_value(cleaned)
        data = convert.to_json(self.shape, stream)
        if getattr(self, "is_deferred_validation", False):
            return data
        found = problems.problems_of(self.annotation, data) + problems.doubled_keys(self.shape, stream)
        if found:
            raise problems.as_form_error(self.shape, found, stream)
        return data

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(convert.to_json(self.shape, self.block.get_prep_value(data)) != initial)


class SchemaField(models.JSONField):
    """`annotation`: a schema model, or a tuple of one."""

    def __init__(self, annotation: Any = None, *args: Any, **kwargs: Any) -> None:
        self.annotation = annotation
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    @cached_property
    def shape(self) -> Shape:
        return shape_of(self.annotation)

    @cached_property
    def block(self) -> Block:
        block = blocks.root_block_of(self.shape)
        block.set_name(self.name or "content")
        return block

    def deconstruct(self) -> Any:
        """Migrations see a JSON field: they must not change when the schema does."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        allowed = {key: value for key, value in kwargs.items() if key in ("label", "help_text", "required")}
        return SchemaFormField(self.annotation, self.shape, self.block, **{"required": False, **allowed})

    def validate(self, value: Any, model_instance: Any) -> None:
        """Left to the form and to `Document.clean`, which can say where."""
