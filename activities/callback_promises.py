"""When a person who asked for another call is called: the moment they named, if it is clear and can be kept."""

from datetime import UTC, datetime

from database.attempts import AttemptEnd
from database.conversations import ConversationContent
from domain.callbacks import Moment, resolve
from domain.campaigns import CampaignPlan
from domain.contactability import next_callable
from domain.errors import InvalidInput
from domain.language.preference_values import wants_writing_since
from domain.lead_time_zones import parse_hours_key
from domain.main_time_zones import main_zone
from domain.rule_packs import RulePacks


def promised_at(
    end: AttemptEnd, content: ConversationContent, plan: CampaignPlan, packs: RulePacks, ended_at: datetime
) -> datetime | None:
    """The moment (UTC) they are to be called at; None when what they said is not clear, or no calling hour lies in it, or they
    wanted to be written to instead in the end.

    Nothing is moved out of what was said: "at nine tonight" where calls end at eight is a person's to settle.
    """
    try:
        key = parse_hours_key(end.hours_key)
    except InvalidInput:
        return None
    spoken = str(end.conversation["language"]) if end.conversation else ""
    languages = (spoken,) if spoken else ()
    if wants_writing_since(content.callback_phrase, content.turns, *languages):
        return None
    answer = resolve(
        content.callback_phrase,
        key.zones,
        ended_at,
        languages=languages,
        lives_in=main_zone(key.country, key.state, key.zones),
    )
    if not isinstance(answer, Moment):
        return None
    pack = packs.for_hours(key)
    if pack is None:  # held before its dial, with the reason
        return answer.at
    for start in (answer.at, answer.earliest):
        opening = next_callable(key, pack, plan.hours, plan.closed_on, start)
        if opening is not None and opening <= answer.latest:
            return opening.astimezone(UTC)
    return None
