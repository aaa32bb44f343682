"""Which way of writing is on, which others the field takes, and where one comes back to.

Owns the modes that were made for this visitor. Leaves to others: what a mode does (`mode`), the text (`editor`).
"""

from __future__ import annotations

from content.language import is_chinese
from screens.inputs.fields import FieldSpec
from screens.inputs.mode import Mode, ModeSpec
from screens.inputs.modes import Modes

_ASIDE = ("numbers", "punctuation")  # one comes back from these to the mode before


class Ways:
    """The modes of the field that is open, one of them on."""

    def __init__(self, registry: Modes) -> None:
        self._registry = registry
        self._made: dict[str, Mode] = {}
        self._preferred = ""
        self._specs: dict[str, ModeSpec] = {}
        self._back = ""
        self.spec: ModeSpec
        self.mode: Mode

    @property
    def ids(self) -> tuple[str, ...]:
        """What the field can be written with here."""
        return tuple(self._specs)

    @property
    def back(self) -> str:
        """The mode before numbers or marks."""
        return self._back

    def open(self, field: FieldSpec) -> None:
        """Those of a field; whatever another field left in them is forgotten.

        Raises: ValueError when this station has no mode for the field.
        """
        specs = self._registry.of(field.modes)
        if not specs:
            raise ValueError(f"no mode of {field.modes} for the field {field.id!r} is registered")
        for mode in self._made.values():
            mode.wipe()
        self._specs = {spec.id: spec for spec in specs}
        first = self._first(field, specs)
        self._back = first.id
        self._enter(first)

    def switch(self, id: str) -> None:
        """Turn to another mode. Raises: KeyError when the field does not take it."""
        spec = self._specs[id]
        if self.spec.id not in _ASIDE:
            self._back = self.spec.id
        if id not in _ASIDE:
            self._preferred = id
        self._enter(spec)

    def leave(self) -> None:
        """The visitor left: every mode forgets them and ends what runs for them alone."""
        self._made, made = {}, self._made
        for mode in made.values():
            mode.wipe()
            mode.leave()
        self._preferred = ""

    def _enter(self, spec: ModeSpec) -> None:
        if spec.id not in self._made:
            self._made[spec.id] = spec.make()
        self.spec, self.mode = spec, self._made[spec.id]
        self.mode.enter()

    def _first(self, field: FieldSpec, specs: tuple[ModeSpec, ...]) -> ModeSpec:
        """The way this visitor chose before; else pinyin, or letters for those who read English."""
        wanted = (self._preferred, "pinyin" if is_chinese(field.language) else "latin")
        return next((spec for id in wanted for spec in specs if spec.id == id), specs[0])
