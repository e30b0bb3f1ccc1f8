"""Requests as ordinary people write them: several sentences, each telling one more thing about what was named before."""
# ruff: noqa: E501 - requests are written as people write them

import pytest

from appbuilder.planner import plan

from .telling import told

DESCRIPTIONS: list[tuple[str, set[str], set[str]]] = [
    (
        "Hi! We are a choir of about forty people. Please make us a little app where we keep our songs: title, composer, number of voices, how long it lasts in minutes and whether it is sacred. Thanks a lot!",
        {
            "song.title text!",
            "song.composer text",
            "song.number_of_voices integer",
            "song.duration duration",
            "song.sacred boolean",
        },
        {"choir", "person", "sacred"},
    ),
    (
        "Our lab keeps chemicals. A chemical has a name, a CAS number that is unique, a quantity in grams, a hazard level from 1 to 5, the date it was opened and a shelf. Each chemical is either solid, liquid or gas. We want to filter by shelf and hazard level.",
        {
            "chemical.cas_number text!",
            "chemical.quantity decimal",
            "chemical.hazard_level integer",
            "chemical.date_opened date",
            "chemical.kind of solid, liquid, gas",
        },
        {"shelf"},
    ),
    (
        "A list of flats for rent. For each flat we note the street, the number of rooms, the size in square metres, the rent in euros, when it is free and whether it has a balcony.",
        {
            "apartment.size decimal",
            "apartment.number_of_rooms integer",
            "apartment.free_from date",
            "apartment.balcony boolean",
        },
        {"street", "rent"},
    ),
    (
        "I want to log my climbing. Routes have a name, a grade and a crag. For every attempt I note the date, the route, how many falls and whether I topped out.",
        {"attempt.route reference route", "attempt.falls integer", "attempt.topped_out boolean", "route.crag text"},
        {"route.climbing"},
    ),
    (
        "A loan of a tool says who borrowed it, from which day until which day and whether it came back. A tool has a name, an owner and a deposit.",
        {
            "loan.borrowed_by text!",
            "loan.until date",
            "loan.came_back boolean",
            "loan.tool reference! tool",
            "tool.deposit money",
        },
        set(),
    ),
    (
        "My plants: each one has a nickname, the species, when I last watered it, how many days between waterings, and is it in the sun or not.",
        {"plant.last_watered date", "plant.days_between_waterings integer", "plant.in_sun boolean"},
        set(),
    ),
    (
        "I have a wine cellar. A wine: name, vintage (not before 1900), colour (red, white or rosé), country, price, how many bottles are left, rating from 1 to 10, and when to drink it by.",
        {"wine.bottles_left integer", "wine.drink_it_by date", "wine.rating rating", "mode auto"},
        {"wine.wine_cellar"},
    ),
    (
        "A community garden gives out beds. Each bed has a number that nobody else has, an area in m2, sunny or shady, and maybe a tenant. There's a waiting list: name, e-mail, since when. Tenants pay a fee each year: the year, the amount, and paid or unpaid.",
        {
            "bed.number text!",
            "bed.area decimal",
            "bed.sunny_or_shady of sunny, shady",
            "waiting_list_entry.since date",
            "fee.paid boolean",
            "fee.year integer",
        },
        {"nobody_else"},
    ),
    (
        "Model railway club. A locomotive has a road number (at most 10 characters, only once), an era between 1 and 6, a scale (H0, N, TT), a purchase date and a value in euros. It may be digital or not.",
        {
            "locomotive.era integer",
            "locomotive.scale of h0, n, tt",
            "locomotive.value money",
            "locomotive.digital boolean",
        },
        {"scale"},
    ),
    (
        "Our house has several meters. For each meter we keep a number, a kind (water, gas, electricity) and a place. Every month somebody enters a reading: the date, the value and a photo.",
        {"meter.kind of water, gas, electricity", "reading.date date!", "reading.photo image"},
        {"house"},
    ),
    (
        "A school wants parents to report absences. A parent gives the name of the child, the class, the day, and the reason. The reason is illness, appointment or other.",
        {"absence.child_name text!", "absence.day date", "absence.reason of illness, appointment, other"},
        {"parent", "child"},
    ),
    (
        "Players have a name, a shirt number (1 to 99, unique) and a position: goalkeeper, defender, midfielder or striker. A match has an opponent, date and time, home or away, goals for and goals against.",
        {
            "player.position of goalkeeper, defender, midfielder, striker",
            "match.home_or_away of home, away",
            "match.goals_against integer",
            "match.date_and_time datetime",
        },
        {"goal"},
    ),
    (
        "Our scout group lends out tents. A tent: number (only once), size for how many people, condition (good, damaged, broken) and when it was last checked. Leaders borrow tents; we note who, which tent, from when to when, and whether it came back clean.",
        {"tent.last_checked date", "loan.tent reference! tent", "loan.until date", "loan.came_back_clean boolean"},
        {"scout_group"},
    ),
    (
        "The local museum wants an inventory. An object comes with an inventory number that exists only once, a title, the year it was made (not after 2025), the material and its location. Objects can be on display, in storage or on loan.",
        {"object.inventory_number text!", "object.year integer", "object.status of on_display, in_storage, on_loan"},
        {"museum"},
    ),
    (
        "Residents report noise: street, date and time, how loud it was from 1 to 10, how long it lasted, and what kind (party, building site, traffic).",
        {"noise.how_loud integer", "noise.duration duration", "noise.kind of party, building_site, traffic"},
        {"resident"},
    ),
    (
        "We're getting married! Guests tell us whether they come, with how many people, whether they want a vegetarian meal, and a message for us.",
        {"answer.come boolean", "answer.people integer", "answer.vegetarian_meal boolean", "answer.message long_text"},
        {"guest", "us"},
    ),
    ("People suggest restaurants and vote on them.", {"restaurant votes up"}, set()),
    (
        "We are a family. Everyone can put wishes on a list, with a title, a link and a price.",
        {"wish.title text!", "wish.link url", "wish.price money"},
        {"family"},
    ),
]

