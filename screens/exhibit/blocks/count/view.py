"""The count's pages: the closed box, the papers, the two questions, the result."""

from __future__ import annotations

from collections.abc import Callable

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.count.edge_view import end_view, open_view
from screens.exhibit.blocks.count.elect_view import elect_view
from screens.exhibit.blocks.count.model import CountState, Phase
from screens.exhibit.blocks.count.paper_view import paper_view
from screens.exhibit.blocks.count.turnout_view import turnout_view
from screens.look import Look
from screens.scene import Box, Node

_VIEWS: dict[Phase, Callable[[CountState, Look, Box], list[Node]]] = {
    "open": open_view, "paper": paper_view, "turnout": turnout_view, "elect": elect_view, "end": end_view,
}  # fmt: skip


def view(state: CountState, look: Look, box: Box) -> BlockView:
    """The closed box stands under the exhibit's tabs; the other pages bring their own question."""
    nodes = _VIEWS[state.phase](state, look, box)
    return BlockView(tuple(nodes), hint=look.t("count.hint"), sample=True, bare=state.phase != "open")
