"""Breaking running text into lines: Chinese kinsoku rules, whole Latin words, no lone last character.

Kivy's own wrapping is quadratic and lets lines begin with a comma, so every text on the glass passes through here.
Measuring is passed in; this module is plain Python.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Measure = Callable[[str], float]

NO_START = frozenset("，。、；：？！…—～·）》」』】〕〗〉］｝”’％‰℃,.;:?!%)]}>々ー،؛؟")
NO_END = frozenset("（《「『【〔〖〈［｛“‘￥＄([{<$")
_MAX_CARRY = 4  # how many atoms may move down to keep a line from starting or ending wrongly

_ATOM = re.compile(
    r"——|……"  # pairs that are one mark
    r"|人大|第[一二三四五六七八九十百零]+[条款项章届次]"  # words that read badly in two
    # a number keeps its unit; with letters behind it (6th) it is a Latin word
    r"|[0-9][0-9.,:/%-]*+(?![A-Za-z])(?:\s?[万亿]?[元人个项名件条天年月日岁届票处位级步封字页%])?"
    r"|[0-9A-Za-z\u00c0-\u024f@#&_+=/.:,%'\"-]*[0-9A-Za-z\u00c0-\u024f%'\"]"  # Latin word, number, address
    # words of other alphabets with their marks, joiners and the isolates around a name (screens.strings)
    r"|[\u0370-\u10ff\u1200-\u1fff\u200c-\u200f\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]+"
    r"|\n|[ \t\u3000]+|.",
    re.S,
)


_FROM_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_RIGHT_MARK = "\u200f"


def is_rightward(text: str) -> bool:
    """Whether it has letters that run from right to left."""
    return _FROM_RIGHT.search(text) is not None


def rightward(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a paragraph that runs from the right: one without such letters, a Chinese name alone, says so."""
    if not any(map(is_rightward, lines)):
        return lines
    return tuple(one if is_rightward(one) or not one else _RIGHT_MARK + one for one in lines)


def break_lines(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Lines of `text` no wider than `width` (unless one unbreakable atom is), in the unit `measure` answers in."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_break_paragraph(paragraph, width, measure))
    return tuple(lines)


def _break_paragraph(text: str, width: float, measure: Measure) -> list[str]:
    lines: list[list[str]] = [[]]
    used = 0.0
    for atom in _atoms(text, width, measure):
        wide = measure(atom)
        line = lines[-1]
        if atom.isspace() and not line:
            continue
        if line and not atom.isspace() and _too_long(line, atom, used + wide, width, measure):
            carried = _carry(line, atom)
            lines.append(carried)
            used = sum(measure(one) for one in carried)
        lines[-1].append(atom)
        used += wide
    _feed_lone_end(lines, width, measure)
    return ["".join(line).rstrip() for line in lines]


def _too_long(line: list[str], atom: str, sum_of_atoms: float, width: float, measure: Measure) -> bool:
    """Whether the atom no longer fits. Kerning makes a line a little wider or narrower than its pieces, so near the
    edge the line is measured whole."""
    if sum_of_atoms > width * 1.02 or sum_of_atoms <= width * 0.97:
        return sum_of_atoms > width
    return measure("".join((*line, atom))) > width


def _atoms(text: str, width: float, measure: Measure) -> list[str]:
    """Unbreakable pieces; an over-long one is split into characters."""
    atoms: list[str] = []
    for match in _ATOM.finditer(text):
        piece = match.group()
        atoms.extend([piece] if len(piece) == 1 or measure(piece) <= width else piece)
    return atoms


def _carry(line: list[str], coming: str) -> list[str]:
    """Atoms to move from the end of `line` to the next, so that neither breaks the rules."""
    carried: list[str] = []
    first = coming
    while len(line) > 1 and len(carried) < _MAX_CARRY and (first[0] in NO_START or line[-1][-1] in NO_END):
        first = line.pop()
        carried.insert(0, first)
    while carried and carried[0].isspace():
        carried.pop(0)
    return carried


def _feed_lone_end(lines: list[list[str]], width: float, measure: Measure) -> None:
    """A paragraph's last line holds two characters at least: one lone character reads as a mistake."""
    if len(lines) < 2 or len(lines[-2]) < 4:
        return
    visible = "".join(lines[-1]).strip()
    letters = [c for c in visible if c not in NO_START]
    taken = lines[-2][-1]
    if len(letters) == 1 and ord(letters[0]) > 0x2E80 and taken[-1] not in NO_END and taken[0] not in NO_START:
        before = lines[-2][-2]
        if before[-1] not in NO_END:
            lines[-1].insert(0, lines[-2].pop())
