"""Results as portraits: photos where deputies agreed to one, a drawn bust where there is none; the name below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from screens.deputies.cards import name_style, seconds
from screens.deputies.model import Row
from screens.look import Look
from screens.parts import sample_tag
from screens.parts.bust import bust
from screens.scene import Box, Fill, Node, Photo, Target

_GAP = 16.0
_LEAST_BUST = 96.0


@dataclass(frozen=True, slots=True)
class Grid:
    """How results are laid out: cards abreast, rows, and how high each is."""

    columns: int
    rows: int
    high: float

    @property
    def each(self) -> int:
        return self.columns * self.rows


def grid(look: Look, area: Box) -> Grid:
    """As many portraits as stand in full."""
    columns = (5 if look.large else 8) if look.landscape else (3 if look.large else 4)
    least = _LEAST_BUST + _words_height(look) + 28
    rows = max(1, min(3 if look.landscape else 6, int((area.h + _GAP + 0.5) // (least + _GAP))))
    while columns * rows > 24:
        rows -= 1
    return Grid(columns, rows, min((area.h - _GAP * (rows - 1)) / rows, 420.0))


def results(look: Look, rows: Sequence[Row], area: Box, laid: Grid) -> list[Node]:
    """A card for each."""
    nodes: list[Node] = []
    for i, row in enumerate(rows):
        line = Box(area.x, area.y + i // laid.columns * (laid.high + _GAP), area.w, laid.high)
        nodes += _card(look, row, line.columns(laid.columns, _GAP)[i % laid.columns], f"deputies.row.{i}")
    return nodes


def portrait(box: Box, photo: str | None, id: str, spoken: str = "") -> list[Node]:
    """The photo in its frame, or the bust until it has been read, and for good where there is none."""
    drawn = bust(box, id)
    if photo is None:
        return drawn
    return [Fill(box, "sunk", 12), Photo(box, photo, tuple(drawn), spoken=spoken)]


def _words_height(look: Look) -> float:
    return look.style("body").line + look.style("micro").line


def _card(look: Look, row: Row, box: Box, id: str) -> list[Node]:
    deputy = row.deputy
    words = _words_height(look)
    side = max(_LEAST_BUST, min(box.w - 24, box.h - words - 28))
    frame = Box(box.center[0] - side / 2, box.y + 12, side, side)
    nodes: list[Node] = [Fill(box, "raised", 12, "control", 2), *portrait(frame, deputy.photo, deputy.id)]
    short = row.name.text if look.width(row.name.text, "body") <= box.w - 16 else _shortened(look, row, box.w - 16)
    name = look.text(box.x + 8, frame.bottom + 4, box.w - 16, short, "body", align="center", of=id)
    name = replace(name, style=replace(name_style(look, "body", row.name.family), line=name.style.line))
    level = look.t("deputies.joint").join(look.t(f"deputies.level.{one}") for one in deputy.levels)
    if look.width(level, "micro") > box.w - 16:
        level = look.t(f"deputies.level.{deputy.levels[0]}")
    below = look.text(box.x + 8, name.box.bottom, box.w - 16, level, "micro", color="ink2", align="center", of=id)
    nodes += [name, below]
    if deputy.is_sample:
        nodes += sample_tag(look, box.x + 8, box.y + 8)[0]
    nodes.append(Target(box, id, "button", deputy.name, f"{deputy.name}，{seconds(look, row)[0]}"))
    return nodes


def _shortened(look: Look, row: Row, room: float) -> str:
    """A name too long for its card, as far as it goes; the whole of it is on the page and is read aloud."""
    text = row.name.text
    while len(text) > 1 and look.width(text + "…", "body") > room:
        text = text[:-1]
    return text + "…"
