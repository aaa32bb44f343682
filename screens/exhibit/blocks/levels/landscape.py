"""The hills as they are drawn: levels one behind the other, voters on the ground, the arrows that climb."""

from __future__ import annotations

from content.schema import CongressLevel
from screens.exhibit.blocks.levels import hills
from screens.exhibit.blocks.levels.model import LevelsState, entrance
from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Disc, Icon, Label, Node, Shape, Stroke, Target

STRIP = 96.0  # the voters' row: all of it can be touched
_PEOPLE = 26
_TOUCH = 96.0
_DISC = 26.0
_NAME_H = 100.0
_NAME_STYLES = ("h2", "h3", "label", "meta")
_TINTS = ("mail_wash", "teal_wash", "ochre_wash", "raised")


def hills_picture(state: LevelsState, look: Look, box: Box, touch: bool = True) -> list[Node]:
    """The whole picture in `box`; without targets where it lies out of reach."""
    sheet = Box(box.x, box.y, box.w, box.h - STRIP)
    levels = list(zip(state.block.levels, hills.HILLS, hills.CLIMBS, _TINTS, strict=False))
    nodes: list[Node] = []
    for level, hill, _, tint in reversed(levels):
        nodes += _hill(look, hill, tint, sheet, touch and level.id == state.level)
    nodes.append(Stroke(((sheet.x, sheet.bottom), (sheet.right, sheet.bottom)), "ink", 4))
    nodes += _people(look, Box(box.x, sheet.bottom, box.w, STRIP))
    style = _name_style(look, [(look.say(level.name), hill) for level, hill, _, _ in levels], sheet)
    if style is None and touch:
        style = _NAME_STYLES[-1]
    for level, hill, climb, _ in levels:
        chosen = touch and level.id == state.level
        if style:
            nodes += _name(look, level, hill, sheet, style, chosen, touch)
        nodes += _climb(look, state, level, climb, sheet, touch)
    if touch:
        spoken = look.t("levels.voters.spoken")
        ground = Box(box.x, sheet.bottom, box.w, STRIP)
        nodes.append(Target(ground, "levels.voters", "button", "", spoken))
    return nodes


def legend(look: Look, box: Box) -> list[Node]:
    """What the lines and the one figure mean: in the sky at the left."""
    line = look.style("meta").line
    nodes: list[Node] = []
    entries = (("levels.legend.direct", 0.0), ("levels.legend.indirect", 7.0), ("levels.you", 0.0))
    for i, (key, dash) in enumerate(entries):
        y = box.y + i * line
        mid = y + line / 2
        if key == "levels.you":
            nodes += _person(box.x + 28, y + 5, 0.8, "vermilion")
        else:
            nodes.append(Stroke(((box.x + 2, mid), (box.x + 54, mid)), "ink", 4, dash=dash))
        nodes.append(look.text(box.x + 72, y, box.w - 72, look.t(key), "meta", max_h=line))
    return nodes


def _hill(look: Look, hill: hills.Hill, tint: str, sheet: Box, chosen: bool) -> list[Node]:
    """High contrast: black with a white outline, the chosen one with a thicker one on the darkest teal."""
    dark = look.variant.theme == "contrast"
    color = ("teal_wash" if dark else "teal") if chosen else ("raised" if dark else tint)
    width = (9.0 if chosen else 4.0) if dark else 3.0
    return [Shape(hills.body(hill, sheet), color), Stroke(hills.crest(hill, sheet), "ink", width)]


def _name_style(look: Look, names: list[tuple[str, hills.Hill]], sheet: Box) -> str | None:
    """One style for all the names: the largest in which each fits on its hill; none if one does not."""
    for style in _NAME_STYLES:
        if all(look.width(name, style) <= hills.name_box(hill, sheet, _NAME_H).w - 12 for name, hill in names):
            return style
    return None


