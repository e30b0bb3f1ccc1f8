"""Read what is counted and measured in a list: "how many copies", "how long it lasts", "room for 8 people"."""

import re

from appbuilder.planner.lexicon.telling import AMOUNTS, LENGTHS, QUANTITIES
from appbuilder.planner.reading.choices import split_choices
from appbuilder.planner.reading.clauses import PERSON, clause_of, participle
from appbuilder.planner.reading.facts import Item
from appbuilder.planner.reading.phrases import NAME_WORDS
from appbuilder.planner.text import Span
from appbuilder.spec import FieldType


def told_field(
    words: str,
    kind: FieldType | None = None,
    qualifier: str = "",
    *,
    options: tuple[str, ...] = (),
    label: str = "",
    default: int | None = None,
) -> list[Item]:
    """Return a field of this name and kind; none without a name."""
    words = " ".join(words.split()[: NAME_WORDS + 2])
    made = Item(words, qualifier, Span(0, 0), kind=kind, options=options, label=label, default=default)
    return [made] if words else []


def how_many(match: re.Match[str]) -> list[Item]:
    """Read "how many copies": a whole number, or stars."""
    noun, _, rest = (match["what"] or "").partition(" ")
    rest = clause_of(rest)
    bound = match["bound"] or ""
    if not noun or noun in {"there", "are", "we", "it"}:
        return told_field("quantity", "integer", bound)
    if noun == "stars":
        return told_field("stars", "rating", bound or "from 1 to 5")
    kind: FieldType = "decimal" if noun in AMOUNTS else "integer"
    if rest in {"there", "it has", "come", "came"}:
        rest = ""
    rest = re.sub(r"^(?:has|have|takes?|needs?|lasts?|costs?)\b", "", rest).strip()
    words = rest.split()
    if words and words[-1] in {"scored", "sold", "left", "eaten", "found", "caught"}:
        rest = words[-1]
    return told_field(f"{noun} {rest}".strip(), kind, bound)


def how_much(match: re.Match[str]) -> list[Item]:
    """Read "how much it costs" and "how much it weighs"."""
    what = match["what"] or ""
    verb = re.search(r"\b(costs?|weighs?|paid|pay|earned|owes?|gave|gives|donated|is worth|spent)\b", what)
    names = {
        "cost": "price",
        "costs": "price",
        "weigh": "weight",
        "weighs": "weight",
        "is worth": "value",
        "earned": "amount",
        "owes": "amount owed",
        "owe": "amount owed",
    }
    if verb:
        name = names.get(verb[1]) or f"amount {participle(verb[1])}"
        return told_field(name, "decimal" if name == "weight" else "money", match["unit"] or "")
    noun = clause_of(what)
    if match["unit"] or not noun:
        return told_field(noun or "amount", "money" if not noun else None, match["unit"] or "")
    return told_field(" ".join(noun.split()[:2]), "decimal")


def how(match: re.Match[str]) -> list[Item]:
    """Read "how long it lasts in minutes", "how old"."""
    name, kind = QUANTITIES[match["how"]]
    unit = match["unit"]
    if match["how"] == "long" and (
        unit in LENGTHS or (re.search(r"\b(?:is|are)$", match["clause"] or "") and not unit)
    ):
        return told_field("length", "decimal", label=f"length in {unit}" if unit else "")
    if name == "duration" and unit not in {None, "minutes", "hours"}:
        return told_field("duration", "integer", f"in {unit}")
    if kind == "duration" and unit == "hours":
        return told_field("hours", "decimal")
    return told_field(name, kind, label=f"{name} in {unit}" if unit and kind == "decimal" else "")


def how_it_was(match: re.Match[str]) -> list[Item]:
    """Read "how it went (well, badly)"."""
    clause = re.sub(rf"^{PERSON} ", "", match["clause"].strip())
    clause = re.sub(r"^(?:the|an?|my) ", "", clause)
    options = split_choices(match["options"] or "")
    words = {
        "felt": "feeling",
        "feel": "feeling",
        "went": "how it went",
        "was": "how it was",
        "is": "how it is",
        "felt it": "feeling",
    }.get(clause, f"how {match['clause']}")
    return told_field(words, "enum" if options else "text", options=options)


def room_for(match: re.Match[str]) -> list[Item]:
    """Read "room for 8 people"."""
    return told_field("places", "integer", f"at most {match['n']}" if match["most"] else "", default=int(match["n"]))
