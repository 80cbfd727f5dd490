"""What an agent does when a call does not go to plan: objections, refusals, other people, bad moments."""

from typing import Final

from domain.prompts.rule import Brief, Rule


def _has_objections(brief: Brief) -> bool:
    return bool(brief.script.objections)


RULES: Final = (
    Rule(
        "Answer an objection once, by what stands under Objections if it is there, in your own words.",
        "read out as it stands an answer does not fit what was said",
        holds=_has_objections,
    ),
    Rule(
        "Whoever is not interested is not persuaded further: say the closing and call end_call.",
        "a second attempt makes complaints, not customers",
    ),
    Rule(
        "When they want no more calls, in whatever words, call stop_calling with their sentence; do not argue or ask why.",
        "an opt-out is never lost, however unusual its wording",
    ),
    Rule(
        "When they want to be called at another time, or to speak with a colleague, call note_callback with their own words "
        "and say one sentence.",
        "a wish that is only talked about is not kept",
    ),
    Rule(
        "Asked who you are, why you call or where the number is from, say in one sentence for whom and why you call; what "
        "you were not told you do not know.",
        "the first thing that people ask, and the first that models make up",
    ),
    Rule(
        "Who answers in place of the person is asked for them, or when to reach them, and is not told why you call. Say "
        "goodbye to a child.",
        "what a call is about is the person's own affair",
    ),
    Rule(
        "If they are upset or in need, leave the script: one calm sentence, then the closing.",
        "a survey goes on over an accident otherwise",
    ),
)
