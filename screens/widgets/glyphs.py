"""Lines of text as white textures, tinted when drawn, and the ruler that measures them.

Sizes here are device pixels. Textures are kept up to a byte budget, so that changing a screen costs no new text.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from kivy.core.text import Label as CoreLabel
from kivy.graphics.texture import Texture

from media.fonts import FACES, coverage
from screens.tokens import TextStyle
from screens.widgets import lines

_BUDGET_BYTES = 48 << 20
_PLAIN = lines.Run("")


class Glyphs:
    """Measures and renders single lines. `scale` is device pixels per design pixel."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self._widths: dict[tuple[str, int], dict[str, float]] = {}
        self._probes: dict[tuple[str, int, str, bool], Any] = {}
        self._heading: dict[tuple[str, int], bool] = {}  # of a pack's face, where it was last drawn to
        self._textures: OrderedDict[tuple[str, int, str], Any] = OrderedDict()
        self._bytes = 0

    def forget(self) -> None:
        """Keep no text: neither as a picture nor as a width."""
        self._textures.clear()
        self._widths.clear()
        self._probes.clear()
        self._bytes = 0

    def px(self, style: TextStyle) -> int:
        """Em of a style in device pixels; the text provider knows whole pixels only."""
        return max(1, round(style.size * self.scale))

    def ruler(self, text: str, style: TextStyle) -> float:
        """Width of one line in design pixels."""
        px = self.px(style)
        key = (style.face, px)
        known = self._widths.setdefault(key, {})
        wide = known.get(text)
        if wide is None:
            parts = lines.runs(text, _is_bold(style), partial(_draws, style.face))
            if parts:
                device = sum(self._extents(style, px, run)[0] for run in parts)
            else:
                device = self._probe(style, px).get_extents(text)[0]
            wide = known[text] = device / self.scale
        return wide

    def _probe(self, style: TextStyle, px: int, run: lines.Run = _PLAIN) -> Any:
        """What measures and draws in a style, in the face and direction of a run."""
        key = (style.face, px, run.file, run.rtl)
        probe = self._probes.get(key)
        if probe is None:
            file = run.file or _font_file(style.face)
            more = {"font_direction": "rtl" if run.rtl else "ltr", "font_script_name": run.script} if run.file else {}
            probe = self._probes[key] = CoreLabel(font_name=file, font_size=px, color=(1, 1, 1, 1), **more)
            probe.resolve_font_name()
        return probe

    def _extents(self, style: TextStyle, px: int, run: lines.Run) -> tuple[float, float]:
        """Width and height of a run. SDL_ttf keeps the direction with the face and takes it when it draws, so a pack's
        face draws a dot before it measures in another one."""
        probe = self._probe(style, px, run)
        if run.file and self._heading.get((run.file, px)) != run.rtl:
            sheet = CoreLabel(font_name=run.file, font_size=px)
            sheet._size = (1, 1)
            sheet._render_begin()
            sheet._surface.render(probe, ".", 0, 0)
            self._heading[run.file, px] = run.rtl
        wide, high = probe.get_extents(run.text)
        return wide, high

    def _mixed(self, style: TextStyle, parts: tuple[lines.Run, ...]) -> Any:
        """A line of several runs on one baseline, as high as a plain line of the style where that is enough."""
        px = self.px(style)
        own = self._probe(style, px)
        up, high = own.get_ascent(), own.get_extents("x")[1]
        sizes = [self._extents(style, px, run) for run in parts]
        over = [(self._probe(style, px, run).get_ascent(), size[1]) for run, size in zip(parts, sizes, strict=True)]
        above = max(0, *(ascent - up for ascent, _ in over))
        below = max(0, *(tall - ascent - (high - up) for ascent, tall in over))
        more = int(max(above, below) + 0.99)  # as much above as below: the line is drawn in the middle of its room
        sheet = CoreLabel(font_name=_font_file(style.face), font_size=px)
        sheet._size = (max(1, int(sum(wide for wide, _ in sizes))), int(high) + 2 * more)
        sheet._render_begin()
        x = 0.0
        for run, (wide, _), (ascent, _) in zip(parts, sizes, over, strict=True):
            sheet._surface.render(self._probe(style, px, run), run.text, int(x), int(more + up - ascent))
            if run.file:
                self._heading[run.file, px] = run.rtl
            x += wide
        texture = Texture.create_from_data(sheet._render_end())
        texture.flip_vertical()
        return texture

    def texture(self, text: str, style: TextStyle) -> Any:
        """The line in white on transparent; None for an empty line."""
        if not text.strip():
            return None
        px = self.px(style)
        key = (style.face, px, text)
        texture = self._textures.get(key)
        if texture is not None:
            self._textures.move_to_end(key)
            return texture
        parts = lines.runs(text, _is_bold(style), partial(_draws, style.face))
        if parts:
            texture = self._mixed(style, parts)
        else:
            label = CoreLabel(text=text, font_name=_font_file(style.face), font_size=px, color=(1, 1, 1, 1))
            label.refresh()
            texture = label.texture
        self._textures[key] = texture
        texture.min_filter = texture.mag_filter = "nearest"  # drawn pixel by pixel, so no other is seen or paid for
        self._bytes += texture.width * texture.height * 4
        while self._bytes > _BUDGET_BYTES and len(self._textures) > 1:
            _, old = self._textures.popitem(last=False)
            self._bytes -= old.width * old.height * 4
        return texture


@lru_cache(maxsize=16)
def _font_file(face: str) -> str:
    for (family, weight), file in FACES.items():
        if face == f"{family}-{weight}":
            return str(file)
    raise KeyError(f"no face is called {face!r}")


def _is_bold(style: TextStyle) -> bool:
    return not style.face.endswith("Regular")


def _draws(face: str, character: str) -> bool:
    """Whether a face of ours has the character."""
    return ord(character) in coverage(Path(_font_file(face)))
