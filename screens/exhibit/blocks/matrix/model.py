"""Which cell, or which kind of unit, is read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.schema import MatrixBlock, MatrixCell, MatrixColumn, MatrixRow
from screens.exhibit.blocks import BlockEffects, BlockModel


@dataclass(frozen=True, slots=True)
class MatrixState:
    """`row_id` is the link looked at; `column_id` with `met` a cell under it, without `met` the unit by itself."""

    block: MatrixBlock
    row_id: str
    column_id: str = ""
    met: bool = False
    page: int = 0

    @property
    def row(self) -> MatrixRow:
        """The link looked at."""
        return next(one for one in self.block.rows if one.id == self.row_id)

    @property
    def column(self) -> MatrixColumn | None:
        """The kind of unit that is read, alone or under the link."""
        return next((one for one in self.block.columns if one.id == self.column_id), None)

    def cell(self, row: str, column: str) -> MatrixCell | None:
        """What documents say where the two meet; None where they are silent."""
        return next((one for one in self.block.cells if (one.row, one.column) == (row, column)), None)


class MatrixModel(BlockModel[MatrixState]):
    """Begins with nothing read. Cells are pressed as `matrix.cell.<row>.<column>`."""

    def __init__(self, block: MatrixBlock) -> None:
        self.state = MatrixState(block, block.rows[0].id)

    def press(self, id: str, now: float) -> BlockEffects:
        state = self.state
        verb, _, rest = id.removeprefix("matrix.").partition(".")
        if id in ("dock.back", "matrix.close"):
            if state.column_id:
                self.state = replace(state, column_id="", met=False, page=0)
        elif not id.startswith("matrix."):
            return ()
        elif verb == "cell":
            row, _, column = rest.partition(".")
            if self._has(row, column):
                self.state = replace(state, row_id=row, column_id=column, met=True, page=0)
        elif verb == "column" and self._has(state.row_id, rest):
            self.state = replace(state, column_id=rest, met=False, page=0)
        elif verb == "row" and any(one.id == rest for one in state.block.rows):
            self.state = replace(state, row_id=rest, page=0)
        elif verb == "page" and rest.isdecimal():
            self.state = replace(state, page=int(rest))
        return ()

    def _has(self, row: str, column: str) -> bool:
        block = self.state.block
        return any(one.id == row for one in block.rows) and any(one.id == column for one in block.columns)
