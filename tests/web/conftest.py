"""A real hub process and a real browser. The hub runs on SQLite in a folder of its own, as `make run` starts it."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from content.samples.deputies import generate
from content.samples.table import write_csv

ROOT = Path(__file__).parents[2]
BUNDLED = ROOT / "content" / "exhibition"
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",  # a microphone that beeps, and nobody to ask
    "--use-fake-ui-for-media-stream",
)

# a form of a thousand inputs on a machine that does other things too
expect.set_options(timeout=30_000)


@dataclass
class Running:
    """A hub that is being served."""

    home: Path
    url: str
    environ: dict[str, str]
    password: str

    def command(self, *arguments: str, told: str = "") -> str:
        """Run `hub ...` beside the server. Its stdout."""
        return run(self.environ, *arguments, told=told)


def run(environ: dict[str, str], *arguments: str, told: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "hub", *arguments],
        env=environ,
        cwd=ROOT,
        input=told,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the hub stopped at once"
        try:
            with urllib.request.urlopen(f"{url}/v1/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the hub did not answer within 30 seconds")


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A hub with the bundled exhibition published, and people who may sign in."""
    folder = tmp_path_factory.mktemp("web")
    environ = {key: value for key, value in os.environ.items() if not key.startswith(("HUB_", "DJANGO_"))}
    port = _free_port()
    environ |= {"HUB_HOME": str(folder / "home"), "HUB_BASE_URL": f"http://127.0.0.1:{port}"}
    environ["HUB_LAYOUT_PROGRAM"] = "off"  # tests/hub and tests/kiosk try it; here it would only take time
    write_csv(folder / "deputies.csv", list(generate(1, 40, date(2026, 1, 1))))
    run(environ, "init", str(folder / "home"))
    run(environ, "import", "deputies", str(folder / "deputies.csv"), "--as-of", "2026-01-01")
    run(environ, "import", "content", str(BUNDLED))
    run(environ, "publish")
    password = secrets.token_urlsafe(12)
    for name in ("editor", "publisher", "letters"):
        run(environ, "user", "add", f"test-{name}", "--role", name, "--password-stdin", told=password + "\n")
    command = [sys.executable, "-m", "hub", "run", "--port", str(port)]
    with ExitStack() as stack:
        server = stack.enter_context(subprocess.Popen(command, env=environ, cwd=ROOT))
        stack.callback(server.terminate)
        _wait(f"http://127.0.0.1:{port}", server)
        yield Running(folder / "home", f"http://127.0.0.1:{port}", environ, password)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def page(hub: Running, browser: Browser) -> Iterator[Page]:
    """A page; whatever its scripts complain of fails the test."""
    context = browser.new_context(base_url=hub.url, locale="zh-CN", viewport={"width": 1400, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("response", lambda answer: complaints.append(answer.url) if answer.status >= 500 else None)
    yield opened
    context.close()
    assert complaints == []


def sign_in(page: Page, hub: Running, name: str) -> None:
    """Through the door, as a person does."""
    page.goto("/admin/")
    page.fill("[name=username]", f"test-{name}")
    page.fill("[name=password]", hub.password)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url("**/admin/")
