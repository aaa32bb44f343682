"""Brush strokes as triangles: a ribbon with round ends and joints, its edge smoothed by the picture of a disc.

The ribbon takes the disc's middle row across its width, ends and sharp bends take the whole disc: one texture, one
mesh. `Line` grows: what it was given stays as it is, and only the mesh at its end is sent to the graphics card again.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import Any

from kivy.graphics import InstructionGroup, Mesh

from screens.pen import Sample, Samples

_PIECE = 64  # samples a mesh: what is sent again when a few are added
_BEND = 0.9  # cosine of the angle from which a joint is rounded


class Line:
    """A stroke on the glass, in window pixels, in whatever colour was set before it."""

    def __init__(self, ink: InstructionGroup, texture: Any) -> None:
        self._ink = ink
        self._texture = texture
        self._piece: list[Sample] = []
        self._mesh: Any = None
        self._tail: Any = None

    def add(self, samples: Samples) -> None:
        """Let the line go on."""
        for sample in samples:
            if len(self._piece) >= _PIECE:
                _fill(self._mesh, self._piece)
                self._piece, self._mesh = self._piece[-2:], None
            if self._mesh is None:
                self._mesh = self._new_mesh()
            self._piece.append(sample)
        if samples:
            _fill(self._mesh, self._piece)

    def point(self, tail: Samples) -> None:
        """Show the line run on to the finger, until it goes on."""
        if self._tail is None:
            self._tail = self._new_mesh()
        _fill(self._tail, list(tail))

    def _new_mesh(self) -> Any:
        mesh = Mesh(mode="triangles", texture=self._texture)
        self._ink.add(mesh)
        return mesh


def _fill(mesh: Any, samples: list[Sample]) -> None:
    vertices, indices = triangles(samples)
    mesh.vertices, mesh.indices = vertices, indices


def triangles(samples: list[Sample]) -> tuple[list[float], list[int]]:
    """Vertices (x, y, u, v) and indices of the ribbon through the samples, with discs at its ends and bends."""
    vertices: list[float] = []
    indices: list[int] = []
    before: tuple[float, float] | None = None
    for a, b in pairwise(samples):
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = hypot(dx, dy)
        if length < 1e-6:
            continue
        way = (dx / length, dy / length)
        if before is None or before[0] * way[0] + before[1] * way[1] < _BEND:
            _disc(a, vertices, indices)
        _quad(a, b, way, vertices, indices)
        before = way
    if samples:
        _disc(samples[-1], vertices, indices)
    return vertices, indices


def _quad(
    a: Sample, b: Sample, way: tuple[float, float], vertices: list[float], indices: list[int]
) -> None:  # fmt: skip
    first = len(vertices) // 4
    for x, y, width in (a, b):
        nx, ny = -way[1] * width / 2, way[0] * width / 2
        vertices += (x + nx, y + ny, 0.0, 0.5, x - nx, y - ny, 1.0, 0.5)
    indices += (first, first + 1, first + 2, first + 1, first + 3, first + 2)


def _disc(at: Sample, vertices: list[float], indices: list[int]) -> None:
    first = len(vertices) // 4
    x, y, width = at
    r = width / 2
    vertices += (x - r, y - r, 0.0, 0.0, x + r, y - r, 1.0, 0.0, x + r, y + r, 1.0, 1.0, x - r, y + r, 0.0, 1.0)
    indices += (first, first + 1, first + 2, first, first + 2, first + 3)
