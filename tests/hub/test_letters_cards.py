"""An answered letter becomes a card that tells what came of it, and nothing of who wrote it or how."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from content import schema
from hub.exhibition import live
from hub.exhibition.models import Answers
from hub.letters.models import Letter, Reading
from hub.publishing.builder import Publisher
from sync.messages import LetterItem
from tests.hub.conftest import Clock
from tests.hub.station import PHONE, Device

pytestmark = pytest.mark.django_db
WORDS = "三单元的电梯又停了，我妈妈八十岁下不了楼。"
CARD = {
    "asked_zh": "老楼电梯常停，能修吗？",
    "asked_en": "A lift in an old house often stops. Can it be mended?",
    "done_zh": "街道和物业看过现场，换了门机，月月查一次。",
    "done_en": "The subdistrict and the managers came, changed the door drive, and check it monthly.",
    "source": "station-mailbox",
    "place_zh": "甲街道",
    "place_en": "Jia Subdistrict",
    "station_zh": "一号厅",
    "station_en": "Hall One",
    "answered": "2026-11-23",
    "agreed": "on",
}


@pytest.fixture(autouse=True)
def _the_time(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    for module in ("views", "card_page"):
        monkeypatch.setattr(f"hub.letters.{module}.timezone.now", clock)


@pytest.fixture
def sent(publisher: Publisher, filled: schema.Exhibition) -> LetterItem:
    device = Device()
    device.known()
    item = device.sealed(publisher.keys.announced(), WORDS)
    device.send(item)
    return item


@pytest.fixture
def staff(person: Any) -> Client:
    client = Client()
    client.force_login(person("letters"))
    return client


def close(client: Client, item: LetterItem) -> None:
    client.post(reverse("letter", args=[item.id]), {"act": "close", "why": "已当面答复"})


def write(client: Client, item: LetterItem, **changed: str) -> str:
    """What the page says to a card."""
    sent = {name: value for name, value in (CARD | changed).items() if value}
    return str(client.post(reverse("letter_card", args=[item.id]), sent, follow=True).content.decode())


def drafted() -> list[dict[str, Any]]:
    return list(Answers.objects.get().get_latest_revision_as_object().content)


def new_cards() -> list[dict[str, Any]]:
    return [one for one in drafted() if one["id"].startswith("card-")]


def test_a_card_waits_in_the_draft_until_somebody_who_may_publish_has_read_it(
    staff: Client, sent: LetterItem, publisher: Publisher
) -> None:
    close(staff, sent)
    assert "放在“答复卡片”的草稿里" in write(staff, sent)
    (card,) = new_cards()
    assert card["asked"]["zh-Hans"] == CARD["asked_zh"]
    assert card["done"]["sources"] == ["station-mailbox"]
    assert card["id"] not in {one.id for one in live.assemble().answers}
    Answers.objects.get().get_latest_revision().publish()
    assert card["id"] in {one.id for one in live.assemble().answers}
    assert publisher.publish().is_new


def test_the_card_knows_nothing_of_the_letter_and_the_letter_knows_its_card(staff: Client, sent: LetterItem) -> None:
    close(staff, sent)
    write(staff, sent)
    (card,) = new_cards()
    told = str(card)
    for secret in (str(sent.id), "王示例", PHONE, "ABCD", "八十岁"):
        assert secret not in told
    assert Letter.objects.get().card == card["id"]
    assert Reading.objects.order_by("-id").values_list("action", flat=True)[0] == "card"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"asked_zh": "我妈妈八十岁下不了楼，怎么办？"}, "是信里的原话"),
        ({"done_zh": "已经给王示例修好了。"}, "“王示例”会让人认出写信人"),
        ({"done_en": f"Call {PHONE}."}, "会让人认出写信人"),
        ({"done_zh": "有事打 13912345678。"}, "可能认得出人"),
        ({"asked_zh": "问" * 40}, "最多"),
        ({"agreed": ""}, "bayu-problem"),
        ({"asked_en": ""}, "bayu-problem"),
        ({"source": "no-such-file"}, "bayu-problem"),
    ],
)
def test_what_leads_to_the_writer_or_was_not_agreed_to_makes_no_card(
    staff: Client, sent: LetterItem, changed: dict[str, str], said: str
) -> None:
    close(staff, sent)
    assert said in write(staff, sent, **changed)
    assert new_cards() == []
    assert Letter.objects.get().card == ""


def test_the_writers_own_words_stand_there_only_when_released(staff: Client, sent: LetterItem) -> None:
    close(staff, sent)
    write(staff, sent, asked_zh="“我妈妈八十岁下不了楼”，能修吗？", released="on")
    assert "八十岁" in new_cards()[0]["asked"]["zh-Hans"]


def test_a_letter_without_an_answer_has_no_card(staff: Client, sent: LetterItem) -> None:
    page = staff.get(reverse("letter", args=[sent.id])).content.decode()
    assert "write-card" not in page
    assert "先答复、办结这封信" in write(staff, sent)
    assert new_cards() == []


def test_a_letter_has_one_card(staff: Client, sent: LetterItem) -> None:
    close(staff, sent)
    assert "write-card" in staff.get(reverse("letter", args=[sent.id])).content.decode()
    write(staff, sent)
    assert "已经有答复卡片了" in write(staff, sent)
    assert len(new_cards()) == 1


def test_a_withdrawn_letter_has_none_and_asks_for_the_one_it_had(staff: Client, sent: LetterItem) -> None:
    close(staff, sent)
    write(staff, sent)
    staff.post(reverse("letter", args=[sent.id]), {"act": "withdraw"})
    assert "也请在“答复卡片”里撤下" in staff.get(reverse("letter", args=[sent.id])).content.decode()


def test_writing_a_card_is_a_reading_and_shows_the_letter_beside_an_empty_form(staff: Client, sent: LetterItem) -> None:
    close(staff, sent)
    page = staff.get(reverse("letter_card", args=[sent.id])).content.decode()
    assert WORDS in page
    assert page.count("电梯又停了") == 1, "nothing of the letter is in the form"
    assert Reading.objects.filter(action="read").count() == 1


def test_who_may_not_read_letters_writes_no_cards(person: Any, staff: Client, sent: LetterItem) -> None:
    close(staff, sent)
    client = Client()
    client.force_login(person("publisher"))
    assert client.post(reverse("letter_card", args=[sent.id]), CARD).url == "/admin/"
    assert new_cards() == []
