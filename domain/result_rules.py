"""One technical result from an attempt's two ends: what the carrier said of the leg, what the media server reported.

The business outcome: language/verdicts.py.
"""

from typing import Final

from domain.call_events import LegState, StatusMeaning
from domain.conversations import AnsweredBy, ConversationReport, EndReason
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.transcripts import Speaker, said_by

EARLY_MS = 10_000
"""A person who hangs up sooner, having said next to nothing, was never really talked to."""
FEW_WORDS = 2
"""A "Hello?" and no more; chosen by feel."""

LONG_TALK_MS = 60_000
LONG_TALK_WORDS = 20
"""From so long and so many words of theirs on, a person has really talked with us, whatever failed; chosen by feel."""

_GATES = frozenset({AnsweredBy.IVR, AnsweredBy.SCREENING})
"""Machines with a person behind them; what they said is no person's."""


# SIP final answers (RFC 3261, section 21) that say more than the carrier's word does.
_SIP_RESULTS: Final = {
    404: TechnicalResult.INVALID_NUMBER,
    410: TechnicalResult.INVALID_NUMBER,
    484: TechnicalResult.INVALID_NUMBER,
    604: TechnicalResult.INVALID_NUMBER,
    408: TechnicalResult.NO_ANSWER,
    480: TechnicalResult.NO_ANSWER,
    487: TechnicalResult.NO_ANSWER,
    486: TechnicalResult.BUSY,
    600: TechnicalResult.BUSY,
    603: TechnicalResult.BUSY,
    # RFC 8197: whoever was called marked the call as unwanted. RFC 8688: an analytics engine did.
    607: TechnicalResult.UNWANTED,
    608: TechnicalResult.NUMBER_UNAVAILABLE,
}


def result_of_leg(
    meaning: StatusMeaning | None, *, answered: bool, sip_code: int | None = None
) -> TechnicalResult | None:
    """How an ended leg ended; None if it was answered (the conversation says the rest) or is not over.

    A leg that the carrier calls completed though nobody answered was not answered. sip_code sharpens a plain failure.
    """
    if meaning is None or meaning.state is not LegState.ENDED or answered:
        return None
    if meaning.result is None:
        return TechnicalResult.NO_ANSWER
    if meaning.result is TechnicalResult.CARRIER_FAILED and sip_code is not None:
        return _SIP_RESULTS.get(sip_code, meaning.result)
    return meaning.result


def technical_result(
    *,
    leg_result: TechnicalResult | None,
    talking: bool,
    answered_by: AnsweredBy | None,
    end_reason: EndReason | None,
    spoke_words: int,
    duration_ms: int,
    voicemail_proved: bool,
    vendor_failed: bool = False,
    said_what: bool = False,
) -> TechnicalResult:
    """How the attempt ended on the line.

    leg_result: the carrier's word on a leg nobody answered, None for an answered one; talking: the media stream was
    connected; answered_by and end_reason: from the report, both None when the conversation never reported; spoke_words:
    words of the other end; duration_ms: of the conversation; voicemail_proved: our message was heard to its end;
    vendor_failed: the model, recogniser or voice had failed and did not come back, which a long talk survives; said_what: what
    they want is known all the same.
    """
    if answered_by is None or end_reason is None:
        return _without_report(leg_result, talking)
    if voicemail_proved:
        return TechnicalResult.VOICEMAIL_LEFT
    if end_reason is EndReason.OPT_OUT:
        return TechnicalResult.TALKED
    if answered_by is AnsweredBy.UNAVAILABLE:
        return TechnicalResult.NUMBER_UNAVAILABLE
    if answered_by is AnsweredBy.VOICEMAIL or end_reason is EndReason.VOICEMAIL:
        return TechnicalResult.VOICEMAIL_SILENT
    is_known = said_what or is_long_talk(answered_by, spoke_words, duration_ms)
    if vendor_failed and not is_known and end_reason is not EndReason.CANCELLED:
        return TechnicalResult.VENDOR_FAILED
    if answered_by in _GATES or end_reason is EndReason.MACHINE:
        return _of_a_gate(end_reason)
    return _of_a_person(end_reason, spoke_words, duration_ms)


def is_long_talk(answered_by: AnsweredBy, spoke_words: int, duration_ms: int) -> bool:
    """Whether a person talked with us for so long that nobody should call them again before somebody has looked.

    spoke_words: of the other end; duration_ms: of the conversation. Unknown answerers count as people.
    """
    is_person = answered_by in (AnsweredBy.PERSON, AnsweredBy.UNKNOWN)
    return is_person and spoke_words >= LONG_TALK_WORDS and duration_ms >= LONG_TALK_MS


def needs_look(report: ConversationReport) -> bool:
    """Whether somebody should read a conversation: whoever judged it says so, a person talked for long and nothing is known,
    or it reached its goal and something is not known that has to be."""
    if report.verdict.means.success and any(each.required and each.is_open for each in report.fields):
        return True
    if report.verdict.needs_review or report.verdict.outcome != BusinessOutcome.NONE:
        return report.verdict.needs_review
    words = len(" ".join(said_by(report.transcript, Speaker.PERSON)).split())
    lasted = report.ended_at - report.began_at
    return is_long_talk(report.answered_by, words, round(lasted.total_seconds() * 1000))


def _without_report(leg_result: TechnicalResult | None, talking: bool) -> TechnicalResult:
    if talking:
        return TechnicalResult.CONVERSATION_LOST
    if leg_result is not None:
        return leg_result
    return TechnicalResult.HUNG_UP_EARLY  # answered, and over before the stream was connected


def _of_a_gate(end_reason: EndReason) -> TechnicalResult:
    """A screening or a menu that let nobody through counts as no response."""
    if end_reason is EndReason.CANCELLED:
        return TechnicalResult.CANCELLED
    if end_reason in (EndReason.BROKEN, EndReason.DRAINED):
        return TechnicalResult.CONVERSATION_LOST
    return TechnicalResult.NO_RESPONSE


def _of_a_person(end_reason: EndReason, spoke_words: int, duration_ms: int) -> TechnicalResult:
    """Unknown answerers count as people."""
    little = spoke_words <= FEW_WORDS
    if end_reason is EndReason.CANCELLED and little:
        return TechnicalResult.CANCELLED
    if end_reason in (EndReason.BROKEN, EndReason.DRAINED) and little:
        return TechnicalResult.CONVERSATION_LOST
    if end_reason is EndReason.PERSON_HUNG_UP and little and duration_ms < EARLY_MS:
        return TechnicalResult.HUNG_UP_EARLY
    return TechnicalResult.NO_RESPONSE if spoke_words == 0 else TechnicalResult.TALKED
