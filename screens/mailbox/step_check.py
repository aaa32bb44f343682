"""Step 5, the check: the whole letter in large print, every part with a way to change it; then the question, and the
letter's flight into the mailbox."""

from __future__ import annotations

from screens.look import Look
from screens.mailbox import paper
from screens.mailbox.frame import SPLIT, addressee, body, foot, foot_row, head, name_of, notice
from screens.mailbox.state import MailboxState
from screens.mailbox.step_reply import grouped
from screens.mailbox.step_words import with_recording
from screens.parts import panel
from screens.parts.buttons import button, icon_button
from screens.parts.overlays import Choice, Sheet
from screens.scene import Box, Fill, Group, Node, Picture, Target
from screens.screen import View

LETTER = "mailbox.letter"
_ENVELOPE = (260.0, 180.0)
_MAILBOX = (200.0, 340.0)  # the drawing's proportions
_SLOT = 0.36  # how far down its slot is
TOP_OF_BOX = 300.0


def view(state: MailboxState, look: Look) -> View:
    """Paper and the other parts; a refusal stays on the page and loses nothing."""
    area = body(look)
    wide = 860.0 if look.landscape else area.w
    left = Box(area.x, area.y, wide, area.h) if look.landscape else Box(area.x, area.y, wide, SPLIT - 30 - area.y)
    sheet = paper.sheet(look, left, 112 if look.landscape else 24)
    words = with_recording(state, look, state.words)
    pages = paper.pages(look, sheet, words)
    page = min(state.page, pages - 1)
    to = look.t("mailbox.to", name=addressee(state, look))
    nodes: list[Node] = [Group(LETTER, tuple(paper.draw(look, sheet, to, words, page=page, drawings=state.drawings)))]
    right = Box(area.x + wide + 24, area.y, area.w - wide - 24, area.h)
    if not look.landscape:
        right = Box(area.x, SPLIT, area.w, area.bottom - SPLIT)
    if look.landscape:
        nodes += _tools(look, Box(left.x + paper.PAD, left.bottom - 104, wide - 2 * paper.PAD, 96), page, pages)
    if state.notice:
        said, y = notice(look, right.x, right.y, right.w, look.t(state.notice), "warn")
        nodes += said
        right = Box(right.x, y + 12, right.w, right.bottom - y - 12)
    nodes += _parts(state, look, right, page, pages)
    nodes += foot(look, foot_row(look), "confirm.post.yes", icon="letter")
    return View((*head(state, look), *nodes), hint=look.t("form.local"), sheet=_question(state, look))


def _tools(look: Look, box: Box, page: int, pages: int) -> list[Node]:
    """Change the words; turn the page when there is more than one."""
    text = look.t("mailbox.edit")
    wide = max(96.0, look.width(text, "label") + 56)
    nodes = button(
        look, Box(box.right - wide, box.y, wide, box.h), "mailbox.edit.words", text, "secondary", style="label"
    )
    if pages > 1:
        nodes += _turners(look, box.x, box.y, page, pages)
    elif not look.landscape:
        line = look.style("meta").line
        nodes.append(
            look.text(box.x, box.y + 48 - line / 2, box.w - wide - 24, look.t("form.step.3"), "meta", color="ink2")
        )
    return nodes


def _turners(look: Look, x: float, y: float, page: int, pages: int) -> list[Node]:
    before = icon_button(
        look, Box(x, y, 96, 96), "mailbox.page.prev", "back", look.t("page.previous"), disabled=page == 0
    )
    after = icon_button(
        look, Box(x + 112, y, 96, 96), "mailbox.page.next", "next", look.t("page.next"), disabled=page == pages - 1
    )
    where = look.text(x + 228, y + 48 - look.style("meta").line / 2, 160, f"{page + 1} / {pages}", "meta", color="ink2")
    return [*before, *after, where]


