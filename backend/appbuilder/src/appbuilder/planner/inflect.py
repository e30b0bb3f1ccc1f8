"""English word forms: singular and plural of nouns, base form of verbs, names for people and for code."""

import re

_ACRONYMS = frozenset({"sku", "url", "id", "isbn", "ean", "vat", "iban", "gps", "ip", "pdf", "cv", "vin", "crm", "faq"})
_SMALL = frozenset({"and", "or", "of", "for", "the", "a", "an", "in", "on", "to", "with", "at", "by"})
_IRREGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "knives": "knife",
    "lives": "life",
    "wives": "wife",
    "leaves": "leaf",
    "shelves": "shelf",
    "halves": "half",
    "loaves": "loaf",
    "recipes": "recipe",
    "movies": "movie",
    "cookies": "cookie",
    "pies": "pie",
    "ties": "tie",
    "buses": "bus",
    "bonuses": "bonus",
    "statuses": "status",
    "viruses": "virus",
    "quizzes": "quiz",
    "indices": "index",
    "analyses": "analysis",
    "crises": "crisis",
    "theses": "thesis",
    "heroes": "hero",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "echoes": "echo",
    "axes": "axis",
    "caches": "cache",
    "aches": "ache",
    "headaches": "headache",
    "horses": "horse",
    "houses": "house",
    "courses": "course",
    "expenses": "expense",
    "licenses": "license",
    "nurses": "nurse",
    "purchases": "purchase",
    "releases": "release",
    "responses": "response",
    "exercises": "exercise",
    "databases": "database",
    "diseases": "disease",
    "leases": "lease",
    "phrases": "phrase",
    "phases": "phase",
    "cases": "case",
    "causes": "cause",
    "clauses": "clause",
    "bases": "base",
    "verses": "verse",
    "vases": "vase",
    "roses": "rose",
    "noses": "nose",
    "doses": "dose",
    "prizes": "prize",
    "sizes": "size",
    "shoes": "shoe",
    "games": "game",
    "criteria": "criterion",
    "staff": "staff member",
}
_SAME = frozenset(
    [
        "series",
        "species",
        "sheep",
        "fish",
        "news",
        "status",
        "address",
        "business",
        "class",
        "glass",
        "boss",
        "bus",
        "gas",
        "lens",
        "canvas",
        "process",
        "progress",
        "access",
        "success",
        "bonus",
        "campus",
        "virus",
        "analysis",
        "basis",
        "bass",
        "dress",
        "mess",
        "press",
        "stress",
        "guess",
        "loss",
        "pass",
        "cross",
        "fitness",
        "wellness",
        "illness",
        "witness",
        "mathematics",
        "physics",
        "politics",
        "sports",
        "yes",
        "this",
        "his",
        "its",
        "inventory",
        "equipment",
        "furniture",
        "luggage",
        "feedback",
        "information",
        "homework",
        "software",
        "music",
        "money",
        "stock",
        "staff",
        "clothing",
        "jewelry",
        "merchandise",
    ],
)
_UNCOUNTED = {
    "inventory": "inventory items",
    "equipment": "equipment",
    "feedback": "feedback",
    "furniture": "furniture",
    "series": "series",
    "sheep": "sheep",
    "fish": "fish",
    "homework": "homework",
    "software": "software",
    "music": "music",
    "livestock": "livestock",
    "merchandise": "merchandise",
    "clothing": "clothing",
}
_IRREGULAR_PLURALS = {singular: plural for plural, singular in _IRREGULAR.items() if plural != "staff"}


def singular(words: str) -> str:
    """Return the noun with its last word in the singular: "due dates" -> "due date"."""
    head, _, last = words.rpartition(" ")
    return f"{head} {_singular_word(last)}" if head else _singular_word(last)


def _singular_word(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _SAME or len(word) <= len("is") or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word.removesuffix("s").removesuffix("'")


def plural(words: str) -> str:
    """Return the noun with its last word in the plural: "category" -> "categories"."""
    head, _, last = words.rpartition(" ")
    made = _plural_word(last)
    return f"{head} {made}" if head else made


def _plural_word(word: str) -> str:
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    if word in _UNCOUNTED:
        return _UNCOUNTED[word]
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


def is_plural(words: str) -> bool:
    """Tell whether the last word is a plural."""
    last = words.rpartition(" ")[2]
    return _singular_word(last) != last


_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_SILENT_E = re.compile(
    r"(?:[aeiou][vzc]|[^aeiou][aeiou]s|us|rs|ns|at|ut|ot|ov|ag|ng|dg|ar|or|ir|ur|bl|pl|dl|gl|tl|iz|is|ib|ak|ik|ok|am|im|"
    r"om|an|in|op|yp|id|ud|od|ad|ic|nc|rv|lv)$",
)


def verb_bases(word: str) -> tuple[str, ...]:
    """Return the base forms a word may come from: "managing" -> ("manag", "manage"), likeliest last."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            shorter = _DOUBLED.sub(r"\1", stem)
            ied = stem[:-1] + "y" if ending == "ed" and stem.endswith("i") else stem + "e"
            return (word, stem, shorter, ied)
    if word.endswith("ies"):
        return (word, word[:-3] + "y")
    if word.endswith("es"):
        return (word, word[:-2], word[:-1])
    if word.endswith("s"):
        return (word, word[:-1])
    return (word,)


def title_case(words: str) -> str:
    """Return words as a title: "expense tracker" -> "Expense Tracker", "lost and found" -> "Lost and Found"."""
    titled = [word if word in _SMALL else word[:1].upper() + word[1:] for word in with_acronyms(words).split()]
    return " ".join([titled[0][:1].upper() + titled[0][1:], *titled[1:]]) if titled else ""


def with_acronyms(words: str) -> str:
    """Return words with acronyms as they are written: "sku code" -> "SKU code"."""
    return " ".join(word.upper() if word in _ACRONYMS else word for word in words.split())


def sentence_case(words: str) -> str:
    """Return words as a label: "due date" -> "Due date"."""
    return words[:1].upper() + words[1:]


def article(words: str) -> str:
    """Return the noun with its article: "an appointment", "a user"."""
    vowel = words[:1] in "aeiou" and not words.startswith(("uni", "use", "eu", "one"))
    return f"{'an' if vowel else 'a'} {words}"


def identifier(words: str, *, separator: str = "_") -> str:
    """Return words as a name of ASCII letters, digits and separators; empty when nothing is left."""
    return separator.join(re.findall(r"[a-z0-9]+", words.lower()))
