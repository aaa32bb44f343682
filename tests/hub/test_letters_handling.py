"""From a letter's arrival to its answer: steps recorded, days kept, duplicates answered, the writer heard."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from content import schema
from hub.letters import retention
from hub.letters.follow_ups import TRIES
from hub.letters.handling import Work, handle, merge
from hub.letters.models import FollowUp, Letter, ReplyTemplate
from hub.letters.moves import Actor
from hub.letters.progress import progress_of
from hub.letters.sorting import mark_of, sort_waiting
from hub.letters.stages import Impossible, Step
from hub.publishing.builder import Publisher
from sync.messages import LettersAnswer, hash_pin, verify_letters_answer
from sync.progress import PATH_FOLLOW_UPS, FollowUpsBatch, Rating, Withdrawal, seal_follow_up
from sync.seal import CannotOpen, seal_letter
from tests.hub.conftest import NOW, Clock
from tests.hub.station import PHONE, Device, letter

pytestmark = pytest.mark.django_db
WORDS = "三单元的电梯又停了，我妈妈八十岁下不了楼。"
OTHER = "三单元的电梯又停了，孩子上学要走十六楼。"


@pytest.fixture(autouse=True)
def _the_time(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setattr("django.utils.timezone.now", clock)


@pytest.fixture
def device(publisher: Publisher, filled: schema.Exhibition) -> Device:
    made = Device()
    made.known()
    return made


@pytest.fixture
def post(device: Device, publisher: Publisher) -> Any:
    """Posts a letter; its row at the hub."""

    def posted(words: str = WORDS, receipt: str = "ABCDEFGH", pin: str = "4711", at: Device = device) -> Letter:
        document = letter(at.id, words).model_copy(update={"receipt_code": receipt, "pin_hash": hash_pin(pin)})
        item = seal_letter(document, publisher.keys.announced().seal_keys[0])
        at.send(item)
        return Letter.objects.get(pk=item.id)

    return posted


@pytest.fixture
def staff(person: Any) -> Client:
    client = Client()
    client.force_login(person("letters"))
    return client


@pytest.fixture
def say(device: Device, publisher: Publisher) -> Any:
    """Sends a rating or a withdrawal; the hub's answer."""

    def said(kind: type[Rating] | type[Withdrawal], id: Any = None, **fields: Any) -> LettersAnswer:
        base = {"id": id or uuid4(), "station_id": device.id, "receipt": "ABCDEFGH", "pin": "4711", "created_at": NOW}
        document = kind.model_validate(base | fields)
        batch = FollowUpsBatch(
            station_id=device.id, items=(seal_follow_up(document, publisher.keys.announced().seal_keys[0]),)
        )
        body = batch.to_bytes()
        answer = LettersAnswer.model_validate_json(device.post(PATH_FOLLOW_UPS, body).content)
        verify_letters_answer(answer, publisher.keys.announced(), device.id, body)
        return answer

    return said


def act(client: Client, one: Letter, action: str, **fields: str) -> str:
    """What the console says to a step, signed in anew: a session lasts half a day."""
    client.force_login(get_user_model().objects.get(username="letters"))
    answer = client.post(reverse("letter", args=[one.pk]), {"act": action} | fields, follow=True)
    one.refresh_from_db()
    return str(answer.content.decode())


def moves(one: Letter) -> list[tuple[str, str, str, str]]:
    return [(move.who, move.act, move.before, move.after) for move in one.moves.all()]


# ---- arriving ----


def test_a_letter_is_sorted_as_it_comes_and_nothing_of_its_words_lies_open(post: Any) -> None:
    found = post()
    assert (found.topic, found.place) == ("lift", "")  # 三单元 is the writer's own word, none of the mailbox's places
    assert found.progress_at == found.received == NOW
    assert (found.term_from, found.due) == (date(2026, 11, 23), date(2026, 12, 14))  # fifteen working days
    row = " ".join(str(value) for value in Letter.objects.filter(pk=found.pk).values().get().values())
    for secret in (WORDS, PHONE, "王示例", "ABCDEFGH", "三单元"):
        assert secret not in row
    assert not found.readings.exists(), "no person read it"
    assert found.mark == mark_of("ABCDEFGH")


