"""Render the line drawings of an exhibit's gallery: python -m deploy.setup.gallery

An author draws `exhibits/<id>/drawings/<name>.svg` in the light theme's colours and runs this once; `media/<name>.webp`
and `media/<name>-contrast.webp` are kept beside it, and are what travels. Owns the colours of the second one: each
token's light colour becomes its high-contrast one.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import cairosvg
from PIL import Image

from content.bundled import FOLDER
from screens import tokens

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_WIDTH = 1200


def contrasted(svg: str) -> str:
    """The drawing in the colours of the high-contrast theme; a colour that is no token stays."""
    known = tokens.load()
    names = ("ink", "paper", "raised", "sunk", "teal_wash", "ochre_wash", "mail_wash", "vermilion", "fill_4", "line")
    other = {known.color("light", name).upper(): known.color("contrast", name) for name in reversed(names)}
    return _COLOR.sub(lambda found: other.get(found[0].upper(), found[0]), svg)


def render(svg: str, target: Path) -> None:
    """An SVG as WebP without loss: line art stays small and sharp."""
    png = cairosvg.svg2png(bytestring=svg.encode(), output_width=_WIDTH)
    target.parent.mkdir(exist_ok=True)
    with Image.open(io.BytesIO(png)) as image:
        small = image.convert("RGB").quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        small.convert("RGB").save(target, "WEBP", lossless=True, quality=100, method=6)


def main() -> None:
    for source in sorted(FOLDER.glob("exhibits/*/drawings/*.svg")):
        svg, media = source.read_text("utf-8"), source.parents[1] / "media"
        render(svg, media / f"{source.stem}.webp")
        render(contrasted(svg), media / f"{source.stem}-contrast.webp")


if __name__ == "__main__":
    main()
