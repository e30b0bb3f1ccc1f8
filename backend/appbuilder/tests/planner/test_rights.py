"""Who may do what, told in everyday words: insiders, guests, jobs, authors, and who moves the status."""

import pytest

from appbuilder.planner import plan
from appbuilder.spec import AppSpec

from .telling import lacking, told


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "A recipe box for our family. Only family members may see or add recipes; outsiders see nothing.",
            {"recipe create by signed_in", "recipe read by signed_in", "recipe update by owner"},
        ),
        (
            (
                "An internal tool for our staff to keep track of keys: key number, door. "
                "Nobody outside the company may see anything."
            ),
            {"access accounts", "key read by signed_in"},
        ),
        (
            (
                "Shared shopping list for our family. Everyone at home can add things and tick them off. "
                "Strangers must not get in."
            ),
            {"shopping_item read by signed_in", "shopping_item update by signed_in"},
        ),
        (
            "Students upload notes with subject and file. Registered students can download them, others can't.",
            {"note read by signed_in"},
        ),
        (
            "Minutes of the board. Only the board can read and write them. A meeting has a date and a title.",
            {"role board", "meeting create by r_board", "meeting read by r_board", "meeting update by r_board"},
        ),
        ("A task app. Tasks are visible to the treasurer only.", {"role treasurer", "task read by r_treasurer"}),
        ("A task app. With login. Nobody but the author can see a task.", {"task read by owner"}),
    ],
)
def test_insiders_alone_come_in(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            ("A feedback box for our cafe: guests leave a rating from 1 to 5 and a comment without signing in. "
            "Only the owner reads and deletes feedback."),
            {"feedback create by anyone", "feedback read by admins", "feedback delete by admins"},
        ),
        (
            ("Anonymous suggestion box. Employees drop suggestions anonymously, only HR can read them "
            "and mark them as done."),
            {"suggestion create by anyone", "suggestion read by r_hr", "suggestion open > done by r_hr"},
        ),
        (
            ("Contact page for a plumber: people send a message with their name and phone number. "
            "Messages must not be public."),
            {"message create by anyone", "message read by admins", "message.name text!"},
        ),
        (
            "Restaurant menu with dishes and prices. Everybody can look at it, only staff can add and change dishes.",
            {"dish create by r_staff", "dish read by anyone", "dish update by r_staff"},
        ),
        (
            ("Job board: anyone may read jobs and apply with name and a CV file, no account needed. "
            "Recruiters sign in to add jobs and to read the applications."),
            {"job create by r_recruiter", "job read by anyone", "application create by anyone",
             "application read by r_recruiter"},
        ),
    ],
)  # fmt: skip
def test_guests_leave_entries_that_those_in_charge_read(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected | {"access accounts"})


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            ("A repair shop app. Customers submit repairs with device and problem. Only technicians may move a repair "
            "from received to in repair to ready, and only the receptionist closes it."),
            {"repair received > in_repair by r_technician", "repair in_repair > ready by r_technician",
             "repair ready > closed by r_receptionist"},
        ),
        (
            ("Leave requests with a reason. Only the manager approves or rejects. "
            "Whoever asked can withdraw the request."),
            {"leave_request pending > approved by r_manager", "leave_request pending > withdrawn by owner"},
        ),
        (
            "Bug tracker. Developers take bugs and set them to fixed, only the reporter or a tester may close them.",
            {"bug open > fixed by r_developer", "bug open > closed by owner, r_tester"},
        ),
    ],
)  # fmt: skip
def test_who_moves_the_status(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            (
                "Reading log for my class: each student has their own list of books read with title and pages. "
                "The teacher sees all of them."
            ),
            {"book read by owner, r_teacher", "book.title text!", "book.pages integer"},
        ),
        (
            "Subscription site. Visitors browse boxes. A customer subscribes to a box and sees their subscription.",
            {"subscription read by owner"},
        ),
        (
            (
                "Idea board for the office, log in required, everyone may comment and upvote, "
                "the boss decides which idea is accepted or dropped"
            ),
            {"idea comments", "idea votes up", "idea pending > accepted by r_boss", "idea pending > dropped by r_boss"},
        ),
        ("A task app with accounts and with sample data.", {"access accounts", "task"}),
        ("A Q&A site. You need an account to ask or answer.", {"access accounts"}),
        ("A forum with login. Topics with a title. People can edit only what they wrote.", {"access accounts"}),
    ],
)
def test_accounts_in_other_words(request_: str, expected: set[str]) -> None:
    planned = plan(request_)
    assert expected <= told(planned.spec)
    assert not {"account", "sample", "books_read"} & told(planned.spec)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            ("Apartment house notice board. Residents post notices; the landlord can remove any notice. "
            "People who don't live here must not see anything."),
            {"notice read by signed_in", "notice delete by owner, r_landlord"},
        ),
        (
            ("A shop for honey. Visitors look at products and place an order as a guest (name, address). "
            "I am the only one who sees the orders; I set them to packed and then to sent."),
            {"order create by anyone", "order new > packed by r_admin", "order packed > sent by r_admin"},
        ),
        (
            "An app for a kindergarten. The teachers see all reports, other parents don't.",
            {"report read by owner, r_teacher"},
        ),
        (
            "A guest book for our hut where hikers write their name and a message. The hut keeper can delete entries.",
            {"role hut_keeper", "entry create by anyone", "entry delete by r_hut_keeper", "entry.name text!"},
        ),
        (
            ("Expense claims with an amount. A claim is submitted at first, later it is paid. "
            "A claim can also be rejected by the manager."),
            {"expense_claim.status of submitted, paid, rejected", "expense_claim submitted > rejected by r_manager"},
        ),
        (
            "Relatives log in; everyone may add recipes and correct them, nobody outside the family sees them.",
            {"recipe read by signed_in", "recipe update by signed_in"},
        ),
        (
            ("A job board where each employer edits only their own jobs, candidates apply and see the status of their "
            "applications (sent, seen, invited, refused)."),
            {"application.status of sent, seen, invited, refused"},
        ),
        (
            ("Suggestions are open, under review, accepted or rejected; the person who suggested something can "
            "withdraw it while it is open."),
            {"suggestion.status of open, under_review, accepted, rejected, withdrawn",
             "suggestion open > withdrawn by owner"},
        ),
        (
            "Each of us keeps our own links with title and url; nobody sees the links of others.",
            {"link read by owner"},
        ),
        (
            ("A member directory for our alumni association. Members edit their own entry; the secretary edits all. "
            "It must not be visible to the public."),
            {"member read by signed_in", "member update by owner, r_secretary"},
        ),
        (
            "Appointments with patient name and treatment. The receptionist enters them, patients have no access.",
            {"appointment create by r_receptionist", "appointment read by signed_in"},
        ),
        (
            ("Guests of our hotel report defects by a form without login; housekeeping sees the list and marks them as "
            "repaired."),
            {"defect create by anyone", "defect open > repaired by r_housekeeping"},
        ),
    ],
)  # fmt: skip
def test_rights_as_strangers_tell_them(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            ("A recipe site. Registered users can upload their own recipes and edit or delete them. "
            "Administrators review new recipes before they are published."),
            {"recipe delete by owner", "recipe pending > published by r_admin"},
        ),
        (
            ("A car rental site. Users view their rental history. The staff can add cars and change their status "
            "(available, rented, in maintenance)."),
            {"car create by r_staff", "car.status of available, rented, in_maintenance"},
        ),
        (
            ("A forum with topics. Anyone can read. Moderators lock or delete topics. Users can edit and delete their "
            "own topics."),
            {"topic read by anyone", "topic delete by owner, r_moderator"},
        ),
        (
            ("Requests with a title. Requests start as new; the janitor takes them into work and marks them as done; "
            "the person who reported it can reopen it."),
            {"request new > in_work by r_janitor", "request done > new by owner"},
        ),
        (
            "Family budget: my husband and I enter expenses with amount and date. Nobody else should see it.",
            {"expense read by signed_in", "expense create by signed_in"},
        ),
        (
            ("Citizens file complaints with a place without an account. City workers see all complaints, set them to "
            "in progress or solved."),
            {"complaint create by anyone", "complaint read by r_city_worker",
             "complaint open > solved by r_city_worker"},
        ),
        (
            "A club site. The board creates ballots with a question; results are shown to everyone after signing in.",
            {"ballot create by r_board", "ballot.question text!"},
        ),
    ],
)  # fmt: skip
def test_rights_in_long_requests(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


def test_whoever_wrote_something_is_known_by_their_account() -> None:
    bug = _planned("Bug tracker with login. A bug has a title and a reporter.").entities[0]
    assert bug.find_field("reporter") is None
    book = _planned("A book list with login. A book has a title and an author.").entities[0]
    assert book.find_field("author") is not None


def test_no_horse_is_a_horse() -> None:
    planned = _planned("Stable planner: horses and riding lessons. No horse may have two lessons at the same time.")
    assert [entity.name for entity in planned.entities] == ["horse", "lesson"]


def test_what_teachers_add_is_theirs_where_others_do_something_else() -> None:
    planned = _planned("A course site with login. Teachers publish courses, learners enroll in courses.")
    assert {"course create by r_teacher", "course read by anyone"} <= told(planned)


def test_nobody_signs_in_where_nobody_has_rights_of_their_own() -> None:
    planned = _planned("A guestbook. Guests leave a name and a message without signing in.")
    assert planned.access.mode == "open"


def _planned(request: str) -> AppSpec:
    return plan(request).spec
