"""Tiers that stand one above the other: who is whose, and what goes up and down between them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words

_DEEPEST, _WIDEST = 4, 3


class TreeNode(Published):
    """A body of one tier; `parent` is the body above it, none at the top."""

    id: Slug
    parent: Slug | None = None
    name: Words
    text: Text
    up: Text | None = Field(default=None, description="What goes from here to the tier above")


class TreeBlock(BlockBase):
    """Tap a body: its way to the top lights up, and what travels along it is told."""

    kind: Literal["tree"] = "tree"
    nodes: tuple[TreeNode, ...] = Field(min_length=2, max_length=9, description="From the top downwards")
    art: str | None = None

    @model_validator(mode="after")
    def _is_a_tree(self) -> TreeBlock:
        depth: dict[str, int] = {}
        for node in self.nodes:
            if node.id in depth:
                raise ValueError(f"two nodes share the id {node.id!r}; give each its own")
            if node.parent is not None and node.parent not in depth:
                raise ValueError(f"{node.id!r} stands under {node.parent!r}, which does not come before it")
            if node.parent is None and depth:
                raise ValueError(f"{node.id!r} has no parent, but {self.nodes[0].id!r} is the top; name its parent")
            depth[node.id] = 0 if node.parent is None else depth[node.parent] + 1
        tiers = list(depth.values())
        if max(tiers) >= _DEEPEST or max(tiers.count(one) for one in tiers) > _WIDEST:
            raise ValueError(f"at most {_DEEPEST} tiers of at most {_WIDEST} bodies can be drawn; split the tree")
        return self
