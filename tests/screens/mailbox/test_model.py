"""Writing a letter: the order of the steps, what is asked before a phone number, and that nothing typed survives."""

from __future__ import annotations

import gc
import subprocess
import sys
from dataclasses import replace

from content.civics.codes import check_character
from screens.mailbox import kind
from screens.mailbox.letters import Tracking
from screens.mailbox.lock import LOCK_S, TRIES, TrackLock
from screens.mailbox.model import Letter
from screens.mailbox.tracking import LookUp
from screens.screen import EndVisit, GoHome, Say
from tests.screens.mailbox.letters import CREATED, PIN, RECEIPT, Box, asked, at, catalog, letter, look_up, write

CODE = RECEIPT + check_character(RECEIPT)
SECRET = "rainwaterinstairwellthree"
CONTACT = ("mailbox.answer.phone", "mailbox.age.yes", "mailbox.consent.yes")
PHONE = "13812345678"


def written(box: Box, words: str = SECRET, deputy: str = "") -> Letter:
    """A letter with words, at the step that asks who receives it."""
    model = at(letter(box, deputy), "mailbox.topic.lift", "mailbox.place.here")
    write(model, words)
    return at(model, "mailbox.next")


def posted(box: Box, *before: str, deputy: str = "") -> Letter:
    return at(written(box, deputy=deputy), *before, "mailbox.next", "mailbox.next", "mailbox.post.yes")


# ---- the way through ----------------------------------------


def test_five_steps_lead_to_one_letter_without_any_contact() -> None:
    box = Box()
    model = posted(box)
    (draft,) = box.drafts
    assert (draft.topic, draft.place, draft.words) == ("lift", "here", SECRET)
    assert (draft.name, draft.phone, draft.consent_version, draft.age_confirmed) == ("", "", "", False)
    assert draft.addressee is None and draft.language == "zh-Hans"
    assert model.state.receipt is not None and model.state.receipt.pin == PIN


def test_nobody_comes_to_the_topics_without_having_said_that_nobody_is_in_danger() -> None:
    model = asked(Box())
    for id in ("mailbox.topic.lift", "mailbox.place.here", "mailbox.next", "mailbox.post.yes", "mailbox.urgent.what"):
        assert at(model, id).state.stage == "urgent"
    assert model.state.topic == ""
    assert at(model, "mailbox.urgent.no").state.stage == "topic", "one touch further when nobody is"


def test_danger_and_the_other_doors_lead_back_or_on_to_the_letter() -> None:
    for answer, stage in (("yes", "danger"), ("door", "door")):
        model = at(asked(Box()), f"mailbox.urgent.{answer}")
        assert model.state.stage == stage
        assert at(model, "dock.back").state.stage == "urgent"
        assert at(model, f"mailbox.urgent.{answer}", "mailbox.next").state.stage == "topic"


def test_a_changed_topic_asks_nothing_again() -> None:
    model = at(written(Box()), "mailbox.next", "mailbox.edit.topic")
    assert at(model, "dock.back").state.stage == "check"
    assert at(model, "mailbox.edit.topic", "mailbox.topic.road").state.stage == "check"


def test_a_blank_page_goes_nowhere_and_says_why() -> None:
    model = at(letter(Box()), "mailbox.topic.lift", "mailbox.place.here")
    write(model, "  ")
    at(model, "mailbox.next")
    assert model.state.stage == "words" and model.state.notice == "form.empty"


def test_unknown_topics_and_places_are_left_alone() -> None:
    model = at(letter(Box()), "mailbox.topic.moon")
    assert model.state.stage == "topic"
    assert at(model, "mailbox.topic.lift", "mailbox.place.moon").state.stage == "place"


def test_back_goes_one_step_back_and_keeps_what_was_written() -> None:
    model = written(Box())
    assert at(model, "dock.back").state.stage == "words"
    assert model.state.panel is not None and model.state.panel.text == SECRET
    assert at(model, "dock.back").state.stage == "place"
    assert at(model, "dock.back").state.stage == "topic"
    assert at(model, "dock.back").state.stage == "urgent"
    before = model.state
    assert at(model, "dock.back").state == before, "the director takes it from here"


def test_a_part_changed_at_the_check_leads_back_to_the_check() -> None:
    model = at(written(Box()), "mailbox.next", "mailbox.edit.place", "mailbox.place.park")
    assert (model.state.stage, model.state.place, model.state.words) == ("check", "park", SECRET)
    assert at(model, "mailbox.edit.words", "dock.back").state.stage == "check"


