"""Move a static site to fullstack, with all its pages, when a change asks for something that has to be kept."""

from appbuilder.planner.model import Plan, RequestNotUnderstood
from appbuilder.planner.planning import plan
from appbuilder.planner.sites import FOLLOW_UPS
from appbuilder.spec import AppSpec, Block, Page, changed
from appbuilder.spec.names import new_id


def move_site(spec: AppSpec, request: str) -> Plan:
    """Return the plan for the site as a full-stack app that also has what the request asks for.

    What is kept is planned as if it were asked for alone. The site's own pages stay as they are; a page that both
    have gets the other's forms.
    """
    try:
        more = plan(request)
    except RequestNotUnderstood as error:
        raise RequestNotUnderstood(error.reason, FOLLOW_UPS) from error
    kept = more.spec
    pages = _joined(spec.pages, kept.pages, {entity.slug for entity in kept.entities})
    parts = {name: getattr(kept, name) for name in ("access", "entities", "reports", "jobs", "webhooks")}
    moved = changed(spec, template="fullstack", pages=pages, **parts)
    names = " and ".join(entity.plural_label.lower() for entity in kept.entities)
    becomes = f"The site becomes a full-stack app, which keeps {names}"
    changes = (becomes, *(f"{each.plural_label}: list, detail page and form" for each in kept.entities))
    return Plan(moved, f"{becomes}; all its pages stay.", more.included, more.not_included, changes)


def _joined(ours: tuple[Page, ...], theirs: tuple[Page, ...], slugs: set[str]) -> tuple[Page, ...]:
    forms = {page.slug: tuple(each for each in page.blocks if each.kind == "form") for page in theirs if page.blocks}
    joined = [_beside(page, slugs, forms.get(page.slug, ())) for page in ours]
    taken = {page.slug for page in ours}
    for page in theirs:
        if page.kind != "content":
            joined.append(page)
        elif page.slug and page.slug not in taken:
            joined.append(changed(page, id=new_id("p", page.id[2:], {each.id for each in joined})))
    return tuple(joined)


def _beside(page: Page, slugs: set[str], forms: tuple[Block, ...]) -> Page:
    """The site's page with forms that belong on it, and under an address that no list of entries has."""
    slug = f"{page.slug}-page"[:40] if page.slug in slugs else page.slug
    return changed(page, slug=slug, blocks=(*page.blocks, *forms))
