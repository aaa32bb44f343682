"""The publisher and keyring of this hub, from its settings: the one place where views and commands get them."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from hub.config import HubSettings
from hub.publishing.builder import Publisher
from hub.publishing.keys import HubKeyring
from hub.publishing.languages import Languages
from hub.publishing.layouts import layouts
from hub.publishing.narration import Narration


def hub_settings() -> HubSettings:
    """The settings this process runs with."""
    found: HubSettings = settings.HUB
    return found


def keyring() -> HubKeyring:
    return HubKeyring(hub_settings().keys_dir)


def narration() -> Narration:
    """The recordings that this hub keeps."""
    return Narration(hub_settings().home / "narration")


def languages() -> Languages:
    """The language packs that this hub sends along."""
    return Languages(hub_settings().home / "languages")


def publisher() -> Publisher:
    hub = hub_settings()
    return Publisher(
        hub.repo_dir, HubKeyring(hub.keys_dir), hub.channel, timezone.now, hub.keep_releases, narration(),
        layouts(hub.layout_program), languages(),
    )  # fmt: skip
