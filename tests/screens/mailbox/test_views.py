"""Every stage of the mailbox stands in all 32 looks: no clipped text, large targets, nothing above the reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from screens.inputs._letters import LettersEngine
from screens.look import Look
from screens.mailbox.letters import Tracking
from screens.mailbox.model import Letter
from screens.mailbox.state import MailboxState
from screens.mailbox.view import view
from screens.scene import Box, Fill, Group, Label, Node, Qr, Target, targets
from screens.tokens import contrast
from tests.screens.looks import all_looks, complaints, labels, look
from tests.screens.mailbox.letters import CREATED, PIN, asked, at, catalog, letter, look_up, write
from tests.screens.mailbox.letters import Box as Mailbox

LONG = "三单元门口的梯坎没有扶手，下雨天老人走不稳，希望加一段扶手和夜灯。" * 9


def _letter(*presses: str, deputy: bool = False, words: str = "hello there") -> MailboxState:
    id = catalog().exhibition.directory.deputies[0].id if deputy and catalog().exhibition.directory.deputies else ""
    model = at(letter(Mailbox(), id), "mailbox.topic.lift", "mailbox.place.here")
    write(model, words)
    return at(model, *presses).state


def _to_phone() -> tuple[str, ...]:
    return ("mailbox.next", "mailbox.answer.phone", "mailbox.age.yes", "mailbox.consent.yes")


def _long(state: MailboxState) -> MailboxState:
    assert state.panel is not None
    text = LONG[:300]
    return replace(state, words=text, panel=replace(state.panel, text=text, caret=280, message="form.full"))


def _chinese(state: MailboxState) -> MailboxState:
    assert state.panel is not None
    words = ("扶手", "副手", "复收", "浮", "服", "福", "下雨天老人走不稳希望加一段扶手", *("字" * 16))
    return replace(
        state, panel=replace(state.panel, mode="pinyin", surface="pinyin", preedit="fu shou" * 4, candidates=words[:22],
                             more=True)
    )  # fmt: skip


def _expanded(state: MailboxState) -> MailboxState:
    state = _chinese(state)
    assert state.panel is not None
    return replace(state, panel=replace(state.panel, expanded=True))


def _posted() -> Letter:
    model = at(letter(Mailbox()), "mailbox.topic.lift", "mailbox.place.here")
    write(model, "hello")
    return at(model, "mailbox.next", "mailbox.next", "mailbox.next", "mailbox.post.yes")


def _tracked(delivered: bool) -> MailboxState:
    box = Mailbox(known={("K7M429P" + _check(), PIN): Tracking(CREATED, delivered)})
    model = look_up(box, id="K7M429P")
    for digit in PIN:
        model.key(digit, 0.0)
    model.press("mailbox.track.go", 0.0)
    assert model.state.track.found is not None
    return model.state


def _check() -> str:
    from content.civics.codes import check_character

    return check_character("K7M429P")


def _locked() -> MailboxState:
    state = look_up(Mailbox()).state
    return replace(state, track=replace(state.track, missing=True, locked_minutes=15))


STAGES: dict[str, Callable[[], MailboxState]] = {
    "urgent": lambda: asked(Mailbox()).state,
    "danger": lambda: at(asked(Mailbox()), "mailbox.urgent.yes").state,
    "door": lambda: at(asked(Mailbox()), "mailbox.urgent.door").state,
    "door_second": lambda: at(asked(Mailbox()), "mailbox.urgent.door", "mailbox.page.next").state,
    "topic": lambda: letter(Mailbox()).state,
    "topic_chosen": lambda: _letter("mailbox.previous", "mailbox.previous"),
    "place": lambda: _letter("mailbox.previous"),
    "words": lambda: _letter(),
    "words_empty": lambda: _letter("mailbox.next", words=""),
    "words_full": lambda: _long(_letter()),
    "words_composing": lambda: _chinese(_letter()),
    "words_candidates": lambda: _expanded(_letter()),
    "words_latin": lambda: _letter("mode.latin"),
    "words_numbers": lambda: _letter("keys.numbers"),
    "words_marks": lambda: _letter("keys.numbers", "keys.punctuation"),
    "words_phrases": lambda: _letter("mailbox.write.phrases"),
    "reply": lambda: _letter("mailbox.next"),
    "reply_deputy": lambda: _letter("mailbox.next", deputy=True),
    "reply_young": lambda: _letter("mailbox.next", "mailbox.answer.phone", "mailbox.age.no", deputy=True),
    "age": lambda: _letter("mailbox.next", "mailbox.answer.phone"),
    "consent": lambda: _letter("mailbox.next", "mailbox.answer.phone", "mailbox.age.yes"),
    "phone": lambda: _letter(*_to_phone()),
    "phone_short": lambda: _letter(*_to_phone(), "keys.1", "keys.3", "mailbox.next"),
    "name": lambda: _letter(*_to_phone(), "mailbox.name"),
    "name_long": lambda: _with_name(_letter(*_to_phone(), "mailbox.name")),
    "check": lambda: _letter("mailbox.next", "mailbox.next", deputy=True),
    "check_long": lambda: replace(_letter("mailbox.next", "mailbox.next"), words=LONG[:300], page=1),
    "check_contact": lambda: replace(
        _letter("mailbox.next", "mailbox.next"), phone="13812345678", name="欧阳" * 4, wants_reply=True, agreed=True
    ),
    "check_refused": lambda: replace(_letter("mailbox.next", "mailbox.next"), notice="mailbox.refused.unenrolled"),
    "flight": lambda: _posted().state,
    "receipt": lambda: at(_posted(), "mailbox.flight").state,
    "track": lambda: look_up(Mailbox()).state,
    "track_pin": lambda: look_up(Mailbox(), id="K7M429P").state,
    "track_searching": lambda: replace(
        look_up(Mailbox()).state, track=replace(look_up(Mailbox()).state.track, searching=True)
    ),
    "track_missing": lambda: replace(
        look_up(Mailbox()).state, track=replace(look_up(Mailbox()).state.track, missing=True)
    ),
    "track_locked": _locked,
    "found_here": lambda: _tracked(False),
    "found_there": lambda: _tracked(True),
}  # fmt: skip


def _with_name(state: MailboxState) -> MailboxState:
    assert state.panel is not None
    return replace(state, panel=replace(state.panel, text="欧阳" * 10, caret=20))


def _area(look: Look) -> Box:
    """Ten keys of 96 px need more than the margins of a portrait page leave: they may come within 24 px of the edge."""
    content = look.content
    return content if look.landscape else Box(24, content.y, look.size[0] - 48, content.h)


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_stands_in_every_look(stage: str) -> None:
    state = STAGES[stage]()
    found = []
    for one in all_looks():
        nodes = view(state, one).nodes
        found += [f"{one.variant} {one.landscape}: {said}" for said in complaints(nodes, one, _area(one))]
    assert not found, "\n".join(found[:12])


@pytest.mark.parametrize("stage", STAGES)
def test_labels_stay_on_the_page(stage: str) -> None:
    state = STAGES[stage]()
    for one in all_looks():
        width = one.size[0]
        bottom = one.size[1] - one.dock_h
        for label in labels(view(state, one).nodes):
            place = (one.variant, one.landscape, label.full)
            assert label.box.x >= 0 and label.box.right <= width + 1, place
            assert label.box.bottom <= bottom + 1, place


@pytest.mark.parametrize("stage", STAGES)
def test_texts_do_not_lie_over_each_other(stage: str) -> None:
    state = STAGES[stage]()
    found = []
    for one in all_looks():
        shown = [node for node in view(state, one).nodes if isinstance(node, Label)]
        for i, a in enumerate(shown):
            for b in shown[i + 1 :]:
                wide = min(a.box.right, b.box.right) - max(a.box.x, b.box.x)
                high = min(a.box.bottom, b.box.bottom) - max(a.box.y, b.box.y)
                if wide > 1 and high > 8 and a.box.w and b.box.w:
                    found.append(f"{one.variant} {one.landscape}: {a.full!r} and {b.full!r}")
    assert not found, "\n".join(found[:12])


@pytest.mark.parametrize("stage", STAGES)
def test_no_text_runs_below_what_is_touched(stage: str) -> None:
    state = STAGES[stage]()
    found = []
    for one in all_looks():
        nodes = view(state, one).nodes
        for label in (node for node in labels(nodes) if not node.of and node.full):
            for target in (each for each in targets(nodes) if not each.covers):
                wide = min(label.box.right, target.box.right) - max(label.box.x, target.box.x)
                high = min(label.box.bottom, target.box.bottom) - max(label.box.y, target.box.y)
                inside = high >= label.box.h - 1 and wide >= label.box.w - 1  # the second line of a row
                if wide > 1 and high > 4 and not inside:
                    found.append(f"{one.variant} {one.landscape}: {label.full!r} and {target.id}")
    assert not found, "\n".join(found[:12])


def test_a_low_reach_letter_has_all_its_targets_in_reach_and_none_is_lost() -> None:
    low = look(False, reach="low")
    found = targets(view(STAGES["words"](), low).nodes)
    assert all(one.box.y >= 768 for one in found)
    ids = {one.id for one in found}
    assert {"keys.q", "keys.caret_left", "keys.caret_right", "keys.speak", "mailbox.next", "mailbox.previous"} <= ids


def test_the_receipt_shows_a_code_a_phone_can_read() -> None:
    for one in all_looks():
        plates = [node for node in view(STAGES["receipt"](), one).nodes if isinstance(node, Qr)]
        assert [(plate.payload, plate.box.w >= 300) for plate in plates] == [("BY1.R.K7M429P.X", True)]


def test_the_receipt_says_that_a_letter_waits_for_the_network() -> None:
    for one in all_looks():
        said = [label.full for label in labels(view(STAGES["receipt"](), one).nodes)]
        assert one.t("offline.saved") in said
        assert one.say(catalog().exhibition.mailbox.who_reads) in said
        assert PIN in said


def test_the_letter_travels_from_the_paper_to_the_mailbox() -> None:
    one = look()
    before = next(n for n in view(STAGES["check"](), one).nodes if isinstance(n, Group))
    after = next(n for n in view(STAGES["flight"](), one).nodes if isinstance(n, Group))
    assert before.key == after.key and (before.dx, before.dy) == (0.0, 0.0)
    assert after.ms == 1100 and after.dx > 400


def test_green_is_kept_for_going_on_and_posting() -> None:
    one = look()
    for stage, make in STAGES.items():
        nodes = view(make(), one).nodes
        green = [node.box for node in nodes if isinstance(node, Fill) and node.color == "mail"]
        ids = {target.id for target in targets(nodes) if target.box in green}
        assert ids <= {"mailbox.next"}, stage


def test_running_text_stands_out() -> None:
    for one in all_looks():
        theme = one.variant.theme
        for label in labels(view(STAGES["check"](), one).nodes):
            ground = min(
                contrast(one.tokens.color(theme, label.color), one.tokens.color(theme, name))
                for name in (("mail", "ink") if label.color in ("on_mail", "on_ink") else ("paper", "raised"))
            )
            assert ground >= 4.5, label.full


def test_the_panel_draws_every_key_of_its_layout_once() -> None:
    state = STAGES["words"]()
    assert state.panel is not None
    drawn: list[Node] = list(view(state, look()).nodes)
    keys = [one.id for one in drawn if isinstance(one, Target) and one.id.startswith("keys.")]
    wanted = [key.id for row in state.panel.rows() for key in row.keys]
    assert sorted(keys) == sorted([*wanted, "keys.caret_left", "keys.caret_right"])


def test_an_engine_without_chinese_says_so() -> None:
    state = STAGES["words"]()
    assert LettersEngine().kind == "letters" and state.no_pinyin
    said = [label.full for label in labels(view(state, look()).nodes)]
    assert look().t("inputs.pinyin.absent") in said


def test_a_letter_to_a_made_up_deputy_is_tagged() -> None:
    assert view(STAGES["reply_deputy"](), look()).sample
    assert not view(STAGES["reply"](), look()).sample
