"""The hub against people who mean harm: guessing, flooding, looking where they should not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.letters.models import Letter, Reading
from hub.publishing.builder import Publisher
from hub.site.door import TRIES, TRIES_OF_ADDRESS
from hub.site.shield import MAX_REQUEST_BYTES
from hub.stations.models import Station
from tests.hub.station import Device
from tests.hub.test_console import as_user

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough secret"
LOGIN = "/admin/login/"


@pytest.fixture
def clerk(home: Any, person: Any, settings: Any) -> Any:
    """Someone with a password; hashed cheaply, since only counting is tried here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    user = person("editor")
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(name: str, password: str, address: str = "192.0.2.7") -> bool:
    client = Client(REMOTE_ADDR=address)
    client.post(LOGIN, {"username": name, "password": password})
    return "_auth_user_id" in client.session


# ---- the door ----


def test_guessing_a_password_is_stopped_even_for_the_right_one(clerk: Any, caplog: pytest.LogCaptureFixture) -> None:
    for guess in range(TRIES):
        assert not sign_in(clerk.username, f"guess {guess}")
    assert not sign_in(clerk.username, PASSWORD)
    assert "too many attempts" in caplog.text
    assert PASSWORD not in caplog.text
    assert sign_in(clerk.username, PASSWORD, address="192.0.2.8"), "a guesser elsewhere must not shut the owner out"


def test_the_right_password_begins_the_count_anew(clerk: Any) -> None:
    for _ in range(2):
        for _ in range(TRIES - 1):
            assert not sign_in(clerk.username, "guess")
        assert sign_in(clerk.username, PASSWORD)


def test_guessing_many_names_from_one_address_is_stopped(clerk: Any) -> None:
    for guess in range(TRIES_OF_ADDRESS):
        assert not sign_in(f"name-{guess}", "guess")
    assert not sign_in(clerk.username, PASSWORD)


