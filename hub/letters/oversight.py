"""Who read or did what with which letter: for those who watch over it, without opening any."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.utils import timezone

from hub.letters.access import OVERSEE, overseen
from hub.letters.models import Reading
from hub.site.console import ConsolePage

DAYS: Final = 30


class ReadingLog(ConsolePage):
    """The log, newest first, narrowed to a person, an action and a time."""

    permission_required = OVERSEE
    template_name = "letters/log.html"
    page_title = "信件阅读记录"
    header_icon = "view"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        today, asked = timezone.localdate(), self.request.GET
        first, last = _day(asked.get("from")) or today - timedelta(days=DAYS), _day(asked.get("to")) or today
        person = asked.get("person", "")
        action = asked.get("action", "") if asked.get("action", "") in Reading.Action.values else ""
        held = Reading.objects.filter(letter__in=overseen(self.request.user, today), at__date__range=(first, last))
        everyone = get_user_model().objects.filter(pk__in=held.values("reader")).order_by("username")
        if person.isdecimal():
            held = held.filter(reader_id=int(person))
        if action:
            held = held.filter(action=action)
        rows = held.select_related("letter__station", "reader").defer("letter__sealed", "letter__reply")
        return context | {
            "page": self.page_of(rows),
            "people": everyone,
            "person": person,
            "actions": Reading.Action.choices,
            "action": action,
            "first": first,
            "last": last,
            "query": f"from={first}&to={last}&person={person if person.isdecimal() else ''}&action={action}",
        }


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
