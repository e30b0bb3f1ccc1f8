"""Votes for entries (and against them), or for one of those that share a parent."""

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, Mark, SortKey, anywhere
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _app(_: AppSpec) -> AppParts:
    return AppParts(
        modules=("from app.extras.votes import VOTES, forget_votes",), tables=("VOTES",), listeners=("forget_votes",)
    )


def _buttons(entity: Entity, on_change: str) -> tuple[str, ...]:
    slug = words_of(entity)["slug"]
    return (
        "<Votes",
        f"  path={{`/api/{slug}/${{entry.id}}`}}",
        "  title={api.titleOf(entry)}",
        "  count={entry.vote_count}",
        "  mine={entry.my_vote}",
        *(["  down"] if entity.behaviours.votes == "up_down" else []),
        f"  onChange={{{on_change}}}",
        "/>",
    )


def poll_column(entity: Entity) -> str:
    """The column whose value the choices of a poll share; empty when all entries are choices of one poll."""
    single = [field for field in entity.references if not field.many]
    ranked = sorted(single, key=lambda field: not field.required)
    return ranked[0].column if ranked else ""


def _entity(_: AppSpec, entity: Entity) -> EntityParts:
    kind = entity.behaviours.votes
    if kind == "off":
        return EntityParts()
    words = words_of(entity)
    settings = {"up": "", "up_down": ", down=True", "one": f', among="{poll_column(entity)}"'}[kind]
    return EntityParts(
        columns=(f'*vote_columns("{entity.id}"),',),
        column_imports=("from app.extras.votes import vote_columns",),
        out_fields=("vote_count: int", "my_vote: int"),
        routes=(f"router.include_router(vote_routes(TABLE{settings}))",),
        route_imports=("from app.extras.votes import vote_routes",),
        sorts=(SortKey("vote_count", "Most votes first", "Fewest votes first"),),
        out_types=("vote_count: number;", "my_vote: number;"),
        details=(
            '<Detail label="Votes">',
            *(f"  {line}" for line in _buttons(entity, "loaded.reload")),
            "</Detail>",
        ),
        marks=(Mark("Votes", block(_buttons(entity, "onChange"))),),
        web_imports={"Votes": "../extras/Votes"},
        tests=(fill("tests/votes.py", **words), _kind_test(entity)),
        methods=("`PUT`, `DELETE /{id}/vote`",),
    )


def _kind_test(entity: Entity) -> str:
    words = words_of(entity)
    if entity.behaviours.votes != "one":
        part = "votes_down" if entity.behaviours.votes == "up_down" else "votes_up"
        return fill(f"tests/{part}.py", **words)
    column = poll_column(entity)
    same = f"{column}=first[{column!r}]".replace("'", '"') if column else ""
    parts = ["votes_one", *(["votes_one_undo"] if entity.behaviours.delete else [])]
    return "".join(fill(f"tests/{part}.py", **words, same=same) for part in parts)


VOTES = Feature("votes", anywhere(lambda entity: entity.behaviours.votes != "off"), _app, _entity)
