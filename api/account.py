"""Routes for the account that a key acts for."""

from pydantic import BaseModel, ConfigDict

from api.etags import edit_of
from api.languages import Language
from api.permissions import AccountRead, AccountWrite
from api.request_bodies import Body
from api.routing import Routes
from api.tools import Tools
from database import accounts
from database.audit import record_act

router = Routes(prefix="/account", tags=["account"])


class AccountPatch(Body):
    """What is to be different. `language`: in which calls are summed up; null for that of each call's agent."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"language": "de"}]})
    language: Language | None


class AccountResponse(BaseModel):
    """The account. language: in which calls are summed up, null for that of each call's agent."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    name: str
    language: str | None


@router.get("")
async def show_account(tools: Tools, principal: AccountRead) -> AccountResponse:
    """The account that the key acts for."""
    async with tools.database.transaction() as session:
        return AccountResponse.model_validate(await accounts.get_account(session, principal.account_id))


@router.patch("")
@edit_of(show_account)
async def change_account(body: AccountPatch, tools: Tools, principal: AccountWrite) -> AccountResponse:
    """Change the account's settings; calls that are under way keep theirs."""
    async with tools.database.transaction() as session:
        await accounts.set_language(session, principal.account_id, body.language)
        await record_act(
            session, principal.account_id, principal.actor, "account.changed", principal.account_id
        )
        return AccountResponse.model_validate(await accounts.get_account(session, principal.account_id))
