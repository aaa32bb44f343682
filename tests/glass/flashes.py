"""How much of a picture flashes, and how often: WCAG 2.3.1 (rule C-20), from frames as they were drawn."""

from __future__ import annotations

from typing import Any

import numpy as np

CHANGE = 0.10  # of relative luminance, of which the darker is below DARKER: a change of a general flash
DARKER = 0.80
MOST = 3  # flashes a second, each a pair of opposing changes


def luminance(rgb: Any) -> Any:
    """Relative luminance of pixels of 0 to 255."""
    share = np.asarray(rgb, dtype=np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def flashing(frames: list[Any], fps: float) -> float:
    """The largest share of the picture that flashes more than three times in some second."""
    changes = np.array(list(_changes(frames)))  # time, rows, columns: whether the luminance turned there
    window = round(fps)
    worst = 0.0
    for start in range(max(1, len(changes) - window + 1)):
        times = changes[start : start + window].sum(axis=0)
        worst = max(worst, float((times > 2 * MOST).mean()))
    return worst


def _changes(frames: list[Any]) -> Any:
    """For each frame, where the luminance has gone far enough the other way since the last turn."""
    extreme, way = frames[0].copy(), np.zeros(frames[0].shape, dtype=int)
    for frame in frames[1:]:
        step = frame - extreme
        enough = (np.abs(step) >= CHANGE) & (np.minimum(frame, extreme) < DARKER)
        turned = enough & (np.sign(step) != way)
        further = np.sign(step) == way
        way = np.where(turned, np.sign(step), way).astype(int)
        extreme = np.where(turned | further, frame, extreme)
        yield turned
