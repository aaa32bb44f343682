"""Step 3, the words: paper at the left and keys at the right, or paper above and keys below (mockups k2 and o2).

In portrait every control lies below the line of reach, at either reach.
"""

from __future__ import annotations

from screens.inputs import view as keys
from screens.inputs.state import PanelState
from screens.look import Look
from screens.mailbox import paper, voice_view
from screens.mailbox.frame import TOP, addressee, cards, foot, head, step_button
from screens.mailbox.state import MailboxState
from screens.scene import Box, Fill, Icon, Node, Target
from screens.screen import View

_PAPER_W = 680.0
_SIDE = 24.0  # portrait: ten keys of 96 need more than the margins leave


def view(state: MailboxState, look: Look) -> View:
    """Paper, switch, keys (or ready phrases), two buttons."""
    panel = state.panel
    if panel is None:
        return View(tuple(head(state, look)))
    nodes = _landscape(state, panel, look) if look.landscape else _portrait(state, panel, look)
    return View((*head(state, look), *nodes), hint=look.t("form.local"))


def _landscape(state: MailboxState, panel: PanelState, look: Look) -> list[Node]:
    content = look.content
    row = Box(content.x, content.bottom - 112, _PAPER_W, 112)
    sheet = paper.sheet(look, Box(content.x, TOP, _PAPER_W, row.y - 24 - TOP), 104)
    nodes = _paper(state, panel, look, sheet)
    floor = sheet.box.bottom - 104
    for i, id in enumerate(("keys.caret_left", "keys.caret_right")):
        cell = Box(sheet.box.right - paper.PAD - 200 + i * 104, floor, 96, 96)
        nodes += keys.caret_button(look, cell, id, id in panel.disabled)
    nodes += _narrow_foot(look, row)
    right = Box(content.x + _PAPER_W + 32, TOP, content.w - _PAPER_W - 32, content.bottom - TOP)
    nodes += _panel(state, panel, look, right, 0)
    return nodes


def _narrow_foot(look: Look, row: Box) -> list[Node]:
    """The two buttons share the paper's width, whatever their words."""
    before, after = look.t("form.prev"), look.t("form.next")
    wide = max(264.0, min(look.width(before, "label_l") + 104, row.w - look.width(after, "label_l") - 120))
    left = Box(row.x, row.y, wide, row.h)
    right = Box(row.x + wide + 16, row.y, row.w - wide - 16, row.h)
    return [
        *step_button(look, left, "mailbox.previous", before, "secondary", "back"),
        *step_button(look, right, "mailbox.next", after, "mail", "next"),
    ]


def _portrait(state: MailboxState, panel: PanelState, look: Look) -> list[Node]:
    content = look.content
    width, height = look.size
    dock = height - look.dock_h
    row = Box(_SIDE, content.bottom - 116, width - 2 * _SIDE, 116)
    sheet = paper.sheet(look, Box(content.x, TOP, content.w, 506), 64 if look.large else 56)
    ground = Fill(Box(0, 756, width, dock - 756), "sunk")
    area = Box(_SIDE, 776, width - 2 * _SIDE, row.y - 18 - 776)
    caret_h = 100.0
    return [
        *_paper(state, panel, look, sheet), ground, *_panel(state, panel, look, area, caret_h), *foot(look, row)
    ]  # fmt: skip


