"""Account for every clause of a request: answered by something, or listed as not included."""

from appbuilder.planner.building.state import Draft
from appbuilder.planner.lexicon.speech import FILLER
from appbuilder.planner.model import TraceLine
from appbuilder.planner.reading.facts import BeyondFact, Reading, ThemeFact
from appbuilder.planner.reading.wishes import AbsentFact
from appbuilder.planner.reading.words import tokens
from appbuilder.planner.text import MASK, Span, chunks, mask

PHRASE_LENGTH = 300
_LINES_LIMIT = 200
_STRANGE_RUN = 3
"""So many unknown words in a row are a wish of their own, even inside a clause that is answered otherwise."""


def trace(draft: Draft) -> tuple[tuple[TraceLine, ...], tuple[str, ...]]:
    """Return what is included, with the words that asked for it, and what is not, with the reason."""
    reading = draft.reading
    absent = [(fact.span, "left out, as asked") for fact in reading.facts if isinstance(fact, AbsentFact)]
    answered = [*draft.trace, *_theme_lines(reading), *absent]
    refused = [*draft.refused, *[(fact.span, fact.reason) for fact in reading.facts if isinstance(fact, BeyondFact)]]
    left = [
        (span, "not understood")
        for span in leftovers(reading, [*draft.repeated, *reading.quiet, *[span for span, _ in [*answered, *refused]]])
    ]
    lines = [TraceLine(phrase(reading, span), element) for span, element in sorted(answered, key=_place)]
    missing = [f"{phrase(reading, span)}: {reason}" for span, reason in sorted([*refused, *left], key=_place)]
    return tuple(dict.fromkeys(lines))[:_LINES_LIMIT], tuple(dict.fromkeys(missing))[:_LINES_LIMIT]


def _place(entry: tuple[Span, str]) -> tuple[int, int]:
    return entry[0].start, entry[0].end


def _theme_lines(reading: Reading) -> list[tuple[Span, str]]:
    names = {
        "mode": "theme",
        "background": "background colour",
        "surface": "colour of cards",
        "accent": "accent colour",
        "text": "text colour",
    }
    return [(fact.span, f"{names[fact.part]}: {fact.value}") for fact in reading.facts if isinstance(fact, ThemeFact)]


def phrase(reading: Reading, span: Span) -> str:
    """Return the words of the request at the place, on one line, without control characters."""
    words = "".join(character if character.isprintable() else " " for character in reading.original(span))
    return " ".join(words.split()).strip(" ,;:.!?-")[:PHRASE_LENGTH]


def leftovers(reading: Reading, spans: list[Span]) -> list[Span]:
    """Return the clauses that no span answers: nothing of them is covered, or many words in a row are not."""
    covered = reading.text
    for span in spans:
        covered = mask(covered, span)
    result = []
    for sentence in reading.sentences:
        for clause in chunks(reading.text, sentence):
            strange = _strange_run(covered, clause)
            if strange is not None:
                result.append(strange)
    return result


def _strange_run(covered: str, clause: Span) -> Span | None:
    """Return the clause when it is strange, else its longest run of unknown words when that is long."""
    run: list[Span] = []
    runs: list[list[Span]] = []
    is_covered = False
    for token in tokens(covered, clause.start, clause.end):
        if token.text.startswith(MASK):
            is_covered = True
            runs.append(run)
            run = []
        elif token.text[0].isalnum() and token.text not in FILLER and not token.text.isdigit():
            run.append(token.span)
    longest = max([*runs, run], key=len)
    if not longest:
        return None
    if not is_covered:
        return clause
    return Span(longest[0].start, longest[-1].end) if len(longest) >= _STRANGE_RUN else None
