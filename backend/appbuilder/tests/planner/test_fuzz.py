"""Whatever people type: a valid spec or an honest refusal, never another error."""
# ruff: noqa: SIM905 - a row of words reads best on one line

from hypothesis import given, settings
from hypothesis import strategies as st

from appbuilder.planner import RequestNotUnderstood, plan, plan_follow_up
from appbuilder.spec import AppSpec

WORDS = [
    "app",
    "website",
    "tracker",
    "list",
    "with",
    "and",
    "each",
    "every",
    "has",
    "have",
    "a",
    "an",
    "the",
    "book",
    "books",
    "task",
    "tasks",
    "customer",
    "customers",
    "orders",
    "order",
    "title",
    "name",
    "price",
    "date",
    "due",
    "amount",
    "rating",
    "status",
    "email",
    "phone",
    "notes",
    "message",
    "category",
    "from",
    "1",
    "to",
    "5",
    "between",
    "10",
    "and",
    "or",
    "not",
    "todo",
    "doing",
    "done",
    ",",
    ".",
    ":",
    "(",
    ")",
    "required",
    "unique",
    "optional",
    "at",
    "most",
    "200",
    "characters",
    "sorted",
    "by",
    "newest",
    "first",
    "search",
    "filter",
    "per",
    "total",
    "average",
    "count",
    "number",
    "of",
    "dark",
    "theme",
    "background",
    "beige",
    "blue",
    "orange",
    "accents",
    "add",
    "remove",
    "rename",
    "to",
    "belongs",
    "many",
    "can",
    "be",
    "marked",
    "as",
    "users",
    "visitors",
    "leave",
    "write",
    "log",
    "in",
    "upload",
    "photos",
    "rate",
    "review",
    "comment",
    "on",
    "apply",
    "for",
    "jobs",
    "class",
    "object",
    "self",
    "id",
    "created_at",
    "None",
    "import",
    "lambda",
    "'",
    '"',
    "/",
    "->",
    "🎉",
    "ünïcode",
    "where",
    "that",
    "which",
    "manage",
    "track",
    "I",
    "want",
    "without",
    "cannot",
    "whether",
    "it",
    "is",
]
WORDS += """
login admins only managers their own private comments like votes favourites archive export csv board calendar chart
report dashboard month workflow approve reject open closed move about page home contact faq workshop booking overlap
once three wizard steps remind before after days webhook photos files poll customers events register capacity
""".split()
requests = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
GUESTBOOK = plan("A guestbook where visitors leave a name and a message, newest first, with search").spec
SHOP = plan(
    "Customers with orders. Each order has a number, an amount and a status (open, paid). Total amount per customer"
).spec


def check(spec: AppSpec) -> None:
    assert AppSpec.model_validate_json(spec.model_dump_json()) == spec


def check_refusal(refusal: RequestNotUnderstood) -> None:
    assert refusal.reason
    assert len(refusal.suggestions) == 2


@settings(max_examples=150, deadline=None)
@given(st.one_of(requests, st.text(max_size=300)))
def test_a_new_app_is_valid_or_refused(request: str) -> None:
    try:
        planned = plan(request)
    except RequestNotUnderstood as refusal:
        check_refusal(refusal)
    else:
        check(planned.spec)
        assert all(line.phrase and line.element for line in planned.included)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([GUESTBOOK, SHOP]), st.one_of(requests, st.text(max_size=200)))
def test_a_follow_up_is_valid_or_refused(spec: AppSpec, request: str) -> None:
    try:
        planned = plan_follow_up(spec, request)
    except RequestNotUnderstood as refusal:
        check_refusal(refusal)
    else:
        check(planned.spec)
        assert planned.changes
        assert planned.spec != spec
        known = {entity.id: {field.id for field in entity.fields} for entity in spec.entities}
        for entity in planned.spec.entities:
            added = [field for field in entity.fields if field.id not in known.get(entity.id, {field.id})]
            assert not any(field.required for field in added)
