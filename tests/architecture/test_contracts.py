"""The arrows of docs/adr are contracts, the contracts cover the whole house, and they hold."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: dict[str, dict[str, Any]] = {one["id"]: one for one in PROJECT["tool"]["importlinter"]["contracts"]}
SHARED_BY_SCREENS = {"widgets", "inputs", "parts", "access"}
"""Folders of `screens/` that are no screens: what screens are built from."""


def test_every_contract_is_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-4000:]


def test_every_screen_is_kept_apart_from_the_others() -> None:
    """A new screen is one folder; forgetting to name it in the contract would let it reach into its neighbours."""
    folders = {found.parent.name for found in (ROOT / "screens").glob("*/__init__.py")}
    named = {module.removeprefix("screens.") for module in CONTRACTS["screens"]["modules"]}
    assert named == folders - SHARED_BY_SCREENS


def test_every_package_stands_under_the_arrows() -> None:
    packaged = set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    layers = {name.strip() for layer in CONTRACTS["arrows"]["layers"] for name in layer.split("|")}
    assert layers == packaged == set(PROJECT["tool"]["importlinter"]["root_packages"])


def test_a_linter_run_would_notice_a_wrong_arrow(tmp_path: Path) -> None:
    """The contract is not kept merely because the linter sees nothing: content reaching for the glass is refused."""
    for name, text in (("content", "import screens\n"), ("screens", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(text)
    config = tmp_path / ".importlinter"
    config.write_text(
        "[importlinter]\nroot_packages =\n    content\n    screens\n"
        "[importlinter:contract:arrows]\nname = arrows\ntype = layers\nlayers =\n    screens\n    content\n"
    )
    linter = Path(sys.executable).with_name("lint-imports")
    command = [linter, "--no-cache", "--config", config]
    environ = {"PYTHONPATH": str(tmp_path)}
    ended = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "content is not allowed to import screens" in ended.stdout


@pytest.mark.parametrize(
    "module",
    ["screens.session", "screens.tokens", "content.catalog", "sync.client", "media.images", "media.fonts"],
)
def test_what_decides_runs_without_kivy(module: str) -> None:
    """Imported alone in a fresh interpreter, none of them brings Kivy along, not even through a lazy detour."""
    program = f"import sys; import {module}; sys.exit('kivy' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
