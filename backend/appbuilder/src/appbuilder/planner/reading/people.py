"""Tell the words for people from the words for things."""

from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.access import ADMINS, MEMBERS, STAFF
from appbuilder.planner.lexicon.generic import DEPARTMENTS, NO_PEOPLE, PEOPLE_ENDINGS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import PEOPLE

_SHORTEST = 5


def is_people(word: str) -> bool:
    """Tell whether a word means people: a usual one, or one with such an ending ("donors", "jurors")."""
    if word in PEOPLE or word in ADMINS or word in STAFF or word in MEMBERS or word in DEPARTMENTS:
        return True
    one = singular(word)
    return is_people_noun(one) and len(one) >= _SHORTEST


def is_people_noun(noun: str) -> bool:
    """Tell a noun in the singular for people by the lexicon's fields or its ending."""
    last = noun.rpartition(" ")[2]
    if noun in NOUNS:
        fields = NOUNS[noun]
        return (
            fields.startswith("name!")
            and ("email" in fields or "phone" in fields or "bio" in fields)
            and "address!" not in fields
        )
    return last.endswith(PEOPLE_ENDINGS) and last not in NO_PEOPLE and last.isalpha()
