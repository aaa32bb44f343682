"""Writing by strokes: 横 竖 撇 点 折 in their order, and a key for those one is not sure of."""

from __future__ import annotations

from screens.inputs.engine import PinyinEngine
from screens.inputs.pinyin import BuildingMode
from screens.inputs.strokes.table import ANY, StrokeTable

SIGNS = {"一": "h", "丨": "s", "丿": "p", "丶": "n", "乛": "z", "＊": ANY}
_LETTERS = frozenset(SIGNS.values())
_SHOWN = {code: sign for sign, code in SIGNS.items()}
MOST_STROKES = 36


class StrokesMode(BuildingMode):
    """Strokes compose one character; its table is read when the first stroke is typed."""

    def __init__(self, engine: PinyinEngine, table: StrokeTable | None = None) -> None:
        super().__init__(engine)
        self._table = table
        self._typed = ""

    def enter(self) -> None:
        if self._table is None:
            self._table = StrokeTable.read()

    def type(self, text: str, before: str) -> str:
        code = SIGNS.get(text, text)
        if code in _LETTERS:
            self._typed = (self._typed + code)[:MOST_STROKES]
            return ""
        if self._typed and text in tuple("123456789"):
            offered = self.offers(9)
            return self.choose(int(text) - 1) if int(text) <= len(offered) else ""
        if self._typed and text == " ":
            return self.flush()
        done = self.flush()
        return done + self.plain(text, before + done)

    def preedit(self) -> str:
        return "".join(_SHOWN[code] for code in self._typed)

    def offers(self, most: int) -> tuple[str, ...]:
        if not self._typed:
            return self.following(most)
        self.enter()
        assert self._table is not None
        return self._table.search(self._typed, most)

    def choose(self, index: int) -> str:
        if not self._typed:
            return self.follow(index)
        if index < 0:
            raise IndexError(index)
        chosen = self.offers(index + 1)[index]
        self._typed = ""
        return self.wrote(chosen)

    def backspace(self) -> bool:
        had, self._typed = self._typed, self._typed[:-1]
        return bool(had)

    def flush(self) -> str:
        if not self._typed:
            return ""
        chosen = self.choose(0) if self.offers(1) else ""
        self._typed = ""  # strokes that no character has are nothing to keep
        return chosen

    def letters(self) -> str:
        self._typed = ""
        return ""

    def wipe(self) -> None:
        super().wipe()
        self._typed = ""
