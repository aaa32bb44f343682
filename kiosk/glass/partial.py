"""Draws only what changed, where that is both possible and worth it: on a software rasteriser.

Such a rasteriser keeps the last frame in the buffer it draws into and pays for every pixel, so the rest of the frame
may stay. A graphics chip exchanges buffers and does not mind the whole. Nothing of Kivy is patched: its window lets
others answer `on_draw` first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.graphics.opengl import GL_RENDERER, GL_SCISSOR_TEST, glDisable, glEnable, glGetString, glScissor

from screens.widgets.damage import Parts

_SOFTWARE = ("llvmpipe", "softpipe")


def keeps_last_frame() -> bool:
    """Whether the buffer drawn into still holds the last frame. Needs a window."""
    name = glGetString(GL_RENDERER)
    text = name.decode(errors="replace") if isinstance(name, bytes) else str(name)
    return text.lower().startswith(_SOFTWARE)


class PartialDraw:
    """Answers a window's `on_draw`. `take` gives the parts to draw, or None for the whole."""

    def __init__(self, window: Any, take: Callable[[], Parts | None]) -> None:
        self._window = window
        self._take = take

    def start(self) -> None:
        """From now on."""
        self._window.bind(on_draw=self._draw)

    def stop(self) -> None:
        """No longer."""
        self._window.unbind(on_draw=self._draw)

    def _draw(self, window: Any) -> bool:
        parts = self._take()
        if parts is None:
            return False  # Kivy's own handler follows
        glEnable(GL_SCISSOR_TEST)
        try:
            for part in parts:
                glScissor(*part)
                window.clear()
                window.render_context.draw()
        finally:
            glDisable(GL_SCISSOR_TEST)
        return True
