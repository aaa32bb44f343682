"""The text of one field while it is written: what may enter, how much, and what is said when it is full.

Owns draft, limit, message and the drawings between the words. Leaves to others: composing (`modes`), keys (`model`).
"""

from __future__ import annotations

from screens.inputs import drawings
from screens.inputs.drawings import Drawing, Drawings
from screens.inputs.fields import FieldSpec, admitted
from screens.inputs.text import Draft
from screens.pen import Samples

NO_FIELD = FieldSpec("none")


class Editor:
    """One field's text. `message` is the key of a sentence in the strings, or empty; it may use `{limit}`."""

    def __init__(self, field: FieldSpec = NO_FIELD, text: str = "", drawn: Drawings = ()) -> None:
        self.field = field
        self.message = ""
        self.draft = Draft.of(admitted(field, text), field.most)
        self._drawings = drawn
        self._only: frozenset[str] | None = None

    @property
    def text(self) -> str:
        return self.draft.text

    @property
    def drawings(self) -> Drawings:
        """Those whose mark is in the text, in no particular order."""
        return drawings.still_used(self._drawings, self.draft.text)

    @property
    def only(self) -> frozenset[str] | None:
        """The letters that lead to a name; None where all may be typed."""
        return self._only

    def offer(self, letters: frozenset[str]) -> None:
        """From now on only these letters enter."""
        self._only = letters

    def typed(self, text: str) -> str:
        """What of a typed text may enter."""
        entering = admitted(self.field, text)
        return entering if self._only is None else "".join(one for one in entering if one in self._only)

    def has_room(self) -> bool:
        """Whether another character fits; says so where not. Nothing is composed for a full page."""
        if self.draft.room > 0:
            return True
        self.message = self._full()
        return False

    def insert(self, text: str) -> None:
        """Put in at the caret what may enter, as much of it as fits."""
        entering = admitted(self.field, text)
        self.message = self._full() if len(entering) > self.draft.room else ""
        self.draft = self.draft.insert(entering)

    def insert_ink(self, strokes: tuple[Samples, ...]) -> bool:
        """Put in a character as it was drawn. False where the field takes none, or no more of them."""
        mark = drawings.free_mark(self.draft.text) if self.field.drawings else ""
        if not mark or not self.has_room():
            self.message = self.message or "inputs.drawings.full"
            return False
        self._drawings = (*(one for one in self._drawings if one.mark != mark), Drawing(mark, strokes))
        self.draft, self.message = self.draft.insert(mark), ""
        return True

    def replace(self, draft: Draft) -> None:
        """Another text or caret."""
        self.draft, self.message = draft, ""

    def clear(self) -> None:
        """Empty the field."""
        self.replace(Draft.of("", self.field.most))
        self._drawings = ()

    def _full(self) -> str:
        return "form.full" if self.field.most == 300 else "inputs.full"
