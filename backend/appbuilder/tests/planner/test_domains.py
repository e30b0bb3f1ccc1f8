"""Requests from many walks of life: what their apps keep, and what is never made a record of."""
# ruff: noqa: E501, ISC004 - a request reads best on one line

import time

import pytest

from appbuilder.planner import plan

from .telling import lacking


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (
            "Please build a website for a photography club that announces photo contests. The website should have "
            "functionalities for posting contest announcements, registering participants and showing results. Visitors "
            "should be able to browse contests, register for a contest and view results.",
            {"contest", "announcement", "result.contest reference contest", "registration.contest reference! contest"},
        ),
        (
            "Please implement a recruitment website for posting job openings and receiving resumes. It should have "
            "functionalities for job posting, resume submission and interview scheduling. Job seekers should be able to "
            "browse positions and check application status.",
            {"job.company text", "application.job reference job", "application.status enum!", "interview"},
        ),
        (
            "Please create a tourism website for introducing attractions, providing travel itineraries and booking hotels. "
            "Users should be able to view details of each attraction and leave reviews.",
            {
                "attraction.city text",
                "trip",
                "hotel",
                "booking.hotel reference! hotel",
                "review.attraction reference attraction",
            },
        ),
        (
            "I need a library management system: manage books, members and loans.",
            {"book.author text", "member", "loan.book reference book", "loan.member reference! member"},
        ),
        (
            "Create an online exam platform where teachers create quizzes with questions, students take quizzes and see scores.",
            {"quiz", "question.quiz reference! quiz", "score"},
        ),
        (
            "Please build a music sharing platform where artists upload songs, create albums, and fans create playlists.",
            {"song.album reference album", "playlist"},
        ),
        (
            "An app for a small farm to track crops, livestock, harvests and expenses.",
            {"crop", "livestock", "harvest.crop reference! crop", "expense"},
        ),
        (
            "Build a real estate website with property listings, search by location and number of bedrooms, and an agent directory.",
            {"property.price money", "property.location text", "agent"},
        ),
        (
            "Create a webpage for stock analysis. Users can search stocks by code or name.",
            {"share_price.price money", "share_price.code text"},
        ),
        (
            "A bug tracker. Each bug has a title, steps to reproduce, severity (minor, major, critical), an assignee and a due date.",
            {
                "bug.steps_to_reproduce long_text",
                "bug.severity of minor, major, critical",
                "bug.assignee text",
                "bug.due_date date",
            },
        ),
        (
            "Please develop a fitness studio site with class schedules, trainer profiles, membership plans and online booking. Members can book classes.",
            {"fitness_class", "trainer", "membership_plan", "booking"},
        ),
        ("Volunteer management platform", {"volunteer.email email", "event"}),
        (
            "Design an e-commerce website for organic tea. It should have a product catalog, product detail pages, order tracking and customer reviews.",
            {"product.price money", "order.product reference product", "review.product reference product"},
        ),
        ("Make a wiki for our team with pages and full-text search.", {"page.content long_text"}),
        (
            "Build a survey tool: create surveys with questions, collect responses.",
            {"survey", "question.survey reference! survey", "survey_response.survey reference survey"},
        ),
        (
            "A meeting room booking tool. Rooms have a name and capacity. A booking has a title, a room, start and end.",
            {"room.capacity integer", "booking.room reference room", "booking.start datetime", "booking.end datetime"},
        ),
        (
            "Please implement a website for a pet adoption center to display adoptable pets and handle adoption applications.",
            {"pet.species text", "adoption_request.pet reference pet"},
        ),
        (
            "Create an employee management system with employee records, attendance tracking, leave management and payroll.",
            {"employee.position text", "attendance_record.employee reference! employee", "leave_request", "payslip"},
        ),
        ("Implement a news website with categories and articles.", {"article.content long_text", "category"}),
        (
            "Please build a platform for online courses: instructors upload videos and materials, learners enroll, take quizzes and receive certificates.",
            {"course", "video", "study_material", "enrollment.course reference! course", "quiz", "certificate"},
        ),
        (
            "An order management system for a bakery. Orders have a customer name, a pickup date, items and a total price.",
            {"order.pickup_date date", "order.total_price money", "order_item.order reference! order"},
        ),
        (
            "Build an app for managing rental properties: properties, tenants, leases, rent payments and maintenance requests.",
            {"property", "tenant", "lease", "payment", "maintenance_request"},
        ),
        (
            "A website for a rock band with upcoming concerts, discography, news and a fan guestbook.",
            {"concert", "album", "news_item", "guestbook_entry"},
        ),
        (
            "Build a donation platform where organizations create campaigns with a goal amount and donors donate to campaigns.",
            {"campaign.goal_amount money", "donation.campaign reference! campaign"},
        ),
        (
            "A lab inventory: chemicals with name, CAS number, quantity, unit and expiry date.",
            {"chemical.cas_number text", "chemical.expiry_date date"},
        ),
        ("Please create a cryptocurrency price tracker.", {"cryptocurrency.price money"}),
        (
            "Make a kindergarten app to manage children, parents and groups.",
            {"child.parent reference parent", "parent", "group"},
        ),
        (
            "A garage: cars, customers and repairs. Repairs belong to a car.",
            {"car", "customer", "repair.car reference! car"},
        ),
        (
            "Vineyard app to record wines, harvests and tastings",
            {"wine.producer text", "harvest", "tasting.name text!"},
        ),
        ("Track soil samples with code, location and date.", {"soil_sample.code", "soil_sample.location"}),
        ("A tool to manage zoning requests", {"zoning_request.title text!", "zoning_request.description long_text"}),
        ("Manage jurors and hearings", {"juror.email email", "hearing"}),
        (
            "The website should have the following features:\n- course registration\n- teacher profiles\n- exam scheduling\n- tuition payments",
            {"course", "enrollment", "teacher", "exam"},
        ),
        (
            "Build a school app.\n1. Manage students\n2. Record grades\n3. Publish announcements",
            {"student", "grade", "announcement"},
        ),
    ],
)
def test_what_apps_keep(request_: str, expected: set[str]) -> None:
    assert not lacking(request_, expected)


