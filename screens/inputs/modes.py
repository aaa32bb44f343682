"""The ways of writing that this station has, and how further ones plug in.

Owns the registry. A mode turns keys, or what its own pad is fed, into text; it never edits the text itself (`mode`).
"""

from __future__ import annotations

from screens.inputs.engine import PinyinEngine
from screens.inputs.handwriting.mode import HandwritingMode
from screens.inputs.handwriting.reader import InkReader
from screens.inputs.layouts import LayoutId
from screens.inputs.mode import Mode, ModeSpec, PlainMode
from screens.inputs.pinyin import PinyinMode
from screens.inputs.strokes.mode import StrokesMode
from screens.inputs.strokes.table import TABLE

__all__ = ["Mode", "ModeSpec", "Modes", "PlainMode", "standard_modes"]


class Modes:
    """The modes this station has."""

    def __init__(self) -> None:
        self._specs: dict[str, ModeSpec] = {}

    def register_mode(self, spec: ModeSpec) -> None:
        """Add a mode. Raises: ValueError when its id is taken."""
        if spec.id in self._specs:
            raise ValueError(f"the mode {spec.id!r} is registered already")
        self._specs[spec.id] = spec

    def of(self, ids: tuple[str, ...]) -> tuple[ModeSpec, ...]:
        """Those of `ids` that this station has, in their order."""
        return tuple(self._specs[id] for id in ids if id in self._specs)


def standard_modes(engine: PinyinEngine, reader: InkReader | None = None) -> Modes:
    """Pinyin by `engine`, handwriting by `reader` (none: no such mode), strokes where set-up made their table, Latin
    letters, numbers, punctuation, and the keypads of single fields."""
    modes = Modes()
    if reader is not None:
        ink = reader
        modes.register_mode(ModeSpec("handwriting", "pad", lambda: HandwritingMode(ink, engine)))
    if TABLE.is_file():
        modes.register_mode(ModeSpec("strokes", "strokes", lambda: StrokesMode(engine)))
    modes.register_mode(ModeSpec("pinyin", "pinyin", lambda: PinyinMode(engine)))
    surfaces: tuple[LayoutId, ...] = ("latin", "numbers", "punctuation", "initials", "digits", "code")
    for surface in surfaces:
        modes.register_mode(ModeSpec(surface, surface, PlainMode))
    return modes
