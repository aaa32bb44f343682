"""Talking a matter over: pick a side, call a meeting, listen, propose, agree, put it in writing (exhibit D6)."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.roleplay.model import RoleplayModel
from screens.exhibit.blocks.roleplay.view import view

KIND = BlockKind("roleplay", lambda block, _catalog, _rng: RoleplayModel(block), view)
