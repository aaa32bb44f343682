"""What a hub must not lose or let out: keys, files, what is printed, and who has read what."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from hub import commands
from hub.letters.models import Letter, Reading
from hub.publishing.builder import Publisher
from sync.messages import fingerprint
from tests.hub.station import Device
from tests.hub.test_console import as_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def arrived(publisher: Publisher) -> Letter:
    """A letter that has just come."""
    device = Device()
    device.known()
    device.send(device.sealed(publisher.keys.announced()))
    return Letter.objects.get()


def test_keys_taken_offline_are_not_made_again(publisher: Publisher, home: Any) -> None:
    taken = {name: (home.keys_dir / name).read_bytes() for name in ("root.pem", "targets.pem")}
    for name in taken:
        (home.keys_dir / name).unlink()
    commands.init("")
    assert not any((home.keys_dir / name).exists() for name in taken)
    publisher.clock.forward(days=200)  # half of what the targets role signed is over: only its own key may sign anew
    publisher.refresh()
    assert not publisher.repository().expires("timestamp") < publisher.clock()


def test_the_database_is_private_from_its_first_byte(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def migrate(*_: Any, **__: Any) -> None:
        seen.append((home.home / "hub.sqlite3").stat().st_mode & 0o777)

    monkeypatch.setattr(commands, "call_command", migrate)
    commands.init("")
    assert seen == [0o600]


def test_an_export_cannot_steer_the_terminal_it_is_read_on(
    publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    device = Device()
    device.known()
    words = "a\x1b[2Jb\x9b2Jc\u202etxt\u2028\x7fd\U000e0041电梯"
    device.send(device.sealed(publisher.keys.announced(), words))
    commands.export_letters()
    line = capsys.readouterr().out
    assert all(char.isprintable() for char in line.rstrip("\n"))
    assert "电梯" in line
    assert json.loads(line)["words"] == words


def test_staff_can_read_the_fingerprint_that_stations_must_show(publisher: Publisher, person: Any) -> None:
    page = as_user(person("publisher")).get(reverse("stations")).content.decode()
    assert fingerprint(publisher.repository().first_root()) in page


def test_who_has_read_letters_is_not_deleted_and_the_page_says_what_to_do(arrived: Letter, person: Any) -> None:
    reader, other = person("letters"), person("editor")
    as_user(reader).get(reverse("letter", args=[arrived.pk]))
    admin = as_user(person(admin=True))
    for url in (f"/admin/users/delete/{reader.pk}/", f"/admin/bulk/auth/user/delete/?id={reader.pk}&id={other.pk}"):
        page = admin.post(url, follow=True)
        assert page.status_code == 200
        assert "请改为停用" in page.content.decode()
    assert Reading.objects.get().reader == reader
    admin.post(f"/admin/users/delete/{other.pk}/")
    assert not get_user_model().objects.filter(pk=other.pk).exists()
