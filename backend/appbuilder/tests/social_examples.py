"""Specs in which people do more with entries than fill in fields."""

from appbuilder.spec import AppSpec, Behaviours, Entity, make_app, make_entity, make_field, usual_access


def _idea(*, follow: bool = False) -> Entity:
    return make_entity(
        "idea",
        "ideas",
        make_field("title", "text", required=True),
        make_field("text", "long_text"),
        make_field("picture", "image"),
        make_field("plan", "file"),
        behaviours=Behaviours(
            comments=True,
            follow=follow,
            tags=True,
            ratings=True,
            votes="up_down",
            favourites=True,
            archive=True,
            export_csv=True,
            import_csv=True,
            attachments=True,
            share=True,
            ordering=True,
        ),
    )


def _poll() -> tuple[Entity, Entity]:
    return (
        make_entity("poll", "polls", make_field("question", "text", required=True)),
        make_entity(
            "choice",
            "choices",
            make_field("words", "text", required=True),
            make_field("drawing", "image", required=True),
            make_field("poll", "reference", reference="e_poll", required=True),
            behaviours=Behaviours(votes="one"),
        ),
    )


def ideas() -> AppSpec:
    """In an app without accounts."""
    return make_app("Idea board", "Ideas for the neighbourhood, and what people think of them.", _idea(), *_poll())


def forum() -> AppSpec:
    """In an app with accounts."""
    return make_app("Forum", "What members think and say.", _idea(follow=True), *_poll(), access=usual_access())
