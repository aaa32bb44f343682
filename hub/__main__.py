"""The hub's command line: `hub init`, `run`, `import`, `publish`, `enrol`, `bundle`, `letters`, `user`, `doctor`.

Owns arguments, sentences and exit codes (0 done, 1 refused with one sentence on stderr, 2 wrong usage). The work is in
`hub.commands`, which is imported only when a command needs Django.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="The hub of the stations."
)
imports = typer.Typer(no_args_is_help=True, help="Bring in content or deputies.")
letters = typer.Typer(no_args_is_help=True, help="Letters that stations sent.")
users = typer.Typer(no_args_is_help=True, help="Who may sign in.")
app.add_typer(imports, name="import")
app.add_typer(letters, name="letters")
app.add_typer(users, name="user")


def _do(command: str, *arguments: Any, **options: Any) -> None:
    """Set Django up, then do the command; a refusal becomes a sentence on stderr and exit code 1."""
    from hub.config import SettingsError

    try:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.site.settings")
        import django

        django.setup()
        from hub import commands

        work: Callable[..., None] = getattr(commands, command)
        work(*arguments, **options)
    except SettingsError as error:
        _refuse(str(error))
    except Exception as error:
        from hub.refusals import sentence_of

        sentence = sentence_of(error)
        if sentence is None:
            raise
        _refuse(sentence)


def _refuse(sentence: str) -> None:
    sys.stderr.write(sentence.rstrip() + "\n")
    raise SystemExit(1)


@app.command()
def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The hub's home")],
    admin: Annotated[str, typer.Option(help="Also make this administrator; the password is read from stdin")] = "",
) -> None:
    """Create a hub's home: database, keys, an empty signed repository. Does nothing that has been done."""
    os.environ["HUB_HOME"] = str(directory.absolute())
    directory.mkdir(parents=True, exist_ok=True)
    _do("init", admin)


@app.command()
def run(
    host: Annotated[str, typer.Option(help="Address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8600,
) -> None:
    """Serve the console, the device API and the published repository."""
    _do("run", host, port)


@imports.command("content")
def import_content(
    directory: Annotated[Path, typer.Argument(metavar="DIR", exists=True, file_okay=False)],
    overwrite: Annotated[bool, typer.Option(help="Even where staff have unpublished drafts")] = False,
) -> None:
    """Read a folder of exhibits and make it the live content. Stations get it with `hub publish`."""
    _do("import_content", directory, overwrite=overwrite)


@imports.command("deputies")
def import_deputies(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)],
    as_of: Annotated[str, typer.Option(help="The day the file describes, 2026-01-31; default: today")] = "",
    only: Annotated[str, typer.Option(metavar="DISTRICT", help="Change this district alone; others stay")] = "",
    fill: Annotated[list[str], typer.Option(metavar="COLUMN=VALUE", help="For cells left empty; may be repeated")] = [],  # noqa: B006
    many_leave: Annotated[bool, typer.Option("--many-leave", help="Even if most of the directory leaves")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The whole report as JSON")] = False,
) -> None:
    """Make the directory what a CSV, XLSX or Popolo JSON file says, or say row by row why not (docs/deputies.md)."""
    _do("import_deputies", file, as_of, only=only, fills=fill, many_leave=many_leave, dry_run=dry_run, as_json=as_json)


@app.command()
def publish(
    refresh: Annotated[bool, typer.Option("--refresh", help="Only sign again that nothing is newer")] = False,
) -> None:
    """Send the live content to the stations."""
    _do("publish", refresh)


@app.command()
def narrate(
    minutes: Annotated[float | None, typer.Option(help="Begin nothing new after this many minutes")] = None,
) -> None:
    """Have the neural voice record the live texts that nobody has read; goes on where it stopped (`make voices`)."""
    _do("narrate", minutes)


@app.command("reading")
def reading(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="Any sound file")],
    exhibit: Annotated[str, typer.Option(help="Id of the exhibit")],
    text: Annotated[str, typer.Option(help="The first words of the text, as they are read aloud")],
    language: Annotated[str, typer.Option(help="zh-Hans or en")] = "zh-Hans",
) -> None:
    """Keep a person's recording of one text; stations play it before any other voice."""
    _do("read_by_person", file, exhibit, language, text)


@app.command()
def enrol(station: Annotated[str, typer.Argument(metavar="STATION", help="Name of the new station")]) -> None:
    """Print a one-time code, good for 24 hours, with which a station of this name joins."""
    _do("enrol", station)


@app.command()
def bundle(out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder, such as a USB stick")]) -> None:
    """Copy the published release for stations without a network."""
    _do("bundle", out)


@letters.command("export")
def export_letters() -> None:
    """Print all letters in clear, one JSON object a line; every one is written down as read."""
    _do("export_letters")


@letters.command("ask-again")
def ask_again(since: Annotated[str, typer.Argument(metavar="TIME", help="2026-01-31T08:00:00+08:00")]) -> None:
    """After restoring a backup made at TIME: ask stations for what they delivered since."""
    _do("ask_again", since)


@letters.command("purge")
def purge_letters() -> None:
    """Erase name and phone from letters closed long enough ago; `hub run` does so by itself."""
    _do("purge_letters")


@users.command("add")
def add_user(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    role: Annotated[
        list[str], typer.Option(help="editor, publisher, letters, overseer or reception; may be repeated")
    ] = [],  # noqa: B006
    district: Annotated[list[str], typer.Option(help="Letters of this district only; may be repeated")] = [],  # noqa: B006
    township: Annotated[str, typer.Option(help="Letters of this township of the one district only")] = "",
    admin: Annotated[bool, typer.Option(help="May do everything")] = False,
    password_stdin: Annotated[bool, typer.Option("--password-stdin", help="Read the password from stdin")] = False,
) -> None:
    """Let a person sign in, or give one who can another password and other roles."""
    _do("add_user", name, role, admin=admin, password_stdin=password_stdin, districts=district, township=township)


@app.command()
def doctor() -> None:
    """Say in sentences what is wrong with this hub."""
    _do("doctor")


def main() -> None:
    """Entry point of the `hub` script."""
    app()


if __name__ == "__main__":
    main()
