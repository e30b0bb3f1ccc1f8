"""What the planner makes of sentences: entities, fields, relations, choices, order, totals, colours."""

import pytest

from appbuilder.planner import Plan, plan
from appbuilder.spec import AppSpec, Entity


def entity(spec: AppSpec, name: str) -> Entity:
    found = spec.find_entity(name)
    assert found is not None, [each.name for each in spec.entities]
    return found


def fields(each: Entity) -> dict[str, str]:
    return {field.name: field.type for field in each.fields}


def answered(planned: Plan) -> str:
    return " | ".join(line.phrase for line in planned.included)


def test_the_canonical_guestbook() -> None:
    planned = plan("A guestbook where visitors leave a name and a message, newest first, with search")
    assert (planned.spec.app.name, planned.spec.app.slug) == ("Guestbook", "guestbook")
    (entry,) = planned.spec.entities
    assert (entry.name, entry.plural) == ("entry", "entries")
    assert fields(entry) == {"name": "text", "message": "long_text"}
    assert all(field.required and field.searchable for field in entry.fields)
    assert (entry.default_sort.field, entry.default_sort.direction) == ("created_at", "descending")
    assert planned.not_included == ()
    assert [line.phrase for line in planned.included] == [
        "guestbook",
        "visitors leave a name and a message",
        "newest first",
        "with search",
    ]


@pytest.mark.parametrize(
    ("request_", "app", "expected"),
    [
        ("todo list", "Todo List", {"task": {"title": "text", "status": "enum", "due_date": "date"}}),
        ("Create a habit tracker", "Habit Tracker", {"habit": {"name": "text", "frequency": "enum"}}),
        ("Recipes", "Recipes", {"recipe": {"title": "text", "ingredients": "long_text"}}),
        (
            "A book collection with title, author, price and a due date",
            "Book Collection",
            {"book": {"title": "text", "author": "text", "price": "money", "due_date": "date"}},
        ),
        (
            "I want to keep track of my plants: name, species, last watered and notes",
            "Plants",
            {"plant": {"name": "text", "species": "text", "last_watered": "date", "notes": "long_text"}},
        ),
        (
            (
                "An app to manage gadgets. Each gadget has a serial number, a weight, a warranty end"
                " and whether it is insured."
            ),
            "Gadgets",
            {"gadget": {"serial_number": "text", "weight": "decimal", "warranty_end": "date", "insured": "boolean"}},
        ),
        (
            'An app called "Bean Counter" for my coffee beans with roaster, origin, price in euros and stars',
            "Bean Counter",
            {"coffee_bean": {"roaster": "text", "origin": "text", "price": "money", "stars": "rating"}},
        ),
        (
            "A staff directory where each employee has an email, a phone number, a website and a birthday",
            "Staff Directory",
            {"employee": {"email": "email", "phone_number": "phone", "website": "url", "birthday": "date"}},
        ),
        (
            "Build a website for a sports club to manage members, tournaments and results",
            "Sports Club",
            {"member": {"name": "text"}, "tournament": {"name": "text"}, "result": {"tournament": "reference"}},
        ),
    ],
)
def test_entities_and_fields(request_: str, app: str, expected: dict[str, dict[str, str]]) -> None:
    spec = plan(request_).spec
    assert spec.app.name == app
    for name, wanted in expected.items():
        found = fields(entity(spec, name))
        assert {key: found.get(key) for key in wanted} == wanted


@pytest.mark.parametrize(
    ("request_", "child", "parent"),
    [
        ("Customers with orders. Each order has a number and an amount.", "order", "customer"),
        ("An app to manage projects. Each project has many tasks. Each task has a title.", "task", "project"),
        ("Track pets and their owners. Pets have a name and a species.", "pet", "owner"),
        (
            "A school app. Each homework belongs to a subject and has a description and a due date.",
            "homework",
            "subject",
        ),
        ("A job board where people post jobs and others apply for jobs", "application", "job"),
        ("A library app: manage books and members, and members borrow books", "loan", "book"),
        ("An event app. Guests register for events with name and email.", "registration", "event"),
    ],
)
def test_relations(request_: str, child: str, parent: str) -> None:
    spec = plan(request_).spec
    reference = entity(spec, child).find_field(parent)
    assert reference is not None
    assert reference.reference == entity(spec, parent).id


@pytest.mark.parametrize(
    ("request_", "name", "options"),
    [
        ("Tasks with title and status (todo, doing, done)", "status", ("todo", "doing", "done")),
        (
            "A ticket app. Each ticket has a title. The status is open, in progress or closed.",
            "status",
            ("open", "in_progress", "closed"),
        ),
        ("An app for chores. Chores can be marked as done.", "status", ("to_do", "done")),
        ("Books with title and genre (novel, crime, poetry)", "genre", ("novel", "crime", "poetry")),
        ("Parcels with sender and priority low, medium or high", "priority", ("low", "medium", "high")),
        ("Invoices with number, amount and mark them as paid", "status", ("unpaid", "paid")),
    ],
)
def test_choices(request_: str, name: str, options: tuple[str, ...]) -> None:
    main = plan(request_).spec.entities[0]
    found = main.find_field(name)
    assert found is not None
    assert tuple(option.value for option in found.options) == options
    assert (main.status_field == found.id) is (name == "status")


