"""Mutations of pages and reports."""

from ..page_examples import agency, helpdesk
from .model import Mutation

FIGURES = "api/app/extras/insights/figures.py"
MUTATIONS = (
    Mutation(agency, FIGURES, '"count": "count(*)"', '"count": "0 * count(*)"', "q_all.figures"),
    Mutation(agency, FIGURES, "round(amount / 100, 2)", "0", "q_budget.figures"),
    Mutation(agency, "api/app/extras/insights/routes.py", "report.by_label, report.measure", '"", ""', "q_stages.csv"),
    Mutation(agency, "web/src/extras/insights/Report.tsx", "<Numbers {...report} />", "", "q_months.shown"),
    Mutation(agency, "web/src/HomePage.tsx", "Why us", "Why not", "p_home.page"),
    Mutation(agency, "web/src/ui/Blocks.tsx", "setDone(true)", "setDone(false)", "p_home.form.e_lead"),
    Mutation(helpdesk, "web/src/tickets/TicketBoard.tsx", "api.update(", "api.read(", "e_ticket.board"),
    Mutation(helpdesk, "web/src/ui/Calendar.tsx", "?.slice(0, 10)", "?.slice(0, 9)", "e_ticket.calendar"),
    Mutation(helpdesk, "web/src/ui/ViewSwitch.tsx", 'index === 0 ? "" : view', '""', "e_ticket.views"),
    Mutation(helpdesk, "web/src/ui/Wizard.tsx", "go(number + 1)", "go(number)", "e_visit.form"),
    Mutation(
        helpdesk,
        "web/src/lib/form.ts",
        "setErrors(Object.fromEntries(found))",
        "setErrors({})",
        "e_visit.form_messages",
    ),
    Mutation(helpdesk, "web/src/tickets/TicketGallery.tsx", "/tickets/$", "/notes/$", "e_ticket.gallery"),
    Mutation(
        helpdesk, "web/src/notes/NotesOfTicket.tsx", "initial={{ ticket_id: ticketId }}", "", "e_note.below.f_ticket"
    ),
)
