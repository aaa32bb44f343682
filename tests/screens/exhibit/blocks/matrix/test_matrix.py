import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.schema import MatrixBlock, strictly
from screens.scene import Label, targets
from tests.screens.exhibit.blocks.d1 import layouts, measured
from tests.screens.exhibit.blocks.d8 import block, framed, hidden, opened, said
from tests.screens.looks import complaints, look

BLOCK = block("matrix")
CELLS = [(row.id, column.id) for row in BLOCK.rows for column in BLOCK.columns]
SCENES = [
    (),
    *[(f"matrix.cell.{row}.{column}",) for row, column in CELLS[::4]],
    *[(f"matrix.column.{one.id}",) for one in BLOCK.columns],
    ("matrix.row.oversight",),
    ("matrix.cell.management.courtyard", "matrix.page.1"),
]


@pytest.mark.parametrize("presses", SCENES, ids=" ".join)
def test_it_stands_in_every_look(presses):
    model = opened("matrix", *presses)
    for one in layouts():
        nodes = framed(model, one)
        assert complaints(nodes, one) + hidden(nodes) == [], one.variant


def pressable(model, variant):
    return {one.id for one in targets(framed(model, variant))}


def test_every_cell_can_be_touched_in_every_look():
    for one in layouts():
        found = set()
        for row in BLOCK.rows:
            found |= pressable(opened("matrix", f"matrix.row.{row.id}"), one)
        assert {f"matrix.cell.{row}.{column}" for row, column in CELLS} <= found, one.variant


def test_the_whole_table_stands_at_once_in_landscape():
    for language in ("zh-Hans", "en"):
        found = pressable(opened("matrix"), measured(look(language=language)))
        assert {f"matrix.cell.{row}.{column}" for row, column in CELLS} <= found


@pytest.mark.parametrize(("row", "column"), CELLS)
def test_a_cell_says_what_documents_say_or_that_they_are_silent(row, column):
    cell = next((one for one in BLOCK.cells if (one.row, one.column) == (row, column)), None)
    text = (cell.text if cell else BLOCK.silent).zh_hans.replace(" ", "")[:20]
    kind = "文件在这里没写到它" if cell is None else "文件在这里点了它的名" if cell.named else "本展览按内容归到这里"
    shown = said(framed(opened("matrix", f"matrix.cell.{row}.{column}"), look()))
    assert text in shown
    assert kind in shown


def test_what_this_exhibition_placed_by_itself_says_that_the_document_does_not_name_it():
    placed = [one for one in BLOCK.cells if not one.named]
    assert placed
    assert all("没有点名" in one.text.zh_hans for one in placed)


def test_the_tally_counts_every_cell_once():
    numbers = [
        one for one in framed(opened("matrix"), look()) if isinstance(one, Label) and one.style.name == "numeral"
    ]
    assert sum(int(one.full) for one in numbers) == len(CELLS)
    assert [int(one.full) for one in numbers][:1] == [sum(one.named for one in BLOCK.cells)]


def test_back_closes_what_is_read_and_then_leaves_the_state_alone():
    model = opened("matrix", "matrix.cell.election.home", "dock.back")
    before = model.state
    assert before.column_id == ""
    model.press("dock.back", 0.0)
    assert model.state == before


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["cells"][0].update(row="nowhere"), "there is no cell 'nowhere'"),
        (lambda d: d["cells"].append(d["cells"][0]), "filled twice"),
    ],
)
def test_cells_outside_the_table_or_filled_twice_are_refused(change, message):
    data = BLOCK.model_dump(by_alias=True, exclude_none=True)
    data["cells"] = list(data["cells"])
    change(data)
    with pytest.raises(ValueError, match=message):
        strictly(MatrixBlock, data)


PRESSES = [
    *(f"matrix.cell.{row}.{column}" for row, column in CELLS), "matrix.cell.x.y", "matrix.column.home",
    "matrix.row.decision", "matrix.row.x", "matrix.close", "matrix.page.4", "dock.back",
]  # fmt: skip


@given(st.lists(st.sampled_from(PRESSES), max_size=15))
def test_no_way_of_touching_leads_astray(presses):
    state = opened("matrix", *presses).state
    assert state.row in BLOCK.rows
    assert (state.column is not None) == bool(state.column_id)
    assert not (state.met and not state.column_id)