@pytest.mark.parametrize(
    ("request_", "name", "settings"),
    [
        ("Reviews with title and a rating from 1 to 10", "rating", {"min": 1, "max": 10}),
        ("Rooms with name and seats between 2 and 40", "seats", {"min": 2, "max": 40}),
        ("Contacts with name and unique email", "email", {"unique": True, "required": True}),
        ("Notes with title and content of at most 200 characters", "content", {"max_length": 200}),
        ("Contacts with name (required), phone (required) and email", "phone", {"required": True}),
        ("Products with name and quantity. The quantity must be at least 0.", "quantity", {"min": 0}),
        ("Events with title and date. The title and the date are required.", "date", {"required": True}),
        ("Movies I rate from 1 to 5: a movie list where I rate movies from 0 to 10", "rating", {"min": 0, "max": 10}),
        ("Bills with title and amount in euros", "amount", {"currency": "EUR"}),
    ],
)
def test_rules(request_: str, name: str, settings: dict[str, object]) -> None:
    found = plan(request_).spec.entities[0].find_field(name)
    assert found is not None
    assert {key: getattr(found, key) for key in settings} == settings


@pytest.mark.parametrize(
    ("words", "field", "direction"),
    [
        ("newest first", "created_at", "descending"),
        ("oldest first", "created_at", "ascending"),
        ("sorted by price", "f_price", "ascending"),
        ("sort by price descending", "f_price", "descending"),
        ("ordered by date, latest first", "f_date", "descending"),
        ("cheapest first", "f_price", "ascending"),
        ("highest price first", "f_price", "descending"),
        ("in alphabetical order", "f_title", "ascending"),
    ],
)
def test_order(words: str, field: str, direction: str) -> None:
    main = plan(f"Offers with title, price and date, {words}").spec.entities[0]
    assert (main.default_sort.field, main.default_sort.direction) == (field, direction)


def test_search_and_filter_by_named_fields() -> None:
    main = plan(
        "Recipes with title and cooking time. Search by title and filter by category (soup, cake)."
    ).spec.entities[0]
    category = main.find_field("category")
    assert category is not None
    assert category.filterable
    assert [option.value for option in category.options] == ["soup", "cake"]
    assert [field.name for field in main.fields if field.searchable] == ["title"]


@pytest.mark.parametrize(
    ("request_", "label"),
    [
        ("Track expenses with title, amount and category (food, rent). Show the total amount.", "Total amount"),
        (
            "Track expenses with title, amount and category (food, rent). Total per category.",
            "Total amount by category",
        ),
        ("Tickets with title and status (open, closed). Count per status.", "Number of tickets by status"),
        ("Books with title and rating. Show the average rating.", "Average rating"),
        (
            "Orders with number and amount, each order belongs to a customer. Total amount per customer.",
            "Total amount by customer",
        ),
    ],
)
def test_totals(request_: str, label: str) -> None:
    assert label in [total.label for each in plan(request_).spec.entities for total in each.totals]


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("dark theme with orange accents", {"mode": "dark", "accent": "orange"}),
        ("background cornflowerblue", {"background": "cornflowerblue"}),
        (
            "Use mint cream as the background and midnight blue for the buttons.",
            {"background": "mintcream", "accent": "midnightblue"},
        ),
        ("A pale yellow background and navy blue buttons", {"background": "lightyellow", "accent": "navy"}),
        ("Soft purple background, deep pink buttons", {"background": "#dbb8db", "accent": "deeppink"}),
        ("Set the background to #ffeedd and the text to black", {"background": "#ffeedd", "text": "black"}),
        ("light mode", {"mode": "light"}),
        ("with light and dark mode", {"mode": "auto"}),
        ("in green", {"accent": "green"}),
    ],
)
def test_colours(words: str, theme: dict[str, str]) -> None:
    found = plan(f"A notes app. {words}").spec.theme
    assert {key: getattr(found, key) for key in theme} == theme


def test_a_tomato_is_no_colour() -> None:
    assert plan("A recipe app for tomato soup and plum cake").spec.theme.accent is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("People pay online with Stripe.", "money is not moved"),
        ("It sends an e-mail reminder to everyone.", "e-mail"),
        ("An AI chatbot answers.", "artificial intelligence"),
        ("Sync with Google Calendar.", "no other service"),
        ("Show the tasks on Google Maps.", "no maps"),
        ("Users chat live.", "talks live"),
        ("The moon shall sing gently.", "not understood"),
    ],
)
def test_what_is_beyond_is_listed(words: str, reason: str) -> None:
    planned = plan(f"A task app with title and due date. {words}")
    assert any(reason in line for line in planned.not_included), planned.not_included
    assert fields(planned.spec.entities[0]) == {"title": "text", "due_date": "date"}


def test_every_clause_is_accounted_for() -> None:
    request = (
        "A repair shop app: each repair has a customer name, a price and status (open, done), newest first. "
        "Search by customer name. Count per status. Customers get an SMS. Dark theme with teal accents. "
        "Purple elephants dance."
    )
    planned = plan(request)
    told = answered(planned) + " | ".join(planned.not_included)
    for part in (
        "customer name",
        "status (open, done)",
        "newest first",
        "Search by",
        "Count per status",
        "SMS",
        "teal",
        "elephants",
    ):
        assert part in told


def test_what_people_may_not_do() -> None:
    main = plan("A visitor log with name and date. Entries cannot be deleted.").spec.entities[0]
    assert not main.behaviours.delete
    assert main.behaviours.update
