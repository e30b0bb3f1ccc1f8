"""Lists of what an app should offer, verbs that stand before nouns, and deeds without an object."""

import pytest

from appbuilder.planner import plan


def kept(request: str) -> dict[str, str]:
    """What the app keeps, with the behaviours that were asked for."""
    usual = {"create", "read", "update", "delete"}
    return {
        entity.name: " ".join(
            name for name, value in entity.behaviours if name not in usual and value is not False and value != "off"
        )
        for entity in plan(request).spec.entities
    }


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "It should offer a question submission form, lawyer profiles, an article section and appointment booking.",
            {"question", "lawyer", "article", "appointment"},
        ),
        (
            "A system for a furniture shop. The system should support goods receipt and supplier management.",
            {"goods_receipt", "supplier"},
        ),
        ("Build a gym tracking app: record workouts, keep a training diary.", {"workout", "diary_entry"}),
        ("Implement a charity website that connects donors with projects.", {"donor", "project"}),
        ("A charity site where users browse projects, make donations and apply as a volunteer.", {"volunteer"}),
        ("A music school site to browse courses, view course details, enroll online.", {"course", "enrollment"}),
        ("A clinic website with appointment scheduling and medicine stock management.", {"medicine_stock"}),
    ],
)
def test_each_wish_keeps_records(request_: str, expected: set[str]) -> None:
    assert expected <= set(kept(request_))


def test_no_verb_sticks_to_a_noun() -> None:
    names = kept("Build a gym app: record workouts, share recipes. It should offer a blog and a question form.")
    assert {"workout", "recipe"} <= set(names)
    assert not [name for name in names if name.startswith(("record_", "share_", "offer_"))]


def test_comments_on_what_others_wrote_are_comments() -> None:
    assert kept("A site to record observations. Users comment on other users' observations.") == {
        "observation": "comments"
    }


def test_stock_is_counted_and_stocks_are_shares() -> None:
    stock = plan("A pharmacy app with medicine stock management.").spec.entities[0]
    assert stock.find_field("quantity") is not None
    assert [entity.name for entity in plan("An app to track stocks.").spec.entities] == ["share_price"]
