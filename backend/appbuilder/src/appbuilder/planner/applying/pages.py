"""Put content pages into a spec, with texts made of its own words."""

from appbuilder.planner.editing import Editing
from appbuilder.planner.inflect import article, sentence_case
from appbuilder.planner.lexicon.pages import PAGES, Content
from appbuilder.planner.reading.facts import AppFact
from appbuilder.planner.reading.wishes import PageFact, QuoteFact
from appbuilder.spec import (
    AppSpec,
    Block,
    Entity,
    Entries,
    EntryForm,
    Hero,
    Item,
    Items,
    Page,
    ReportBlock,
    Text,
    changed,
)
from appbuilder.spec.names import kebab_case, new_id, snake_case
from appbuilder.spec.pages import Layout

_SHOWN = 3
_REPORTS_SHOWN = 3
_HIDDEN = frozenset({"inquiry", "message", "notification", "newsletter_subscription", "feedback", "category"})
_WRITTEN_TO = ("inquiry", "message", "feedback", "contact_request", "lead")


def apply_pages(editing: Editing) -> None:
    """Apply each page that is asked for; the home page comes first in the navigation."""
    facts = [fact for fact in editing.reading.facts if isinstance(fact, PageFact)]
    for fact in facts:
        _put(editing, fact)
    has_much = facts or len(_shown(editing.spec)) > 1
    wants_home = has_much and not any(fact.kind == "home" for fact in facts) and _is_website(editing)
    if wants_home and not editing.is_follow_up:
        editing.put(None, lambda spec: _with_page(spec, _home(spec, "Home")), "Home: landing page", "")

    for quoted in editing.reading.facts:
        if isinstance(quoted, QuoteFact):
            _quote(editing, quoted)


def _quote(editing: Editing, fact: QuoteFact) -> None:
    """Show quoted words on their page, which is added where it is not there."""

    def show(spec: AppSpec) -> AppSpec:
        made = _page(spec, PageFact(fact.span, fact.page, PAGES[fact.page].title))
        spec = _with_page(spec, made)
        pages = tuple(
            _quoting(page, fact) if page.kind == "content" and page.slug == made.slug else page for page in spec.pages
        )
        return changed(spec, pages=pages)

    said = f"{PAGES[fact.page].title}: {fact.words}"[:280]
    editing.put(fact.span, show, said, "a page shows at most 80 characters as its headline")


def _quoting(page: Page, fact: QuoteFact) -> Page:
    """The page with the quoted words: as the headline of its head, else in place of the texts of ours."""
    if page.layout == "landing":
        blocks = tuple(changed(each, title=fact.words) if isinstance(each, Hero) else each for each in page.blocks)
        return changed(page, blocks=blocks)
    kept = tuple(each for each in page.blocks if not isinstance(each, Text))
    return changed(page, blocks=(Text(kind="text", text=fact.words), *kept))


def _is_website(editing: Editing) -> bool:
    words = editing.reading.text.split()[:40]
    return (
        "website" in words
        or "site" in words
        or any(isinstance(fact, AppFact) and fact.is_given_name for fact in editing.reading.facts)
    )


def _put(editing: Editing, fact: PageFact) -> None:
    entity = editing.spec.find_entity(fact.title) if fact.kind not in {"home", "contact"} else None
    if entity is not None:
        editing.trace.append((fact.span, f"{entity.plural_label}: list, detail page and form"))
        return

    def add(spec: AppSpec) -> AppSpec:
        return _with_page(spec, _page(spec, fact))

    said = f"Page: {fact.title}"
    if fact.kind == "contact" and any(editing.spec.find_entity(name) for name in _WRITTEN_TO):
        said += ", with a form whose messages are kept"
    elif fact.kind != "home":
        said += ", with a draft of its text: write your own before you publish"
    editing.put(fact.span, add, said, "the app has a page of that name already")


def _with_page(spec: AppSpec, page: Page) -> AppSpec:
    if any(each.slug == page.slug and each.kind == "content" for each in spec.pages):
        return spec
    pages = (page, *spec.pages) if page.slug == "" else (*spec.pages, page)
    return changed(spec, pages=pages)


