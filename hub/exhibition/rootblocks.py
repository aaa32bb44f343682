"""The struct or list that a whole form consists of: Wagtail's own blocks, with a script that lets them stand alone."""

from __future__ import annotations

from django.forms import Media
from wagtail import blocks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.blocks.list_block import ListBlockAdapter
from wagtail.blocks.struct_block import StructBlockAdapter


class RootStruct(blocks.StructBlock):  # type: ignore[misc]
    """A struct as a whole form."""


class RootList(blocks.ListBlock):  # type: ignore[misc]
    """A list as a whole form."""


class RootStructAdapter(StructBlockAdapter):  # type: ignore[misc]
    js_constructor = "hub.RootStruct"

    @property
    def media(self) -> Media:
        found: Media = super().media + Media(js=[versioned_static("hub/rootblock.js")])
        return found


class RootListAdapter(ListBlockAdapter):  # type: ignore[misc]
    js_constructor = "hub.RootList"

    @property
    def media(self) -> Media:
        found: Media = super().media + Media(js=[versioned_static("hub/rootblock.js")])
        return found


register(RootStructAdapter(), RootStruct)
register(RootListAdapter(), RootList)
