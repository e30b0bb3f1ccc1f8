"""The audit log tells when somebody changed it behind our back."""

import pytest

from vibecaas.audit.schemas import ChainReport
from vibecaas.audit.service import AuditService

from ..fixtures.house import House, Member

pytestmark = pytest.mark.anyio


async def verify(house: House, member: Member) -> ChainReport:
    service = house.container.services[AuditService]
    assert isinstance(service, AuditService)
    async with house.container.units.begin(member.organization_id) as unit:
        return await service.verify(unit)


TAMPERINGS = {
    "edit": ("update audit_events set action = 'x.y' where organization_id = :own and seq = 2", 2),
    "delete": ("delete from audit_events where organization_id = :own and seq = 2", 2),
    "cut": (
        (
            "delete from audit_events where organization_id = :own"
            " and seq = (select max(seq) from audit_events where organization_id = :own)"
        ),
        None,
    ),
    "reorder": (
        "update audit_events set seq = case seq when -2 then 3 else 2 end where organization_id = :own and seq < 0",
        2,
    ),
}


@pytest.mark.parametrize("kind", sorted(TAMPERINGS))
async def test_tampering_is_found(house: House, ada: Member, kind: str) -> None:
    for name in ("One", "Two", "Three"):
        assert (await ada.client.post("/api/v1/projects", json={"name": name})).status_code == 201
    sound = await verify(house, ada)
    assert sound.length >= 3
    assert sound.first_bad_seq is None
    statement, first_bad = TAMPERINGS[kind]
    if kind == "reorder":  # two steps, since a place is taken only once
        away = "update audit_events set seq = -seq where organization_id = :own and seq in (2, 3)"
        await house.database.sql(away, own=ada.organization_id)
    await house.database.sql(statement, own=ada.organization_id)
    assert (await verify(house, ada)).first_bad_seq == (first_bad or sound.length)
