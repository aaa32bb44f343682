"""A cursor that stacks text downwards, so that views need not add up heights."""

from __future__ import annotations

from screens.look import Look
from screens.scene import Align, Box, Label, Node, Role


class Column:
    """Collects nodes from the top of a box downwards. `y` is where the next one goes."""

    def __init__(self, look: Look, box: Box) -> None:
        self.look = look
        self.box = box
        self.y = box.y
        self.nodes: list[Node] = []

    def text(
        self,
        text: str,
        style: str = "body",
        *,
        color: str = "ink",
        gap: float = 0.0,
        align: Align = "left",
        id: str = "",
        role: Role = "text",
        spoken: str = "",
    ) -> Label:
        """Add a text `gap` below the last one; it overflows when it leaves the box."""
        self.y += gap
        label = self.look.text(
            self.box.x,
            self.y,
            self.box.w,
            text,
            style,
            color=color,
            align=align,
            id=id,
            role=role,
            spoken=spoken,
            max_h=self.box.bottom - self.y,
        )
        self.nodes.append(label)
        self.y = label.box.bottom
        return label

    def space(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def take(self, height: float, gap: float = 0.0) -> Box:
        """Reserve a box of the column's width."""
        self.y += gap
        box = Box(self.box.x, self.y, self.box.w, height)
        self.y += height
        return box

    def add(self, nodes: list[Node]) -> None:
        """Add nodes placed elsewhere (usually in a box from `take`)."""
        self.nodes.extend(nodes)

    @property
    def left(self) -> float:
        """Height still free."""
        return self.box.bottom - self.y