STATES: list[tuple[str, set[str]]] = [
    (
        "For each repair I write down the bike and what is broken. A repair is new, then in work, then finished; finished repairs can be reopened.",
        {
            "repair.status of new, in_work, finished",
            "repair new > in_work",
            "repair in_work > finished",
            "repair finished > new",
        },
    ),
    (
        "An invoice has a number, a client and a date. An invoice is a draft until it is sent, and then it is paid.",
        {"invoice.status of draft, sent, paid", "invoice draft > sent", "invoice sent > paid"},
    ),
    (
        "Tenants report damages in their flat. A damage has a title and a photo. It starts as reported, then the caretaker takes it into work, and finally it is solved; if it is not really solved, it can be reopened. Only the caretaker changes the state.",
        {
            "role caretaker",
            "damage reported > in_work by r_caretaker",
            "damage in_work > solved by r_caretaker",
            "damage solved > reported by r_caretaker",
        },
    ),
    (
        "Somebody reports a lost pet: a photo, the kind of animal, where it was last seen, when, and a phone number to call. A report is open or found.",
        {"lost_pet.status of open, found", "lost_pet.place_last_seen text", "lost_pet.phone_number phone"},
    ),
]

STATES += [
    (
        "I have a small dental lab. Dentists send us orders. An order has a dentist, the patient's initials, a kind of work (crown, bridge, denture) and the day it must be ready. An order goes through received, in production, checked and sent.",
        {
            "order.ready_by date",
            "order received > in_production",
            "order in_production > checked",
            "order checked > sent",
        },
    ),
    (
        "I sew quilts to order! Each one has a title, the name of the customer, width and height in cm and a delivery date. It is first ordered, then cut, then sewn, then delivered.",
        {"quilt.customer_name text", "quilt.height decimal", "quilt ordered > cut", "quilt sewn > delivered"},
    ),
]

RULES: list[tuple[str, set[str]]] = [
    (
        "Each workshop has a title, a date, a price and room for 8 people. People book with their name, their phone number and the number of places. All bookings of a workshop together may not have more places than the workshop has.",
        {
            "booking at most places for workshop",
            "booking.workshop reference! workshop",
            "booking.number_of_places integer",
        },
    ),
    (
        "Children have a first name, a last name, a birthday and a group. Groups: name and number of places. A group must not have more children than places.",
        {"child at most places for group", "child.group reference group"},
    ),
    (
        "Village library. Books: title, author, year (from 1450 to 2100). Each loan has a book, a borrowing date and a return date, and the return date must not be before the borrowing date.",
        {"loan borrowing_date before return_date"},
    ),
]

