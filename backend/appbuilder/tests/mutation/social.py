"""Mutations of what people do with entries beyond filling in fields."""

from ..social_examples import forum, ideas
from .model import Mutation

EXTRAS = "api/app/extras"
WEB = "web/src/extras"
COMMENTS = "api/app/extras/comments.py"
MUTATIONS = (
    Mutation(ideas, COMMENTS, "entry = t.id", "entry = t.id + 1", "e_idea.comments"),
    Mutation(ideas, COMMENTS, 'if not _may_remove(person, comment["person"])', "if False", "e_idea.comments_own"),
    Mutation(ideas, "web/src/extras/Comments.tsx", "{comment.may_remove && (", "{false && (", "e_idea.comments_page"),
    Mutation(ideas, f"{EXTRAS}/entries.py", "ON CONFLICT (entity, entry, person)", "ON CONFLICT (id)", "e_idea.votes"),
    Mutation(ideas, f"{EXTRAS}/votes.py", "if among is not None", "if False", "e_choice.votes"),
    Mutation(ideas, f"{EXTRAS}/ratings.py", "round(avg(value), 2)", "max(value)", "e_idea.ratings"),
    Mutation(ideas, f"{EXTRAS}/favourites.py", "AND person = person_key()", "", "e_idea.favourites"),
    Mutation(ideas, f"{EXTRAS}/tags.py", "fold(value) = fold(?)", "? = 'no tag'", "e_idea.tags"),
    Mutation(ideas, f"{WEB}/Votes.tsx", '"PUT", `${path}/vote`', '"PUT", `${path}/votes`', "e_idea.votes_page"),
    Mutation(ideas, f"{WEB}/Ratings.tsx", '"PUT", `${path}/rating`', '"PUT", path', "e_idea.ratings_page"),
    Mutation(
        ideas, f"{WEB}/Favourite.tsx", 'isFavourite ? "DELETE"', '!isFavourite ? "DELETE"', "e_idea.favourites_page"
    ),
    Mutation(ideas, f"{WEB}/tags.tsx", "{ value: words }", "{ value: [] }", "e_idea.tags_page"),
    Mutation(ideas, f"{EXTRAS}/archive.py", '{"archived": True}', '{"archived": False}', "e_idea.archive"),
    Mutation(ideas, "api/app/ideas/models.py", "archived: bool = False", "archived: bool = True", "e_idea.archive"),
    Mutation(ideas, f"{EXTRAS}/spreadsheets.py", "text.startswith(FORMULA_SIGNS)", "False", "e_idea.export"),
    Mutation(ideas, f"{EXTRAS}/csv_import.py", '"utf-8-sig"', '"utf-8"', "e_idea.import"),
    Mutation(ideas, f"{EXTRAS}/csv_import.py", "problems and all_or_nothing", "False", "e_idea.import_wrong"),
    Mutation(ideas, f"{WEB}/ArchiveButton.tsx", '? "PUT" : "DELETE"', '? "DELETE" : "PUT"', "e_idea.archive_page"),
    Mutation(ideas, f"{EXTRAS}/uploads.py", "coalesce(sum(size_bytes), 0)", "0", "e_idea.uploads_room"),
    Mutation(ideas, f"{WEB}/ImportButton.tsx", "body: file", 'body: ""', "e_idea.import_page"),
    Mutation(ideas, f"{EXTRAS}/uploads.py", 'row["content_type"] not in IMAGES', "False", "e_idea.upload.f_picture"),
    Mutation(ideas, f"{EXTRAS}/uploads.py", "if before == after:", "if True:", "e_idea.upload.f_picture"),
    Mutation(ideas, f"{EXTRAS}/attachments.py", "claim(db, upload.id", 'claim(db, "none"', "e_idea.attachments"),
    Mutation(ideas, f"{WEB}/uploads.tsx", "field.onChange((await", "void ((await", "e_idea.upload_page"),
    Mutation(ideas, f"{WEB}/Attachments.tsx", 'request("DELETE"', 'request("GET"', "e_idea.attachments_page"),
    Mutation(
        ideas,
        f"{EXTRAS}/shares.py",
        '"DELETE FROM app_shares WHERE',
        '"SELECT entity, ? FROM app_shares WHERE',
        "e_idea.share",
    ),
    Mutation(
        ideas, f"{EXTRAS}/ordering.py", "*others[:place], entry_id,", "entry_id, *others[:place],", "e_idea.ordering"
    ),
    Mutation(ideas, f"{WEB}/ShareLink.tsx", 'change("DELETE"', 'change("POST"', "e_idea.share_page"),
    Mutation(ideas, f"{WEB}/MoveButtons.tsx", '{ step: "up" })', '{ step: "down" })', "e_idea.ordering_page"),
    Mutation(forum, f"{EXTRAS}/undo.py", 'or not entry["may_delete"]', "", "e_idea.access.own"),
    Mutation(forum, f"{EXTRAS}/notifications.py", "people - {actor}", "set()", "e_idea.notifications"),
    Mutation(forum, f"{EXTRAS}/notifications.py", "person = person_key())", "person IS NULL)", "e_idea.follow"),
    Mutation(forum, f"{WEB}/Follow.tsx", "${path}/follow`", "${path}`", "e_idea.follow_page"),
    Mutation(forum, f"{WEB}/notifications.ts", '"POST"', '"GET"', "e_idea.notifications_page"),
    Mutation(forum, f"{EXTRAS}/entries.py", '    permit(person, table, "update", entry)\n', "", "e_idea.archive"),
)