@pytest.mark.parametrize(
    "request_",
    [
        "A task app with search, filters, sorting, a dashboard, charts and notifications.",
        "A task website with user-friendly navigation, a clean design, good performance and security.",
        "A task tool where users log in, edit their profile and view details.",
        "A task board with comments, likes, ratings, tags and attachments.",
        "A task app. Agents comment quickly. People easily find things.",
        "A task list with a calendar, a kanban view and a map.",
    ],
)
def test_features_are_no_records(request_: str) -> None:
    assert [entity.name for entity in plan(request_).spec.entities] == ["task"]


def test_an_operator_is_no_record() -> None:
    spec = plan("A website for our consulting firm with services, testimonials and a contact form").spec
    assert [entity.name for entity in spec.entities] == ["service", "testimonial", "inquiry"]


def test_the_longest_requests_stay_fast() -> None:
    request = (
        "Users can create tickets, comment on them and export reports by month. Only admins may delete tickets. "
        "Tickets move from open to closed. The website should have pages such as home, about and contact. "
    )
    begun = time.process_time()  # what others do on the machine does not count
    plan((request * 120)[:20_000])
    assert time.process_time() - begun < 5  # a slow machine; half a second is usual


def test_a_status_starts_with_its_first_choice() -> None:
    status = plan("A ticket app with a title and a status: open, waiting or closed").spec.entities[0].fields[1]
    assert (status.name, status.default) == ("status", "open")


def test_what_nobody_asked_for_is_not_required() -> None:
    entity = plan("A list of bookings with a room").spec.entities[0]
    asked = [field.name for field in entity.fields if field.required]
    assert set(asked) <= {"room", entity.fields[0].name}