def test_a_phrase_goes_into_the_letter_where_it_fits() -> None:
    model = at(letter(Box()), "mailbox.topic.lift", "mailbox.place.here", "mailbox.write.phrases", "mailbox.phrase.0")
    phrase = catalog().exhibition.mailbox.phrases["lift"][0].zh_hans
    assert model.state.words == phrase and not model.state.phrases
    at(model, "mode.latin")
    write(model, "x" * (295 - len(phrase)))
    at(model, "mailbox.write.phrases", "mailbox.phrase.1")
    assert model.state.notice == "form.full" and len(model.state.words) == 295


def test_three_hundred_characters_are_the_most() -> None:
    model = at(letter(Box()), "mailbox.topic.lift", "mailbox.place.here")
    at(model, "mode.latin")
    write(model, "a" * 320)
    assert model.state.panel is not None
    assert (len(model.state.panel.text), model.state.panel.message) == (300, "form.full")


def test_changing_the_language_keeps_the_place_and_the_words() -> None:
    model = at(letter(Box()), "mailbox.topic.lift", "mailbox.place.here")
    write(model, "halfawor")
    model.language = "en"
    assert model.state.stage == "words" and model.state.words == "halfawor"
    assert model.state.panel is not None and model.state.panel.mode == "latin"


def test_reading_the_letter_aloud_is_asked_of_the_director() -> None:
    model = at(letter(Box()), "mailbox.topic.lift", "mailbox.place.here")
    write(model, "hello ")
    assert model.press("keys.speak", 0.0) == (Say(model.state.words),)


# ---- who, and may we answer ----------------------------------------


def test_a_phone_number_is_taken_only_after_age_and_consent() -> None:
    box = Box()
    model = at(written(box), *CONTACT)
    write(model, PHONE)
    at(model, "mailbox.next", "mailbox.next", "mailbox.post.yes")
    (draft,) = box.drafts
    assert (draft.phone, draft.age_confirmed) == (PHONE, True)
    assert draft.consent_version == catalog().exhibition.mailbox.consent.version


def test_a_child_posts_without_contact() -> None:
    box = Box()
    model = at(written(box), "mailbox.answer.phone", "mailbox.age.no")
    assert (model.state.stage, model.state.notice, model.state.wants_reply) == ("reply", "mailbox.young", False)
    at(model, "mailbox.next", "mailbox.next", "mailbox.post.yes")
    assert box.drafts[0].phone == "" and not box.drafts[0].age_confirmed


def test_who_does_not_agree_leaves_no_contact() -> None:
    model = at(written(Box()), "mailbox.answer.phone", "mailbox.age.yes", "mailbox.consent.no")
    assert (model.state.stage, model.state.agreed, model.state.wants_reply) == ("reply", False, False)


def test_consent_cannot_be_given_before_the_age() -> None:
    model = at(written(Box()), "mailbox.consent.yes")
    assert not model.state.agreed and model.state.stage == "reply"


def test_half_a_phone_number_is_counted_and_an_empty_one_is_fine() -> None:
    model = at(written(Box()), *CONTACT)
    write(model, "1381")
    at(model, "mailbox.next")
    assert (model.state.stage, model.state.notice, model.state.missing_digits) == ("phone", "form.phone", 7)
    for _ in range(4):
        model.key("backspace", 0.0)
    at(model, "mailbox.next")
    assert model.state.stage == "check" and not model.state.wants_reply


def test_withdrawing_the_wish_for_an_answer_forgets_the_number_at_once() -> None:
    model = at(written(Box()), *CONTACT)
    write(model, PHONE)
    at(model, "mailbox.next", "mailbox.edit.reply", "mailbox.answer.none")
    assert PHONE not in reachable(model)


def test_a_letter_to_a_deputy_names_them_unless_the_visitor_wants_the_station() -> None:
    deputy = catalog().exhibition.directory.deputies[3]
    box = Box()
    posted(box, deputy=deputy.id)
    posted(box, "mailbox.to.station", deputy=deputy.id)
    assert [draft.addressee for draft in box.drafts] == [deputy.id, None]


def test_a_deputy_who_is_gone_leaves_a_letter_to_the_station() -> None:
    box = Box()
    posted(box, deputy="ZZZZZZZZZ")
    assert box.drafts[0].addressee is None


# ---- posting ----------------------------------------