def _parts(state: MailboxState, look: Look, box: Box, page: int, pages: int) -> list[Node]:
    """Label, value and a button a row; in portrait the letter's own tools are the first row."""
    rows = _values(state, look)
    tools = 0.0 if look.landscape else 112.0
    edit = look.t("mailbox.edit")
    wide = max(96.0, look.width(edit, "label") + 56)
    inner = Box(box.x, box.y + tools, box.w, box.h - tools)
    nodes: list[Node] = []
    if tools:
        nodes += _tools(look, Box(box.x, box.y, box.w, 96), page, pages)
    nodes += panel(inner, look)
    room = inner.w - 2 * 32 - wide - 24
    needs = [max(104.0, _need(look, label, value, room)) for _, label, value in rows]
    if sum(needs) > inner.h:  # a refusal takes room: the values alone stay, their buttons say what they are
        rows = [(part, "", value) for part, _, value in rows]
        needs = [max(104.0, _need(look, "", value, room)) for _, _, value in rows]
    spare = max(0.0, (inner.h - sum(needs)) / len(rows))
    y = inner.y
    for i, ((part, label, value), need) in enumerate(zip(rows, needs, strict=True)):
        high = min(need + spare, 200.0)
        nodes += _part(look, Box(inner.x + 32, y, inner.w - 64, high), part, label, value, room, wide, edit)
        y += high
        if i < len(rows) - 1:
            nodes.append(Fill(Box(inner.x + 32, y - 1, inner.w - 64, 2), "line"))
    return nodes


def _need(look: Look, label: str, value: str, room: float) -> float:
    name = look.fit(value, ("label", "meta", "micro"), room, look.style("label").line)
    return (look.style("meta").line if label else 0.0) + look.height(value, name, room) + 12


def _part(look: Look, box: Box, part: str, label: str, value: str, room: float, wide: float, edit: str) -> list[Node]:
    name = look.fit(value, ("label", "meta", "micro"), room, look.style("label").line)
    first = look.style("meta").line if label else 0.0
    high = first + look.height(value, name, room)
    top = box.y + (box.h - high) / 2
    spot = Box(box.right - wide, box.y + (box.h - 96) / 2, wide, 96)
    heading: list[Node] = [look.text(box.x, top, room, label, "meta", color="ink2")] if label else []
    named = look.t("mailbox.check.reply") if part == "reply" else look.t(f"form.step.{1 if part == 'topic' else 2}")
    return [
        *heading,
        look.text(box.x, top + first, room, value, name, max_h=box.bottom - top - first),
        *button(look, spot, f"mailbox.edit.{part}", edit, "secondary", style="label", spoken=f"{edit}：{named}"),
    ]


def _values(state: MailboxState, look: Look) -> list[tuple[str, str, str]]:
    reply = look.t("mailbox.check.no_reply")
    if state.wants_reply and state.agreed and (state.phone or state.name):
        reply = " · ".join(part for part in (state.name, grouped(state.phone)) if part)
    return [
        ("topic", look.t("form.step.1"), name_of(look, state.content.topics, state.topic)),
        ("place", look.t("form.step.2"), name_of(look, state.content.places, state.place)),
        ("reply", look.t("mailbox.check.reply"), reply),
    ]


def _question(state: MailboxState, look: Look) -> Sheet | None:
    if state.asks != "post":
        return None
    body_ = [look.t("mailbox.confirm.to", name=addressee(state, look)), look.t("confirm.post.body")]
    if not state.phone:
        body_.append(look.t("mailbox.confirm.keep"))
    choices = (
        Choice("mailbox.post.yes", look.t("confirm.post.yes"), "mail", "letter"),
        Choice("mailbox.post.wait", look.t("confirm.post.wait")),
        Choice("mailbox.post.no", look.t("confirm.post.no")),
    )
    return Sheet(look.t("confirm.post.q"), tuple(body_), choices, "mailbox")


def flight(state: MailboxState, look: Look) -> View:
    """The letter travels from where the paper lay into the slot; a touch anywhere goes on at once."""
    area = body(look)
    content = look.content
    high = content.bottom - TOP_OF_BOX if look.landscape else 780.0
    tall = Box(0, TOP_OF_BOX if look.landscape else 560, high * _MAILBOX[0] / _MAILBOX[1], high)
    box = tall.moved(content.right - 560 if look.landscape else content.center[0] - tall.w / 2, 0)
    wide, flat = _ENVELOPE
    start = Box(area.x + (430 if look.landscape else area.w / 2) - wide / 2, area.y + 200, wide, flat)
    slot = (box.center[0], box.y + box.h * _SLOT)
    goes = (slot[0] - start.center[0], slot[1] - start.center[1])
    envelope = Group(
        LETTER, (Picture(start, "envelope"),), *goes, ms=look.tokens.duration("letter_post")
    )  # fmt: skip
    said = look.t("mailbox.flight")
    cover = Target(content, "mailbox.flight", "button", said, said, covers=True)
    heading = look.text(content.x, area.y - 12, content.w * (0.6 if look.landscape else 1), said, "h1", role="heading")
    return View((Picture(box, "mailbox"), envelope, heading, cover))  # the seal is this screen's vermilion
