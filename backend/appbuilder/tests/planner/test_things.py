"""Which records a request means: activities, forms, parents of several kinds, and nothing that nobody asked for."""
# ruff: noqa: E501 - a request reads best on one line

import pytest

from appbuilder.planner import plan

from .telling import told


def lines(request: str) -> set[str]:
    """Everything the plan of the request says."""
    return told(plan(request).spec)


def kept(request: str) -> set[str]:
    """The names of the records that the plan keeps."""
    return {entity.name for entity in plan(request).spec.entities}


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "A warehouse tool. It should support goods receipt, order picking and inventory counting.",
            {"goods_receipt", "pick_list", "order", "stock_count", "stock_item"},
        ),
        (
            "A tool for a small factory: work orders, machine maintenance, shift planning, time tracking and quality control.",
            {"work_order", "machine", "maintenance_record", "shift", "time_entry", "quality_check"},
        ),
        (
            "A beekeeping site for managing hives with functionalities for hive inspection, honey harvest tracking and disease treatment.",
            {"hive", "inspection", "honey_harvest", "treatment_record"},
        ),
        (
            "A site for safety audits. It should support creating checklists, recording findings and assigning corrective actions.",
            {"safety_audit", "checklist", "finding", "corrective_action"},
        ),
        (
            "A photo site with photo categories, a booking request form and a testimonial section.",
            {"photo", "category", "booking_request", "testimonial"},
        ),
        (
            "A courier tool. Functionality: parcel registration, route planning, delivery tracking and proof of delivery.",
            {"courier", "parcel", "route", "delivery", "proof_of_delivery"},
        ),
        (
            "A theatre site with performances, ticket booking, cast profiles and audition sign-up.",
            {"performance", "booking", "cast_member", "audition", "registration"},
        ),
        (
            "A dojo site. It should offer class timetables, instructor profiles and a gallery. Visitors can request a trial lesson.",
            {"timetable_entry", "instructor", "photo", "trial_lesson_request"},
        ),
        (
            "A nutrition site with food diary, calorie tracking, meal plans and weight tracking.",
            {"meal", "meal_plan", "weight_entry"},
        ),
        (
            "A rescue site with dog profiles, an adoption application form, success stories and donation.",
            {"dog", "adoption_request", "success_story", "donation"},
        ),
        (
            "An equipment tool, including equipment registration, fault reporting and maintenance scheduling.",
            {"equipment", "fault", "maintenance_record"},
        ),
        (
            "A water quality platform. It should support sample collection, laboratory testing and station management.",
            {"sample", "lab_test", "station"},
        ),
    ],
)
def test_activities_become_records(request_: str, expected: set[str]) -> None:
    assert kept(request_) == expected


def test_a_landing_page_keeps_only_what_visitors_write() -> None:
    request = "A landing page for my bakery with an introduction, opening hours, a contact form and an about page"
    assert kept(request) == {"inquiry"}
    assert {"page /opening-hours", "page /about"} <= lines(request)
    assert kept("A bakery website") == {"product", "order"}


def test_what_people_suggest_is_what_they_vote_on() -> None:
    plan_ = lines("A poll app: people suggest lunch places and vote on them")
    assert {"lunch_place votes up", "lunch_place.name text!"} <= plan_
    assert not {"poll", "poll_option"} & plan_


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "A campground site where campsites and tours can be booked and reviewed.",
            {
                "booking.campsite reference campsite",
                "booking.tour reference tour",
                "review.campsite reference campsite",
                "review.tour reference tour",
            },
        ),
        (
            "Members book a training slot with a coach. Coaches have a name and a bio. A slot has a start, an end and at most 8 places.",
            {
                "booking.slot reference! slot",
                "slot.coach reference coach",
                "slot.places integer",
                "at most places for slot",
            },
        ),
        (
            "A conference planner: events have many speakers, each talk has a title and several speakers.",
            {"event.speakers reference speaker", "talk.speakers reference speaker"},
        ),
        (
            "A courier tool. Dispatchers assign several parcels to a driver and assign stickers to parcels.",
            {"parcel.driver reference driver", "sticker.parcel reference parcel"},
        ),
        (
            "Several people share expenses in a group, each expense has an amount and a date.",
            {"expense.group reference group"},
        ),
        (
            "A diary app where I keep a journal of my dreams and organize them by category.",
            {"dream.category reference category"},
        ),
        (
            "A nursery tool with goods receipt. Staff record deliveries from suppliers.",
            {
                "goods_receipt.stock_item reference! stock_item",
                "goods_receipt add quantity at stock_item",
            },
        ),
        (
            "I want to record repairs for customers' bikes, and the parts used in each repair with quantity. Parts have a name and a stock. Customers have a name.",
            {
                "bike.customer reference customer",
                "repair.bike reference bike",
                "part_usage.part reference part",
                "part_usage.repair reference repair",
                "part_usage subtract quantity at part",
            },
        ),
        (
            "An auction site: sellers list items with photos and a starting price, bidders place bids on items.",
            {"bid.item reference item"},
        ),
        (
            "Students have lessons with instructors. A lesson has a date and a start time. Students pay for lessons.",
            {"lesson.instructor reference instructor", "payment.lesson reference lesson"},
        ),
        (
            "A choir tool: songs with title and composer; rehearsals with date, place and the songs we practise.",
            {"rehearsal.songs reference song"},
        ),
        (
            "Each trip has a destination and a start date; each expense of a trip has an amount and a date.",
            {"expense.trip reference! trip"},
        ),
        (
            "A lab tool for chemicals: name, CAS number, amount in grams. Record withdrawals of chemicals with amount and date, and warn when stock is low.",
            {"chemical.amount decimal", "withdrawal.chemical reference chemical", "withdrawal.amount"},
        ),
        (
            "Tenants submit repair requests, pay rent and log hours. Landlords assign contractors to repair requests.",
            {
                "payment.amount money",
                "time_entry.hours decimal!",
                "maintenance_request.contractor reference contractor",
            },
        ),
        (
            "A recipe site where recipes have several ingredients.",
            {"ingredient.recipe reference! recipe", "recipe.instructions long_text"},
        ),
    ],
)
def test_records_point_to_each_other(request_: str, expected: set[str]) -> None:
    said = lines(request_)
    assert {line for line in expected if not any(each.endswith(line) for each in said)} == set()


