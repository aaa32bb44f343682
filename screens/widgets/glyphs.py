"""Lines of text as white textures, tinted when drawn, and the ruler that measures them.

Sizes here are device pixels. Textures are kept up to a byte budget, so that changing a screen costs no new text.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from typing import Any

from kivy.core.text import Label as CoreLabel

from media.fonts import FACES
from screens.tokens import TextStyle

_BUDGET_BYTES = 48 << 20


class Glyphs:
    """Measures and renders single lines. `scale` is device pixels per design pixel."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self._widths: dict[tuple[str, int], dict[str, float]] = {}
        self._probes: dict[tuple[str, int], Any] = {}
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
            probe = self._probes.get(key)
            if probe is None:
                probe = self._probes[key] = CoreLabel(font_name=_font_file(style.face), font_size=px)
                probe.resolve_font_name()
            wide = known[text] = probe.get_extents(text)[0] / self.scale
        return wide

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
        label = CoreLabel(text=text, font_name=_font_file(style.face), font_size=px, color=(1, 1, 1, 1))
        label.refresh()
        texture = self._textures[key] = label.texture
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
