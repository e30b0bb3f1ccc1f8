"""Mutations of what people do with entries beyond filling in fields."""

from ..examples import ideas
from .model import Mutation

COMMENTS = "api/app/extras/comments.py"
MUTATIONS = (
    Mutation(ideas, COMMENTS, "entry = t.id", "entry = t.id + 1", "e_idea.comments"),
    Mutation(ideas, COMMENTS, 'if not may_remove(person, comment["person"])', "if False", "e_idea.comments_own"),
    Mutation(ideas, "web/src/extras/Comments.tsx", "{comment.may_remove && (", "{false && (", "e_idea.comments_page"),
)