def test_a_refused_letter_keeps_every_word_and_says_why() -> None:
    box = Box(refuses="mailbox.refused.disk")
    model = posted(box)
    assert (model.state.stage, model.state.notice, model.state.words) == ("check", "mailbox.refused.disk", SECRET)
    box.refuses = ""
    at(model, "mailbox.next", "mailbox.post.yes")
    assert len(box.drafts) == 1 and model.state.receipt is not None


def test_posting_twice_in_a_row_posts_once() -> None:
    box = Box()
    at(posted(box), "mailbox.post.yes", "mailbox.next", "mailbox.post.yes")
    assert len(box.drafts) == 1


def test_look_again_posts_nothing_and_not_now_clears_the_letter() -> None:
    box = Box()
    model = at(written(box), "mailbox.next", "mailbox.next", "mailbox.post.wait")
    assert model.state.asks == "" and model.state.words == SECRET
    at(model, "mailbox.next")
    effects = model.press("mailbox.post.no", 0.0)
    assert GoHome() in effects and not box.drafts and SECRET not in reachable(model)


def test_the_flight_ends_by_itself_in_the_receipt() -> None:
    model = posted(Box())
    assert str(model.state.stage) == "flight" and model.next_due(0.0) == 1.1
    model.tick(1.0)
    assert str(model.state.stage) == "flight"
    model.tick(1.1)
    landed = str(model.state.stage)
    assert landed == "receipt" and str(model.idle) == "receipt"
    assert model.press("mailbox.done", 2.0) == (EndVisit(),)
    at(model, "mailbox.again")
    landed = str(model.state.stage)
    assert landed == "urgent" and model.state.receipt is None and str(model.idle) == "form"


# ---- nothing survives ----------------------------------------


def reachable(start: object) -> str:
    """Every text that can be reached from an object, in one string."""
    seen: set[int] = set()
    heap: list[object] = [start]
    found: list[str] = []
    while heap:
        one = heap.pop()
        if id(one) in seen or isinstance(one, type) or type(one).__name__ in ("module", "function", "builtin_function"):
            continue
        seen.add(id(one))
        if isinstance(one, str):
            found.append(one)
        else:
            heap.extend(gc.get_referents(one))
        if len(seen) > 400_000:
            raise AssertionError("the walk went astray")
    return "\n".join(found)


def test_the_walk_finds_words_that_are_there() -> None:
    assert SECRET in reachable(written(Box()))


def test_nothing_typed_survives_the_visit() -> None:
    model = at(written(Box()), *CONTACT)
    write(model, PHONE)
    at(model, "mailbox.name")
    write(model, "OldWang")
    at(model, "mailbox.next", "mailbox.next")
    text = reachable(model)
    assert SECRET in text and PHONE in text and "OldWang" in text
    model.wipe()
    text = reachable(model)
    assert SECRET not in text and PHONE not in text and "OldWang" not in text


def test_half_typed_pinyin_does_not_survive_either() -> None:
    model = at(letter(Box()), "mailbox.topic.lift", "mailbox.place.here")
    write(model, "zhongqing")
    model.wipe()
    assert "zhongqing" not in reachable(model)


def test_the_words_are_gone_from_the_glass_once_posted() -> None:
    model = at(written(Box()), *CONTACT)
    write(model, PHONE)
    box_free = at(model, "mailbox.next", "mailbox.next", "mailbox.post.yes")
    model = box_free
    assert model.state.receipt is not None
    state = reachable(model.state)
    assert SECRET not in state and PHONE not in state


# ---- looking up ----------------------------------------


def type_in(model: LookUp, text: str, now: float = 0.0) -> LookUp:
    for char in text:
        model.key(char, now)
    return model


def test_a_code_and_its_pin_find_the_letter() -> None:
    box = Box(known={(CODE, PIN): Tracking(CREATED, True)})
    model = type_in(look_up(box), CODE)
    assert model.state.track.asks == "pin", "a full code leads on by itself"
    type_in(model, PIN)
    model.press("mailbox.track.go", 0.0)
    assert model.state.track.found == Tracking(CREATED, True)
    assert PIN not in reachable(model.state)


def test_wrong_and_missing_get_the_same_answer() -> None:
    box = Box(known={(CODE, PIN): Tracking(CREATED, True)})
    wrong, missing, mistyped = (look_up(box) for _ in range(3))
    other = "ABCDEFG"
    while check_character(other) not in "ABCDEFGHJKMNPQRSTUVWXYZ23456789":
        other = other[1:] + "H"
    for model, code, pin in (
        (wrong, CODE, "9999"), (missing, other + check_character(other), PIN), (mistyped, CODE[:-1] + "A", PIN),
    ):  # fmt: skip
        type_in(model, code + pin)
        model.press("mailbox.track.go", 0.0)
        assert model.state.track.missing and model.state.track.found is None
        assert replace(model.state.track, code="") == replace(wrong.state.track, code="")
    assert box.asked == 2, "a mistyped code is no guess"


