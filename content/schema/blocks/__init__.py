"""The blocks of exhibits: one file a kind, each with its view and model under screens/exhibit/blocks/<kind>.

A new kind is a file here and a member of `Block` below. Its fields hold words, texts, ids, numbers, dates, choices, and
tuples of models; where ids point at each other, a validator of the kind says so with the cure.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from content.schema.blocks.ballot import BallotBlock, Proposal, RuleSet, Voters
from content.schema.blocks.bars import Bar, BarChart, BarsBlock
from content.schema.blocks.budget import BudgetBlock, BudgetGroup, BudgetUse, BudgetWish
from content.schema.blocks.clauses import Clause, ClauseChange, ClauseOpinion, ClausePiece, ClausesBlock
from content.schema.blocks.count import BallotBox, BallotPaper, Candidate, CountBlock
from content.schema.blocks.election import ElectionBlock, ElectionCase, ElectionDeadline
from content.schema.blocks.film import FilmBlock, FilmCue
from content.schema.blocks.gallery import GalleryBlock, Media
from content.schema.blocks.hunt import Actor, HuntBlock, Spot
from content.schema.blocks.journey import DaysOff, Holidays, JourneyBlock, JourneyCase, JourneyChoice, JourneyScene
from content.schema.blocks.levels import Arrow, Aside, CongressLevel, LevelsBlock, Organ
from content.schema.blocks.match import MatchBlock, MatchPair
from content.schema.blocks.matrix import MatrixBlock, MatrixCell, MatrixColumn, MatrixRow
from content.schema.blocks.panels import Panel, PanelsBlock
from content.schema.blocks.quiz import QuizBlock
from content.schema.blocks.reach import ReachBlock, ReachPlace, ReachService, ReachWalker, ReachWay, ReachWork
from content.schema.blocks.roleplay import (
    Attendance,
    Checking,
    Gathering,
    Issue,
    Offer,
    Party,
    PartyPoints,
    RoleplayBlock,
    TalkScene,
)
from content.schema.blocks.seats import SeatExample, SeatRule, SeatsBlock
from content.schema.blocks.sharpen import SharpenBlock, Slot, Wording
from content.schema.blocks.sort import SortBin, SortBlock, SortCard
from content.schema.blocks.steps import Step, StepsBlock
from content.schema.blocks.story import Story, StoryBlock, StoryPage
from content.schema.blocks.tiles import MapDay, PlaceNote, TilesBlock
from content.schema.blocks.timeline import TimelineBlock, TimelineEvent, TimelineLane, TimelineOrder, TimelinePair
from content.schema.blocks.tree import TreeBlock, TreeNode

Block = Annotated[
    BallotBlock
    | BarsBlock
    | BudgetBlock
    | ClausesBlock
    | CountBlock
    | ElectionBlock
    | FilmBlock
    | GalleryBlock
    | HuntBlock
    | JourneyBlock
    | LevelsBlock
    | MatchBlock
    | MatrixBlock
    | PanelsBlock
    | QuizBlock
    | ReachBlock
    | RoleplayBlock
    | SeatsBlock
    | SharpenBlock
    | SortBlock
    | StepsBlock
    | StoryBlock
    | TilesBlock
    | TimelineBlock
    | TreeBlock,
    Field(discriminator="kind"),
]

__all__ = [
    "Actor",
    "Arrow",
    "Aside",
    "Attendance",
    "BallotBlock",
    "BallotBox",
    "BallotPaper",
    "Bar",
    "BarChart",
    "BarsBlock",
    "Block",
    "BudgetBlock",
    "BudgetGroup",
    "BudgetUse",
    "BudgetWish",
    "Candidate",
    "Checking",
    "Clause",
    "ClauseChange",
    "ClauseOpinion",
    "ClausePiece",
    "ClausesBlock",
    "CongressLevel",
    "CountBlock",
    "DaysOff",
    "ElectionBlock",
    "ElectionCase",
    "ElectionDeadline",
    "FilmBlock",
    "FilmCue",
    "GalleryBlock",
    "Gathering",
    "Holidays",
    "HuntBlock",
    "Issue",
    "JourneyBlock",
    "JourneyCase",
    "JourneyChoice",
    "JourneyScene",
    "LevelsBlock",
    "MapDay",
    "MatchBlock",
    "MatchPair",
    "MatrixBlock",
    "MatrixCell",
    "MatrixColumn",
    "MatrixRow",
    "Media",
    "Offer",
    "Organ",
    "Panel",
    "PanelsBlock",
    "Party",
    "PartyPoints",
    "PlaceNote",
    "Proposal",
    "QuizBlock",
    "ReachBlock",
    "ReachPlace",
    "ReachService",
    "ReachWalker",
    "ReachWay",
    "ReachWork",
    "RoleplayBlock",
    "RuleSet",
    "SeatExample",
    "SeatRule",
    "SeatsBlock",
    "SharpenBlock",
    "Slot",
    "SortBin",
    "SortBlock",
    "SortCard",
    "Spot",
    "Step",
    "StepsBlock",
    "Story",
    "StoryBlock",
    "StoryPage",
    "TalkScene",
    "TilesBlock",
    "TimelineBlock",
    "TimelineEvent",
    "TimelineLane",
    "TimelineOrder",
    "TimelinePair",
    "TreeBlock",
    "TreeNode",
    "Voters",
    "Wording",
]
