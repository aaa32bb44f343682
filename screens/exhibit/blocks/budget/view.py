"""The budget's pages: the sliders beside what residents wish for, and the result with how a real budget is overseen."""

from __future__ import annotations

from screens.exhibit.blocks import BlockView
from screens.exhibit.blocks.budget.groups import groups, groups_height
from screens.exhibit.blocks.budget.model import BudgetState
from screens.exhibit.blocks.budget.money import money
from screens.exhibit.blocks.budget.rows import row_height, rows
from screens.look import Look
from screens.parts import button
from screens.parts.foot import Press
from screens.parts.paged import Para
from screens.parts.panels import tag
from screens.parts.told import told
from screens.scene import Box, Fill, Node

_GAP = 14.0
_BAR = 28.0


def view(state: BudgetState, look: Look, box: Box) -> BlockView:
    """Sharing out, or the result."""
    if state.phase == "end":
        return BlockView(tuple(_end(state, look, box)), hint=look.t("budget.hint.end"), sample=True)
    nodes = _landscape(state, look, box) if look.landscape else _portrait(state, look, box)
    hint = look.t("budget.some" if state.left else "budget.none")
    return BlockView(tuple(nodes), hint=hint, sample=True)


def _row(look: Look) -> float:
    return 112.0 if look.large else 96.0


def _landscape(state: BudgetState, look: Look, box: Box) -> list[Node]:
    """Sliders left; right the groups, and what comes next."""
    right_w = box.w * (0.445 if look.large else 0.36)
    left = Box(box.x, box.y, box.w - right_w - 32, box.h)
    right = Box(left.right + 32, box.y, right_w, box.h)
    nodes, y = _purse(state, look, left)
    nodes += rows(state, look, Box(left.x, y, left.w, left.bottom - y))
    foot = Box(right.x, right.bottom - _row(look), right.w, _row(look))
    note_h = look.height(look.say(state.block.rule), "meta", right.w)
    need = groups_height(state, look, right.w)
    room = foot.y - _GAP - right.y
    if need + note_h + _GAP <= room:
        nodes.append(look.text(right.x, foot.y - _GAP - note_h, right.w, look.say(state.block.rule), "meta",
                               color="ink2", role="note"))  # fmt: skip
        room -= note_h + _GAP
    nodes += groups(state, look, Box(right.x, right.y, right.w, room))
    return nodes + _buttons(state, look, foot)


def _portrait(state: BudgetState, look: Look, box: Box) -> list[Node]:
    """The groups above, the sliders below them, within reach."""
    count = len(state.block.uses)
    foot = Box(box.x, box.bottom - _row(look), box.w, _row(look))
    least = count * row_height(look) + (count - 1) * 10
    above = groups_height(state, look, box.w)
    rule = look.say(state.block.rule)
    purse_h = _purse(state, look, Box(box.x, 0, box.w, 0))[1]
    spare = foot.y - _GAP - box.y - purse_h - above - _GAP - least
    top = foot.y - _GAP - least - max(0.0, min(spare * 0.4, count * 16.0))
    top = max(top, look.reach_top)
    nodes, y = _purse(state, look, Box(box.x, box.y, box.w, 0))
    note_h = look.height(rule, "meta", box.w)
    if top - _GAP - y - above >= note_h + _GAP:
        nodes.append(look.text(box.x, top - _GAP - note_h, box.w, rule, "meta", color="ink2", role="note"))
        nodes += groups(state, look, Box(box.x, y, box.w, top - 2 * _GAP - note_h - y))
    else:
        nodes += groups(state, look, Box(box.x, y, box.w, top - _GAP - y))
    nodes += rows(state, look, Box(box.x, top, box.w, foot.y - _GAP - top))
    return nodes + _buttons(state, look, foot)


def _purse(state: BudgetState, look: Look, box: Box) -> tuple[list[Node], float]:
    """What is left of how much, and the total as a bar of what each use gets. Returns the y below."""
    left = look.t("budget.left", n=money(look, state.left))
    of = look.t("budget.of", n=money(look, state.block.total))
    word = look.t("budget.sample")
    head = look.text(box.x, box.y, box.w, left, "h3", role="status")
    x = box.x + look.width(left, "h3") + 20
    line = look.style("meta").line
    nodes: list[Node] = [head, look.text(x, head.box.bottom - line - 4, box.right - x, of, "meta", color="ink2")]
    at = x + look.width(of, "meta") + 24
    if at + look.width(word, "micro") + 24 <= box.right:
        nodes += tag(look, at, head.box.center[1] - look.style("micro").line / 2, word)[0]
    bar = Box(box.x, head.box.bottom + 6, box.w, _BAR)
    nodes.append(Fill(bar, "sunk", 6))
    x = bar.x
    for i, sum_ in enumerate(state.sums):
        wide = bar.w * sum_ / state.block.total
        if wide > 4:
            nodes.append(Fill(Box(x, bar.y, wide - 3, bar.h), ("teal", "ochre")[i % 2], 4))
        x += wide
    return nodes, bar.bottom + _GAP


def _buttons(state: BudgetState, look: Look, box: Box) -> list[Node]:
    """Back to the draft, and the result."""
    a, b = box.columns(2, 12)
    return [
        *button(look, a, "budget.draft", look.t("budget.draft"), "secondary", style="label"),
        *button(look, b, "budget.done", look.t("budget.done"), "primary", style="label"),
    ]


def _end(state: BudgetState, look: Look, box: Box) -> list[Node]:
    block = state.block
    all_met, all_groups = len(state.content), len(block.groups)
    cost = state.all_cost
    key = "budget.result.all" if cost > block.total else "budget.result.could"
    result = [
        Para(look.t("budget.result", k=all_met, n=all_groups), "h2", gap=0, heads=True, role="heading"),
        *(Para(_of_group(state, look, i)) for i in range(all_groups)),
        Para(
            look.t(
                "budget.result.left" if state.left else "budget.result.none",
                total=money(look, block.total),
                left=money(look, state.left),
            ),
            gap=20,
        ),
        Para(look.t(key, n=money(look, cost), more=money(look, cost - block.total))),
    ]
    real = [
        Para(look.t("budget.real"), "h2", gap=0, heads=True, role="heading"),
        Para(look.say(block.oversight)),
        Para(look.say(block.disclaimer), "meta", "ink2", 20),
    ]
    presses = [
        Press("budget.again", look.t("budget.again"), "primary"),
        Press("budget.draft", look.t("budget.draft"), "secondary"),
    ]
    return told(look, box, "budget", [result, real], state.page, presses, "mini_tools")


def _of_group(state: BudgetState, look: Look, i: int) -> str:
    group = state.block.groups[i]
    k, n = state.met(group), len(group.wishes)
    return look.t("budget.group.all" if k == n else "budget.group.part", name=look.say(group.name), k=k, n=n)