def test_a_letter_that_no_key_opens_is_kept_and_receipted_all_the_same(device: Device, publisher: Publisher) -> None:
    item = device.sealed(publisher.keys.announced())
    spoilt = item.model_copy(update={"sealed": item.sealed[:-1] + bytes([item.sealed[-1] ^ 1])})
    body, answer = device.send(spoilt)
    said = LettersAnswer.model_validate_json(answer.content)
    verify_letters_answer(said, publisher.keys.announced(), device.id, body)
    assert said.stored == (item.id,)
    assert Letter.objects.get().mark == "shut"


def test_letters_from_before_there_was_sorting_are_sorted_when_the_list_is_opened(post: Any, staff: Client) -> None:
    found = post()
    Letter.objects.update(mark="", topic="", due=None, term_from=None)
    staff.get(reverse("letters"))
    found.refresh_from_db()
    assert (found.topic, found.due) == ("lift", date(2026, 12, 14))


# ---- steps ----


def test_a_letter_goes_all_the_way_and_each_step_is_written_down(
    post: Any, staff: Client, publisher: Publisher, clock: Clock, say: Any
) -> None:
    one = post()
    assert "已受理" in act(staff, one, "triage")
    clock.forward(days=1)
    act(staff, one, "transfer", office="区住房城乡建委", why="电梯归它管")
    assert progress_of(one, publisher.keys).office == "区住房城乡建委"
    clock.forward(days=2)
    act(staff, one, "answer", reply="电梯换了门机。月底前再查一次。", promise="2026-11-30")
    told = progress_of(one, publisher.keys)
    assert (told.state, told.reply, told.promised) == (
        "answered", "电梯换了门机。月底前再查一次。", date(2026, 11, 30),
    )  # fmt: skip
    assert (told.due, told.round, told.rate_by) == (None, 1, date(2026, 12, 24))  # twenty working days
    assert [(step.state, step.on.day) for step in told.steps] == [
        ("received", 23), ("triaged", 23), ("transferred", 24), ("answered", 26),
    ]  # fmt: skip
    say(Rating, round=1, grade="mostly", created_at=clock.now)
    clock.forward(days=5)
    act(staff, one, "deliver", reply="查过了，没有问题。")
    told = progress_of(one, publisher.keys)
    assert (told.state, told.round) == ("answered", 2)
    assert told.reply.startswith("2026 年 11 月 26 日\n电梯换了门机。")
    assert told.reply.endswith("2026 年 12 月 1 日\n查过了，没有问题。")
    say(Rating, round=2, grade="satisfied", created_at=clock.now, may_tell=True)
    act(staff, one, "close")
    assert (one.stage, one.may_tell, one.closed_at) == ("closed", True, clock.now)
    assert moves(one) == [
        ("letters", "triage", "received", "triaged"),
        ("letters", "transfer", "triaged", "transferred"),
        ("letters", "answer", "transferred", "answered"),
        ("写信人", "rate", "answered", "rated"),
        ("letters", "deliver", "rated", "answered"),
        ("写信人", "rate", "answered", "rated"),
        ("写信人", "tell", "rated", "rated"),
        ("letters", "close", "rated", "closed"),
    ]


def test_deciding_at_once_is_looking_at_it_too(post: Any, staff: Client) -> None:
    one = post()
    act(staff, one, "answer", reply="当天就修好了。")
    assert [move[1:] for move in moves(one)] == [
        ("triage", "received", "triaged"), ("answer", "triaged", "answered"),
    ]  # fmt: skip


def test_an_impossible_step_changes_nothing_and_says_why(post: Any, staff: Client) -> None:
    one = post()
    act(staff, one, "answer", reply="修好了。")
    before = moves(one)
    assert "不能转办" in act(staff, one, "transfer", office="区里", why="理由")
    assert (one.stage, moves(one)) == ("answered", before)


def test_a_refused_decision_leaves_a_new_letter_new(post: Any, staff: Client) -> None:
    one = post()
    assert "哪个单位" in act(staff, one, "transfer", why="理由")
    assert (one.stage, moves(one)) == ("received", [])


