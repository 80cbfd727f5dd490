"""The route that forgets what was said in a call: its words, its sound, and the records it could be held again from.

What is forgotten: database/erasure.py.
"""

from collections.abc import Sequence

from fastapi import Response

from api.calls.recordings import reached
from api.permissions import ConversationsErase
from api.routing import Routes
from api.tools import ApiTools, Tools
from database import call_views
from database.audit import record_act
from database.erasure import forget_conversations
from database.legal_holds import check_call_may_go
from domain.calls import AttemptState
from domain.errors import Conflict
from domain.identifiers import AccountId, AttemptId

router = Routes(tags=["calls"])


@router.delete("/calls/{call_id}/conversations", status_code=204)
async def erase_conversations(call_id: str, tools: Tools, principal: ConversationsErase) -> Response:
    """Delete for good what was said in all attempts of the call: transcripts, answers, recordings and flight records.

    The call, its results and outcomes stay, and so does a wish never to be called again. May be repeated, also after a
    failure, which leaves some of it. A legal hold forbids it.
    """
    async with tools.database.transaction() as session:
        await call_views.get_call(session, principal.account_id, call_id, tools.key_ring)
        attempts = await call_views.attempts_of(session, principal.account_id, call_id)
        if any(attempt.state != AttemptState.CLOSED for attempt in attempts):
            raise Conflict("An attempt of this call is still going on; delete what was said when it is over.")
        await check_call_may_go(session, principal.account_id, call_id)
        await record_act(session, principal.account_id, principal.actor, "conversations.erased", call_id)
        await forget_conversations(session, principal.account_id, call_id, tools.key_ring, at=tools.now())
    await reached(
        lambda: _erase(tools, principal.account_id, [AttemptId(attempt.id) for attempt in attempts])
    )
    return Response(status_code=204)


def _erase(tools: ApiTools, account_id: AccountId, attempts: Sequence[AttemptId]) -> None:
    because = "deleted with all that was said"
    for attempt_id in attempts:
        tools.recordings.delete_recording(account_id, attempt_id, at=tools.now(), because=because)
        tools.recordings.flights.delete(attempt_id)
