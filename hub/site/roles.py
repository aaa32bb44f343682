"""Who may do what: five roles. Owns the groups and their permissions; `hub init` and `hub user add` apply them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.contrib.auth.models import Group, Permission

_DOCUMENTS: Final = ("exhibit", "home", "mailbox", "sources", "glossary", "quiz", "tours", "answers")
_PICTURES: Final = tuple(f"exhibition.{do}_picture" for do in ("view", "add", "change", "delete"))
_EDIT: Final = (*tuple(f"exhibition.change_{name}" for name in _DOCUMENTS), "exhibition.add_exhibit", *_PICTURES)
_NOTES: Final = ("deputies.add_note",)
_LOOK: Final = (*tuple(f"exhibition.view_{name}" for name in _DOCUMENTS), "deputies.view_deputy")
_TEMPLATES: Final = tuple(f"letters.{do}_replytemplate" for do in ("view", "add", "change", "delete"))
_ENTER: Final = ("wagtailadmin.access_admin",)

ROLES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "editor": ("编辑", (*_ENTER, *_LOOK, *_EDIT, *_NOTES)),
    "publisher": (
        "发布",
        (
            *_ENTER,
            *_LOOK,
            *_EDIT,
            *(f"exhibition.publish_{name}" for name in _DOCUMENTS),
            *_NOTES,
            "deputies.change_deputy",
            "deputies.approve_note",
            "publishing.add_release",
            "stations.view_station",
            "stations.change_station",
            "stations.add_enrolmentcode",
            "calls.answer_call",
        ),
    ),
    "letters": ("信件", (*_ENTER, "letters.read_letter", *_TEMPLATES, "calls.answer_call")),
    "overseer": ("信件监督", (*_ENTER, "letters.oversee_letters")),
    "reception": ("接待", (*_ENTER, "calls.answer_call")),
}
"""Role as the command line names it -> group as the console names it, and its permissions."""


def ensure_roles() -> None:
    """Create the groups, and bring their permissions to what is written here."""
    for group_name, wanted in ROLES.values():
        group, _ = Group.objects.get_or_create(name=group_name)
        found = [_permission(one) for one in wanted]
        group.permissions.set(found)


def group_of(role: str) -> Group:
    """The group of a role. Raises KeyError for a role that is none."""
    return Group.objects.get(name=ROLES[role][0])


def _permission(label: str) -> Permission:
    app, _, codename = label.partition(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)
