"""The organs of one level and the arrows of one relation between them, drawn.

Every organ is a target, and so is every arrow, by the chip that sits on it.
"""

from __future__ import annotations

from content.schema import Arrow, CongressLevel, Organ
from screens.exhibit.blocks.levels.hills import Points, barbs
from screens.exhibit.blocks.levels.model import LevelsState, bodies_of, inner_groups
from screens.exhibit.blocks.levels.places import BUS, INSET, STYLES, Plan, ends_of_group, heads_of, name_style, plan
from screens.exhibit.blocks.levels.wording import verb_of
from screens.look import Look
from screens.parts.buttons import centred
from screens.scene import Box, Fill, Icon, Node, Stroke, Target


def diagram(state: LevelsState, look: Look, box: Box) -> list[Node]:
    """Arrows first, organs over them, chips on top."""
    level = state.current
    laid = plan(look, level, state, box)
    nodes: list[Node] = _rest_link(level, state, laid)
    groups = inner_groups(level, state.relation)
    chosen = [group for group in groups if state.arrow in group]
    for group in [one for one in groups if one not in chosen] + chosen:
        for arrow in group:
            nodes += _line(level, laid, arrow, group in chosen)
    bodies = bodies_of(level)
    for organ in level.organs:
        box = laid.boxes[organ.id]
        style = name_style(look, bodies if organ in bodies else heads_of(level), box.w) or STYLES[-1]
        nodes += _organ(look, organ, box, style, state.organ == organ)
    for group in groups:
        nodes += _chip(look, level, laid, group, group in chosen)
    return nodes


def _organ(look: Look, organ: Organ, box: Box, style: str, chosen: bool) -> list[Node]:
    fill, border, ink = {
        "congress": ("ink", "ink", "on_ink"),
        "standing": ("raised", "ink", "ink"),
        "presidium": ("raised", "ink", "ink"),
    }.get(organ.role, ("teal_wash", "teal", "ink"))
    name = look.say(organ.name)
    id = f"levels.organ.{organ.id}"
    nodes: list[Node] = [Fill(box, fill, 12, border, 3)]
    if chosen:
        nodes.append(Fill(box.inset(-7), None, 18, "ink", 4))
    nodes.append(centred(look, box, _broken(look, name, style, box.w - INSET), style, ink, box.w - INSET, of=id))
    spoken = look.t("levels.organ.spoken", name=name)
    nodes.append(Target(box, id, "option", name, spoken, chosen, dark=organ.role == "congress"))
    return nodes


def _broken(look: Look, name: str, style: str, width: float) -> str:
    """A congress's long name, torn nowhere but before the words all congresses share."""
    place, congress, rest = name.partition("人民代表大会")
    if not place or not congress or look.width(name, style) <= width:
        return name
    parts = (place, congress + rest)
    return "\n".join(parts) if all(look.width(one, style) <= width for one in parts) else name


def _chip(look: Look, level: CongressLevel, laid: Plan, group: tuple[Arrow, ...], chosen: bool) -> list[Node]:
    """The arrow's name on the arrow; only its direction where the name has no room."""
    box = laid.chips.get(group[0].id)
    if box is None:
        return []
    arrow = group[0]
    verb = verb_of(look, arrow)
    id = f"levels.arrow.{arrow.id}"
    pill = box.inset(0, 12)
    named = look.width(verb, "label") <= box.w - 20
    filled = chosen and named
    border = (None, 0.0) if filled else (("ink", 8.0) if chosen else ("control", 3.0))
    nodes: list[Node] = [Fill(pill, "ink" if filled else "raised", pill.h / 2, *border)]
    if named:
        nodes.append(centred(look, pill, verb, "label", "on_ink" if filled else "ink", box.w - 16, of=id))
    else:
        x, y = pill.center
        nodes.append(Icon(Box(x - 22, y - 22, 44, 44), _direction(laid, arrow), "ink"))
    spoken = f"{_name(look, level, arrow.origin)} {verb} {_name(look, level, arrow.target)}"
    nodes.append(Target(box, id, "option", verb, spoken, chosen, radius=pill.h / 2, dark=filled))
    return nodes


def _name(look: Look, level: CongressLevel, organ: str) -> str:
    return next((look.say(one.name) for one in level.organs if one.id == organ), "")


def _direction(laid: Plan, arrow: Arrow) -> str:
    """The icon that points as the arrow does."""
    (ax, ay), (bx, by) = laid.boxes[arrow.origin].center, laid.boxes[arrow.target].center
    level_row = abs(ay - by) < 1
    if laid.trunk is None and not level_row:
        return "down" if by > ay else "up"
    if level_row:
        return "next" if bx > ax else "back"
    body, away = (bx, True) if by > ay else (ax, False)
    return "next" if (body > laid.trunk) == away else "back"  # type: ignore[operator]


def _rest_link(level: CongressLevel, state: LevelsState, laid: Plan) -> list[Node]:
    """The dotted tie between a congress and what is permanent of it, while no arrow is drawn there."""
    heads = [one.id for one in heads_of(level)]
    if len(heads) < 2 or any(ends_of_group(group) <= set(heads) for group in inner_groups(level, state.relation)):
        return []
    left, right = laid.boxes[heads[0]], laid.boxes[heads[1]]
    return [Stroke(((left.right, left.center[1]), (right.x, right.center[1])), "ink", 3, dash=8)]


def _line(level: CongressLevel, laid: Plan, arrow: Arrow, strong: bool) -> list[Node]:
    """From one organ to the other; thick while its sentence is read."""
    if arrow.origin not in laid.boxes or arrow.target not in laid.boxes:
        return []
    bodies = {one.id for one in bodies_of(level)}
    if arrow.target in bodies or arrow.origin not in bodies:
        points = _route(laid, arrow.origin, arrow.target, bodies)
    else:
        points = tuple(reversed(_route(laid, arrow.target, arrow.origin, bodies)))
    width = 8.0 if strong else 3.0
    return [Stroke(points, "ink", width), Stroke(barbs(points, 18 if strong else 14), "ink", width)]


def _route(laid: Plan, head: str, body: str, bodies: set[str]) -> Points:
    """The points from an organ of the top row to a body, or to its neighbour in the row."""
    a, b = laid.boxes[head], laid.boxes[body]
    if body not in bodies or head in bodies:
        left_to_right = a.x < b.x
        return ((a.right if left_to_right else a.x, a.center[1]), (b.x if left_to_right else b.right, b.center[1]))
    first = a.x <= min(one.x for one in laid.boxes.values()) + 1
    bus = a.bottom + (BUS if first else BUS * 0.5)
    if laid.trunk is None:
        if abs(a.center[0] - b.center[0]) < 1:
            return ((a.center[0], a.bottom), (b.center[0], b.y))
        return ((a.center[0], a.bottom), (a.center[0], bus), (b.center[0], bus), (b.center[0], b.y))
    trunk = laid.trunk + (-7 if first else 7)
    edge = b.right if b.x < trunk else b.x
    start = max(a.x + 24, min(a.right - 24, trunk))
    return ((start, a.bottom), (start, bus), (trunk, bus), (trunk, b.center[1]), (edge, b.center[1]))
