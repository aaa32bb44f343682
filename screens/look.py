"""How things look right now: canvas, theme, language and text size in one frozen value that every view receives.

Turns token names into styles, text into measured labels, words into the visitor's language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from content.language import is_chinese, say
from content.schema import Words
from screens import strings
from screens.scene import Align, Box, Label, Role
from screens.session import Variant
from screens.site import Site
from screens.tokens import TextStyle, Tokens
from screens.typography import break_lines, rightward

#: Width in design pixels of a text in a style; the renderer supplies the real one.
Ruler = Callable[[str, TextStyle], float]

#: Lines of a text in a style at a width: breaking them again is a third of a page's layout.
Broken = dict[tuple[str, TextStyle, float], tuple[str, ...]]

LANDSCAPE = (1920.0, 1080.0)
PORTRAIT = (1080.0, 1920.0)
STRIP_H = 88.0


@dataclass(frozen=True, slots=True)
class Look:
    """The reference canvas and everything that decides how a view is laid out on it."""

    tokens: Tokens
    variant: Variant
    landscape: bool
    ruler: Ruler = field(compare=False)
    broken: Broken = field(compare=False, default_factory=dict)  # what was broken before, of one ruler's texts
    canvas: tuple[float, float] | None = None  # a page's own, where it is drawn larger than it is laid out (`huge`)
    site: Site | None = None  # where the glass hangs, where somebody measured it
    docked: bool = True  # whether the dock takes its place from this canvas

    # -- the canvas ----------------------------------------

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the canvas in design pixels."""
        return self.canvas or (LANDSCAPE if self.landscape else PORTRAIT)

    @property
    def large(self) -> bool:
        """Whether the visitor reads large text, or huge."""
        return self.variant.text != "normal"

    @property
    def huge(self) -> bool:
        """Whether the visitor reads text twice as large."""
        return self.variant.text == "huge"

    @property
    def low(self) -> bool:
        """Whether all controls must lie within a low reach (portrait: in the bottom 60 %)."""
        return self.variant.reach == "low"

    @property
    def english(self) -> bool:
        """Whether the visitor reads English, or another language of words with spaces between them (from a pack)."""
        return not is_chinese(self.variant.language)

    @property
    def rtl(self) -> bool:
        """Whether the page is turned round once it is composed; views lay out from the left all the same."""
        return strings.is_rtl(self.variant.language)

    @property
    def margin(self) -> float:
        """Empty space left and right of the content."""
        narrow = self.size[0] < PORTRAIT[0]
        return 72.0 if self.landscape else 36.0 if narrow else 60.0

    @property
    def dock_h(self) -> float:
        """Height of the dock."""
        if not self.docked:
            return 0.0
        return 136.0 if self.large else 120.0

    @property
    def content(self) -> Box:
        """Where a screen may draw: below the strip, above the dock, within the margins, 24 px above the dock."""
        width, height = self.size
        return Box(self.margin, STRIP_H, width - 2 * self.margin, height - STRIP_H - self.dock_h - 24)

    @property
    def reach_top(self) -> float:
        """The smallest y a control may start at: 0, or the low-reach line in portrait (design guide 4.1)."""
        if not self.low or self.landscape:
            return 0.0
        return float(self.tokens.raw["grid"]["low_reach"]["controls_top_px_portrait"])

    @property
    def line(self) -> float:
        """In low reach the smallest y at which something may be pressed at this site; 0 where none is known."""
        if not self.low:
            return 0.0
        return self.reach_top if self.site is None else self.site.line(self.landscape)

    # -- words ----------------------------------------

    def t(self, key: str, **values: object) -> str:
        """An interface string in the visitor's language."""
        return strings.string(key, self.variant.language, **values)

    def say(self, words: Words) -> str:
        """Content words in the visitor's language."""
        return say(words, self.variant.language)

    # -- type ----------------------------------------

    def style(self, name: str) -> TextStyle:
        """A text style at the visitor's text size."""
        return self.tokens.style(name, self.variant.text)

    def width(self, text: str, style: str) -> float:
        """Width of one line of text."""
        return self.ruler(text, self.style(style))

    def lines(self, text: str, style: str, width: float) -> tuple[str, ...]:
        """Text broken for a width."""
        resolved = self.style(style)
        key = (text, resolved, width)
        lines = self.broken.get(key)
        if lines is None:
            lines = self.broken[key] = rightward(break_lines(text, width, lambda piece: self.ruler(piece, resolved)))
        return lines

    def headline(self, text: str, style: str, width: float) -> tuple[str, ...]:
        """A heading of several lines, broken where a speaker would pause if its parts fit, else into lines alike."""
        lines = self.lines(text, style, width)
        if len(lines) < 2:
            return lines
        return self._clauses(text, style, width, len(lines)) or self._alike(text, style, width, lines)

    def _clauses(self, text: str, style: str, width: float, most: int) -> tuple[str, ...]:
        """The parts between pauses, a line each; nothing where they are too many or too long."""
        clauses = tuple(clause for clause in re.split(r"(?<=[，、：；])", text) if clause)
        fits = 1 < len(clauses) <= most and all(self.width(clause, style) <= width for clause in clauses)
        return clauses if fits else ()

    def _alike(self, text: str, style: str, width: float, lines: tuple[str, ...]) -> tuple[str, ...]:
        """As many lines, of about one length: a heading does not end in a lone word."""
        least = sum(self.width(line, style) for line in lines) / len(lines)
        word = max((self.width(one, style) for one in re.findall(r"[^\s\u2e80-\uffff]+", text)), default=0.0)
        for step in range(8):
            narrow = max(least * (1.02 + 0.06 * step), word * 1.01)  # no word is torn for the sake of a line
            if narrow >= width:
                break
            found = self.lines(text, style, narrow)
            if len(found) == len(lines) and max(self.width(line, style) for line in found) <= width:
                return found
        return lines

    def height(self, text: str, style: str, width: float) -> float:
        """Height the text needs at a width."""
        return len(self.lines(text, style, width)) * self.style(style).line

    def text(
        self,
        x: float,
        y: float,
        w: float,
        text: str,
        style: str = "body",
        *,
        color: str = "ink",
        align: Align = "left",
        id: str = "",
        role: Role = "text",
        spoken: str = "",
        max_h: float | None = None,
        of: str = "",
    ) -> Label:
        """A label with its top left at (x, y), as high as its lines; `overflow` when it exceeds `max_h` or `w`."""
        resolved = self.style(style)
        lines = self.headline(text, style, w) if role == "heading" else self.lines(text, style, w)
        high = len(lines) * resolved.line
        wide = max((self.ruler(line, resolved) for line in lines), default=0.0)
        over = (max_h is not None and high > max_h + 0.5) or wide > w + 1
        return Label(Box(x, y, w, high), lines, resolved, color, align, id, role, text, spoken, over, of)

    def headline_style(self, text: str, styles: tuple[str, ...], width: float, max_h: float) -> str:
        """The first of `styles` in which a heading fits and breaks where a speaker would pause."""
        for name in styles:
            lines = self.headline(text, name, width)
            paused = re.search("[，、：；]", text) is not None
            whole = len(lines) == 1 or not paused or bool(self._clauses(text, name, width, len(lines)))
            if whole and len(lines) * self.style(name).line <= max_h + 0.5:
                return name
        return self.fit(text, styles, width, max_h)

    def fit(self, text: str, styles: tuple[str, ...], width: float, max_h: float) -> str:
        """The first of `styles` in which the text fits; the last if none does."""
        for name in styles:
            lines = self.lines(text, name, width)
            resolved = self.style(name)
            widest = max((self.ruler(line, resolved) for line in lines), default=0.0)
            if len(lines) * resolved.line <= max_h + 0.5 and widest <= width + 1:
                return name
        return styles[-1]
