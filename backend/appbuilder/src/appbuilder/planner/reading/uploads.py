"""Read pictures and files that people add: "upload photos of the car", "submit a resume", "an image gallery"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.reading.behaviours import OBJECT_END, object_noun
from appbuilder.planner.reading.facts import FieldsFact, Item, Reading, ThingFact
from appbuilder.planner.reading.words import PHRASE, bare, known_noun
from appbuilder.planner.text import Span

_PICTURES = (
    r"(?:profile |product |food |event |their |personal )?(?:photos?|images?|pictures?|photographs?|screenshots?)"
)
_UPLOAD = re.compile(
    rf"(?<![\w-])(?P<verb>upload(?:s|ed|ing)?|add(?:s|ing)?|attach(?:es|ing)?|with|include) (?:and (?:share|view|edit|manage) )?(?:(?:a|an|the|their|his|her|own|new|multiple|several|some) )*(?:(?P<of>[a-z]+) )??(?P<thing>{_PICTURES})(?: (?:of|to|for|with) (?:(?:the|a|an|each|every|their|my|its) )*(?P<what>{PHRASE}?))?{OBJECT_END}"
)
_DOCUMENT = re.compile(
    rf"(?<![\w-])(?P<verb>upload(?:s|ed|ing)?|submit(?:s|ting)?|attach(?:es|ing)?|send|sending|receiv(?:e|ing)) (?:(?:a|an|the|their|his|her|your) )*(?P<thing>resumes?|cvs?|cover letters?|receipts?|invoices? (?:file|pdf))(?: (?:for|to|with) (?:(?:the|a|an|each) )*(?P<what>{PHRASE}?))?{OBJECT_END}"
)
_ABOUT_PICTURES = re.compile(r"\b(?:photos?|photograph\w*|gallery|galleries|albums?|pictures?)\b")
_OFTEN = 2


def read_uploads(reading: Reading) -> None:
    """Take pictures as a field of what they show, or as records where the app is about pictures; files as fields."""
    for match in list(_UPLOAD.finditer(reading.open)):
        is_upload = match["verb"].startswith(("upload", "add", "attach"))
        if not is_upload:
            continue
        words = " ".join(bare((match["what"] or "").split()))
        owner = object_noun(words) or known_noun(words) or known_noun(match["of"] or "")
        if owner is None and len(_ABOUT_PICTURES.findall(reading.text)) >= _OFTEN:
            reading.take(ThingFact(_span(match), "photo"))
        else:
            _take_field(reading, match, owner, "photo")
    for match in list(_DOCUMENT.finditer(reading.open)):
        thing = match["thing"].rstrip("s")
        is_resume = thing in {"resume", "cv"}
        if is_resume and re.search(
            r"\b(?:jobs?|vacanc(?:y|ies)|positions?|recruit\w*|internships?|openings?)\b", reading.text
        ):
            reading.take(ThingFact(_span(match), "application"))
        else:
            _take_field(reading, match, object_noun(" ".join(bare((match["what"] or "").split()))), thing)


def _take_field(reading: Reading, match: re.Match[str], owner: str | None, name: str) -> None:
    if owner is not None:
        reading.note(ThingFact(_span(match), owner))
    reading.take(FieldsFact(_span(match), owner, (Item(name, "", _span(match)),), is_extra=True))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
