"""Settings: from file and environment, wrong ones named, every one documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.config import HubSettings, SettingsError, load

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"


def test_a_variable_overrules_the_file(tmp_path: Path) -> None:
    (tmp_path / "hub.toml").write_text('channel = "city"\nthreads = 3\n')
    settings = load({"HUB_HOME": str(tmp_path), "HUB_THREADS": "5", "HUB_MIRRORS": "http://a http://b"})
    assert (settings.channel, settings.threads, settings.mirrors) == ("city", 5, ("http://a", "http://b"))
    assert settings.keys_dir == tmp_path / "keys"


@pytest.mark.parametrize(
    ("text", "said"),
    [("threads = 0", "threads"), ('chanel = "x"', "chanel"), ("channel = [", "TOML")],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "hub.toml").write_text(text)
    with pytest.raises(SettingsError, match=said):
        load({"HUB_HOME": str(tmp_path)})


def test_a_config_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"hub\.toml"):
        load({"HUB_CONFIG": str(tmp_path / "hub.toml")})


def test_sqlite_in_the_home_is_the_default_and_commits_durably(tmp_path: Path) -> None:
    database = HubSettings(home=tmp_path).database()
    assert database["NAME"] == str(tmp_path / "hub.sqlite3")
    assert "synchronous=FULL" in database["OPTIONS"]["init_command"]
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_postgresql_address_is_understood() -> None:
    database = HubSettings(database_url="postgresql://hub:p%40ss@db.local:5433/bayu").database()
    wanted = {"NAME": "bayu", "USER": "hub", "PASSWORD": "p@ss", "HOST": "db.local", "PORT": "5433"}
    assert wanted.items() <= database.items()
    socket = HubSettings(database_url="postgresql:///bayu?host=/run/postgresql").database()
    assert socket["HOST"] == "/run/postgresql"


def test_another_database_is_refused() -> None:
    with pytest.raises(SettingsError, match="postgresql"):
        HubSettings(database_url="mysql://x/y").database()


def test_the_hub_answers_to_its_own_name_only() -> None:
    assert HubSettings(base_url="https://hub.city.example").hosts == ("hub.city.example", "127.0.0.1", "localhost")


def test_every_setting_is_documented() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [name for name in HubSettings.model_fields if f"`HUB_{name.upper()}`" not in text] == []
