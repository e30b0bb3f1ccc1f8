"""Mutations of what entries hold and which rules they obey."""

from ..data_examples import bookings, filing
from ..examples import orders
from ..whole import repair_shop
from .model import Mutation

ORDERS = "api/app/orders/table.py"
POSITIONS = "api/app/positions/table.py"
RULES = "api/app/core/rules.py"
MUTATIONS = (
    Mutation(
        orders, POSITIONS, "t.quantity * t.unit_price", "t.quantity + t.unit_price", "e_position.computed.f_amount"
    ),
    Mutation(orders, ORDERS, "date(t.ordered)", "date(t.delivered)", "e_order.computed.f_days_taken"),
    Mutation(orders, ORDERS, "SELECT total(", "SELECT max(", "e_order.computed.f_goods"),
    Mutation(orders, ORDERS, "t_position.order_id = t.id", "t_position.id = t.id", "e_order.computed.f_goods"),
    Mutation(orders, ORDERS, "+ t.shipping", "- t.shipping", "e_order.computed.f_total"),
    Mutation(bookings, RULES, "later < earlier", "later == earlier", "e_booking.rule.u_ends"),
    Mutation(bookings, RULES, "later < earlier", "later > earlier", "e_booking.rule.u_ages"),
    Mutation(bookings, RULES, "        if other:\n", "        if False:\n", "e_booking.rule.u_free"),
    Mutation(bookings, "api/app/bookings/rules.py", '"title", "room_id"', '"title", "begins"', "e_booking.rule.u_once"),
    Mutation(bookings, RULES, "others + own <= limit", "others <= limit", "e_guest.rule.u_seats"),
    Mutation(bookings, "api/app/events/rules.py", "limit=3", "limit=4", "e_event.rule.u_day"),
    Mutation(bookings, RULES, "(change.before, -self.sign)", "(change.before, 0)", "e_guest.rule.u_leaflets"),
    Mutation(bookings, "api/app/guests/rules.py", "low=0", "low=-99", "e_guest.rule.u_leaflets"),
    Mutation(bookings, "api/app/guests/rules.py", "sign=1", "sign=2", "e_guest.rule.u_income"),
    Mutation(bookings, RULES, "new not in self.moves.get(old, ())", "False", "e_booking.workflow"),
    Mutation(bookings, "api/app/core/store.py", "if many.column in values", "if False", "e_event.many.f_rooms"),
    Mutation(bookings, "api/app/core/tables.py", "AND m.target_id = ?", "AND m.target_id <> ?", "e_event.many.f_rooms"),
    Mutation(filing, "api/app/boxes/table.py", "t_paper.archived", "0", "e_box.computed.f_papers"),
    Mutation(filing, "api/app/core/tables.py", 'return "NOT t.archived"', 'return "1"', "e_paper.archive.totals"),
    Mutation(bookings, "web/src/ui/Several.tsx", "...chosen, value", "...chosen", "e_event.many_page.f_rooms"),
    Mutation(
        repair_shop,
        RULES,
        "old is not None and not self._allows",
        "False and not self._allows",
        "e_repair.workflow_roles",
    ),
    Mutation(bookings, "api/app/extras/planned.py", '"stage": "past"', '"stage": "planned"', "e_event.job.j_close"),
    Mutation(bookings, "api/app/extras/jobs.py", ") <= {function}(?)", ") > {function}(?)", "e_event.job.j_close"),
    Mutation(bookings, "api/app/extras/planned.py", '"deliveries": ', '"others": ', "e_guest.webhook.w_guests"),
    Mutation(bookings, "api/app/extras/samples.py", "AND s.stamp =", "AND s.nothing =", "e_room.samples"),
    Mutation(bookings, RULES, "if new != self.start and", "if False and", "e_booking.workflow"),
    Mutation(bookings, "web/src/bookings/BookingForm.tsx", "Must not come", "May come", "e_booking.order_page.u_ends"),
)
