"""Data: content pages, how people ask for them, and what stands on them to begin with.

Texts are made of the app's own words: {app} is its name, {many} what it keeps ("books and loans"), {first} the plural
of its main records, {one} their singular. They say only what is true of every such app.
"""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

from typing import NamedTuple


class Content(NamedTuple):
    """A content page: its usual title, address, and texts by heading; an empty heading is an opening paragraph."""

    title: str
    slug: str
    texts: tuple[tuple[str, str], ...]


PAGES: dict[str, Content] = {
    "home": Content("Home", "", (("", "{app} brings {many} together in one place. Look around, or start with {first}."),)),
    "about": Content("About us", "about", (
        ("", "{app} is about {many}. Everything is kept up to date by the people who use it."),
        ("What you find here", "Browse {first}, open each {one} for the details, and search for what you need."),
        ("Who we are", "Tell visitors here who stands behind {app}, where you are and how it began."),
    )),
    "contact": Content("Contact", "contact", (("", "Do you have a question about {first}? Write to us; your message is kept here and read by us."),)),
    "services": Content("Services", "our-services", (
        ("", "What {app} offers around {many}."),
        ("What we do", "We help you with {many}, from the first question to the last detail."),
        ("How it works", "Choose from {first}, send us what you need, and we take it from there."),
    )),
    "faq": Content("Questions and answers", "faq", ()),
    "how": Content("How it works", "how-it-works", ()),
    "guide": Content("Guide", "guide", (
        ("", "What to know about {topic}, in short."),
        ("Getting started", "Begin with a small step: decide what you want to reach with {topic} and write it down."),
        ("Good practice", "Keep entries short and current, look at them regularly, and talk about {topic} with the people concerned."),
        ("Next step", "Use {first} in {app} to put it into practice."),
    )),
    "team": Content("Our team", "team-page", (("", "The people behind {app}. Introduce each of them here with name, role and a sentence."),)),
    "mission": Content("Our mission", "mission", (("", "{app} makes {many} easy to find, to share and to keep in order."),)),
    "history": Content("Our story", "our-story", (("", "How {app} began and what has happened since. Tell your story here."),)),
    "terms": Content("Terms of use", "terms", (
        ("", "These terms say how {app} may be used. Have them checked before you publish."),
        ("Use", "Enter only what you may share, and treat others and their entries with respect."),
        ("Content", "Whoever adds an entry is responsible for it. Entries that break these rules can be removed."),
    )),
    "privacy": Content("Privacy", "privacy", (
        ("", "This page says what {app} keeps. Have it checked before you publish."),
        ("What is kept", "{app} keeps what people enter: {many}. It sends nothing to other services."),
        ("Your rights", "Ask us what is kept about you, and we correct or delete it."),
    )),
    "imprint": Content("Imprint", "imprint", (("", "Who is responsible for {app}: put name, address and e-mail here."),)),
    "pricing": Content("Prices", "pricing", (("", "What {app} costs. Put your prices here."),)),
    "hours": Content("Opening hours", "opening-hours", (("", "When {app} is open: put your days and hours here."),)),
    "welcome": Content("Welcome", "welcome", (("", "Welcome to {app}. Here you find {many}."),)),
}  # fmt: skip

PHRASES: tuple[tuple[str, str], ...] = (
    ("home", r"(?:home|landing|welcome|start|main|front|index) ?pages?|hero (?:section|banner)|homepage"),
    ("contact", r"contact(?:[- ]us)?(?: pages?| forms?| sections?| information pages?| functions?| features?| functionality)|contact us|get in touch(?: form| page)?|(?:online |customer |product |service )?(?:inquiry|enquiry|contact request|lead(?: capture)?|consultation request|message) (?:forms?|functions?|features?|functionality|submissions?|service)|online (?:inquiry|inquiries|enquir(?:y|ies))|leave (?:us )?(?:a message|messages|inquiries)"),
    ("about", r"about(?:[- ]us)?(?: pages?| sections?)|about us|(?:company|business|organi[sz]ation|school|club|team|shop|restaurant|hotel|studio|firm|agency|brand|artist) (?:introduction|profile|presentation|overview|information)(?: pages?| sections?)?"),
    ("services", r"(?:our |its |their )?services? (?:introduction|overview|presentation|description)s?(?: pages?)?|services? pages?"),
    ("faq", r"faqs?(?: pages?| sections?)?|frequently asked questions(?: pages?| sections?)?|questions and answers pages?|q ?& ?a (?:page|section)"),
    ("how", r"how (?:it|this|we) works?(?: pages?| sections?)?|(?:user )?(?:help|guide|instructions?) pages?|user guide"),
    ("terms", r"terms (?:of (?:use|service)|and conditions)(?: pages?)?|terms pages?"),
    ("privacy", r"privacy (?:policy|pages?|statement|notice)(?: pages?)?"),
    ("imprint", r"imprint(?: pages?)?|legal notice"),
    ("team", r"(?:our |the |meet the )?team pages?"),
    ("mission", r"(?:our |its |their )?mission(?: statement)?(?: and (?:vision|values))?(?: pages?)?(?= ?(?:[,.;]|$|and\b))"),
    ("history", r"(?:company|our|its|club|school) (?:history|story)(?: pages?)?"),
    ("pricing", r"pricing (?:pages?|section|information|table)"),
)  # fmt: skip
"""Kind of page -> what people say for it."""

LISTED: dict[str, str] = {
    "home": "home", "homepage": "home", "home page": "home", "landing": "home", "about": "about", "about us": "about", "about me": "about",
    "contact": "contact", "contact us": "contact", "contacts": "contact", "faq": "faq", "faqs": "faq", "services": "services",
    "our services": "services", "terms": "terms", "privacy": "privacy", "privacy policy": "privacy", "imprint": "imprint",
    "team": "team", "our team": "team", "mission": "mission", "pricing": "pricing", "prices": "pricing", "help": "how",
    "introduction": "home", "opening hours": "hours", "opening times": "hours", "directions": "contact",
    "how it works": "how", "our story": "history",
}  # fmt: skip
"""Words of a list of pages: "pages such as home, about, jobs and contact"."""
