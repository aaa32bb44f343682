"""What is to be put right in a draft, told to whoever saved it: long before somebody reviews and sends it.

Owns putting one draft in the place of what is live. What is looked for is the checks' and the layouts' matter.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from content import schema
from hub.deputies.directory import NoDirectory
from hub.exhibition import live
from hub.exhibition.models import Document, Exhibit
from hub.publishing import checks
from hub.publishing.layouts import Layouts

MOST = 6


def findings(draft: Document, layouts: Layouts) -> tuple[str, ...]:
    """One sentence for each finding in this draft; its layout is looked at behind, and told of when it is known."""
    exhibition = with_draft(draft)
    if exhibition is None:
        return ()
    layouts.look_later(exhibition)
    name = f"exhibits/{draft.content['id']}" if isinstance(draft, Exhibit) else str(draft._meta.model_name)
    file = f"{name}/exhibit.json" if isinstance(draft, Exhibit) else f"{name}.json"
    unfit = [one for one in layouts.unfit(exhibition) if one["file"] == name]
    return (*checks.findings(exhibition, file), *checks.layouts(exhibition, unfit))


def with_draft(draft: Document) -> schema.Exhibition | None:
    """What is live, with this draft in its place; None where one of them is not fit to be read."""
    field: Any = {one.name: one for one in draft._meta.fields}["content"]
    try:
        exhibition = live.assemble()
        part = TypeAdapter(field.annotation).validate_python(draft.content)
    except (ValidationError, live.Unfit, NoDirectory):
        return None
    if isinstance(part, schema.Exhibit):
        others = [one for one in exhibition.exhibits if one.id != part.id]
        return exhibition.model_copy(update={"exhibits": (*others, part)})
    return exhibition.model_copy(update={str(draft._meta.model_name): part})
