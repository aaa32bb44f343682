"""The first page after signing in: what waits, in numbers, each a door to its page."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from hub.calls.models import Call
from hub.exhibition.models import Exhibit
from hub.letters.access import visible
from hub.letters.stages import OPEN
from hub.publishing.models import Release
from hub.stations.models import Station


class Desk(Component):  # type: ignore[misc]
    """Cards for whoever is signed in, only what they may open."""

    name = "desk"
    order = 10
    template_name = "hub/desk.html"

    def __init__(self, request: Any) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = self.request.user
        cards: list[dict[str, Any]] = []
        if user.has_perm("letters.read_letter"):
            mine = visible(user, timezone.localdate())
            unread = mine.filter(first_read_at=None, withdrawn_at=None).count()
            cards.append({"url": reverse("letters"), "figure": unread, "words": "封未读的信"})
            late = mine.filter(stage__in=OPEN, merged_into=None, due__lt=timezone.localdate()).count()
            if late:
                cards.append({"url": reverse("letters") + "?due=late", "figure": late, "words": "封过了答复期限"})
        if user.has_perm("calls.answer_call"):
            waiting = Call.waiting(timezone.now()).filter(coming_at=None).count()
            cards.append({"url": reverse("calls"), "figure": waiting, "words": "个展台在叫人"})
        if user.has_perm("stations.view_station"):
            states = [one.state(timezone.now()) for one in Station.objects.filter(revoked=False)]
            cards.append(
                {"url": reverse("stations"), "figure": f"{states.count('ok')}/{len(states)}", "words": "台展台在线"}
            )
        if user.has_perm("exhibition.view_exhibit"):
            drafts = Exhibit.objects.filter(has_unpublished_changes=True).count()
            url = reverse(Exhibit.snippet_viewset.get_url_name("list"))
            cards.append({"url": url, "figure": drafts, "words": "个展项有没发布的草稿"})
        if user.has_perm("publishing.add_release"):
            release = Release.objects.first()
            cards.append(
                {"url": reverse("release"), "figure": release.label if release else "—", "words": "展台上的版本"}
            )
        return {"cards": cards}