@pytest.mark.parametrize("why", ["打 138 0000 1234 问过", "证件 50010119900101123X", "王示例说的"])
def test_a_reason_holds_no_number_and_no_name(post: Any, staff: Client, why: str) -> None:
    one = post()
    assert "不加密" in act(staff, one, "transfer", office="区里", why=why)
    assert one.stage == "received"


def test_a_reply_lies_sealed(post: Any, staff: Client, publisher: Publisher) -> None:
    one = post()
    act(staff, one, "answer", reply="王示例您好，电梯修好了。")
    assert "王示例" not in bytes(one.reply).decode("utf-8", "replace")
    assert progress_of(one, publisher.keys).reply == "王示例您好，电梯修好了。"
    Letter.objects.update(reply_key_id="0" * 16)
    with pytest.raises(CannotOpen):
        progress_of(Letter.objects.get(), publisher.keys)


def test_a_step_that_was_taken_is_neither_changed_nor_removed(post: Any, staff: Client) -> None:
    one = post()
    act(staff, one, "triage")
    move = one.moves.get()
    for undo in (move.save, move.delete):
        with pytest.raises(TypeError):
            undo()


# ---- days ----


def test_an_extension_is_told_with_its_reason_and_taken_once(post: Any, staff: Client, publisher: Publisher) -> None:
    one = post()
    assert "最多延长到 2027-01-04" in act(staff, one, "extend", until="2027-01-05", why="要请特检院")
    assert "已延期" in act(staff, one, "extend", until="2026-12-31", why="要请特检院")
    told = progress_of(one, publisher.keys)
    assert (told.due, told.extended, told.reason) == (date(2026, 12, 31), True, "要请特检院")
    assert "不能再延" in act(staff, one, "extend", until="2027-01-04", why="再等等")
    page = staff.get(reverse("letter", args=[one.pk])).content.decode()
    assert "本站承诺在 2026 年 12 月 31 日前答复。" in page
    assert "This station has promised to answer by 31 December 2026." in page
    assert "期限延长过一次，原因：要请特检院。" in page


def test_what_is_late_is_not_extended(post: Any, staff: Client, clock: Clock) -> None:
    one = post()
    clock.forward(days=22)
    assert "期限已经过了" in act(staff, one, "extend", until="2027-01-04", why="忘了")
    assert not one.extended


def test_a_deputys_suggestion_has_the_term_of_its_own_article_from_its_assignment_on(
    post: Any, staff: Client, publisher: Publisher, clock: Clock
) -> None:
    one = post()
    act(staff, one, "study")
    clock.forward(days=7)
    assert "不能晚于今天" in act(staff, one, "term", level="deputy", assigned="2026-12-01")
    act(staff, one, "term", level="deputy", assigned="2026-11-30")  # 代表法 art. 51 para. 2
    assert progress_of(one, publisher.keys).due == date(2027, 2, 28)
    assert "代表法" in staff.get(reverse("letter", args=[one.pk])).content.decode()


def test_no_state_of_a_letter_promises_a_suggestion(post: Any, staff: Client) -> None:
    one = post()
    page = staff.get(reverse("letter", args=[one.pk])).content.decode()
    assert "能不能成为代表建议由代表决定，不要答应写信人" in page
    assert "信访" not in page.replace("法院、信访、12345 等另一个门", "")


# ---- duplicates ----


def test_duplicates_are_shown_merged_and_each_writer_gets_the_answer(
    post: Any, staff: Client, publisher: Publisher, say: Any
) -> None:
    first, second = post(), post(OTHER, "HGFEDCBA", "1234")
    page = staff.get(reverse("letter", args=[second.pk])).content.decode()
    assert "可能是同一件事" in page
    assert WORDS not in page, "how alike they are is told, not what the other says"
    act(staff, second, "merge", into=str(first.pk))
    assert "请在那一封上办理" in act(staff, second, "answer", reply="修好了。")
    said = act(staff, first, "answer", reply="修好了。")
    assert "共 2 封" in said
    second.refresh_from_db()
    for one in (first, second):
        assert progress_of(one, publisher.keys).reply == "修好了。"
    say(Rating, receipt="HGFEDCBA", pin="1234", round=1, grade="satisfied")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.stage, second.stage) == ("answered", "rated")


