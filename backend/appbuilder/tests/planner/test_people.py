"""Who may come in and do what: accounts, roles, rights, private entries, and apps for everybody."""

import pytest

from appbuilder.planner import plan

from .telling import lacking, told

TASKS = "A task app with title and due date. "


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Users can log in.", {"access accounts", "role member", "role admin"}),
        ("With user registration and login.", {"access accounts"}),
        ("People must be signed in.", {"access accounts"}),
        ("Users have profiles.", {"access accounts"}),
        ("Users manage their own accounts.", {"access accounts"}),
        ("There is an admin panel.", {"access accounts", "role admin"}),
        ("Only admins can delete tasks.", {"access accounts", "task delete by admins", "task update by owner"}),
        (
            "Only managers may add and edit tasks.",
            {"role manager", "task create by r_manager", "task update by r_manager"},
        ),
        ("Tasks can only be deleted by administrators.", {"task delete by admins"}),
        ("Admins can manage tasks, users can log in.", {"task create by admins", "task update by admins"}),
        ("Members can only see and edit their own tasks. With login.", {"task read by owner", "task update by owner"}),
        ("Users see only their own tasks.", {"task read by owner", "task update by owner"}),
        ("Tasks are private to each user.", {"task read by owner", "task delete by owner"}),
        ("Roles: admin, teacher and student.", {"role admin", "role teacher", "role student"}),
        ("Only admins add users.", {"registration closed"}),
        ("Invite-only, with login.", {"registration closed", "access accounts"}),
        ("No login needed.", {"access open"}),
        ("Without accounts.", {"access open"}),
        ("Anonymous, no registration.", {"access open"}),
        (
            "Managers approve or reject tasks. With login.",
            {"task pending > approved by r_manager", "task pending > rejected by r_manager"},
        ),
        ("Only admins can close tasks. Tasks go from open to closed.", {"task open > closed by r_admin"}),
    ],
)
def test_rights(words: str, expected: set[str]) -> None:
    planned = told(plan(TASKS + words).spec)
    assert expected <= planned, sorted(expected - planned)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("Teachers add courses, students enroll in courses.", {"access open", "course", "enrollment"}),
        ("An event app. Guests register for events with name and email.", {"access open", "registration.name text!"}),
        ("A school app with course registration.", {"access open", "course", "enrollment"}),
    ],
)
def test_people_who_act_need_no_accounts(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


def test_colleagues_are_people_where_there_are_accounts() -> None:
    request = "A task app with title, assignee and reviewer."
    assert {"task.assignee text", "task.reviewer text"} <= told(plan(request).spec)
    assert {"task.assignee person", "task.reviewer person"} <= told(plan(f"{request} With login.").spec)


def test_whoever_writes_to_us_need_not_sign_in() -> None:
    planned = told(plan("A recipe site with login and a contact form.").spec)
    assert {"inquiry create by anyone", "inquiry read by admins"} <= planned
