"""Characters that nobody could read: they come with the letter as lines, and staff see them drawn."""

from __future__ import annotations

import json
import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pydantic import ValidationError

from hub.letters import retention
from hub.letters.drawing import svg
from hub.letters.models import Letter
from hub.letters.moves import Actor
from hub.letters.reading import opened
from hub.publishing.builder import Publisher
from sync.messages import LetterDocument, LetterDrawing
from sync.seal import seal_letter
from tests.hub.conftest import NOW
from tests.hub.station import Device, letter

TEN = LetterDrawing(mark="❶", width=1000, height=900, strokes=((0, 450, 1000, 440), (500, 0, 505, 900)))


@pytest.mark.django_db
def test_staff_see_the_drawing_where_its_mark_stands(publisher: Publisher, person: Any) -> None:
    device = Device()
    device.known()
    document = letter(device.id, "楼下的❶坏了。").model_copy(update={"drawings": (TEN,)})
    device.send(seal_letter(document, publisher.keys.announced().seal_keys[0]))
    client = Client()
    client.force_login(person("letters"))
    page = client.get(reverse("letter", args=[document.id])).content.decode()
    assert "楼下的❶坏了。" in page
    drawn = re.findall(r'<svg class="bayu-drawing".*?</svg>', page, re.S)
    assert len(drawn) == 1
    assert "0,450 1000,440" in drawn[0]
    assert "<figcaption>❶</figcaption>" in page


@pytest.mark.django_db
def test_erasing_the_contact_keeps_the_drawing_and_a_letter_without_one_shows_none(
    publisher: Publisher, person: Any
) -> None:
    device = Device()
    device.known()
    plain = letter(device.id)
    document = letter(device.id, "❶", uuid4()).model_copy(update={"drawings": (TEN,)})
    for one in (plain, document):
        device.send(seal_letter(one, publisher.keys.announced().seal_keys[0]))
    retention.erase_contact(document.id, publisher.keys, Actor(None, NOW))
    assert opened(Letter.objects.get(pk=document.id), publisher.keys).drawings == (TEN,)
    client = Client()
    client.force_login(person("letters"))
    assert "bayu-drawing" not in client.get(reverse("letter", args=[plain.id])).content.decode()


def test_a_drawing_is_made_of_numbers_alone() -> None:
    drawn = str(svg(TEN))
    assert set(re.findall(r"<(\w+)", drawn)) == {"svg", "polyline"}
    assert re.fullmatch(r"[\d ,]+", re.findall(r'points="([^"]*)"', drawn)[0])


@pytest.mark.parametrize(
    "change",
    [
        {"strokes": [['0,0" onload="x', 1, 2, 3]]},
        {"strokes": [[0, 1, 2]]},
        {"strokes": [[0, 1, 2, 3, 4]]},
        {"strokes": [[0, 1, 2, 5000]]},
        {"strokes": [[0, 1, 2, -1]]},
        {"strokes": [[1, 2] * 701]},
        {"strokes": [[1, 2] * 300] * 3},
        {"strokes": []},
        {"width": 0},
        {"mark": "❶❷"},
    ],
)
def test_what_is_no_drawing_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        LetterDrawing.model_validate(TEN.model_dump() | change)


def test_letters_of_before_and_fields_of_later_are_read() -> None:
    old = json.loads(letter("st-1").to_bytes())
    old.pop("drawings", None)
    assert LetterDocument.model_validate_json(json.dumps(old)).drawings == ()
    later = old | {"drawings": [json.loads(TEN.to_bytes()) | {"ink": "blue"}], "mood": "calm"}
    assert LetterDocument.model_validate_json(json.dumps(later)).drawings == (TEN,)


def test_seven_drawings_are_one_too_many() -> None:
    with pytest.raises(ValidationError):
        LetterDocument.model_validate(letter("st-1").model_dump() | {"drawings": [TEN.model_dump()] * 7})
