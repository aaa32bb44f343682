"""A table of links against kinds of units: what happens where the two meet."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from content.schema.base import BlockBase, Published, Slug, Text, Words


class MatrixRow(Published):
    """One link, such as election."""

    id: Slug
    name: Words


class MatrixColumn(Published):
    """One kind of unit, and what it is."""

    id: Slug
    name: Words = Field(description="At most 6 characters")
    text: Text


class MatrixCell(Published):
    """What a document says of a unit under a link. `named`: it names the unit there; otherwise we placed it."""

    row: Slug
    column: Slug
    text: Text
    named: bool = Field(description="The document names this unit under this link; no: this exhibition placed it")


class MatrixBlock(BlockBase):
    """Tap a cell: what happens there, or that the documents are silent."""

    kind: Literal["matrix"] = "matrix"
    rows: tuple[MatrixRow, ...] = Field(min_length=2, max_length=5)
    columns: tuple[MatrixColumn, ...] = Field(min_length=2, max_length=5)
    cells: tuple[MatrixCell, ...] = Field(min_length=1)
    silent: Text = Field(description="Said of an empty cell")

    @model_validator(mode="after")
    def _cells_lie_in_the_table(self) -> MatrixBlock:
        rows, columns = [one.id for one in self.rows], [one.id for one in self.columns]
        seen: set[tuple[str, str]] = set()
        for cell in self.cells:
            if cell.row not in rows or cell.column not in columns:
                known = f"rows {', '.join(rows)}, columns {', '.join(columns)}"
                raise ValueError(f"there is no cell {cell.row!r} / {cell.column!r}; there are {known}")
            if (cell.row, cell.column) in seen:
                raise ValueError(f"the cell {cell.row!r} / {cell.column!r} is filled twice; join the texts")
            seen.add((cell.row, cell.column))
        return self
