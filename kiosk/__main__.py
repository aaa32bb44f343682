"""The station's command line. A typed error becomes one sentence on stderr and exit code 1; wrong usage is 2."""

from __future__ import annotations

import argparse
import getpass
import logging
import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk import config
from kiosk.commands import Refused


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    arguments = _parser().parse_args(argv)
    logging.getLogger("sync").addHandler(logging.NullHandler())  # a refusal is one sentence, not also a log line
    try:
        settings = config.from_environment()
        run: Callable[[argparse.Namespace, config.Settings], int] = arguments.run
        return run(arguments, settings)
    except (Refused, config.SettingsError) as error:
        sys.stderr.write(f"kiosk: {error}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description="A Bayu exhibition station.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="show the station full screen")
    run.add_argument("--windowed", action="store_true", help="in a window, not full screen")
    run.add_argument("--size", type=_size, help="window size, WxH")
    run.set_defaults(run=_run)

    sync = commands.add_parser("sync", help="fetch content and send letters")
    sync.add_argument("--once", action="store_true", help="one turn, then stop (the default without a running station)")
    sync.add_argument("--from", dest="source", type=Path, metavar="DIR", help="take content from a folder (USB)")
    sync.set_defaults(run=_sync)

    enrol = commands.add_parser("enrol", help="join a hub with a one-time code")
    enrol.add_argument("--hub", required=True, metavar="URL", help="address of the hub")
    enrol.add_argument("--code", required=True, help="what `hub enrol` printed")
    enrol.add_argument("--replace", action="store_true", help="leave the hub this station belongs to")
    enrol.set_defaults(run=_enrol)

    doctor = commands.add_parser("doctor", help="say what is wrong with this station")
    doctor.set_defaults(run=_doctor)

    pin = commands.add_parser("pin", help="make the hash of a staff PIN, for the setting staff_pin_hash")
    pin.set_defaults(run=_pin)

    shots = commands.add_parser("shots", help="render screens in every variant")
    shots.add_argument("out", type=Path, metavar="OUT")
    shots.add_argument("--screen", action="append", metavar="ID")
    shots.add_argument("--size", action="append", type=_size, metavar="WxH")
    shots.add_argument("--language", action="append", help="zh-Hans, zh-Hant, en, or a pack's")
    shots.add_argument("--theme", action="append", choices=["light", "contrast"])
    shots.add_argument("--text", action="append", choices=["normal", "large", "huge"])
    shots.add_argument("--reach", action="append", choices=["normal", "low"])
    shots.set_defaults(run=_shots)

    fits = commands.add_parser("fits", help="say which texts of some content do not fit, in every variant")
    fits.add_argument("content", type=Path, metavar="CONTENT", help="an authors' folder, or the files of a release")
    fits.add_argument("--only", action="append", default=[], metavar="PART", help="an exhibit's id, home, quiz...")
    fits.add_argument("--json", action="store_true", help="for programs: one JSON object")
    fits.set_defaults(run=_fits)

    narrate = commands.add_parser("narrate", help="record content with the neural voice; goes on where it stopped")
    narrate.add_argument("out", type=Path, metavar="OUT", help="folder for the recordings")
    narrate.add_argument("--content", type=Path, metavar="DIR", help="authors' folder, or the files of a release")
    narrate.add_argument("--minutes", type=float, metavar="N", help="begin nothing new after N minutes")
    narrate.set_defaults(run=_narrate)

    words = commands.add_parser("words", help="write, check or compile a language pack, in a translator's folder")
    words.add_argument("what", choices=["extract", "check", "compile"])
    words.add_argument("folder", type=Path, metavar="FOLDER", help="with a pack.yaml in it")
    words.add_argument("out", type=Path, nargs="?", metavar="OUT", help="compile: a .zip or a folder; else FOLDER.zip")
    words.add_argument("--content", type=Path, metavar="DIR", help="authors' folder; without it the bundled exhibition")
    words.add_argument("--draft", action="store_true", help="compile what is not finished, to look at it")
    words.set_defaults(run=_words)

    drive = commands.add_parser("drive", help="the real app, headless: one JSON command a line")
    drive.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH")
    drive.add_argument("--home", type=Path, metavar="DIR", help="state folder; a fresh temporary one without it")
    drive.set_defaults(run=_drive)
    return parser


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1920x1080")
    return int(match[1]), int(match[2])


def _run(arguments: argparse.Namespace, settings: config.Settings) -> int:
    from kiosk import commands

    return commands.run(settings, arguments.size, fullscreen=not arguments.windowed)


def _sync(arguments: argparse.Namespace, settings: config.Settings) -> int:
    from kiosk import commands

    return commands.sync(settings, arguments.source, once=arguments.once)


def _enrol(arguments: argparse.Namespace, settings: config.Settings) -> int:
    from kiosk import commands

    return commands.enrol(settings, arguments.hub, arguments.code, replace=arguments.replace)


def _doctor(_: argparse.Namespace, settings: config.Settings) -> int:
    from kiosk.supervise import doctor

    findings = doctor.examine(settings, os.environ)
    for finding in findings:
        sys.stdout.write(f"{finding}\n")
    if not findings:
        sys.stdout.write("This station is well.\n")
    return 1 if any(finding.serious for finding in findings) else 0


def _pin(_: argparse.Namespace, __: config.Settings) -> int:
    from screens.staff import hash_staff_pin

    pin = getpass.getpass("Six digits: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    if not re.fullmatch(r"\d{6}", pin):
        raise Refused("a staff PIN has six digits")
    sys.stdout.write(hash_staff_pin(pin) + "\n")
    return 0


def _shots(arguments: argparse.Namespace, settings: config.Settings) -> int:
    from kiosk import commands

    sizes = arguments.size or [(1920, 1080), (1080, 1920)]
    with tempfile.TemporaryDirectory(prefix="kiosk-shots-") as home:
        station = settings.model_copy(update={"home": Path(home)})
        return commands.shots(station, arguments, sizes)


def _fits(arguments: argparse.Namespace, _: config.Settings) -> int:
    from kiosk.fits import command

    try:
        return command.fits(arguments.content, arguments.only, as_json=arguments.json)
    except command.Unreadable as error:
        raise Refused(f"{arguments.content}: {error}") from error


def _narrate(arguments: argparse.Namespace, _: config.Settings) -> int:
    from kiosk import narrate
    from media.narrate import Busy, VoiceMissing, VoiceTroubled

    try:
        left = narrate.command(arguments.out, arguments.content, arguments.minutes)
    except (narrate.Unreadable, VoiceMissing, VoiceTroubled, Busy, OSError) as error:
        raise Refused(str(error)) from error
    sys.stdout.write(f"{left} texts have no recording yet.\n" if left else "Every text is recorded.\n")
    return 0


def _words(arguments: argparse.Namespace, _: config.Settings) -> int:
    from content.packs import PackError
    from kiosk import pack_words

    try:
        return pack_words.command(
            arguments.what, arguments.folder, arguments.out, arguments.content, draft=arguments.draft
        )
    except (PackError, OSError) as error:
        raise Refused(str(error)) from error


def _drive(arguments: argparse.Namespace, settings: config.Settings) -> int:
    from kiosk import commands

    if arguments.home is not None:
        return commands.drive(settings.model_copy(update={"home": arguments.home}), arguments.size)
    with tempfile.TemporaryDirectory(prefix="kiosk-drive-") as home:
        return commands.drive(settings.model_copy(update={"home": Path(home)}), arguments.size)


if __name__ == "__main__":
    sys.exit(main())
