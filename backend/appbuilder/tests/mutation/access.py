"""Mutations of who may do what."""

from ..access_examples import desk, letters
from .model import Mutation

CORE = "api/app/core"
ACCOUNT = "api/app/account"
WEB = "web/src/account"
EDITOR = "web/src/tickets/TicketEditor.tsx"
MUTATIONS = (
    Mutation(letters, f"{CORE}/access.py", "person_id() IN ({named})", "0", "e_letter.access.named.f_recipient"),
    Mutation(
        letters,
        "api/app/extras/notifications.py",
        "if named and named != before.get(column)",
        "if False and named != before.get(column)",
        "e_letter.access.told.f_recipient",
    ),
    Mutation(desk, f"{CORE}/permissions.py", "if allows(who, person, owner):", "if True:", "e_topic.access.create"),
    Mutation(desk, "api/app/tickets/routes.py", 'permit(person, TABLE, "read")', "", "e_ticket.access.read"),
    Mutation(desk, "api/app/tickets/table.py", 'update=("owner", ', 'update=("signed_in", ', "e_ticket.access.own"),
    Mutation(desk, "api/app/tickets/table.py", 'delete=("admin",)', 'delete=("staff",)', "e_ticket.access.delete"),
    Mutation(desk, "api/app/notebooks/table.py", 'read=("owner", ', 'read=("signed_in", ', "e_notebook.access.own"),
    Mutation(desk, f"{CORE}/store.py", "conditions = [table.readable]", 'conditions = ["1"]', "e_notebook.access.own"),
    Mutation(desk, f"{CORE}/store.py", "t.id = ? AND {table.readable}", "t.id = ?", "e_notebook.access.read"),
    Mutation(desk, f"{CORE}/access.py", "owner == person.id", "True", "e_notebook.access.own"),
    Mutation(desk, "api/app/messages/routes.py", "import Who", "import Somebody as Who", "e_message.access.create"),
    Mutation(desk, f"{ACCOUNT}/passwords.py", "len(password) < SHORTEST", "False", "account.register"),
    Mutation(desk, f"{ACCOUNT}/passwords.py", "hmac.compare_digest(actual", "(True, actual", "account.sign_in"),
    Mutation(
        desk,
        f"{ACCOUNT}/sessions.py",
        "s.expires_at >= ?",
        "s.expires_at <= ?",
        "account.sign_in",
    ),
    Mutation(desk, f"{ACCOUNT}/attempts.py", "if len(rows) < limit:", "if True:", "account.attempts"),
    Mutation(desk, f"{ACCOUNT}/people.py", "if person.role not in ADMINS:", "if False:", "account.people"),
    Mutation(desk, f"{WEB}/entrance.ts", "session.enter(person);", "", "account.sign_in_page"),
    Mutation(desk, f"{WEB}/Register.tsx", "enter(await register(values))", "enter(null!)", "account.register_page"),
    Mutation(desk, f"{WEB}/AccountMenu.tsx", "await signOut();", "", "account.sign_out_page"),
    Mutation(
        desk,
        "web/src/tickets/TicketEditor.tsx",
        "if (refusal) return refusal;",
        "void refusal;",
        "e_ticket.access_page.create",
    ),
    Mutation(desk, "web/src/tickets/TicketDetail.tsx", "entry.may_delete &&", "true &&", "e_ticket.access_page.delete"),
)
