"""The three marks of a cell: named there by a document, placed there by this exhibition, silent; and their legend."""

from __future__ import annotations

from content.schema import MatrixCell
from screens.look import Look
from screens.scene import Box, Disc, Node, Stroke

_R = 18.0


def kind_of(cell: MatrixCell | None) -> str:
    """Which of the three marks a cell has."""
    return "silent" if cell is None else "named" if cell.named else "placed"


def mark(x: float, y: float, kind: str, r: float = _R) -> list[Node]:
    """The mark around a point: a disc, a ring, a dash."""
    if kind == "named":
        return [Disc(x, y, r, "teal")]
    if kind == "placed":
        return [Disc(x, y, r, None, "teal", 5)]
    return [Stroke(((x - r * 0.6, y), (x + r * 0.6, y)), "control", 4)]


def tally(look: Look, box: Box, counts: dict[str, int]) -> list[Node]:
    """The marks with how many cells have each; empty where there is no room."""
    big, small = look.style("numeral").line, look.style("meta").line
    step = big + small + 24
    if box.h < 3 * step:
        return legend(look, box) if box.h >= legend_height(look) else []
    nodes: list[Node] = []
    y = box.y
    for kind in ("named", "placed", "silent"):
        nodes += mark(box.x + 20, y + big / 2, kind)
        nodes.append(look.text(box.x + 64, y, box.w - 64, str(counts[kind]), "numeral"))
        nodes.append(look.text(box.x, y + big + 4, box.w, look.t(f"matrix.{kind}"), "meta", color="ink2"))
        y += step
    return nodes


def legend_height(look: Look) -> float:
    """Height of the three lines."""
    return 3 * (look.style("meta").line + 4)


def legend(look: Look, box: Box) -> list[Node]:
    """What the marks mean, one below the other."""
    line = look.style("meta").line
    nodes: list[Node] = []
    y = box.y
    for kind in ("named", "placed", "silent"):
        nodes += mark(box.x + 16, y + line / 2, kind, 13)
        nodes.append(look.text(box.x + 48, y, box.w - 48, look.t(f"matrix.{kind}"), "meta", color="ink2"))
        y += line + 4
    return nodes
