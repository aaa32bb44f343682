"""The directory in the console: to look up, not to edit; it changes by `hub import deputies`."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from content.samples.table import LEVEL_NAMES
from hub.deputies.models import Deputy, DirectoryState
from hub.site.console import ConsolePage


class DeputyList(ConsolePage):
    """Deputies by name, pinyin, district or code."""

    permission_required = "deputies.view_deputy"
    template_name = "deputies/list.html"
    page_title = "代表名录"
    header_icon = "group"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        wanted = self.request.GET.get("q", "").strip()
        found = Deputy.objects.select_related("region")
        if wanted:
            found = found.filter(
                Q(name__contains=wanted)
                | Q(name_pinyin__icontains=wanted)
                | Q(region__name__contains=wanted)
                | Q(id=wanted.upper())
            )
        page = self.page_of(found)
        rows = [(one, "、".join(LEVEL_NAMES.get(level, level) for level in one.levels.split())) for one in page]
        return context | {"q": wanted, "page": page, "rows": rows, "state": DirectoryState.objects.first()}
