"""One bar to touch: its name and number over its length, and, once it is told, what the number is and of which day."""

from __future__ import annotations

from datetime import date

from content.schema import Bar
from screens.exhibit.blocks.bars.model import BarsState
from screens.look import Look
from screens.scene import Box, Disc, Fill, Label, Node, Target

_PAD = 20.0
_AIR = 28.0  # room to spare above which large words keep their distance from edge and bar
_LEAST_BAR = 8.0


def written(state: BarsState, look: Look, bar: Bar) -> str:
    """Its number as it is drawn: whole, or an average to one place."""
    if not state.average:
        return f"{bar.value:,}"
    value = state.height(bar)
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:,.1f}"


def nature(state: BarsState, look: Look, bar: Bar) -> str:
    """Target or actual, with its days; for an average the division. In large text only the first of it."""
    if state.average:
        return look.t("bars.division", value=f"{bar.value:,}", among=f"{bar.among:,}", day=bar.as_of)
    if bar.basis == "actual":
        return look.t("bars.actual", day=bar.as_of)
    aim = _aim(state, look, bar)
    if bar.reached is not None:
        return f"{aim}{look.t('bars.between')}{look.t('bars.reached', n=f'{bar.reached:,}', day=bar.reached_on)}"
    return aim if look.large else f"{aim}{look.t('bars.between')}{look.t('bars.unknown')}"


def _aim(state: BarsState, look: Look, bar: Bar) -> str:
    """By when, and how long that is from today; a day that has passed says nothing of the result."""
    if bar.due is None:
        return look.t("bars.undated", day=bar.as_of)
    if state.today is None:
        return look.t("bars.due", day=_month(look, bar.due))
    left = (bar.due - state.today).days
    key = "bars.due.left" if left >= 0 else "bars.due.past"
    return look.t(key, day=_month(look, bar.due), n=left)


def _month(look: Look, day: date) -> str:
    return look.t("bars.month", y=day.year, m=f"{day.month:02}" if look.english else day.month)


def _number(state: BarsState, look: Look, bar: Bar) -> str:
    """With its unit, which large text leaves to the heading."""
    number = written(state, look, bar)
    return number if look.large else f"{number} {look.say(state.chart.unit)}"


def row_height(state: BarsState, look: Look, bar: Bar, width: float) -> float:
    """What the bar's words need, with the bar below them."""
    room = width - 2 * _PAD
    high = _name_height(state, look, bar, room)
    if state.told:
        high += look.height(nature(state, look, bar), "meta", room)
    return max(96.0, high + (30 if look.large else 46))


def _number_style(look: Look) -> str:
    return "label" if look.large else "h3"


def _number_width(state: BarsState, look: Look, bar: Bar) -> float:
    return look.width(_number(state, look, bar), _number_style(look)) + 24


def _name_height(state: BarsState, look: Look, bar: Bar, room: float) -> float:
    name = look.height(look.say(bar.name), "label", room - _number_width(state, look, bar))
    return max(name, look.style(_number_style(look)).line)


def bar_row(state: BarsState, look: Look, box: Box, bar: Bar) -> list[Node]:
    """The whole row is touched. Before the answer all bars look alike; then targets are hollow, counts are filled."""
    id = f"bars.bar.{bar.id}"
    on = bar.id in (state.read, state.guess if not state.read else "")
    tight = look.large and box.h < row_height(state, look, bar, box.w) + _AIR
    above, below = (2.0, 8.0) if tight else (10.0, 14.0)
    inner = Box(box.x + _PAD, box.y + above, box.w - 2 * _PAD, box.h - above - below)
    number = f"{written(state, look, bar)} {look.say(state.chart.unit)}"
    wide = _number_width(state, look, bar)
    name = look.text(inner.x, inner.y, inner.w - wide, look.say(bar.name), "label", of=id)
    said = look.text(
        inner.right - wide, inner.y, wide, _number(state, look, bar), _number_style(look), align="right", of=id
    )
    nodes: list[Node] = [Fill(box, "raised", 12, "ink" if on else "control", 4 if on else 2), name, said]
    y = max(name.box.bottom, said.box.bottom)
    if state.told:
        label = look.text(inner.x, y, inner.w, nature(state, look, bar), "meta", color="ink2", of=id)
        nodes.append(label)
        y = label.box.bottom
    air = 2.0 if tight else 6.0
    track = Box(inner.x, y + air, inner.w, min(96.0, inner.bottom - y - air))
    nodes += _length(state, bar, track)
    if state.told and state.guess == bar.id:
        nodes += _guessed(look, name, inner.right - wide)
    spoken = f"{look.say(bar.name)}，{number}" if not look.english else f"{look.say(bar.name)}: {number}"
    return [*nodes, Target(box, id, "option", look.say(bar.name), spoken, on)]


def _guessed(look: Look, name: Label, end: float) -> list[Node]:
    """The vermilion point behind the name of the bar that the visitor guessed."""
    x = name.box.x + max(look.width(line, "label") for line in name.lines) + 40
    y = name.box.y + name.style.line / 2
    return [Disc(x, y, 17, None, "vermilion", 4), Disc(x, y, 8, "vermilion")] if x + 20 <= end else []


def _length(state: BarsState, bar: Bar, track: Box) -> list[Node]:
    most = max(state.height(one) for one in state.chart.bars)
    wide = max(_LEAST_BAR, track.w * state.height(bar) / most)
    whole = Box(track.x, track.y, wide, track.h)
    if not state.told:
        return [Fill(whole, "ochre", 4)]
    if bar.basis == "actual":
        return [Fill(whole, "teal", 4)]
    nodes: list[Node] = [Fill(whole, "teal_wash", 4, "teal", 3, dashed=wide > 60 and track.h >= 32)]
    if bar.reached:
        done = max(_LEAST_BAR, wide * min(1.0, bar.reached / bar.value))
        nodes.append(Fill(Box(track.x, track.y, done, track.h), "teal", 4))
    return nodes
