"""The page "发布到展台": what is on show, what would change, what stands in the way, and the one button."""

from __future__ import annotations

import logging
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hub.exhibition import translations
from hub.exhibition.models import SINGLE, Document, Exhibit
from hub.publishing.builder import Refused
from hub.publishing.keys import KeyMissing
from hub.publishing.models import Release
from hub.publishing.services import publisher
from hub.site.console import ConsolePage

log = logging.getLogger("hub.publishing")

_NAMES: Final = {
    "home.json": "首页",
    "mailbox.json": "一号信箱",
    "directory.json": "代表名录",
    "sources.json": "出处",
    "glossary.json": "术语表",
    "quiz.json": "题库",
    "tours.json": "导览",
    "answers.json": "答复卡片",
}


class ReleasePage(ConsolePage):
    """Shows and sends releases."""

    permission_required = "publishing.add_release"
    template_name = "publishing/release.html"
    page_title = "发布到展台"
    header_icon = "upload"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        sentences: tuple[str, ...] = ()
        pending: tuple[str, ...] = ()
        looking: tuple[str, ...] = ()
        press = publisher()
        try:
            looking = press.look_later()
            pending = press.pending()
        except Refused as error:
            sentences = error.sentences
        stale = press.stale()
        return context | {
            "stale": stale,
            "looking": [_name_of_part(one) for one in looking],
            "looks": bool(press.layouts.program),
            "refused": bool(sentences),
            "pending": [name_of_path(path) for path in pending],
            "sentences": sentences,
            "drafts": _drafts(),
            "releases": [(one, [name_of_path(path) for path in one.changes]) for one in Release.objects.all()[:20]],
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        if "still_right" in request.POST:
            held = translations.still_right(request.POST["still_right"])
            messages.success(request, "记下了：英文仍然对。" if held else "这段英文已经改了，请再看一遍。")
        else:
            send_release(request)
        return redirect("release")


def send_release(request: HttpRequest) -> None:
    """Publish what is live to the stations, and tell whoever asked what came of it."""
    try:
        outcome = publisher().publish(by=request.user)
    except Refused as error:
        messages.error(request, f"没有发布到展台。{error.sentences[0]}")
    except (KeyMissing, OSError) as error:
        log.error("publishing: %s", error)
        messages.error(request, "没有发布到展台：总站的钥匙或磁盘不能用，请管理员运行 hub doctor。")
    else:
        if outcome.is_new:
            messages.success(request, f"第 {outcome.label} 版已发布，展台下次更新时就会换上。")
        else:
            messages.success(request, f"没有变动，展台上仍是第 {outcome.label} 版。")


def _name_of_part(part: str) -> str:
    """A part of the exhibition as staff know it."""
    return name_of_path(f"{part}.json") if f"{part}.json" in _NAMES else name_of_path(f"exhibits/{part}/exhibit.json")


def name_of_path(path: str) -> str:
    """A file of a release as staff know it."""
    parts = path.split("/")
    if path in _NAMES or len(parts) < 2:
        return _NAMES.get(path, path)
    exhibit = Exhibit.objects.filter(slug=parts[1]).first()
    picture = f"的图片 {parts[-1]}" if len(parts) > 3 else ""
    return f"展项：{exhibit or parts[1]}{picture}"


def _drafts() -> list[Document]:
    kinds: tuple[type[Document], ...] = (Exhibit, *SINGLE)
    return [one for kind in kinds for one in kind.objects.filter(has_unpublished_changes=True)]