def _page(spec: AppSpec, fact: PageFact) -> Page:
    if fact.kind == "home":
        return _home(spec, fact.title)
    content = PAGES[fact.kind]
    topic = fact.title if fact.kind == "guide" else content.title
    blocks: list[Block] = _texts(spec, content, topic)
    if fact.kind == "faq":
        blocks.append(Items(kind="items", layout="questions", items=_questions(spec)))
    elif fact.kind == "how":
        blocks.append(Items(kind="items", items=_steps(spec)))
    elif fact.kind == "contact":
        written = next((each for name in _WRITTEN_TO if (each := spec.find_entity(name))), None)
        if written is not None and written.behaviours.create:
            blocks.append(EntryForm(kind="form", title="Write to us", entity=written.id))
    elif fact.kind in {"services", "team"}:
        blocks += _lists(spec)[:1]
    slug = content.slug if fact.kind != "guide" else kebab_case(snake_case(fact.title, fallback="guide"))
    return _make(spec, fact.title if fact.kind == "guide" else content.title, slug, "page", blocks)


def _make(spec: AppSpec, title: str, slug: str, layout: Layout, blocks: list[Block]) -> Page:
    taken = {entity.slug for entity in spec.entities} | {
        "account",
        "api",
        "assets",
        "new",
        "profile",
        "register",
        "shared",
    }
    slug = f"{slug}-page"[:40] if slug in taken else slug
    identifier = new_id("p", snake_case(slug or "home"), {page.id for page in spec.pages})
    return Page(
        id=identifier, kind="content", title=title, layout=layout, slug=slug, blocks=tuple(blocks), in_navigation=True
    )


def _home(spec: AppSpec, title: str) -> Page:
    shown = [each for each in _shown(spec) if each.name not in _HIDDEN]
    target = spec.page(shown[0].id, "list") if shown else None
    hero = Hero(
        kind="hero",
        title=spec.app.name,
        text=_say(spec, PAGES["home"].texts[0][1], ""),
        action=f"All {shown[0].plural_label.lower()}" if shown else None,
        page=target.id if target else None,
    )
    blocks: list[Block] = [hero, *(_lists(spec) if shown else _texts(spec, PAGES["about"], "")[1:])]
    told = [report for report in spec.reports if _is_public(spec, spec.entity(report.entity))]
    blocks += [ReportBlock(kind="report", report=report.id) for report in told[:_REPORTS_SHOWN]]
    written = spec.find_entity("inquiry")
    if not shown and written is not None:
        blocks.append(EntryForm(kind="form", title="Write to us", entity=written.id))
    return _make(spec, title, "", "landing", blocks)


def _shown(spec: AppSpec) -> list[Entity]:
    """What visitors look at: records with a public list, the main ones first."""
    public = [each for each in spec.entities if each.name not in _HIDDEN and _is_public(spec, each)]
    return public or list(spec.entities)


def _is_public(spec: AppSpec, entity: Entity) -> bool:
    rights = spec.permissions(entity)
    return rights is None or "anyone" in rights.read


def _lists(spec: AppSpec) -> list[Block]:
    return [Entries(kind="entries", title=each.plural_label, entity=each.id) for each in _shown(spec)[:_SHOWN]]


def _texts(spec: AppSpec, content: Content, topic: str) -> list[Block]:
    return [Text(kind="text", title=title or None, text=_say(spec, text, topic)) for title, text in content.texts]


def _say(spec: AppSpec, text: str, topic: str) -> str:
    shown = _shown(spec)
    if shown[0].name in _HIDDEN:
        return text.format(app=spec.app.name, many="everything we offer", first="our offer", one="offer", topic=topic)
    names = [each.plural_label.lower() for each in shown][:4]
    many = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    topic = topic[:1].lower() + topic[1:]
    return text.format(app=spec.app.name, many=many, first=names[0], one=shown[0].label.lower(), topic=topic)


def _questions(spec: AppSpec) -> tuple[Item, ...]:
    """Questions that the app itself answers."""
    made = []
    for each in _shown(spec)[:3]:
        one, many = each.label.lower(), each.plural_label
        made.append(
            Item(
                title=f"Where do I find {many.lower()}?",
                text=f"Open {many} in the navigation. Search and filters stand above the list.",
            )
        )
        if each.behaviours.create:
            made.append(
                Item(
                    title=f"How do I add {article(one)}?",
                    text=f"Open {many}, choose to add a new {one}, fill in the form and save.",
                )
            )
    if spec.access.has_accounts:
        made.append(
            Item(
                title="Do I need an account?",
                text="To look around, no. To add or change something, register with your e-mail address and sign in.",
            )
        )
    return tuple(made)


def _steps(spec: AppSpec) -> tuple[Item, ...]:
    first = _shown(spec)[0]
    one, many = first.label.lower(), first.plural_label.lower()
    return (
        Item(title="Look around", text=f"Browse {many} and open what interests you."),
        Item(title="Add", text=f"Enter a new {one} with the form; it stands in the list at once."),
        Item(title=sentence_case("keep it current"), text=f"Change or delete {many} whenever something is new."),
    )
