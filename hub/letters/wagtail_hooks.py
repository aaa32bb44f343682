"""The letters' pages and menu. Who has read letters stays in the books: such a person is made inactive, not deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from hub.letters.access import OVERSEE, READ
from hub.letters.area_page import AreaPage
from hub.letters.card_page import CardPage
from hub.letters.digest import DigestPage
from hub.letters.exports import RequestsFile, TableFile
from hub.letters.inbox import LetterList
from hub.letters.models import Reading, ReplyTemplate
from hub.letters.oversight import ReadingLog
from hub.letters.views import LetterPage, voice_file
from hub.site.menu import PermittedItem


class ReplyTemplateViewSet(SnippetViewSet):  # type: ignore[misc]
    """Words to begin a reply with, kept by those who answer."""

    model = ReplyTemplate
    icon = "openquote"
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = ("name", "topic")


_TEMPLATES: Any = ReplyTemplateViewSet()
register_snippet(_TEMPLATES)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def urls() -> list[Any]:
    return [
        path("letters/", LetterList.as_view(), name="letters"),
        path("letters/letters.csv", TableFile.as_view(), name="letters_table"),
        path("letters/requests.json", RequestsFile.as_view(), name="letters_requests"),
        path("letters/digest/", DigestPage.as_view(), name="letter_digest"),
        path("letters/log/", ReadingLog.as_view(), name="letter_log"),
        path("letters/areas/", AreaPage.as_view(), name="letter_areas"),
        path("letters/<uuid:pk>/", LetterPage.as_view(), name="letter"),
        path("letters/<uuid:pk>/voice/", voice_file, name="letter_voice"),
        path("letters/<uuid:pk>/card/", CardPage.as_view(), name="letter_card"),
    ]


_ITEMS = (
    ("收件箱", "letters", READ, "mail", 10),
    ("汇总", "letter_digest", READ, "doc-full", 20),
    ("答复模板", _TEMPLATES.get_url_name("list"), "letters.view_replytemplate", "openquote", 30),
    ("阅读记录", "letter_log", OVERSEE, "view", 40),
    ("分管", "letter_areas", "auth.change_user", "site", 50),
)


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def menu() -> Any:
    items = [PermittedItem(label, view, wanted, icon_name=icon, order=at) for label, view, wanted, icon, at in _ITEMS]
    return SubmenuMenuItem("信件", Menu(items=items), name="letters-menu", icon_name="mail", order=120)


@hooks.register("before_delete_user")  # type: ignore[untyped-decorator]
def keep_reader(request: HttpRequest, user: Any) -> HttpResponse | None:
    """Wagtail's page to delete one person."""
    return _keep(request, [user])


@hooks.register("before_bulk_action")  # type: ignore[untyped-decorator]
def keep_readers(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> HttpResponse | None:
    """Wagtail's page to delete several."""
    people = [one for one in objects if isinstance(one, get_user_model())]
    return _keep(request, people) if action_type == "delete" else None


def _keep(request: HttpRequest, people: list[Any]) -> HttpResponse | None:
    known = Reading.objects.filter(reader__in=people).select_related("reader").first()
    if known is None:
        return None
    messages.error(request, f"“{known.reader}”读过信件，阅读记录要留着，不能删除。请改为停用：取消勾选“启用”。")
    return redirect("wagtailusers_users:index")
