"""Calls at the hub: told once, shown with their age, answered by those who may, and of the visitor nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from hub.calls.models import KEPT, Call
from hub.publishing.builder import Publisher
from sync.calls import EXPIRES, PATH_CALLS, CallAnswer, CallRequest, verify_call_answer
from sync.messages import BadSignature
from tests.hub.conftest import Clock
from tests.hub.station import Device

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_time(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    for where in ("hub.calls.views", "hub.deviceapi.api", "hub.site.desk"):
        monkeypatch.setattr(f"{where}.timezone.now", clock)


@pytest.fixture
def device(publisher: Publisher) -> Device:
    made = Device()
    made.known("一号厅")
    return made


@pytest.fixture
def staff(person: Any) -> Client:
    return signed_in(person("reception"))


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def ring(device: Device, id: UUID, **said: Any) -> tuple[bytes, Any]:
    body = CallRequest.model_validate({"station_id": device.id, "id": id, "language": "zh-Hans"} | said).to_bytes()
    return body, device.post(PATH_CALLS, body)


def state(device: Device, id: UUID, **said: Any) -> str:
    return CallAnswer.model_validate_json(ring(device, id, **said)[1].content).state


def page(client: Client) -> str:
    return str(client.get(reverse("calls")).content.decode())


def act(client: Client, id: UUID, what: str) -> Any:
    return client.post(reverse("calls"), {"call": str(id), "act": what})


def test_a_call_is_told_once_however_often_it_is_sent(device: Device, publisher: Publisher, staff: Client) -> None:
    id = uuid4()
    for _ in range(3):
        body, answer = ring(device, id)
        said = CallAnswer.model_validate_json(answer.content)
        verify_call_answer(said, publisher.keys.announced(), device.id, body)
        assert (said.id, said.state) == (id, "waiting")
    assert Call.objects.count() == 1
    assert "一号厅" in page(staff) and "等人" in page(staff)
    with pytest.raises(BadSignature):
        verify_call_answer(said, publisher.keys.announced(), device.id, body + b" ")


def test_who_says_i_am_coming_is_seen_at_the_station_and_by_colleagues(
    device: Device, staff: Client, person: Any
) -> None:
    id = uuid4()
    assert state(device, id) == "waiting"
    act(staff, id, "coming")
    assert state(device, id) == "coming"
    assert "reception 正在过去" in page(signed_in(person("publisher")))
    act(signed_in(person("letters")), id, "coming")
    call = Call.objects.get()
    assert str(call.coming) == "reception", "the first stays"
    act(staff, id, "done")
    assert state(device, id) == "done"
    assert "现在没有人在等" in page(staff)


def test_the_page_says_how_long_and_looks_again_by_itself(device: Device, staff: Client, clock: Clock) -> None:
    ring(device, uuid4(), age_s=150, rings=2, language="en")
    shown = page(staff)
    assert "2 分钟" in shown and "叫了 2 次" in shown and "英文" in shown
    clock.forward(minutes=3)
    assert "5 分钟" in page(staff)
    assert staff.get(reverse("calls")).headers["Refresh"] == "10"


def test_a_call_ends_at_the_station_and_a_replay_does_not_open_it_again(device: Device, staff: Client) -> None:
    for wish, words in (("over", "不用了"), ("met", "在展台处理了")):
        id = uuid4()
        ring(device, id)
        assert state(device, id, wish=wish) == "done"
        assert state(device, id, wish="come") == "done"
        assert "现在没有人在等" in page(staff) and words in page(staff)
        act(staff, id, "coming")
        assert Call.objects.get(pk=id).coming_at is None


def test_nobody_is_kept_waiting_for_ever(device: Device, staff: Client, clock: Clock) -> None:
    id = uuid4()
    ring(device, id)
    clock.forward(seconds=EXPIRES.total_seconds() + 1)
    assert "现在没有人在等" in page(staff) and "没有人应答" in page(staff)
    clock.forward(days=KEPT.days)
    ring(device, uuid4())
    assert not Call.objects.filter(pk=id).exists()


def test_unanswered_calls_come_first(device: Device, staff: Client) -> None:
    other = Device()
    other.known("二号厅")
    first, second = uuid4(), uuid4()
    ring(device, first, age_s=300)
    ring(other, second)
    act(staff, first, "coming")
    waiting = page(staff).split('id="calls-waiting"')[1]
    assert waiting.index("二号厅") < waiting.index("一号厅")


def test_only_those_at_the_desk_see_and_answer(device: Device, person: Any) -> None:
    id = uuid4()
    ring(device, id)
    editor = signed_in(person("editor"))
    for answer in (editor.get(reverse("calls")), act(editor, id, "coming"), Client().get(reverse("calls"))):
        assert answer.status_code in (302, 403)
        assert "一号厅" not in answer.content.decode()
    assert Call.objects.get().coming_at is None
    assert "个展台在叫人" not in editor.get("/admin/").content.decode()


def test_the_first_page_counts_who_waits(device: Device, staff: Client) -> None:
    ring(device, uuid4())
    assert "个展台在叫人" in staff.get("/admin/").content.decode()


def test_nonsense_is_turned_away(device: Device, staff: Client) -> None:
    other = Device()
    other.known("二号厅")
    id = uuid4()
    ring(device, id)
    assert ring(other, id)[1].status_code == 403, "another station's call"
    assert ring(device, id, station_id=other.id)[1].status_code == 403
    assert device.post(PATH_CALLS, b"{}").status_code == 422
    assert staff.post(reverse("calls"), {"call": "x", "act": "coming"}).status_code == 400
    assert act(staff, id, "sing").status_code == 400
    assert act(staff, uuid4(), "done").status_code == 404
