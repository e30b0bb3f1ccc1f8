"""Data: how people ask for behaviours.

Each row is a behaviour, its value, and a pattern over the cleaned request; `{what}` stands for what it is done to.
The first pattern that fits a place wins, so longer ways of saying something stand first.
"""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

LEAD = (
    r"(?:(?:users?|people|visitors?|members?|customers?|clients?|students?|readers?|employees?|everyone|anyone|they|others|i|we|and|,|with|also|can|could|should|"
    r"may|must|will|to|be|able|allow|allows|allowing|let|lets|enable|enables|enabling|support|supports|offer|offers|include|includes|have|has|having|want|wants|need|needs|like|would|"
    r"it|there|is|are|add|a|an|the|option|options|ability|feature|features|functionality|possibility|of|for|provide|provides) )*"
)
TAIL = r"(?:,? (?:system|function|functions|functionality|functionalities|features?|options?|capabilit(?:y|ies)|buttons?|support|possible|sections?|areas?|threads?|mechanisms?|tools?))*"

BEHAVIOURS: tuple[tuple[str, bool | str, str], ...] = (
    ("comments", True, r"(?<=\bcan |\bmay )comment(?= ?(?:[,;.]|$|and\b|or\b))"),
    ("comments", True, r"(?<=, )comment(?= ?(?:[,;.]|$|and\b|or\b))"),
    ("votes", "up", r"lik(?:e|ing)(?=(?:,| and| or|,? and) (?:comment|share|sav|rat|follow|collect)\w*\b)"),
    ("ratings", True, r"(?:(?<=, )|(?<=and )|(?<=can ))rate(?= ?(?:[,;.]|$|and\b|or\b))"),
    ("ratings", True, r"rat(?:e|ing) (?:their|his|her) (?:advice|work|service|performance|help|answers)"),
    (
        "comments",
        True,
        r"(?:leave|give|provide|submit|share|post|leaving|giving|providing) (?:(?:their|user|customer) )?feedback (?:on|about|for|to) (?!us\b|the (?:site|website|shop|company|app|service)\b){what}",
    ),
    (
        "follow",
        True,
        r"notif(?:y|ies|ying) (?:(?:the|all|a|an) )?[a-z]+(?: [a-z]+)? (?:when|if|about|of|whenever) {what}(?: (?:is|are|changes?|gets?|has|have)[^,.;]*)?",
    ),
    (
        "comments",
        True,
        r"(?:comment(?:s|ing|ed)?|repl(?:y|ies|ying)|respond(?:s|ing)?) (?:on|to|about|under|below) {what}",
    ),
    (
        "comments",
        True,
        r"(?:leave|post|add|write|make|submit|publish|read|see|view|posting|leaving|adding|writing) (?:and \w+ )?(?:(?:their|public|nested|threaded|user) )?comments?(?: (?:on|to|about|under|below|for) {what})",
    ),
    (
        "comments",
        True,
        r"(?:leave|post|add|write|make|submit|publish|posting|leaving|adding|writing) (?:(?:their|public|nested|threaded|user) )?comments",
    ),
    ("comments", True, r"(?:discuss|discussing) (?:and \w+ )?{what}"),
    (
        "comments",
        True,
        r"(?:participat\w+|engag\w+|join|joining|take part) in (?:\w+ )?(?:discussions?|conversations?)(?: (?:about|on|of|under) {what})?",
    ),
    ("comments", True, r"(?:community )?discussions?(?: (?:about|on|of|under|for|sections?|threads?) {what})"),
    (
        "comments",
        True,
        r"(?:user |threaded |nested )?(?:comments|comment(?= (?:sections?|threads?|systems?|functions?|functionality|features?|areas?))|commenting)",
    ),
    ("comments", True, r"(?:{people}) comment(?= ?(?:[,.;:]|$|and\b|or\b))"),
    ("comments", True, r"(?:reply|respond)(?= ?(?:[,.;:]|$|and\b))"),
    (
        "votes",
        "up_down",
        r"(?:up-?vot(?:e|es|ing)|vote up)(?: and| or|/|,)? (?:down-?vot(?:e|es|ing)|vote down|down)(?: (?:on |for )?{what})?",
    ),
    (
        "ratings",
        True,
        r"(?:leave|give|add|submit|see|view|show) (?:(?:star|user|customer|average) )*ratings(?! from)(?: (?:for|to|of|on) {what})?",
    ),
    ("ratings", True, r"(?:user |star |customer )?ratings(?= ?(?:[,.;]|$|and\b))"),
    ("votes", "up_down", r"(?:thumbs up (?:and|or) (?:thumbs )?down|like (?:and|or) dislike)(?: (?:on |for )?{what})?"),
    ("votes", "up", r"(?:up-?vot(?:e|es|ed|ing)|vot(?:e|es|ed|ing) (?:on|for|up)|vote up) {what}"),
    (
        "votes",
        "up",
        r"(?:(?<=can )|(?<=to )|(?<=and )|(?<=or )|(?<=, )|(?<=users ))lik(?:e|ing) (?:and (?:share|comment on) )?(?=(?:the |each |other |their |all )?(?:posts|photos|recipes|articles|ideas|videos|comments|stories|songs|projects|entries|images|artworks|quotes|jokes|memes|designs|topics|products|reviews|items|them)\b){what}",
    ),
    (
        "votes",
        "up",
        r"(?:up-?vot(?:e|es|ing)|voting|votes|likes(?: and reactions)?|like buttons?|liking|reactions|thumbs up|hearts)",
    ),
    ("votes", "up", r"recommend(?:ed)? (?!to\b|for\b|by\b|ones?\b)(?:the |their )?{what}"),
    ("votes", "up", r"(?:{people} )vote(?= ?(?:[,.;:]|$|and\b|or\b))"),
    (
        "favourites",
        True,
        r"(?:add|save|saving|adding|mark|marking|keep|put) {what} (?:to|as|in|into|on|among) (?:(?:a|an|their|my|his|her|the|personal) )*(?:favou?rites?|wish ?-?lists?|bookmarks|watch ?-?lists?|reading lists?|saved \w+)(?: lists?)?",
    ),
    (
        "favourites",
        True,
        r"(?:save|saving|bookmark|bookmarking|favou?rite|favou?riting|star) {what}(?: for later| to read later)",
    ),
    ("favourites", True, r"(?:bookmark(?:ing)?|favou?rit(?:e|ing)) (?!and |or ){what}"),
    (
        "favourites",
        True,
        r"(?:list of |personal |their |my |own )*(?:favou?rites(?: lists?)?|favou?rite (?=lists?)lists?|wish ?-?lists?|bookmarks|saved (?:items|jobs|recipes|articles|posts|properties|listings|products)|bookmarking)",
    ),
    (
        "follow",
        True,
        r"(?:subscrib(?:e|ing) to|follow|following) (?:(?:specific|other|their|certain) )*(?!(?:the |these |this )?(?:steps|instructions|up\b|rules|trends|a\b|an\b|along|through))(?=[a-z ]*(?:s|it|them|each other)\b){what}",
    ),
    (
        "follow",
        True,
        r"(?:be|get|are|is|gets|being|getting) (?:notified|alerted|informed|told) (?:about|of|when|if|whenever|on)(?: (?:new )?(?:comments|changes|updates|replies)(?: (?:on|to|of|in))?)? {what}(?: (?:is|are|changes?|gets?|has|have)[^,.;]*)?",
    ),
    (
        "follow",
        True,
        r"(?:receive|receives|receiving|get|gets|getting|see|with|in-app|have) (?:\w+ )?notifications?(?: (?:about|on|of|when|for|if|whenever)(?: (?:new )?(?:comments|changes|updates|replies)(?: (?:on|to|of|in))?)? {what}(?: (?:is|are|changes?|gets?|has|have)[^,.;]*)?)?",
    ),
    ("follow", True, r"(?:in-app )?notification(?:s| cent(?:er|re)| system| feature| functionality)"),
    ("tags", True, r"(?:tag|tagging|label|labelling|labeling) (?!and |or |for |is ){what}(?: with[^,.;]*)?"),
    (
        "tags",
        True,
        r"(?:assign|add|put|attach|adding|assigning|set) (?:\w+ )?(?:tags|labels|hashtags)(?: (?:to|on) {what})?",
    ),
    ("tags", True, r"(?:with |by |and )?(?:free |custom |multiple )?(?:tags|tagging|hashtags|keyword tags|labels)"),
    (
        "attachments",
        True,
        r"attach(?:ing)? (?:\w+ (?:and |or ))?(?:files?|documents?|photos?|images?|pictures?|screenshots?|receipts?|videos?|pdfs?)(?: (?:to|with|for) {what})?",
    ),
    ("attachments", True, r"(?:file|document) (?:attachments?|uploads?|sharing|uploading|storage)|attachments?"),
    (
        "attachments",
        True,
        r"(?:upload|uploads|uploading|add|share|sharing|store|exchange) (?:(?:and|or|,) \w+ )?(?:\w+ )?(?:files|documents|attachments|pdfs|materials)(?: (?:to|for|with|of) {what})?",
    ),
    (
        "share",
        True,
        r"shar(?:e|ing) {what} (?:(?:with (?:friends|others|anyone|people|colleagues|someone)[^,.;]*)|(?:(?:via|by|through|with|using) (?:a |an |the )?(?:public |private |secret |unique |shareable )?links?))",
    ),
    ("share", True, r"(?:shareable|sharing|public|share|shared|secret) links?(?: (?:to|for|of) {what})?"),
    ("archive", True, r"(?:archiv(?:e|ing)|put away) (?:(?:old|done|completed|closed|past|finished) )?{what}"),
    ("archive", True, r"archiv(?:e|ing|ed)(?! of)"),
    (
        "ordering",
        True,
        r"(?:re-?order(?:ing)?|re-?arrang(?:e|ing)|manually (?:sort|order|arrange)(?:ing)?|drag(?: and drop|ging)?|prioriti[sz](?:e|ing)) (?!and ){what}(?: (?:by (?:hand|drag(?:ging)?(?: and drop(?:ping)?)?)|manually))?",
    ),
    (
        "ordering",
        True,
        r"(?:manual (?:order|ordering|sorting)|re-?ordering|drag[- ](?:and|&|n)[- ]drop(?: re-?ordering| sorting)?|custom order|order(?:ed)? by hand)",
    ),
    (
        "import_csv",
        True,
        r"(?:bulk )?import(?:ing|ed)? (?:and export(?:ing)? )?{what} (?:from|via|through|by|as|in) (?:an? )?(?:csv|excel|spreadsheets?)(?: files?)?",
    ),
    (
        "import_csv",
        True,
        r"(?:csv|excel|bulk|data) import|import(?:ing)? (?:of )?(?:csv|excel|data|(?:from )?spreadsheets?)(?: files?)?",
    ),
    (
        "export_csv",
        True,
        r"(?:export|download|exporting|downloading)(?: and (?:print|import))? (?!as |to ){what} (?:as|to|in|into) (?:an? )?(?:csv|excel|spreadsheets?)(?: files?| format)?",
    ),
    (
        "export_csv",
        True,
        r"(?:csv|excel|data|spreadsheet) (?:export|download)s?|export(?:ed|ing|s)?(?: (?:everything|data|them|it|all data|the list|results|records))?(?: (?:as|to|in|into) (?:an? )?(?:csv|excel|spreadsheets?)(?: files?| format)?)?|(?:as|to) (?:a )?(?:csv|excel)(?: files?)?|csv(?: files?)?",
    ),
)

