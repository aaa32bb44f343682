"""What the checks may hold content against where the whole project is installed: its drawings, and OpenCC.

Fonts belong to a station and are looked at there (`kiosk fits`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from content.checks.finding import Stock

_ART = Path(__file__).parents[2] / "media" / "art"


def project_stock(art: Path = _ART) -> Stock:
    """The drawings that come with the project, where they lie beside this package; otherwise they aren't looked for."""
    scenes = frozenset(one.name.removesuffix("_light.svg") for one in (art / "scenes").glob("*_light.svg"))
    icons = frozenset(one.stem for one in (art / "icons").glob("*.svg"))
    return Stock(art=scenes or None, icons=icons or None, simplify=_simplifier())


def _simplifier() -> Callable[[str], str] | None:
    """OpenCC's, where it is installed; a station does without."""
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert
