"""Render the pictures of `media/art` to PNG, once per set-up: python -m deploy.setup.art

Owns how an SVG becomes pixels (cairosvg). Names and places are `media.images`'s; when to run is
`deploy/setup/setup.py`'s.
"""

from __future__ import annotations

import json
import re
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import cairosvg

from media import images
from screens import tokens

_THEMES: tuple[images.Theme, ...] = ("light", "high_contrast")
_SVG_TAG = re.compile(r"<svg[^>]*>")
_COLOR = re.compile(r'(fill|stroke)="(#[0-9A-Fa-f]{6})"')


def white(svg: str) -> str:
    """The icon with every black stroke and fill made pure white, so that a screen can tint it by multiplication."""
    return svg.replace('"#000"', '"#FFF"').replace('"#000000"', '"#FFFFFF"')


def cut(svg: str, view: images.View, cable: str) -> str:
    """The drawing seen through another window, the cable drawn over it when the view asks for it."""
    x, y, width, height = view["view"]
    tag = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{x} {y} {width} {height}">'
    )
    opened = _SVG_TAG.sub(tag, svg, count=1)
    return opened.replace("</svg>", f"{cable if view['cable'] else ''}</svg>")


def at_hour(svg: str, hour: str) -> str:
    """The drawing in the colours of an hour of the day. What the light theme fills with ink are windows."""
    light = {value: name for name, value in reversed(tokens.load().raw["color"]["light"].items())}
    colors = tokens.load().hour(hour).colors

    def change(found: re.Match[str]) -> str:
        name = light.get(found[2], "")
        name = "window" if (found[1], name) == ("fill", "ink") else name
        return f'{found[1]}="{colors.get(name, found[2])}"'

    return _COLOR.sub(change, svg)


def drawing(name: str, theme: images.Theme) -> str:
    """The SVG text of a drawing or of a further cut of one."""
    view = images.views().get(name)
    if view is None:
        return images.art_source(name, theme).read_text(encoding="utf-8")
    extras = json.loads((images.ART / "views.json").read_text(encoding="utf-8"))
    ink = extras["ink"]["light" if theme == "light" else "hc"]
    svg = images.art_source(view["of"], theme).read_text(encoding="utf-8")
    whole = cut(svg, view, extras["cable"].replace("INK", ink))
    return at_hour(whole, images.hour_of(name)) if images.hour_of(name) and theme == "light" else whole


def render_icon(name: str) -> None:
    svg = white((images.ART / "icons" / f"{name}.svg").read_text(encoding="utf-8"))
    for px in images.ICON_PX:
        _write(svg, images.icon_file(name, px), scale=px / 48)


def render_art(name: str, theme: images.Theme) -> None:
    if images.hour_of(name) and theme == "high_contrast":
        return  # it is the same at every hour
    svg = drawing(name, theme)
    for scale in images.ART_SCALES:
        _write(svg, images.art_file(name, theme, scale), scale=scale)


def _write(svg: str, path: Path, *, scale: float) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    cairosvg.svg2png(bytestring=svg.encode(), write_to=str(aside), scale=scale)
    aside.replace(path)


def main() -> None:
    with ProcessPoolExecutor() as pool:
        done = [pool.submit(render_icon, name) for name in sorted(images.icon_names())]
        done += [pool.submit(render_art, name, theme) for name in sorted(images.art_names()) for theme in _THEMES]
        for job in done:
            job.result()
    (images.RENDERED / "done").touch()


if __name__ == "__main__":
    main()