def test_a_chain_of_merged_letters_and_a_letter_into_itself_are_refused(post: Any) -> None:
    a, b, c = post(), post(OTHER, "HGFEDCBA"), post(OTHER, "AAAABBBB")
    actor = Actor(None, NOW)
    merge(b.pk, a.pk, actor)
    for pair in ((c.pk, b.pk), (a.pk, c.pk), (b.pk, c.pk), (c.pk, c.pk), (c.pk, uuid4())):
        with pytest.raises(Impossible):
            merge(*pair, actor)


def test_who_withdraws_a_leading_letter_leaves_the_others_together(post: Any, publisher: Publisher) -> None:
    a, b, c = post(), post(OTHER, "HGFEDCBA"), post(OTHER, "AAAABBBB")
    actor = Actor(None, NOW)
    merge(b.pk, a.pk, actor)
    merge(c.pk, a.pk, actor)
    handle(a.pk, Work(Step("transfer", why="归它管", office="区里")), publisher.keys, actor)
    retention.withdraw(a.pk, actor)
    for one in (a, b, c):
        one.refresh_from_db()
    leader, other = (b, c) if b.merged_into_id is None else (c, b)
    assert (leader.merged_into_id, other.merged_into_id) == (None, leader.pk)
    assert (a.stage, a.reason, a.office, a.topic) == ("withdrawn", "", "", "")
    assert {move.why for move in a.moves.all()} == {""}
    assert handle(leader.pk, Work(Step("answer", reply="修好了。")), publisher.keys, actor) == 2


# ---- from the writer ----


def test_a_rating_counts_once_however_often_it_comes(post: Any, staff: Client, say: Any) -> None:
    one, id = post(), uuid4()
    act(staff, one, "answer", reply="修好了。")
    for _ in range(3):
        assert say(Rating, id, round=1, grade="dissatisfied").stored == (id,)
    say(Rating, round=1, grade="satisfied")  # another of the same round: the first counts
    assert [(move.act, move.grade) for move in one.moves.filter(act="rate")] == [("rate", "dissatisfied")]
    assert {bytes(row.sealed) for row in FollowUp.objects.all()} == {b""}, "receipt and PIN are not kept"


def test_the_answer_to_a_wrong_pin_is_the_same_and_nothing_happens(post: Any, staff: Client, say: Any) -> None:
    one = post()
    act(staff, one, "answer", reply="修好了。")
    wrong, missing, right = (
        say(Rating, uuid4(), round=1, grade="mostly", pin="0000"),
        say(Rating, uuid4(), round=1, grade="mostly", receipt="ZZZZZZZZ"),
        say(Withdrawal, uuid4(), pin="0001"),
    )
    assert [len(one.stored) for one in (wrong, missing, right)] == [1, 1, 1]
    one.refresh_from_db()
    assert (one.stage, one.withdrawn_at) == ("answered", None)


def test_five_wrong_pins_shut_a_letter_for_a_quarter_of_an_hour(
    post: Any, staff: Client, say: Any, clock: Clock
) -> None:
    one = post()
    act(staff, one, "answer", reply="修好了。")
    for guess in range(TRIES):
        say(Withdrawal, pin=f"{guess:04}")
    say(Withdrawal)  # the right one, too late
    one.refresh_from_db()
    assert one.withdrawn_at is None
    clock.forward(minutes=16)
    say(Withdrawal)
    one.refresh_from_db()
    assert one.withdrawn_at == clock.now


def test_two_letters_with_one_receipt_code_are_told_apart_by_their_pins(post: Any, say: Any) -> None:
    first, second = post(), post(OTHER, "ABCDEFGH", "1234")
    say(Withdrawal, pin="1234")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.withdrawn_at, second.withdrawn_at) == (None, NOW)


