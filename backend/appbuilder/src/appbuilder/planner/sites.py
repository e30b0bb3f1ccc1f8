"""Plan static sites: pages of text, without anything that is kept. What has to be kept moves a site to fullstack."""

import re
from collections.abc import Iterable
from typing import Any

from appbuilder.planner.building.naming import clean_name
from appbuilder.planner.building.state import Draft
from appbuilder.planner.inflect import title_case
from appbuilder.planner.lexicon.sites import HERO, HOME, ONE_PAGE, PARTS, SENDING
from appbuilder.planner.model import Plan, RequestNotUnderstood
from appbuilder.planner.reading import read
from appbuilder.planner.reading.app import read_app
from appbuilder.planner.reading.facts import AppFact, BeyondFact, Fact, Reading, ThemeFact
from appbuilder.planner.reading.look import read_look
from appbuilder.planner.reading.negations import read_negations
from appbuilder.planner.reading.wishes import AbsentFact, PageFact
from appbuilder.planner.refusing import check_words
from appbuilder.planner.text import Span
from appbuilder.planner.tracing import leftovers, trace
from appbuilder.spec import App, AppSpec, Block, Hero, Page, Text, Theme, changed, set_theme, snake_case

EXAMPLES = (
    "A landing page for my bakery with an introduction and opening hours",
    "A website for a law firm with about, services and contact pages",
)
FOLLOW_UPS = ("add a page with our opening hours", "use a dark theme with orange accents")
KEEPS_NOTHING = "a static site keeps nothing; ask for it once the site is there, and it becomes a full-stack app"
_NAME = re.compile(
    r"\bfor (?:my |our |a |an |the )*(?P<name>[\w&' -]{2,40}?)(?=,|\.|$| with\b| that\b| where\b| and\b)"
)
_REMOVE = re.compile(r"\b(?:remove|delete|drop|take out|get rid of) (?:the )?$")
_SAID = (AppFact, PageFact, ThemeFact, BeyondFact, AbsentFact)


def plan_site(request: str) -> Plan:
    """Return the plan for a static site; raises RequestNotUnderstood."""
    check_words(request, EXAMPLES)
    draft = Draft(_read(request))
    reading = draft.reading
    facts = _parts(reading)
    name = _name(draft)
    if not facts and not name:
        raise RequestNotUnderstood("The request describes no site. Say what it is for and what is on it.", EXAMPLES)
    name = name or "My Site"
    parts = [fact for fact in facts if fact.kind != "home"]
    is_one_page = bool(re.search(ONE_PAGE, reading.text)) and not re.search(r"\bpages\b", reading.text)
    home = _home(name, parts if is_one_page else ())
    pages = (home, *(() if is_one_page else (_page(fact, name) for fact in _once(parts))))
    draft.trace += [(fact.span, _said(fact, is_one_page=is_one_page)) for fact in facts]
    slug = snake_case(name, fallback="site").replace("_", "-")
    app = App(name=name, slug=slug, summary=f"{name}: {_listed([page.title for page in pages])}.")
    spec = AppSpec(app=app, template="static", theme=Theme(**_theme(reading)), pages=pages)
    _refuse_data(draft, request)
    included, not_included = trace(draft)
    return Plan(spec, spec.app.summary, included, not_included)


def change_site(spec: AppSpec, request: str) -> Plan | None:
    """Return the plan for a change of a static site's pages or colours; None when it asks for anything else."""
    check_words(request, FOLLOW_UPS)
    draft = Draft(_read(request))
    reading = draft.reading
    changes: list[str] = []
    for fact in _parts(reading):
        after, said = _changed(spec, fact, reading)
        if after != spec:
            spec = after
            changes.append(said)
        draft.trace.append((fact.span, said))
    theme = _theme(reading)
    if theme and (painted := set_theme(spec, **theme)) != spec:
        spec = painted
        changes.append(f"The colours are {_listed(list(theme.values()))} now")
    _refuse_data(draft, request)
    if draft.refused or re.search(SENDING, reading.text):
        return None
    if not changes:
        reason = "it has this already" if draft.trace or theme else "the request names no page or colour to change"
        raise RequestNotUnderstood(f"Nothing on the site would change: {reason}.", FOLLOW_UPS)
    included, not_included = trace(draft)
    return Plan(spec, f"{'; '.join(changes)}.", included, not_included, tuple(changes))


def _read(request: str) -> Reading:
    """Only what a site can have: its name, parts and colours."""
    reading = Reading.of(request)
    for rule in (read_negations, read_look, read_app):
        rule(reading)
    for kind, phrase in (*((kind, part.phrase) for kind, part in PARTS.items()), ("home", HOME)):
        for match in list(re.finditer(rf"(?<![\w-])(?:{phrase})(?![\w-])", reading.open)):
            title = "Home" if kind == "home" else PARTS[kind].title
            reading.take(PageFact(Span(match.start(), match.end()), kind, title))
    return reading


