"""The budget: a fixed total shared out with sliders, and whose wishes it meets."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.budget.model import BudgetModel
from screens.exhibit.blocks.budget.view import view

KIND = BlockKind("budget", lambda block, _catalog, _rng: BudgetModel(block), view)
