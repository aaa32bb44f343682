"""What the consent text promises: contacts go in time, at once on request, and what was withdrawn stays away."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub import commands
from hub.config import load
from hub.letters import retention
from hub.letters.handling import Work, handle
from hub.letters.models import Letter, Reading
from hub.letters.moves import Actor
from hub.letters.reading import opened
from hub.letters.retention import Purged, purge
from hub.letters.stages import Step
from hub.publishing.builder import Publisher
from hub.publishing.keys import HubKeyring
from hub.refusals import CommandRefused
from hub.server import purge_letters
from sync.messages import Contact, LetterItem, LettersAnswer, verify_letters_answer
from sync.seal import CannotOpen
from tests.hub.conftest import NOW, Clock
from tests.hub.station import PHONE, Device

pytestmark = pytest.mark.django_db
WORDS = "三单元的电梯又停了。"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _the_time(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setattr("hub.letters.views.timezone.now", clock)


@pytest.fixture
def device(publisher: Publisher) -> Device:
    made = Device()
    made.known()
    return made


@pytest.fixture
def sent(device: Device, publisher: Publisher) -> LetterItem:
    """A letter with name and phone that the hub has taken."""
    item = device.sealed(publisher.keys.announced(), WORDS)
    device.send(item)
    return item


@pytest.fixture
def staff(person: Any) -> Client:
    """Signed in, with the letters role."""
    return signed_in(person("letters"))


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def act(client: Client, item: LetterItem, action: str, **fields: str) -> Any:
    told = {"why": "已当面答复"} if action == "close" else {}
    return client.post(reverse("letter", args=[item.id]), {"act": action} | told | fields)


def page_of(client: Client, item: LetterItem) -> str:
    return str(client.get(reverse("letter", args=[item.id])).content.decode())


def log() -> list[tuple[str, str, datetime]]:
    return [(one.who, one.action, one.at) for one in Reading.objects.order_by("id")]


# ---- what staff do ----


def test_closing_is_written_down_and_leaves_the_contact_for_the_answer(
    staff: Client, sent: LetterItem, publisher: Publisher
) -> None:
    act(staff, sent, "close")
    letter = Letter.objects.get()
    assert (letter.closed_at, letter.state) == (NOW, "closed")
    assert opened(letter, publisher.keys).contact == Contact(name="王示例", phone=PHONE)
    assert log() == [("letters", "close", NOW)]


def test_closing_again_does_not_start_the_days_anew(staff: Client, sent: LetterItem, clock: Clock) -> None:
    act(staff, sent, "close")
    clock.forward(days=60)
    staff.force_login(Reading.objects.get().reader)
    act(staff, sent, "close")
    assert Letter.objects.get().closed_at == NOW
    assert len(log()) == 1


def test_an_erased_contact_is_in_no_letter_that_the_key_opens(
    staff: Client, sent: LetterItem, publisher: Publisher
) -> None:
    act(staff, sent, "erase")
    letter = Letter.objects.get()
    document = opened(letter, publisher.keys)
    assert (document.contact, document.words, document.receipt_code) == (None, WORDS, "ABCDEFGH")
    assert bytes(letter.sealed) != sent.sealed
    assert (letter.contact_erased_at, log()) == (NOW, [("letters", "erase", NOW)])
    page = page_of(staff, sent)
    assert WORDS in page
    assert PHONE not in page
    assert "已删除" in page


def test_a_letter_sealed_to_an_older_key_is_sealed_to_the_present_one(
    sent: LetterItem, publisher: Publisher, home: Any
) -> None:
    from hub.publishing.keys import create_keys

    (home.keys_dir / "letters.key").rename(home.keys_dir / "letters-2025.key")
    create_keys(home.keys_dir, ())
    retention.erase_contact(sent.id, publisher.keys, Actor(None, NOW))
    letter = Letter.objects.get()
    assert letter.key_id == publisher.keys.announced().seal_keys[0].key_id != sent.key_id
    assert opened(letter, publisher.keys).words == WORDS


def test_a_corrected_phone_takes_the_place_of_the_wrong_one(
    staff: Client, sent: LetterItem, publisher: Publisher
) -> None:
    act(staff, sent, "correct", name="王示例", phone=" 139 0000 4321 ")
    assert opened(Letter.objects.get(), publisher.keys).contact == Contact(name="王示例", phone="139 0000 4321")
    assert log() == [("letters", "correct", NOW)]


@pytest.mark.parametrize("fields", [{"name": " ", "phone": ""}, {"name": "王", "phone": "1" * 31}])
def test_a_correction_to_nothing_or_too_much_changes_nothing(
    staff: Client, sent: LetterItem, fields: dict[str, str]
) -> None:
    assert act(staff, sent, "correct", **fields).status_code == 302
    assert (bytes(Letter.objects.get().sealed), log()) == (sent.sealed, [])


def test_a_withdrawn_letter_keeps_its_id_station_and_times_only(
    staff: Client, sent: LetterItem, device: Device
) -> None:
    before = Letter.objects.get()
    act(staff, sent, "withdraw")
    letter = Letter.objects.get()
    assert (bytes(letter.sealed), letter.withdrawn_at, letter.state) == (b"", NOW, "withdrawn")
    kept = ("id", "station_id", "created", "received")
    assert [getattr(letter, name) for name in kept] == [getattr(before, name) for name in kept]
    assert log() == [("letters", "withdraw", NOW)]
    page = page_of(staff, sent)
    assert "这封信已删除" in page
    assert WORDS not in page
    assert PHONE not in page
    assert "打不开" not in page
    assert len(log()) == 1  # nothing was there to read


def test_a_withdrawn_letter_sent_again_is_signed_for_and_stays_withdrawn(
    staff: Client, sent: LetterItem, device: Device, publisher: Publisher
) -> None:
    act(staff, sent, "withdraw")
    keys = publisher.keys.announced()
    body, answer = device.send(sent)
    said = LettersAnswer.model_validate_json(answer.content)
    verify_letters_answer(said, keys, device.id, body)
    assert (said.stored, said.refused) == ((sent.id,), ())
    letter = Letter.objects.get()
    assert (bytes(letter.sealed), letter.state) == (b"", "withdrawn")


def test_an_erased_contact_does_not_come_back_with_the_letter_sent_again(
    staff: Client, sent: LetterItem, device: Device, publisher: Publisher
) -> None:
    act(staff, sent, "erase")
    device.send(sent)
    assert opened(Letter.objects.get(), publisher.keys).contact is None


def test_a_withdrawn_letter_waits_for_no_reader_and_no_export(
    staff: Client, sent: LetterItem, publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Letter.unread().count() == 1
    act(staff, sent, "withdraw")
    assert Letter.unread().count() == 0
    commands.export_letters()
    assert capsys.readouterr().out == ""


def test_nothing_can_be_done_with_a_withdrawn_letter(staff: Client, sent: LetterItem) -> None:
    act(staff, sent, "withdraw")
    for action in ("close", "correct", "erase", "withdraw"):
        assert act(staff, sent, action, name="王").status_code == 302
    assert [action for _, action, _ in log()] == ["withdraw"]


def test_a_letter_that_no_key_opens_can_still_be_withdrawn(staff: Client, sent: LetterItem) -> None:
    Letter.objects.update(key_id="0" * 16)
    act(staff, sent, "erase")
    assert Letter.objects.get().contact_erased_at is None
    assert bytes(Letter.objects.get().sealed) == sent.sealed
    act(staff, sent, "withdraw")
    assert bytes(Letter.objects.get().sealed) == b""


@pytest.mark.parametrize("action", ["close", "correct", "erase", "withdraw"])
@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_only_the_letters_role_may(sent: LetterItem, person: Any, role: str, action: str) -> None:
    answer = act(signed_in(person(role)), sent, action, name="王")
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")
    letter = Letter.objects.get()
    assert (bytes(letter.sealed), letter.closed_at, letter.withdrawn_at) == (sent.sealed, None, None)
    assert not Reading.objects.exists()


def test_a_form_from_elsewhere_is_refused(sent: LetterItem, person: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("letters"))
    assert act(client, sent, "withdraw").status_code == 403
    assert bytes(Letter.objects.get().sealed) == sent.sealed


def test_an_action_nobody_knows_is_refused_and_does_nothing(staff: Client, sent: LetterItem) -> None:
    assert act(staff, sent, "burn").status_code == 400
    assert act(staff, sent.model_copy(update={"id": sent.id.__class__(int=1)}), "close").status_code == 404
    assert bytes(Letter.objects.get().sealed) == sent.sealed


def test_the_page_shows_who_did_what_in_words(staff: Client, sent: LetterItem) -> None:
    act(staff, sent, "close")
    page = page_of(staff, sent)
    assert "letters，办结" in page
    assert "letters，阅读" in page


# ---- the days ----


def test_contacts_go_within_the_days_after_closing_and_not_long_before(sent: LetterItem, publisher: Publisher) -> None:
    handle(sent.id, Work(Step("close", why="已当面答复")), publisher.keys, Actor(None, NOW))
    keys = publisher.keys
    assert purge(keys, NOW + timedelta(days=88, hours=23), 90) == Purged(0, 0)
    assert opened(Letter.objects.get(), keys).contact is not None
    last = NOW + timedelta(days=89, hours=1)  # the next daily purge would be too late
    assert purge(keys, last, 90) == Purged(1, 0)
    assert opened(Letter.objects.get(), keys).contact is None
    assert log()[-1] == ("到期自动", "erase", last)
    assert purge(keys, last + timedelta(days=1), 90) == Purged(0, 0)


def test_a_letter_that_is_not_closed_keeps_its_contact(sent: LetterItem, publisher: Publisher) -> None:
    assert purge(publisher.keys, NOW + timedelta(days=4000), 90) == Purged(0, 0)
    assert opened(Letter.objects.get(), publisher.keys).contact is not None


def test_one_letter_that_cannot_be_opened_does_not_save_the_others(
    device: Device, sent: LetterItem, publisher: Publisher
) -> None:
    device.send(device.sealed(publisher.keys.announced()))
    Letter.objects.update(closed_at=NOW - timedelta(days=91))
    Letter.objects.filter(pk=sent.id).update(key_id="0" * 16)
    assert purge(publisher.keys, NOW, 90) == Purged(1, 1)
    assert purge(publisher.keys, NOW, 90) == Purged(0, 1)
    with pytest.raises(CannotOpen):
        retention.erase_contact(sent.id, publisher.keys, Actor(None, NOW))


def test_the_command_and_the_running_hub_purge_by_the_setting(
    sent: LetterItem, home: Any, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    Letter.objects.update(closed_at=datetime.now(UTC) - timedelta(days=10))
    purge_letters(home)
    commands.purge_letters()
    assert capsys.readouterr().out == "Contacts of 0 closed letters erased.\n"
    short = home.model_copy(update={"contact_days": 7})
    purge_letters(short)
    assert opened(Letter.objects.get(), HubKeyring(home.keys_dir)).contact is None
    Letter.objects.update(key_id="0" * 16, contact_erased_at=None)
    settings.HUB = short
    with pytest.raises(CommandRefused, match="1 closed letters"):
        commands.purge_letters()


def test_the_days_are_those_of_the_consent_text_unless_set(tmp_path: Path) -> None:
    assert load({"HUB_HOME": str(tmp_path)}).contact_days == 90
    assert load({"HUB_HOME": str(tmp_path), "HUB_CONTACT_DAYS": "30"}).contact_days == 30
    mailbox = (ROOT / "content" / "exhibition" / "mailbox.yaml").read_text(encoding="utf-8")
    assert "办结后 90 天内删除" in mailbox


# ---- the file ----

_ON_DISK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
call_command("migrate", "contenttypes", verbosity=0)
call_command("migrate", "letters", verbosity=0)
from hub.letters.models import Letter
from hub.letters.moves import Actor
from hub.letters.retention import erase_contact, withdraw
from hub.publishing.keys import HubKeyring, create_keys
from tests.hub.station import Device
home = Path(sys.argv[1])
create_keys(home / "keys", ())
keys, device = HubKeyring(home / "keys"), Device()
station, now = device.known(), datetime.now(UTC)
items = [device.sealed(keys.announced(), "words %d" % n) for n in range(12)]
for one in items:
    Letter.objects.create(
        id=one.id, station=station, key_id=one.key_id, created=now, received=now, sealed=one.sealed
    )
def on_disk():
    held = b"".join(path.read_bytes() for path in home.glob("hub.sqlite3*"))
    return [one.sealed[200:264] in held for one in items]
assert all(on_disk()), "a letter should be found before it is erased"
erase_contact(items[3].id, keys, Actor(None, now))
withdraw(items[7].id, Actor(None, now))
print([place for place, found in enumerate(on_disk()) if not found])
"""


def test_what_was_erased_is_not_in_the_database_file_or_its_journal(tmp_path: Path) -> None:
    """The old ciphertext holds the phone for whoever has the hub's key: none of its bytes may stay behind."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith(("HUB_", "DJANGO_"))}
    environ |= {"HUB_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "hub.site.settings"}
    command = [sys.executable, "-c", _ON_DISK, str(tmp_path)]
    done = subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "[3, 7]\n", done.stderr