def test_many_speakers_are_many_links() -> None:
    entity = plan("A site where events have many speakers.").spec.entities[0]
    assert [field.many for field in entity.references] == [True]
    assert "ingredients" not in {
        field.name for field in plan("Recipes have several ingredients.").spec.entities[0].fields
    }


def test_a_list_ends_where_someone_else_does_something() -> None:
    plan_ = lines(
        "Employees submit expense claims with receipts, managers approve or reject them, and finance exports a monthly report."
    )
    assert "expense_claim" in plan_
    assert not [line for line in plan_ if "finance" in line]


@pytest.mark.parametrize(
    ("request_", "garbage"),
    [
        ("Hobbyists record plants with photo, location and date, and others suggest a name.", "suggest"),
        (
            "Instructors create courses with lessons and quizzes, students purchase courses, track progress and leave reviews.",
            "purchase",
        ),
        (
            "Donors register with blood type and city, hospitals post blood requests, donors book appointments.",
            "hospitals",
        ),
        ("A kitchen app: volunteers sign up for shifts, meals are planned per day.", "sign"),
        (
            "Owners list cars with a price per day, drivers search by location, book cars, and rate each other.",
            "book_cars",
        ),
    ],
)
def test_a_clause_is_no_field(request_: str, garbage: str) -> None:
    fields = [field.name for entity in plan(request_).spec.entities for field in entity.fields]
    assert not [name for name in fields if garbage in name]


def test_what_is_recorded_is_a_record() -> None:
    said = lines(
        "A kitchen app: meals are planned per day, and food donations are recorded with donor, quantity and expiry date."
    )
    assert {"meal", "food_donation", "food_donation.expiry_date date"} <= said


def test_a_sale_takes_from_a_stock_of_any_name() -> None:
    said = lines(
        "A pharmacy system for managing medicine sales, with functionalities for medicine stock management and sales recording."
    )
    assert "medicine_sale subtract quantity at medicine_stock" in said


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("Members comment on posts and photos.", {"post comments", "photo comments"}),
        (
            "Employees can be assigned to several shifts. A shift has a date, a start and an end.",
            {"shift.employees reference employee", "employee"},
        ),
        (
            "A practice site with a service catalog, an online booking form and a gallery.",
            {"service", "booking", "photo"},
        ),
        ("Create itineraries with several destinations.", {"itinerary.destinations reference destination"}),
        ("Experiments have a title and a priority from 1 to 5.", {"experiment.priority integer"}),
        (
            "A forum with questions, answers, topics and user reputation.",
            {"question.details long_text", "answer", "topic"},
        ),
    ],
)
def test_what_is_said_of_several(request_: str, expected: set[str]) -> None:
    said = lines(request_)
    assert not [line for line in expected if line not in said]


def test_only_who_applies_for_a_job_sends_a_resume() -> None:
    assert "application.resume file" in lines("A job board where people browse jobs and apply for jobs.")
    said = lines("A garden site for renting plots. Users browse plots and apply for a plot.")
    assert "application.plot reference! plot" in said
    assert "application.resume" not in said


def test_what_was_done_is_a_yes_or_no() -> None:
    assert "album.lent boolean" in lines("My vinyl records with title, artist, year and whether I lent it to someone.")


def test_a_status_in_a_list_belongs_to_what_the_list_describes() -> None:
    spec = plan("Repairs with a cost, a customer and a status (open, done). Customers have name and phone.").spec
    assert [entity.name for entity in spec.entities if entity.status_field] == ["repair"]


def test_a_total_for_each_is_no_field() -> None:
    spec = plan("Invoices with customer and amount. Customers have name and email. Total amount per customer.").spec
    assert [total.label for each in spec.entities for total in each.totals] == ["Total amount by customer"]
    assert [field.name for field in spec.entities[1].fields] == ["name", "email"]


@pytest.mark.parametrize(
    ("request_", "record"),
    [
        ("Residents apply with plate number and address, staff approve or reject.", "application"),
        ("Neighbours lend tools with a photo; others request a tool, the owner accepts or declines.", "tool_request"),
    ],
)
def test_what_people_decide_on_has_the_status(request_: str, record: str) -> None:
    assert [entity.name for entity in plan(request_).spec.entities if entity.status_field] == [record]


def test_a_class_has_so_many_places() -> None:
    spec = plan("A yoga studio: classes with teacher, time and 12 places; people book a place with a name.").spec
    places = [field.name for entity in spec.entities if entity.name == "fitness_class" for field in entity.fields]
    assert "places" in places
    assert "place" not in {entity.name for entity in spec.entities}
