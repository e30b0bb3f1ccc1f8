"""Tell English from other languages by script and small words."""

import re

_ENGLISH = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "with",
        "for",
        "where",
        "who",
        "that",
        "of",
        "to",
        "in",
        "on",
        "is",
        "are",
        "be",
        "can",
        "should",
        "each",
        "every",
        "my",
        "our",
        "their",
        "his",
        "her",
        "i",
        "we",
        "they",
        "it",
        "this",
        "these",
        "by",
        "from",
        "as",
        "have",
        "has",
        "want",
        "need",
        "please",
        "add",
        "make",
        "build",
        "create",
        "list",
        "track",
        "keep",
        "manage",
        "show",
        "app",
        "website",
        "change",
        "remove",
        "rename",
        "use",
        "not",
        "or",
        "at",
        "per",
        "all",
        "new",
        "first",
    ],
)
_FOREIGN = {
    "German": "der die das und mit eine ein einen einer eines für fuer ist sind ich wir möchte will auf zu von den dem "
    "nicht bitte erstelle mache füge hinzu soll können kann jede jeder meine alle wo werden als ändere zeige liste",
    "French": "le la les une un des du et avec pour dans est sont je nous veux voudrais chaque qui que sur par mes "
    "crée créer faire ajoute ajouter où leur au aux ou tous toutes moi",
    "Spanish": "el la los las una un unos con para que en es son y por mi mis quiero necesito cada donde del se al "
    "crear crea hacer añade agrega aplicación lista de todos todas",
    "Italian": "il lo la gli le una un uno con per che di è sono e voglio vorrei ogni dove del della crea creare fare "
    "aggiungi applicazione tutti tutte nel",
    "Portuguese": "o os as uma um com para que em é são e por meu minha quero cada onde do da dos das criar crie fazer "
    "adicione aplicativo todos todas não",
    "Dutch": "de het een en met voor is zijn ik wij wil elke waar van naar niet maak voeg toe alle mijn ons op",
    "Swedish": "en ett och med för är som jag vi vill varje där av till inte skapa alla min på att",
    "Polish": "i z dla jest są chcę każdy gdzie do nie stwórz dodaj wszystkie moja na aplikacja proszę się",
    "Turkish": "bir ve ile için bu her olan uygulama yap ekle istiyorum bana tüm",
}
_SETS = {name: frozenset(words.split()) for name, words in _FOREIGN.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARACTERS = 2_000


def foreign_language(request: str) -> str | None:
    """Return the language of a request that is not English ("German", "another script"), or None."""
    words = [word.lower() for word in _WORD.findall(request[:_SAMPLE_CHARACTERS])]
    letters = "".join(words)
    if not letters:
        return None
    latin = sum(character <= "\u024f" for character in letters)
    if latin < len(letters) * 0.6:
        return "another script"
    english = sum(word in _ENGLISH for word in words)
    scores = {name: sum(word in known - _ENGLISH for word in words) for name, known in _SETS.items()}
    best = max(scores, key=lambda name: scores[name])
    accented = any(character > "\u007f" for character in letters)
    enough = 1 if accented or english == 0 else 2
    return best if scores[best] >= enough and scores[best] > english else None