def _paper(state: MailboxState, panel: PanelState, look: Look, sheet: paper.Sheet) -> list[Node]:
    to = look.t("mailbox.to", name=addressee(state, look))
    caret = None if state.voicing else panel.caret
    words = with_recording(state, look, panel.text) if state.voicing else panel.text
    page = paper.pages(look, sheet, words) - 1 if state.voicing else 0
    nodes = paper.draw(look, sheet, to, words, caret=caret, page=page, drawings=panel.drawings)
    box = sheet.box
    line = look.style("meta").line
    count = look.t("inputs.count", n=panel.count, limit=panel.limit)
    said = state.voice.seconds if state.voice else 0
    room = box.w - 2 * paper.PAD - (216 if look.landscape else 0)
    both = look.t("mailbox.voice.with", count=count, n=said)
    if said and not state.voicing and look.width(both, "micro") <= room:  # else the paper or the switch says it
        count = both
    name = look.fit(count, ("meta", "micro"), room, line)
    low = box.bottom - (104 - (96 - line) / 2 if look.landscape else line + 12)
    nodes.append(look.text(box.x + paper.PAD, low, room, count, name, color="ink2", role="status"))
    if not panel.text and not panel.preedit and not (said and state.voicing):
        start = sheet.first + (sheet.line - look.style("body").line) / 2
        words = look.t("mailbox.voice.words" if said else "mailbox.words.empty")
        nodes.append(look.text(box.x + paper.PAD + 20, start, sheet.width - 20, words, "body", color="ink3"))
    return nodes


def _panel(state: MailboxState, panel: PanelState, look: Look, area: Box, caret_h: float) -> list[Node]:
    phrases = state.content.phrases.get(state.topic, ())
    extra = (("mailbox.write.phrases", look.t("mailbox.phrases")),) if phrases else ()
    if state.voice is not None:
        extra = (*extra, ("mailbox.write.voice", _voice_word(panel, look, area.w, len(extra) + 1)))
    blind = state.no_pinyin and panel.mode not in ("handwriting", "strokes")
    said = look.t("inputs.pinyin.absent") if blind else ""
    chosen = "mailbox.write.voice" if state.voicing else "mailbox.write.phrases" if state.phrases else ""
    row = Box(area.x, area.y, area.w, keys.SWITCH_H)
    nodes = keys.switch(panel, look, row, extra, chosen, look.t("mailbox.phrases.hint") if state.phrases else said)
    rest = Box(area.x, row.bottom + keys.GAP, area.w, area.bottom - row.bottom - keys.GAP)
    if state.voicing and state.voice is not None:
        return nodes + voice_view.draw(state.voice, look, rest, look.t(state.notice) if state.notice else "")
    if state.phrases:
        return nodes + _phrases(state, look, rest)
    line = look.t(state.notice, limit=panel.limit) if state.notice else ""
    return nodes + keys.keyboard(panel, look, rest, line, caret_h=caret_h)


def _voice_word(panel: PanelState, look: Look, width: float, extra: int) -> str:
    """The inviting word where the row has room for it."""
    options = len([one for one in panel.modes if one in keys.MAIN_MODES]) + extra
    words = look.t("mailbox.voice")
    return words if look.width(words, "label") + 32 <= width / options else look.t("mailbox.voice.short")


def with_recording(state: MailboxState, look: Look, words: str) -> str:
    """The words as the paper shows them when something was said, too."""
    if state.voice is None or not state.voice.take.seconds:
        return words
    said = look.t("mailbox.voice.attached", length=voice_view.length(look, state.voice.seconds))
    return f"{words}\n{said}" if words else said


def _phrases(state: MailboxState, look: Look, area: Box) -> list[Node]:
    """Sentences to put in with one touch, where the keys were."""
    said = [look.say(one) for one in state.content.phrases.get(state.topic, ())]

    def need(width: float) -> float:
        return max(104.0, max(look.height(one, "body", width - 140) for one in said) + 32)

    laid, nodes = cards(look, area, len(said), need, state.page, columns=1, gap=12, tallest=140)
    for i, cell in enumerate(laid.cells):
        number = laid.first + i
        id = f"mailbox.phrase.{number}"
        high = look.height(said[number], "body", cell.w - 140)
        top = cell.y + (cell.h - high) / 2
        nodes += [
            Fill(cell, "raised", 12, "control", 2),
            Icon(Box(cell.x + 32, cell.center[1] - 20, 40, 40), "plus", "teal"),
            look.text(cell.x + 100, top, cell.w - 140, said[number], "body", of=id),
            Target(cell, id, "button", said[number], said[number]),
        ]
    return nodes
