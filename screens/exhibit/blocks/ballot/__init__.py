"""The vote simulation: collect, screen, debate, vote in secret, carry out, appraise (F71, exhibit D5)."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.ballot.model import BallotModel
from screens.exhibit.blocks.ballot.view import view

KIND = BlockKind("ballot", lambda block, _catalog, rng: BallotModel(block, rng), view)
