"""What campaigns and single calls are made of must belong to the same account."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.caller_identities import picked_callers
from database.scripts import get_version
from database.suppression_lists import named_lists
from domain.campaigns import CampaignPlan, check_outcomes_named
from domain.errors import InvalidInput
from domain.identifiers import AccountId

_FOUND = text("""
    SELECT EXISTS (SELECT FROM script_versions WHERE id = :script_version_id AND account_id = :account_id) AS script_version_id,
           EXISTS (SELECT FROM agents WHERE id = :agent_id AND account_id = :account_id) AS agent_id,
           EXISTS (SELECT FROM trunks WHERE id = :trunk_id AND account_id = :account_id) AS trunk_id
""")


async def check_parts(
    session: AsyncSession,
    account_id: AccountId,
    *,
    script_version_id: str,
    agent_id: str,
    trunk_id: str,
    plan: CampaignPlan,
) -> None:
    """Return if the account has all three and the lists and caller identities that the plan names, and the script the outcomes that it names.

    Raises InvalidInput that points at what there is not.
    """
    parameters = {
        "account_id": account_id,
        "script_version_id": script_version_id,
        "agent_id": agent_id,
        "trunk_id": trunk_id,
    }
    found = (await session.execute(_FOUND, parameters)).mappings().one()
    for field, exists in found.items():
        if not exists:
            raise InvalidInput("Nothing of this id exists in this account.", pointer=f"/{field}")
    await _check_lists(session, account_id, plan)
    await _check_callers(session, account_id, plan)
    if any(rule.outcomes for rule in plan.follow_ups):
        script = await get_version(session, account_id, script_version_id)
        check_outcomes_named(plan, script.content.outcomes)


async def _check_lists(session: AsyncSession, account_id: AccountId, plan: CampaignPlan) -> None:
    if not plan.required_lists:
        return
    there = {each.id for each in await named_lists(session, account_id)}
    for place, list_id in enumerate(plan.required_lists):
        if list_id not in there:
            raise InvalidInput(
                "This account has no such do-not-call list; see GET /api/dnc/lists.",
                pointer=f"/plan/required_lists/{place}",
                code="unknown_list",
            )


async def _check_callers(session: AsyncSession, account_id: AccountId, plan: CampaignPlan) -> None:
    if not plan.caller_identities:
        return
    there = {each.id for each in await picked_callers(session, account_id, plan.caller_identities)}
    for place, caller_id in enumerate(plan.caller_identities):
        if caller_id not in there:
            raise InvalidInput(
                "This account has no such caller identity; see GET /api/caller-identities.",
                pointer=f"/plan/caller_identities/{place}",
                code="unknown_caller_identity",
            )
