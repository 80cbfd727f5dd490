"""One lead by JSON: a list of one row, read by the same rules, reported in the same way, committed at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from database import lead_imports
from database.audit import record_act
from database.campaigns import get_campaign
from database.lead_imports import ImportView
from database.lead_staging import stage_rows
from database.scripts import get_version
from domain.campaigns import CampaignState
from domain.errors import Conflict, InvalidInput
from domain.identifiers import AccountId, ImportId
from domain.lead_rows import RowRefusal
from lists.row_reading import Repairs, sealed_lead
from lists.rows import RowReader
from lists.tools import ListTools

_ROW: Final = 2  # as in a file, below its header


class DuplicateLead(Conflict):
    """This campaign has a lead with the same number already."""

    code = "duplicate_in_campaign"


@dataclass(frozen=True, slots=True)
class OneLead:
    """A lead as a caller writes it. fields: of domain.lead_headings, but for the other numbers; variables: by their names."""

    fields: Mapping[str, str]
    variables: Mapping[str, str] = field(default_factory=dict)
    default_region: str | None = None
    rules: str = ""


async def add_lead(
    tools: ListTools,
    account_id: AccountId,
    campaign_id: str,
    lead: OneLead,
    lead_id: str,
    pointers: Mapping[str, str],
    *,
    actor: str,
) -> ImportView:
    """The committed import of this lead, which may be held. lead_id: the one it gets; pointers: field -> the caller's name of it;
    actor: whose act it is, for the audit log.

    Raises InvalidInput with what a row's refusal says, DuplicateLead, NotFound, Conflict, ImportPending while a file is read.
    """
    key_ring = tools.key_ring
    async with tools.database.transaction() as session:
        campaign = await get_campaign(session, account_id, campaign_id)
        version = await get_version(session, account_id, campaign.script_version_id)
        headers, cells = _table(lead)
        reader = RowReader(
            headers,
            {name: name for name in lead.fields},
            needed=version.content.variables() | campaign.plan.variables(),
            default_region=lead.default_region or campaign.default_region,
            default_rules=lead.rules,
        )
        read = reader.read(cells)
        if isinstance(read, RowRefusal):
            raise InvalidInput(
                read.message, pointer=f"/{pointers.get(read.column, read.column)}", code=read.code
            )
        import_id = await lead_imports.begin_single(session, account_id, campaign_id)
        repairs = Repairs()
        if read.repair is not None:
            repairs.note(read.number_column, read.repair, 1, [])
        await lead_imports.describe_file(
            session,
            account_id,
            import_id,
            mapping={name: name for name in lead.fields},
            sheet="",
            notes=(),
            reading={"default_region": lead.default_region or "", "rules": lead.rules},
        )
        staged = sealed_lead(read, lead_id, _ROW, account_id, key_ring)
        if await stage_rows(
            session,
            account_id,
            import_id,
            campaign_id,
            [staged],
            [],
            number_column="number",
            at_once=True,
        ):
            raise DuplicateLead
        await lead_imports.finish_import(session, account_id, import_id, 1, repairs=repairs.groups())
        await lead_imports.begin_commit(session, account_id, import_id)
        await lead_imports.release_leads(session, account_id, import_id)
        committed = await lead_imports.finish_commit(session, account_id, ImportId(import_id), tools.now())
        await record_act(session, account_id, actor, "lead.added", lead_id)
    if campaign.state is CampaignState.RUNNING:
        await tools.tell_feeder(campaign.id)
    return committed


def _table(lead: OneLead) -> tuple[Sequence[str], list[str]]:
    """The header and the cells of the row; a variable is no field, whatever its name."""
    extra = {name: value for name, value in lead.variables.items() if name not in lead.fields}
    return [*lead.fields, *extra], [*lead.fields.values(), *extra.values()]
