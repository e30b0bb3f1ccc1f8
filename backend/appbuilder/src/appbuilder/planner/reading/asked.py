"""Read what a list asks with a question word or names by a clause: "how many copies", "when it is free", "lent or not"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Callable
from dataclasses import replace

from appbuilder.planner.building.types import field_type, is_known
from appbuilder.planner.inflect import is_plural
from appbuilder.planner.lexicon.fields import FIELD_NAMES
from appbuilder.planner.lexicon.telling import DUE_DATES, PARTICIPLES, QUANTITIES
from appbuilder.planner.reading.choices import split_choices
from appbuilder.planner.reading.clauses import PERSON, clause_of, participle
from appbuilder.planner.reading.facts import Item
from appbuilder.planner.reading.measured import how, how_it_was, how_many, how_much, room_for, told_field
from appbuilder.planner.reading.phrases import NAME_WORDS, is_act
from appbuilder.planner.reading.words import bare, known_noun
from appbuilder.planner.text import Span
from appbuilder.spec import FieldType


def _whether(match: re.Match[str]) -> list[Item]:
    clause = match["clause"]
    has = re.search(
        rf"^(?:{PERSON}|(?:the|an?|my|our) [a-z]+(?: [a-z]+)?) (?:has|have|had|comes with|needs?|wants?|likes?) (?P<what>.+)$",
        clause,
    )
    if has and not has["what"].split()[0].endswith("ed") and has["what"].split()[0] != "been":
        verb = re.search(r"\b(?P<verb>needs?|wants?)\b", clause)
        noun = " ".join(bare(has["what"].split()))
        return told_field(f"needs {noun}" if verb and verb["verb"].startswith("need") else noun, "boolean")
    there = re.sub(r"^there (?:is|are|was|were) ", "", clause)
    return told_field(clause_of(there), "boolean")


def _when(match: re.Match[str]) -> list[Item]:
    said = re.sub(r"^to ", "", clause_of(match.groupdict().get("clause") or ""))
    if due := _DUE.match(said):
        return told_field(DUE_DATES.get(due["done"], f"{due['done']} by"), "date")
    words = _HAPPENS.sub("", said).split()
    if not words:
        return told_field("date", "date")
    if words[-1] in _EDGES:
        is_moment = words[-1] in {"starts", "ends", "begins", "start", "end"}
        return told_field(_EDGES[words[-1]], "datetime" if is_moment else "date")
    said = " ".join(words)
    if said in FIELD_NAMES:
        return told_field(said, "datetime" if FIELD_NAMES[said] == "datetime" else "date")
    if said in {"free", "available", "open", "vacant"}:
        return told_field(f"{said} from", "date")
    is_done = words[-1].endswith("ed") or words[-1] in PARTICIPLES.values()
    is_short = len(words) == 1 or (len(words) < NAME_WORDS and words[0] not in {"last", "first", "next"})
    return told_field(f"{said} on" if is_done and is_short else said, "date")


_DUE = re.compile(r"(?:must|should|has to|have to|needs to)(?: be)? (?P<done>[a-z]+(?: back)?)$")
_HAPPENS = re.compile(r"\b(?:came|come|comes|happened|happens|took place|takes place)\b")
_EDGES = {
    "starts": "start",
    "begins": "start",
    "ends": "end",
    "finishes": "end",
    "expires": "expiry date",
    "due": "due date",
    "start": "start",
    "end": "end",
}


def _where(match: re.Match[str]) -> list[Item]:
    said = clause_of(match["clause"] or "")
    words = said.split()
    if words and (words[-1].endswith("ed") or words[-1] in PARTICIPLES.values()):
        return told_field(f"place {said}" if len(words) > 1 else f"{said} at", "text")
    return told_field("place", "text")


def _who(match: re.Match[str]) -> list[Item]:
    clause = (match["clause"] or "").strip()
    if not clause or re.fullmatch(r"(?:is |are |will be )?(?:coming|comes?|staying|taking part|attends?)", clause):
        return told_field("name", "text")
    if clause.startswith(("is responsible", "is in charge", "looks after", "takes care")):
        return told_field("person in charge", "text")
    if re.match(r"(?:it|this) is for|it is meant for|gets it|receives it", clause):
        return told_field("recipient", "text")
    did = re.fullmatch(
        r"(?:has |have |had |is |was )?(?P<verb>[a-z]+)(?: (?:it|them|the [a-z]+|this|one|up|in))?(?P<what> what)?",
        clause,
    )
    if did:
        made = told_field(f"{participle(did['verb'])} by", "text")
        return [*made, *told_field("what", "text")] if did["what"] else made
    if told := re.fullmatch(
        r"(?:is |was |were )(?P<state>absent|present|late|there|missing|responsible|sick|ill)", clause
    ):
        return told_field(f"who was {told['state']}", "long_text")
    owner = re.fullmatch(r"(?:owns?|has|have)(?: it| them)?", clause)
    return told_field("owner" if owner else f"who {clause}", "text")


def _who_whom(match: re.Match[str]) -> list[Item]:
    what = match["what"] or ""
    more = told_field("amount", "money") if what.startswith("how much") else told_field("what", "text") if what else []
    return [*told_field("who", "text"), *told_field("whom", "text"), *more]


def _what(match: re.Match[str]) -> list[Item]:
    clause = (match["clause"] or "").strip().replace("'s ", "is ")
    if not clause:
        return told_field("what", "text")
    if done := re.fullmatch(rf"{PERSON} (?P<verb>[a-z]+)(?: (?:in|on|at|from) (?:it|them))?", clause):
        return told_field(f"what was {participle(done['verb'])}", "text")
    if re.search(r"\b(?:costs?|paid)\b", clause):
        return told_field("price", "money")
    if re.fullmatch(r"(?:it|this) (?:is|was)(?: about)?", clause):
        return told_field("subject" if clause.endswith("about") else "name", "text")
    return told_field(
        f"what {re.sub(rf'^{PERSON} (?!is|was|has)', '', clause)}",
        "text" if len(clause.split()) < NAME_WORDS else "long_text",
    )


def _kind(match: re.Match[str]) -> list[Item]:
    options = split_choices(match["options"])
    return told_field(match["noun"], "enum" if options else "text", options=options)


def _which(match: re.Match[str]) -> list[Item]:
    noun = match["noun"]
    known = known_noun(noun) or (known_noun(noun.split()[0]) and noun.split()[0]) or noun.split()[0]
    if known in {"day", "date"}:
        return told_field("date", "date")
    if known in {"time", "hour"}:
        return told_field("time", "text")
    return [Item(known, "", Span(0, 0), is_linked=True, is_many=is_plural(noun.split()[0]))]


def _from_until(match: re.Match[str]) -> list[Item]:
    kind: FieldType = "datetime" if match["unit"] in {"time", "hour"} else "date"
    return [*told_field("from", kind), *told_field("until", kind)]


def _until(match: re.Match[str]) -> list[Item]:
    return told_field(
        "until" if match["word"] in {"until", "till", "by"} else "since" if match["word"] == "since" else "from", "date"
    )


def _or_not(match: re.Match[str]) -> list[Item]:
    return told_field(clause_of(" ".join(bare(match["what"].split()))), "boolean")


def _two(match: re.Match[str]) -> list[Item]:
    one, two = " ".join(bare(match["one"].split())), match["two"].strip()
    if two in {f"un{one}", f"not {one}", f"in{one}", f"non-{one}"}:
        return told_field(one, "boolean")
    if {"it", "them", "they", "him", "her"} & {*one.split(), *two.split()} or is_act(one) or is_act(two):
        return []
    if is_known(one) and is_known(two) and field_type(one) != "boolean":
        return told_field(f"{one} or {two}", "text")
    return told_field(f"{one} or {two}", "enum", options=(one, two))


def _at_point(match: re.Match[str]) -> list[Item]:
    noun, said = match["noun"], clause_of(match["clause"])
    if noun in {"person", "one"}:
        return told_field(f"{participle(match['clause'].split()[0])} by", "text")
    if due := re.search(r"\b(?:must be|has to be|should be|needs to be) (?P<done>[a-z]+)$", match["clause"]):
        return told_field(f"{due['done']} by", "date")
    if noun in {"date", "day"}:
        return told_field(f"{noun} {said}", "date")
    if noun in {"price", "amount", "sum"}:
        return told_field(f"{noun} {said}", "money")
    return told_field(f"{noun} {said}", "integer" if noun in {"year", "number"} else "text")


_BOUND = r"(?P<bound> (?:from|between) \d+ (?:to|and) \d+| \(\d+ ?(?:to|-) ?\d+\)| out of \d+)?"

_IN = r"(?: in (?P<unit>[a-z]+)| \(in (?P<unit2>[a-z]+)\))?"

WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], list[Item]]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(?:also )?(?:whether|if) (?P<clause>.+?)(?: or not)?", _whether),
        (
            rf"(?:is|are|was|does|did|has) (?P<what>{PERSON} .+?)(?: or not)?\??",
            lambda match: told_field(clause_of(match["what"]), "boolean"),
        ),
        (rf"(?:with |for |of )?how many(?: (?P<what>[a-z][a-z' -]*?))?{_BOUND}", how_many),
        (r"how much(?: (?P<what>[a-z][a-z' -]*?))?(?P<unit> in [a-z]+)?", how_much),
        (rf"how (?P<how>{'|'.join(QUANTITIES)})(?P<clause> [a-z' ]+?)?{_IN}", how),
        (r"how (?P<clause>[a-z' ]+?)(?: \((?P<options>[^()]+)\))?", how_it_was),
        (
            r"from (?:when|which|what) ?(?P<unit>day|date|time|hour)? ?(?:until|to|till) (?:when|which day|which date|what day|what time|which time|which hour)",
            _from_until,
        ),
        (r"from (?P<unit>date|day|time) (?:until|to|till) (?:date|day|time)", _from_until),
        (r"(?P<word>since|until|till|from|by) when(?: (?P<clause>.+))?", _until),
        (r"when(?: (?P<clause>.+))?", _when),
        (r"(?:on|at) (?:which|what) (?:day|date)(?: .+)?", lambda _: told_field("date", "date")),
        (r"(?:on|at|from) (?:which|what) (?:time|hour)(?: .+)?", lambda _: told_field("time", "text")),
        (r"where(?: (?P<clause>.+))?", _where),
        (r"who (?P<verb>[a-z]+) whom(?: (?P<what>how much(?: money)?|what))?", _who_whom),
        (
            r"who (?:has|had|took|got|borrowed|lent) (?:which|what) (?P<what>[a-z]+)",
            lambda match: [*told_field("who", "text"), *told_field(match["what"])],
        ),
        (r"who(?:m)?(?: (?P<clause>.+))?", _who),
        (r"(?:by|for|from|to|with) whom", lambda _: told_field("person", "text")),
        (
            r"which (?P<one>[a-z]+(?: [a-z]+)?) (?:is |was )?[a-z]+ (?:in |at |for |on |to |with )?(?:which|what) (?P<two>[a-z]+(?: [a-z]+)?)",
            lambda match: [Item(match[key], "", Span(0, 0), is_linked=True) for key in ("one", "two")],
        ),
        (r"(?:(?:for|in|with|on|of|at|from|by) )?which (?P<noun>[a-z]+(?: [a-z]+)*)", _which),
        (
            r"(?:what|which) (?P<noun>kind|type|sort|colour|color|size|category)(?: of [a-z]+| it is| it was)? \((?P<options>[^()]+)\)",
            _kind,
        ),
        (r"(?:for|because of) what", lambda _: told_field("purpose", "text")),
        (r"what(?: |(?='s))(?P<clause>.+)|what", _what),
        (r"(?:(?:is|are|may be|can be|comes?) )?with or without (?:an? )?(?P<what>[a-z -]+)", _or_not),
        (r"(?P<what>[a-z' -]+?) or not", _or_not),
        (
            r"(?P<what>[a-z' -]+?),? (?:yes or no|yes/no)|(?P<what2>[a-z' -]+?) \((?:yes or no|yes/no|y/n|true/false|true or false)\)",
            lambda match: told_field(" ".join(bare((match["what"] or match["what2"]).split())), "boolean"),
        ),
        (
            r"(?:the )?(?P<noun>date|day|year|person|one|price|amount|place|number) (?:when |where |on which |that |who |which )?(?P<clause>(?:it|they|he|she|we|i|you) (?:is |was |were |has been |had been )?[a-z ]+|(?<=who )[a-z ]+)",
            _at_point,
        ),
        (
            rf"(?:the |an? )?number of stars{_BOUND}",
            lambda match: told_field("stars", "rating", match["bound"] or "from 1 to 5"),
        ),
        (
            r"(?:the )?(?:persons|people|guests|passengers) (?:it|they) (?:sleeps?|holds?|carr(?:y|ies)|seats?|takes?|fits?)",
            lambda _: told_field("persons", "integer"),
        ),
        (
            r"(?:litres|liters|kilograms|kilos|kilometres|kilometers|hectares|grams|miles) [a-z]+(?:ed|ten|wn|ght|ven)",
            lambda match: told_field(match.group(), "decimal"),
        ),
        (
            r"(?:room|space|seats|places) for (?P<most>at most |up to |no more than |a maximum of )?(?P<n>\d{1,5})(?: [a-z]+)?",
            room_for,
        ),
        (
            r"(?P<most>at most |up to |no more than |a maximum of |a limit of |maximum )?(?P<n>\d{1,5}) (?:places|seats|spots|participants|people|persons)",
            room_for,
        ),
        (
            r"(?:it |they |and )?(?:belongs?|is linked|refers?|is assigned|points?) to (?:exactly |only )?(?:an?|the|one|its) (?:single )?(?P<noun>[a-z]+(?: [a-z]+)?)",
            lambda match: [replace(item, qualifier="required") for item in _which(match)],
        ),
        (
            r"(?:takes? |lasts? )?(?P<bound>from \d+ to \d+|between \d+ and \d+) minutes",
            lambda match: told_field("duration", "duration", match["bound"]),
        ),
        (r"(?:the |an? )?(?P<one>[a-z][a-z-]*(?: [a-z]+)?) or (?P<two>[a-z][a-z-]*(?: [a-z]+)?)", _two),
    )
)