def test_a_withdrawal_that_comes_before_its_letter_is_done_when_the_letter_comes(post: Any, say: Any) -> None:
    say(Withdrawal)
    one = post()
    one.refresh_from_db()
    assert (one.withdrawn_at, bytes(one.sealed), one.stage) == (NOW, b"", "withdrawn")


def test_a_rating_given_in_time_counts_when_the_station_was_offline_and_a_late_one_does_not(
    post: Any, staff: Client, say: Any, clock: Clock
) -> None:
    one, two = post(), post(OTHER, "HGFEDCBA", "1234")
    for letter_ in (one, two):
        act(staff, letter_, "answer", reply="修好了。")
    in_time, late = clock.now + timedelta(days=3), clock.now + timedelta(days=39)
    clock.forward(days=40)
    say(Rating, round=1, grade="satisfied", created_at=in_time)
    say(Rating, receipt="HGFEDCBA", pin="1234", round=1, grade="satisfied", created_at=late)
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.stage, two.stage) == ("rated", "answered")


def test_a_writer_takes_name_and_phone_back_and_the_matter_goes_on(post: Any, say: Any, publisher: Publisher) -> None:
    one = post()
    say(Withdrawal, scope="contact")
    one.refresh_from_db()
    assert (one.contact_erased_at, one.withdrawn_at, one.stage) == (NOW, None, "received")
    assert [(move.who, move.what) for move in one.moves.all()] == [("写信人", "写信人删除联系方式")]
    assert one.readings.get().who == "写信人"


def test_of_a_withdrawn_letter_nothing_is_told_but_that_it_is(post: Any, staff: Client, publisher: Publisher) -> None:
    one = post()
    act(staff, one, "answer", reply="王示例，修好了。", office="街道")
    act(staff, one, "withdraw")
    told = progress_of(one, publisher.keys)
    assert (told.state, told.reply, told.office, told.reason, len(told.steps)) == ("withdrawn", "", "", "", 1)
    assert bytes(one.reply) == b""


def test_another_station_cannot_speak_under_an_id_that_is_taken(
    post: Any, say: Any, device: Device, publisher: Publisher
) -> None:
    id = uuid4()
    say(Rating, id, round=1, grade="mostly", receipt="ZZZZZZZZ")
    other = Device()
    other.known("二号厅")
    document = Withdrawal(id=id, station_id=other.id, receipt="ABCDEFGH", pin="4711", created_at=NOW)
    batch = FollowUpsBatch(
        station_id=other.id, items=(seal_follow_up(document, publisher.keys.announced().seal_keys[0]),)
    )
    answer = LettersAnswer.model_validate_json(other.post(PATH_FOLLOW_UPS, batch.to_bytes()).content)
    assert (answer.stored, answer.refused) == ((), (id,))


def test_what_no_letter_ever_came_for_is_emptied(say: Any, clock: Clock, publisher: Publisher) -> None:
    from hub.letters.arrivals import catch_up

    say(Rating, round=1, grade="mostly", receipt="ZZZZZZZZ")
    catch_up(publisher.keys, clock.now)
    assert bytes(FollowUp.objects.get().sealed)
    clock.forward(days=61)
    catch_up(publisher.keys, clock.now)
    assert (bytes(FollowUp.objects.get().sealed), FollowUp.objects.get().outcome) == (b"", "refused")


# ---- templates ----


def test_a_template_is_filled_in_and_only_offered_where_it_fits(post: Any, staff: Client) -> None:
    one = post()
    ReplyTemplate.objects.create(name="电梯", topic="lift", text="您{日期}反映的{事由}问题，已经{地点}看过。")
    ReplyTemplate.objects.create(name="道路", topic="road", text="道路的答复")
    page = staff.get(reverse("letter", args=[one.pk])).content.decode()
    assert "您2026 年 11 月 20 日反映的电梯问题，已经三单元看过。" in page
    assert "道路的答复" not in page


def test_sorting_waiting_letters_tells_how_many(post: Any, publisher: Publisher) -> None:
    post()
    Letter.objects.update(mark="")
    assert (sort_waiting(publisher.keys), sort_waiting(publisher.keys)) == (1, 0)
