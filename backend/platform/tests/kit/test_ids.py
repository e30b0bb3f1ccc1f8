"""Ids: typed, sortable, unguessable, and refused when they are anything else."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vibecaas.kit import ids


@given(st.uuids())
def test_an_id_survives_the_way_out_and_back(value: UUID) -> None:
    text = ids.encode("prj", value)
    assert len(text) == 30
    assert ids.decode("prj", text) == value


def test_ids_are_fresh_and_sort_by_time() -> None:
    made = [ids.new_uuid() for _ in range(1000)]
    assert len(set(made)) == 1000
    moments = [value.int >> 80 for value in made]
    assert moments == sorted(moments)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "prj",
        "prj_",
        "usr_01k9zq3f2d7m8v5x4c6b9n0p1t",
        "prj_01k9zq3f2d7m8v5x4c6b9n0p1",
        "prj_01k9zq3f2d7m8v5x4c6b9n0p1tt",
        "prj_01K9ZQ3F2D7M8V5X4C6B9N0P1T",
        "prj_01k9zq3f2d7m8v5x4c6b9n0p1u",
        "prj_zzzzzzzzzzzzzzzzzzzzzzzzzz",
        "prj_" + "0" * 10_000,
        "prj_01k9zq3f2d7m8v5x4c6b9n0p1\x00",
        "prj_٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥",
    ],
)
def test_whatever_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="prj_"):
        ids.decode("prj", text)
