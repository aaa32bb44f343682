"""An engine that is still loading: a thread opens the real one while the first pages are already shown.

Owns the hand-over and nothing else. The thread only opens; every later call is made by the interface's thread. A
visitor who types before it is ready waits for it, up to `patience_s`, rather than losing letters.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from screens.inputs._letters import LettersEngine
from screens.inputs.engine import EngineKind, PinyinEngine


class DeferredEngine:
    """Stands for the engine that `opener` returns. `kind` is "letters" and `reason` says so until it is ready.

    Nothing is opened before `start`.
    """

    def __init__(self, opener: Callable[[], PinyinEngine], patience_s: float = 3.0) -> None:
        self._patience_s = patience_s
        self._engine: PinyinEngine = LettersEngine("the pinyin engine is still loading")
        self._opened: PinyinEngine | None = None
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._open, args=(opener,), name="pinyin-loader", daemon=True)

    def start(self) -> None:
        """Begin to open it, once."""
        with self._lock:
            if self._thread.ident is None:
                self._thread.start()

    def _open(self, opener: Callable[[], PinyinEngine]) -> None:
        opened = opener()
        with self._lock:
            if not self._closed:
                self._opened = opened
                return
        opened.close()

    def _ready(self) -> PinyinEngine:
        """The engine to use now: the real one from the moment it is there and nothing is half composed."""
        if self._opened is not None and self._engine is not self._opened and not self._engine.letters():
            self._engine = self._opened
        return self._engine

    @property
    def kind(self) -> EngineKind:
        return self._ready().kind

    @property
    def reason(self) -> str:
        return self._ready().reason

    def wait(self, seconds: float) -> bool:
        """Wait until the real engine is there. Returns whether it is."""
        self.start()
        self._thread.join(seconds)
        return self._opened is not None

    def type(self, letters: str) -> bool:
        if self._opened is None and not self._engine.letters():
            self.wait(self._patience_s)
        return self._ready().type(letters)

    def backspace(self) -> bool:
        return self._engine.backspace()

    def preedit(self) -> str:
        return self._engine.preedit()

    def letters(self) -> str:
        return self._engine.letters()

    def candidates(self, most: int) -> tuple[str, ...]:
        return self._engine.candidates(most)

    def choose(self, index: int) -> str:
        return self._engine.choose(index)

    def suggest(self, most: int) -> tuple[str, ...]:
        return self._engine.suggest(most)

    def follow(self, word: str) -> None:
        self._ready().follow(word)

    def break_off(self) -> None:
        self._engine.break_off()

    def clear(self) -> None:
        self._engine.clear()

    def new_visitor(self) -> None:
        self._engine.new_visitor()

    def close(self) -> None:
        with self._lock:
            self._closed = True
        self._engine.close()
        if self._opened is not None and self._opened is not self._engine:
            self._opened.close()
