"""Data: verbs, people and small words of requests."""

MAKE_VERBS = frozenset(
    "add create make post submit record log enter write publish list save store keep note register collect gather "
    "leave share report file request jot capture insert input".split(),
)
MANAGE_VERBS = frozenset(
    "manage track organize organise handle administer maintain catalog catalogue plan schedule monitor follow "
    "keep control coordinate run remember archive inventory tracker count".split(),
)
READ_VERBS = frozenset(
    "browse view see read show display list explore showcase look check open access find search filter sort "
    "inspect present".split(),
)
CHANGE_VERBS = frozenset("edit update change modify correct adjust delete remove erase archive".split())
NOUN_VERBS = frozenset("list plan record report request schedule file note show check post log share run book".split())
"""Verbs that are nouns as often."""

DEEDS: dict[str, str] = {
    # Doing this to something leaves a record of its own, which belongs to the thing.
    "book": "booking",
    "reserve": "reservation",
    "apply for": "application",
    "apply to": "application",
    "enroll in": "enrollment",
    "enrol in": "enrollment",
    "enroll": "enrollment",
    "register for": "registration",
    "sign up for": "registration",
    "rent": "rental",
    "borrow": "loan",
    "lend": "loan",
    "review": "review",
    "rate": "review",
    "comment on": "comment",
    "reply to": "reply",
    "answer": "answer",
    "donate": "donation",
    "donate to": "donation",
    "rsvp to": "rsvp",
}

PEOPLE = frozenset(
    "people person visitors visitor users user guests guest customers customer clients client members member i we they you "
    "everyone anyone somebody someone who team teams students student teachers teacher staff employees employee "
    "patients owners owner admins readers reader players families family friends colleagues neighbors neighbours "
    "parents citizens volunteers drivers tenants applicants job-seekers buyers sellers travelers travellers "
    "colleague it".split(),
)
"""Who does things; not an entity unless the request keeps records of them."""

DETERMINERS = frozenset(
    "a an the my our your their his her its this that these those some any all every each several many multiple new "
    "different various own other existing another one specific certain both".split(),
)

ADJECTIVES = frozenset(
    "simple small little basic tiny nice beautiful clean modern minimal minimalist pretty cute elegant easy easy-to-use "
    "quick fast good great cool lovely friendly user-friendly responsive full complete single-page personal private "
    "public shared online virtual digital web web-based internal local daily professional lightweight straightforward "
    "full-stack fullstack comprehensive interactive dynamic intuitive "
    "real-time attractive mobile-friendly short available useful optional required mandatory unique current latest "
    "recent upcoming active past own relevant important detailed corresponding related separate".split(),
)

FILLER = frozenset(
    "build builds built make create create develop implement design write generate give need needs want wants wanted would like please "
    "can could should must may might will shall able allow allows allowing let lets enable enables provide provides "
    "providing has have having include includes including support supports offer offers contain contains is are be "
    "was were been do does it its they them he she i me we us you and or but also too then so that which who whom "
    "whose where when while as for from to of in on at by with without into onto via per about between against "
    "through during before after a an the my our your their his her this these those there here some any all each "
    "every both either not no only just very really more most much many few several such etc e.g i.e "
    "app application website site tool system program platform page pages portal web-app webapp web feature features "
    "functionality functionalities function functions functional thing things stuff something someone anyone everyone "
    "people user users visitor visitors guest using use used uses based new other one ones own main kind way well "
    "if else than up out over under again always never quickly easily simply nicely together get gets see view show "
    "shows shown display displays displayed keep keeps track tracking manage managing management save saves add adds "
    "edit edits delete deletes remove update updates list lists listed listing browse read search searches find filter filters "
    "sort sorts sorted record records recorded information info data details detail entry entries form forms fields field "
    "hello hi hey thanks thank ok okay let's id i'd i'll i'm want'd project simple small nice clean modern basic personal "
    "overview table cards card button buttons click clicks clicking want screen first second finally additionally "
    "furthermore overall whole same different various multiple clear clearly able complete online digital virtual".split(),
)
"""Words that need no answer of their own in the plan."""
