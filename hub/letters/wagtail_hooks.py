"""Who has read letters stays in the books: such a person is made inactive, not deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks

from hub.letters.models import Reading


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