def test_five_wrong_tries_lock_for_a_quarter_of_an_hour_across_visits() -> None:
    lock = TrackLock()
    box = Box(known={(CODE, PIN): Tracking(CREATED, True)})
    model = look_up(box, lock, RECEIPT)
    for _ in range(TRIES):
        type_in(model, "9999")
        model.press("mailbox.track.go", 0.0)
    assert model.state.track.locked_minutes == 15
    model.wipe()
    fresh = look_up(box, lock, RECEIPT)
    type_in(fresh, PIN, 60.0)
    fresh.press("mailbox.track.go", 60.0)
    assert fresh.state.track.found is None and fresh.state.track.locked_minutes == 14 and box.asked == TRIES
    fresh.tick(LOCK_S)
    assert fresh.state.track.locked_minutes == 0
    type_in(fresh, PIN, LOCK_S)
    fresh.press("mailbox.track.go", LOCK_S)
    assert fresh.state.track.found is not None


def test_a_scanned_receipt_fills_the_code() -> None:
    model = look_up(Box())
    assert model.scan(f"BY1.R.{RECEIPT}.{check_character(RECEIPT)}", 0.0) == ()
    assert (model.state.track.code, model.state.track.asks) == (CODE, "pin")
    assert model.scan("https://example.org/x", 0.0) is None
    assert model.scan("BY1.D.000000000.1", 0.0) is None


def test_back_leads_from_the_pin_to_the_code_and_then_out() -> None:
    model = look_up(Box(), id=RECEIPT)
    model.press("dock.back", 0.0)
    assert model.state.track.asks == "code"
    before = model.state
    model.press("dock.back", 0.0)
    assert model.state == before


def test_a_look_up_takes_its_time_and_hears_nothing_meanwhile() -> None:
    box = Box(slow=[])
    lock = TrackLock()
    model = type_in(look_up(box, lock), CODE + PIN)
    model.press("mailbox.track.go", 0.0)
    assert model.state.track.searching and not model.state.track.ready
    waiting = model.state
    for id in ("mailbox.track.go", "dock.back", "mailbox.track.code", "keys.1"):
        model.press(id, 0.1)
    model.key("enter", 0.1)
    model.tick(0.1)
    assert model.state == waiting and box.asked == 1 and lock.wrong == 0
    due = model.next_due(0.1)
    assert due is not None and due < 0.5, "the glass asks again"
    assert box.slow is not None
    box.slow[0].set_result(None)
    model.tick(0.2)
    assert model.state.track.missing and not model.state.track.searching and lock.wrong == 1
    assert model.next_due(0.2) is None


def test_an_answer_that_comes_after_the_visit_is_shown_to_nobody() -> None:
    box = Box(slow=[])
    model = type_in(look_up(box), CODE + PIN)
    model.press("mailbox.track.go", 0.0)
    model.wipe()
    assert box.slow is not None
    box.slow[0].set_result(Tracking(CREATED, True))
    model.tick(1.0)
    assert model.state.track.found is None and not model.state.track.searching


def test_nothing_of_a_look_up_survives() -> None:
    model = type_in(look_up(Box()), CODE + "73")
    assert CODE in reachable(model)
    model.wipe()
    assert CODE not in reachable(model)


# ---- the kind ----------------------------------------


def test_what_it_is_about_decides_what_opens() -> None:
    opened: list[int] = []
    services = Box().services()

    def open_engine() -> object:
        opened.append(1)
        return services.open_engine()

    one = kind(replace(services, open_engine=open_engine))  # type: ignore[arg-type]
    assert one.opens_code == "R"
    new, track, receipt = one.open(""), one.open("track"), one.open(RECEIPT)
    assert isinstance(new, Letter) and isinstance(track, LookUp) and isinstance(receipt, LookUp)
    assert (track.state.track.code, receipt.state.track.code) == ("", CODE)
    assert one.open("hostile text").state.track.code == ""
    write(at(new, "mailbox.topic.lift", "mailbox.place.here"), "abc")
    assert opened == [1], "one engine for all letters"


def test_the_models_need_no_kivy() -> None:
    code = "import sys, screens.mailbox; sys.exit('kivy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
