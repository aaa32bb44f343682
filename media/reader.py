"""The station's voice: reads a text paragraph by paragraph through the best narrator that can.

Owns the order of narrators, where the reading is, and that a new text interrupts the old one. Each reading has a
thread of its own; nothing here blocks whoever calls.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from content.aloud import language_of
from media.speech import Narrator, Passage, Span

log = logging.getLogger(__name__)

_PROMPT = 60  # characters


class _Turn:
    """One reading of one text."""

    def __init__(self, text: str, language: str, slow: bool) -> None:
        self.text = text
        self.language = language
        self.slow = slow
        self.stopped = threading.Event()
        self.at: Span | None = None
        self.done = False

    @property
    def prompt(self) -> bool:
        """Whether it is a word to somebody whose finger waits for it, such as a button's name."""
        return "\n" not in self.text and len(self.text) <= _PROMPT


@dataclass(frozen=True)
class _Part:
    """Lines of a text that one narrator is to say."""

    start: int
    end: int
    language: str
    best: Narrator | None

    def goes_on_with(self, following: _Part) -> bool:
        """Whether the line after it is said in the same breath."""
        joins = self.best is not None and self.best.joins
        return joins and self.best is following.best and self.language == following.language


class Reader:
    """A `media.speech.Voice` over narrators, best first."""

    def __init__(self, narrators: Sequence[Narrator]) -> None:
        self._narrators = tuple(narrators)
        self._turn: _Turn | None = None
        self._speaking = threading.Lock()
        self.slow = False
        self.on_change: Callable[[], None] = lambda: None

    @property
    def busy(self) -> bool:
        """Whether something is being said."""
        turn = self._turn
        return turn is not None and not turn.done

    @property
    def at(self) -> Span | None:
        """The clause being read."""
        turn = self._turn
        return turn.at if turn is not None and not turn.done else None

    def say(self, text: str, language: str) -> None:
        """Interrupt what is being said and read `text`."""
        self.stop()
        if not text.strip():
            return
        self._turn = turn = _Turn(text, language, self.slow)
        threading.Thread(target=self._run, args=(turn,), name="reading", daemon=True).start()

    def stop(self) -> None:
        """Be quiet now. The thread that reads ends by itself within 200 ms."""
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.stopped.set()

    def forget(self) -> None:
        """Be quiet now, and end every process: a visitor's words may be in its memory. Returns at once."""
        self.stop()
        threading.Thread(target=self._close_all, name="forgetting", daemon=True).start()

    def close(self) -> None:
        """End every process."""
        self.stop()
        self._close_all()

    def _close_all(self) -> None:
        for one in self._narrators:
            one.close()

    def _run(self, turn: _Turn) -> None:
        try:
            with self._speaking:  # the one before has been told to stop
                self._read(turn)
        except Exception as error:  # silence, whatever happens: the glass goes on
            log.error("reading aloud stopped: %s", type(error).__name__)
        finally:
            turn.done, turn.at = True, None
            if not turn.stopped.is_set():
                self.on_change()

    def _read(self, turn: _Turn) -> None:
        parts = self._parts(turn)
        if not turn.prompt:
            for narrator in self._narrators:
                if any(one.best is narrator for one in parts):
                    narrator.prepare()
        for one in parts:
            if turn.stopped.is_set():
                return
            self._say(turn, Passage.of(turn.text[one.start : one.end], one.language, slow=turn.slow), one.start)

    def _parts(self, turn: _Turn) -> list[_Part]:
        """The lines with their places in the text; those that go to the same narrator are one part, if it joins."""
        found: list[_Part] = []
        start = 0
        for line in turn.text.split("\n"):
            language = language_of(line, turn.language)
            passage = Passage.of(line, language, slow=turn.slow)
            best = next((one for one in self._narrators if one.can(passage)), None)
            part = _Part(start, start + len(line), language, best)
            if found and found[-1].goes_on_with(part):
                found[-1] = replace(found[-1], end=part.end)
            elif passage.clauses:
                found.append(part)
            start = part.end + 1
        return found

    def _say(self, turn: _Turn, passage: Passage, offset: int) -> None:
        def heard(clause: int) -> None:
            start, end = passage.clauses[clause]
            turn.at = Span(offset + start, offset + end)
            if not turn.stopped.is_set():
                self.on_change()

        said = 0
        for narrator in self._narrators:
            if turn.prompt and narrator.unhurried:
                continue
            said = narrator.speak(passage, said, turn.stopped, heard)
            if turn.stopped.is_set() or said >= len(passage.clauses):
                return
