"""Data: the parts of a static site, how people ask for them, and what stands there to begin with.

{app} is the site's name. The texts are true of every such site, or say what its owner should put there.
"""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

from typing import NamedTuple


class Part(NamedTuple):
    """A part of a site, a page or a section: its title, its address as a page, its text, and what people say for it."""

    title: str
    slug: str
    text: str
    phrase: str


PARTS: dict[str, Part] = {
    "about": Part("About us", "about", "{app} introduces itself here: who you are, what you care about and how it began.", r"(?:(?:short|brief|little|warm) )?(?:introductions?|intro)(?: text| paragraph)?|about(?:[- ](?:us|me))(?: pages?| sections?)?|about (?:pages?|sections?)|about(?=,| and (?:[a-z]+ )?(?:pages|sections))|(?:company|business|club|team|shop|restaurant|hotel|studio|firm|agency|brand|artist) (?:introduction|profile|presentation)|biography|bio"),
    "services": Part("Our services", "our-services", "What {app} offers. Name each service here with a sentence or two.", r"(?:our |my |the |its )?services?(?: we offer| offered| overview| list)?(?: pages?| sections?)?|what we (?:offer|do)(?: pages?| sections?)?"),
    "hours": Part("Opening hours", "opening-hours", "Put the hours here, day by day, and say when {app} is closed.", r"(?:our |the )?(?:opening|business|office|store|shop) (?:hours|times)(?: pages?| sections?)?"),
    "location": Part("Where to find us", "location", "Put the address of {app} here, and how to get there.", r"(?:our |the |a )?(?:location|address|directions?|how to (?:find|reach) us|where to find us)(?: pages?| sections?)?"),
    "pricing": Part("Prices", "prices", "What {app} costs. Put your prices here.", r"(?:our |the )?(?:prices|pricing|price list|rates)(?: pages?| sections?| tables?)?"),
    "team": Part("Our team", "team", "The people behind {app}. Introduce each of them here with name, role and a sentence.", r"(?:our |the |meet the )?team(?: pages?| sections?)?"),
    "work": Part("Our work", "our-work", "Show here what {app} has made: a title and a sentence for each piece.", r"(?:our|my|recent|past|selected) (?:work|projects)(?: pages?| sections?)?|(?:portfolio|work|projects?) (?:pages?|sections?)"),
    "mission": Part("Our mission", "mission", "Say here what {app} stands for.", r"(?:our |the )?mission(?: statement)?(?: pages?| sections?)?"),
    "history": Part("Our story", "our-story", "How {app} began and what has happened since. Tell your story here.", r"(?:our|my|the|company|club) (?:story|history)(?: pages?| sections?)?"),
    "faq": Part("Questions and answers", "faq", "Put the questions here that {app} is asked most often, each with its answer.", r"faqs?(?: pages?| sections?)?|frequently asked questions(?: pages?| sections?)?|questions and answers(?: pages?| sections?)?"),
    "contact": Part("Contact", "contact", "Put the e-mail address and telephone number of {app} here.", r"contact(?:[- ]us)?(?: pages?| sections?| details?| information| info| data)?|get in touch(?: pages?| sections?)?"),
    "privacy": Part("Privacy", "privacy", "{app} is a site of pages only and keeps nothing that visitors enter. Have this page checked before you publish.", r"privacy (?:policy|pages?|statement|notice)"),
    "imprint": Part("Imprint", "imprint", "Who is responsible for {app}: put name, address and e-mail here.", r"imprint(?: pages?)?|legal notice(?: pages?)?"),
}  # fmt: skip

HOME = r"(?:simple |static |small |nice |modern |clean |plain |single[- ]page |one[- ]page )*(?:(?:home|landing|welcome|start|main|front) ?pages?|homepage|web ?sites?|sites?|web ?pages?|one[- ]pagers?)"
ONE_PAGE = r"\b(?:landing page|one[- ]page|single[- ]page|one[- ]pager|sections?)\b"
SENDING = r"\b(?:contact|inquiry|enquiry|message|lead|booking|reservation|order|newsletter|sign[- ]?up) forms?\b"
HERO = "Welcome to {app}. Say here in two sentences what visitors find, and why they should stay."
