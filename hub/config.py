"""The hub's settings: frozen, from a TOML file and `HUB_*` variables. Each is described in docs/settings.md.

Owns names, defaults and where things lie in the hub's home. Leaves Django's own settings to `hub.site.settings`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

PREFIX = "HUB_"


class SettingsError(Exception):
    """A setting is wrong; the message names it."""


def _words(value: object) -> object:
    return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_words)]


class HubSettings(BaseModel):
    """Everything an operator may decide."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Field(default=Path("var/hub"), description="Folder of database, keys and published files")
    database_url: str = Field(default="", description="postgresql://user:password@host/name; empty: SQLite in home")
    base_url: str = Field(default="http://127.0.0.1:8600", description="Address by which staff reach the hub")
    allowed_hosts: Words = Field(default=(), description="Further host names the hub answers to")
    channel: str = Field(default="main", pattern=r"^[a-z0-9][a-z0-9-]{0,62}$", description="Channel that is published")
    mirrors: Words = Field(default=(), description="Addresses of mirrors told to stations at enrolment")
    keep_releases: int = Field(default=5, ge=2, description="Releases whose files stay available")
    refresh_hours: float = Field(default=24.0, gt=0, description="How often the running hub signs its timestamp again")
    contact_days: int = Field(default=90, ge=1, description="Days after closing a letter by which its contact is gone")
    letters_to: Words = Field(default=("county", "township"), description="Levels of deputies who take letters")
    reply_days: int = Field(default=15, ge=1, le=250, description="Working days within which a letter is answered")
    reply_days_longest: int = Field(default=30, ge=1, le=500, description="Working days with the one extension")
    layout_program: str = Field(
        default="auto", description="What lays texts out as stations do: auto (kiosk where installed), off, a command"
    )
    threads: int = Field(default=8, ge=1, description="Requests answered at the same time")
    behind_proxy: bool = Field(default=False, description="A proxy in front sets X-Forwarded-For and -Proto")

    @field_validator("letters_to")
    @classmethod
    def _levels(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        known = ("national", "city", "county", "township")
        if any(one not in known for one in value):
            raise ValueError(f"levels are {', '.join(known)}")
        return value

    @property
    def keys_dir(self) -> Path:
        return self.home / "keys"

    @property
    def repo_dir(self) -> Path:
        return self.home / "repo"

    @property
    def secret_file(self) -> Path:
        return self.keys_dir / "session-secret"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Host names the hub answers to."""
        named = urlsplit(self.base_url).hostname
        return tuple(dict.fromkeys((*self.allowed_hosts, *([named] if named else ()), "127.0.0.1", "localhost")))

    def database(self) -> dict[str, Any]:
        """Django's description of the database. Raises SettingsError for a URL that is none."""
        if not self.database_url:
            return sqlite(str(self.home / "hub.sqlite3"))
        parts = urlsplit(self.database_url)
        if parts.scheme == "sqlite":
            return sqlite(unquote(parts.path.removeprefix("/")) or ":memory:")
        if parts.scheme not in ("postgresql", "postgres"):
            raise SettingsError("database_url: only postgresql:// and sqlite:// are understood")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or "") or _socket_of(parts.query),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }


def sqlite(name: str) -> dict[str, Any]:
    """SQLite as a server needs it: WAL, fsync at every commit (a receipt promises durability), writers queue, and what
    is deleted is overwritten (contact data that was erased must not lie in free pages)."""
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000; PRAGMA secure_delete=ON;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {"init_command": pragmas, "transaction_mode": "IMMEDIATE", "timeout": 20},
    }


def load(environ: Mapping[str, str] = os.environ) -> HubSettings:
    """Settings from `HUB_CONFIG` or `<HUB_HOME>/hub.toml`, overruled by `HUB_*` variables.

    Raises SettingsError for an unknown or wrong setting, naming it.
    """
    home = Path(environ.get(PREFIX + "HOME", "var/hub"))
    path = Path(environ[PREFIX + "CONFIG"]) if PREFIX + "CONFIG" in environ else home / "hub.toml"
    values: dict[str, Any] = {}
    if path.is_file() or PREFIX + "CONFIG" in environ:
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"{path} cannot be read as TOML: {error}") from error
    for name in HubSettings.model_fields:
        if PREFIX + name.upper() in environ:
            values[name] = environ[PREFIX + name.upper()]
    try:
        settings = HubSettings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(f"setting {'.'.join(map(str, first['loc']))!r}: {first['msg']}") from error
    return settings.model_copy(update={"home": settings.home.absolute()})


def _socket_of(query: str) -> str:
    """`?host=/run/postgresql` names a socket folder."""
    return next((unquote(part[5:]) for part in query.split("&") if part.startswith("host=")), "")
