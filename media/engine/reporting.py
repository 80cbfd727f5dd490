"""The one report of a conversation: what it was, who answered, what was said and answered."""

from datetime import date, timedelta

from domain.abandonment import greeted_until
from domain.calling_hours import zone_info
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.disclosures import disclosed_at
from domain.language.field_values import Heard
from domain.language.preference_values import preferences_said
from domain.script_fields import FieldType
from domain.transcripts import Speaker
from domain.vendors import vendor_in
from media.engine.field_answers import fields_of, questions_beside_fields
from media.engine.person_or_machine import find
from media.engine.script_answers import answers_to
from media.engine.state import Conversation, Machine


def has_spoken(state: Conversation) -> bool:
    """A person (not a machine) said something."""
    return state.answered_by in (AnsweredBy.PERSON, AnsweredBy.UNKNOWN) and any(
        turn.speaker is Speaker.PERSON for turn in state.transcript
    )


def report_of(state: Conversation, verdict: Verdict) -> ConversationReport:
    """The one report of an ended conversation."""
    plan = state.plan
    return ConversationReport(
        account_id=plan.account_id,
        call_id=plan.call_id,
        attempt_id=plan.attempt_id,
        answered_by=state.answered_by,
        end_reason=state.end_reason or EndReason.BROKEN,
        verdict=verdict,
        transcript=state.transcript,
        began_at=state.began_at,
        ended_at=state.began_at + timedelta(milliseconds=state.ended_ms or 0),
        voicemail_proved=state.machine is Machine.PROVED,
        greeting_ms=state.greeting_ms,
        carrier_hint=state.carrier_hint,
        answers=answers_to(questions_beside_fields(plan), state.transcript, state.language, verdict.answers)
        if has_spoken(state)
        else {},
        confidence=find(state.evidence).confidence,
        answer_evidence=state.evidence,
        epoch=plan.epoch,
        language=state.language,
        disclosed_at_ms=disclosed_at(plan.announcement, state.transcript, state.greeted_ms),
        failed_vendor="" if state.failing is None else vendor_in(plan, state.failing),
        fields=fields_of(plan.fields, state.transcript, _heard(state), verdict.told)
        if has_spoken(state)
        else (),
        preferences=preferences_said(state.transcript, verdict, state.began_at, *state.languages)
        if has_spoken(state)
        else (),
        callback=None if state.promise is None else state.promise.agreed(state.began_at),
        greeted_until_ms=greeted_until(
            state.transcript, state.greeting_ms if state.greeting_ms is not None else state.ended_ms or 0
        ),
    )


def held_on(state: Conversation) -> date | None:
    """The person's day, for whoever is asked what they told; None where no field is a date, or where they are is not known."""
    zones = [state.plan.lives_in or next(iter(state.plan.zones), "")]
    clock = zone_info(zones[0])
    has_dates = any(field.type is FieldType.DATE for field in state.plan.fields)
    return state.began_at.astimezone(clock).date() if clock is not None and has_dates else None


def _heard(state: Conversation) -> Heard:
    return Heard((state.language, *state.languages), state.plan.zones, state.began_at)
