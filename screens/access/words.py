"""How a thing is said: its name, what it is and how it stands, in the visitor's language.

Of Chinese characters that sound alike, which one is meant: 电，电梯的电. The words for that are read when first needed.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from screens import strings
from screens.access.tree import Item
from screens.strings import Language

_TABLE = Path(__file__).with_name("characters.tsv")
_LONGEST = 4  # of longer words each character is known from the word itself
_SILENT_ROLES = ("text", "note", "status", "qr")
_KEYS = ("keys.", "pin.")
CANDIDATES = "candidates."


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


class Words:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def t(self, key: str, **values: object) -> str:
        """An interface string."""
        return strings.string(f"access.{key}", self.language, **values)

    def item(self, item: Item) -> str:
        """A thing in full: name, role, state."""
        if is_candidate(item):
            return self.explained(item.name)
        if item.id.startswith(_KEYS) and not item.disabled:
            return item.name  # one hears hundreds of them: no role
        return self._joined(item.name, self._role(item), *self._state(item))

    def state(self, item: Item) -> str:
        """Only what changes about a thing."""
        return self._joined(item.name, *self._state(item))

    def explained(self, word: str) -> str:
        """A word and which characters it has: 电，电梯的电. Latin letters and long words need none of it."""
        chars = [char for char in word if char in _known()]
        if not chars or len(word) > _LONGEST:
            return word
        known = [self.t("known_from", word=_known()[char], char=char) for char in chars]
        return self._joined(word, *known)

    def listed(self, names: list[str]) -> str:
        """Names one after another."""
        return self._joined(*names)

    def _role(self, item: Item) -> str:
        return "" if item.role in _SILENT_ROLES else self.t(f"role.{item.role}")

    def _state(self, item: Item) -> list[str]:
        said = [item.value]
        for value, yes, no in (
            (item.checked, "checked", "unchecked"), (item.selected, "selected", "unselected"),
            (item.expanded, "expanded", "folded"),
        ):  # fmt: skip
            if value is not None:
                said.append(self.t(yes if value else no))
        if item.disabled:
            said.append(self.t("disabled"))
        elif item.role == "slider":
            said.append(self.t("slide"))
        elif item.pen:
            said.append(self.t("pen"))
        return said

    def _joined(self, *parts: str) -> str:
        return self.t("comma").join(part for part in parts if part)


def is_candidate(item: Item) -> bool:
    """Whether it is a word that the input panel offers."""
    return item.id.startswith(CANDIDATES) and item.id[len(CANDIDATES) :].isdigit()
