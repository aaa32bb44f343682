"""A few questions drawn from the exhibition's bank, each explained with its source."""

from __future__ import annotations

from screens.exhibit.blocks import BlockKind
from screens.exhibit.blocks.quiz.model import open_quiz
from screens.exhibit.blocks.quiz.view import view

KIND = BlockKind("quiz", open_quiz, view)
