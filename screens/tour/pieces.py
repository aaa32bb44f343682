"""What the pages of a tour are made of: headings, emblems of teams, the dots of a score."""

from __future__ import annotations

from screens.look import Look
from screens.parts.buttons import centred
from screens.parts.paging import Turn, pager, pager_height
from screens.scene import Align, Box, Disc, Fill, Icon, Label, Node
from screens.tour.teams import Team

GAP = 24.0


def heading(look: Look, box: Box, title: str, sub: str, lines: int = 2) -> tuple[list[Node], float]:
    """The page's question, large where it takes at most so many `lines`, and one line below it; and the free y."""
    style = look.headline_style(title, ("h1", "h2"), box.w, lines * look.style("h1").line)
    head = look.text(box.x, box.y + 12, box.w, title, style, role="heading", id="tour.title")
    nodes: list[Node] = [head]
    bottom = head.box.bottom
    if sub:
        below = look.text(box.x, bottom + 4, box.w, sub, "meta", color="ink2")
        nodes.append(below)
        bottom = below.box.bottom
    return nodes, bottom + 20


def ground(look: Look, box: Box, team: Team) -> Fill:
    """A team's own ground; high contrast and the palest one have an edge."""
    edged = look.variant.theme == "contrast" or team.fill == "raised"
    return Fill(box, team.fill, 12, "line" if edged else None, 2 if edged else 0)


def team_name(look: Look, team: Team) -> str:
    """Its number and its name, as they are said together: "1 山组"."""
    return f"{team.number} {look.t(team.name)}"


def emblem(look: Look, box: Box, team: Team, *, style: str = "h3", of: str = "") -> list[Node]:
    """The team's shape, number and name in one row as high as the box; the name goes where there is no room."""
    size = min(56.0, box.h)
    icon = Icon(Box(box.x, box.center[1] - size / 2, size, size), team.icon, "ink")
    room = box.w - size - 12
    text = team_name(look, team)
    if look.width(text, style) > room:
        text = str(team.number)
    line = look.style(style).line
    return [icon, look.text(box.x + size + 12, box.center[1] - line / 2, room, text, style, of=of)]


def sign(
    look: Look, box: Box, text: str, style: str = "h3", *, align: Align = "center", full: str = "", of: str = ""
) -> Label:
    """A number or short name in the middle of a box of fixed size: it stays in large text, beside its shape."""
    resolved = look.tokens.style(style, "normal")
    line = Box(box.x, box.center[1] - resolved.line / 2, box.w, resolved.line)
    over = look.ruler(text, resolved) > box.w + 1
    return Label(line, (text,), resolved, "ink", align, full=full or text, overflow=over, of=of)


def turns(look: Look, box: Box, leaf: int, pages: int) -> list[Node]:
    """Previous and next; nothing where all is on one page."""
    if pages < 2:
        return []
    at = leaf % pages
    turn = Turn("tour.page.prev" if at else None, "tour.page.next" if at + 1 < pages else None)
    high = pager_height(look)
    row = Box(box.x, box.center[1] - high / 2, min(box.w, 900.0), high)
    return pager(look, row, turn, at, pages, "tour.page.dead")


def dots(look: Look, box: Box, right: int, asked: int) -> list[Node]:
    """A dot for each question, filled for those that were right; a figure where there is no room for dots."""
    step = 26.0
    if asked * step > box.w:
        return [_score(look, box, f"{right} / {asked}")]
    left = box.right - asked * step + step / 2
    return [Disc(left + i * step, box.center[1], 9, "ink" if i < right else None, "ink", 3) for i in range(asked)]


def _score(look: Look, box: Box, text: str) -> Label:
    return centred(look, box, text, "meta", "ink")
