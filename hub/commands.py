"""What the commands do, once Django is set up. Results go to stdout; refusals are raised (see `hub.refusals`)."""

from __future__ import annotations

import base64
import getpass
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from content.authoring import read_exhibition
from content.checks.translations import read as read_translations
from hub.deputies.directory import read_directory, store_directory
from hub.deputies.files import Unreadable, taken
from hub.deputies.importing import BadFile, Wish, bring_in
from hub.deputies.models import DirectoryState
from hub.deputies.report import Problem, Report
from hub.exhibition import live, pictures, translations
from hub.letters import areas
from hub.letters.models import Letter
from hub.letters.reading import read
from hub.letters.retention import purge
from hub.letters.voices import hear
from hub.publishing.keys import ROLES as ROLES_THAT_SIGN
from hub.publishing.keys import HubKeyring, create_keys
from hub.publishing.narration import NarrationRefused
from hub.publishing.services import hub_settings, keyring, narration, publisher
from hub.refusals import CommandRefused
from hub.site.roles import ROLES, ensure_roles, group_of
from hub.stations.enrolment import issue_code
from hub.stations.heartbeat import ask_again as ask_stations
from sync.bundle import write_bundle
from sync.messages import LetterDocument
from sync.seal import CannotOpen


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def init(admin: str) -> None:
    """Create what is missing: keys, tables, roles, the signed repository, an administrator."""
    hub = hub_settings()
    hub.home.mkdir(parents=True, exist_ok=True)
    repository = publisher().repository()
    made = create_keys(hub.keys_dir, () if repository.exists() else ROLES_THAT_SIGN)
    if not hub.database_url:  # before SQLite opens it: its journal takes the mode that the file has then
        database = hub.home / "hub.sqlite3"
        database.touch(mode=0o600)
        database.chmod(0o600)
    call_command("migrate", verbosity=0)
    ensure_roles()
    if not repository.exists():
        repository.create(keyring().announced())
    if admin:
        add_user(admin, [], admin=True, password_stdin=True)
    say(f"{hub.home}: {'new keys made; ' if made else ''}ready. Next: hub import content, hub publish, hub run.")


def run(host: str, port: int) -> None:
    """Serve until stopped."""
    from hub.server import serve

    if not publisher().repository().exists():
        raise CommandRefused(f"{hub_settings().home} is no hub yet; run `hub init {hub_settings().home}` first.")
    serve(host, port, hub_settings(), publisher())


def import_content(folder: Path, *, overwrite: bool) -> None:
    """A folder of exhibits becomes the live content; its directory only where none has been imported."""
    has_directory = DirectoryState.objects.exists()
    own = (folder / "directory.json").is_file()
    directory = read_directory() if has_directory or not own else None
    exhibition = read_exhibition(folder, directory)
    try:
        found = pictures.of_folder(folder, exhibition)
    except pictures.UnfitPicture as error:
        raise CommandRefused(str(error)) from error
    with transaction.atomic():
        done = live.store(exhibition, overwrite=overwrite)
        translations.imported(exhibition, read_translations(folder))
        pictures.keep(found)
    if not has_directory:
        store_directory(exhibition.directory, timezone.now())
    heard = narration().take(folder, exhibition)
    say(f"{done.new} new, {done.changed} changed, {done.same} unchanged. Stations get them with `hub publish`.")
    if heard:
        say(f"{heard} recordings read them aloud.")


def narrate(minutes: float | None) -> None:
    """The neural voice reads the live texts that have no recording."""
    try:
        narration().record(live.assemble(), minutes)
    except NarrationRefused as error:
        raise CommandRefused(str(error)) from error
    left = narration().missing(live.assemble())
    say(f"{left} texts without a recording. Stations get the others with `hub publish`.")


def read_by_person(file: Path, exhibit: str, language: str, beginning: str) -> None:
    """A person's reading of one text goes before the neural voice's."""
    try:
        reading = narration().take_person(file, live.assemble(), exhibit, language, beginning)
    except NarrationRefused as error:
        raise CommandRefused(str(error)) from error
    say(f"Kept for: {reading.text}\nStations get it with `hub publish`.")


def import_deputies(
    file: Path, as_of: str, *, only: str, fills: list[str], many_leave: bool, dry_run: bool, as_json: bool
) -> None:
    """A file becomes the directory; the report says how, or why not."""
    try:
        on = date.fromisoformat(as_of) if as_of else timezone.localdate()
    except ValueError as error:
        raise CommandRefused(f"{as_of!r} is no day; write it as 2026-01-31.") from error
    if wrong := [one for one in fills if "=" not in one]:
        raise CommandRefused(f"--fill {wrong[0]!r}: write it as COLUMN=VALUE.")
    filled = {column.strip(): value.strip() for column, _, value in (one.partition("=") for one in fills)}
    wish = Wish(on, only, filled, many_leave, dry_run)
    try:
        report = bring_in(taken(file), file.name, wish, timezone.now())
    except Unreadable as error:
        report = Report(file.name, problems=(Problem(error.row, "", error.what, error.cure),), dry_run=dry_run)
    except OSError as error:
        raise CommandRefused(f"{file} cannot be read: {error.strerror}.") from error
    if as_json:
        say(report.as_json())
    if report.refused:
        raise BadFile(report)
    if not as_json:
        say(report.text())