def test_a_name_that_forges_log_lines_stays_on_one(clerk: Any, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(TRIES + 1):
        sign_in("x\nINFO all is well", "guess")
    assert "too many attempts" in caplog.text
    assert "\nINFO all is well" not in caplog.text


# ---- every request ----


def test_a_flood_is_refused_before_a_byte_is_parsed(home: Any) -> None:
    answer = Client().generic(
        "POST", LOGIN, b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(MAX_REQUEST_BYTES + 1)
    )
    assert answer.status_code == 413


@pytest.mark.parametrize("stated", ["-1", "9" * 5000, "²", "1e3"])
def test_a_length_that_is_no_length_is_refused(home: Any, stated: str) -> None:
    assert Client().generic("POST", LOGIN, b"", CONTENT_LENGTH=stated).status_code == 413


def test_pages_may_not_be_framed_elsewhere_nor_send_anything_away(home: Any) -> None:
    answer = Client().get(LOGIN)
    policy = answer["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "default-src 'self'" in policy and "form-action 'self'" in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_station_pays_nothing_for_headers_meant_for_browsers(publisher: Publisher) -> None:
    answer = Client().get("/repo/metadata/timestamp.json")
    assert answer.getvalue()
    answer.close()
    assert "Content-Security-Policy" not in answer


def test_cookies_are_for_the_server_alone_and_for_this_site(clerk: Any) -> None:
    client = Client()
    client.post(LOGIN, {"username": clerk.username, "password": PASSWORD})
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"


def test_a_form_of_another_site_does_nothing(publisher: Publisher, person: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("publisher"))
    assert client.post(reverse("release")).status_code == 403
    assert client.post(reverse("stations"), {"name": "x"}).status_code == 403


# ---- letters ----


@pytest.fixture
def arrived(publisher: Publisher) -> Letter:
    device = Device()
    device.known("<img src=x onerror=alert(1)>")
    device.send(device.sealed(publisher.keys.announced(), "三单元的电梯又停了。"))
    return Letter.objects.get()


PLACES = (
    "/admin/",
    "/admin/search/?q={id}",
    "/admin/pages/search/?q={id}",
    "/admin/reports/",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/users/",
    "/admin/snippets/",
    "/admin/snippets/letters/letter/",
    "/admin/snippets/letters/letter/edit/{id}/",
    "/admin/snippets/letters/letter/history/{id}/",
    "/admin/snippets/letters/letter/usage/{id}/",
    "/admin/letters/",
    "/admin/letters/{id}/",
    "/admin/generic-chooser/",
    "/v1/letters",
    "/v1/openapi.json",
    "/v1/docs",
    "/api/v2/",
    "/django-admin/",
)


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_no_way_through_the_console_leads_those_without_the_role_to_a_letter(
    arrived: Letter, filled: Any, person: Any, role: str
) -> None:
    client = as_user(person(role))
    for place in PLACES:
        url = place.format(id=arrived.pk)
        answer = client.get(url, follow=True)
        said = answer.content.decode().replace(url, "")
        assert "电梯" not in said, url
        assert f"/admin/letters/{arrived.pk}" not in said, url
    assert not Reading.objects.exists()


def test_who_reads_letters_neither_edits_nor_publishes(publisher: Publisher, filled: Any, person: Any) -> None:
    client = as_user(person("letters"))
    for page in ("release", "stations", "deputies"):
        assert client.get(reverse(page)).status_code == 302, page
        client.post(reverse(page), {"name": "x"})
    assert not publisher.pending() or publisher.repository().current(publisher.channel) is None
    assert not Station.objects.exists()
    assert client.get(reverse("source_list")).status_code in (302, 403)


def test_the_name_of_a_station_is_shown_and_never_run(arrived: Letter, person: Any) -> None:
    client = as_user(person(admin=True))
    pages = [client.get(reverse("stations")), client.get(reverse("letters"))]
    pages.append(client.post(reverse("stations"), {"revoke": arrived.station_id}, follow=True))
    pages.append(client.post(reverse("stations"), {"name": "<img src=x onerror=alert(2)>"}, follow=True))
    for page in pages:
        assert "<img src=x" not in page.content.decode()
    assert "&lt;img src=x" in pages[-1].content.decode()


# ---- stations that lie ----


@pytest.mark.parametrize("year", [1, 9999])
def test_a_letter_from_the_end_of_time_does_not_shut_the_list_for_everyone(
    publisher: Publisher, person: Any, year: int
) -> None:
    device = Device()
    device.known()
    honest = device.sealed(publisher.keys.announced())
    month, day, hour = (1, 1, 0) if year == 1 else (12, 31, 23)
    odd = device.sealed(publisher.keys.announced()).model_copy(
        update={"created": datetime(year, month, day, hour, tzinfo=UTC)}
    )
    _, answer = device.send(honest, odd)
    assert answer.status_code == 200
    assert [one.pk for one in Letter.objects.all()] == [honest.id]
    assert as_user(person("letters")).get(reverse("letters")).status_code == 200


def test_a_heartbeat_of_absurd_numbers_is_taken_as_many(publisher: Publisher) -> None:
    device = Device()
    device.known()
    assert device.beat(outbox_depth=10**30, outbox_refused=2**63)[1].status_code == 200
    assert Station.objects.get().outbox_depth == 2**31 - 1


@pytest.mark.parametrize("path", ["/repo/blobs/" + "a" * 300, "/repo/metadata/" + "a/" * 3000 + "b"])
def test_a_name_no_disk_can_hold_is_not_there(publisher: Publisher, path: str) -> None:
    assert Client().get(path).status_code == 404


def test_a_range_with_thousands_of_digits_is_no_range(publisher: Publisher) -> None:
    answer = Client().get("/repo/metadata/1.root.json", headers={"Range": "bytes=" + "9" * 5000 + "-"})
    assert answer.status_code == 200
    assert answer.getvalue() == (publisher.repo_dir / "metadata/1.root.json").read_bytes()
    answer.close()