def _name(
    look: Look, level: CongressLevel, hill: hills.Hill, sheet: Box, style: str, chosen: bool, touch: bool
) -> list[Node]:
    """The level's name on its hill, how it is elected below: the two lines are the target."""
    name = look.say(level.name)
    box = hills.name_box(hill, sheet, _NAME_H)
    id = f"levels.hill.{level.id}"
    of = id if touch else ""
    dark = look.variant.theme == "contrast"
    ink = "on_teal" if chosen and not dark else "ink"  # ink2 would have less than 7:1 on the washes
    room = box.w - 12
    high = look.height(name, style, room)
    second = look.style("meta").line
    how = look.t(f"levels.{level.election}")
    if look.width(how, "meta") > room:
        how = look.t(f"levels.{level.election}.short")
    apart = hills.LEAST_APART * sheet.h / hills.SHEET_H
    both = touch and look.width(how, "meta") <= room and high + second <= apart
    top = box.y + (box.h - high - (second if both else 0)) / 2
    nodes: list[Node] = [_line(look, Box(box.x + 6, top, room, high), name, style, ink, of)]
    if both:
        nodes.append(_line(look, Box(box.x + 6, top + high, room, second), how, "meta", ink, of))
    if touch:
        spoken = look.t("levels.hill.spoken", name=name, how=look.t(f"levels.{level.election}"))
        nodes.append(Target(box, id, "option", name, spoken, chosen, dark=chosen and not dark))
    return nodes


def _line(look: Look, box: Box, text: str, style: str, color: str, of: str) -> Label:
    return centred(look, box, text, style, color, box.w, of=of)


def _climb(
    look: Look, state: LevelsState, level: CongressLevel, climb: hills.Climb, sheet: Box, touch: bool
) -> list[Node]:
    """Solid where voters elect, dashed where deputies do, with a pale edge so that it shows on every hill."""
    arrow = entrance(level)
    if arrow is None:
        return []
    strong = touch and level.id == state.level and state.arrow == arrow
    line = hills.stem(climb, sheet)
    head = hills.barbs(line, 20 if strong else 16)
    width = 8.0 if strong else 4.0
    dash = 0.0 if level.election == "direct" else 9.0
    nodes: list[Node] = [Stroke(one, "raised", width + 10) for one in (line, head)]
    nodes += [Stroke(line, "ink", width, dash=dash), Stroke(head, "ink", width)]
    if not touch:
        return nodes
    box = hills.touch_box(climb, sheet, _TOUCH)
    x, y = box.center
    name = look.say(level.name)
    nodes += [
        Disc(x, y, _DISC + (4 if strong else 0), "raised", "ink", 8 if strong else 3),
        Icon(Box(x - 17, y - 17, 34, 34), "ballot", "ink"),
        Target(box, f"levels.climb.{level.id}", "option", look.t("levels.who"),
               look.t("levels.climb.spoken", name=name), strong, radius=48),
    ]  # fmt: skip
    return nodes


def _people(look: Look, strip: Box) -> list[Node]:
    """The ground: voters, and one of them is you."""
    count = max(8, round(_PEOPLE * strip.w / hills.SHEET_W))
    step = strip.w / count
    you = min(range(count), key=lambda i: abs((i + 0.5) * step - 216 / hills.SHEET_W * strip.w))
    nodes: list[Node] = []
    for i in range(count):
        mine = i == you
        scale = 1.35 if mine else 1.1
        y = strip.y + 14 + (0 if mine else 8)
        nodes += _person(strip.x + (i + 0.5) * step, y, scale, "vermilion" if mine else "ink")
    return nodes


def _person(x: float, y: float, scale: float, color: str) -> list[Node]:
    """A head and shoulders, `y` being the top; 42 px high at scale 1.

    On whole and quarter pixels: then all have the very same outline, and the painter keeps one texture for all.
    """
    x, y = float(round(x)), float(round(y))
    shoulders = []
    steps = 12
    for i in range(steps + 1):
        t = i / steps
        u = 1 - t
        # cubic from (-11, 40) by (-11, 18) and (11, 18) to (11, 40), as in the mockup
        px = -11 * u**3 - 33 * u * u * t + 33 * u * t * t + 11 * t**3
        py = 40 * u**3 + 54 * u * u * t + 54 * u * t * t + 40 * t**3
        shoulders.append((x + round(px * scale * 4) / 4, y + round(py * scale * 4) / 4))
    return [Disc(x, y + 12 * scale, 8 * scale, color), Shape(tuple(shoulders), color)]
