"""Data: how people speak of accounts, roles and rights."""
# ruff: noqa: E501, SIM905 - a pattern or a row of words reads best on one line

ACCOUNTS = (
    r"(?:user |secure |personal |member |customer |student |account )*(?:registration|sign[- ]?ups?|log[- ]?ins?|sign[- ]?ins?|authentication|authorization)(?:(?:,| and| or|/|,? and) (?:user )?(?:registration|sign[- ]?ups?|log[- ]?ins?|log[- ]?outs?|sign[- ]?ins?|authentication|authorization|profiles?|account creation))*(?: (?:system|page|pages|functions?|functionality|features?|forms?|with (?:e-?mail|username)(?: and password)?))?",
    r"(?:register|sign[- ]?up|log[- ]?in|sign[- ]?in|log[- ]?out)(?: (?:and|or|to|/) (?:register|sign[- ]?up|log[- ]?in|sign[- ]?in|log[- ]?out))*(?:(?:,| and|,? and) (?:log[- ]?in|log[- ]?out|sign[- ]?in))*(?: (?:with|using|by|via) (?:an? |their |his )?(?:e-?mail|username|account|password)[^,.;]*)?(?: (?:for|to create|with) (?:an? |their |his |own )*accounts?)?",
    r"(?:create|have|own|open|manage|managing|edit|update|delete|registering|register) (?:and (?:manage|edit) )?(?:an |their |his |her |a |own |personal |user )*(?:accounts?|profiles?)(?: and (?:log[- ]?in|sign[- ]?in|profiles?|settings))?",
    r"(?:user|member|customer|personal|student|employee|their own|own|account)s? (?:accounts?|profiles?)(?: (?:management|pages?|settings))?(?: and settings)?",
    r"(?:account|profile|user) (?:management|creation|settings|pages?)|user management|member area|personal cent(?:er|re)|my account|password (?:reset|change|protection)|password[- ]protected|password",
    r"(?:role[- ]based|user) (?:access(?: control)?|permissions?)|(?:users?|people|members|customers|everyone|employees|staff) (?:who )?(?:must|need to|have to|should|can|may) (?:first )?be (?:logged|signed) in",
    r"multi[- ]user|(?:an? )?(?:admin|administrator|management)(?:istration)? (?:panel|area|dashboard|back ?end|interface|section|page|login|account|backend)s?",
)
"""What means that people sign in."""

CLOSED = r"(?:only|just) (?:the )?admin(?:istrator)?s? (?:can |may |should )?(?:add|create|invite|register|adds|creates|invites) (?:new )?(?:users|members|people|accounts|employees)|invite[- ]only|by invitation(?: only)?|no (?:self|public|open)[- ]?registration|registration (?:is )?closed"

OPEN = r"(?:no|without(?: any| a)?|don'?t need(?: any| a)?|does not need(?: any| a)?|not require(?: any| a)?|no need (?:for|to)) (?:user )?(?:log[- ]?in|registration|sign[- ]?(?:in|up)|accounts?|authentication|register|passwords?|sign in)(?:(?:,| and| or|,? or) (?:log[- ]?in|registration|sign[- ]?(?:in|up)|accounts?|authentication|register|passwords?))*(?: (?:needed|required|necessary))?|(?:log[- ]?in|registration|accounts?) (?:is|are) not (?:needed|required|necessary)|anonymous(?:ly)?"

ADMINS = frozenset("admin admins administrator administrators superuser superusers super-user super-users".split())
"""Roles that may do everything."""

STAFF = frozenset(
    """
    manager managers moderator moderators editor editors staff employee employees teacher teachers instructor
    instructors librarian librarians doctor doctors nurse nurses receptionist receptionists technician technicians
    agent agents mechanic mechanics organizer organizers organiser organisers coach coaches trainer trainers owner
    supervisor supervisors coordinator coordinators recruiter recruiters employer employers seller sellers vendor
    vendors author authors reviewer reviewers accountant accountants dispatcher dispatchers cashier cashiers chef
    chefs lecturer lecturers professor professors host hosts judge judges operator operators approver approvers
    secretary secretaries principal principals officer officers engineer engineers therapist therapists lawyer
    lawyers landlord landlords boss bosses leader leaders lead leads curator curators planner planners analyst analysts
    salesperson salespeople chair chairs maintainer maintainers developer developers
    """.split()
)
"""Roles that an admin gives."""

MEMBERS = frozenset(
    """
    member members user users customer customers student students client clients reader readers patient patients
    viewer viewers visitor visitors guest guests applicant applicants candidate candidates volunteer volunteers
    tenant tenants parent parents player players participant participants buyer buyers fan fans listener listeners subscriber subscribers attendee attendees donor donors resident residents
    """.split()
)
"""Roles that people have who register themselves."""

ANYBODY = frozenset("everyone everybody anyone anybody visitors guests people public".split())
SIGNED_IN = frozenset({"users", "members", "registered users", "logged-in users", "logged in users", "signed-in users",
                       "registered members", "authenticated users", "signed in users", "user", "people with an account"})  # fmt: skip

ACTS: dict[str, tuple[str, ...]] = {
    "create": ("add", "create", "post", "submit", "publish", "enter", "record", "write", "upload", "schedule", "insert", "register", "import"),
    "read": ("see", "view", "read", "access", "browse", "list", "open", "download", "export"),
    "update": ("edit", "update", "change", "modify", "correct", "assign", "moderate"),
    "delete": ("delete", "remove", "erase", "moderate"),
}  # fmt: skip
EVERY_ACT = frozenset({"manage", "administer", "maintain", "control", "organize", "organise", "handle"})
MOVES: dict[str, str] = {
    "approve": "approved", "reject": "rejected", "accept": "accepted", "decline": "declined", "close": "closed",
    "confirm": "confirmed", "cancel": "cancelled", "publish": "published", "resolve": "resolved", "complete": "completed",
    "reopen": "open", "ship": "shipped", "verify": "verified", "refuse": "refused", "deny": "denied", "hire": "hired",
    "invite": "invited", "withdraw": "withdrawn", "retract": "withdrawn",
}  # fmt: skip
"""Verbs that move an entry to a status."""

PERSON_FIELDS = frozenset(
    "assignee|assigned to|assigned person|responsible|responsible person|person in charge|organizer|organiser|"
    "coordinator|reviewer|project manager|team leader|handled by|in charge|inspector|auditor".split("|")
)
"""Fields that point to an account where there are accounts."""

ADDRESSED: dict[str, tuple[str, ...]] = {"message": ("recipient",), "grade": ("student",)}
"""Entity -> fields that point to the account it is meant for."""
