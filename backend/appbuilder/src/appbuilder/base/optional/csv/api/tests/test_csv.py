"""Tests of cells of CSV files."""

import pytest
from app.extras.csv_fields import CsvField, cell
from app.extras.spreadsheets import harmless, without_apostrophe


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "plain", "'quoted", ""])
def test_no_cell_is_a_formula_and_the_text_comes_back(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@"))
    assert without_apostrophe(harmless(text)) == text


def test_cells_are_for_people() -> None:
    entry = {"done": True, "state": "in_work", "client_id": 3, "client": {"id": 3, "title": "=Ann"}, "cost": -2.5}
    assert cell(CsvField("done", "Done"), entry) == "yes"
    assert cell(CsvField("state", "State", options={"in_work": "In work"}), entry) == "In work"
    assert cell(CsvField("client_id", "Client", link=True), entry) == "'=Ann"
    assert cell(CsvField("cost", "Cost"), entry) == "-2.5"
