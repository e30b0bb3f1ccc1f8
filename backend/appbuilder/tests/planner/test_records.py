"""Which records a request tells, what they need, and how they hang together."""
# ruff: noqa: E501 - a request reads best on one line

import pytest

from appbuilder.planner import plan
from appbuilder.spec import AppSpec

from .telling import lacking, told


def needed(spec: AppSpec) -> set[str]:
    """The fields that must be filled and that are neither a title nor a link."""
    return {
        f"{entity.name}.{field.name}"
        for entity in spec.entities
        for field in entity.fields
        if field.required and field.id != entity.title_field and field.reference is None and field.default is None
    }


@pytest.mark.parametrize(
    "request_",
    [
        "Visitors book hotels and leave reviews.",
        "Please build a library site for browsing books, managing members and tracking loans.",
        "A site for a choir with concerts, rehearsals and payment tracking.",
        "Users can report problems, request appointments and apply for jobs.",
    ],
)
def test_nothing_is_required_that_nobody_asked_for(request_: str) -> None:
    assert needed(plan(request_).spec) == set()


def test_what_a_message_says_is_required() -> None:
    assert needed(plan("Visitors can send us a message.").spec) == {"inquiry.message"}


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "My bookings for three meeting rooms.",
            {"booking.meeting_room reference meeting_room", "booking.start datetime"},
        ),
        ("Users book hotels.", {"booking.check_in_date date", "booking.check_out_date date"}),
        (
            "A stock site with functions for product browsing and stock tracking. Users record incoming and outgoing stock.",
            {"product", "stock_movement.product reference product"},
        ),
        ("Borrowers take a tool out and bring it back.", {"loan.tool reference tool"}),
        (
            "A licence has a vendor and seats. Assignments of a licence to an employee.",
            {"assignment.licence reference! licence"},
        ),
        ("A tool for clients and projects. Invoices are generated from the hours.", {"invoice"}),
        ("The system should provide functions for planting record management and user feedback.", {"planting_record"}),
        (
            "Users take online courses and complete quizzes.",
            {"enrollment.course reference course", "quiz_attempt.quiz reference quiz"},
        ),
        (
            "Landlords list flats, tenants sign leases and pay rent.",
            {"lease.tenant reference! tenant", "payment.tenant reference tenant"},
        ),
        (
            "A library site for books. It should offer reader feedback. Readers submit borrowing requests.",
            {"loan", "feedback", "book"},
        ),
        (
            "A smart home site showing energy consumption statistics and devices.",
            {"energy_consumption.device reference device"},
        ),
        ("A lab site: researchers reserve equipment.", {"reservation.equipment reference! equipment"}),
        ("The platform should include auctions and auction bidding.", {"bid.auction reference auction"}),
        ("A portal where nurses hand in shift swap requests.", {"shift_swap_request"}),
        (
            "An HR site with leave management and training management. Employees request leave.",
            {"leave_request.employee reference! employee", "training"},
        ),
        (
            "A crowdfunding site for projects. Creators post updates, backers pledge money.",
            {"progress_update.project reference project", "pledge.project reference project"},
        ),
        (
            "A museum site: exhibitions with a title; objects shown in the exhibition; guided tours that visitors book.",
            {"object.exhibition reference exhibition", "booking.tour reference! tour"},
        ),
        ("A school site where instructors teach courses.", {"course.instructor reference instructor"}),
        (
            "Volunteers log hours on projects.",
            {"time_entry.project reference project", "time_entry.volunteer reference volunteer"},
        ),
        (
            "A site for papers. Organize papers by topics. Researchers share papers in groups.",
            {"paper.topic reference topic", "paper.group reference group"},
        ),
        (
            "Create a portal for a housing cooperative with apartments, tenants, meter readings and notices.",
            {"apartment", "tenant", "meter_reading", "notice"},
        ),
        (
            "A supply system that supports supplier evaluation, goods receipt and warehouse transfer.",
            {"supplier", "goods_receipt", "transfer"},
        ),
        (
            "A clinic site. Doctors write prescriptions, patients book appointments.",
            {"doctor", "patient", "prescription.patient reference! patient"},
        ),
        ("A site for a region with hotels, events and hiking trails.", {"hotel", "event"}),
        ("A health website for recording health data and tracking medication.", {"health_record", "medication"}),
        ("The site should have payment processing and book browsing.", {"payment", "book"}),
        (
            "A site where boots and helmets can all be rented.",
            {"rental.boot reference boot", "rental.helmet reference helmet"},
        ),
    ],
)
def test_acts_leave_records(request_: str, expected: set[str]) -> None:
    assert lacking(request_, expected) == []


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "Batches have a recipe and a brewing date. Every batch gets measurements: date, temperature, gravity.",
            {"measurement.batch reference! batch", "measurement.temperature decimal", "measurement.date date!"},
        ),
        (
            "We prepare quotes. A quote consists of positions with product, quantity and price.",
            {"position.quote reference! quote", "position.quantity integer", "position.price money"},
        ),
        (
            "Runners and sponsors. A sponsor supports a runner with an amount per lap.",
            {"sponsor.runner reference! runner", "sponsor.amount_per_lap money"},
        ),
        (
            "A library: pupils and books. Which pupil borrowed which book and when it must be back.",
            {"loan.pupil reference! pupil", "loan.book reference! book", "loan.due_date date!"},
        ),
        (
            "A garden with plots. We note tasks for each plot.",
            {"task.plot reference! plot"},
        ),
        (
            "Patients book appointments and doctors write prescriptions.",
            {"appointment.patient reference! patient", "prescription.doctor reference! doctor"},
        ),
        (
            "A chess club with players, tournaments and games. A game has a white player, a black player, a result (1-0, 0-1, 1/2) and belongs to a tournament.",
            {
                "game.white_player reference player",
                "game.black_player reference player",
                "game.result of 1_0, 0_1, 1_2",
                "game.tournament reference! tournament",
            },
        ),
        (
            "Results and samples. A result belongs to a sample and a test and has a value and a unit.",
            {"result.sample reference! sample"},
        ),
        (
            "A hostel. Rooms have a number of beds. A booking is for one room from a date to a date with the number of guests. Rooms must never be overbooked.",
            {
                "room.number_of_beds integer",
                "booking.room reference! room",
                "booking.start_date date",
                "booking.number_of_guests integer",
            },
        ),
        (
            "An invoice has a number and a customer. Each invoice has several lines with a description, a quantity and a unit price. The invoice shows the total.",
            {"invoice.total = sum(lines.amount)", "line.amount = quantity * unit_price", "line.description text!"},
        ),
        (
            "Fleet: cars with a number plate. Drivers. Trips: which driver took which car, from when until when, and kilometres driven.",
            {"driver", "trip.driver reference! driver", "trip.car reference car", "trip.kilometres_driven decimal"},
        ),
        (
            "Keep minutes of our meetings: every meeting has a date and a place, and decisions with a person in charge and a due date.",
            {"meeting.date date!", "decision.meeting reference! meeting", "decision.due_date date!"},
        ),
        (
            "Tents and camps. Which tent went to which camp, and what was broken.",
            {"tent_usage.tent reference! tent", "tent_usage.camp reference! camp", "tent_usage.what_was_broken"},
        ),
        (
            "A hall. Groups reserve the hall with date, start time, end time and purpose. End must be after start.",
            {"reservation.hall reference! hall", "reservation start_time before end_time", "reservation.purpose text"},
        ),
        (
            "A tool for projects and clients. Hourly rate per project.",
            {"project.hourly_rate money"},
        ),
        (
            "A survey tool: surveys contain questions of several types (text, single choice), respondents fill in surveys.",
            {"question.survey reference! survey", "question.type of text, single_choice"},
        ),
        (
            "Chess: players have a name and a rating, games have a date and a result.",
            {"player.name text!", "player.rating rating", "game.date date!", "game.result text"},
        ),
        (
            "Debts between friends: who owes whom how much, since when, for what, paid back or not.",
            {"debt.who text!", "debt.whom text", "debt.amount money", "debt.since date", "debt.paid_back boolean"},
        ),
        (
            "Workshop: each repair has the date received and the hours worked.",
            {"repair.date_received date!", "repair.hours_worked decimal"},
        ),
        (
            "Plots have a number, a size in square metres and may be with or without a shed.",
            {"plot.shed boolean", "plot.size decimal"},
        ),
        (
            "Licences with vendor, number of seats, cost per seat, expiry date.",
            {"licence.cost_per_seat money", "licence.expiry_date date"},
        ),
    ],
)
def test_records_hold_and_point_to_what_is_told(request_: str, expected: set[str]) -> None:
    assert lacking(request_, expected) == []


def test_a_room_with_beds_is_shared() -> None:
    said = told(
        plan(
            "Rooms have a number of beds. A booking is for one room from a date to a date with the number of guests."
        ).spec
    )
    assert any(line.startswith("booking at most") for line in said)
    assert not any(line.startswith("booking no overlap") for line in said)


@pytest.mark.parametrize(
    ("request_", "absent"),
    [
        ("Carpool: drivers offer rides from a place to a place on a date with free seats.", "date"),
        ("A quote list. No other details please.", "please"),
        ("An exam site where the system records attempts with a score.", "system_records_attempt"),
        ("A tutoring marketplace. Tutors have a name and an hourly rate.", "listing"),
    ],
)
def test_what_is_no_record_stays_none(request_: str, absent: str) -> None:
    spec = plan(request_).spec
    assert absent not in {entity.name for entity in spec.entities}
    assert not any(field.name == absent for entity in spec.entities for field in entity.fields) or absent == "date"
