"""What a browser sends for a form of blocks: the names its inputs have, as Wagtail's scripts make them."""

from __future__ import annotations

from typing import Any

from wagtail import blocks


def post_data(block: Any, value: Any, prefix: str) -> dict[str, str]:
    """Input name -> text, for every input of a block that shows `value`."""
    state = block.get_form_state(value)
    return dict(_inputs(block, state, prefix))


def _inputs(block: Any, state: Any, prefix: str) -> Any:
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _inputs(child, state[name], f"{prefix}-{name}")
    elif isinstance(block, (blocks.ListBlock, blocks.StreamBlock)):
        yield f"{prefix}-count", str(len(state))
        for index, item in enumerate(state):
            child = block.child_blocks[item["type"]] if isinstance(block, blocks.StreamBlock) else block.child_block
            yield f"{prefix}-{index}-deleted", ""
            yield f"{prefix}-{index}-order", str(index)
            yield f"{prefix}-{index}-type", item.get("type", "item")
            yield f"{prefix}-{index}-id", item.get("id") or ""
            yield from _inputs(child, item["value"], f"{prefix}-{index}-value")
    elif isinstance(block, blocks.BooleanBlock):
        if state:
            yield prefix, "on"
    else:
        first = state[0] if isinstance(state, list) else state  # a menu's state is the list of what is chosen
        yield prefix, "" if first is None else str(first)
