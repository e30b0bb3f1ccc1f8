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
    "home": Content("Home", "", (("", "Find {many} in one place. Look around, search for what you need, or start with {first}."),)),
    "about": Content("About us", "about", (
        ("", "{app} brings {many} together in one place, so that nobody has to look for them in mails, notes and lists. Everything here is kept up to date by the people who use it."),
        ("What you find here", "Browse {first}, open each {one} for its details, and narrow the list with search and filters. What is new stands first, and what you add is there at once for everybody who may see it."),
        ("Who we are", "This paragraph is yours: tell visitors who stands behind {app}, where you are and how it began. A few honest sentences say more than a long history. Mention what you care about, and whom to ask."),
    )),
    "contact": Content("Contact", "contact", (
        ("", "Do you have a question about {first}, or is something missing? Write to us with the form below. Your message is kept here and read by us; we answer to the address that you give. The more exactly you say what it is about, the faster we can help."),
    )),
    "services": Content("Services", "our-services", (
        ("", "This is what {app} offers around {many}. The list below shows what there is at the moment; each entry has a page of its own with all details."),
        ("What we do", "We help you with {many}, from the first question to the last detail. Tell us what you need, and we look for what fits best."),
        ("How it works", "Choose from {first}, send us what you need, and we take it from there. Replace this text with your own steps, prices and times, so that visitors know what to expect."),
    )),
    "faq": Content("Questions and answers", "faq", (
        ("", "Here are answers to what people ask most about {app}. Add your own questions about {many} as they come up; a short answer here saves a long conversation later. If something is still open, write to us."),
    )),
    "how": Content("How it works", "how-it-works", (
        ("", "{app} is quickly explained: it keeps {many}, shows them to whoever may see them, and lets people add their own. The steps below are all there is to know; nothing needs to be installed, and everything works on a phone too."),
    )),
    "guide": Content("Guide", "guide", (
        ("", "What to know about {topic}, in short. This page is a beginning: replace and extend the paragraphs with what you know from experience."),
        ("Getting started", "Begin with a small step: decide what you want to reach with {topic} and write it down. What is written down can be looked at again, shared and improved."),
        ("Good practice", "Keep entries short and current, look at them regularly, and talk about {topic} with the people concerned. Ask somebody with experience when you are unsure; most mistakes have been made before."),
        ("Next step", "Use {first} in {app} to put it into practice, one at a time, and note what worked."),
    )),
    "hours": Content("Opening hours", "opening-hours", (
        ("", "Here visitors see when {app} is open. The times below are a placeholder: replace them with your own before you publish, and say how holidays differ."),
        ("Monday to Friday", "Put the times of weekdays here, and a break if there is one."),
        ("Saturday and Sunday", "Put the times of the weekend here, or say that it is closed."),
        ("Outside these hours", "Whoever comes at another time can look at {first} here at any hour and leave a message; it is read on the next working day."),
    )),
    "team": Content("Our team", "team-page", (
        ("", "These are the people behind {app}. Introduce each of them here with name, role and a sentence about what they do; a face and a name make it easier to ask."),
        ("Who does what", "Say who looks after {first}, who answers questions and who decides. If you are looking for more people, this is the place to say so, with how much time it takes and whom to write to."),
    )),
    "mission": Content("Our mission", "mission", (
        ("", "{app} makes {many} easy to find, to share and to keep in order. What everybody can look up need not be asked twice."),
        ("What we want", "Say here in your own words what {app} should change, for whom, and how you will know that it worked. Two or three sentences are enough; a goal that fits on one line is remembered. Come back to them once a year."),
    )),
    "history": Content("Our story", "our-story", (
        ("", "Every place has a beginning. This page tells how {app} came about and what has happened since; the paragraphs are placeholders for your own story."),
        ("The beginning", "Who had the idea, and what was missing before? Tell it as you would tell a friend."),
        ("Today", "Today {app} keeps {many}. Say what has grown, what changed on the way, and what comes next. Dates, names and a picture make it easier to follow."),
    )),
    "terms": Content("Terms of use", "terms", (
        ("", "These terms say how {app} may be used. They are a draft: have them checked before you publish."),
        ("Use", "Enter only what you may share, and treat others and their entries with respect. Do not use {app} to harm anybody or to get at what is not meant for you."),
        ("Content", "Whoever adds an entry is responsible for it. Entries that break these rules can be removed. If you think that one does, write to us and say which."),
    )),
    "privacy": Content("Privacy", "privacy", (
        ("", "This page says what {app} keeps. It is a draft: have it checked before you publish."),
        ("What is kept", "{app} keeps what people enter: {many}. It sends nothing to other services, shows no advertising and does not follow visitors around."),
        ("Your rights", "Ask us what is kept about you, and we tell you, correct it or delete it. Name the person to ask here, with an address that is read."),
    )),
    "imprint": Content("Imprint", "imprint", (("", "Who is responsible for {app}: put name, address and e-mail here."),)),
    "pricing": Content("Prices", "pricing", (
        ("", "What {app} costs. The prices on this page are yours to fill in: say what each offer contains, what it costs, and for how long that holds."),
        ("What is included", "Name what people get around {many}, and what costs extra. A small table or a list is read faster than a long text."),
        ("How to pay", "Say how and when people pay, and what happens when plans change. Money is not moved by {app} itself."),
    )),
    "welcome": Content("Welcome", "welcome", (
        ("", "Welcome to {app}. Here you find {many}. Look around as long as you like; open a {one} to see its details, and use search and filters to find what you need."),
        ("Where to begin", "Start with {first}. When something is missing, add it or write to us. This text is a placeholder: greet your visitors in your own words and tell them what is new."),
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
