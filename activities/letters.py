"""Letters to people who sign in. The tokens in them are made here, so that no history of a workflow ever holds one."""

from datetime import UTC, datetime

from temporalio import activity

from activities.tools import Tools
from database import users
from database.audit import record_act
from database.secret_hashes import new_secret
from domain.identifiers import UserId
from domain.letters import RESET_LIFE, LetterOrder, ResetOrder, reset_letter

_SYSTEM = "system"


class LetterActivities:
    """The steps of whoever forgot a password."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    @activity.defn
    async def who_forgot(self, order: ResetOrder) -> list[UserId]:
        """Who signs in by a password under this address; nobody, one, or one in each of several accounts."""
        async with self._tools.database.transaction() as session:
            return await users.with_password(session, bytes.fromhex(order.address_hash))

    @activity.defn
    async def send_reset_letter(self, order: LetterOrder) -> None:
        """Send them a link; an earlier one is good no more. Repeated, it sends another letter, and the last one's link is good.

        Raises ProviderError.
        """
        mail = self._tools.mail
        token, expires_at = new_secret("ol"), datetime.now(UTC) + RESET_LIFE
        async with self._tools.database.transaction() as session:
            person = await users.get_signing_in(session, order.user_id, self._tools.key_ring)
            if person is None or mail is None:
                return
            await users.add_link(session, order.user_id, token, expires_at)
            await record_act(session, person.account_id, _SYSTEM, "user.reset_asked", order.user_id)
        await mail.send(
            reset_letter(person.details.email, person.account_name, self._tools.dashboard_url, token)
        )
