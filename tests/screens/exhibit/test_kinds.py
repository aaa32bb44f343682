"""Every kind of block that content may use can be shown."""

from typing import get_args

import pytest

from content.schema import Block
from screens.exhibit import blocks

KINDS = [one.model_fields["kind"].default for one in get_args(get_args(Block)[0])]


@pytest.mark.parametrize("kind", KINDS)
def test_what_content_may_use_has_its_folder(kind: str) -> None:
    found = blocks.kind_of(kind)
    assert found.kind == kind
    assert callable(found.open)
    assert callable(found.view)


def test_no_folder_is_there_for_nothing() -> None:
    assert set(blocks.names()) == set(KINDS)


def test_an_unknown_kind_is_said_to_be_unknown() -> None:
    with pytest.raises(LookupError, match="levels"):
        blocks.kind_of("lottery")
