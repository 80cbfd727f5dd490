"""What the media server is told of a call, made from the call's rows."""

from dataclasses import replace

from database.call_facts import CallFacts
from database.conversations import StreamOpened
from database.json_columns import agent_of, plan_of, script_of
from domain.conversations import ConversationPlan, plan_conversation
from domain.errors import InvalidInput
from domain.identifiers import AttemptId, call_workflow_id
from domain.lead_time_zones import parse_hours_key
from domain.main_time_zones import main_zone
from domain.pronunciation import names_of
from domain.recordings import RECORDING_CONSENT


def conversation_plan(
    source: CallFacts | StreamOpened, attempt_id: AttemptId, *, messages_left: int = 0
) -> ConversationPlan:
    """The conversation of this attempt, with every text filled in. Raises InvalidInput for a missing variable.

    messages_left: how many voicemails this lead has from the campaign; once it is enough, there is no text for another.
    """
    agent, plan = agent_of(source.agent), plan_of(source.plan)
    zones, lives_in = _whereabouts(source.hours_key)
    values = source.person.script_values()
    bare = ConversationPlan(
        account_id=source.account_id,
        call_id=source.call_id,
        attempt_id=attempt_id,
        campaign_id=source.campaign_id,
        workflow_id=call_workflow_id(source.call_id, source.campaign_id, source.lead_id),
        voice=agent.voice,
        voice_model=agent.voice_model,
        model=agent.model,
        engine=agent.engine,
        recogniser=agent.recogniser,
        backup=agent.backup,
        language=agent.language,
        languages=agent.languages,
        pronunciation=names_of(values) | agent.pronunciation,
        menus=agent.menus,
        opt_out_key=agent.opt_out_key,
        agent_id=agent.id,
        has_knowledge=agent.has_knowledge,
        timeouts=replace(agent.timeouts, longest_call=1000 * plan.longest_call_seconds),
        zones=zones,
        lives_in=lives_in,
        record=plan.record,
        recording_consent=RECORDING_CONSENT in source.consents,
    )
    made = plan_conversation(bare, script_of(source.script), values)
    return made if messages_left < plan.voicemails else replace(made, voicemail="")


def _whereabouts(hours_key: str) -> tuple[tuple[str, ...], str | None]:
    """The lead's candidate zones, and the one among them in which nearly everybody of the place lives."""
    try:
        key = parse_hours_key(hours_key)
    except InvalidInput:  # held for review, and called by hand all the same
        return (), None
    return key.zones, main_zone(key.country, key.state, key.zones)
