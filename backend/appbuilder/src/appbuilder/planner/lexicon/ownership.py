"""Data: how a request says that people have something of their own, and so an account."""
# ruff: noqa: E501, SIM905 - a pattern or a row of words reads best on one line

LOOKS = r"track(?:s|ing)?|view(?:s|ing)?|sees?|seeing|check(?:s|ing)?(?: on)?|monitor(?:s|ing)?|follow(?:s|ing)?|review(?:s|ing)?|access(?:es|ing)?|know(?:s|ing)?|query(?:ing)?|look(?:s|ing)? up|receiv(?:e|es|ing)|get"
"""What people do with what is theirs, and with what belongs to a thing: only some nouns tell."""

KEEPS = r"manag(?:e|es|ing)|edit(?:s|ing)?|updat(?:e|es|ing)|delet(?:e|es|ing)|cancel(?:s|ling|ing)?|chang(?:e|es|ing)|maintain(?:s|ing)?|organi[sz](?:e|es|ing)|withdraw|reschedul(?:e|es|ing)|register(?:s|ing)?|log(?:s|ging)?|record(?:s|ing)?|enter(?:s|ing)?"
"""What only whoever has it does with it."""

PRIVATE = frozenset(
    """
    order;booking;reservation;appointment;application;payment;loan;rental;enrollment;registration;leave request;
    expense claim;expense;diary entry;journal entry;mood entry;purchase;submission;transaction;budget;income;saving;subscription;rsvp;admission application;claim;weight record;sleep record;meal;
    symptom;medication;adoption request;mood;membership
    """.replace("\n", "")
    .replace("    ", "")
    .split(";")
)
"""Records that only concern whoever made them: others do not see them."""

PERSONAL = frozenset(
    """
    order booking reservation appointment application payment loan rental enrollment registration request submission
    purchase ticket complaint donation grade result score point earning expense budget spending goal habit workout
    practice log record entry diary journal listing post article property ad advert advertisement itinerary trip plan
    resume certificate achievement badge task course lesson class schedule hour activity subscription membership
    collection wishlist favourite favorite reminder account profile setting preference availability portfolio claim
    quote bid proposal paper ride hive plot garden harvest pet vehicle car device bill invoice assignment homework
    answer question review rating comment follower run meal weight sleep symptom medication treatment prescription
    """.split()
)
"""Last words of what people have when it is called theirs: "view their bookings"."""

SHOWN_BY_OTHERS = frozenset(
    "profile profiles reviews ratings answers listings posts articles details menus prices locations".split()
)
"""What visitors look at of those whom they look for: "search tutors and view their profiles"."""

HISTORIES = r"(?:order|booking|purchase|reservation|appointment|donation|borrowing|loan|rental|payment|transaction|application|browsing|viewing|visit|learning|workout|training|participation|reading|consultation|medical|service|reward|points?|transaction) (?:histor(?:y|ies)|records?)|(?:order|application|booking|request|submission|delivery|repair|claim) (?:status|progress)"
"""Records of one's own past, with nobody named."""

TAILS = frozenset(
    "history status statuses progress record records statistics result results list lists detail details information"
    " overview summary data page pages state".split()
)
"""Words behind the noun that say which side of it people look at."""

MINE = r"my (?!bookings (?:for|of)|orders (?:for|of)|reservations (?:for|of))(?:account|profile|page|area|bookings|orders|reservations|appointments|applications|enrollments|registrations|posts|listings|tickets|courses|submissions|requests|purchases|reviews|favou?rites)"
"""Names of pages that everybody has: "my bookings"."""

PRIVATE_LOGS = r"(?:personal|private|own|mood|training|fitness|food|travel|reading|learning|study|health|sleep|workout|symptom) (?:diar(?:y|ies)|journals?)"
"""Diaries, which are for nobody else."""

GOVERNING = r"approv(?:e|es)|reject(?:s)?|confirm(?:s)?|assign(?:s)?|process(?:es)?|handl(?:e|es)|moderat(?:e|es)|verif(?:y|ies)|accept(?:s)?|declin(?:e|es)|respond(?:s)? to"
"""What some do with what others hand in."""

WHO_MADE_IT = frozenset(
    """
    name;email;phone;author;reporter;requested by;donor;borrower;guest;person;contact;contact name;player;participant;
    customer;client;student;member;applicant;submitted by;reviewer
    """.replace("\n", "")
    .replace("    ", "")
    .split(";")
)
"""Fields that ask who somebody is; who signed in has said so."""

MADE_BY_PEOPLE = frozenset(
    """
    booking reservation order registration enrollment application review donation appointment loan rental rsvp request
    feedback question answer complaint comment membership submission rating testimonial adoption-request
    maintenance-request leave-request service-request support-request proposal bid claim purchase ticket signature
    score vote report
    """.split()
)
"""Last words of records that people make for themselves."""

MAKERS = frozenset(
    """
    author;written by;posted by;created by;submitted by;reported by;sent by;sender;reporter;requester;requested by;
    uploaded by;uploader;added by;asked by;user;username;user name;poster;creator;submitter
    """.replace("\n", "")
    .replace("    ", "")
    .split(";")
)
"""Fields that name whoever added the entry, even when the request lists them."""

WORKS = frozenset("book quote recipe song poem film movie article paper publication painting story play piece".split())
"""What somebody else may have made than whoever adds it."""
