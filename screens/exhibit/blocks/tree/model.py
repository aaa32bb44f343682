"""Which body of the tree is chosen, and at which one this station stands, where its installer has said so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.schema import TreeBlock, TreeNode
from screens.exhibit.blocks import BlockEffects, BlockModel


@dataclass(frozen=True, slots=True)
class TreeState:
    """`chosen` is a node's id, or empty at first; `here` the body this station belongs to, empty where unknown."""

    block: TreeBlock
    chosen: str = ""
    here: str = ""
    page: int = 0

    @property
    def node(self) -> TreeNode | None:
        """The body chosen."""
        return next((one for one in self.block.nodes if one.id == self.chosen), None)

    @property
    def way(self) -> tuple[TreeNode, ...]:
        """From the body chosen up to the top."""
        known = {one.id: one for one in self.block.nodes}
        found: list[TreeNode] = []
        node = known.get(self.chosen)
        while node is not None:
            found.append(node)
            node = known.get(node.parent or "")
        return tuple(found)

    @property
    def tiers(self) -> tuple[tuple[TreeNode, ...], ...]:
        """The bodies by tier, from the top downwards."""
        depth: dict[str, int] = {}
        tiers: list[list[TreeNode]] = []
        for node in self.block.nodes:
            depth[node.id] = depth[node.parent] + 1 if node.parent in depth else 0
            if depth[node.id] == len(tiers):
                tiers.append([])
            tiers[depth[node.id]].append(node)
        return tuple(tuple(one) for one in tiers)


class TreeModel(BlockModel[TreeState]):
    """Begins with nothing chosen."""

    def __init__(self, block: TreeBlock) -> None:
        self.state = TreeState(block)

    def stands_at(self, tier: str) -> None:
        if any(one.id == tier for one in self.state.block.nodes):
            self.state = replace(self.state, here=tier)

    def press(self, id: str, now: float) -> BlockEffects:
        verb, _, rest = id.removeprefix("tree.").partition(".")
        if id in ("dock.back", "tree.close"):
            if self.state.chosen:
                self.state = replace(self.state, chosen="", page=0)
        elif not id.startswith("tree."):
            return ()
        elif verb == "node" and any(one.id == rest for one in self.state.block.nodes):
            self.state = replace(self.state, chosen=rest, page=0)
        elif verb == "up" and len(self.state.way) > 1:
            self.state = replace(self.state, chosen=self.state.way[1].id, page=0)
        elif verb == "page" and rest.isdecimal():
            self.state = replace(self.state, page=int(rest))
        return ()