def publish(refresh: bool) -> None:
    """Live content -> stations; or only fresh signatures."""
    if refresh:
        publisher().refresh()
        say("Signed again.")
        return
    press = publisher()
    outcome = press.publish()
    if outcome.is_new:
        say(f"Release {outcome.label}: {len(outcome.changes)} files changed.")
    else:
        say(f"Nothing has changed since release {outcome.label}.")
    for one in press.stale():
        say(one.sentence)


def enrol(station: str) -> None:
    say(issue_code(station, timezone.now()))


def bundle(out: Path) -> None:
    report = write_bundle(hub_settings().repo_dir, out)
    releases = ", ".join(report.releases) or "no release yet"
    say(f"{report.files} files ({report.total_bytes} bytes), {report.copied} copied: {releases}.")


def export_letters() -> None:
    """Every letter that can be opened, as a JSON line; each is a reading."""
    keys, shut = keyring(), 0
    for letter in Letter.objects.filter(withdrawn_at=None).order_by("received", "id").iterator():
        try:
            document = read(letter, None, keys, timezone.now(), channel="export")
        except CannotOpen:
            shut += 1
            continue
        said = document.model_dump(mode="json", exclude={"pin_hash"})
        if document.voice is not None:
            said["voice"]["audio"] = _audio(letter, document, keys)
        line = json.dumps(said, ensure_ascii=False)
        # what a terminal would obey or not show is escaped, which is the same JSON
        say("".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in line))
    if shut:
        raise CommandRefused(f"{shut} letters cannot be opened with the keys of this hub.")


def _audio(letter: Letter, document: LetterDocument, keys: HubKeyring) -> str | None:
    """The recording in base64; None while it is on its way, and after it was erased."""
    try:
        return base64.b64encode(hear(letter, document, None, keys, timezone.now(), channel="export")).decode("ascii")
    except CannotOpen:
        return None


def purge_letters() -> None:
    """Contacts whose days are over go; letters that no key here opens are refused as a number."""
    done = purge(keyring(), timezone.now(), hub_settings().contact_days)
    say(f"Contacts of {done.erased} closed letters erased.")
    if done.shut:
        raise CommandRefused(f"{done.shut} closed letters cannot be opened; their contacts could not be erased.")


def ask_again(since: str) -> None:
    try:
        at = datetime.fromisoformat(since)
    except ValueError as error:
        raise CommandRefused(f"{since!r} is no time; write it as 2026-01-31T08:00:00+08:00.") from error
    count = ask_stations(at if at.tzinfo else timezone.make_aware(at))
    say(f"{count} stations will be asked at their next heartbeat.")


def add_user(
    name: str,
    roles: list[str],
    *,
    admin: bool,
    password_stdin: bool,
    districts: list[str] | None = None,
    township: str = "",
) -> None:
    """A person who may sign in; known names get the new password and roles. Without districts, letters are all seen."""
    try:
        wanted = areas.named(districts or [], township, timezone.localdate())
    except areas.NoSuchDistrict as error:
        raise CommandRefused(str(error)) from error
    unknown = [role for role in roles if role not in ROLES]
    if unknown:
        raise CommandRefused(f"{unknown[0]!r} is no role; there are {', '.join(ROLES)}.")
    if not roles and not admin:
        raise CommandRefused(f"say what {name} may do: --role {' | '.join(ROLES)}, or --admin.")
    ensure_roles()
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else getpass.getpass(f"Password for {name}: ")
    model: Any = get_user_model()
    user = model.objects.filter(username=name).first() or model(username=name)
    validate_password(password, user)
    user.is_superuser = user.is_staff = admin
    user.set_password(password)
    user.save()
    user.groups.set([group_of(role) for role in roles])
    seen = areas.give(user, wanted if {"letters", "overseer"} & set(roles) else ())
    say(f"{name} can sign in." + (f" Letters: {seen}." if seen else ""))


def doctor() -> None:
    """Every problem as a sentence; a healthy hub says so."""
    from hub.doctor import examine

    found = examine(hub_settings(), publisher(), timezone.now())
    if found:
        raise CommandRefused("\n".join(found))
    say("This hub is well.")
