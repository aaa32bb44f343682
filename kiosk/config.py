"""The station's settings: frozen, from a TOML file and `KIOSK_*` variables. Each is described in docs/settings.md."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

PREFIX = "KIOSK_"


class SettingsError(Exception):
    """A setting is wrong; the message names it and where it was set."""


class Settings(BaseModel):
    """Everything an installer may decide. `home` is where a station keeps what it must not lose."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Field(default=Path("var/station"), description="State: key, content, outbox")
    station_name: str = Field(default="", description="Name on the strip; empty: the name given at enrolment")
    tier: Literal["", "city", "district", "town", "village"] = Field(
        default="", description="Where the station stands in the tree of tiers"
    )
    language: Literal["zh-Hans", "zh-Hant", "en"] = Field(default="zh-Hans", description="Language at rest")
    packs: Path | None = Field(default=None, description="Folder of compiled language packs, for translators")
    theme: Literal["light", "contrast"] = Field(default="light", description="Theme at rest")
    text: Literal["normal", "large", "huge"] = Field(
        default="normal", description="Text size at rest; large under 27 inches"
    )
    reach: Literal["normal", "low"] = Field(default="normal", description="Reach at rest")
    glass_width_mm: float = Field(default=0.0, ge=0, le=5000, description="Width of the picture; 0: not measured")
    glass_height_mm: float = Field(default=0.0, ge=0, le=5000, description="Height of the picture; 0: not measured")
    glass_edge_mm: float = Field(default=700.0, ge=0, le=3000, description="From the floor to its lower edge")
    glass_over: bool = Field(default=False, description="Whether hands reach over something 510 to 635 mm deep")
    poll_seconds: float = Field(default=60.0, gt=0, description="How often to look for new content")
    staff_pin_hash: str = Field(default="", description="From `kiosk pin`; empty: the staff page stays shut")
    voice: Literal["auto", "pyttsx3", "silent"] = Field(default="auto", description="Who reads aloud")
    microphone: str = Field(
        default="auto", pattern=r"^[\w.,:=-]{1,80}$", description="For letters by voice: auto, off, or an ALSA device"
    )
    chime_volume: int = Field(default=60, ge=0, le=100, description="Loudness of the bell for staff; 0: silent")
    call_minutes: int = Field(default=3, ge=1, le=30, description="Minutes after which other ways are named")
    staff_phone: str = Field(default="", max_length=40, description="Telephone named when nobody answers a call")
    staff_hours: str = Field(default="", max_length=60, description="When staff are there, such as 9:00-17:00")
    film_sound: Literal["auto", "pulse", "alsa", "silent"] = Field(
        default="auto", description="Where the sound of films goes; auto: to what this machine has"
    )
    accent: Literal["southern", "standard"] = Field(
        default="southern", description="Whose pinyin is understood: southern lets z stand for zh, l for n, in for ing"
    )
    touch: Literal["mouse", "mtdev"] = Field(default="mouse", description="Where touches come from")
    keypad: str = Field(default="", description="Keys of a tactile keypad: `previous=left next=right press=enter`")
    trust: str = Field(default="", description="Fingerprint of the hub's root, checked at enrolment")

    @field_validator("keypad")
    @classmethod
    def _keypad_is_one(cls, text: str) -> str:
        from screens.access.keypad import parse

        parse(text)
        return text


def load(environ: Mapping[str, str], file: Path | None = None) -> Settings:
    """Settings from `file` (or `KIOSK_CONFIG`), overruled by `KIOSK_*` variables.

    Raises: SettingsError for an unknown or wrong setting, naming it.
    """
    path = file or (Path(environ[PREFIX + "CONFIG"]) if PREFIX + "CONFIG" in environ else None)
    values: dict[str, Any] = {}
    if path is not None:
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"{path}: cannot be read as TOML: {error}") from error
    for name in Settings.model_fields:
        variable = PREFIX + name.upper()
        if variable in environ:
            values[name] = environ[variable]
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"setting {where!r}: {first['msg']} (see docs/settings.md)") from error


def from_environment() -> Settings:
    """Settings of this process."""
    return load(os.environ)
