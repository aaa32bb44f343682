"""Smooth-edged shapes as white alpha masks, made once per size by Pillow and tinted when drawn.

Multisampling stays off (it costs a software rasteriser two thirds of its frames), so edges are smoothed here.
Sizes are device pixels.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from kivy.core.image import Image as CoreImage
from kivy.graphics.texture import Texture
from PIL import Image, ImageDraw

from media.photos import Photos

_OVERSAMPLE = 4
_BUDGET_BYTES = 48 << 20
_AS_IT_IS = 0.02  # a picture this close to its own size is drawn as it is
_EXACTLY = 0.0005
Point = tuple[float, float]


class Textures:
    """A cache of masks and pictures with a byte budget."""

    def __init__(self, photos: Photos | None = None) -> None:
        self.photos = photos or Photos()
        self._kept: OrderedDict[object, Any] = OrderedDict()
        self._bytes = 0
        self._sizes: dict[str, tuple[int, int]] = {}

    def round_fill(self, radius: int) -> Any:
        """A nine-patch mask of a filled rectangle with round corners; border = radius + 1."""
        side = 2 * radius + 4

        def draw(d: ImageDraw.ImageDraw, k: int) -> None:
            d.rounded_rectangle((0, 0, side * k - 1, side * k - 1), radius * k, fill=255)

        return self._mask(("fill", radius), side, side, draw)

    def round_ring(self, radius: int, width: int) -> Any:
        """A nine-patch mask of an outline `width` thick, drawn inside; border = max(radius, width) + 1."""
        side = 2 * max(radius, width) + 4

        def draw(d: ImageDraw.ImageDraw, k: int) -> None:
            d.rounded_rectangle((0, 0, side * k - 1, side * k - 1), radius * k, outline=255, width=width * k)

        return self._mask(("ring", radius, width), side, side, draw)

    def dashed_ring(self, size: tuple[int, int], radius: int, width: int) -> Any:
        """A dashed outline of exactly this size: dashes must not stretch."""
        wide, high = size

        def draw(d: ImageDraw.ImageDraw, k: int) -> None:
            d.rounded_rectangle((0, 0, wide * k - 1, high * k - 1), radius * k, outline=255, width=width * k)
            dash, gap = 10 * k, 7 * k
            for x in range(radius * k, (wide - radius) * k, dash + gap):
                d.rectangle((x, 0, x + gap, width * k), fill=0)
                d.rectangle((x, (high - width) * k - 1, x + gap, high * k), fill=0)
            for y in range(radius * k, (high - radius) * k, dash + gap):
                d.rectangle((0, y, width * k, y + gap), fill=0)
                d.rectangle(((wide - width) * k - 1, y, wide * k, y + gap), fill=0)

        return self._mask(("dash", size, radius, width), wide, high, draw, oversample=2)

    def disc(self, diameter: int) -> Any:
        """A filled circle."""

        def draw(d: ImageDraw.ImageDraw, k: int) -> None:
            d.ellipse((0, 0, diameter * k - 1, diameter * k - 1), fill=255)

        return self._mask(("disc", diameter), diameter, diameter, draw)

    def arc(self, diameter: int, width: int, start: float, end: float) -> Any:
        """A ring or part of one; degrees clockwise from the top; the outline is drawn inside."""

        def draw(d: ImageDraw.ImageDraw, k: int) -> None:
            box = (0, 0, diameter * k - 1, diameter * k - 1)
            d.arc(box, start - 90, end - 90, fill=255, width=width * k)

        return self._mask(("arc", diameter, width, round(start), round(end)), diameter, diameter, draw)

    def polygon(self, points: tuple[Point, ...], size: tuple[int, int]) -> Any:
        """A filled polygon; points relative to the texture's top left."""

        def draw(d: ImageDraw.ImageDraw, k: int) -> None:
            d.polygon([(x * k, y * k) for x, y in points], fill=255)

        return self._mask(("poly", points), *size, draw, oversample=3)

    def shadow(self) -> Any:
        """The soft shadow under sheets: nine-patch of the design's own drawing."""
        from media import images

        return self.file(str(images.ninepatch("shadow_sheet")))

    def file(self, path: str, exact: bool = False) -> Any:
        """A picture file as a texture, in its own size; `exact` for one that will be drawn in it too."""
        key = ("file", path, exact)
        if key not in self._kept:
            texture = CoreImage(path, keep_data=False, nocache=True).texture
            self._keep(key, _exact(texture) if exact else texture)
        self._kept.move_to_end(key)
        return self._kept[key]

    def fitted(self, path: str, ratio: float) -> Any:
        """A picture file made `ratio` (1 at most) times its size by Pillow: a third less memory than mipmaps, sharper,
        and without the 50 ms a software rasteriser takes to learn how to make them.
        """
        if ratio > 1 - _AS_IT_IS:
            return self.file(path, exact=abs(ratio - 1) < _EXACTLY)
        key = ("file", path, round(ratio, 3))
        if key not in self._kept:
            with Image.open(path) as image:
                size = max(1, round(image.width * ratio)), max(1, round(image.height * ratio))
                small = image.convert("RGBA").resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
            self._keep(key, _upload(small))
        self._kept.move_to_end(key)
        return self._kept[key]

    def size_of(self, path: str) -> tuple[int, int]:
        """Width and height of a picture file, from its head."""
        if path not in self._sizes:
            with Image.open(path) as image:
                self._sizes[path] = image.size
        return self._sizes[path]

    def photo(self, path: str, box: tuple[int, int]) -> tuple[Any, bool]:
        """A picture of the exhibition that fits the box, and whether it may yet come. Nothing is decoded here."""
        place = self.photos.place(path)
        if place is None:
            return None, False
        key = ("photo", place, box)
        if key not in self._kept:
            state = self.photos.ask(place, box)
            pixels = self.photos.fetch(place, box) if state == "ready" else None
            if pixels is None:
                return None, state == "coming"
            self._keep(key, _texture(pixels.size, pixels.data))
        self._kept.move_to_end(key)
        return self._kept[key], False

    def modules(self, key: str, rows: list[list[bool]]) -> Any:
        """A QR matrix, one texel a module, never smoothed."""
        if ("qr", key) not in self._kept:
            side = len(rows)
            image = Image.new("L", (side, side), 255)
            image.putdata([0 if cell else 255 for row in rows for cell in row])
            self._keep(("qr", key), _upload(image.convert("RGBA")))
        return self._kept["qr", key]

    def forget_codes(self) -> None:
        """Keep no QR code: one may lead to a visitor's letter."""
        for key in [key for key in self._kept if isinstance(key, tuple) and key[0] == "qr"]:
            old = self._kept.pop(key)
            self._bytes -= old.width * old.height * 4

    def _mask(
        self,
        key: object,
        wide: int,
        high: int,
        draw: Callable[[ImageDraw.ImageDraw, int], None],
        oversample: int = _OVERSAMPLE,
    ) -> Any:
        if key not in self._kept:
            big = Image.new("L", (max(1, wide) * oversample, max(1, high) * oversample), 0)
            draw(ImageDraw.Draw(big), oversample)
            alpha = big.reduce(oversample)
            image = Image.merge("RGBA", (*[Image.new("L", alpha.size, 255)] * 3, alpha))
            self._keep(key, _upload(image))
        self._kept.move_to_end(key)
        return self._kept[key]

    def _keep(self, key: object, texture: Any) -> None:
        self._kept[key] = texture
        self._bytes += texture.width * texture.height * 4
        while self._bytes > _BUDGET_BYTES and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= old.width * old.height * 4


def _upload(image: Image.Image) -> Any:
    return _texture(image.size, image.tobytes())


def _texture(size: tuple[int, int], rgba: bytes) -> Any:
    texture = Texture.create(size=size, colorfmt="rgba")
    texture.blit_buffer(rgba, colorfmt="rgba", bufferfmt="ubyte")
    texture.flip_vertical()
    return _exact(texture)


def _exact(texture: Any) -> Any:
    """Drawn pixel by pixel: a software rasteriser looks at one pixel for each, not at four."""
    texture.min_filter = texture.mag_filter = "nearest"
    return texture
