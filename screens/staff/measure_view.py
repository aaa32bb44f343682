"""The page for measuring: a line to hold a ruler to, two numbers, what stands before the glass, what follows."""

from __future__ import annotations

from screens.look import Look
from screens.parts import Column, button, button_height
from screens.parts.buttons import centred
from screens.scene import Box, Fill, Node
from screens.screen import View
from screens.staff.measure import BAR_PX, STEPS, Measure


def view(own: Measure, look: Look) -> View:
    """The line and the numbers; what low reach makes of them below."""
    content = look.content
    column = Column(look, content)
    column.text(look.t("measure.title"), "h2" if look.landscape else "h1", role="heading", gap=8)
    if look.canvas is not None:  # drawn larger than laid out: the line would lie
        column.text(look.t("measure.huge"), "body", gap=12)
        return View((*column.nodes, *_foot(look, content, ())))
    column.text(look.t("measure.bar"), "meta", color="ink2", gap=8)
    bar = column.take(32, 12)
    column.nodes += [
        Fill(Box(bar.x, bar.y + 12, BAR_PX, 8), "ink"), Fill(Box(bar.x, bar.y, 4, 32), "ink"),
        Fill(Box(bar.x + BAR_PX - 4, bar.y, 4, 32), "ink"),
    ]  # fmt: skip
    _number(look, column, "bar", own.bar)
    column.text(look.t("measure.edge"), "meta", color="ink2", gap=12)
    _number(look, column, "edge", own.edge)
    shape = "landscape" if look.landscape else "portrait"
    site = own.site(shape)
    problems = site.problems()
    key = "measure.cannot" if problems else "measure.can"
    said = look.t(key, low=380, high=round(site.highest_mm), edge=own.edge, top=round(site.edge_mm + site.high_mm))
    column.text(said, "meta", color="ochre_deep" if problems else "ink", gap=12)
    over = look.t("measure.over.yes" if own.over else "measure.over.no")
    actions = (("measure.over", over), (f"measure.save.{shape}", look.t("measure.save")))
    return View((*column.nodes, *_foot(look, content, actions)), hint=look.t("staff.hint"))


def _number(look: Look, column: Column, name: str, value: int) -> None:
    """A number between steps down and up."""
    row = column.take(max(96.0, button_height(look, primary=False)), 8)
    cells = Box(row.x, row.y, min(row.w, 1100), row.h).columns(len(STEPS) + 1, 16)
    middle = len(STEPS) // 2
    column.nodes.append(centred(look, cells[middle], look.t("measure.mm", n=value), "label_l", "ink"))
    for step, cell in zip(STEPS, (*cells[:middle], *cells[middle + 1 :]), strict=True):
        said = f"{step:+d}".replace("-", "−")
        spoken = look.t("measure.step", what=look.t(f"measure.{name}.short"), n=said)
        column.nodes += button(look, cell, f"measure.{name}.{step}", said, "secondary", spoken=spoken)


def _foot(look: Look, content: Box, actions: tuple[tuple[str, str], ...]) -> list[Node]:
    high = button_height(look, primary=False)
    named = (*actions, ("measure.no", look.t("measure.no")))
    rows = 1 if look.landscape else len(named)
    area = Box(content.x, content.bottom - rows * high - (rows - 1) * 12, content.w, rows * high + (rows - 1) * 12)
    nodes: list[Node] = []
    for i, (id, text) in enumerate(named):
        cell = area.columns(len(named), 16)[i] if rows == 1 else area.rows(rows, 12)[i]
        style = look.fit(text, ("label_l", "label", "meta"), cell.w - 56, high - 8)
        kind = "primary" if ".save" in id else "secondary"
        nodes += button(look, cell, id, text, kind, style=style)  # type: ignore[arg-type]
    return nodes
