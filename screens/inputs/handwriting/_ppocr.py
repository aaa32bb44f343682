"""PP-OCRv6 on strokes: drawn as the small grey picture it was trained on, masked to what is written here.

Runs in a process of its own (`_worker`): numpy and onnxruntime are imported nowhere else. The order of strokes does not
matter, since only the picture is looked at. Measured in docs/input.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from PIL import Image, ImageDraw

from screens.inputs.characters import DIGITS, MARKS, standard

Strokes = Sequence[Sequence[tuple[float, float]]]

_HIGH = 48  # of the picture the model looks at
_CHAR = 192  # one character is drawn this large, then made smaller: smooth edges
_MARGIN = 16
_PEN = 8
_LINE_HIGH = 144
_LINE_PEN = 5
_LONGEST = 2400  # a line's width in its own pixels: beyond it nobody writes, and memory grows
_BLANK = 0  # the class for "no character here"
_LEAST = 1e-12
_MARKS_WITHIN = 3  # a digit or mark that is no likelier than this is no reading: they look like parts of characters
_UNREAD = 0.01  # what the best reading must have, or it is none


class Reader:
    """The model, loaded. `char` reads one character, `line` a row of them."""

    def __init__(self, model: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name
        listed = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._chars = ["", *listed, " "]
        self._words = standard()
        allowed = self._words | set(DIGITS + MARKS)
        self._mask = np.array([char in allowed for char in self._chars])
        self.char([[(0.0, 0.0), (1.0, 1.0)]], 1)  # the first run makes what all later ones use

    def char(self, strokes: Strokes, most: int) -> list[str]:
        """Up to `most` readings of one character, likeliest first; none where nothing can be made of it."""
        left, top, wide, high = _extent(strokes)
        scale = (_CHAR - 2 * _MARGIN) / max(wide, high, 1e-6)
        dx, dy = _CHAR / 2 - (left + wide / 2) * scale, _CHAR / 2 - (top + high / 2) * scale
        picture = _drawn(strokes, scale, dx, dy, (_CHAR, _CHAR), _PEN)
        likely = np.where(self._mask, self._look(picture).max(0), 0.0)
        best = [int(one) for one in np.argsort(-likely)[: 2 * most]]
        if likely[best[0]] < _UNREAD:
            return []
        found = [self._chars[one] for one in best if likely[one] > _LEAST]
        return [char for place, char in enumerate(found) if place < _MARKS_WITHIN or char in self._words][:most]

    def line(self, strokes: Strokes, most: int) -> list[list[str]]:
        """For each character of a row its readings, likeliest first."""
        left, top, wide, high = _extent(strokes)
        scale = (_LINE_HIGH - 2 * _MARGIN) / max(high, wide / 30, 1e-6)
        size = (min(_LONGEST, max(_LINE_HIGH, int(wide * scale) + 2 * _MARGIN)), _LINE_HIGH)
        picture = _drawn(
            strokes, scale, _MARGIN - left * scale, (_LINE_HIGH - (2 * top + high) * scale) / 2, size, _LINE_PEN
        )
        seen = self._look(picture)
        mask = self._mask.copy()
        mask[_BLANK] = True
        seen = np.where(mask, seen, 0.0)
        found: list[list[str]] = []
        last = _BLANK
        for column, best in zip(seen, seen.argmax(1), strict=True):
            if best != _BLANK and best != last:
                column = column.copy()
                column[_BLANK] = 0.0
                found.append([self._chars[int(one)] for one in np.argsort(-column)[:most] if column[one] > _LEAST])
            last = best
        return found

    def _look(self, picture: Image.Image) -> Any:
        wide = max(_HIGH, round(picture.width * _HIGH / picture.height))
        grey = np.asarray(picture.resize((wide, _HIGH), Image.Resampling.BOX), np.float32)
        tensor = np.repeat(((grey / 255 - 0.5) / 0.5)[None, None], 3, 1)
        return np.asarray(self._session.run(None, {self._input: tensor})[0])[0]


def _extent(strokes: Strokes) -> tuple[float, float, float, float]:
    xs, ys = [x for stroke in strokes for x, _ in stroke], [y for stroke in strokes for _, y in stroke]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _drawn(strokes: Strokes, scale: float, dx: float, dy: float, size: tuple[int, int], pen: int) -> Image.Image:
    image = Image.new("L", size, 255)
    draw = ImageDraw.Draw(image)
    for stroke in strokes:
        points = [(x * scale + dx, y * scale + dy) for x, y in stroke]
        if len(points) > 1:
            draw.line(points, fill=0, width=pen, joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse((x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2), fill=0)
    return image
