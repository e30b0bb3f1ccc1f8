"""Mutations of what entries hold and which rules they obey."""

from ..examples import orders
from .model import Mutation

ORDERS = "api/app/orders/table.py"
POSITIONS = "api/app/positions/table.py"
MUTATIONS = (
    Mutation(
        orders, POSITIONS, "t.quantity * t.unit_price", "t.quantity + t.unit_price", "e_position.computed.f_amount"
    ),
    Mutation(orders, ORDERS, "date(t.ordered)", "date(t.delivered)", "e_order.computed.f_days_taken"),
    Mutation(orders, ORDERS, "SELECT total(", "SELECT max(", "e_order.computed.f_goods"),
    Mutation(orders, ORDERS, "t_position.order_id = t.id", "t_position.id = t.id", "e_order.computed.f_goods"),
    Mutation(orders, ORDERS, "+ t.shipping", "- t.shipping", "e_order.computed.f_total"),
)
