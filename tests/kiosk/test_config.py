"""Settings are refused by name when they are wrong."""

from pathlib import Path

import pytest

from kiosk.config import Settings, SettingsError, load


def test_variables_win_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text('language = "en"\npoll_seconds = 30\n', encoding="utf-8")
    settings = load({"KIOSK_LANGUAGE": "zh-Hans"}, file)
    assert settings.language == "zh-Hans"
    assert settings.poll_seconds == 30


@pytest.mark.parametrize("line", ['langauge = "en"', 'language = "fr"', "poll_seconds = 0"])
def test_a_wrong_setting_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "station.toml"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError, match=line.partition(" ")[0]):
        load({}, file)


def test_a_file_that_is_no_toml_is_refused_with_its_name(tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text("= nonsense", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"station\.toml"):
        load({}, file)


def test_every_setting_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    for name in Settings.model_fields:
        assert f"`{name}`" in text, name
