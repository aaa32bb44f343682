"""Pinyin by libime, the engine of fcitx5-pinyin (LGPL-2.1+), through native/libime_shim.cpp and ctypes.

Owns finding the library's files on any Debian architecture, and the visitor's last words, kept in memory for
suggestions. Leaves to others: building the shim (native/build.sh). Measured on two slow cores: 0.6 to 3.8 ms from a
key to candidates.
"""

from __future__ import annotations

import ctypes
import sysconfig
from pathlib import Path
from typing import Any

from screens.inputs.engine import LONGEST_PINYIN, EngineKind, EngineUnavailableError, Lexicon

SHIM = Path(__file__).parent / "native" / "libimeshim.so"
DICTIONARY = Path("/usr/share/libime/sc.dict")
MODEL = "libime/zh_CN.lm"
WORDS_REMEMBERED = 3
ACCENT_COST = 0.7  # log 10: what an exact spelling may be less likely than an accented reading and still come first
LEXICON_WEIGHT = 1.0  # log 10: enough to come before rare homophones, too little to push common ones out of sentences

_HANDLE, _TEXT, _INT, _SIZE, _FLOAT = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_float
_FACE: dict[str, tuple[Any, list[Any]]] = {
    "ki_open": (_HANDLE, [_TEXT, _TEXT, _INT, ctypes.c_double]),
    "ki_close": (None, [_HANDLE]),
    "ki_clear": (None, [_HANDLE]),
    "ki_forget": (None, [_HANDLE]),
    "ki_type": (_INT, [_HANDLE, _TEXT]),
    "ki_backspace": (_INT, [_HANDLE]),
    "ki_candidates": (_TEXT, [_HANDLE, _SIZE]),
    "ki_preedit": (_TEXT, [_HANDLE]),
    "ki_letters": (_TEXT, [_HANDLE]),
    "ki_select": (_INT, [_HANDLE, _SIZE]),
    "ki_selected_words": (_TEXT, [_HANDLE]),
    "ki_predict": (_TEXT, [_HANDLE, _TEXT, _SIZE]),
    "ki_add_word": (_INT, [_HANDLE, _TEXT, _TEXT, _FLOAT]),
}


def find_model(prefix: Path = Path("/usr"), multiarch: str | None = None) -> Path:
    """The language model, below /usr/lib or its multiarch folder: this machine's own first.

    Raises: EngineUnavailableError when there is none.
    """
    own = sysconfig.get_config_var("MULTIARCH") if multiarch is None else multiarch
    lib = prefix / "lib"
    places = [lib / own / MODEL] if own else []
    places += [lib / MODEL, prefix / "lib64" / MODEL, *sorted(lib.glob(f"*-linux-gnu*/{MODEL}"))]
    for place in places:
        if place.is_file():
            return place
    raise EngineUnavailableError(f"no {MODEL} below {lib}; install the Debian package libime-data")


class LibimeEngine:
    """The engine of choice. Never calls the library's `learn`, so choices change no later ranking."""

    kind: EngineKind = "libime"

    def __init__(
        self,
        lexicon: Lexicon = (),
        shim: Path | None = None,
        dictionary: Path = DICTIONARY,
        southern: bool = True,
        rare: Lexicon = (),
    ) -> None:
        """Load dictionary and model, add the lexicon and the `rare` characters that the dictionary lacks, load the
        suggestions. Raises: EngineUnavailableError."""
        self.reason = ""
        self._length = 0
        self._before: list[str] = []
        self._lib = _load(shim or SHIM)
        model = find_model()
        if not dictionary.is_file():
            raise EngineUnavailableError(f"no {dictionary}; install the Debian package libime-data")
        self._engine = self._lib.ki_open(str(dictionary).encode(), str(model).encode(), int(southern), ACCENT_COST)
        if not self._engine:
            raise EngineUnavailableError(f"{dictionary} and {model} could not be loaded")
        self._take(lexicon)
        for pinyin, char in rare:
            self._add(pinyin, char)
        # the model of suggestions (0.3 to 0.6 s) loads at its first use: now, not under the visitor's finger
        self._predict(["我"], 1)

    def type(self, letters: str) -> bool:
        if len(self.letters()) + len(letters) > LONGEST_PINYIN:
            return False
        return bool(self._lib.ki_type(self._engine, letters.encode()))

    def backspace(self) -> bool:
        return bool(self._lib.ki_backspace(self._engine))

    def preedit(self) -> str:
        return str(self._lib.ki_preedit(self._engine).decode())

    def letters(self) -> str:
        return str(self._lib.ki_letters(self._engine).decode())

    def candidates(self, most: int) -> tuple[str, ...]:
        return _lines(self._lib.ki_candidates(self._engine, most))

    def choose(self, index: int) -> str:
        done = self._lib.ki_select(self._engine, index)
        if done < 0:
            raise IndexError(index)
        if not done:
            return ""
        words = _lines(self._lib.ki_selected_words(self._engine))
        self.clear()
        self._before = [*self._before, *words][-WORDS_REMEMBERED:]
        return "".join(words)

    def suggest(self, most: int) -> tuple[str, ...]:
        return self._predict(self._before, most) if self._before and not self.letters() else ()

    def follow(self, word: str) -> None:
        self._before = [*self._before, word][-WORDS_REMEMBERED:]

    def break_off(self) -> None:
        self._before = []

    def clear(self) -> None:
        self._lib.ki_clear(self._engine)

    def new_visitor(self) -> None:
        self._lib.ki_forget(self._engine)
        self.break_off()

    def close(self) -> None:
        engine, self._engine = self._engine, None
        if engine:
            self._lib.ki_close(engine)

    def _take(self, lexicon: Lexicon) -> None:
        """Add the words that are not offered first or second anyway.

        A second entry for a known word would push it above its homophones (with southern initials, 审议 above 生意).
        """
        for pinyin, word in lexicon:
            self.type(pinyin.replace("'", ""))
            known = word in self.candidates(2)
            self.clear()
            if not known:
                self._add(pinyin, word)

    def _add(self, pinyin: str, word: str) -> None:
        self._lib.ki_add_word(self._engine, pinyin.encode(), word.encode(), LEXICON_WEIGHT)

    def _predict(self, before: list[str], most: int) -> tuple[str, ...]:
        return _lines(self._lib.ki_predict(self._engine, "\n".join(before).encode(), most))


def _load(shim: Path) -> ctypes.CDLL:
    if not shim.is_file():
        raise EngineUnavailableError(f"{shim.name} is not built; run screens/inputs/native/build.sh")
    try:
        lib = ctypes.CDLL(str(shim.resolve()))
        for name, (answer, arguments) in _FACE.items():
            function = getattr(lib, name)
            function.restype, function.argtypes = answer, arguments
    except (OSError, AttributeError) as error:
        raise EngineUnavailableError(f"{shim.name} does not fit this system ({error})") from error
    return lib


def _lines(answer: bytes) -> tuple[str, ...]:
    return tuple(answer.decode().split("\n")[:-1])