RULES += [
    (
        "A youth hostel has rooms with a number, the number of beds and a price per night. A booking says who is coming, for which room, from when until when, and how many people. There must never be more people than beds in a room.",
        {
            "room.price_per_night money",
            "booking.room reference room",
            "booking.people integer",
            "booking at most places for room",
        },
    ),
]

FORMULAS: list[tuple[str, set[str]]] = [
    (
        "For each repair I write down the bike, the hours worked, the hourly rate and the price of the parts. The total is hours worked times hourly rate plus price of the parts.",
        {"repair.total = hours_worked * hourly_rate + parts_price"},
    ),
    (
        "Print shop orders: a customer, what is printed, the format (A4, A5, poster), number of copies, price per copy, colour or black and white, express or not. The total is copies times price per copy.",
        {"order.express boolean", "order.total = number_of_copies * price_per_copy"},
    ),
    (
        "An invoice has a number, a client and a date. On each invoice there are several lines with a description, a quantity and a unit price. A line's amount is quantity times unit price, and the invoice shows the sum of its lines.",
        {"line.invoice reference! invoice", "line.amount = quantity * unit_price", "invoice.total = sum(lines.amount)"},
    ),
    (
        "An order has a customer name and a pickup time. The order consists of positions; each position has a bread, a quantity and a price. The sum of an order is the sum of quantity times price over its positions.",
        {"position.order reference! order", "position.amount = quantity * price", "order.sum = sum(positions.amount)"},
    ),
    (
        "Each trip has a destination, a start date, an end date and a purpose. Under a trip you enter single expenses: date, kind (hotel, train, meal, other), amount in euros and a receipt. The trip shows the total of its expenses.",
        {
            "expense.trip reference! trip",
            "expense.kind of hotel, train, meal, other",
            "trip.total = sum(expenses.amount)",
        },
    ),
]


@pytest.mark.parametrize(("request_", "expected", "absent"), DESCRIPTIONS)
def test_descriptions(request_: str, expected: set[str], absent: set[str]) -> None:
    planned = told(plan(request_).spec)
    assert expected <= planned, sorted(expected - planned)
    assert not absent & planned


@pytest.mark.parametrize(("request_", "expected"), [*STATES, *RULES, *FORMULAS])
def test_states_rules_and_formulas(request_: str, expected: set[str]) -> None:
    made = plan(request_)
    planned = told(made.spec)
    assert expected <= planned, sorted(expected - planned)
    assert made.not_included == (), made.not_included


def test_bounds_and_units_are_kept() -> None:
    spec = plan(
        "A wine: name, vintage (not before 1900), and the weight in kg. A locomotive has a road number (at most 10 characters, only once)."
    ).spec
    wine, locomotive = spec.entities
    assert wine.field("f_vintage").min == 1900
    assert wine.field("f_weight").label == "Weight in kg"
    assert locomotive.field("f_road_number").unique
    assert locomotive.field("f_road_number").max_length == 10


def test_small_talk_is_neither_kept_nor_missed() -> None:
    made = plan(
        "We are a small sailing club and until now used a paper book. Each boat has a name and a length in metres."
    )
    assert [entity.name for entity in made.spec.entities] == ["boat"]
    assert made.not_included == ()


def test_quoted_text_is_shown_as_it_is() -> None:
    spec = plan(
        'Make a landing page with the headline "Fresh bread, every morning" and an about page that says "We have baked since 1952 in the old mill." Below it a list of our breads with name, weight in grams and price.'
    ).spec
    assert [entity.name for entity in spec.entities] == ["bread"]
    blocks = {page.slug: page.blocks for page in spec.pages if page.kind == "content"}
    assert blocks[""][0].model_dump()["title"] == "Fresh bread, every morning"
    assert blocks["about"][0].model_dump()["text"] == "We have baked since 1952 in the old mill."


def test_only_a_list_of_what_is_noted_is_an_app() -> None:
    spec = plan("I go running. Date, distance in km, time in minutes, how I felt (good, okay, bad).").spec
    assert {"entry.date date!", "entry.distance decimal", "entry.feeling of good, okay, bad"} <= told(spec)


def test_the_cheapest_is_told_by_what_is_paid() -> None:
    entity = plan("For each flat we note the street and the rent in euros. Show the cheapest first.").spec.entities[0]
    assert (entity.default_sort.field, entity.default_sort.direction) == ("f_rent", "ascending")
