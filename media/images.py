"""Where a picture lies on disk: icons, contour art and stretchable frames, by name.

Owns the names, the rendered sizes and how a name becomes a path. The pictures are made from `media/art/*.svg` by
`deploy/setup/art.py` at set-up; loading and drawing them is the caller's.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, NotRequired, TypedDict

Theme = Literal["light", "high_contrast"]

ART: Final = Path(__file__).parent / "art"
RENDERED: Final = ART / "rendered"
ICON_PX: Final = (48, 96, 192)
ART_SCALES: Final = (1.0, 1.5)
_SUFFIX: Final[dict[Theme, str]] = {"light": "light", "high_contrast": "hc"}


class View(TypedDict):
    """A further cut of a drawing: whose, where (x, y, width, height), whether the cable hangs over it, at what hour."""

    of: str
    view: list[float]
    cable: bool
    hour: NotRequired[str]


class UnknownPicture(LookupError):
    """No picture has this name: a mistake in code or content, never a fault of the station."""


class PictureNotRendered(FileNotFoundError):
    """The picture has a source, but set-up has not rendered it on this machine."""


def icon(name: str, px: int) -> Path:
    """The white-on-transparent PNG of an icon: the smallest rendering of at least `px` pixels, else the largest.

    Raises:
        UnknownPicture: no such icon.
        PictureNotRendered: set-up has not run.
    """
    if name not in icon_names():
        raise UnknownPicture(f"no icon is called {name!r}; the icons are {', '.join(sorted(icon_names()))}")
    size = next((size for size in ICON_PX if size >= px), ICON_PX[-1])
    return _rendered(icon_file(name, size))


def art(name: str, theme: Theme, scale: float = 1.0) -> Path:
    """The PNG of a drawing in a theme: the smallest rendered scale of at least `scale`, else the largest.

    Raises:
        UnknownPicture: no such drawing.
        PictureNotRendered: set-up has not run.
    """
    if name not in art_names():
        raise UnknownPicture(f"no drawing is called {name!r}; the drawings are {', '.join(sorted(art_names()))}")
    nearest = next((known for known in ART_SCALES if known >= scale), ART_SCALES[-1])
    return _rendered(art_file(name, theme, nearest))


def ninepatch(name: str) -> Path:
    """The PNG of a stretchable frame, for example `shadow_sheet` or `dash_r12_light`.

    Raises:
        UnknownPicture: no such frame.
    """
    path = ART / "9patch" / f"{name}_9.png"
    if not path.is_file():
        known = sorted(found.stem.removesuffix("_9") for found in (ART / "9patch").glob("*_9.png"))
        raise UnknownPicture(f"no frame is called {name!r}; the frames are {', '.join(known)}")
    return path


@lru_cache(maxsize=1)
def icon_names() -> frozenset[str]:
    """Every icon there is a source for."""
    return frozenset(path.stem for path in (ART / "icons").glob("*.svg"))


@lru_cache(maxsize=1)
def art_names() -> frozenset[str]:
    """Every drawing there is a source or a view for; each exists in both themes."""
    drawn = {path.stem.removesuffix("_light") for path in (ART / "scenes").glob("*_light.svg")}
    return frozenset(drawn | views().keys())


@lru_cache(maxsize=1)
def views() -> dict[str, View]:
    """The further cuts of `views.json`, by name."""
    found: dict[str, View] = json.loads((ART / "views.json").read_text(encoding="utf-8"))["views"]
    return found


def hour_of(name: str) -> str:
    """The hour of the day in whose colours a drawing is; empty for those in the colours of the theme."""
    view = views().get(name)
    return view.get("hour", "") if view else ""


def icon_file(name: str, px: int) -> Path:
    """Where the rendering of an icon at `px` pixels lies, whether or not it was made yet."""
    return RENDERED / "icons" / f"{name}_{px}.png"


def art_file(name: str, theme: Theme, scale: float) -> Path:
    """Where the rendering of a drawing lies, made yet or not. High contrast knows no hours of the day."""
    hour = hour_of(name)
    if hour and theme == "high_contrast":
        name = name.removesuffix(f"_{hour}")
    return RENDERED / "art" / f"{name}_{_SUFFIX[theme]}_{round(scale * 100)}.png"


def art_source(name: str, theme: Theme) -> Path:
    """The SVG that a drawing is rendered from."""
    return ART / "scenes" / f"{name}_{_SUFFIX[theme]}.svg"


def _rendered(path: Path) -> Path:
    if not path.is_file():
        raise PictureNotRendered(f"{path.name} was not rendered on this machine; `make setup` renders it")
    return path
