"""Who speaks at the other end, in the model's opinion: asked while the call goes on, so never waited for."""

import asyncio
from typing import Any, Final

import structlog

from domain.conversations import AnsweredBy, ConversationPlan
from domain.plain_text import unmarked
from media.live.model_context import MOST_OF_A_TURN
from providers.errors import ProviderError
from providers.language_models.contract import LanguageModel, Line, ReplyRequest, Role

log = structlog.get_logger()

_SECONDS: Final = 2.5
_MOST_TOKENS: Final = 60
_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {"answered_by": {"type": "string", "enum": [each.value for each in AnsweredBy]}},
    "required": ["answered_by"],
    "additionalProperties": False,
}
_INSTRUCTIONS: Final = (
    "These are the first words heard after a telephone call was answered; some may be misheard. Say who speaks: a "
    "person, a voicemail greeting, an ivr menu, a call screening service that asks who calls and why, an announcement "
    "that the number is unavailable, or unknown if the words do not tell."
)


def who_speaks_request(plan: ConversationPlan, words: str) -> ReplyRequest:
    """What the model is asked."""
    lines = (Line(Role.SYSTEM, _INSTRUCTIONS), Line(Role.PERSON, unmarked(words, MOST_OF_A_TURN)))
    return ReplyRequest(plan.model, lines, most_tokens=_MOST_TOKENS)


async def who_speaks(plan: ConversationPlan, words: str, model: LanguageModel) -> AnsweredBy:
    """Who said these words; UNKNOWN when the model does not tell, or not in time."""
    try:
        async with asyncio.timeout(_SECONDS):
            answer = await model.decide(who_speaks_request(plan, words), "who_speaks", _SCHEMA)
        return AnsweredBy(str(answer.get("answered_by")))
    except (ProviderError, TimeoutError, ValueError) as error:
        log.info("identify.without_model", attempt_id=plan.attempt_id, error=type(error).__name__)
        return AnsweredBy.UNKNOWN
