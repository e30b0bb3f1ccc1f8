"""Take behaviours, parts and pages out of a spec."""

from appbuilder.planner.applying.access import without_accounts
from appbuilder.planner.editing import Editing
from appbuilder.planner.following.commands import RemoveFact
from appbuilder.planner.following.edit import remove
from appbuilder.planner.lexicon.behaviours import SAYING
from appbuilder.planner.lexicon.pages import PAGES
from appbuilder.planner.reading.wishes import AbsentFact
from appbuilder.spec import AppSpec, Behaviours, Entity, Page, changed, replace_entity
from appbuilder.spec.pages import usual_pages


def apply_absences(editing: Editing) -> None:
    """Take out what the follow-up no longer wants."""
    for fact in editing.reading.facts:
        if isinstance(fact, AbsentFact):
            before = editing.spec
            _take_out(editing, fact)
            if editing.spec == before:
                remove(editing, RemoveFact(fact.span, fact.name.replace("_", " "), fact.owner))


def _take_out(editing: Editing, fact: AbsentFact) -> None:
    if fact.name in SAYING:
        _switch_off(editing, fact)
    elif fact.name == "accounts" and editing.spec.access.has_accounts:
        editing.put(fact.span, without_accounts, "Nobody signs in any more; everyone sees and changes everything", "")
    elif fact.name in {"jobs", "webhooks"}:
        _empty(editing, fact, fact.name)
    elif fact.name == "reports":
        editing.put(fact.span, _without_reports, "No reports any more", "the app has no reports")
    elif fact.name in {"workflow", "samples"}:
        _clear(editing, fact)
    elif fact.name in {"board", "calendar", "gallery", "wizard"}:
        _lay_out_again(editing, fact)
    elif fact.name in PAGES:
        _remove_page(editing, fact)


def _chosen(editing: Editing, fact: AbsentFact) -> tuple[Entity, ...]:
    named = editing.entity(fact.owner)
    return (named,) if named else editing.spec.entities


def _switch_off(editing: Editing, fact: AbsentFact) -> None:
    off = "off" if fact.name == "votes" else False
    for entity in _chosen(editing, fact):
        if getattr(entity.behaviours, fact.name) in {False, "off"}:
            continue

        def give(spec: AppSpec, entity: Entity = entity) -> AppSpec:
            behaviours = Behaviours(**{**entity.behaviours.model_dump(), fact.name: off})
            jobs = tuple(
                job
                for job in spec.jobs
                if not (fact.name == "archive" and job.entity == entity.id and job.action == "archive")
            )
            return replace_entity(changed(spec, jobs=jobs), changed(entity, behaviours=behaviours))

        editing.put(fact.span, give, f"{entity.plural_label}: no {SAYING[fact.name].partition(',')[0]} any more", "")


def _empty(editing: Editing, fact: AbsentFact, part: str) -> None:
    editing.put(fact.span, lambda spec: changed(spec, **{part: ()}), f"No {part} any more", "")


def _without_reports(spec: AppSpec) -> AppSpec:
    def left(page: Page) -> Page | None:
        blocks = tuple(block for block in page.blocks if block.kind != "report")
        return page if blocks == page.blocks else changed(page, blocks=blocks) if blocks else None

    pages = tuple(kept for page in spec.pages if (kept := left(page)) is not None)
    return changed(spec, reports=(), pages=pages)


def _clear(editing: Editing, fact: AbsentFact) -> None:
    for entity in _chosen(editing, fact):
        if getattr(entity, fact.name):
            editing.put(
                fact.span,
                lambda spec, entity=entity: replace_entity(spec, changed(entity, **{fact.name: ()})),  # type: ignore[misc]
                f"{entity.plural_label}: no {fact.name} any more",
                "",
            )


def _lay_out_again(editing: Editing, fact: AbsentFact) -> None:
    usual = {page.id: page for entity in _chosen(editing, fact) for page in usual_pages(entity)}

    def laid_out(page: Page) -> Page:
        if page.id not in usual or fact.name not in {page.layout, *page.views}:
            return page
        if page.layout != fact.name:
            return changed(page, views=tuple(view for view in page.views if view != fact.name))
        return changed(page, layout=usual[page.id].layout, steps=(), views=())

    editing.put(
        fact.span,
        lambda spec: changed(spec, pages=tuple(laid_out(page) for page in spec.pages)),
        f"No {fact.name} any more",
        "",
    )


def _remove_page(editing: Editing, fact: AbsentFact) -> None:
    slugs = {"" if fact.name == "home" else PAGES[fact.name].slug}
    gone = {page.id for page in editing.spec.pages if page.slug in slugs or page.title == PAGES[fact.name].title}

    def without(spec: AppSpec) -> AppSpec:
        left = tuple(_unled(page, gone) for page in spec.pages if page.id not in gone)
        return changed(spec, pages=left)

    if gone:
        editing.put(fact.span, without, f"Removed the page {PAGES[fact.name].title}", "the app would have no page left")


def _unled(page: Page, gone: set[str]) -> Page:
    """The page, whose button leads to none that is gone."""
    blocks = tuple(
        changed(block, page=None, action=None) if block.kind == "hero" and block.page in gone else block
        for block in page.blocks
    )
    return page if blocks == page.blocks else changed(page, blocks=blocks)