PASSIVE: dict[str, tuple[str, bool | str]] = {
    "commented": ("comments", True),
    "commented on": ("comments", True),
    "discussed": ("comments", True),
    "rated": ("ratings", True),
    "liked": ("votes", "up"),
    "upvoted": ("votes", "up"),
    "voted on": ("votes", "up"),
    "voted for": ("votes", "up"),
    "upvoted and downvoted": ("votes", "up_down"),
    "tagged": ("tags", True),
    "labelled": ("tags", True),
    "labeled": ("tags", True),
    "bookmarked": ("favourites", True),
    "favourited": ("favourites", True),
    "favorited": ("favourites", True),
    "saved as favourites": ("favourites", True),
    "followed": ("follow", True),
    "archived": ("archive", True),
    "reordered": ("ordering", True),
    "rearranged": ("ordering", True),
    "shared by link": ("share", True),
    "shared via link": ("share", True),
    "exported": ("export_csv", True),
    "exported as csv": ("export_csv", True),
    "exported to csv": ("export_csv", True),
    "imported": ("import_csv", True),
    "imported from csv": ("import_csv", True),
}
"""What can be done to entries, said of them: "recipes can be rated"."""

FIELD_BEHAVIOURS: dict[str, tuple[str, bool | str]] = {
    "tags": ("tags", True),
    "labels": ("tags", True),
    "hashtags": ("tags", True),
    "attachments": ("attachments", True),
    "likes": ("votes", "up"),
    "upvotes": ("votes", "up"),
    "comments section": ("comments", True),
}
"""Names in lists of fields that are behaviours."""

SAYING: dict[str, str] = {
    "comments": "comments, with answers",
    "votes": "votes",
    "ratings": "ratings of 1 to 5 stars",
    "favourites": "favourites of one's own",
    "follow": "can be followed, with notifications inside the app",
    "tags": "tags",
    "attachments": "attached files",
    "share": "links to share an entry",
    "archive": "can be archived",
    "ordering": "can be put in order by hand",
    "export_csv": "export as CSV",
    "import_csv": "import from CSV",
}
"""What the plan calls each behaviour."""
