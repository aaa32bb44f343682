"""The directory in the console: to look up and to take along as a table; it changes by importing one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.db.models import Q
from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from content.schema import Deputy as Entry
from hub.deputies import exporting
from hub.deputies.models import Deputy, DirectoryState
from hub.deputies.values import LEVELS
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
        rows = [(one, "、".join(LEVELS.get(level, level) for level in one.levels.split())) for one in page]
        return context | {"q": wanted, "page": page, "rows": rows, "state": DirectoryState.objects.first()}


@require_safe
@permission_required("deputies.view_deputy", raise_exception=True)
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Who serves, as a table that can be imported again."""
    rows = Deputy.objects.filter(retired_on=None)
    people = ((Entry.model_validate(one.record), one.source_id, one.unchecked) for one in rows.iterator())
    answer = StreamingHttpResponse(exporting.table(people), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="deputies.csv"'
    return answer
