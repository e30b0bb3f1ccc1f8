"""Mutations of what every app does."""

from ..examples import library, notes
from .model import Mutation

STORE = "api/app/core/store.py"
UNDO = "api/app/extras/undo.py"
MUTATIONS = (
    Mutation(library, STORE, "if column.unique and is_taken", "if False and is_taken", "e_author.unique.f_email"),
    Mutation(library, STORE, "        if count:\n", "        if False:\n", "e_book.link.f_author"),
    Mutation(library, STORE, "q.casefold().split() if searched", "q.casefold().split() if False", "e_book.search"),
    Mutation(notes, STORE, '"DESC" if sort.startswith("-") else "ASC"', '"ASC"', "e_note.order"),
    Mutation(notes, STORE, "db.execute(f'DELETE FROM", "db.execute(f'SELECT 1 FROM", "e_note.delete"),
    Mutation(notes, UNDO, "created_at < ?", "created_at > ?", "e_note.delete"),
    Mutation(notes, UNDO, "for column in _columns(table) if", "for column in _columns(table)[:2] if", "e_note.delete"),
    Mutation(notes, "web/src/notes/api.ts", "${id}/restore`", "${id}`", "e_note.delete_page"),
    Mutation(notes, "api/app/notes/models.py", "max_length=80)]", "max_length=80)] | None = None", "e_note.required"),
    Mutation(notes, "web/src/lib/rules.ts", "message: REQUIRED", 'message: ""', "e_note.form_messages"),
)
