"""The exhibition in the console: menu, lists, and publishing straight on to the stations."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from hub.exhibition.models import Answers, Document, Exhibit, Glossary, Home, Mailbox, Picture, Quiz, Sources, Tours
from hub.publishing.drafts import MOST, findings
from hub.publishing.services import publisher
from hub.publishing.views import send_release

SEND = "stations"


class _DocumentViewSet(SnippetViewSet):  # type: ignore[misc]
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = ("__str__", "live", UpdatedAtColumn())


class ExhibitViewSet(_DocumentViewSet):
    model = Exhibit
    icon = "form"
    menu_label = "展项"
    list_display = ("__str__", "code", UpdatedAtColumn())
    ordering = ("position",)


class HomeViewSet(_DocumentViewSet):
    model = Home
    icon = "home"
    menu_label = "首页"


class MailboxViewSet(_DocumentViewSet):
    model = Mailbox
    icon = "mail"
    menu_label = "一号信箱设置"


class SourcesViewSet(_DocumentViewSet):
    model = Sources
    icon = "doc-full"
    menu_label = "出处"


class GlossaryViewSet(_DocumentViewSet):
    model = Glossary
    icon = "openquote"
    menu_label = "术语表"


class QuizViewSet(_DocumentViewSet):
    model = Quiz
    icon = "help"
    menu_label = "题库"


class ToursViewSet(_DocumentViewSet):
    model = Tours
    icon = "site"
    menu_label = "导览"


class AnswersViewSet(_DocumentViewSet):
    model = Answers
    icon = "comment"
    menu_label = "答复卡片"


class PictureViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Picture
    icon = "image"
    menu_label = "图片与影片"
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = ("__str__", "exhibit")


class ExhibitionGroup(SnippetViewSetGroup):  # type: ignore[misc]
    items = (
        ExhibitViewSet,
        HomeViewSet,
        MailboxViewSet,
        SourcesViewSet,
        GlossaryViewSet,
        QuizViewSet,
        ToursViewSet,
        PictureViewSet,
        AnswersViewSet,
    )
    menu_label = "展览内容"
    menu_icon = "folder-open-inverse"
    menu_order = 100
    menu_name = "exhibition"


register_snippet(ExhibitionGroup)


class PublishAndSend(ActionMenuItem):  # type: ignore[misc]
    """Publishes as the button above it does, and sends the release on."""

    name = "action-publish-and-send"
    label = "发布到展台"
    icon_name = "upload"
    template_name = "exhibition/publish_and_send.html"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return issubclass(context["model"], Document) and _may_send(context["request"].user, context["model"])


def _may_send(user: Any, document: Any) -> bool:
    """Sending needs both: to publish this kind of document, and to send releases."""
    return bool(user.has_perms([f"exhibition.publish_{document._meta.model_name}", "publishing.add_release"]))


@hooks.register("register_snippet_action_menu_item")  # type: ignore[untyped-decorator]
def publish_and_send(model: type[Any]) -> ActionMenuItem | None:
    return PublishAndSend(order=5) if issubclass(model, Document) else None


def _send_after_publishing(request: HttpRequest, instance: Any) -> HttpResponse | None:
    if (
        request.POST.get("action-publish") == SEND
        and isinstance(instance, Document)
        and _may_send(request.user, instance)
    ):
        send_release(request)
        return redirect(reverse("release"))
    return None


def _tell_what_is_wrong(request: HttpRequest, instance: Any) -> None:
    """After a save by hand: what would keep this draft from the stations. Drafts that save themselves say nothing."""
    if not isinstance(instance, Document) or not request.accepts("text/html"):
        return
    if request.POST.get("action-publish") == SEND:
        return  # what is sent is looked at as a whole, and told of there
    found = findings(instance, publisher().layouts)
    for sentence in found[:MOST]:
        messages.warning(request, sentence)
    if len(found) > MOST:
        messages.warning(request, f"还有 {len(found) - MOST} 处，改好这些再看。")


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def urls() -> list[Any]:
    return [path("sources.json", source_list, name="source_list")]


def source_list(request: HttpRequest) -> JsonResponse:
    """Ids and titles of all sources, drafts included, for the menu below a text. 403 to who may not see sources."""
    if not request.user.has_perm("exhibition.view_sources"):
        raise PermissionDenied
    record = Sources.objects.first()
    held = record.get_latest_revision_as_object().content if record else []
    return JsonResponse([{"id": one["id"], "title": one["title"]["zh-Hans"]} for one in held], safe=False)


hooks.register("after_create_snippet", _tell_what_is_wrong)
hooks.register("after_edit_snippet", _tell_what_is_wrong)
hooks.register("after_create_snippet", _send_after_publishing)
hooks.register("after_edit_snippet", _send_after_publishing)
