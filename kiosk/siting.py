"""Where this station's glass hangs: what staff measured on the page, else what the settings say.

Owns `site.json` in the station's home. Leaves to others: what follows from it (`screens.site`).
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

from kiosk.config import Settings
from screens.site import Site
from screens.tokens import TextStyle

FILE = "site.json"


class Siting:
    """The site of the moment; read once, and again when it was measured."""

    def __init__(self, settings: Settings) -> None:
        self._file = Path(settings.home) / FILE
        self._site = _read(self._file) or of_settings(settings)

    def now(self) -> Site | None:
        """The site; None where nobody measured it."""
        return self._site

    def keep(self, site: Site) -> bool:
        """Remember what staff measured; from now on it is what holds. False where it can't be written."""
        self._site = site
        aside = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with aside.open("w", encoding="utf-8") as file:
                json.dump(asdict(site), file)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(self._file)
        except OSError:
            return False
        return True


def capital_mm(site: Site, style: TextStyle) -> float:
    """How high a capital H of a text style stands on this glass, as the font itself says (EN 301 549 5.1.4)."""
    from fontTools.ttLib import TTFont

    from media.fonts import FACES

    family, _, weight = style.face.partition("-")
    with TTFont(FACES[family, weight], lazy=True) as font:  # type: ignore[index]
        share = font["OS/2"].sCapHeight / font["head"].unitsPerEm
    return float(style.size * share * site.mm_per_px(site.landscape))


def of_settings(settings: Settings) -> Site | None:
    """What the settings say; None unless they give the picture's size."""
    if not settings.glass_width_mm or not settings.glass_height_mm:
        return None
    return Site(settings.glass_width_mm, settings.glass_height_mm, settings.glass_edge_mm, settings.glass_over)


def _read(file: Path) -> Site | None:
    """What was measured; None where nothing was, or the file is none of ours."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        site = Site(float(found["wide_mm"]), float(found["high_mm"]), float(found["edge_mm"]), bool(found["over"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return site if site.wide_mm > 0 and site.high_mm > 0 else None
