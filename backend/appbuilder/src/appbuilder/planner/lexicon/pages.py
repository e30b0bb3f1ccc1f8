"""Data: content pages, how people ask for them, and what stands on them to begin with.

Texts are made of the app's own words: {app} is its name, {many} what it keeps ("books and loans"), {first} the plural
of its main records, {one} their singular. They say only what is true of every such app, and say it to visitors; what
only the owner can know is announced or marked as a draft, and the plan tells the owner so.
"""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

from typing import NamedTuple


class Content(NamedTuple):
    """A content page: its usual title, address, and texts by heading; an empty heading is an opening paragraph."""

    title: str
    slug: str
    texts: tuple[tuple[str, str], ...]


PAGES: dict[str, Content] = {
    "home": Content("Home", "", (("", "Find {many} in one place. Look around, search for what you need, or start with {first}."),)),
    "about": Content("About us", "about", (
        ("", "{app} brings {many} together in one place. Everything here is looked after and kept up to date."),
        ("What you find here", "Browse {first}, open each {one} for its details, and narrow the list with search and filters. What is new stands first."),
        ("Who we are", "Behind {app} are the people who look after {many} and keep them up to date. Questions and hints are welcome."),
    )),
    "contact": Content("Contact", "contact", (
        ("", "Do you have a question about {first}, or is something missing? Write to us with the form below. Your message is kept here and read by us; we answer to the address that you give. The more exactly you say what it is about, the faster we can help."),
    )),
    "services": Content("Services", "our-services", (
        ("", "This is what {app} offers around {many}. The list below shows what there is at the moment; each entry has a page of its own with all details."),
        ("What we do", "We help you with {many}, from the first question to the last detail. Tell us what you need, and we look for what fits best."),
        ("How it works", "Choose from {first}, send us what you need, and we take it from there."),
    )),
    "faq": Content("Questions and answers", "faq", (
        ("", "Here are answers to what people ask most about {app}. If something is still open, write to us."),
    )),
    "how": Content("How it works", "how-it-works", (
        ("", "{app} is quickly explained: it keeps {many}, shows them to whoever may see them, and lets people add their own. The steps below are all there is to know; nothing needs to be installed, and everything works on a phone too."),
    )),
    "guide": Content("Guide", "guide", (
        ("", "What to know about {topic}, in short: how to begin, what has proved itself, and what comes next."),
        ("Getting started", "Begin with a small step: decide what you want to reach with {topic} and write it down. What is written down can be looked at again, shared and improved."),
        ("Good practice", "Keep entries short and current, look at them regularly, and talk about {topic} with the people concerned. Ask somebody with experience when you are unsure; most mistakes have been made before."),
        ("Next step", "Use {first} in {app} to put it into practice, one at a time, and note what worked."),
    )),
    "hours": Content("Opening hours", "opening-hours", (
        ("", "When {app} is open is announced on this page. On holidays the times can differ."),
        ("Monday to Friday", "To be announced."),
        ("Saturday and Sunday", "To be announced."),
        ("Outside these hours", "Whoever comes at another time can look at {first} here at any hour."),
    )),
    "team": Content("Our team", "team-page", (
        ("", "Behind {app} are the people who look after {many}, answer questions and decide what comes next."),
        ("Taking part", "Whoever has a question about {first}, or wants to help, is welcome to ask."),
    )),
    "mission": Content("Our mission", "mission", (
        ("", "{app} makes {many} easy to find, to share and to keep in order. What everybody can look up need not be asked twice."),
        ("What we want", "We want {many} to be useful to everybody who needs them: easy to find, clearly described and up to date."),
    )),
    "history": Content("Our story", "our-story", (
        ("", "Every place has a beginning. This is how {app} came about, in short."),
        ("The beginning", "{app} began with a simple idea: {many} belong in one place, where everybody concerned finds them."),
        ("Today", "Today {app} keeps {many}, and grows with everything that is added."),
    )),
    "terms": Content("Terms of use", "terms", (
        ("", "Draft. These terms say how {app} may be used."),
        ("Use", "Enter only what you may share, and treat others and their entries with respect. Do not use {app} to harm anybody or to get at what is not meant for you."),
        ("Content", "Whoever adds an entry is responsible for it. Entries that break these rules can be removed. If you think that one does, write to us and say which."),
    )),
    "privacy": Content("Privacy", "privacy", (
        ("", "Draft. This page says what {app} keeps about whom."),
        ("What is kept", "{app} keeps what people enter: {many}. It sends nothing to other services, shows no advertising and does not follow visitors around."),
        ("Your rights", "Ask us what is kept about you, and we tell you, correct it or delete it."),
    )),
    "imprint": Content("Imprint", "imprint", (("", "Draft. The name, the address and the e-mail address of whoever is responsible for {app} stand on this page."),)),
    "pricing": Content("Prices", "pricing", (
        ("", "What {app} costs is announced on this page."),
        ("What is included", "Each offer says what it contains and for how long it holds."),
        ("How to pay", "How and when to pay is agreed when an offer is chosen. Money is not moved by {app} itself."),
    )),
    "welcome": Content("Welcome", "welcome", (
        ("", "Welcome to {app}. Here you find {many}. Look around as long as you like; open a {one} to see its details, and use search and filters to find what you need."),
        ("Where to begin", "Start with {first}. When something is missing, add it or write to us."),
    )),
}  # fmt: skip

PHRASES: tuple[tuple[str, str], ...] = (
    ("home", r"(?:home|landing|welcome|start|main|front|index) ?pages?|hero (?:section|banner)|homepage"),
    ("contact", r"contact(?:[- ]us)?(?: pages?| forms?| sections?| information pages?| functions?| features?| functionality)|contact us|get in touch(?: form| page)?|(?:online |customer |product |service )?(?:inquiry|enquiry|contact request|lead(?: capture)?|consultation request|message) (?:forms?|functions?|features?|functionality|submissions?|service)|online (?:inquiry|inquiries|enquir(?:y|ies))|leave (?:us )?(?:a message|messages|inquiries)|customer (?:support|service|care)(?= ?(?:[,.;]|$|and\b))"),
    ("about", r"about(?:[- ]us)?(?: pages?| sections?)|about us|(?:company|business|organi[sz]ation|school|club|team|shop|restaurant|hotel|studio|firm|agency|brand|artist) (?:introduction|profile|presentation|overview|information)(?: pages?| sections?)?"),
    ("services", r"(?:our |its |their )?services? (?:introduction|overview|presentation|description)s?(?: pages?)?|services? pages?"),
    ("faq", r"faqs?(?: pages?| sections?)?|frequently asked questions(?: pages?| sections?)?|questions and answers pages?|q ?& ?a (?:page|section)"),
    ("hours", r"(?:our |the )?(?:opening|business|office|visiting) (?:hours|times)(?: (?:pages?|sections?|information))?"),
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
