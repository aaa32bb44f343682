"""A hub for each test: its own home and keys, the bundled exhibition and a few sample deputies in the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.hub.environment import set_up

set_up()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.test import Client  # noqa: E402

from content import schema  # noqa: E402
from content.authoring import read_exhibition  # noqa: E402
from content.samples.deputies import generate  # noqa: E402
from hub.config import HubSettings  # noqa: E402
from hub.deputies.directory import store_directory  # noqa: E402
from hub.deputies.rows import published_regions  # noqa: E402
from hub.exhibition import live, pictures  # noqa: E402
from hub.letters.areas import EVERYWHERE, Area, give  # noqa: E402
from hub.publishing.builder import Publisher  # noqa: E402
from hub.publishing.keys import HubKeyring, create_keys  # noqa: E402
from hub.site.roles import ensure_roles, group_of  # noqa: E402

BUNDLED = Path(__file__).parents[2] / "content" / "exhibition"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock in the test's hand."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture(scope="session")
def directory() -> schema.Directory:
    """Forty made-up deputies."""
    on = date(2026, 1, 1)
    deputies = tuple(schema.Deputy.model_validate(one) for one in generate(1, 40, on))
    return schema.Directory(as_of=on, regions=published_regions(on), deputies=deputies)


@pytest.fixture(scope="session")
def exhibition(directory: schema.Directory) -> schema.Exhibition:
    """The exhibition in the package."""
    return read_exhibition(BUNDLED, directory)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> HubSettings:
    """A hub's home with keys, without a repository yet."""
    hub = HubSettings(home=tmp_path / "hub", keep_releases=3, layout_program="off")
    create_keys(hub.keys_dir)
    settings.HUB = hub
    cache.clear()
    return hub


@pytest.fixture
def publisher(home: HubSettings, clock: Clock) -> Publisher:
    """The publisher of an initialized hub."""
    made = Publisher(home.repo_dir, HubKeyring(home.keys_dir), home.channel, clock, home.keep_releases)
    made.repository().create(made.keys.announced())
    return made


@pytest.fixture
def filled(db: None, exhibition: schema.Exhibition) -> schema.Exhibition:
    """The bundled exhibition, live in the database."""
    store_directory(exhibition.directory, NOW)
    live.store(exhibition)
    pictures.keep(pictures.of_folder(BUNDLED, exhibition))
    return exhibition


@pytest.fixture
def person(db: None) -> Any:
    """Makes someone who may sign in, by role; letters of everywhere unless areas are given."""
    ensure_roles()

    def make(*roles: str, admin: bool = False, name: str = "", areas: tuple[Area, ...] = (EVERYWHERE,)) -> Any:
        name = name or "-".join(roles) or "admin"
        user = get_user_model().objects.create_user(name, password=None, is_superuser=admin, is_staff=admin)
        user.groups.set([group_of(role) for role in roles])
        if {"letters", "overseer"} & set(roles):
            give(user, areas)
        return user

    return make


@pytest.fixture
def editor(person: Any, filled: Any) -> Client:
    """Signed in as an editor, with the exhibition live."""
    client = Client()
    client.force_login(person("editor"))
    return client


@pytest.fixture(autouse=True)
def _no_leftover_cache() -> Iterator[None]:
    yield
    cache.clear()
