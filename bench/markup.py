"""Our scenes as HTML, node by node: what a web author would have drawn, so that a browser shows the same pages.

Words, boxes, colours, pictures and the moving car are the same; the look of a pressed button is CSS (`:active`).
"""

from __future__ import annotations

import base64
import math
from html import escape
from pathlib import Path

from media import images
from screens import tokens
from screens.scene import Box, Disc, Drift, Fill, Group, Icon, Label, Node, Picture, Qr, Scene, Shape, Stroke, Target

DRIFT_FPS = 12
_WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
_FAMILIES = {"sans": "Noto Sans CJK SC", "serif": "Noto Serif CJK SC"}


def section(name: str, scene: Scene, links: dict[str, str]) -> str:
    """One page as a `<section>`; `links` says which target opens which page."""
    inside = "".join(
        f'<div class="{"layer enters" if layer.enters else "layer"}">{_all(layer.nodes, links)}</div>'
        for layer in scene.layers
    )
    return f'<section id="{escape(name)}" hidden>{inside}</section>\n'


def _all(nodes: tuple[Node, ...], links: dict[str, str]) -> str:
    return "".join(_one(node, links) for node in nodes)


def _one(node: Node, links: dict[str, str]) -> str:
    if isinstance(node, Fill):
        return _fill(node)
    if isinstance(node, Label):
        return _label(node)
    if isinstance(node, Icon):
        png = base64.b64encode(images.icon(node.name, round(node.box.w)).read_bytes()).decode()
        mask = f"mask:url(data:image/png;base64,{png}) center/contain no-repeat"  # a mask from file:// is refused
        return _box(node.box, f"background:{_color(node.color)};-webkit-{mask};{mask}")
    if isinstance(node, Picture):
        source = images.art(node.name, "light", 1.0).as_uri()
        fit = "cover" if node.cover else "contain"
        return f'<img src="{source}" style="{_place(node.box)};object-fit:{fit}">'
    if isinstance(node, Target):
        go = f' data-go="{escape(links[node.id])}"' if node.id in links else ""
        kind = "covers" if node.covers else "dark" if node.dark else ""
        return f'<button class="{kind}"{go} style="{_place(node.box)};border-radius:{node.radius}px"></button>'
    if isinstance(node, Group):
        return f'<div style="transform:translate({node.dx}px,{node.dy}px)">{_all(node.nodes, links)}</div>'
    if isinstance(node, Drift):
        return f"{_frames(node)}<div class='drift' style='animation:{node.key} {node.period_ms}ms infinite'>{_all(node.nodes, links)}</div>"  # noqa: E501
    return _drawn(node)


def _fill(node: Fill) -> str:
    style = f"border-radius:{node.radius}px;opacity:{node.alpha};"
    if node.color:
        style += f"background:{_color(node.color)};"
    if node.border:
        style += f"border:{node.border_w}px {'dashed' if node.dashed else 'solid'} {_color(node.border)};"
    return _box(node.box, style)


def _label(node: Label) -> str:
    kind, _, weight = node.style.face.partition("-")
    style = f"font:{_WEIGHTS[weight]} {node.style.size}px/{node.style.line}px '{_FAMILIES[kind]}';"
    style += f"color:{_color(node.color)};text-align:{node.align}"
    return _box(node.box, style, "<br>".join(escape(line) for line in node.lines), "words")


def _drawn(node: Stroke | Shape | Disc | Qr) -> str:
    if isinstance(node, Stroke):
        tag = "polygon" if node.closed else "polyline"
        dash = f' stroke-dasharray="{node.dash}"' if node.dash else ""
        inside = f'<{tag} points="{_points(node.points)}" fill="none" stroke="{_color(node.color)}" stroke-width="{node.width}"{dash}/>'  # noqa: E501
    elif isinstance(node, Shape):
        edge = f' stroke="{_color(node.outline)}" stroke-width="{node.outline_w}"' if node.outline else ""
        inside = f'<polygon points="{_points(node.points)}" fill="{_color(node.color)}"{edge}/>'
    elif isinstance(node, Disc):
        inside = _disc(node)
    else:
        inside = _qr(node)
    return f"<svg>{inside}</svg>"


def _disc(node: Disc) -> str:
    made = f'<circle cx="{node.x}" cy="{node.y}" r="{node.r}" fill="{_color(node.color)}"/>' if node.color else ""
    if node.outline:
        radius = node.r - node.outline_w / 2
        part = math.radians(min(node.end - node.start, 359.9))
        begin = math.radians(node.start)
        x0, y0 = node.x + radius * math.sin(begin), node.y - radius * math.cos(begin)
        x1, y1 = node.x + radius * math.sin(begin + part), node.y - radius * math.cos(begin + part)
        arc = f"M{x0},{y0}A{radius},{radius} 0 {int(part > math.pi)} 1 {x1},{y1}"
        made += f'<path d="{arc}" fill="none" stroke="{_color(node.outline)}" stroke-width="{node.outline_w}"/>'
    return made


def _qr(node: Qr) -> str:
    import qrcode

    code = qrcode.QRCode(border=4)
    code.add_data(node.payload)
    code.make(fit=True)
    rows = code.get_matrix()
    side = node.box.w / len(rows)
    cells = "".join(
        f"M{node.box.x + x * side},{node.box.y + y * side}h{side}v{side}h-{side}z"
        for y, row in enumerate(rows)
        for x, cell in enumerate(row)
        if cell
    )
    white = f'<rect x="{node.box.x}" y="{node.box.y}" width="{node.box.w}" height="{node.box.h}" fill="#fff"/>'
    return f'{white}<path d="{cells}"/>'


def _frames(node: Drift) -> str:
    """The same steps a second as ours, so that neither draws more often than the other."""
    last = len(node.points) - 1
    steps = max(1, round(node.period_ms / 1000 / last * DRIFT_FPS))
    frames = "".join(
        f"{100 * i / last:.4f}%{{transform:translate({x:.2f}px,{y:.2f}px);animation-timing-function:steps({steps})}}"
        for i, (x, y) in enumerate(node.points)
    )
    return f"<style>@keyframes {node.key}{{{frames}}}</style>"


def _box(box: Box, style: str, inside: str = "", kind: str = "") -> str:
    return f'<div class="{kind}" style="{_place(box)};{style}">{inside}</div>'


def _place(box: Box) -> str:
    return f"left:{box.x:g}px;top:{box.y:g}px;width:{box.w:g}px;height:{box.h:g}px"


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)


def _color(name: str) -> str:
    return tokens.load().color("light", name)


def write_page(file: Path, sections: list[str]) -> None:
    """The whole page: our frame around the sections."""
    frame = (Path(__file__).parent / "page" / "frame.html").read_text(encoding="utf-8")
    paper = _color("paper")
    file.write_text(frame.replace("PAPER", paper).replace("<!--sections-->", "".join(sections)), encoding="utf-8")
