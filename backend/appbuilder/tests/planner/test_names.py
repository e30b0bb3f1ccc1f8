"""Apps are called as a person would call them."""

import pytest

from appbuilder.planner import plan


@pytest.mark.parametrize(
    ("request_", "name"),
    [
        ("Football league: teams, players and matches with scores.", "Football League"),
        ("Our film club: members suggest films and everybody votes.", "Film Club"),
        ("Something to organise my board game evenings: games, evenings with date and place.", "Board Game Evenings"),
        ("A tool library for our street: neighbours lend tools for some days.", "Tool Library"),
        ("Simple CRM: companies, contacts and deals with value and stage.", "CRM"),
        ("A lost and found page for our school.", "Lost and Found"),
        ("A podcast website with episodes, hosts and show notes.", "Podcasts"),
        ("A church website with services, sermons and events.", "Church"),
        ("Exam scheduling for a university with courses, rooms and exams.", "Exam Scheduling"),
        ("A site for our bakery Crumb & Co that sells bread, with photos and prices.", "Crumb & Co"),
        ("Create a website called Harbor Desk for tickets with a subject and a status.", "Harbor Desk"),
        # Where the beginning says nothing of what it is about, the records name it.
        ("A page with frequently asked questions where staff edit questions and answers.", "Questions"),
        ("People suggest films and vote on them.", "Films"),
    ],
)
def test_the_name_is_what_the_request_begins_with_or_is_about(request_: str, name: str) -> None:
    assert plan(request_).spec.app.name == name


@pytest.mark.parametrize(
    ("request_", "records"),
    [
        (
            "A real estate site. Visitors browse properties; agents manage properties and see inquiries.",
            {"property", "inquiry"},
        ),
        ("A platform connecting tutors with students: tutors have profiles with an hourly rate.", {"tutor", "student"}),
        ("Neighbours register and lend tools with a photo and a daily fee.", {"tool", "loan"}),
        ("A website for music lovers to share playlists and review albums.", {"playlist", "album", "review"}),
    ],
)
def test_who_does_something_is_no_part_of_a_record(request_: str, records: set[str]) -> None:
    assert {entity.name for entity in plan(request_).spec.entities} == records


def test_who_lends_something_tells_what_it_is() -> None:
    spec = plan("Neighbours register and lend tools with a photo and a daily fee.").spec
    tool = next(each for each in spec.entities if each.name == "tool")
    assert {"photo", "fee"} <= {field.name for field in tool.fields}
