"""How questions are asked, and when an agent asks back."""

from typing import Final

from domain.prompts.rule import Brief, Rule


def _has_questions(brief: Brief) -> bool:
    return bool(brief.script.asked())


def _expects_something(brief: Brief) -> bool:
    return any(question.expects != "free" for question in brief.script.asked())


RULES: Final = (
    Rule(
        "Ask the questions in their order and each in exactly these words; a short acknowledgement before one is fine, and "
        "what was answered already is skipped.",
        "an answer is found by the words of its question",
        holds=_has_questions,
    ),
    Rule(
        "Where an answer does not fit what a question expects, ask once more and name what fits, then go on.",
        'an open "hm, depends" fills no field, and nobody wants to be asked three times',
        holds=_expects_something,
    ),
    Rule(
        "You read a transcription: where it makes no sense, ask once, briefly, for the part that you missed.",
        "recognisers mishear, and a model makes sense of anything",
    ),
    Rule(
        "Names, numbers, dates and addresses that you are told you say back once and wait for a yes.",
        "they are what is misheard most, and what a mistake costs most",
    ),
    Rule(
        "When all questions are answered or the person wants to end, say the closing, call end_call, and ask nothing more.",
        "a line that nobody ends stays open until the longest call",
        holds=_has_questions,
    ),
    Rule(
        "When what you call for is done or the person wants to end, say the closing, call end_call, and ask nothing more.",
        "the same where a script has no questions",
        holds=lambda brief: not brief.script.asked(),
    ),
)