def _parts(reading: Reading) -> list[PageFact]:
    found = [fact for fact in reading.facts if isinstance(fact, PageFact)]
    return sorted(found, key=lambda fact: fact.span.start)


def _once(facts: Iterable[PageFact]) -> Iterable[PageFact]:
    return {fact.kind: fact for fact in facts}.values()


def _name(draft: Draft) -> str:
    reading = draft.reading
    facts = [fact for fact in reading.facts if isinstance(fact, AppFact)]
    for fact in sorted(facts, key=lambda fact: not fact.is_given_name):
        name = clean_name(fact.name if fact.is_given_name else title_case(fact.name))
        if name and not re.fullmatch(f"{HOME}|{ONE_PAGE}", name.lower()):
            draft.trace.append((fact.span, f"The site: {name}"))
            return name
    match = _NAME.search(reading.text)
    if match is None:
        return ""
    span = Span(match.start("name"), match.end("name"))
    draft.trace.append((span, "The site's name"))
    return clean_name(title_case(reading.original(span)))


def _theme(reading: Reading) -> dict[str, Any]:
    return {fact.part: fact.value for fact in reading.facts if isinstance(fact, ThemeFact)}


def _home(name: str, parts: Iterable[PageFact]) -> Page:
    hero = Hero(kind="hero", title=name, text=HERO.format(app=name))
    return _made("p_home", "Home", "", (hero, *(_text(fact, name, titled=True) for fact in _once(parts))))


def _page(fact: PageFact, name: str) -> Page:
    part = PARTS[fact.kind]
    return _made(f"p_{fact.kind}", part.title, part.slug, (_text(fact, name, titled=False),))


def _made(identifier: str, title: str, slug: str, blocks: tuple[Block, ...]) -> Page:
    layout = "landing" if blocks[0].kind == "hero" else "page"
    return Page(id=identifier, kind="content", title=title, layout=layout, slug=slug, blocks=blocks, in_navigation=True)


def _text(fact: PageFact, name: str, *, titled: bool) -> Text:
    part = PARTS[fact.kind]
    return Text(kind="text", title=part.title if titled else None, text=part.text.format(app=name))


def _said(fact: PageFact, *, is_one_page: bool) -> str:
    if is_one_page and fact.kind != "home":
        return f"Section of the home page: {fact.title}"
    return f"Page: {fact.title}"


def _changed(spec: AppSpec, fact: PageFact, reading: Reading) -> tuple[AppSpec, str]:
    """The site with or without a part, and what that is in words."""
    if _REMOVE.search(reading.text[: fact.span.start]):
        return _without(spec, fact), f"No {fact.title.lower()} any more"
    if fact.kind == "home" or fact.kind in {page.id[2:] for page in spec.pages}:
        return spec, f"Page: {fact.title}"
    return changed(spec, pages=(*spec.pages, _page(fact, spec.app.name))), f"Page: {fact.title}"


def _without(spec: AppSpec, fact: PageFact) -> AppSpec:
    """Without the page, or without the section of that title; the last page stays."""
    pages = tuple(page for page in spec.pages if page.id != f"p_{fact.kind}" or fact.kind == "home")
    kept = []
    for page in pages:
        blocks = tuple(each for each in page.blocks if each.kind != "text" or each.title != fact.title)
        kept.append(changed(page, blocks=blocks) if blocks else page)
    return changed(spec, pages=tuple(kept))


def _refuse_data(draft: Draft, request: str) -> None:
    """Name what the request asks for beyond pages: records, forms, people, and what nobody can build yet."""
    answered = [span for span, _ in draft.trace]
    answered += [fact.span for fact in draft.reading.facts if isinstance(fact, ThemeFact | AbsentFact)]
    others = read(request).facts
    for fact in others:
        if isinstance(fact, BeyondFact) and not _meets(fact, answered):
            draft.refused.append((fact.span, fact.reason))
    for span in leftovers(draft.reading, answered):
        if any(not isinstance(fact, _SAID) and _meets(fact, [span]) for fact in others):
            draft.refused.append((span, KEEPS_NOTHING))
    told = [span for span, _ in draft.refused]
    for match in re.finditer(SENDING, draft.reading.text):
        span = Span(match.start(), match.end())
        if not any(each.start <= span.start and span.end <= each.end for each in told):
            draft.refused.append((span, KEEPS_NOTHING))


def _meets(fact: Fact, spans: Iterable[Span]) -> bool:
    return any(fact.span.start < span.end and span.start < fact.span.end for span in spans)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
